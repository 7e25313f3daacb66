// Whether a run has come to rest, from the lengths of its gradients and updates. A quiet step proves little: a rule with
// a memory may be gathering way, and one that divides by past gradients steps the longer the quieter they were. So a
// run rests for now after a quiet epoch, and has converged only once two long quiet stretches bound what is to come:
//   path still to go <= path × q / (1 − q), q = path of the last stretch / path of the one before

import type { Vector } from '../vector.ts';

/** Gradients (weight decay included) and updates at most this long are quiet. */
export const quietLength = 1e-6;
const quietSquare = quietLength * quietLength;

/** A run has converged when the weights have no longer way to go than this. */
export const restLength = 1e-4;

/** Steps of a stretch, at the least; it holds a whole epoch as well. */
const shortestStretch = 250;

/** A path of one stretch that only rounding makes. */
const roundingLength = 1e-9;

/** So much longer the next path may be when only rounding makes it. */
const roundingGrowth = 1.5;

/** Rates whose sum is below this move no weight, whatever the rule: none steps a thousand times its rate. */
const spentRates = restLength / 1000;

/** Steps that are tried before a run counts as converged whose batches chance decides. */
export const stepsTried = 5000;

/** Learning rates that a schedule has in store. */
export interface RatesAhead {
  readonly highest: number;
  readonly sum: number;
}

export class Rest {
  /** Quiet steps in a row. */
  steps = 0;
  /** Lengths of the updates in the last full stretch and in the present one, added up. */
  private lastPath = 0;
  private path = 0;
  /** The longest gradient and the highest rate of the present stretch. */
  private gradient = 0;
  private rate = 0;
  /** Whether the run has converged: found when a stretch ended, and so until a step is not quiet. */
  isLasting = false;

  /** Forgets all: nothing is known of a rule that was changed. */
  reset(): void {
    this.steps = 0;
    this.lastPath = 0;
    this.path = 0;
    this.gradient = 0;
    this.rate = 0;
    this.isLasting = false;
  }

  /** Counts a quiet step. `stretch`: see `stretchOf`. */
  count(gradient: number, update: number, rate: number, stretch: number): void {
    if (this.steps % stretch === 0) {
      this.lastPath = this.path;
      this.path = 0;
      this.gradient = 0;
      this.rate = 0;
    }
    this.steps++;
    this.path += update;
    this.gradient = Math.max(this.gradient, gradient);
    this.rate = Math.max(this.rate, rate);
  }

  /** Whether a stretch has just ended that was quiet, as was the one before it. */
  isDue(stretch: number): boolean {
    return this.steps >= 2 * stretch && this.steps % stretch === 0;
  }

  /**
   * Whether the weights will stay where they are, asked when it `isDue`. `canQuicken`: whether the rule may answer the
   * same gradients with longer steps later on (see `Optimizer`).
   */
  willLast(ahead: RatesAhead, canQuicken: boolean): boolean {
    const { path, lastPath } = this;
    if (ahead.sum <= spentRates) return true;
    if (ahead.highest > this.rate) return false;
    if (canQuicken && this.gradient > 0) return false;
    if (path <= roundingLength && path <= roundingGrowth * lastPath) return true;
    return path < lastPath && (path * path) / (lastPath - path) <= restLength;
  }

  /** All of it as numbers, for a snapshot; `restore` takes them from `offset` on. */
  get numbers(): readonly number[] {
    return [this.steps, this.lastPath, this.path, this.gradient, this.rate, Number(this.isLasting)];
  }

  restore(snapshot: Float64Array, offset: number): void {
    [this.steps, this.lastPath, this.path, this.gradient, this.rate] = snapshot.subarray(offset);
    this.isLasting = snapshot[offset + 5] === 1;
  }
}

/** How many `numbers` there are. */
export const restNumbers = 6;

/** Steps of a stretch whose epochs have so many steps. */
export const stretchOf = (epoch: number): number => Math.max(shortestStretch, epoch);

/**
 * Length of a vector, with `decay` times the weights added, where it is at most `quietLength`; else null. It is 0 for a
 * vector of zeros only: where the squares vanish, the largest entry stands for the length.
 */
export function quietLengthOf(vector: Vector, weights: Vector = vector, decay = 0): number | null {
  let squares = 0;
  let largest = 0;
  // Mostly the first part alone is too long.
  for (let i = 0; i < vector.length; i++) {
    const entry = Math.abs(decay === 0 ? vector[i] : vector[i] + decay * weights[i]);
    squares += entry * entry;
    if (!(squares <= quietSquare)) return null;
    if (entry > largest) largest = entry;
  }
  return Math.sqrt(squares) || largest;
}

export function distance(from: Vector, to: Vector): number {
  let squares = 0;
  for (let i = 0; i < from.length; i++) squares += (to[i] - from[i]) * (to[i] - from[i]);
  return Math.sqrt(squares);
}
