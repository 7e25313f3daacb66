// The losses of the page's own run for the loss plot: of every mini-batch, and of all data. Its clock is its steps.

import { niceLogarithmic } from '../../drawing/logarithmicScale.ts';
import { epochMarks, epochStride, lossRange, stepSpan } from '../../drawing/lossCurve.ts';
import { type LossCurve, type LossPicture, type LossScales, namedEpochs } from '../../drawing/lossPicture.ts';
import { niceLinear } from '../../drawing/scale.ts';
import type { History } from '../../lab/history.ts';
import type { LabState, LabStore } from '../../lab/store.ts';
import { perFrame } from '../../lab/throttled.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { summaryIds } from '../narration/summaryIds.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { Formats } from '../text/format.ts';
import type { LossSource } from './lossSource.ts';

interface Run {
  readonly store: LabStore;
  readonly history: History;
  seek(step: number): void;
}

/** Pixels that a curve under way has to grow by to be worth a new picture. */
const leastMove = 0.5;

export function ownLosses(run: Run, plots: Catalogue['plots'], format: Formats): LossSource {
  const { store, history } = run;
  return {
    words: {
      ...{ figure: plots.lossCurve, axis: plots.step, logarithmic: plots.logarithmic },
      ...{ logarithmicHelp: plots.logarithmicHelp, read: plots.stepToRead, readHelp: plots.stepReadoutHelp },
      nothing: plots.noSteps,
    },
    summaryId: summaryIds.loss,
    watch(onChange, interval) {
      const task = perFrame(onChange, interval);
      const end = store.subscribe((state, before) => {
        if (!isSameCurve(state, before)) task.ask();
      });
      return () => {
        end();
        task.cancel();
      };
    },
    domain: (isLogarithmic) => ownDomain(history, store.getState().detail, isLogarithmic),
    picture: (scales) => ownPicture(store.getState(), history, scales, plots, format),
    // Of a long run many steps are less than a pixel; where it rests, all of it is drawn.
    isTooSoon({ x }, drawn) {
      const isDense = x(history.count) - x(history.count - 1) < leastMove;
      const isMoved = Math.abs(x(history.count) - x(drawn)) < leastMove;
      return store.getState().status === 'running' && isDense && isMoved;
    },
    newest: () => Math.max(0, history.count - 1),
    cursor: () => store.getState().cursor,
    reading(clock) {
      if (history.count === 0) return null;
      const wanted = Math.max(0, Math.min(history.count - 1, Math.round(clock)));
      // The last step not after that whose losses the log still has.
      const step = wanted - (wanted % history.stride);
      const loss = history.at('batchLoss', step);
      const epoch = format.count(history.at('epoch', step) + 1);
      const words = plots.stepReadout({ step: format.count(step), epoch, loss: format.number(loss) });
      return { clock: step, words, dots: [{ loss, colour: 'batch' }] };
    },
    moved: (clock, presses) => clock + presses * history.stride,
    goTo: (clock) => run.seek(clock),
  };
}

/** The part of the state that the curve shows. */
const isSameCurve = (a: LabState, b: LabState): boolean =>
  a.stepCount === b.stepCount &&
  a.fullLossCount === b.fullLossCount &&
  a.detail === b.detail &&
  a.config === b.config &&
  a.cursor === b.cursor &&
  a.status === b.status;

/** Steps and losses that the axes show, up to round numbers; before the first step, those of the `pending` one. */
function ownDomain(history: History, pending: StepDetail | null, isLogarithmic: boolean) {
  const series =
    history.rows === 0 && pending !== null
      ? [Float64Array.of(pending.batchLoss, pending.fullLoss, pending.testLoss ?? Number.NaN)]
      : [history.column('batchLoss'), history.fullLoss.loss, history.fullLoss.test];
  const range = lossRange(series, isLogarithmic);
  const [low, high] = (isLogarithmic ? niceLogarithmic : niceLinear)([range.low, range.high]);
  return { span: stepSpan(history.count), low, high };
}

function ownPicture(
  { cursor, detail, test }: LabState,
  history: History,
  scales: LossScales,
  plots: Catalogue['plots'],
  format: Formats,
): LossPicture {
  const next = (loss: number | null | undefined): Pick<LossCurve, 'next'> =>
    loss == null || detail?.step !== cursor
      ? {}
      : { next: { clock: cursor, loss, isJoined: cursor === history.count } };
  const batch = history.column('batchLoss');
  const { step, loss, test: testLoss } = history.fullLoss;
  const past = step.findLastIndex((at) => at <= cursor) + 1;
  const hasBegun = history.rows > 1;
  const end = (known: number, pending: number | null | undefined) => ({
    clock: history.count,
    loss: hasBegun ? known : (pending ?? Number.NaN),
  });
  return {
    curves: [
      {
        ...{ name: plots.batchLoss, colour: 'batch', width: 1, points: { stride: history.stride, loss: batch } },
        ...{ past: Math.min(history.rows, Math.ceil(cursor / history.stride)), ...next(detail?.batchLoss) },
        end: end(recentMean(batch), detail?.batchLoss),
      },
      {
        ...{ name: plots.fullLoss, colour: 'loss-full', width: 2, points: { clock: step, loss } },
        ...{ past, ...next(detail?.fullLoss) },
        end: end(lastOf(loss, detail?.fullLoss), detail?.fullLoss),
      },
      ...(test === null
        ? []
        : [
            {
              ...({ name: plots.testLoss, colour: 'ink', width: 1.75, dash: testDash } as const),
              ...{ points: { clock: step, loss: testLoss }, past, ...next(detail?.testLoss) },
              end: end(lastOf(testLoss, detail?.testLoss), detail?.testLoss),
            } as const,
          ]),
    ],
    bands: [],
    epochs: epochsOf(history, scales, (epoch) => plots.epochTick({ epoch: format.count(epoch) })),
    write: (value) => (value === Number.POSITIVE_INFINITY ? '∞' : format.number(value)),
  };
}

const testDash = [5, 3];

/** Where a curve ends that is known at some steps only. */
const lastOf = (losses: Float64Array, pending: number | null | undefined): number =>
  losses.length > 1 ? losses[losses.length - 1] : (pending ?? Number.NaN);

/** Where a noisy curve ends, on average. */
function recentMean(losses: Float64Array): number {
  const recent = losses.subarray(Math.max(0, losses.length - Math.max(3, Math.ceil(losses.length / 20))));
  return recent.reduce((sum, loss) => sum + loss, 0) / recent.length;
}

/** Pixels between two marks of epochs, and between two with names, at least. */
const epochSpacing = 7;
const nameSpacing = 72;

function epochsOf(history: History, { plot, x }: LossScales, name: (epoch: number) => string): LossPicture['epochs'] {
  const column = history.column('epoch');
  const last = column.at(-1) ?? 0;
  if (last === 0) return [];
  const pixels = (x(history.count) - plot.left) / last;
  const [marked, named] = [epochSpacing, nameSpacing].map((least) => epochMarks(column, epochStride(pixels, least)));
  return namedEpochs(marked, named, history.stride, name);
}
