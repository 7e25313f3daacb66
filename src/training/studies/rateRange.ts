// The learning-rate range test: one run whose rate grows by the same factor every step, its loss against the rate, and
// the rate that this suggests. Source: L. N. Smith, Cyclical Learning Rates for Training Neural Networks, 2017.

import { power, powerInteger } from '../elementary.ts';
import { hessian, largestEigenvalue, stabilityLimit } from '../objective/curvature.ts';
import { PairObjective } from '../objective/pairObjective.ts';
import type { LinearRule } from '../optimizers/linearRule.ts';
import { checkBatches, checkConfig, trainingCount } from '../run/configuration.ts';
import { Loop } from '../run/loop.ts';
import { Rule } from '../run/rule.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { type Setup, setUp } from '../run/setup.ts';
import type { Vector } from '../vector.ts';
import type { Task } from './task.ts';
import { holds, ratesToTry } from './trial.ts';

export interface RateRangeRequest {
  readonly config: RunConfig;
  /** Its learning rate and schedule are replaced by the growing rate. */
  readonly hyperparameters: Hyperparameters;
  readonly lowest: number;
  readonly highest: number;
  /** At least 10. */
  readonly steps: number;
}

/** The rate to try and why. `rate` held when it was tried (see `trial.ts`). */
export type RateSuggestion =
  /** A third of `turn`, the last rate at which the loss was still near its lowest; beyond it the loss rose for good. */
  | { readonly reason: 'belowTheTurn'; readonly rate: number; readonly turn: number }
  /**
   * A third of `limit`, 2/λ or its like with momentum, where the loss was lowest. The test passed it before the loss
   * rose: growth begins small, and elsewhere the curvature may be less.
   */
  | { readonly reason: 'belowTheLimit'; readonly rate: number; readonly limit: number }
  /** The loss was still near its lowest, falling or not, at the largest rate tried: larger ones deserve a test. */
  | { readonly reason: 'neverRose'; readonly rate: number }
  /** What one of these would have suggested did not hold; half of it did, or a half of that, and so on. */
  | { readonly reason: 'heldWhenTried'; readonly rate: number; readonly refused: number }
  /** Not even the smallest rate that was tried held. */
  | { readonly reason: 'noneHeld'; readonly refused: number }
  /** No rate lowered the loss by even a fiftieth: there is nothing to suggest. */
  | { readonly reason: 'neverFell' };

export interface RateRange {
  /** The rate of each step taken. */
  readonly rates: Float64Array;
  /** Loss of the step's batch before its update. */
  readonly batchLosses: Float64Array;
  /** Full loss after the update; the last one may be Infinity. */
  readonly fullLosses: Float64Array;
  /** Mean of `fullLosses` over a few steps around each, that the suggestion is made from. */
  readonly smoothLosses: Float64Array;
  /** The run was given up: the weights, or the loss, had run away. */
  readonly diverged: boolean;
  readonly suggestion: RateSuggestion;
}

/** The test is over once the loss is so many times what it was at the start. */
const runaway = 10;

/** Steps on either side that count in the smoothed loss. */
const smoothing = 4;

/** Within this share of the whole fall above its lowest, the loss still counts as low. */
const nearLowest = 0.05;

/** A fall smaller than this share of the first loss is none. */
const smallestFall = 0.02;

class GrowingRate extends Rule {
  private readonly factor: number;

  constructor({ config, hyperparameters, lowest, highest, steps }: RateRangeRequest) {
    const schedule = { kind: 'constant', unit: 'step', warmup: 0, values: {} } as const;
    super(config.optimizer, { ...hyperparameters, learningRate: lowest, schedule });
    this.factor = power(highest / lowest, 1 / (steps - 1));
  }

  override rateAt(step: number): number {
    return this.hyperparameters.learningRate * powerInteger(this.factor, step);
  }
}

/** @throws RangeError that says which part of the request is refused and why */
export function testRateRange(request: RateRangeRequest): RateRange {
  check(request);
  const { config, steps } = request;
  const setup = setUp(config);
  const { examples, objective } = setup;
  const loop = new Loop(setup);
  const growing = new GrowingRate(request);
  loop.begin(growing);
  const fullLoss = (): number => objective.meanLosses(loop.weights, examples)[0];
  const first = fullLoss();
  const [rates, batchLosses, fullLosses]: [number[], number[], number[]] = [[], [], []];
  let diverged = false;
  let lowestLoss = first;
  const lowestAt = setup.start.slice();
  while (!diverged && loop.step < steps) {
    loop.prepare();
    rates.push(loop.learningRate);
    batchLosses.push(loop.batchLoss);
    const isFar = !loop.commit() || loop.isFarOut;
    const after = isFar ? Number.POSITIVE_INFINITY : fullLoss();
    fullLosses.push(after);
    diverged = !(after <= runaway * first);
    if (after < lowestLoss) {
      lowestLoss = after;
      lowestAt.set(loop.weights);
    }
  }
  const rule = growing.linear;
  const limit = rule === null ? Number.POSITIVE_INFINITY : limitAt(rule, setup, lowestAt);
  const smoothLosses = smooth(fullLosses);
  return {
    rates: Float64Array.from(rates),
    batchLosses: Float64Array.from(batchLosses),
    fullLosses: Float64Array.from(fullLosses),
    smoothLosses,
    diverged,
    suggestion: tried(suggest(rates, first, smoothLosses, limit), request),
  };
}

/** The largest stable rate where the loss curves as it does at these weights. */
function limitAt({ momentum, isNesterov, weightDecay, share }: LinearRule, setup: Setup, weights: Vector): number {
  const { objective, examples } = setup;
  const curvature =
    objective instanceof PairObjective
      ? largestEigenvalue(hessian(objective.pair.model, objective.pair.loss, examples, [weights[0], weights[1]]))
      : objective.sharpness(weights, examples).value;
  return stabilityLimit(curvature + weightDecay, momentum, isNesterov) / share;
}

/** Mean over the steps around each, fewer toward the ends; Infinity counts at its own step only. */
function smooth(losses: readonly number[]): Float64Array {
  return Float64Array.from(losses, (loss, step) => {
    const reach = Math.min(smoothing, step, losses.length - 1 - step);
    const around = losses.slice(step - reach, step + reach + 1).filter(Number.isFinite);
    return Number.isFinite(loss) ? around.reduce((sum, value) => sum + value, 0) / around.length : loss;
  });
}

function suggest(rates: readonly number[], first: number, losses: Float64Array, limit: number): RateSuggestion {
  const lowest = losses.reduce((least, loss) => Math.min(least, loss), first);
  if (!(first - lowest > smallestFall * first)) return { reason: 'neverFell' };
  const low = losses.findLastIndex((loss) => loss <= lowest + nearLowest * (first - lowest));
  const rate = rates[low];
  if (limit < rate) return { reason: 'belowTheLimit', rate: limit / 3, limit };
  if (low === losses.length - 1) return { reason: 'neverRose', rate };
  return { reason: 'belowTheTurn', rate: rate / 3, turn: rate };
}

/** The test is short and its rates pass by: a run that keeps the suggested one is tried before it is offered. */
function tried(suggestion: RateSuggestion, { config, hyperparameters }: RateRangeRequest): RateSuggestion {
  if (!('rate' in suggestion)) return suggestion;
  const [first, ...smaller] = ratesToTry(suggestion.rate);
  const isHeld = (learningRate: number): boolean => holds(config, { ...hyperparameters, learningRate });
  if (first !== undefined && isHeld(first)) return { ...suggestion, rate: first };
  const rate = smaller.find(isHeld);
  const refused = first ?? suggestion.rate;
  return rate === undefined ? { reason: 'noneHeld', refused } : { reason: 'heldWhenTried', rate, refused };
}

/** The test as work for the pool: a single part. */
export function rateRangeTask(request: RateRangeRequest): Task<RateRange, RateRange> {
  check(request);
  return { count: 1, compute: () => testRateRange(request), conclude: ([range]) => range };
}

function check({ config, hyperparameters, lowest, highest, steps }: RateRangeRequest): void {
  checkConfig(config);
  checkBatches(hyperparameters, trainingCount(config), config.dropLast);
  if (!(lowest > 0 && highest > lowest && highest < Number.POSITIVE_INFINITY))
    throw new RangeError(`The rates of a range test grow from above 0, not from ${lowest} to ${highest}.`);
  if (!(Number.isInteger(steps) && steps >= 10))
    throw new RangeError(`A range test takes at least 10 steps, not ${steps}.`);
}
