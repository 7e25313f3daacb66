// What the page shows, for readers who hear it: where the run stands, said politely after each step by hand and at most
// every two seconds while it goes on, and the text that each plot is described by.

import type { LabState, Status } from '../../lab/store.ts';
import { shownView } from '../../lab/view.ts';
import { present } from '../../training/present.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useLab } from '../LabContext.tsx';
import type { Formats } from '../text/format.ts';
import { useFormats } from '../text/TextContext.tsx';
import { useViewText, type ViewText } from '../text/viewWords.ts';
import { useCalmState } from '../useCalmState.ts';
import css from './Announcer.module.css';
import { summaryIds } from './summaryIds.ts';

/** Milliseconds between two sentences while steps are taken by themselves. */
const pace = 2000;

const ends: readonly Status[] = ['diverged', 'converged', 'limit'];

export function Announcer() {
  const state = useCalmState(pace);
  const { history } = useLab();
  const views = useViewText();
  const format = useFormats();
  const { detail } = state;
  const isStarted = state.stepCount > 0;
  // An end and a phase have sentences of their own, which are announced where they stand.
  const isToldElsewhere = state.phase !== null || ends.includes(state.status);
  return (
    <div className={css.heard}>
      <p role="status" data-testid="announcement">
        {detail !== null && isStarted && !isToldElsewhere && views.at(placeWords(detail, format))}
      </p>
      <p id={summaryIds.weights}>{detail !== null && views.summaryWeights(weightsWords(state, detail, format))}</p>
      <p id={summaryIds.data}>{detail !== null && views.summaryData(dataWords(state, detail, format))}</p>
      <p id={summaryIds.loss}>{lossSummary(history, views, format)}</p>
    </div>
  );
}

function placeWords({ step, epoch, weights, fullLoss }: StepDetail, { count, number }: Formats) {
  return {
    step: count(step),
    epoch: count(epoch + 1),
    w1: number(weights[0]),
    w2: number(weights[1]),
    loss: number(fullLoss),
  };
}

function weightsWords(state: LabState, detail: StepDetail, { count, number }: Formats) {
  const view = shownView(state.view, state.aspect);
  const { weights, update, fullLoss, step } = detail;
  return {
    w1: number(weights[0]),
    w2: number(weights[1]),
    nextW1: number(weights[0] + update[0]),
    nextW2: number(weights[1] + update[1]),
    fullLoss: number(fullLoss),
    steps: count(step),
    left: number(view.x[0]),
    right: number(view.x[1]),
    bottom: number(view.y[0]),
    top: number(view.y[1]),
  };
}

/** More examples than this are counted, not named. */
const mostNamed = 20;

function dataWords({ config }: LabState, { batch, prediction, batchLoss }: StepDetail, { count, number }: Formats) {
  const named = [...batch.subarray(0, mostNamed)].map(count).join(', ');
  return {
    count: count(trainingCount(config)),
    size: count(batch.length),
    examples: batch.length > mostNamed ? `${named}, …` : named,
    lowest: number(Math.min(...prediction)),
    highest: number(Math.max(...prediction)),
    loss: number(batchLoss),
  };
}

function lossSummary(
  history: {
    readonly rows: number;
    readonly count: number;
    readonly stride: number;
    column(name: 'batchLoss'): Float64Array;
  },
  views: ViewText,
  { count, number }: Formats,
): string {
  if (history.rows === 0) return views.summaryLossNone;
  const losses = history.column('batchLoss');
  let lowest = 0;
  for (let row = 1; row < losses.length; row++) if (losses[row] < losses[lowest]) lowest = row;
  return views.summaryLoss({
    steps: count(history.count),
    first: number(losses[0]),
    last: number(present(losses.at(-1))),
    lowest: number(losses[lowest]),
    lowestStep: count(lowest * history.stride),
  });
}
