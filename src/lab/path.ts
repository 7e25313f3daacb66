// The path of the weights as a picture shows it: the kept weights of the log, seen in the plane of the view. What was seen
// before is seen again only where the view changes or rows move.

import { pointOf, projectRows, type View } from '../training/plane.ts';
import type { ThinnedRows } from '../training/run/thinnedRows.ts';
import type { Point, Vector } from '../training/vector.ts';

export class Path {
  private readonly table: ThinnedRows;
  private readonly dimension: number;
  private view: View = null;
  /** x, y, and distance of the rows seen so far. */
  private seen: readonly [Vector, Vector, Vector] = [new Float64Array(0), new Float64Array(0), new Float64Array(0)];
  private seenRows = 0;
  private seenRevision = -1;

  /** @param table a column for each weight, then the epoch */
  constructor(table: ThinnedRows, dimension: number) {
    this.table = table;
    this.dimension = dimension;
  }

  get rows(): number {
    return this.table.rows;
  }

  /** Row r is step r * stride. */
  get stride(): number {
    return this.table.stride;
  }

  /** The plane in which it is seen. */
  get plane(): View {
    return this.view;
  }

  /** From now on the path is seen in this plane; null is the whole of weight space. */
  show(view: View): void {
    if (view === this.view) return;
    this.view = view;
    this.seenRows = 0;
  }

  /** A column of the rows in use, a view that is valid until the next change. */
  get x(): Vector {
    return this.column(0);
  }

  get y(): Vector {
    return this.column(1);
  }

  /** How far the weights are from the plane; null in the whole of weight space. */
  get distance(): Vector | null {
    return this.view === null ? null : this.column(2);
  }

  get epoch(): Vector {
    return this.table.column(this.dimension);
  }

  /** Rows up to that of `step`, as far as they go. */
  rowsUpTo(step: number): number {
    return Math.min(this.rows, Math.floor(step / this.stride) + 1);
  }

  /** How many of the first `rows` rows, counted when the stride was `stride`, are rows still. */
  rowsKept(rows: number, stride: number): number {
    return Math.ceil((rows * stride) / this.stride);
  }

  pointOf(weights: Vector): Point {
    return pointOf(this.view, weights).point;
  }

  private column(which: 0 | 1 | 2): Vector {
    const { table, view } = this;
    if (view === null && which < 2) return table.column(which);
    this.look();
    return this.seen[which].subarray(0, table.rows);
  }

  private look(): void {
    const { table, view } = this;
    if (table.revision !== this.seenRevision) this.seenRows = 0;
    this.seenRevision = table.revision;
    if (this.seenRows >= table.rows) return;
    const [x, y, distance] = this.reserve(table.rows);
    const columns = Array.from({ length: this.dimension }, (_, weight) => table.column(weight));
    projectRows(view, columns, this.seenRows, table.rows, x, y, distance);
    this.seenRows = table.rows;
  }

  private reserve(rows: number): readonly [Vector, Vector, Vector] {
    if (rows > this.seen[0].length) {
      const grow = (column: Vector): Vector => {
        const grown = new Float64Array(Math.max(rows, 2 * column.length));
        grown.set(column);
        return grown;
      };
      this.seen = [grow(this.seen[0]), grow(this.seen[1]), grow(this.seen[2])];
    }
    return this.seen;
  }
}
