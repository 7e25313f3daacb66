// The log of a run on the page: every step taken as typed columns, and the edits with the step at which they acted.
// Two tables that thin by doubling, so that memory stays bounded while steps go on: the scalars of a step, and its weights.

import type { View } from '../training/plane.ts';
import {
  pairLayout,
  placeOfColumn,
  type StepColumn,
  type Steps,
  stepColumnAt,
  stepColumns,
} from '../training/run/log.ts';
import type { Edit, Hyperparameters, StepLayout } from '../training/run/run.ts';
import { ThinnedRows } from '../training/run/thinnedRows.ts';
import type { Vector } from '../training/vector.ts';
import { FullLoss } from './fullLoss.ts';
import { Path } from './path.ts';

/** Rows kept at most; with a stride of 1 these are the steps of the default limit. */
export const historyCapacity = 100_000;

/** Numbers that the table of weights holds at most: 8 MB. Two weights have as many rows as the scalars. */
const mostNumbers = 1_048_576;

/** A log that was taken out of a history, to be put back as it was. */
export interface SetAside extends Pick<History, 'count' | 'edits' | 'head'> {
  readonly tables: Tables;
}

export class History {
  /** Steps taken; the log covers steps 0 .. count - 1. */
  count = 0;
  edits: Edit[] = [];
  /**
   * Grows whenever steps are taken back or seen in another plane, so that what was drawn of them no longer holds; thinning
   * takes none back.
   */
  retractions = 0;
  readonly fullLoss = new FullLoss();
  /** The weights that the last step led to, as exact where rows were thinned out; null before one, or where unknown. */
  head: Vector | null = null;
  private tables = new Tables(pairLayout);
  private view: View = null;
  private clears = 0;

  /** Row r is step r * stride. */
  get stride(): number {
    return this.tables.scalars.stride;
  }

  /** Rows in use. */
  get rows(): number {
    return this.tables.scalars.rows;
  }

  /** Grows whenever rows that were already there move or vanish, so that what is counted in rows begins anew. */
  get revision(): number {
    return this.clears + this.tables.scalars.revision;
  }

  /** What the steps were of when they came last. */
  get layout(): StepLayout {
    return this.tables.layout;
  }

  /** The weights of the steps as a picture shows them. Its rows may be fewer than those of the columns. */
  get path(): Path {
    return this.tables.path;
  }

  /** From now on the path is seen in this plane; null is the whole of weight space. */
  show(view: View): void {
    if (view !== this.view) this.retractions++;
    this.view = view;
    this.tables.path.show(view);
  }

  /** The rows in use of one column, a view that is valid until the next change. */
  column(name: StepColumn): Vector {
    const [table, column] = this.tables.placeOf(name);
    return table.column(column);
  }

  /** Row of `step`, or of the last kept step before it. */
  rowOf(step: number): number {
    return this.tables.scalars.rowOf(step);
  }

  /** Rows up to that of `step`, as far as the log has them: of a path to there. */
  rowsUpTo(step: number): number {
    return Math.min(this.rows, Math.floor(step / this.stride) + 1);
  }

  /** Value of one column at `step`, or at the last kept step before it. */
  at(name: StepColumn, step: number): number {
    const [table, column] = this.tables.placeOf(name);
    return table.at(column, table.rowOf(step));
  }

  /** The weights before step `step`, or where the last step led; null where thinning has lost them. */
  weightsAt(step: number): Vector | null {
    if (step === this.count) return this.head;
    const row = this.tables.vectors.exactRow(step);
    return row === null ? null : this.tables.weights(row);
  }

  /** The same or, where they are lost, the last ones before them that are kept; null before the first step. */
  weightsNear(step: number): Vector | null {
    const exact = this.weightsAt(step);
    if (exact !== null || this.rows === 0) return exact;
    return this.tables.weights(this.tables.vectors.rowOf(step));
  }

  /** How many of the first `rows` rows, counted when the stride was `stride`, are rows of the log still. */
  rowsKept(rows: number, stride: number): number {
    return Math.ceil((rows * stride) / this.stride);
  }

  /** The hyperparameters that step `step` used, or will use when no later edit comes. */
  hyperparametersAt(step: number): Hyperparameters | undefined {
    return this.edits.findLast((edit) => edit.step <= step)?.hyperparameters;
  }

  /**
   * Appends steps that follow on the last one, taken with `hyperparameters`.
   * @param head the weights that the last of them led to
   */
  append(steps: Steps, hyperparameters: Hyperparameters, head: Vector): void {
    if (steps.count === 0) return;
    if (this.edits.at(-1)?.hyperparameters !== hyperparameters)
      this.edits.push({ step: steps.firstStep, hyperparameters });
    // Another problem's steps have other columns.
    if (!this.tables.fits(steps.layout)) this.lay(new Tables(steps.layout));
    this.tables.append(steps);
    this.count = steps.firstStep + steps.count;
    this.head = head.slice();
  }

  /** Forgets step `step` and all after it. */
  truncate(step: number): void {
    if (step >= this.count) return;
    this.head = this.weightsAt(step);
    this.count = step;
    this.tables.truncate(step);
    this.edits = this.edits.filter((edit) => edit.step < step);
    this.fullLoss.truncate(step);
    this.clears++;
    this.retractions++;
  }

  /** Takes the log out; what is left is empty. */
  setAside(): SetAside {
    const { count, edits, head, tables } = this;
    this.lay(new Tables(tables.layout));
    this.clear();
    return { count, edits, head, tables };
  }

  /** Puts a log in the place of the present one. The full losses along it are computed anew. */
  bringBack({ count, edits, head, tables }: SetAside): void {
    this.clear();
    this.lay(tables);
    this.count = count;
    this.edits = edits;
    this.head = head;
  }

  clear(): void {
    this.count = 0;
    this.head = null;
    this.edits = [];
    this.tables.clear();
    this.fullLoss.clear();
    this.retractions++;
  }

  private lay(tables: Tables): void {
    this.clears = this.revision + 1 - tables.scalars.revision;
    this.tables = tables;
    tables.path.show(this.view);
  }
}

/** The scalars of the kept steps, and their weights with the epoch, each with rows of its own. */
class Tables {
  readonly layout: StepLayout;
  readonly scalars: ThinnedRows;
  readonly vectors: ThinnedRows;
  readonly path: Path;
  private readonly names: readonly StepColumn[];

  constructor(layout: StepLayout) {
    const { dimension } = layout;
    this.layout = layout;
    this.names = stepColumns(layout);
    this.scalars = new ThinnedRows(this.names.length - dimension, historyCapacity);
    const width = dimension + 1;
    this.vectors = new ThinnedRows(width, Math.min(historyCapacity, Math.floor(mostNumbers / width)));
    this.path = new Path(this.vectors, dimension);
  }

  fits({ dimension, layers }: StepLayout): boolean {
    return this.layout.dimension === dimension && this.layout.layers === layers;
  }

  append(steps: Steps): void {
    const { dimension } = this.layout;
    const epoch = this.names.indexOf('epoch');
    this.scalars.append(steps.firstStep, steps.count, (column) => stepColumnAt(steps, dimension + column));
    this.vectors.append(steps.firstStep, steps.count, (column) =>
      stepColumnAt(steps, column < dimension ? column : epoch),
    );
  }

  weights(row: number): Vector {
    return this.vectors.row(row).subarray(0, this.layout.dimension);
  }

  /** The table and the column of it that a name stands for. @throws RangeError where the steps have no such column */
  placeOf(name: StepColumn): readonly [ThinnedRows, number] {
    const { dimension } = this.layout;
    const place = placeOfColumn(this.layout, name);
    return place < dimension ? [this.vectors, place] : [this.scalars, place - dimension];
  }

  truncate(step: number): void {
    this.scalars.truncate(step);
    this.vectors.truncate(step);
  }

  clear(): void {
    this.scalars.clear();
    this.vectors.clear();
  }
}
