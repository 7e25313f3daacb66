// The ellipses of the noise floor in weight space: measured, and predicted.

import { useCallback, useMemo } from 'react';
import type { Mark } from '../../drawing/marks.ts';
import { cloudMarks } from '../../drawing/sceneRace.ts';
import type { Viewport } from '../../drawing/viewport.ts';
import type { Overlays } from '../../lab/compare/overlays.ts';
import { ellipse } from '../../training/objective/noise.ts';
import { usePlot } from '../plots/PlotContext.tsx';
import { StillMarks } from '../plots/StateMarks.tsx';
import { useScenePart } from '../plots/scene.ts';
import { useOverlay } from './useOverlays.ts';

const standardDeviations = 2;

export function Clouds() {
  const { viewport } = usePlot();
  const measured = useOverlay((overlays) => overlays.measured);
  const predicted = useOverlay((overlays) => overlays.predicted);
  const clouds = useMemo(() => ({ measured, predicted }), [measured, predicted]);
  const marks = useMemo(() => overlayClouds(viewport, clouds), [viewport, clouds]);
  useScenePart(
    'clouds',
    useCallback((other) => [{ marks: overlayClouds(other.viewport, clouds) }], [clouds]),
  );
  return <StillMarks marks={marks} />;
}

const overlayClouds = (viewport: Viewport, clouds: Pick<Overlays, 'measured' | 'predicted'>): readonly Mark[] =>
  (['predicted', 'measured'] as const).flatMap((kind) => {
    const cloud = clouds[kind];
    if (cloud === null || !cloud.covariance.every(Number.isFinite)) return [];
    return cloudMarks(viewport, { mean: cloud.mean, ellipse: ellipse(cloud.covariance, standardDeviations) }, kind);
  });
