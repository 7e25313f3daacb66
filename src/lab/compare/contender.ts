// A contender: a run beside the page's own, on the same problem, from the same start, fed the same shuffles. It differs
// in its optimizer and hyperparameters alone, or in the loss that it trains; these are what the link says of it:
//   contenders=adam,0.1,32+sgd,0.3,1,momentum,0.9      optimizer, learning rate, batch size, then names and values

import type { Field } from '../../training/field.ts';
import type { OptimizerId } from '../../training/optimizers/index.ts';
import type { Problem } from '../../training/problem.ts';
import { problems } from '../../training/problems/index.ts';
import { quoted } from '../../training/quoted.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import type { Edit, Hyperparameters, RunConfig } from '../../training/run/run.ts';
import { defaultLearningRate, withinData } from '../defaults.ts';
import { formatValue, readValue, refusalOf } from '../fieldValue.ts';
import { didYouMean } from '../nearMiss.ts';
import {
  isSettingName,
  optimizerField,
  type SettingKeys,
  settingFields,
  settingName,
  settingNames,
} from '../settings.ts';
import { fieldsSaid, fromValues, keysOf, toValues } from '../settingsCodec.ts';

/** Runs side by side at most, the page's own included. */
export const mostContenders = 4;

/** By what a contender is told apart: 0 is the page's own run. */
export const slots = [0, 1, 2, 3] as const;
export type Slot = (typeof slots)[number];
export const letters: Readonly<Record<Slot, string>> = { 0: 'A', 1: 'B', 2: 'C', 3: 'D' };

/** What a contender has of its own. */
export interface Rival {
  readonly optimizer: OptimizerId;
  readonly hyperparameters: Hyperparameters;
  /** The loss that it trains, of those that the problem offers, where that is another than the own run's. */
  readonly loss?: string;
}

export interface Contender extends Rival {
  readonly slot: Slot;
}

/** The log of a contender: its hyperparameters from the start on. */
export const editsOf = ({ hyperparameters }: Rival): readonly Edit[] => [{ step: 0, hyperparameters }];

/** The settings that stand at a place of their own, and those that are the problem's and so the same for all. */
const placed = ['optimizer', 'learningRate', 'batchSize'];
const shared = [
  ...['problem', 'examples', 'arrangement', 'standardise', 'noise', 'seed'],
  ...['start1', 'start2', 'startPlane', 'sampling', 'dropLast'],
];

const ownFieldsOf = (keys: SettingKeys, config: RunConfig): readonly Field[] => {
  const { fields }: Problem = problems[config.problem];
  const names = new Set([...placed, ...shared, ...fields.map(({ name }) => name)]);
  return settingFields(keys, config.settings).filter(({ name }) => !names.has(name));
};

/** The contenders as the link has them. `parseContenders` is the inverse. */
export const formatContenders = (contenders: readonly Rival[], config: RunConfig): string =>
  contenders.map((contender) => formatContender(contender, config)).join('+');

function formatContender({ optimizer, hyperparameters, loss }: Rival, shared: RunConfig): string {
  const config = { ...shared, optimizer };
  const values = toValues({ config, hyperparameters });
  // Lists join their numbers by `_`, since commas stand between the items.
  const own = fieldsSaid(ownFieldsOf(keysOf(values), config), values).flatMap(({ name }) => [
    name,
    formatValue(values[name]).replaceAll(',', '_'),
  ]);
  const trained = loss === undefined ? [] : ['loss', loss];
  return [optimizer, hyperparameters.learningRate, hyperparameters.batchSize, ...own, ...trained].join(',');
}

export interface ReadContenders {
  readonly rivals: readonly Rival[];
  /** A sentence for everything that was not read as it stands. */
  readonly refused: readonly string[];
}

/** Reads untrusted text; of what is wrong, the default stands. At most three contenders are read. */
export function parseContenders(text: string, config: RunConfig): ReadContenders {
  // A `+` that was taken for a space on its way is one all the same.
  const parts = text.split(/[+\s]+/).filter((part) => part !== '');
  const read = parts.slice(0, mostContenders - 1).map((part) => parseContender(part, config));
  const refused = read.flatMap((one, index) =>
    one.refused.map((sentence) => `Run ${index + 1} beside this one: ${sentence}`),
  );
  if (parts.length >= mostContenders)
    refused.push(`Only the first ${mostContenders - 1} runs beside this one were read.`);
  return { rivals: read.flatMap(({ rival }) => rival ?? []), refused };
}

interface ReadContender {
  readonly rival: Rival | null;
  readonly refused: readonly string[];
}

function parseContender(text: string, config: RunConfig): ReadContender {
  const [written, learningRate, batchSize, ...items] = text.split(',');
  const optimizer = readValue(optimizerField, written);
  const refusal = refusalOf(optimizerField, optimizer);
  if (refusal !== null) return { rival: null, refused: [refusal] };
  const given = new Map<string, string>();
  for (let index = 0; index < items.length; index += 2) given.set(settingName(items[index]), items[index + 1] ?? '');
  const { problem, examples, data } = config;
  const keys = keysOf({ problem, optimizer, schedule: given.get('schedule') ?? 'constant' });
  const values: Record<string, unknown> = { problem, optimizer, examples, ...(data !== undefined && { data }) };
  if (learningRate !== undefined) values.learningRate = learningRate;
  if (batchSize !== undefined) values.batchSize = batchSize;
  for (const field of ownFieldsOf(keys, config)) {
    const item = given.get(field.name);
    if (given.delete(field.name)) values[field.name] = field.kind === 'list' ? item?.replaceAll('_', ',') : item;
  }
  const { loss, refused: refusedLoss } = parseLoss(given, config);
  const { hyperparameters, refused } = fromValues(values);
  return {
    rival: { optimizer: keys.optimizer, hyperparameters, ...(loss !== undefined && { loss }) },
    refused: [...refused, ...refusedLoss, ...unknown(given)],
  };
}

/** The problem's choice of losses; undefined where it has none. */
const lossFieldOf = ({ problem }: Pick<RunConfig, 'problem'>): Field | undefined =>
  (problems[problem] as Problem).fields.find(({ name }) => name === 'loss');

/** Takes the loss out of what is given. */
function parseLoss(
  given: Map<string, string>,
  config: RunConfig,
): { readonly loss?: string; readonly refused: string[] } {
  const field = lossFieldOf(config);
  const written = given.get('loss');
  if (field === undefined || written === undefined) return { refused: [] };
  given.delete('loss');
  const loss = readValue(field, written);
  const refusal = refusalOf(field, loss);
  return refusal === null ? { loss: String(loss), refused: [] } : { refused: [refusal] };
}

/** The run of a contender, from the own one's. */
export const configOf = ({ optimizer, loss }: Rival, own: RunConfig): RunConfig => ({
  ...own,
  optimizer,
  ...(loss !== undefined && { settings: { ...own.settings, loss } }),
});

/** A sentence for names that no setting of a contender has. */
function unknown(given: ReadonlyMap<string, unknown>): readonly string[] {
  const names = [...given.keys()];
  if (names.length === 0) return [];
  const slips = names.filter((name) => !isSettingName(name));
  const listed = names.slice(0, 3).map(quoted).join(', ');
  return [`Of it the link also says ${listed}, which means nothing there.${didYouMean(slips, settingNames)}`];
}

/** A contender's settings on another problem: its rate keeps its ratio to the one that is usual there. */
export function transfer<Any extends Rival>(rival: Any, from: RunConfig, to: RunConfig): Any {
  const { optimizer, hyperparameters } = rival;
  const ratio =
    from.problem === to.problem
      ? 1
      : defaultLearningRate(to.problem, optimizer) / defaultLearningRate(from.problem, optimizer);
  const learningRate =
    ratio === 1 ? hyperparameters.learningRate : Number((hyperparameters.learningRate * ratio).toPrecision(3));
  // What was all examples stays all of them.
  const isWhole = hyperparameters.batchSize === trainingCount(from);
  const batchSize = isWhole ? trainingCount(to) : hyperparameters.batchSize;
  const fitting = withinData({ ...hyperparameters, learningRate, batchSize }, to);
  const { loss: _, ...others } = rival;
  // What the other problem offers is its own.
  if (rival.loss !== undefined && from.problem !== to.problem) return { ...(others as Any), hyperparameters: fitting };
  const isSame = (['learningRate', 'batchSize', 'accumulate'] as const).every(
    (name) => fitting[name] === hyperparameters[name],
  );
  return isSame ? rival : { ...rival, hyperparameters: fitting };
}
