// Why the run came to an end, and a way on.

import { useEffect, useState } from 'react';
import { viewName } from '../../embed/viewName.ts';
import { explainDivergence } from '../../lab/divergence.ts';
import type { Lab } from '../../lab/lab.ts';
import { layersOf } from '../../lab/network.ts';
import { isWithin, pathView } from '../../lab/pathView.ts';
import type { StepDetail } from '../../training/run/run.ts';
import type { DivergenceReport } from '../../training/studies/divergence.ts';
import type { Domain } from '../../training/vector.ts';
import { useIsHidden, useIsLocked } from '../host/HostContext.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { useEndingText } from './endingWords.ts';
import { WhereItEnded } from './WhereItEnded.tsx';

export function Ending() {
  const status = useLabState((state) => state.status);
  switch (status) {
    case 'diverged':
      return <Diverged />;
    case 'converged':
    case 'limit':
      return <Finished isConverged={status === 'converged'} />;
    default:
      return null;
  }
}

function Diverged() {
  const words = useEndingText();
  const format = useFormats();
  const report = useDivergenceReport();
  const step = format.count(useLabState((state) => state.cursor));
  return (
    <>
      <p>
        {words.diverged({ step })} {report !== null && <Reason report={report} />} <OverflowingLayer />
      </p>
      {report?.rate != null && <Advice rate={report.rate} tried={report.steps} />}
      <WholePath />
      <LogarithmicLoss />
    </>
  );
}

/** Of a network whose numbers stopped being finite: in which of its layers they did. */
function OverflowingLayer() {
  const words = useEndingText();
  const format = useFormats();
  const layer = useLabState((state) => state.detail?.overflow ?? null);
  const layers = useLabState((state) => layersOf(state.config));
  return layer === null ? null : words.overflowIn({ layer: format.count(layer + 1), layers: format.count(layers) });
}

/** Where the path has left the view. */
function WholePath() {
  const lab = useLab();
  const words = useEndingText();
  const isShown = useLabState(({ view }) => {
    const whole = wholePath(lab);
    return whole !== null && isWithin(whole, view);
  });
  const isHidden = useIsHidden('zoom');
  if (isHidden || wholePath(lab) === null) return null;
  const turn = (): void => {
    const whole = wholePath(lab);
    if (isShown || whole === null) lab.resetView();
    else lab.setView(whole);
  };
  return (
    <button type="button" aria-pressed={isShown} onClick={turn}>
      {words.wholePath}
    </button>
  );
}

function wholePath({ history, store }: Lab): Domain | null {
  const end = store.getState().detail?.seen.weights;
  return end === undefined ? null : pathView(history.path.x, history.path.y, Float64Array.from(end));
}

/** A loss that grew by powers of ten is one steep line on a plain axis. */
function LogarithmicLoss() {
  const lab = useLab();
  const words = useEndingText();
  const isOn = useLabState((state) => state.isLossLogarithmic);
  if (useIsHidden(viewName('loss'))) return null;
  const turn = (): void => {
    lab.setLossLogarithmic(!isOn);
    // Where the plot is one of the faces of the large place, it comes into view.
    const face = document.querySelector<HTMLElement>('button[data-face="loss"]');
    if (!isOn && face !== null && face.offsetWidth > 0) face.click();
  };
  return (
    <button type="button" aria-pressed={isOn} onClick={turn}>
      {words.logarithmicLoss}
    </button>
  );
}

/** Comes a moment after the end: rates are tried before one is offered. */
function useDivergenceReport(): DivergenceReport | null {
  const lab = useLab();
  const detail = useLabState((state) => state.detail);
  const [found, setFound] = useState<{ readonly of: StepDetail | null; readonly report: DivergenceReport | null }>();
  useEffect(() => {
    const abort = new AbortController();
    explainDivergence(lab, abort.signal).then(
      (report) => setFound({ of: detail, report }),
      (error: unknown) => {
        if (!abort.signal.aborted) reportError(error);
      },
    );
    return () => abort.abort();
  }, [lab, detail]);
  return found !== undefined && found.of === detail ? found.report : null;
}

function Reason({ report: { reason, lastRate, rate, steps } }: { readonly report: DivergenceReport }) {
  const words = useEndingText();
  const format = useFormats();
  const size = useLabState((state) => state.hyperparameters.batchSize);
  const loss = useLabState((state) => state.detail?.fullLoss ?? Number.NaN);
  const number = (value: number | undefined): string => format.number(value ?? Number.NaN);
  const why = words.reason[reason.kind]({
    rate: number(lastRate),
    limit: number('limit' in reason ? reason.limit : undefined),
    product: number('product' in reason ? reason.product : undefined),
    first: number('first' in reason ? reason.first : undefined),
    loss: number(loss),
    size: format.count(size),
  });
  return rate === null && steps > 0 ? `${why} ${words.noRateHolds({ steps: format.count(steps) })}` : why;
}

/** A way on with a rate that a run of so many steps was tried with. */
function Advice({ rate, tried }: { readonly rate: number; readonly tried: number }) {
  const lab = useLab();
  const words = useEndingText();
  const format = useFormats();
  if (useIsLocked('learningRate')) return null;
  return (
    <button
      type="button"
      title={words.rateHolds({ rate: format.number(rate), steps: format.count(tried) })}
      onClick={() => lab.restartAt(rate)}
    >
      {words.tryRate(format.number(rate))}
    </button>
  );
}

function Finished({ isConverged }: { readonly isConverged: boolean }) {
  const lab = useLab();
  const words = useEndingText();
  const format = useFormats();
  const step = format.count(useLabState((state) => state.cursor));
  const loss = format.number(useLabState((state) => state.detail?.fullLoss ?? Number.NaN));
  return (
    <>
      <p>
        {isConverged ? words.converged({ step, loss }) : words.limitReached({ step })} <WhereItEnded />
      </p>
      <button type="button" onClick={() => lab.keepGoing()}>
        {words.keepGoing}
      </button>
    </>
  );
}
