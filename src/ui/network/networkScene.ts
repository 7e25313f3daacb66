// What the picture of a network shows of the state: finished numbers, and the words beside them.

import { type Progress, progressOf } from '../../drawing/networkPhase.ts';
import type { UnitsState, UnitWords } from '../../drawing/networkUnits.ts';
import { lastLayer } from '../../lab/phasePlace.ts';
import type { LabState } from '../../lab/store.ts';
import type { BatchInspection, UnitState } from '../../training/network/inspect.ts';
import type { Network } from '../../training/network/network.ts';
import { dataView } from '../../training/network/networkData.ts';
import type { Vector } from '../../training/vector.ts';
import { labelWidth } from '../plots/labels.ts';
import type { Formats } from '../text/format.ts';
import { shownRow, unitNumbers } from './unitNumbers.ts';
import type { NetworkText } from './words.ts';

export interface NetworkScene extends Omit<UnitsState, 'pointed'> {
  readonly weights: Vector;
  readonly update: Vector | null;
  readonly watched: readonly number[];
  readonly words: UnitWords;
}

/** The parts of the state that it depends on. */
export const scenePartsShown = [
  'detail',
  'examples',
  'phase',
  'phaseLayer',
  'watched',
  'litExample',
  'chosenExample',
  'status',
  'speed',
  'maps',
] as const satisfies readonly (keyof LabState)[];

interface Language {
  readonly words: NetworkText;
  readonly format: Formats;
}

/** Null before the first numbers of a network. */
export function networkScene(state: LabState, network: Network, language: Language): NetworkScene | null {
  const { detail, watched, litExample, chosenExample } = state;
  if (detail === null || detail.network === null) return null;
  const row = shownRow(detail.batch, litExample, chosenExample);
  const progress = progressIn(state, network.layout.layers.length);
  return {
    weights: detail.weights,
    update: progress.hasUpdate ? detail.update : null,
    watched,
    progress,
    numbers: isReadable(state) ? unitNumbers(detail.network, row, detail.microBatches) : null,
    examplePlace: row === null ? null : placeOf(state, detail.batch[row]),
    states: statesIn(state),
    words: wordsOf(network, detail.network, row, detail.batchLoss, language),
  };
}

export function progressIn({ phase, phaseLayer }: Pick<LabState, 'phase' | 'phaseLayer'>, layers: number): Progress {
  const at = phase === null ? null : { phase, layer: phaseLayer ?? lastLayer(phase, layers) ?? 0 };
  return progressOf(at, layers);
}

/** At more steps per second than this numbers would only flicker. */
const fastestRead = 4;

export const isReadable = ({ status, phase, speed }: LabState): boolean =>
  status !== 'running' || phase !== null || speed <= fastestRead;

export const statesIn = ({ maps }: LabState): readonly (readonly UnitState[])[] | null => maps.units?.states ?? null;

function placeOf({ examples, maps }: LabState, example: number): readonly [across: number, up: number] | null {
  if (examples === null || example >= examples.count) return null;
  const share = (value: number, [low, high]: readonly [number, number]): number => (value - low) / (high - low);
  const { x, y } = maps.units?.grid.view ?? dataView;
  return [share(examples.x1[example], x), share(examples.x2[example], y)];
}

function wordsOf(
  { spec, layout, outputs }: Network,
  { count, target, loss }: BatchInspection,
  row: number | null,
  batchLoss: number,
  { words, format }: Language,
): UnitWords {
  const hidden = layout.sizes.slice(1, -1).map((_, layer) => words.titles.layer(String(layer + 1)));
  const last = outputs === 1 ? words.titles.output : words.titles.outputs;
  const write = (value: number, width: number, of: (text: string) => string): string => {
    const texts = [3, 2, 1].map((figures) => of(format.figures(value, figures)));
    return texts.find((text) => labelWidth(text) <= width) ?? of(format.fixed(value, Math.abs(value) < 10 ? 3 : 0));
  };
  return {
    titles: [words.titles.inputs, ...hidden, last],
    inputs: spec.inputs,
    outputs:
      row === null
        ? []
        : Array.from({ length: outputs }, (_, k) =>
            words.target(writeTarget(target[k * count + row], spec.classes, format)),
          ),
    loss: words.loss(format.number(row === null ? batchLoss : loss[row])),
    writeValue: (value, width) => write(value, width, (text) => text),
    writeDelta: (delta, width) => write(delta, width, words.delta),
  };
}

/** A class as a whole number, anything else in three figures. */
const writeTarget = (value: number, classes: number, format: Formats): string =>
  classes > 0 ? format.fixed(value, 0) : format.number(value);
