// How the second moments of (weights − minimum, velocity) change in one step of a linear rule on a quadratic loss.
// With z = (δ, v) and gradient g = H_B δ + r_B, one step is z' = M z + c g̃, where g̃ = (H_B − H) δ + r_B has mean 0, so
//   P' = M P Mᵀ + ccᵀ ⊗ (E[HᵢΣHᵢ] − HΣH + C)/B,   Σ the block of P that belongs to the weights.

import { quadraticStride } from '../objective/quadratic.ts';
import type { LinearRule } from '../optimizers/linearRule.ts';
import type { Weights } from '../vector.ts';
import { identityMatrix, isPositiveDefinite, multiply, solveLinear } from './linearSolve.ts';

/** z holds both weights, then both velocities; P is 4x4, row by row. */
export const stateSize = 4;
const momentSize = stateSize * stateSize;

/** Mean over the examples of the products of the Hessian's entries h11, h12, h22, and of the noise at the minimum. */
export interface NoiseMoments {
  /** Mean Hessian, weight decay included. */
  readonly hessian: readonly [h11: number, h12: number, h22: number];
  /** Covariances of the entries: 11·11, 11·12, 11·22, 12·12, 12·22, 22·22. All 0 where every example curves alike. */
  readonly spread: readonly number[];
  /** Covariance C of the examples' gradients at the minimum. */
  readonly gradient: readonly [c11: number, c12: number, c22: number];
}

export function noiseMoments(rows: Float64Array, minimum: Weights, weightDecay: number): NoiseMoments {
  const count = rows.length / quadraticStride;
  const mean = [0, 0, 0];
  for (let at = 0; at < rows.length; at += quadraticStride)
    for (let entry = 0; entry < 3; entry++) mean[entry] += (2 * rows[at + entry]) / count;
  const spread = [0, 0, 0, 0, 0, 0];
  const gradient: [number, number, number] = [0, 0, 0];
  for (let at = 0; at < rows.length; at += quadraticStride) {
    const [a11, a12, a22, b1, b2] = rows.subarray(at, at + quadraticStride);
    const [d11, d12, d22] = [2 * a11 - mean[0], 2 * a12 - mean[1], 2 * a22 - mean[2]];
    [d11 * d11, d11 * d12, d11 * d22, d12 * d12, d12 * d22, d22 * d22].forEach((product, entry) => {
      spread[entry] += product / count;
    });
    const r1 = 2 * (a11 * minimum[0] + a12 * minimum[1] - b1) + weightDecay * minimum[0];
    const r2 = 2 * (a12 * minimum[0] + a22 * minimum[1] - b2) + weightDecay * minimum[1];
    gradient[0] += (r1 * r1) / count;
    gradient[1] += (r1 * r2) / count;
    gradient[2] += (r2 * r2) / count;
  }
  return { hessian: [mean[0] + weightDecay, mean[1], mean[2] + weightDecay], spread, gradient };
}

/** M with the gradient H δ put in, and how strongly a gradient moves the weights and the velocity in one step. */
export interface MeanStep {
  readonly matrix: Float64Array;
  readonly toWeights: number;
  readonly toVelocity: number;
}

export function meanStep(
  rule: LinearRule,
  learningRate: number,
  [h11, h12, h22]: readonly [number, number, number],
): MeanStep {
  const { momentum, share, isNesterov } = rule;
  const fromVelocity = -learningRate * momentum * (isNesterov ? momentum : 1);
  const toWeights = -learningRate * (isNesterov ? 1 + momentum * share : share);
  const toVelocity = share;
  const matrix = Float64Array.of(
    ...[1 + toWeights * h11, toWeights * h12, fromVelocity, 0],
    ...[toWeights * h12, 1 + toWeights * h22, 0, fromVelocity],
    ...[toVelocity * h11, toVelocity * h12, momentum, 0],
    ...[toVelocity * h12, toVelocity * h22, 0, momentum],
  );
  return { matrix, toWeights, toVelocity };
}

/** P' = linear P + added, on the 16 numbers of P. */
export interface MomentStep {
  readonly linear: Float64Array;
  readonly added: Float64Array;
}

/** @param factor 1/B: what the covariance of the batch's noise is of the examples' */
export function momentStep(moments: NoiseMoments, step: MeanStep, factor: number): MomentStep {
  const { matrix } = step;
  const linear = new Float64Array(momentSize * momentSize);
  const unit = new Float64Array(momentSize);
  for (let entry = 0; entry < momentSize; entry++) {
    unit.fill(0);
    unit[entry] = 1;
    const moved = multiply(multiply(matrix, unit, stateSize), transpose(matrix), stateSize);
    addGradientNoise(moved, step, curvatureNoise(moments.spread, unit), factor);
    for (let row = 0; row < momentSize; row++) linear[row * momentSize + entry] = moved[row];
  }
  const added = new Float64Array(momentSize);
  addGradientNoise(added, step, moments.gradient, factor);
  return { linear, added };
}

/** E[(Hᵢ − H) Σ (Hᵢ − H)] from the spread of the entries. */
function curvatureNoise(
  [s1111, s1112, s1122, s1212, s1222, s2222]: readonly number[],
  moments: Float64Array,
): [number, number, number] {
  const [p11, p12, p22] = [moments[0], (moments[1] + moments[stateSize]) / 2, moments[stateSize + 1]];
  return [
    s1111 * p11 + 2 * s1112 * p12 + s1212 * p22,
    s1112 * p11 + (s1122 + s1212) * p12 + s1222 * p22,
    s1212 * p11 + 2 * s1222 * p12 + s2222 * p22,
  ];
}

function addGradientNoise(
  target: Float64Array,
  { toWeights, toVelocity }: MeanStep,
  [n11, n12, n22]: readonly [number, number, number],
  factor: number,
): void {
  const reach = [toWeights, toWeights, toVelocity, toVelocity];
  for (let row = 0; row < stateSize; row++) {
    for (let column = 0; column < stateSize; column++) {
      const entry = row % 2 === column % 2 ? (row % 2 === 0 ? n11 : n22) : n12;
      target[row * stateSize + column] += factor * reach[row] * reach[column] * entry;
    }
  }
}

/** First `first`, then `second`. */
export function composeMoments(second: MomentStep, first: MomentStep): MomentStep {
  return {
    linear: multiply(second.linear, first.linear, momentSize),
    added: applyMoments(second, first.added),
  };
}

export function applyMoments({ linear, added }: MomentStep, moments: Float64Array): Float64Array {
  const moved = multiply(linear, moments, momentSize, momentSize, 1);
  for (let entry = 0; entry < momentSize; entry++) moved[entry] += added[entry];
  return moved;
}

/** `step` taken `count` times, count at least 1, by squaring. */
export function repeatMoments(step: MomentStep, count: number): MomentStep {
  if (count === 1) return step;
  const half = repeatMoments(step, Math.floor(count / 2));
  const even = composeMoments(half, half);
  return count % 2 === 0 ? even : composeMoments(step, even);
}

/** The P that `step` leaves as it is, or null when second moments grow without bound instead. */
export function stationaryMoments(step: MomentStep): Float64Array | null {
  const system = identityMatrix(momentSize);
  for (let entry = 0; entry < system.length; entry++) system[entry] -= step.linear[entry];
  // A map that keeps positive matrices positive is a contraction exactly when X − linear X = I has a positive solution.
  const witness = solveLinear(system, identityMatrix(stateSize));
  if (witness === null || !isPositiveDefinite(witness, stateSize)) return null;
  return solveLinear(system, step.added);
}

export function transpose(matrix: Float64Array): Float64Array {
  return matrix.map((_, entry) => matrix[(entry % stateSize) * stateSize + Math.floor(entry / stateSize)]);
}
