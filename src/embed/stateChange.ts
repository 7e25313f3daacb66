// Reads a change of state from a message: settings by their names in the link, and where the run is to stand.
// Another problem or optimizer brings its own defaults with it, as it does in the page.

import { readValue } from '../lab/fieldValue.ts';
import { didYouMean, sameName } from '../lab/nearMiss.ts';
import { networkIn } from '../lab/network.ts';
import type { PlaneChoice } from '../lab/planeChoice.ts';
import { parsePlane } from '../lab/planeText.ts';
import {
  isSettingName,
  optimizerField,
  problemField,
  type SettingKeys,
  scheduleField,
  settingFields,
  settingName,
} from '../lab/settings.ts';
import { fromValues, keysOf, type RunSettings, valuesOf } from '../lab/settingsCodec.ts';
import { type LabState, type Phase, phases } from '../lab/store.ts';
import { parseWatched } from '../lab/watchedText.ts';
import { batchesOf } from '../training/batches.ts';
import type { Field, FieldValue } from '../training/field.ts';
import { heldOutCount } from '../training/network/holdOut.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { quoted } from '../training/quoted.ts';
import { problemOf } from '../training/run/configuration.ts';
import type { RunConfig } from '../training/run/run.ts';
import { schedules } from '../training/schedules/index.ts';
import { RequestError } from './protocol.ts';

export interface StateChange extends RunSettings {
  /** Begin the run anew and go through this many steps. */
  readonly step: number | undefined;
  /** Null ends slow motion. */
  readonly phase: Phase | null | undefined;
  readonly speed: number | undefined;
  /** Of a network: the weights that are followed in numbers, and the plane in which all are seen. */
  readonly watched: readonly number[] | undefined;
  readonly planeChoice: PlaneChoice | undefined;
}

type Given = Readonly<Record<string, unknown>>;

/** Names that are not settings of the run. */
const placeNames: readonly string[] = ['step', 'phase', 'speed', 'start', 'watch', 'plane', 'data'];

/** @throws RequestError when any of it is refused; then none of it counts */
export function readChange(state: LabState, message: Given): StateChange {
  const written = Object.fromEntries(
    Object.entries(message).map(([name, value]) => [sameName(name, placeNames) ?? settingName(name), value]),
  );
  const keys = keysOf({ ...valuesOf(state), ...written });
  const fields = settingFields(keys);
  const given = Object.fromEntries(
    Object.entries({ ...written, ...readStart(written) }).map(([name, value]) => {
      const field = fields.find((candidate) => candidate.name === name);
      return [name, field === undefined ? value : readValue(field, value)];
    }),
  );
  const { config, hyperparameters, refused } = fromValues({ ...keptValues(state, given), ...given });
  if (refused.length > 0) throw new RequestError('setting', refused.join(' '));
  checkNames(given, fields);
  return {
    config,
    hyperparameters,
    step: readStep(given, state.stepLimit),
    phase: readPhase(given),
    speed: readSpeed(given),
    ...readLook(given, config),
  };
}

/** The present values that a message leaves as they are. */
function keptValues(state: LabState, given: Given): Record<string, FieldValue> {
  const kept: Record<string, FieldValue> = { ...valuesOf(state) };
  const { optimizer, schedule } = kept as unknown as SettingKeys;
  // Lists are others by what they hold.
  const isOther = (name: string): boolean =>
    Object.hasOwn(given, name) && JSON.stringify(given[name]) !== JSON.stringify(kept[name]);
  const isOtherOptimizer = isOther(optimizerField.name);
  const drop = (fields: readonly Field[]): void => {
    for (const { name } of fields) delete kept[name];
  };
  const problemFields = problemOf(state.config).fields;
  if (isOther(problemField.name)) {
    const { seed, optimizer: rule } = kept as { seed: number; optimizer: string };
    const own = Object.fromEntries(optimizers[optimizer].fields.map(({ name }) => [name, kept[name]]));
    return { seed, optimizer: rule, ...(!isOtherOptimizer && own) };
  }
  // Other data have another number of examples.
  if (Object.hasOwn(given, 'data')) {
    for (const name of ['data', 'examples', 'arrangement']) delete kept[name];
    const { problem, data } = keysOf({ ...kept, ...given });
    if (data === undefined) delete kept.standardise;
    else kept.examples = data.y.length;
    // A network of other features or classes has other inputs, and other weights.
    if (shapeOf(state.config) !== shapeOf({ problem, ...(data !== undefined && { data }) }))
      for (const name of ['inputs', 'start1', 'start2', 'startPlane']) delete kept[name];
  }
  if (problemFields.some(({ name }) => isOther(name)))
    for (const name of ['start1', 'start2', 'startPlane']) delete kept[name];
  if (isOtherOptimizer) {
    drop(optimizers[optimizer].fields);
    delete kept.learningRate;
  }
  if (isOther(scheduleField.name)) drop(schedules[schedule].fields);
  return withinGiven(kept, given);
}

/** How many features and classes a network is made for; the same for all that is none. */
function shapeOf(config: Pick<RunConfig, 'problem' | 'data'>): string {
  const problem = problemOf(config);
  return problem.network === undefined ? '' : `${problem.data.features} ${problem.data.classes}`;
}

/** What is kept of the batches has room in the examples that are given, of which some may be held out. */
function withinGiven(kept: Record<string, FieldValue>, given: Given): Record<string, FieldValue> {
  const numberOf = (name: string): number => {
    const value = given[name] ?? kept[name];
    return typeof value === 'number' ? value : 0;
  };
  const examples = numberOf('examples');
  const count = examples - heldOutCount(examples, numberOf('testShare'));
  const within = (size: number): number => Math.max(1, Math.min(size, count));
  const isDropping = (given.dropLast ?? kept.dropLast) === true;
  const most = batchesOf(count, within(numberOf('batchSize')), isDropping);
  const accumulate = Math.max(1, Math.min(Number(kept.accumulate), most));
  return { ...kept, batchSize: within(Number(kept.batchSize)), accumulate };
}

/** How a network is looked at, in the words of the link; names of weights may come as a list as well. */
function readLook(given: Given, config: RunSettings['config']): Pick<StateChange, 'watched' | 'planeChoice'> {
  const text = (name: string): string | undefined => {
    if (!Object.hasOwn(given, name)) return undefined;
    const value = given[name];
    if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(' ');
    if (typeof value === 'string') return value;
    throw new RequestError('setting', `${name} is a text, as in the link.`);
  };
  const [watch, plane] = [text('watch'), text('plane')];
  const network = networkIn(config);
  if (network === null && (watch ?? plane) !== undefined)
    throw new RequestError('setting', 'Only of a network weights are watched, and seen in a plane.');
  const seen = network === null || watch === undefined ? undefined : parseWatched(network, watch);
  const shown = plane === undefined ? undefined : parsePlane(plane);
  for (const read of [seen, shown]) if (read?.refusal) throw new RequestError('setting', read.refusal);
  return { watched: seen?.watched, planeChoice: shown?.planeChoice };
}

function checkNames(given: Given, fields: readonly Field[]): void {
  const known = new Set([...placeNames, ...fields.map(({ name }) => name)]);
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
