// The mean length of the full gradient over the surface in view, which sets the scale of all gradient arrows.

import { useMemo } from 'react';
import { meanGradientLength } from '../../drawing/surface.ts';
import { useLabState } from '../LabContext.tsx';
import { usePlot } from '../plots/PlotContext.tsx';

export function useMeanLength(): number {
  const { viewport } = usePlot();
  const surface = useLabState((state) => state.surface);
  return useMemo(() => (surface === null ? 0 : meanGradientLength(surface, viewport)), [surface, viewport]);
}
