// Whether a run has a setting that is not as usual, without what reads and writes settings.

import type { Field, FieldValues } from '../training/field.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { problemOf } from '../training/run/configuration.ts';
import { schedules } from '../training/schedules/index.ts';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';
import type { RunSettings } from './settingsCodec.ts';

/** What is set elsewhere than among the settings: in the head of the page and at its knobs. */
export const atHand: ReadonlySet<string> = new Set(
  'problem optimizer learningRate batchSize start1 start2 momentum beta1 beta2 alpha rho'.split(' '),
);

const ofRun = ['examples', 'noise', 'seed', 'sampling', 'dropLast'] as const;
const ofSchedule = ['kind', 'unit', 'warmup'] as const;

/** Whether one of the settings that are folded away is not as usual. */
export function hasSettings({ config, hyperparameters }: RunSettings): boolean {
  const { problem, optimizer, data, settings, startPlane, arrangement, standardise = true } = config;
  const { schedule, clipNorm, accumulate = 1, forgetZeroGrad = false } = hyperparameters;
  const usual = defaultConfig(problem, optimizer, data);
  const usually = defaultHyperparameters(problem, optimizer).schedule;
  return (
    ofRun.some((name) => config[name] !== usual[name]) ||
    startPlane !== undefined ||
    arrangement !== undefined ||
    !standardise ||
    (clipNorm ?? 0) > 0 ||
    accumulate > 1 ||
    forgetZeroGrad ||
    ofSchedule.some((name) => schedule[name] !== usually[name]) ||
    isSaid(problemOf(config).fields, settings) ||
    isSaid(optimizers[optimizer].fields, hyperparameters.optimizer) ||
    isSaid(schedules[schedule.kind].fields, schedule.values)
  );
}

const isSaid = (fields: readonly Field[], values: FieldValues): boolean =>
  fields.some(
    ({ name, default: initial }) =>
      Object.hasOwn(values, name) && !atHand.has(name) && JSON.stringify(values[name]) !== JSON.stringify(initial),
  );
