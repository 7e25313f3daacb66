// Where the comparison meets the plots of the page. Loaded, computed, and drawn only where there is something to compare.

import { lazy, Suspense } from 'react';
import { useLab, useLabState } from '../LabContext.tsx';
import { LossCurvePlot } from '../plots/LossCurvePlot.tsx';

const CompareSurfaces = lazy(async () => ({ default: (await import('./CompareSurfaces.tsx')).CompareSurfaces }));
const ContenderPaths = lazy(async () => ({ default: (await import('./ContenderPaths.tsx')).ContenderPaths }));
const ContenderMarks = lazy(async () => ({ default: (await import('./ContenderMarks.tsx')).ContenderMarks }));
const CompareLoss = lazy(async () => ({ default: (await import('./CompareLoss.tsx')).CompareLoss }));

interface ViewProps {
  /** The view that is chosen. */
  readonly view: string;
}

/** Once something was compared, it goes on while other views are looked at. */
function useIsComparing(view: string): boolean {
  const lab = useLab();
  const isLinked = useLabState(({ beside }) => beside.contenders !== undefined);
  return isLinked || view === 'compare' || lab.companions !== null;
}

/** Under the paths of weight space. */
export function ComparisonSurfaces({ view }: ViewProps) {
  return <Suspense>{useIsComparing(view) && <CompareSurfaces />}</Suspense>;
}

/** Over the path of the page's own run. */
export function ComparisonPaths({ view }: ViewProps) {
  return <Suspense>{useIsComparing(view) && <ContenderPaths />}</Suspense>;
}

/** The letters of the contenders at their weights, as SVG. */
export function ComparisonMarks({ view }: ViewProps) {
  return <Suspense>{useIsComparing(view) && <ContenderMarks />}</Suspense>;
}

/** The loss curve of the run, or of all runs side by side. */
export function LossPlot({ view }: ViewProps) {
  if (!useIsComparing(view)) return <LossCurvePlot />;
  return (
    <Suspense fallback={<LossCurvePlot />}>
      <CompareLoss />
    </Suspense>
  );
}
