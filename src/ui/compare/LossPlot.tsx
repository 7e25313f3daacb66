// The loss curve of the run, or of all runs side by side, which loads only where there is something to compare.

import { lazyPart, Part } from '../parts/Part.tsx';
import { LossCurvePlot } from '../plots/LossCurvePlot.tsx';
import { useIsComparing } from './useIsComparing.ts';

const CompareLoss = lazyPart(() => import('./CompareLoss.tsx'), 'CompareLoss');

/** @param view the view that is chosen */
export function LossPlot({ view }: { readonly view: string }) {
  if (!useIsComparing(view)) return <LossCurvePlot />;
  return (
    <Part before={<LossCurvePlot />} around={null}>
      <CompareLoss />
    </Part>
  );
}
