// The loss curve of the run, or of all runs side by side, which loads only where there is something to compare.

import { lazy, Suspense } from 'react';
import { LossCurvePlot } from '../plots/LossCurvePlot.tsx';
import { useIsComparing } from './useIsComparing.ts';

const CompareLoss = lazy(async () => ({ default: (await import('./CompareLoss.tsx')).CompareLoss }));

/** @param view the view that is chosen */
export function LossPlot({ view }: { readonly view: string }) {
  if (!useIsComparing(view)) return <LossCurvePlot />;
  return (
    <Suspense fallback={<LossCurvePlot />}>
      <CompareLoss />
    </Suspense>
  );
}
