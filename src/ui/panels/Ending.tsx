// Why the run came to an end, and a way on.

import { useEffect, useState } from 'react';
import { explainDivergence } from '../../lab/divergence.ts';
import type { StepDetail } from '../../training/run/run.ts';
import type { DivergenceReport } from '../../training/studies/divergence.ts';
import { useIsLocked } from '../host/HostContext.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { useEndingText } from './endingWords.ts';

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
        {words.diverged({ step })} {report !== null && <Reason report={report} />}
      </p>
      {report?.rate != null && <Advice rate={report.rate} tried={report.steps} />}
    </>
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
  const again = (): void => {
    lab.setHyperparameters({ learningRate: rate });
    lab.reset();
  };
  return (
    <button
      type="button"
      title={words.rateHolds({ rate: format.number(rate), steps: format.count(tried) })}
      onClick={again}
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
      <p>{isConverged ? words.converged({ step, loss }) : words.limitReached({ step })}</p>
      <button type="button" onClick={() => lab.keepGoing()}>
        {words.keepGoing}
      </button>
    </>
  );
}
