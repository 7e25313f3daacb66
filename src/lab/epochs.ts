// Where in its epoch a run stands after so many steps, from its settings alone: counted in whole steps and examples, so
// that runs of any batch size agree exactly, and known before any step is taken.

import { batchesOf, settlePosition } from '../training/batches.ts';
import { trainingCount } from '../training/run/configuration.ts';
import type { RunConfig } from '../training/run/run.ts';

/** From step `step` on, batches are of this size. */
export interface BatchEdit {
  readonly step: number;
  readonly hyperparameters: { readonly batchSize: number };
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
    const size = hyperparameters.batchSize;
    let left = Math.min(edits[index + 1]?.step ?? step, step) - from;
    const used = (batches: number, begin: number): number => Math.min(batches * size, examples - begin);
    // Whatever the last edit left over of its epoch comes first.
    ({ offset } = settlePosition({ epoch: 0, offset }, examples, size, dropLast));
    const first = Math.min(left, batchesOf(examples - offset, size, dropLast));
    const begun = used(first, offset);
    seen += begun;
    offset += begun;
    left -= first;
    if (left === 0) continue;
    const perEpoch = batchesOf(examples, size, dropLast);
    const rest = left % perEpoch;
    seen += ((left - rest) / perEpoch) * used(perEpoch, 0) + used(rest, 0);
    offset = used(rest > 0 ? rest : perEpoch, 0);
  }
  return { seen, offset };
}

/** The step after `step` whose batch is the first of the next epoch. The first edit is at step 0. */
export function nextEpochStep(edits: readonly BatchEdit[], cutting: Cutting, step: number): number {
  const { examples, dropLast } = cutting;
  for (let from = step; ; ) {
    const index = edits.findLastIndex((edit) => edit.step <= from);
    const size = edits[index].hyperparameters.batchSize;
    const { offset } = usedBy(edits, cutting, from);
    const settled = settlePosition({ epoch: 0, offset }, examples, size, dropLast);
    // An edit may leave no batch of the epoch under way, or one where there was none.
    if (from > step && settled.epoch > 0) return from;
    const until = from + batchesOf(examples - settled.offset, size, dropLast);
    const nextEdit = edits[index + 1]?.step ?? Number.POSITIVE_INFINITY;
    if (nextEdit > until) return until;
    from = nextEdit;
  }
}
