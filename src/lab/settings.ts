// All settings of a run in one flat list of fields: what the link, messages, and files may say, with type, range, and
// default. Which fields there are depends on the problem, the optimizer, and the schedule.

import { samplings } from '../training/batches.ts';
import type { ChoiceField, Field, FieldValue, FieldValues, NumberField } from '../training/field.ts';
import { fieldProblem } from '../training/field.ts';
import { type OptimizerId, optimizers } from '../training/optimizers/index.ts';
import { commonFields, type Problem } from '../training/problem.ts';
import { type ProblemId, pairProblems, problems } from '../training/problems/index.ts';
import { Rule } from '../training/run/rule.ts';
import type { Hyperparameters, RunConfig } from '../training/run/run.ts';
import { type ScheduleId, schedules } from '../training/schedules/index.ts';
import { defaultConfig, defaultHyperparameters, defaultOptimizer, defaultProblem, defaultStart } from './defaults.ts';
import { didYouMean, plainName, sameName } from './nearMiss.ts';

/** The settings of a run. */
export interface RunSettings {
  readonly config: RunConfig;
  readonly hyperparameters: Hyperparameters;
}

const choice = (name: string, label: string, values: readonly string[], initial: string): ChoiceField => ({
  kind: 'choice',
  name,
  label,
  default: initial,
  choices: values.map((value) => ({ value, label: value })),
});

export const problemField = choice('problem', 'Problem', Object.keys(pairProblems), defaultProblem);
export const optimizerField = choice('optimizer', 'Optimizer', Object.keys(optimizers), defaultOptimizer);
export const scheduleField = choice('schedule', 'Schedule', Object.keys(schedules), 'constant');
export const scheduleUnitField = choice('scheduleUnit', 'Schedule unit', ['step', 'epoch'], 'step');
export const samplingField = choice('sampling', 'Sampling', samplings, 'reshuffle');

/** Wider than the sliders, which show 1e-4 to 10 and 1e-3 to 1e3 around the middle of the view. */
export const learningRateField: NumberField = {
  kind: 'number',
  name: 'learningRate',
  label: 'Learning rate',
  default: 0.1,
  min: 1e-6,
  max: 1e3,
  logarithmic: true,
};
export const batchSizeField: NumberField = {
  kind: 'number',
  name: 'batchSize',
  label: 'Batch size',
  default: 8,
  min: 1,
  max: 1000,
  integer: true,
};
export const warmupField: NumberField = {
  kind: 'number',
  name: 'warmup',
  label: 'Warm-up',
  default: 0,
  min: 0,
  max: 100_000,
  integer: true,
};
export const weightField = (name: 'start1' | 'start2', label: string): NumberField => ({
  kind: 'number',
  name,
  label,
  default: 0,
  min: -1e3,
  max: 1e3,
});

/** The keys that say which other fields there are. */
export interface SettingKeys {
  readonly problem: ProblemId;
  readonly optimizer: OptimizerId;
  readonly schedule: ScheduleId;
}

const dropLastField: Field = { kind: 'switch', name: 'dropLast', label: 'Drop last', default: false };

/** The groups of settings whose names depend on what is trained and how. */
function ownFields({ problem, optimizer, schedule }: SettingKeys): readonly Field[] {
  const { fields }: Problem = problems[problem];
  return [...fields, ...optimizers[optimizer].fields, ...schedules[schedule].fields];
}

/**
 * Every field of a run with these keys, each with the default that a link leaves out.
 * @param settings the problem's own settings, on which its default start may depend
 */
export function settingFields(
  { problem, optimizer, schedule }: SettingKeys,
  settings: FieldValues = {},
): readonly Field[] {
  const config = defaultConfig(problem, optimizer);
  const start = defaultStart({ problem, settings });
  const { learningRate, batchSize } = defaultHyperparameters(problem, optimizer);
  return [
    problemField,
    optimizerField,
    ...commonFields.map((field) => ({ ...field, default: config[field.name as 'examples' | 'noise' | 'seed'] })),
    { ...weightField('start1', 'Start w1'), default: start[0] },
    { ...weightField('start2', 'Start w2'), default: start[1] },
    samplingField,
    dropLastField,
    { ...learningRateField, default: learningRate },
    { ...batchSizeField, default: batchSize },
    scheduleField,
    scheduleUnitField,
    warmupField,
    ...ownFields({ problem, optimizer, schedule }),
  ];
}

/** The names of settings by the name without its capitals. */
const spelling = new Map(
  [
    ...settingFields({ problem: defaultProblem, optimizer: defaultOptimizer, schedule: 'constant' }),
    ...Object.values(pairProblems).flatMap(({ fields }: Problem) => fields),
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

/** The settings of a run as flat values, defaults included. */
export function toValues({ config, hyperparameters }: RunSettings): FieldValues {
  const { kind, unit, warmup, values } = hyperparameters.schedule;
  return {
    problem: config.problem,
    optimizer: config.optimizer,
    examples: config.examples,
    noise: config.noise,
    seed: config.seed,
    start1: config.start[0],
    start2: config.start[1],
    sampling: config.sampling,
    dropLast: config.dropLast,
    learningRate: hyperparameters.learningRate,
    batchSize: hyperparameters.batchSize,
    schedule: kind,
    scheduleUnit: unit,
    warmup,
    ...config.settings,
    ...hyperparameters.optimizer,
    ...values,
  };
}

/** Settings from flat values, and one sentence for each value that was refused and replaced by its default. */
export interface ReadSettings extends RunSettings {
  readonly refused: readonly string[];
}

/** Longest list that a setting may be given as; the longest that mean something are far shorter. */
const longestList = 1000;

/** The choice that is written so, but for capitals and separators; text that is none as it is. */
export const choiceOf = ({ choices }: ChoiceField, written: string): string =>
  sameName(
    written,
    choices.map(({ value }) => value),
  ) ?? written;

/** Why a value cannot stand in a field, and what was probably meant; null when it can. */
export function refusalOf(field: Field, value: FieldValue): string | null {
  const problem = fieldProblem(field, value);
  if (problem === null || field.kind !== 'choice' || typeof value !== 'string') return problem;
  return (
    problem +
    didYouMean(
      [value],
      field.choices.map((choice) => choice.value),
    )
  );
}

/** What may stand in a field, from whatever a message or a file holds; what may not becomes text, to be refused. */
function plainValue(field: Field, value: unknown): FieldValue {
  if (typeof value === 'boolean') return value;
  // One zero is as good as the other, and only one of them survives being written as text.
  if (typeof value === 'number') return value + 0;
  if (typeof value === 'string') return field.kind === 'choice' ? choiceOf(field, value) : value;
  if (!Array.isArray(value)) return value === null ? 'null' : `something of the type ${typeof value}`;
  if (field.kind === 'set' && value.length <= longestList) return value.map(String);
  if (field.kind !== 'list' || value.length > longestList) return `a list of ${value.length}`;
  return value.every((item) => typeof item === 'number') ? value.map((item) => item + 0) : 'a list of other things';
}

/** Reads untrusted values. Unknown names are left alone; a bad value becomes its default and is named. */
export function fromValues(values: Readonly<Record<string, unknown>>): ReadSettings {
  const refused: string[] = [];
  const read = (field: Field): FieldValue => {
    if (!Object.hasOwn(values, field.name)) return field.default;
    const value = plainValue(field, values[field.name]);
    const problem = refusalOf(field, value);
    if (problem === null) return value;
    refused.push(problem);
    return field.default;
  };
  const keys: SettingKeys = {
    problem: read(problemField) as ProblemId,
    optimizer: read(optimizerField) as OptimizerId,
    schedule: read(scheduleField) as ScheduleId,
  };
  const all: Record<string, FieldValue> = { ...keys };
  for (const field of ownFields(keys)) all[field.name] = read(field);
  // The other defaults depend on these, so they are read after them.
  for (const field of settingFields(keys, all)) if (!Object.hasOwn(all, field.name)) all[field.name] = read(field);
  const settings = build(keys, all, values);
  return { ...limitBatch(settings, values, refused), refused };
}

/** Assembles settings; of a group of fields (problem's, optimizer's, schedule's) only the ones that were given are kept. */
function build(
  keys: SettingKeys,
  all: Readonly<Record<string, FieldValue>>,
  given: Readonly<Record<string, unknown>>,
): RunSettings {
  const group = (fields: readonly Field[]): FieldValues =>
    Object.fromEntries(
      fields
        .filter(({ name, default: initial }) => Object.hasOwn(given, name) && !isSameValue(all[name], initial))
        .map(({ name }) => [name, all[name]]),
    );
  return {
    config: {
      problem: keys.problem,
      settings: group((problems[keys.problem] as Problem).fields),
      examples: all.examples as number,
      noise: all.noise as number,
      seed: all.seed as number,
      start: [all.start1 as number, all.start2 as number],
      optimizer: keys.optimizer,
      sampling: all.sampling as RunConfig['sampling'],
      dropLast: all.dropLast as boolean,
    },
    hyperparameters: {
      learningRate: all.learningRate as number,
      batchSize: all.batchSize as number,
      optimizer: group(optimizers[keys.optimizer].fields),
      schedule: {
        kind: keys.schedule,
        unit: all.scheduleUnit as 'step' | 'epoch',
        warmup: all.warmup as number,
        values: group(schedules[keys.schedule].fields),
      },
    },
  };
}

/** What no field's own range can say: the batch fits the data, and the rule's arguments fit each other. */
function limitBatch(settings: RunSettings, given: Readonly<Record<string, unknown>>, refused: string[]): RunSettings {
  const { config } = settings;
  let { hyperparameters } = settings;
  if (hyperparameters.batchSize > config.examples) {
    if (Object.hasOwn(given, 'batchSize'))
      refused.push(`Batch size is at most the ${config.examples} examples, not ${hyperparameters.batchSize}.`);
    const { batchSize } = defaultHyperparameters(config.problem, config.optimizer);
    hyperparameters = { ...hyperparameters, batchSize: Math.min(batchSize, config.examples) };
  }
  const problem = ruleProblem(config, hyperparameters);
  if (problem !== null) {
    refused.push(problem);
    const initial = defaultHyperparameters(config.problem, config.optimizer);
    hyperparameters = { ...hyperparameters, optimizer: {}, schedule: initial.schedule };
  }
  return { config, hyperparameters };
}

/** One sentence that says why a rule cannot work with its arguments, or null when it can. */
export function ruleProblem(config: RunConfig, hyperparameters: Hyperparameters): string | null {
  try {
    new Rule(config.optimizer, hyperparameters);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

export const isSameValue = (a: FieldValue, b: FieldValue): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);
