// The full loss along the path, and that of the test, at steps spread evenly over it: expensive, so at no more points than
// a plot shows.

import { ThinnedRows } from '../training/run/thinnedRows.ts';
import { joined, type Vector } from '../training/vector.ts';

/** What `FullLoss` reads of the log. */
interface Path {
  readonly count: number;
  weightsAt(step: number): Vector | null;
}

/** Points kept at most; past it every other one is dropped. */
const mostPoints = 1024;

/** Weights asked about at once: of two weights all points. */
const numbersAtOnce = 16_384;

export class FullLoss {
  /** A step, its loss, and its loss on the test in each row, no number where nothing is held out. */
  private readonly table = new ThinnedRows(3, mostPoints);

  /** Points known. */
  get count(): number {
    return this.table.rows;
  }

  /** Step of each point, a view that is valid until the next change. */
  get step(): Vector {
    return this.table.column(0);
  }

  get loss(): Vector {
    return this.table.column(1);
  }

  get test(): Vector {
    return this.table.column(2);
  }

  clear(): void {
    this.table.clear();
  }

  /** Forgets the points of `step` and after. */
  truncate(step: number): void {
    this.table.truncate(step);
  }

  /**
   * Steps of `history` whose loss is not known yet, and their weights, D numbers each; of many weights no more than a
   * trainer answers without keeping others waiting.
   */
  missing(history: Path): { readonly steps: number[]; readonly weights: Vector } {
    const { table } = this;
    table.makeRoom(history.count);
    const steps: number[] = [];
    const found: Vector[] = [];
    let numbers = 0;
    for (let step = table.due; step <= history.count && numbers < numbersAtOnce; step += table.stride) {
      const known = history.weightsAt(step);
      if (known === null) break;
      numbers += known.length;
      steps.push(step);
      found.push(known);
    }
    return { steps, weights: joined(found) };
  }

  append(steps: readonly number[], losses: Vector, test: Vector | null = null): void {
    steps.forEach((step, index) => {
      this.table.push([step, losses[index], test?.[index] ?? Number.NaN]);
    });
  }
}
