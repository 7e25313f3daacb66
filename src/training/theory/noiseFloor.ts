// The cloud in which training with a constant learning rate ends, predicted exactly where theory is exact: SGD with or
// without momentum on losses quadratic in the weights. The covariance P of a step solves the linear equation of
// secondMoments.ts, P = step(P); without momentum Σ = E[(I − ηH_B) Σ (I − ηH_B)] + η² C/B.
//
// Examples drawn with replacement: exact. One and the same order in every epoch: the run ends in a cycle, and that is
// computed. Reshuffled: exact where all examples have the same Hessian (Tug of war), because the batches of one epoch
// are then correlated only through what they leave over; elsewhere the prediction is the one for drawing with
// replacement. A reshuffled run is mostly calmer than it, but not with small batches of few examples at large rates.

import { log } from '../elementary.ts';
import type { Examples } from '../examples.ts';
import { eigen } from '../objective/curvature.ts';
import type { Covariance } from '../objective/noise.ts';
import { meanOfRows, minimumOf, quadraticRows } from '../objective/quadratic.ts';
import type { LinearRule } from '../optimizers/linearRule.ts';
import { present } from '../present.ts';
import { generateExamples, resolvePair } from '../run/configuration.ts';
import { Rule } from '../run/rule.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import type { Weights } from '../vector.ts';
import { cyclePath, hasCycle } from './batchCycle.ts';
import { multiply } from './linearSolve.ts';
import { modeFactor } from './modes.ts';
import {
  applyMoments,
  composeMoments,
  type MeanStep,
  type MomentStep,
  meanStep,
  momentStep,
  type NoiseMoments,
  noiseMoments,
  repeatMoments,
  stateSize,
  stationaryMoments,
} from './secondMoments.ts';

export type NoiseFloor =
  | {
      readonly kind: 'cloud';
      /** Where the weights are on average: the minimum, but for a run that repeats one order. */
      readonly mean: Weights;
      /** Of the weights at all steps, once the start is forgotten. */
      readonly covariance: Covariance;
      /** `sampling`: exact for this run. `replacement`: exact only if examples were drawn with replacement. */
      readonly exactFor: 'sampling' | 'replacement';
      /** Steps after which the mean weights, over all shuffles, have come a thousandfold nearer to where they end. */
      readonly transient: number;
    }
  /** The learning rate is too large for a cloud: the variance grows without bound, even if single runs look calm. */
  | { readonly kind: 'unstable' };

/** What the predictions need of a run. */
interface Floor {
  readonly rows: Float64Array;
  readonly rule: LinearRule;
  readonly learningRate: number;
  readonly minimum: Weights;
  readonly moments: NoiseMoments;
  readonly step: MeanStep;
  /** Sizes of the batches of one epoch, in order. */
  readonly sizes: readonly number[];
}

/**
 * Null where no exact theory exists: losses that are not quadratic, adaptive rules, schedules that are not constant,
 * data that leave a direction undetermined. `examples` saves generating them again.
 * @throws RangeError for hyperparameters out of range
 */
export function noiseFloor(
  config: RunConfig,
  hyperparameters: Hyperparameters,
  examples: Examples = generateExamples(config),
): NoiseFloor | null {
  const floor = floorOf(config, hyperparameters, examples);
  if (floor === null) return null;
  const { sampling } = config;
  if (isCycle(config, floor, examples.count)) return cycle(config, floor);
  const isReshuffled = sampling === 'reshuffle';
  const hasOneHessian = floor.moments.spread.every((entry) => entry < 1e-20);
  const isExact = !isReshuffled || hasOneHessian;
  const covariance = isReshuffled && hasOneHessian ? reshuffled(floor, examples.count) : drawn(floor);
  if (covariance === null) return { kind: 'unstable' };
  return {
    kind: 'cloud',
    mean: floor.minimum,
    covariance,
    exactFor: isExact ? 'sampling' : 'replacement',
    transient: transientOf(floor),
  };
}

/**
 * The learning rate from which on no cloud exists for this batch size: below 2/λ for small batches, whose own Hessians
 * scatter. For reshuffled batches it is the one of drawing with replacement. Null where `noiseFloor` is null.
 */
export function largestStableRate(
  config: RunConfig,
  hyperparameters: Hyperparameters,
  examples: Examples = generateExamples(config),
): number | null {
  const floor = floorOf(config, hyperparameters, examples);
  if (floor === null) return null;
  const isStable = (learningRate: number): boolean => {
    const step = meanStep(floor.rule, learningRate, floor.moments.hessian);
    const tried = { ...floor, learningRate, step };
    if (isCycle(config, floor, examples.count)) return hasCycle(config, tried);
    // Steps that are all alike are stable together exactly when one of them is.
    const isEven = floor.sizes.at(-1) === floor.sizes[0];
    const one = isEven ? momentStep(floor.moments, step, 1 / floor.sizes[0]) : epochOfDraws(tried).epoch;
    return stationaryMoments(one) !== null;
  };
  let [low, high] = [0, 1];
  while (isStable(high)) {
    low = high;
    high *= 2;
  }
  for (let halving = 0; halving < 32; halving++) {
    const middle = (low + high) / 2;
    if (isStable(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Whether every epoch has the same batches. All examples at once are the same batch in any order. */
function isCycle({ sampling }: RunConfig, { sizes }: Floor, count: number): boolean {
  const isOneBatch = sizes.length === 1 && sizes[0] === count && sampling !== 'replacement';
  return sampling === 'fixed' || sampling === 'once' || isOneBatch;
}

function floorOf(config: RunConfig, hyperparameters: Hyperparameters, examples: Examples): Floor | null {
  const { schedule, learningRate, batchSize } = hyperparameters;
  const rule = new Rule(config.optimizer, hyperparameters).linear;
  const rows = quadraticRows(resolvePair(config), examples);
  if (rule === null || rows === null || schedule.kind !== 'constant' || schedule.warmup > 0) return null;
  if (Object.keys(schedule.values).length > 0) return null;
  const minimum = minimumOf(meanOfRows(rows), rule.weightDecay);
  if (minimum === null) return null;
  const moments = noiseMoments(rows, minimum, rule.weightDecay);
  const whole = Math.floor(examples.count / batchSize);
  const rest = config.dropLast ? 0 : examples.count % batchSize;
  const sizes = [...Array<number>(whole).fill(batchSize), ...(rest > 0 ? [rest] : [])];
  return { rows, rule, learningRate, minimum, moments, step: meanStep(rule, learningRate, moments.hessian), sizes };
}

/** Independent draws. A shorter batch at the end of each epoch makes the cloud breathe with it; the mean is returned. */
function drawn(floor: Floor): Covariance | null {
  return meanOverEpoch(floor.sizes, epochOfDraws(floor), (moments) => moments);
}

const epochOfDraws = ({ moments, step, sizes }: Floor): Epoch =>
  epochOf(sizes, (size) => momentStep(moments, step, 1 / size));

/** The steps of one epoch by the size of their batch, and all of them together. */
interface Epoch {
  readonly steps: ReadonlyMap<number, MomentStep>;
  readonly epoch: MomentStep;
}

/** @param sizes all alike, but for the last one */
function epochOf(sizes: readonly number[], stepOf: (size: number) => MomentStep): Epoch {
  const steps = new Map([...new Set(sizes)].map((size) => [size, stepOf(size)]));
  const whole = sizes.filter((size) => size === sizes[0]).length;
  const first = repeatMoments(present(steps.get(sizes[0])), whole);
  return {
    steps,
    epoch: whole < sizes.length ? composeMoments(present(steps.get(present(sizes.at(-1)))), first) : first,
  };
}

/**
 * Reshuffled, every example with the same Hessian. The noise of the batches of an epoch has covariance
 * N/((N − 1)B) C for each, less C/(N − 1) for every pair, itself included: independent noise, less one common part.
 */
function reshuffled({ moments, step, sizes }: Floor, count: number): Covariance | null {
  const { matrix, toWeights, toVelocity } = step;
  const [c11, c12, c22] = moments.gradient;
  // What a common push of one unit in each direction has become by the j-th step of an epoch: 4x2.
  let common: Float64Array = new Float64Array(stateSize * 2);
  const reaches = [common];
  for (let index = 0; index < sizes.length; index++) {
    common = multiply(matrix, common, stateSize, stateSize, 2);
    for (const [entry, reach] of [
      [0, toWeights],
      [3, toWeights],
      [4, toVelocity],
      [7, toVelocity],
    ])
      common[entry] += reach;
    reaches.push(common);
  }
  const square = Float64Array.of(c11, c12, c12, c22);
  const lessened = (moments: Float64Array, index: number): Float64Array => {
    const reach = reaches[index];
    const back = Float64Array.from({ length: 8 }, (_, entry) => reach[(entry % 4) * 2 + Math.floor(entry / 4)]);
    const common = multiply(multiply(reach, square, stateSize, 2, 2), back, stateSize, 2, stateSize);
    return moments.map((value, entry) => value - common[entry] / (count - 1));
  };
  const epoch = epochOf(sizes, (size) => momentStep(moments, step, count / ((count - 1) * size)));
  return meanOverEpoch(sizes, epoch, lessened);
}

/** Stationary covariance of the weights, averaged over the steps of an epoch; `adjust` corrects the moments before step j. */
function meanOverEpoch(
  sizes: readonly number[],
  { steps, epoch }: Epoch,
  adjust: (moments: Float64Array, index: number) => Float64Array,
): Covariance | null {
  let moments = stationaryMoments({ linear: epoch.linear, added: adjust(epoch.added, sizes.length) });
  if (moments === null) return null;
  const sum = [0, 0, 0];
  sizes.forEach((size, index) => {
    const [p11, p12, , , , p22] = adjust(present(moments), index);
    sum[0] += p11;
    sum[1] += p12;
    sum[2] += p22;
    moments = applyMoments(present(steps.get(size)), present(moments));
  });
  return [sum[0] / sizes.length, sum[1] / sizes.length, sum[2] / sizes.length];
}

/** The same batches in every epoch: the run ends in a cycle. */
function cycle(config: RunConfig, floor: Floor): NoiseFloor {
  const path = cyclePath(config, floor);
  if (path === null) return { kind: 'unstable' };
  return { kind: 'cloud', ...cloudAround(floor.minimum, path), exactFor: 'sampling', transient: transientOf(floor) };
}

function cloudAround(minimum: Weights, path: readonly Weights[]): { mean: Weights; covariance: Covariance } {
  const count = path.length;
  const m1 = path.reduce((sum, [d1]) => sum + d1, 0) / count;
  const m2 = path.reduce((sum, [, d2]) => sum + d2, 0) / count;
  const mean = (product: (d1: number, d2: number) => number): number =>
    path.reduce((sum, [d1, d2]) => sum + product(d1 - m1, d2 - m2), 0) / count;
  return {
    mean: [minimum[0] + m1, minimum[1] + m2],
    covariance: [mean((d1) => d1 * d1), mean((d1, d2) => d1 * d2), mean((_, d2) => d2 * d2)],
  };
}

/** Each eigenvalue of the Hessian has a mode of its own; the slowest one decides. */
function transientOf({ moments, learningRate, rule }: Floor): number {
  const slowest = Math.max(
    ...eigen(moments.hessian).values.map((curvature) => modeFactor(rule, learningRate, curvature)),
  );
  if (slowest >= 1) return Number.POSITIVE_INFINITY;
  return slowest < 1e-3 ? 1 : Math.ceil(log(1000) / -log(slowest));
}
