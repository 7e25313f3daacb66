// Snapshots of a run at regular steps, so that going back replays at most one interval and not the whole run.

import type { Vector } from '../vector.ts';
import { ThinnedRows } from './thinnedRows.ts';

const firstInterval = 256;
const mostSnapshots = 2048;

/** Numbers in memory at most: 8 MB. */
const mostNumbers = 1_048_576;

export class Checkpoints {
  private readonly table: ThinnedRows;

  /** @param length numbers of a snapshot */
  constructor(length: number) {
    this.table = new ThinnedRows(length, Math.min(mostSnapshots, Math.floor(mostNumbers / length)), firstInterval);
  }

  /** Whether a snapshot is due at `step`. */
  isDue(step: number): boolean {
    return this.table.isDue(step);
  }

  /** Keeps the snapshot of a step that is due. Past the most, every other one is dropped. */
  keep(snapshot: Vector): void {
    this.table.push(snapshot);
  }

  /** The last snapshot at or before `step`. */
  before(step: number): Vector {
    return this.table.row(this.table.rowOf(step));
  }

  /** Forgets the snapshots of `step` and after: another edit may come before that step is taken again. */
  truncate(step: number): void {
    this.table.truncate(step);
  }
}
