// The loss of the pending mini-batch alone: its isolines over the full surface, or a picture of its own in its place.
// It follows every step, so its grid is coarse enough to be sampled and traced between two frames.

import { useCallback } from 'react';
import { contourLevels } from '../../drawing/contours.ts';
import { drawMarchingSquares } from '../../drawing/marchingSquares.ts';
import { colourTable } from '../../drawing/palette.ts';
import { drawSurface, lossScale, surfaceImage } from '../../drawing/surface.ts';
import type { LabState } from '../../lab/store.ts';
import { resolveProblem } from '../../training/configuration.ts';
import { allocateExamples, gatherExamples } from '../../training/examples.ts';
import { type LossSurface, sampleLossSurface } from '../../training/lossSurface.ts';
import { useLab } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { type PlotFrame, usePlot } from '../plots/PlotContext.tsx';

/** Samples along each weight while a run plays, for batches up to `liveBatch`; larger batches take fewer. */
const liveColumns = 48;
const liveRows = 36;
const liveBatch = 64;
/** How much finer each side of the grid is when nothing moves. */
const restFactor = 2;
const levelCount = 8;

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
        const surface = sampleBatchSurface(state, frame);
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

function sampleBatchSurface(
  { config, detail, examples, status }: LabState,
  { viewport }: PlotFrame,
): LossSurface | null {
  // Right after another problem was chosen the step still belongs to the old one.
  if (detail === null || examples === null || detail.order.length > examples.count) return null;
  const { batch } = detail;
  const part = allocateExamples(batch.length);
  gatherExamples(examples, batch, 0, batch.length, part);
  const { model, loss } = resolveProblem(config);
  const factor = status === 'running' ? Math.min(1, Math.sqrt(liveBatch / batch.length)) : restFactor;
  const columns = Math.max(8, Math.round(liveColumns * factor));
  const rows = Math.max(6, Math.round(liveRows * factor));
  return sampleLossSurface(model, loss, part, viewport.view, columns, rows);
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
  const levels = contourLevels(scale, levelCount).map(({ level }) => level);
  drawMarchingSquares(lines, viewport, surface, levels);
  context.strokeStyle = palette.batch;
  context.lineWidth = table === null ? 1.1 : 0.9;
  context.lineCap = 'round';
  context.stroke(lines);
}
