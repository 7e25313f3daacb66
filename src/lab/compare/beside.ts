// What the link says of the comparison, read from untrusted text: the runs beside the page's own, and the clock.

import type { ChoiceField, NumberField } from '../../training/field.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { parseValue, refusalOf } from '../fieldValue.ts';

import type { LabState } from '../store.ts';
import { type Clock, clocks, type Hardware } from './clock.ts';
import { formatContenders, parseContenders, type Rival, slots } from './contender.ts';
import type { RaceState } from './raceState.ts';

export const defaultHardware: Hardware = { overhead: 10, parallelWidth: 32 };

const clockField: ChoiceField = {
  kind: 'choice',
  name: 'clock',
  label: 'Clock',
  default: 'step',
  choices: clocks.map((value) => ({ value, label: value })),
};
const number = (name: string, label: string, initial: number, min: number, max: number): NumberField => ({
  ...{ kind: 'number', name, label, default: initial, min, max },
});
const overheadField = number('overhead', 'Overhead', defaultHardware.overhead, 0, 1e4);
const parallelWidthField = number('parallelWidth', 'Parallel width', defaultHardware.parallelWidth, 1, 1e4);
const targetLossField = number('targetLoss', 'Target loss', Number.NaN, 1e-12, 1e12);

export interface Beside {
  readonly rivals: readonly Rival[];
  readonly clock: Clock;
  readonly hardware: Hardware;
  /** Null for one that follows from the runs. */
  readonly targetLoss: number | null;
  /** A sentence for everything that was not read as it stands. */
  readonly refused: readonly string[];
}

/** Reads what the link says by these names; of what is wrong, the default stands. */
export function parseBeside(beside: LabState['beside'], config: RunConfig): Beside {
  const refusals: string[] = [];
  const read = <Value>(field: ChoiceField | NumberField): Value => {
    const text = beside[field.name];
    if (text === undefined) return field.default as Value;
    const value = parseValue(field, text);
    const refusal = refusalOf(field, value);
    if (refusal !== null) refusals.push(refusal);
    return (refusal === null ? value : field.default) as Value;
  };
  const { rivals, refused } = parseContenders(beside.contenders ?? '', config);
  const clock = read<Clock>(clockField);
  const hardware = { overhead: read<number>(overheadField), parallelWidth: read<number>(parallelWidthField) };
  const targetLoss = read<number>(targetLossField);
  return {
    ...{ rivals, clock, hardware },
    targetLoss: Number.isNaN(targetLoss) ? null : targetLoss,
    refused: [...refused, ...refusals],
  };
}

type Linked = Pick<RaceState, 'contenders' | 'clock' | 'hardware' | 'targetLoss'>;

/** The comparison that the link asks for. `besideOf` is the inverse. */
export function linkedRace({ beside, config }: Pick<LabState, 'beside' | 'config'>): Linked {
  const { rivals, clock, hardware, targetLoss } = parseBeside(beside, config);
  const contenders = rivals.map((rival, index) => ({ ...rival, slot: slots[index + 1] }));
  return { contenders, clock, hardware, targetLoss };
}

/** What the link says of a comparison with this run. */
export function besideOf({ contenders, clock, hardware, targetLoss }: Linked, config: RunConfig): LabState['beside'] {
  const { overhead, parallelWidth } = hardware;
  return {
    ...(contenders.length > 0 && { contenders: formatContenders(contenders, config) }),
    ...(clock !== 'step' && { clock }),
    ...(overhead !== defaultHardware.overhead && { overhead: String(overhead) }),
    ...(parallelWidth !== defaultHardware.parallelWidth && { parallelWidth: String(parallelWidth) }),
    ...(targetLoss !== null && { targetLoss: String(targetLoss) }),
  };
}
