// Snapshots of a run at regular steps, so that going back replays at most one interval and not the whole run.

const firstInterval = 256;
const mostCheckpoints = 2048;

export class Checkpoints {
  private interval = firstInterval;
  private snapshots: Float64Array[] = [];

  /** Whether a snapshot is due at `step`. */
  isDue(step: number): boolean {
    return step === this.snapshots.length * this.interval;
  }

  /** Keeps the snapshot of a step that is due. Past the most, every other one is dropped. */
  keep(snapshot: Float64Array): void {
    this.snapshots.push(snapshot);
    if (this.snapshots.length < mostCheckpoints) return;
    this.snapshots = this.snapshots.filter((_, index) => index % 2 === 0);
    this.interval *= 2;
  }

  /** The last snapshot at or before `step`. */
  before(step: number): Float64Array {
    return this.snapshots[Math.min(Math.floor(step / this.interval), this.snapshots.length - 1)];
  }

  /** Forgets the snapshots of `step` and after: another edit may come before that step is taken again. */
  truncate(step: number): void {
    this.snapshots.length = Math.min(this.snapshots.length, Math.ceil(step / this.interval));
  }
}
