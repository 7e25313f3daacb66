// What the page asks about the loss along the step, and on which axis it is shown: the learning rate, where the update is
// that rate times a direction that does not depend on it, else the share of the update.

import type { Optimizer } from '../training/optimizer.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { isEven } from '../training/run/parts.ts';
import type { RunConfig, ScheduleConfig, StepDetail } from '../training/run/run.ts';
import type { SectionRequest } from '../training/studies/section.ts';
import { lengthOf } from '../training/vector.ts';

export type SectionAxis = 'rate' | 'share';

/** Why the axis is the share: the schedule sets the rate, or the rule's steps do not follow from it. */
export type ShareReason = 'schedule' | 'rule';

export interface SectionCut {
  readonly kind: 'cut';
  readonly request: SectionRequest;
}

/** `still` where the update moves nothing, `overflow` where numbers are not finite. */
export type SectionQuestion = SectionCut | { readonly kind: 'still' } | { readonly kind: 'overflow' };

/** Every rule but those that read the rate at their first step alone is linear in it, at any one step. */
export function shareReason(
  { optimizer }: Pick<RunConfig, 'optimizer'>,
  { kind, warmup, values }: ScheduleConfig,
): ShareReason | null {
  const rule: Optimizer = optimizers[optimizer];
  if (rule.readsRateOnce) return 'rule';
  const isSet = kind !== 'constant' || warmup > 0 || Object.keys(values).length > 0;
  return isSet ? 'schedule' : null;
}

const shareRange = [-0.5, 2] as const;

/** @param held the range that the axis is to keep, while something is dragged along it */
export function sectionQuestion(
  config: RunConfig,
  detail: StepDetail,
  axis: SectionAxis,
  held: readonly [number, number] | null = null,
): SectionQuestion {
  const { weights, update, batch, microBatches, batchLoss, learningRate } = detail;
  if (![...weights, ...update, batchLoss].every(Number.isFinite)) return { kind: 'overflow' };
  if (!(lengthOf(update) > 0)) return { kind: 'still' };
  const range = axis === 'share' ? shareRange : held;
  return {
    kind: 'cut',
    request: {
      ...{ config, weights, update, batch },
      parts: microBatches.map(({ from, to }) => ({ from, to })),
      landing: axis === 'share' ? 1 : learningRate,
      ...(range !== null && { range }),
    },
  };
}

/** What of the update and the weights may be outside a plane that they lie in. */
const rounding = 1e-7;

/**
 * Whether the losses along the step are those of the surface that is shown.
 * @param isOfBatch whether that is the batch's own, on which every example counts alike, as every micro-batch in the step's loss
 */
export function isOnSurface({ seen, weights, microBatches }: StepDetail, isOfBatch: boolean): boolean {
  const isInside = seen.outside <= rounding && seen.distance <= rounding * Math.max(1, lengthOf(weights));
  return isInside && (!isOfBatch || isEven(microBatches));
}
