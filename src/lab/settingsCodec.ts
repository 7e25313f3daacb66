// The settings of a run in three spellings: as they are used and stand in files, as flat values by name, and as text. What
// is read is checked by the declarations of the fields, whatever it was spelt in.

import { batchSizeProblem } from '../training/batches.ts';
import type { Field, FieldValue, FieldValues } from '../training/field.ts';
import { fieldProblem, withDefaults } from '../training/field.ts';
import { optimizers } from '../training/optimizers/index.ts';
import type { Arrangement } from '../training/ownData/arrangements.ts';
import type { OwnData } from '../training/ownData/ownData.ts';
import type { ProblemId } from '../training/problems/index.ts';
import { checkConfig, problemOf, trainingCount } from '../training/run/configuration.ts';
import { ownRuns } from '../training/run/ownRuns.ts';
import type { Hyperparameters, RunConfig } from '../training/run/run.ts';
import { firstTwo, formatStartPlane, parseStartPlane } from '../training/run/startPlane.ts';
import { schedules } from '../training/schedules/index.ts';
import { defaultHyperparameters, withinExamples } from './defaults.ts';
import { exactValue, readValue, refusalOf } from './fieldValue.ts';
import { isOwnPartThere, ownPart } from './own/ownSlot.ts';
import { batchesProblem, networkProblem, refusalBy, ruleProblem } from './refusals.ts';
import { optimizerField, ownFields, problemField, type SettingKeys, scheduleField, settingFields } from './settings.ts';

/** The settings of a run. */
export interface RunSettings {
  readonly config: RunConfig;
  readonly hyperparameters: Hyperparameters;
}

/** Settings from flat values, and one sentence for each value that was refused and replaced by its default. */
export interface ReadSettings extends RunSettings {
  readonly refused: readonly string[];
}

/** Values by name, from whoever wrote them. */
export type Untrusted = Readonly<Record<string, unknown>>;

/** The settings of a run as flat values, without those of its groups that stand for their defaults. */
export const toValues = (settings: RunSettings): FieldValues => flatten(settings) as FieldValues;

/** All settings of a run as flat values, the ones left at their defaults too. */
export function valuesOf(settings: RunSettings): FieldValues {
  const values = toValues(settings);
  const { data } = settings.config;
  const all = withDefaults(settingFields(keysOf(values), settings.config.settings), values);
  return data === undefined ? all : ({ ...all, data } as Untrusted as FieldValues);
}

/** The same of whatever a file holds in their place; what is missing is undefined. */
function flatten({
  config,
  hyperparameters,
}: {
  readonly config: unknown;
  readonly hyperparameters: unknown;
}): Untrusted {
  const { settings, start, startPlane, ...ofRun } = record(config);
  const { optimizer: own, schedule, clipNorm, ...ofSteps } = record(hyperparameters);
  const { kind, unit, warmup, values } = record(schedule);
  const [start1, start2] = Array.isArray(start) && start.length === 2 ? start : [start, start];
  const placed = {
    ...{ ...ofRun, start1, start2, ...ofSteps, schedule: kind, scheduleUnit: unit, warmup },
    // What is not clipped, or begins in the plane that is usual, may leave it unsaid.
    ...(clipNorm != null && { clipNorm }),
    ...(startPlane !== undefined && { startPlane: textOfPlane(startPlane) }),
  };
  return { ...record(settings), ...record(own), ...record(values), ...placed };
}

/** A start plane as the link has it; text that is refused where it is none. */
function textOfPlane(plane: unknown): unknown {
  const { weights, random } = record(plane);
  if (Array.isArray(weights)) return weights.join(',');
  return random === undefined ? String(plane) : `random ${random}`;
}

const record = (value: unknown): Untrusted =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Untrusted) : {};

/** The keys that values say, the defaults for those that mean nothing. */
export function keysOf(values: Untrusted): SettingKeys {
  const [problem, optimizer, schedule] = [problemField, optimizerField, scheduleField].map((field) => {
    const value = Object.hasOwn(values, field.name) ? readValue(field, values[field.name]) : field.default;
    return fieldProblem(field, value) === null ? value : field.default;
  });
  const keys = { problem, optimizer, schedule } as SettingKeys;
  const { data } = ownDataIn(values, keys.problem);
  return data === undefined ? keys : { ...keys, data };
}

/** Own data among values, or why they are none that the problem can learn from. */
function ownDataIn({ data: given }: Untrusted, problem: ProblemId): { data?: OwnData; refusal?: string } {
  // Null takes them away.
  if (given === undefined || given === null) return {};
  if (!isOwnPartThere()) return { refusal: 'Own data were not loaded.' };
  try {
    const data = ownPart().read(given);
    problemOf({ problem, data });
    return { data };
  } catch (error) {
    if (error instanceof RangeError) return { refusal: error.message };
    throw error;
  }
}

/**
 * Reads untrusted values, as they are or as text. Unknown names are left alone; a bad value becomes its default and is
 * named.
 */
export function fromValues(values: Untrusted): ReadSettings {
  const refused: string[] = [];
  const keys = keysOf(values);
  const all: Record<string, FieldValue> = {};
  const read = (field: Field): void => {
    if (Object.hasOwn(all, field.name)) return;
    const value = Object.hasOwn(values, field.name) ? readValue(field, values[field.name]) : field.default;
    const refusal = refusalOf(field, value);
    if (refusal !== null) refused.push(refusal);
    all[field.name] = refusal === null ? value : field.default;
  };
  const { refusal: badData } = ownDataIn(values, keys.problem);
  if (badData !== undefined) refused.push(badData);
  for (const field of [problemField, optimizerField, scheduleField, ...ownFields(keys)]) read(field);
  // The other defaults depend on these, so they are read after them.
  for (const field of settingFields(keys, all)) read(field);
  const isKept = ({ name, default: initial }: Field): boolean =>
    Object.hasOwn(values, name) && !isSameValue(all[name], initial);
  return { ...limited(build(keys, all, isKept), values, refused), refused };
}

/** What a run need not say of itself. */
const isOptional: ReadonlySet<string> = new Set([
  ...['clipNorm', 'accumulate', 'forgetZeroGrad', 'startPlane'],
  ...['arrangement', 'standardise'],
]);

/**
 * Reads the settings of a run from a file, where every value must stand as it is used.
 * @throws RangeError in one sentence: which value is missing, unknown, or refused, and why
 */
export function settingsOfFile(config: unknown, hyperparameters: unknown): RunSettings {
  const values = flatten({ config, hyperparameters });
  const keys = keysOf(values);
  const { refusal: badData } = ownDataIn(values, keys.problem);
  if (badData !== undefined) throw new RangeError(badData);
  const isOwn = new Set(ownFields(keys).map(({ name }) => name));
  const fields = settingFields(keys);
  for (const field of fields) {
    const value = values[field.name];
    if (value === undefined && (isOwn.has(field.name) || isOptional.has(field.name))) continue;
    const refusal = fieldProblem(field, value === undefined ? 'nothing' : exactValue(field, value));
    if (refusal !== null) throw new RangeError(refusal);
  }
  const unknown = Object.keys(values).find((name) => name !== 'data' && fields.every((field) => field.name !== name));
  if (unknown !== undefined) throw new RangeError(`There is no setting named ${unknown} here.`);
  const settings = build(keys, values as FieldValues, ({ name }) => values[name] !== undefined);
  const refusal = ruleProblem(settings.config, settings.hyperparameters);
  if (refusal !== null) throw new RangeError(refusal);
  return settings;
}

/** The fields in which `values` differ from their defaults. */
export const fieldsSaid = (fields: readonly Field[], values: FieldValues): readonly Field[] =>
  fields.filter(({ name, default: initial }) => Object.hasOwn(values, name) && !isSameValue(values[name], initial));

/** Assembles settings; of a group of fields (problem's, optimizer's, schedule's) only the ones that are kept. */
function build(keys: SettingKeys, all: FieldValues, isKept: (field: Field) => boolean): RunSettings {
  const group = (fields: readonly Field[]): FieldValues =>
    Object.fromEntries(fields.filter(isKept).map(({ name }) => [name, all[name]]));
  const { data } = keys;
  const startPlane = typeof all.startPlane === 'string' ? parseStartPlane(all.startPlane) : null;
  return {
    config: {
      problem: keys.problem,
      settings: group(problemOf({ problem: keys.problem, ...(data !== undefined && { data }) }).fields),
      examples: all.examples as number,
      noise: all.noise as number,
      seed: all.seed as number,
      start: [all.start1 as number, all.start2 as number],
      ...(startPlane !== null &&
        !isSameValue(formatStartPlane(startPlane), formatStartPlane(firstTwo)) && { startPlane }),
      optimizer: keys.optimizer,
      sampling: all.sampling as RunConfig['sampling'],
      dropLast: all.dropLast as boolean,
      ...(data !== undefined && { data }),
      ...(typeof all.arrangement === 'string' &&
        all.arrangement !== 'as-drawn' && { arrangement: all.arrangement as Arrangement }),
      ...(all.standardise === false && { standardise: false }),
    },
    hyperparameters: {
      learningRate: all.learningRate as number,
      batchSize: all.batchSize as number,
      ...summing(all),
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

/** How gradients become the one that the rule is given; what is left at its default is absent. */
export const summing = ({ clipNorm, accumulate, forgetZeroGrad }: FieldValues): Partial<Hyperparameters> => ({
  ...(typeof clipNorm === 'number' && clipNorm > 0 && { clipNorm }),
  ...(typeof accumulate === 'number' && accumulate > 1 && { accumulate }),
  ...(forgetZeroGrad === true && { forgetZeroGrad }),
});

/** What no field's own range can say: batch and planes fit the data and the network, and the rule's arguments each other. */
function limited(settings: RunSettings, given: Untrusted, refused: string[]): RunSettings {
  const config = withinNetwork(asArranged(settings.config, refused), refused);
  const { hyperparameters } = settings;
  const initial = defaultHyperparameters(config.problem, config.optimizer);
  const { batchSize } = hyperparameters;
  const count = trainingCount(config);
  const tooLarge = batchSizeProblem(batchSize, count);
  if (tooLarge !== null && Object.hasOwn(given, 'batchSize')) refused.push(tooLarge);
  const whole = withinExamples(
    tooLarge === null ? hyperparameters : { ...hyperparameters, batchSize: initial.batchSize },
    count,
  );
  const tooMany = batchesProblem(config, whole);
  if (tooMany !== null) refused.push(tooMany);
  const { accumulate, ...once } = whole;
  const fitting = tooMany === null ? whole : once;
  const problem = ruleProblem(config, fitting);
  if (problem === null) return { config, hyperparameters: fitting };
  refused.push(problem);
  return { config, hyperparameters: { ...fitting, optimizer: {}, schedule: initial.schedule } };
}

/** Examples that cannot be arranged in this way stay as they were drawn. */
function asArranged(config: RunConfig, refused: string[]): RunConfig {
  const { arrangement, ...asDrawn } = config;
  if (arrangement === undefined) return config;
  const refusal = isOwnPartThere()
    ? refusalBy(() => ownRuns().checkArrangement(problemOf(config), arrangement))
    : 'Arrangements were not loaded.';
  if (refusal === null) return config;
  refused.push(refusal);
  return asDrawn;
}

/** The same of a network: layers that are too large together, and a start plane of weights that are not there. */
function withinNetwork(config: RunConfig, refused: string[]): RunConfig {
  const { layers, ...settings } = config.settings;
  const tooLarge = networkProblem(config);
  if (tooLarge !== null) refused.push(tooLarge);
  const fitting = tooLarge === null ? config : { ...config, settings };
  const { startPlane, ...anywhere } = fitting;
  const nowhere = startPlane === undefined ? null : refusalBy(() => checkConfig(fitting));
  if (nowhere === null) return fitting;
  refused.push(nowhere);
  return anywhere;
}

const isSameValue = (a: FieldValue, b: FieldValue): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
