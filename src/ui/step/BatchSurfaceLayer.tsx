// The loss of the pending mini-batch alone: its isolines over the full surface, or a picture of its own in its place.

import { useCallback } from 'react';
import { batchLevelCount, contourLevels } from '../../drawing/contours.ts';
import { drawMarchingSquares } from '../../drawing/marchingSquares.ts';
import { colourTable } from '../../drawing/palette.ts';
import { drawSurface, lossScale, surfaceImage } from '../../drawing/surface.ts';
import type { LossSurface } from '../../training/objective/lossSurface.ts';
import { useLab } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { type PlotFrame, usePlot } from '../plots/PlotContext.tsx';
import { sampleBatchSurface } from './batchSurface.ts';

const shownHere = ['detail', 'examples', 'layers', 'status'] as const;

export function BatchSurfaceLayer() {
  const frame = usePlot();
  const { store } = useLab();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      const table = colourTable(frame.palette['surface-low'], frame.palette['surface-high']);
      const draw = (): void => {
        const state = store.getState();
        canvas.clear();
        const surface = sampleBatchSurface(state, frame.viewport.view);
        if (surface !== null)
          paintSurface(canvas.context, frame, surface, state.layers.batchSurface === 'instead' ? table : null);
      };
      draw();
      return store.subscribe((state, before) => {
        if (!shownHere.every((key) => state[key] === before[key])) draw();
      });
    },
    [frame, store],
  );
  return <CanvasLayer bounds={frame.viewport.plot} paint={paint} />;
}

/** @param table the colours of the picture, or null for isolines alone */
function paintSurface(
  context: CanvasRenderingContext2D,
  { viewport, palette }: PlotFrame,
  surface: LossSurface,
  table: Uint32Array | null,
): void {
  const scale = lossScale(surface);
  if (table !== null) drawSurface(context, viewport, surface, surfaceImage(surface, scale, table));
  const lines = new Path2D();
  const levels = contourLevels(scale, batchLevelCount).map(({ level }) => level);
  drawMarchingSquares(lines, viewport, surface, levels);
  context.strokeStyle = palette.batch;
  context.lineWidth = table === null ? 1.1 : 0.9;
  context.lineCap = 'round';
  context.stroke(lines);
}
