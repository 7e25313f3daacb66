// A column of the batch table: what it holds, in which phase it is computed, and which quantity it is.

import type { Phase } from '../../lab/store.ts';
import type { Examples } from '../../training/examples.ts';
import type { StepDetail } from '../../training/run/run.ts';
import type { Quantity } from '../quantity.ts';

export interface BatchColumn {
  readonly id: string;
  readonly title: string;
  /** What the reader's own column is called. */
  readonly ownName?: string;
  /** What whole numbers in it stand for, from 0, where they have names. */
  readonly classNames?: readonly string[];
  /** The weight of a network whose gradient it takes apart, by its name; absent for all other columns. */
  readonly of?: string;
  /** The phase that computes it and, where that goes through the layers of a network, the layer of weights, from 0. */
  readonly phase: Phase;
  readonly layer?: number;
  readonly quantity: Quantity;
  value(detail: StepDetail, examples: Examples, row: number): number;
  /** What stands in the last row: the number that the rest of the page shows, not a mean taken here. */
  mean?(detail: StepDetail): number;
  /** Of a gradient: by how much the step moves its weight. */
  update?(detail: StepDetail): number;
}
