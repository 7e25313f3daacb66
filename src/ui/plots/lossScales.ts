// The axes of the loss curve as a value that changes in leaps, so that they are drawn anew only now and then.

import { lossRange, stepSpan } from '../../drawing/lossCurve.ts';
import { linearScale, logarithmicScale, niceLinear, niceLogarithmic, type Scale } from '../../drawing/scale.ts';
import type { Rectangle } from '../../drawing/viewport.ts';
import type { History } from '../../lab/history.ts';
import type { StepDetail } from '../../training/run/run.ts';

export interface LossDomain {
  readonly steps: number;
  readonly low: number;
  readonly high: number;
}

/** Steps and losses that the axes show, up to round numbers; before the first step, those of the `pending` one. */
export function lossDomain(history: History, pending: StepDetail | null, isLogarithmic: boolean): LossDomain {
  const { fullLoss } = history;
  const series =
    history.rows === 0 && pending !== null
      ? [Float64Array.of(pending.batchLoss, pending.fullLoss)]
      : [history.column('batchLoss'), fullLoss.loss.subarray(0, fullLoss.count)];
  const range = lossRange(series, isLogarithmic);
  const [low, high] = (isLogarithmic ? niceLogarithmic : niceLinear)([range.low, range.high]);
  return { steps: stepSpan(history.count), low, high };
}

export const isSameDomain = (a: LossDomain, b: LossDomain): boolean =>
  a.steps === b.steps && a.low === b.low && a.high === b.high;

export interface LossScales {
  readonly plot: Rectangle;
  readonly x: Scale;
  readonly y: Scale;
}

export function lossScales({ steps, low, high }: LossDomain, plot: Rectangle, isLogarithmic: boolean): LossScales {
  const vertical = [plot.bottom, plot.top] as const;
  return {
    plot,
    x: linearScale([0, steps], [plot.left, plot.right]),
    // A loss of zero has no logarithm; it lies at the bottom.
    y: isLogarithmic ? logarithmicScale([low, high], vertical) : linearScale([low, high], vertical),
  };
}
