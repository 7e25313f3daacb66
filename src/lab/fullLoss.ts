// The full loss along the path, at steps spread evenly over it: dear to compute, so at no more points than a plot shows.

import type { Weights } from '../training/vector.ts';

/** What `FullLoss` reads of the log. */
interface Path {
  readonly count: number;
  weightsAt(step: number): Weights | null;
}

/** Points kept at most; past it every other one is dropped. */
const mostPoints = 1024;

export class FullLoss {
  readonly step = new Float64Array(mostPoints);
  readonly loss = new Float64Array(mostPoints);
  count = 0;
  private stride = 1;

  clear(): void {
    this.count = 0;
    this.stride = 1;
  }

  /** Forgets the points after `step`. */
  truncate(step: number): void {
    while (this.count > 0 && this.step[this.count - 1] > step) this.count--;
  }

  /** Steps of `history` whose loss is not known yet, and their weights as pairs. */
  missing(history: Path): { readonly steps: number[]; readonly weights: Float64Array } {
    while ((history.count + 1) / this.stride > mostPoints) this.thin();
    const steps: number[] = [];
    const weights: number[] = [];
    for (let step = this.count * this.stride; step <= history.count; step += this.stride) {
      const known = history.weightsAt(step);
      if (known === null) break;
      steps.push(step);
      weights.push(...known);
    }
    return { steps, weights: Float64Array.from(weights) };
  }

  append(steps: readonly number[], losses: Float64Array): void {
    steps.forEach((step, index) => {
      this.step[this.count] = step;
      this.loss[this.count] = losses[index];
      this.count++;
    });
  }

  private thin(): void {
    this.count = Math.ceil(this.count / 2);
    for (let point = 0; point < this.count; point++) {
      this.step[point] = this.step[2 * point];
      this.loss[point] = this.loss[2 * point];
    }
    this.stride *= 2;
  }
}
