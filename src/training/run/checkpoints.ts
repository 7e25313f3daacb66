// Snapshots of a run at regular steps, so that going back replays at most one interval and not the whole run.

import type { Vector } from '../vector.ts';
import { Thinned } from './thinned.ts';

const firstInterval = 256;
const mostSnapshots = 2048;

/** Numbers in memory at most: 8 MB. */
const mostNumbers = 1_048_576;

export class Checkpoints extends Thinned {
  /** The step at which the next snapshot is due. */
  dueAt = 0;
  private readonly snapshots: Vector[] = [];

  /** @param length numbers of a snapshot */
  constructor(length: number) {
    super(Math.min(mostSnapshots, Math.floor(mostNumbers / length)), firstInterval);
  }

  /** Keeps the snapshot of the step that is due, unless making room for it leaves its step out. */
  keep(snapshot: Vector): void {
    const step = this.due;
    this.makeRoom(step);
    if (step === this.due) this.snapshots[this.rows++] = snapshot;
    this.dueAt = this.due;
  }

  /** The last snapshot at or before `step`. */
  before(step: number): Vector {
    return this.snapshots[this.rowOf(step)];
  }

  /** Forgets the snapshots of `step` and after: another edit may come before that step is taken again. */
  override truncate(step: number): void {
    super.truncate(step);
    this.snapshots.length = this.rows;
    this.dueAt = this.due;
  }

  protected dropEveryOther(): void {
    for (let row = 0; row < this.rows; row++) this.snapshots[row] = this.snapshots[2 * row];
    this.snapshots.length = this.rows;
  }
}
