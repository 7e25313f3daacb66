// What stays bounded while steps go on: row r belongs to step r * stride, and where another row no longer fits every other
// one is dropped and the stride doubles. How rows are stored is up to those who extend it.

export abstract class Thinned {
  /** Row r is step r * stride. */
  stride: number;
  /** Rows in use. */
  rows = 0;
  /** Grows whenever rows that were already there move or vanish. */
  revision = 0;
  readonly mostRows: number;
  private readonly firstStride: number;

  /** @param firstStride steps between two rows at first */
  constructor(mostRows: number, firstStride = 1) {
    this.mostRows = mostRows;
    this.firstStride = firstStride;
    this.stride = firstStride;
  }

  /** The step of the next row. */
  get due(): number {
    return this.rows * this.stride;
  }

  /** The row of `step`, or null where thinning has lost it or it has not come yet. */
  exactRow(step: number): number | null {
    const row = step / this.stride;
    return Number.isInteger(row) && row < this.rows ? row : null;
  }

  /** Row of `step`, or of the last kept step before it. */
  rowOf(step: number): number {
    return Math.min(Math.floor(step / this.stride), this.rows - 1);
  }

  /** Thins until the row of `step` fits. */
  makeRoom(step: number): void {
    while (Math.floor(step / this.stride) >= this.mostRows) this.thin();
  }

  /** Forgets the rows of `step` and after. */
  truncate(step: number): void {
    const rows = Math.min(this.rows, Math.ceil(step / this.stride));
    if (rows < this.rows) this.revision++;
    this.rows = rows;
  }

  clear(): void {
    this.rows = 0;
    this.stride = this.firstStride;
    this.revision++;
  }

  protected thin(): void {
    this.rows = Math.ceil(this.rows / 2);
    this.dropEveryOther();
    this.stride *= 2;
    this.revision++;
  }

  /** Moves row 2 r to row r; `rows` says how many are left. */
  protected abstract dropEveryOther(): void;
}
