// The loss surface under its isolines. Painted once per surface, view, size, and theme; between two surfaces the old one
// is drawn where it lies in the new view.

import { useCallback, useMemo } from 'react';
import { paintMarks } from '../../drawing/paintMarks.ts';
import { colourSurface, surfaceMarks } from '../../drawing/sceneSurface.ts';
import { CanvasLayer, type PlotCanvas } from './CanvasLayer.tsx';
import { usePlot } from './PlotContext.tsx';
import { useScenePart } from './scene.ts';
import { useTraced } from './TracedContext.tsx';

export function SurfaceLayer() {
  const frame = usePlot();
  const { palette } = frame;
  const traced = useTraced();
  const coloured = useMemo(() => (traced === null ? null : colourSurface(traced, palette)), [traced, palette]);
  useScenePart(
    'surface',
    useCallback((other) => (coloured === null ? [] : [{ marks: surfaceMarks(other, coloured) }]), [coloured]),
  );
  const paint = useCallback(
    ({ context }: PlotCanvas): undefined => {
      if (coloured !== null) paintMarks(context, palette, surfaceMarks(frame, coloured));
    },
    [frame, palette, coloured],
  );
  return <CanvasLayer bounds={frame.viewport.plot} paint={paint} />;
}
