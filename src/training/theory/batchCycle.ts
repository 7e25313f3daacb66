// The cycle in which training ends whose epochs all have the same batches: one step with a batch maps z = (weights − minimum,
// velocity) to matrix z + shift, an epoch is one step after the other, and the run ends on the epoch's fixed point.

import { epochOrder } from '../batches.ts';
import { quadraticStride } from '../objective/quadratic.ts';
import type { LinearRule } from '../optimizers/linearRule.ts';
import type { RunConfig } from '../run/run.ts';
import type { Weights } from '../vector.ts';
import { multiply, solveLinear } from './linearSolve.ts';
import { type MeanStep, meanStep, stateSize } from './secondMoments.ts';

/** What the cycle follows from. */
interface Cycling {
  /** Five numbers of each example, see quadratic.ts. */
  readonly rows: Float64Array;
  readonly rule: LinearRule;
  readonly learningRate: number;
  readonly minimum: Weights;
  readonly step: MeanStep;
  /** Sizes of the batches of one epoch, in order. */
  readonly sizes: readonly number[];
}

/** Whether the run settles into a cycle. */
export const hasCycle = (config: RunConfig, cycling: Cycling): boolean =>
  isContraction(epochStep(cycleSteps(config, cycling)).matrix);

/** Weights less the minimum before each step of the last epoch's cycle; null where the run does not settle into one. */
export function cyclePath(config: RunConfig, cycling: Cycling): readonly Weights[] | null {
  const batches = cycleSteps(config, cycling);
  const { matrix, shift } = epochStep(batches);
  const system = matrix.map((entry, at) => (at % (stateSize + 1) === 0 ? 1 : 0) - entry);
  const start = solveLinear(system, shift);
  if (start === null || !isContraction(matrix)) return null;
  const path: Weights[] = [];
  let state = start;
  for (const batch of batches) {
    path.push([state[0], state[1]]);
    state = moved(batch, state);
  }
  return path;
}

/** The steps of one epoch, in the one order that there is. */
function cycleSteps(config: RunConfig, cycling: Cycling): AffineStep[] {
  const order = new Int32Array(cycling.rows.length / quadraticStride);
  epochOrder(config.seed, config.sampling, 0, order);
  let offset = 0;
  return cycling.sizes.map((size) => {
    const mean = meanOfBatch(cycling.rows, order.subarray(offset, offset + size));
    offset += size;
    return affineStep(cycling, mean);
  });
}

const epochStep = (batches: readonly AffineStep[]): AffineStep =>
  batches.reduce((first, batch) => ({
    matrix: multiply(batch.matrix, first.matrix, stateSize),
    shift: moved(batch, first.shift),
  }));

function meanOfBatch(rows: Float64Array, batch: Int32Array): number[] {
  const sums = [0, 0, 0, 0, 0];
  for (const index of batch)
    for (let entry = 0; entry < quadraticStride; entry++) sums[entry] += rows[index * quadraticStride + entry];
  return sums.map((sum) => sum / batch.length);
}

interface AffineStep {
  readonly matrix: Float64Array;
  readonly shift: Float64Array;
}

/** One step with this batch, in z = (weights − minimum, velocity). */
function affineStep(
  { rule, learningRate, minimum, step }: Cycling,
  [a11, a12, a22, b1, b2]: readonly number[],
): AffineStep {
  const { weightDecay } = rule;
  const [h11, h12, h22] = [2 * a11 + weightDecay, 2 * a12, 2 * a22 + weightDecay];
  const r1 = h11 * minimum[0] + h12 * minimum[1] - 2 * b1;
  const r2 = h12 * minimum[0] + h22 * minimum[1] - 2 * b2;
  return {
    matrix: meanStep(rule, learningRate, [h11, h12, h22]).matrix,
    shift: Float64Array.of(step.toWeights * r1, step.toWeights * r2, step.toVelocity * r1, step.toVelocity * r2),
  };
}

function moved({ matrix, shift }: AffineStep, state: Float64Array): Float64Array {
  return multiply(matrix, state, stateSize, stateSize, 1).map((entry, at) => entry + shift[at]);
}

/** Whether all eigenvalues lie inside the unit circle: then, and only then, high powers vanish. */
function isContraction(matrix: Float64Array): boolean {
  let power = matrix;
  for (let squaring = 0; squaring < 40; squaring++) {
    const size = power.reduce((sum, entry) => sum + entry * entry, 0);
    if (size < 1) return true;
    if (!(size < 1e200)) return false;
    power = multiply(power, power, stateSize);
  }
  return false;
}
