// What the page shows, for readers who hear it: where the run stands, said politely after each step by hand and at most
// every two seconds while it goes on, and the text that each plot is described by.

import type { LabState, Status } from '../../lab/store.ts';
import { shownView } from '../../lab/view.ts';
import { present } from '../../training/present.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { OwnHeard } from '../data/OwnMeaning.tsx';
import { useLab } from '../LabContext.tsx';
import { shareRight } from '../panels/shareRight.ts';
import { axisNames } from '../plots/axisNames.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { Formats } from '../text/format.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
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
  const { plots } = useText();
  const format = useFormats();
  const { detail } = state;
  const isStarted = state.stepCount > 0;
  // An end and a phase have sentences of their own, which are announced where they stand.
  const isToldElsewhere = state.phase !== null || ends.includes(state.status);
  return (
    <div className={css.heard}>
      <p role="status" data-testid="announcement">
        {detail !== null && isStarted && !isToldElsewhere && placeSentence(detail, views, format)}
      </p>
      <p id={summaryIds.weights}>{detail !== null && weightsSentence(state, detail, { views, plots, format })}</p>
      <p id={summaryIds.data}>
        {detail !== null && views.summaryData(dataWords(state, detail, format))}{' '}
        {detail !== null && detail.decisions !== null && shareRight(detail.decisions, views, format)} <OwnHeard />
      </p>
      <p id={summaryIds.loss}>
        {lossSummary(history, views, format)} {detail !== null && testSentence(state, detail, views, format)}
      </p>
    </div>
  );
}

function placeSentence(detail: StepDetail, views: ViewText, { count, number }: Formats): string {
  const { step, epoch, weights, fullLoss, testLoss, network } = detail;
  const at = { step: count(step), epoch: count(epoch + 1), loss: number(fullLoss) };
  if (network !== null) return views.atNetwork({ ...at, test: testLoss === null ? null : number(testLoss) });
  return views.at({ ...at, w1: number(weights[0]), w2: number(weights[1]) });
}

interface Words {
  readonly views: ViewText;
  readonly plots: Catalogue['plots'];
  readonly format: Formats;
}

function weightsSentence(state: LabState, detail: StepDetail, { views, plots, format }: Words): string {
  const { count, number } = format;
  const view = shownView(state.view, state.aspect);
  const { weights, update, fullLoss, step, seen } = detail;
  const shown = {
    ...{ fullLoss: number(fullLoss), steps: count(step) },
    ...{ left: number(view.x[0]), right: number(view.x[1]), bottom: number(view.y[0]), top: number(view.y[1]) },
  };
  if (detail.network !== null) {
    const [nameX, nameY] = axisNames(state, plots);
    const [x, y] = seen.weights.map(number);
    return views.summaryPlane({
      ...{ ...shown, weights: count(weights.length), nameX, nameY, x, y, distance: number(seen.distance) },
    });
  }
  return views.summaryWeights({
    ...shown,
    w1: number(weights[0]),
    w2: number(weights[1]),
    nextW1: number(weights[0] + update[0]),
    nextW2: number(weights[1] + update[1]),
  });
}

function testSentence({ test }: LabState, { testLoss }: StepDetail, views: ViewText, format: Formats): string {
  if (test === null || testLoss === null) return '';
  return views.summaryTest({ loss: format.number(testLoss), count: format.count(test.count) });
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
