// The settings of one contender: those that are compared most in its row, the rest below it. What the page around this
// one fixes is fixed in every row.

import { memo, useState } from 'react';
import type { Rival } from '../../lab/compare/contender.ts';
import type { RunView } from '../../lab/compare/raceState.ts';
import { defaultLearningRate, withinEpoch } from '../../lab/defaults.ts';
import {
  accumulateField,
  batchSizeField,
  clipNormField,
  forgetZeroGradField,
  learningRateField,
} from '../../lab/fields.ts';
import { isSet } from '../../lab/formerRun.ts';
import { ruleProblem } from '../../lab/refusals.ts';
import { summing } from '../../lab/settingsCodec.ts';
import { batchesOf } from '../../training/batches.ts';
import type { Field, FieldValue } from '../../training/field.ts';
import { type OptimizerId, optimizers } from '../../training/optimizers/index.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import type { Hyperparameters } from '../../training/run/run.ts';
import type { Schedule } from '../../training/schedule.ts';
import { type ScheduleId, schedules } from '../../training/schedules/index.ts';
import { FieldControl } from '../controls/FieldControl.tsx';
import { NumberInput } from '../controls/NumberInput.tsx';
import { Lockable } from '../host/Control.tsx';
import { useEndingText } from '../panels/endingWords.ts';
import { useFormats, useRegistryText } from '../text/TextContext.tsx';
import css from './compare.module.css';
import { useCompareText } from './words.ts';

/** What of a run is edited: the same from step to step. */
export type Edited = Rival & Pick<RunView, 'letter' | 'config'>;

interface ContenderEditorProps {
  readonly run: Edited;
  onChange(change: Partial<Rival>): void;
}

/** What another optimizer replaced. */
interface Replaced extends Rival {
  readonly by: OptimizerId;
}

export const ContenderEditor = memo(function ContenderEditor({ run, onChange }: ContenderEditorProps) {
  const words = useCompareText();
  const registryText = useRegistryText();
  const { letter, optimizer, hyperparameters, config } = run;
  const set = (change: Partial<Hyperparameters>): void =>
    onChange({ hyperparameters: withinEpoch({ ...hyperparameters, ...change }, config) });
  const [replaced, setReplaced] = useState<Replaced | null>(null);
  const setOptimizer = (next: OptimizerId): void => {
    const learningRate = defaultLearningRate(config.problem, next);
    if (isSet(run)) setReplaced({ optimizer, hyperparameters, by: next });
    else setReplaced((before) => (before?.by === optimizer ? { ...before, by: next } : null));
    onChange({ optimizer: next, hyperparameters: { ...hyperparameters, learningRate, optimizer: {} } });
  };
  const { learningRate, batchSize, schedule } = hyperparameters;
  return (
    <>
      <Lockable name="optimizer">
        <select
          aria-label={words.optimizerOf(letter)}
          value={optimizer}
          onChange={(event) => setOptimizer(event.currentTarget.value as OptimizerId)}
        >
          {Object.entries(optimizers).map(([id, { title }]) => (
            <option key={id} value={id}>
              {registryText(title)}
            </option>
          ))}
        </select>
      </Lockable>
      <Lockable name="learningRate">
        <span className={css.knob}>
          <span aria-hidden="true">{words.learningRate}</span>
          <NumberInput
            field={{ ...learningRateField, label: words.learningRate }}
            label={words.rateOf(letter)}
            value={learningRate}
            step={10 ** (Math.floor(Math.log10(learningRate)) - 1)}
            onCommit={(value) => set({ learningRate: value })}
          />
        </span>
      </Lockable>
      <Lockable name="batchSize">
        <span className={css.knob}>
          <span aria-hidden="true">{words.batchSize}</span>
          <NumberInput
            field={{ ...batchSizeField, label: words.batchSize, max: trainingCount(config) }}
            label={words.sizeOf(letter)}
            value={batchSize}
            onCommit={(value) => set({ batchSize: value })}
          />
        </span>
      </Lockable>
      <Lockable name="settings">
        <select
          aria-label={words.scheduleOf(letter)}
          value={schedule.kind}
          onChange={(event) =>
            set({ schedule: { ...schedule, kind: event.currentTarget.value as ScheduleId, values: {} } })
          }
        >
          {Object.entries(schedules).map(([id, { title }]) => (
            <option key={id} value={id}>
              {registryText(title)}
            </option>
          ))}
        </select>
      </Lockable>
      <span role="status" className={css.replaced}>
        {replaced?.by === optimizer && (
          <TakeBack
            letter={letter}
            before={replaced}
            rate={defaultLearningRate(config.problem, optimizer)}
            onPress={() => {
              const { by: _, ...before } = replaced;
              setReplaced(null);
              onChange(before);
            }}
          />
        )}
      </span>
    </>
  );
});

interface TakeBackProps {
  readonly letter: string;
  readonly before: Rival;
  /** The rate that the other optimizer brought. */
  readonly rate: number;
  onPress(): void;
}

/** Says what else the change of an optimizer changed, and takes it back. */
function TakeBack({ letter, before, rate, onPress }: TakeBackProps) {
  const { replaced } = useEndingText();
  const registryText = useRegistryText();
  const format = useFormats();
  const from = before.hyperparameters.learningRate;
  return (
    <>
      {from !== rate && `${letter}: ${replaced.rate({ from: format.exact(from), to: format.exact(rate) })} `}
      <button type="button" onClick={onPress}>
        {replaced.backTo(registryText(optimizers[before.optimizer].title))}
      </button>
    </>
  );
}

/** The arguments of a contender's optimizer and schedule, and what becomes of gradients before the rule has them. */
export function ContenderFields({ run, onChange }: ContenderEditorProps) {
  const words = useCompareText();
  const { optimizer, hyperparameters, config } = run;
  const { schedule } = hyperparameters;
  const withArgument = (name: string, value: FieldValue): Hyperparameters => ({
    ...hyperparameters,
    optimizer: { ...hyperparameters.optimizer, [name]: value },
  });
  const withScheduleValue = (name: string, value: FieldValue): Hyperparameters => ({
    ...hyperparameters,
    schedule: { ...schedule, values: { ...schedule.values, [name]: value } },
  });
  const { clipNorm, accumulate, forgetZeroGrad, ...others } = hyperparameters;
  const most = batchesOf(trainingCount(config), hyperparameters.batchSize, config.dropLast);
  const sums = [
    { field: { ...clipNormField, label: words.clipNorm }, value: clipNorm ?? 0 },
    { field: { ...accumulateField, label: words.accumulate, max: most }, value: accumulate ?? 1 },
    { field: { ...forgetZeroGradField, label: words.forgetZeroGrad }, value: forgetZeroGrad ?? false },
  ];
  const withSum = (name: string, value: FieldValue): Hyperparameters => {
    const own = Object.fromEntries(sums.map((sum) => [sum.field.name, sum.value]));
    return { ...others, ...summing({ ...own, [name]: value }) };
  };
  const control = (field: Field, value: FieldValue | undefined, change: typeof withArgument) => (
    <FieldControl
      key={`${optimizer} ${schedule.kind} ${field.name}`}
      field={field}
      value={value ?? field.default}
      check={(next) => ruleProblem(config, change(field.name, next))}
      onCommit={(next) => onChange({ hyperparameters: change(field.name, next) })}
    />
  );
  const { fields }: Schedule = schedules[schedule.kind];
  return (
    <Lockable name="settings">
      <div className={css.fields}>
        {optimizers[optimizer].fields.map((field) =>
          control(field, hyperparameters.optimizer[field.name], withArgument),
        )}
        {fields.map((field) => control(field, schedule.values[field.name], withScheduleValue))}
        {sums.map(({ field, value }) => control(field, value, withSum))}
      </div>
    </Lockable>
  );
}
