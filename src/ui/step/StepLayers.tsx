// The layers of weight space that take one step apart. Each is loaded, computed, and drawn only while it is to be seen.

import type { LabState } from '../../lab/store.ts';
import { useLabState } from '../LabContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';

const BatchSurfaceLayer = lazyPart(() => import('./BatchSurfaceLayer.tsx'), 'BatchSurfaceLayer');
const GradientLayer = lazyPart(() => import('./GradientLayer.tsx'), 'GradientLayer');

const LimitDirections = lazyPart(() => import('../limit/LimitDirections.tsx'), 'LimitDirections');

const EndedMark = lazyPart(() => import('../panels/EndedMark.tsx'), 'EndedMark');

const OptimizerMarks = lazyPart(() => import('./OptimizerMarks.tsx'), 'OptimizerMarks');

const NoiseLayer = lazyPart(() => import('./NoiseLayer.tsx'), 'NoiseLayer');

/** What the chosen view adds to weight space, what explains the limit of the learning rate, and where it ended, as SVG. */
export function ViewMarks({ view }: { readonly view: string }) {
  const isLimitExplained = useLabState((state) => state.limits.areExplained);
  const hasEnded = useLabState((state) => state.ended !== null);
  // In slow motion the update is taken apart whatever the view.
  const isUpdated = useLabState((state) => state.phase === 'update');
  return (
    <>
      {hasEnded && (
        <Part around={null}>
          <EndedMark />
        </Part>
      )}
      {isLimitExplained && (
        <Part around={null}>
          <LimitDirections />
        </Part>
      )}
      {(view === 'optimizer' || isUpdated) && (
        <Part around={null}>
          <OptimizerMarks hasRates={view === 'optimizer'} />
        </Part>
      )}
    </>
  );
}

/** Under the path. */
export function SurfaceLayers() {
  const isOn = useLabState((state) => state.layers.batchSurface !== 'off');
  return (
    isOn && (
      <Part around={null}>
        <BatchSurfaceLayer />
      </Part>
    )
  );
}

/** Gradients are drawn where asked for, in their phase, and of the example that is lit once they are known. */
const hasVectors = ({ phase, layers, litExample }: LabState): boolean =>
  phase === 'backward' || layers.gradients || (litExample !== null && (phase === null || phase === 'update'));

/** Between the path and the arrows of the step. */
export function VectorLayers({ view }: { readonly view: string }) {
  const hasGradients = useLabState(hasVectors);
  return (
    <>
      {view === 'noise' && (
        <Part around={null}>
          <NoiseLayer />
        </Part>
      )}
      {hasGradients && (
        <Part around={null}>
          <GradientLayer />
        </Part>
      )}
    </>
  );
}
