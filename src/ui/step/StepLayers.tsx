// The layers of weight space that take one step apart. Each is loaded, computed, and drawn only while it is to be seen.

import { lazy, Suspense } from 'react';
import type { LabState } from '../../lab/store.ts';
import { useLabState } from '../LabContext.tsx';

const BatchSurfaceLayer = lazy(async () => ({
  default: (await import('./BatchSurfaceLayer.tsx')).BatchSurfaceLayer,
}));
const GradientLayer = lazy(async () => ({ default: (await import('./GradientLayer.tsx')).GradientLayer }));

const OptimizerMarks = lazy(async () => ({ default: (await import('./OptimizerMarks.tsx')).OptimizerMarks }));

const NoiseLayer = lazy(async () => ({ default: (await import('./NoiseLayer.tsx')).NoiseLayer }));

/** What the chosen view adds to weight space, as SVG. */
export function ViewMarks({ view }: { readonly view: string }) {
  return <Suspense>{view === 'optimizer' && <OptimizerMarks />}</Suspense>;
}

/** Under the path. */
export function SurfaceLayers() {
  const isOn = useLabState((state) => state.layers.batchSurface !== 'off');
  return <Suspense>{isOn && <BatchSurfaceLayer />}</Suspense>;
}

/** Gradients are drawn where asked for, in their phase, and of the example that is lit once they are known. */
const hasVectors = ({ phase, layers, litExample }: LabState): boolean =>
  phase === 'backward' || layers.gradients || (litExample !== null && (phase === null || phase === 'update'));

/** Between the path and the arrows of the step. */
export function VectorLayers({ view }: { readonly view: string }) {
  const hasGradients = useLabState(hasVectors);
  return (
    <>
      <Suspense>{view === 'noise' && <NoiseLayer />}</Suspense>
      <Suspense>{hasGradients && <GradientLayer />}</Suspense>
    </>
  );
}
