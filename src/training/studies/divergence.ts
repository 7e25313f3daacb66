// Why a run diverged, from the numbers at its end, and the largest of some smaller learning rates that does not.

import { isDrawnAnew } from '../batches.ts';
import { stabilityLimit } from '../objective/curvature.ts';
import { isQuadratic } from '../objective/quadratic.ts';
import type { Optimizer } from '../optimizer.ts';
import { optimizers } from '../optimizers/index.ts';
import { linearRule } from '../optimizers/linearRule.ts';
import { checkBatches, checkConfig, pairOf, trainingCount } from '../run/configuration.ts';
import type { Hyperparameters, RunConfig, StepDetail } from '../run/run.ts';
import { setUp } from '../run/setup.ts';
import { largestStableRate } from '../theory/noiseFloor.ts';
import { dot } from '../vector.ts';
import type { Task } from './task.ts';
import { holds, ratesToTry, trialSteps } from './trial.ts';

export interface DivergenceRequest {
  readonly config: RunConfig;
  /** Those that a run from the start would have. */
  readonly hyperparameters: Hyperparameters;
  /** The step that could not be taken, or need not be. */
  readonly end: Pick<
    StepDetail,
    'step' | 'weights' | 'gradient' | 'update' | 'fullLoss' | 'fullGradient' | 'optimizerValues' | 'largestEigenvalue'
  >;
  /** The learning rate that the last steps had, after the schedule. */
  readonly rate: number;
}

export type DivergenceReason =
  /** The rule divided 0 by 0. */
  | { readonly kind: 'zeroByZero' }
  /** The loss, a gradient, or a square of one is no finite number at the start, or where the steps led. */
  | { readonly kind: 'overflowAtStart' | 'overflow' }
  /** Decoupled decay multiplies the weights by 1 − rate × decay, which is below −1. */
  | { readonly kind: 'decay'; readonly product: number }
  /** Told to climb where the loss has no top, or none that the weight decay makes. */
  | { readonly kind: 'climbing' | 'climbingAgainstDecay' }
  /** There is next to no loss where the weights went. */
  | { readonly kind: 'lowFarOut'; readonly first: number }
  /** The step sizes of Rprop, on which the learning rate has no hold. */
  | { readonly kind: 'stepSizes' }
  /** The rate is above the limit of gradient descent, with all examples in the batch. */
  | { readonly kind: 'aboveLimit'; readonly limit: number }
  /** It is above that of batches of this size: in their own order, or drawn with replacement. */
  | { readonly kind: 'aboveBatchLimit' | 'aboveDrawLimit'; readonly limit: number }
  /** None of these. */
  | { readonly kind: 'tooFast' };

export interface DivergenceReport {
  readonly reason: DivergenceReason;
  /** The learning rate that its last steps had. */
  readonly lastRate: number;
  /** For so many steps smaller rates were tried; 0 where none was. */
  readonly steps: number;
  /** The largest of them that held; null where none was tried or held. */
  readonly rate: number | null;
}

/** A rate, and whether a run with it held. */
export interface TriedRate {
  readonly rate: number;
  readonly isHeld: boolean;
}

/** No loss that stays bounded here comes anywhere near. */
const highLoss = 1e3;

/** Of the loss at the start: less than this share of it is next to none. */
const lowShare = 0.01;

/** Why the run diverged. */
export function reasonOf(request: DivergenceRequest): DivergenceReason {
  return reasonInNumbers(request) ?? reasonInDirection(request) ?? reasonInRate(request) ?? { kind: 'tooFast' };
}

function reasonInNumbers({ config, end, rate }: DivergenceRequest): DivergenceReason | null {
  const { update, gradient, optimizerValues: values, fullLoss } = end;
  const areFinite = [...gradient, fullLoss].every(Number.isFinite);
  const hasNaN = update.some(Number.isNaN);
  if (hasNaN && areFinite && values.eps === 0) return { kind: 'zeroByZero' };
  if (hasNaN || !areFinite) return { kind: end.step === 0 ? 'overflowAtStart' : 'overflow' };
  const product = rate * decoupledDecay(config, end);
  return product > 2 ? { kind: 'decay', product } : null;
}

function reasonInDirection({ config, end }: DivergenceRequest): DivergenceReason | null {
  const { weights, update, fullGradient, fullLoss, optimizerValues: values } = end;
  if (values.maximize === true) {
    if (!(fullLoss > highLoss)) return null;
    const decay = values.weightDecay as number;
    if (decay === 0) return { kind: 'climbing' };
    const isDecoupled = decoupledDecay(config, end) > 0;
    const outward = isDecoupled ? dot(update, weights) : dot(fullGradient, weights) - decay * dot(weights, weights);
    return outward > 0 ? { kind: 'climbingAgainstDecay' } : null;
  }
  const { objective, examples, start } = setUp(config);
  const first = objective.meanLoss(start, examples);
  return fullLoss <= lowShare * first ? { kind: 'lowFarOut', first } : null;
}

function reasonInRate(request: DivergenceRequest): DivergenceReason | null {
  const { config, rate } = request;
  if ((optimizers[config.optimizer] as Optimizer).readsRateOnce) return { kind: 'stepSizes' };
  const { limit, batchLimit } = limitsOf(request);
  if (rate > limit) return { kind: 'aboveLimit', limit };
  if (!(rate > batchLimit)) return null;
  const isDrawn = isDrawnAnew(config.sampling);
  return { kind: isDrawn ? 'aboveDrawLimit' : 'aboveBatchLimit', limit: batchLimit };
}

/** Limits of the rate for the full batch and for batches of this size; Infinity where none is known. */
function limitsOf({ config, hyperparameters, end }: DivergenceRequest): { limit: number; batchLimit: number } {
  const { optimizerValues: values, largestEigenvalue } = end;
  const none = Number.POSITIVE_INFINITY;
  const rule = linearRule(optimizers[config.optimizer], values);
  // A rule that takes no gradient into its velocity has no limit, and neither has one that forgets nothing.
  const pair = pairOf(config);
  // Steps that are clipped do not grow, and a sum that is not cleared forgets nothing either.
  const isSummed = hyperparameters.clipNorm != null || hyperparameters.forgetZeroGrad === true;
  if (rule === null || rule.share === 0 || rule.momentum === 1 || pair === null || isSummed || !isQuadratic(pair))
    return { limit: none, batchLimit: none };
  const { momentum, share, weightDecay, isNesterov } = rule;
  const schedule = { kind: 'constant', unit: 'step', warmup: 0, values: {} } as const;
  return {
    limit: stabilityLimit(((largestEigenvalue ?? 0) + weightDecay) * share, momentum, isNesterov),
    batchLimit: largestStableRate(config, { ...hyperparameters, optimizer: values, schedule }) ?? none,
  };
}

/** Reasons against which no learning rate helps. */
const hopeless: readonly DivergenceReason['kind'][] = [
  ...(['zeroByZero', 'climbing', 'climbingAgainstDecay', 'overflowAtStart', 'lowFarOut', 'stepSizes'] as const),
];

/** The rates to try, the largest first: from half of what is known to be a limit down, and all below the run's own. */
function ratesAgainst({ kind }: DivergenceReason, request: DivergenceRequest): number[] {
  if (hopeless.includes(kind)) return [];
  const { hyperparameters, rate } = request;
  const { limit, batchLimit } = limitsOf(request);
  // With a schedule the rate of the step is another than the base rate, which is what can be chosen.
  const share = Math.min(1, Math.min(limit, batchLimit) / rate) / 2;
  return ratesToTry(share * hyperparameters.learningRate);
}

/** The reason, and every rate to try as a part of its own. */
export function divergenceTask(request: DivergenceRequest): Task<TriedRate | null, DivergenceReport> {
  const { config, hyperparameters } = request;
  checkConfig(config);
  checkBatches(hyperparameters, trainingCount(config), config.dropLast);
  const reason = reasonOf(request);
  const rates = ratesAgainst(reason, request);
  return {
    count: Math.max(1, rates.length),
    compute(part) {
      const rate = rates.at(part);
      return rate === undefined ? null : { rate, isHeld: holds(config, { ...hyperparameters, learningRate: rate }) };
    },
    conclude(parts) {
      const held = parts.flatMap((part) => (part?.isHeld ? [part.rate] : []));
      return {
        reason,
        lastRate: request.rate,
        steps: rates.length > 0 ? trialSteps : 0,
        rate: held.length > 0 ? Math.max(...held) : null,
      };
    },
  };
}

function decoupledDecay(
  { optimizer }: RunConfig,
  { optimizerValues: values }: Pick<StepDetail, 'optimizerValues'>,
): number {
  const { isDecayDecoupled }: Optimizer = optimizers[optimizer];
  const isDecoupled = isDecayDecoupled === true || values.decoupledWeightDecay === true;
  return isDecoupled ? (values.weightDecay as number) : 0;
}
