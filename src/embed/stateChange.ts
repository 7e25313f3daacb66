// Reads a change of state from a message: settings by their names in the link, and where the run is to stand.
// Another problem or optimizer brings its own defaults with it, as it does in the page.

import { didYouMean, sameName } from '../lab/nearMiss.ts';
import {
  choiceOf,
  fromValues,
  isSettingName,
  optimizerField,
  problemField,
  type RunSettings,
  type SettingKeys,
  scheduleField,
  settingFields,
  settingName,
} from '../lab/settings.ts';
import { type LabState, type Phase, phases } from '../lab/store.ts';
import { parseValue } from '../lab/url.ts';
import type { Field, FieldValue } from '../training/field.ts';
import { optimizers } from '../training/optimizers/index.ts';
import type { Problem } from '../training/problem.ts';
import { problems } from '../training/problems/index.ts';
import { quoted } from '../training/quoted.ts';
import { schedules } from '../training/schedules/index.ts';
import { RequestError } from './protocol.ts';
import { valuesOf } from './snapshot.ts';

export interface StateChange extends RunSettings {
  /** Begin the run anew and go through this many steps. */
  readonly step: number | undefined;
  /** Null ends slow motion. */
  readonly phase: Phase | null | undefined;
  readonly speed: number | undefined;
}

type Given = Readonly<Record<string, unknown>>;

/** The choices on which it depends what other settings there are. */
const keyFields = [problemField, optimizerField, scheduleField];

/** Names that are not settings of the run. */
const placeNames: readonly string[] = ['step', 'phase', 'speed', 'start'];

/** @throws RequestError when any of it is refused; then none of it counts */
export function readChange(state: LabState, message: Given): StateChange {
  const given = Object.fromEntries(
    Object.entries(message).map(([written, value]) => {
      const name = sameName(written, placeNames) ?? settingName(written);
      const field = keyFields.find((key) => key.name === name);
      return [name, field !== undefined && typeof value === 'string' ? choiceOf(field, value) : value];
    }),
  );
  const wanted = parsedTexts({ ...keptValues(state, given), ...given, ...readStart(given) });
  const { config, hyperparameters, refused } = fromValues(wanted);
  if (refused.length > 0) throw new RequestError('setting', refused.join(' '));
  checkNames(given, { problem: config.problem, optimizer: config.optimizer, schedule: hyperparameters.schedule.kind });
  return {
    config,
    hyperparameters,
    step: readStep(given, state.stepLimit),
    phase: readPhase(given),
    speed: readSpeed(given),
  };
}

/** The same values, those given as text read as the link reads them. */
function parsedTexts(values: Record<string, unknown>): Record<string, unknown> {
  const { config, hyperparameters } = fromValues(values);
  const keys = { problem: config.problem, optimizer: config.optimizer, schedule: hyperparameters.schedule.kind };
  for (const field of settingFields(keys)) {
    const value = values[field.name];
    if (typeof value === 'string') values[field.name] = parseValue(field, value);
  }
  return values;
}

/** The present values that a message leaves as they are. */
function keptValues(state: LabState, given: Given): Record<string, FieldValue> {
  const kept: Record<string, FieldValue> = { ...valuesOf(state) };
  const { problem, optimizer, schedule } = kept as unknown as SettingKeys;
  const isOther = (name: string): boolean => Object.hasOwn(given, name) && given[name] !== kept[name];
  const isOtherOptimizer = isOther(optimizerField.name);
  const drop = (fields: readonly Field[]): void => {
    for (const { name } of fields) delete kept[name];
  };
  const problemFields = (problems[problem] as Problem).fields;
  if (isOther(problemField.name)) {
    const { seed, optimizer: rule } = kept as { seed: number; optimizer: string };
    const own = Object.fromEntries(optimizers[optimizer].fields.map(({ name }) => [name, kept[name]]));
    return { seed, optimizer: rule, ...(!isOtherOptimizer && own) };
  }
  if (problemFields.some(({ name }) => isOther(name))) for (const name of ['start1', 'start2']) delete kept[name];
  if (isOtherOptimizer) {
    drop(optimizers[optimizer].fields);
    delete kept.learningRate;
  }
  if (isOther(scheduleField.name)) drop(schedules[schedule].fields);
  if (typeof given.examples === 'number' && (kept.batchSize as number) > given.examples)
    kept.batchSize = given.examples;
  return kept;
}

function checkNames(given: Given, keys: SettingKeys): void {
  const known = new Set([...placeNames, ...settingFields(keys).map(({ name }) => name)]);
  const unknown = Object.keys(given).find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new RequestError(
      'setting',
      `There is no setting named ${quoted(unknown)} here.${isSettingName(unknown) ? '' : didYouMean([unknown], [...known])}`,
    );
}

/** The start may come as a pair, as in the link. */
function readStart(given: Given): Record<string, unknown> {
  if (!Object.hasOwn(given, 'start')) return {};
  const start = typeof given.start === 'string' ? given.start.split(',') : given.start;
  if (!Array.isArray(start) || start.length !== 2) throw new RequestError('setting', 'start is a pair of weights.');
  return { start1: start[0], start2: start[1] };
}

/** A number also where it comes as text, as from an attribute. */
const numberOf = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() !== '' ? Number(value) : value;

function readStep(given: Given, stepLimit: number): number | undefined {
  if (!Object.hasOwn(given, 'step')) return undefined;
  const step = numberOf(given.step);
  if (typeof step === 'number' && Number.isInteger(step) && step >= 0 && step <= stepLimit) return step;
  throw new RequestError('setting', `step is a whole number from 0 to ${stepLimit}.`);
}

function readPhase(given: Given): Phase | null | undefined {
  if (!Object.hasOwn(given, 'phase')) return undefined;
  const { phase } = given;
  if (phase === null) return null;
  const known = phases.find((one) => typeof phase === 'string' && one === phase.toLowerCase());
  if (known !== undefined) return known;
  const meant = typeof phase === 'string' ? didYouMean([phase], phases) : '';
  throw new RequestError('setting', `phase is one of ${phases.join(', ')}, or null.${meant}`);
}

function readSpeed(given: Given): number | undefined {
  if (!Object.hasOwn(given, 'speed')) return undefined;
  const speed = numberOf(given.speed);
  if (speed === null) return Number.POSITIVE_INFINITY;
  if (typeof speed === 'number' && speed >= 0.5 && speed <= 10_000) return speed;
  throw new RequestError('setting', 'speed is a number of steps per second from 0.5 to 10000, or null for no limit.');
}
