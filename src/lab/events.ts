// What of a run is worth a sentence of its own: not that a number changed but what that means. Each is said only where the
// numbers of this run bear it out.

import { withDefaults } from '../training/field.ts';
import type { Optimizer } from '../training/optimizer.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { linearRule } from '../training/optimizers/linearRule.ts';
import type { Problem } from '../training/problem.ts';
import { problems } from '../training/problems/index.ts';
import { trainingCount } from '../training/run/configuration.ts';
import { isEven } from '../training/run/parts.ts';
import type { Hyperparameters, RunConfig, StepDetail } from '../training/run/run.ts';
import { isCircling } from './circling.ts';
import type { History } from './history.ts';
import { hasLayers } from './network.ts';
import { isPlainDescent } from './plainDescent.ts';
import { ruleStabilityLimit } from './stability.ts';

/** A loss before a step and after it. */
interface Change {
  readonly from: number;
  readonly to: number;
}

export type RunEvent =
  /** The pending step is the first of an epoch whose order is new. */
  | { readonly kind: 'newEpoch'; readonly order: 'shuffled' | 'same' | 'drawn' }
  /** The weights go round without getting on. */
  | { readonly kind: 'circling' }
  /** So many steps would take less than a tenth of the way to the minimum. */
  | { readonly kind: 'tooSmall' }
  /** The pending step lowers the loss of its own batch and raises that of the `others` examples. */
  | { readonly kind: 'selfish'; readonly batch: Change; readonly rest: Change; readonly others: number }
  /** The pending step goes past the lowest point on its way; with two weights where the rate is above this limit. */
  | { readonly kind: 'overshoot'; readonly limit: number | null; readonly batch: Change };

export interface EventSource {
  readonly config: RunConfig;
  readonly hyperparameters: Hyperparameters;
  readonly detail: StepDetail | null;
}

/** What can be said of the step about to be taken and of the run up to it; null where it is a step like any other. */
export function eventOf(source: EventSource, history: Pick<History, 'path' | 'edits' | 'stride'>): RunEvent | null {
  const { detail } = source;
  if (detail === null) return null;
  return (
    overshoot(source, detail) ??
    newEpoch(source.config, detail) ??
    (isCircling(source, detail, history) ? { kind: 'circling' } : null) ??
    (isTooSmall(source, detail) ? { kind: 'tooSmall' } : null) ??
    selfish(source, detail)
  );
}

/** Differences of means smaller than this, relative to the means, are rounding. */
const rounding = 1e-9;

/** Along a plain step the loss of its batch falls at first: where it ends higher, the step went past a lowest point. */
function overshoot(source: EventSource, detail: StepDetail): RunEvent | null {
  const { batchLoss, nextBatchLoss, largestEigenvalue, learningRate, optimizerValues } = detail;
  if (!isPlainDescent(source)) return null;
  const batch = { from: batchLoss, to: nextBatchLoss };
  if (hasLayers(source.config))
    return nextBatchLoss - batchLoss > rounding * batchLoss ? { kind: 'overshoot', limit: null, batch } : null;
  if (largestEigenvalue === null) return null;
  const limit = ruleStabilityLimit(source.config.optimizer, optimizerValues, largestEigenvalue);
  if (limit === null || !(learningRate > limit) || !(nextBatchLoss > batchLoss)) return null;
  return { kind: 'overshoot', limit, batch };
}

function newEpoch({ sampling }: RunConfig, { epoch, offset }: StepDetail): RunEvent | null {
  if (epoch === 0 || offset > 0) return null;
  const order = sampling === 'reshuffle' ? 'shuffled' : sampling === 'replacement' ? 'drawn' : 'same';
  return { kind: 'newEpoch', order };
}

function selfish({ config }: EventSource, detail: StepDetail): RunEvent | null {
  const { batch, batchLoss, nextBatchLoss, fullLoss, nextFullLoss, microBatches } = detail;
  const count = trainingCount(config);
  const others = count - batch.length;
  // Only of examples that weigh alike, each once, does the mean tell what is left for the others.
  if (others === 0 || config.sampling === 'replacement' || !isEven(microBatches)) return null;
  if (!(nextBatchLoss < batchLoss)) return null;
  const restOf = (full: number, own: number): number => (count * full - batch.length * own) / others;
  const [from, to] = [restOf(fullLoss, batchLoss), restOf(nextFullLoss, nextBatchLoss)];
  if (!(to - from > rounding * Math.max(fullLoss, batchLoss))) return null;
  return { kind: 'selfish', batch: { from: batchLoss, to: nextBatchLoss }, rest: { from, to }, others };
}

/** How many steps the way is looked at. */
export const manySteps = 100;

/**
 * On a quadratic a step of the SGD family moves the weights, along the axis that curves by c, by about rate / (1 − momentum)
 * × c of what is left there, so that a hundred of them cover at most a hundred times that share: of any axis no more than
 * of the steepest.
 */
function isTooSmall({ config, hyperparameters }: EventSource, detail: StepDetail): boolean {
  const { largestEigenvalue, learningRate, optimizerValues } = detail;
  if (largestEigenvalue === null || !isQuadratic(config)) return false;
  const { schedule, forgetZeroGrad } = hyperparameters;
  if (schedule.kind !== 'constant' || schedule.warmup > 0 || forgetZeroGrad) return false;
  const rule = linearRule(optimizers[config.optimizer] as Optimizer, optimizerValues);
  if (rule === null || rule.momentum >= 1 || rule.weightDecay > 0 || optimizerValues.maximize === true) return false;
  const share = (manySteps * learningRate * largestEigenvalue) / (1 - rule.momentum);
  return share > 0 && share < 0.1;
}

/**
 * Whether the loss of all examples is a quadratic of the two weights: of a squared distance, or of a
 * model linear in them with squared error.
 */
function isQuadratic(config: RunConfig): boolean {
  const problem: Problem = problems[config.problem];
  if (problem.network !== undefined) return false;
  const settings = withDefaults(problem.fields, config.settings);
  return ['location identity', 'line mse', 'plane mse'].includes(
    `${problem.model(settings)} ${problem.loss(settings)}`,
  );
}
