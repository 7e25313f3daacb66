// All settings of a run in one flat list of fields: what the link, messages, and files may say, with type, range, and
// default. Which fields there are depends on the problem, the optimizer, and the schedule.

import { samplings } from '../training/batches.ts';
import type { ChoiceField, Field, FieldValues, SwitchField, TextField } from '../training/field.ts';
import { type OptimizerId, optimizers } from '../training/optimizers/index.ts';
import { arrangements } from '../training/ownData/arrangements.ts';
import type { OwnData } from '../training/ownData/ownData.ts';
import { commonFields, type Problem } from '../training/problem.ts';
import { type ProblemId, problems } from '../training/problems/index.ts';
import { problemOf } from '../training/run/configuration.ts';
import { firstTwo, formatStartPlane, parseStartPlane } from '../training/run/startPlane.ts';
import { type ScheduleId, schedules } from '../training/schedules/index.ts';
import '../training/whole.ts';
import { defaultConfig, defaultHyperparameters, defaultOptimizer, defaultProblem, defaultStart } from './defaults.ts';
import {
  accumulateField,
  batchSizeField,
  clipNormField,
  forgetZeroGradField,
  learningRateField,
  warmupField,
  weightField,
} from './fields.ts';
import { plainName } from './nearMiss.ts';
import { hasLayers } from './network.ts';

const choice = (name: string, label: string, values: readonly string[], initial: string): ChoiceField => ({
  kind: 'choice',
  name,
  label,
  default: initial,
  choices: values.map((value) => ({ value, label: value })),
});

export const problemField = choice('problem', 'Problem', Object.keys(problems), defaultProblem);
export const optimizerField = choice('optimizer', 'Optimizer', Object.keys(optimizers), defaultOptimizer);
export const scheduleField = choice('schedule', 'Schedule', Object.keys(schedules), 'constant');
export const scheduleUnitField = choice('scheduleUnit', 'Schedule unit', ['step', 'epoch'], 'step');
export const samplingField = choice('sampling', 'Sampling', samplings, 'reshuffle');

/** Of networks: the plane through the drawn first weights in which `start` is an offset. */
const startPlaneField: TextField = {
  kind: 'text',
  name: 'startPlane',
  label: 'Start plane',
  default: formatStartPlane(firstTwo),
  form: 'two different weights by their numbers from 0, as 0,1, or a random plane by its seed, as random 7',
  isOfForm: (text) => parseStartPlane(text) !== null,
};

/** The keys that say which other fields there are. */
export interface SettingKeys {
  readonly problem: ProblemId;
  readonly optimizer: OptimizerId;
  readonly schedule: ScheduleId;
  /** Own data, of which the problem's fields and its number of examples depend. */
  readonly data?: OwnData;
}

const dropLastField: Field = { kind: 'switch', name: 'dropLast', label: 'Drop last', default: false };

/** In which order and form the examples are; whether a problem's can be, the configuration says. */
export const arrangementField = choice('arrangement', 'Arrangement', arrangements, 'as-drawn');
export const standardiseField: SwitchField = {
  kind: 'switch',
  name: 'standardise',
  label: 'Standardise',
  default: true,
};

/** The groups of settings whose names depend on what is trained and how. */
export function ownFields({ problem, optimizer, schedule, data }: SettingKeys): readonly Field[] {
  const { fields } = problemOf({ problem, ...(data !== undefined && { data }) });
  return [...fields, ...optimizers[optimizer].fields, ...schedules[schedule].fields];
}

/**
 * Every field of a run with these keys, each with the default that a link leaves out.
 * @param settings the problem's own settings, on which its default start may depend
 */
export function settingFields(keys: SettingKeys, settings: FieldValues = {}): readonly Field[] {
  const { problem, optimizer, data } = keys;
  const config = defaultConfig(problem, optimizer, data);
  const start = defaultStart({ problem, settings });
  const { learningRate, batchSize } = defaultHyperparameters(problem, optimizer);
  return [
    problemField,
    optimizerField,
    ...commonFields.map((field) => ({
      ...field,
      default: config[field.name as 'examples' | 'noise' | 'seed'],
      // As many examples as own data have, and no others.
      ...(field.name === 'examples' && data !== undefined && { min: config.examples, max: config.examples }),
    })),
    { ...weightField('start1', 'Start w1'), default: start[0] },
    { ...weightField('start2', 'Start w2'), default: start[1] },
    ...(hasLayers({ problem }) ? [startPlaneField] : []),
    samplingField,
    dropLastField,
    arrangementField,
    ...(data === undefined ? [] : [standardiseField]),
    { ...learningRateField, default: learningRate },
    { ...batchSizeField, default: batchSize },
    clipNormField,
    accumulateField,
    forgetZeroGradField,
    scheduleField,
    scheduleUnitField,
    warmupField,
    ...ownFields(keys),
  ];
}

/** The names of settings by the name without its capitals. */
const spelling = new Map(
  [
    ...settingFields({ problem: defaultProblem, optimizer: defaultOptimizer, schedule: 'constant' }),
    startPlaneField,
    standardiseField,
    ...Object.values(problems).flatMap(({ fields }: Problem) => fields),
    ...Object.values(optimizers).flatMap(({ fields }) => fields),
    ...Object.values(schedules).flatMap(({ fields }) => fields),
  ].map(({ name }) => [name.toLowerCase(), name]),
);

/** Every name that a setting of any run has. */
export const settingNames: readonly string[] = [...spelling.values()];

/** The name of a setting as it is spelt here, from `learning-rate` or `learningrate`; any other name as it is. */
export const settingName = (written: string): string => spelling.get(plainName(written)) ?? written;

/** Whether a setting of some run is called so. */
export const isSettingName = (name: string): boolean => spelling.get(name.toLowerCase()) === name;
