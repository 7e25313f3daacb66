// Where in its epoch a run stands after so many steps, from its settings alone: counted in whole steps and examples, so
// that runs of any batch size agree exactly, and known before any step is taken.

import { settlePosition, updateSize } from '../training/batches.ts';
import { trainingCount } from '../training/run/configuration.ts';
import type { Hyperparameters, RunConfig } from '../training/run/run.ts';

/** From step `step` on, micro-batches are of this size, so many of them to an update. */
export interface BatchEdit {
  readonly step: number;
  readonly hyperparameters: Pick<Hyperparameters, 'batchSize' | 'accumulate'>;
}

/** What decides how batches are cut. */
export interface Cutting {
  /** How many examples are trained on. */
  readonly examples: number;
  readonly dropLast: boolean;
}

export const cuttingOf = (config: RunConfig): Cutting => ({
  examples: trainingCount(config),
  dropLast: config.dropLast,
});

/** What the first steps of a run have used: `seen` examples in all, `offset` of them in the epoch under way. */
export interface Used {
  readonly seen: number;
  readonly offset: number;
}

/** What the first `step` steps of a run have used. */
export function usedBy(edits: readonly BatchEdit[], { examples, dropLast }: Cutting, step: number): Used {
  let seen = 0;
  let offset = 0;
  for (const [index, { step: from, hyperparameters }] of edits.entries()) {
    if (from >= step) break;
    const { batchSize, accumulate = 1 } = hyperparameters;
    let left = Math.min(edits[index + 1]?.step ?? step, step) - from;
    const used = (updates: number, begin: number): number =>
      updateSize(examples - begin, batchSize, updates * accumulate, dropLast);
    // Whatever the last edit left over of its epoch comes first.
    ({ offset } = settlePosition({ epoch: 0, offset }, examples, batchSize, dropLast));
    const first = Math.min(left, updatesOf(examples - offset, hyperparameters, dropLast));
    const begun = used(first, offset);
    seen += begun;
    offset += begun;
    left -= first;
    if (left === 0) continue;
    const perEpoch = updatesOf(examples, hyperparameters, dropLast);
    const rest = left % perEpoch;
    seen += ((left - rest) / perEpoch) * used(perEpoch, 0) + used(rest, 0);
    offset = used(rest > 0 ? rest : perEpoch, 0);
  }
  return { seen, offset };
}

/** How many updates the `left` examples of an epoch make. */
export const updatesOf = (
  left: number,
  { batchSize, accumulate = 1 }: BatchEdit['hyperparameters'],
  dropLast: boolean,
) => Math.ceil(updateSize(left, batchSize, Number.POSITIVE_INFINITY, dropLast) / (accumulate * batchSize));

/** The step after `step` whose batch is the first of the next epoch. The first edit is at step 0. */
export function nextEpochStep(edits: readonly BatchEdit[], cutting: Cutting, step: number): number {
  const { examples, dropLast } = cutting;
  for (let from = step; ; ) {
    const index = edits.findLastIndex((edit) => edit.step <= from);
    const { hyperparameters } = edits[index];
    const { offset } = usedBy(edits, cutting, from);
    const settled = settlePosition({ epoch: 0, offset }, examples, hyperparameters.batchSize, dropLast);
    // An edit may leave no batch of the epoch under way, or one where there was none.
    if (from > step && settled.epoch > 0) return from;
    const until = from + updatesOf(examples - settled.offset, hyperparameters, dropLast);
    const nextEdit = edits[index + 1]?.step ?? Number.POSITIVE_INFINITY;
    if (nextEdit > until) return until;
    from = nextEdit;
  }
}
