// What a printed page says besides its pictures: the settings, the formulas, and the link to the run.

import { linkNow } from '../../lab/linkSync.ts';
import { networkIn } from '../../lab/network.ts';
import type { LabState } from '../../lab/store.ts';
import { type Field, type FieldValue, type FieldValues, withDefaults } from '../../training/field.ts';
import { takesNumber } from '../../training/network/takesNumber.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { optionsOn, shortLabel } from '../../training/optimizers/options.ts';
import { commonFields } from '../../training/problem.ts';
import { exampleFormula, problemOf } from '../../training/run/configuration.ts';
import { ofNetworks } from '../../training/run/networks.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { firstTwo, formatStartPlane } from '../../training/run/startPlane.ts';
import type { Schedule } from '../../training/schedule.ts';
import { schedules } from '../../training/schedules/index.ts';
import { pageAddress } from '../dialogs/pageAddress.ts';
import { useLab } from '../LabContext.tsx';
import { useFormats, useRegistryText, useText } from '../text/TextContext.tsx';
import { useViewText } from '../text/viewWords.ts';
import css from './print.module.css';

export function PrintSheet() {
  const lab = useLab();
  const { printed, rule } = useViewText();
  const registryText = useRegistryText();
  const state = lab.store.getState();
  const { optimizer } = state.config;
  const options = optionsOn(optimizers[optimizer], (name) => state.detail?.optimizerValues[name])
    .map(({ label }) => shortLabel(registryText(label)))
    .join(', ');
  const { page: address } = pageAddress(location.href);
  return (
    <section className={css.sheet}>
      <h2>{printed.settings}</h2>
      <dl>
        {useRows(state).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="ltr">{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{printed.formula}</h2>
      <p dir="ltr">{exampleFormula(state.config)}</p>
      <p dir="ltr">
        {rule({
          optimizer: registryText(optimizers[optimizer].title),
          equation: registryText(optimizers[optimizer].equation),
          options,
        })}
      </p>
      <h2>{printed.link}</h2>
      <p dir="ltr" className={css.link}>
        {address}
        {linkNow(lab)}
      </p>
    </section>
  );
}

interface Row {
  readonly name: string;
  readonly value: string;
}

/** The plane along which the start is an offset: by the names of its weights, or by its seed. */
function planeOf(config: RunConfig, word: (english: string) => string): string {
  const { startPlane = firstTwo } = config;
  const network = networkIn(config);
  if (network === null || !('weights' in startPlane)) return word(formatStartPlane(startPlane));
  return startPlane.weights.map((index) => ofNetworks().nameOfWeight(network.layout, index)).join(', ');
}

/** Every setting of the run by its label on the page. */
function useRows({ config, hyperparameters, cursor }: LabState): readonly Row[] {
  const { page } = useText();
  const { printed } = useViewText();
  const format = useFormats();
  const registryText = useRegistryText();
  const written = (field: Field, value: FieldValue): string => {
    if (field.kind === 'choice')
      return registryText(field.choices.find((choice) => choice.value === value)?.label ?? String(value));
    if (typeof value === 'number')
      return field.kind === 'number' && field.integer ? format.count(value) : String(value);
    return typeof value === 'boolean' ? (value ? '✓' : '—') : String(value);
  };
  const ofFields = (fields: readonly Field[], given: FieldValues): readonly Row[] => {
    const values = withDefaults(fields, given);
    return fields.map((field) => ({ name: registryText(field.label), value: written(field, values[field.name]) }));
  };
  const { learningRate, batchSize, schedule } = hyperparameters;
  const problem = problemOf(config);
  const { data, arrangement, standardise } = config;
  const plan: Schedule = schedules[schedule.kind];
  const { examples, noise, seed } = config;
  const { accumulate = 1, clipNorm, forgetZeroGrad } = hyperparameters;
  // What is usual is not worth a line.
  const summed: readonly Row[] = [
    ...(accumulate > 1 ? [{ name: printed.accumulate, value: format.count(accumulate) }] : []),
    ...(clipNorm != null ? [{ name: printed.clipNorm, value: String(clipNorm) }] : []),
    ...(forgetZeroGrad === true ? [{ name: printed.forgetZeroGrad, value: '✓' }] : []),
  ];
  return [
    { name: page.problem, value: registryText(problem.title) },
    ...ofFields(
      problem.fields.filter(({ name }) => takesNumber(config.settings.initial, name)),
      config.settings,
    ),
    ...(data === undefined
      ? ofFields(commonFields, { examples, noise, seed })
      : [
          { name: printed.ownData, value: format.count(examples) },
          { name: printed.standardise, value: standardise === false ? '—' : '✓' },
          ...ofFields(
            commonFields.filter(({ name }) => name === 'seed'),
            { seed },
          ),
        ]),
    ...(arrangement === undefined ? [] : [{ name: printed.arrangement, value: printed.arrangements[arrangement] }]),
    {
      name: problem.network === undefined ? page.start : printed.startOffset,
      value: config.start.map(String).join(', '),
    },
    ...(config.startPlane === undefined ? [] : [{ name: printed.startPlane, value: planeOf(config, registryText) }]),
    { name: page.sampling, value: page.samplings[config.sampling] },
    { name: page.dropLast, value: config.dropLast ? '✓' : '—' },
    { name: page.batchSize, value: format.count(batchSize) },
    ...summed,
    { name: page.optimizer, value: registryText(optimizers[config.optimizer].title) },
    { name: page.learningRate, value: String(learningRate) },
    ...ofFields(optimizers[config.optimizer].fields, hyperparameters.optimizer),
    { name: page.scheduleKind, value: `${registryText(plan.title)} (${page.units[schedule.unit]})` },
    ...(schedule.warmup > 0 ? [{ name: page.warmup, value: format.count(schedule.warmup) }] : []),
    ...ofFields(plan.fields, schedule.values),
    { name: page.step, value: format.count(cursor) },
  ];
}
