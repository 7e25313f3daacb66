// The loss surface under its isolines. Painted once per surface, view, size, and theme; between two surfaces the old one
// is drawn where it lies in the new view.

import { useCallback, useMemo } from 'react';
import {
  contourLevels,
  drawIsolines,
  drawLineLabels,
  type Isoline,
  levelCount,
  placeLineLabels,
  traceIsolines,
} from '../../drawing/contours.ts';
import { colourTable, type Palette, tableColour } from '../../drawing/palette.ts';
import { drawSurface, type LossScale, lossScale, surfaceImage } from '../../drawing/surface.ts';
import { heightOf, type Viewport, widthOf } from '../../drawing/viewport.ts';
import type { LossSurface } from '../../training/objective/lossSurface.ts';
import { useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { CanvasLayer, type PlotCanvas } from './CanvasLayer.tsx';
import { plotFont } from './labels.ts';
import { usePlot } from './PlotContext.tsx';

const labelSize = 11;
/** Plots with a shorter side than this have no room for labels on lines. */
const leastSideForLabels = 130;

export function SurfaceLayer() {
  const { viewport, palette } = usePlot();
  const surface = useLabState((state) => state.surface);
  const traced = useTraced(surface, useFormats().number(1.5).charAt(1));
  const painted = useMemo(() => {
    if (traced === null) return null;
    const table = colourTable(palette['surface-low'], palette['surface-high']);
    return { ...traced, table, image: surfaceImage(traced.surface, traced.scale, table) };
  }, [traced, palette]);
  const paint = useCallback(
    ({ context }: PlotCanvas): undefined => {
      if (painted === null) return;
      drawSurface(context, viewport, painted.surface, painted.image);
      paintIsolines(context, viewport, palette, painted);
    },
    [viewport, palette, painted],
  );
  return <CanvasLayer bounds={viewport.plot} paint={paint} />;
}

interface Traced {
  readonly surface: LossSurface;
  readonly scale: LossScale;
  readonly isolines: readonly Isoline[];
}

function useTraced(surface: LossSurface | null, decimalMark: string): Traced | null {
  return useMemo(() => {
    if (surface === null) return null;
    const scale = lossScale(surface);
    const levels = contourLevels(scale, levelCount);
    const isolines = traceIsolines(surface, levels).map((isoline) => ({
      ...isoline,
      text: isoline.text.replace('.', decimalMark),
    }));
    return { surface, scale, isolines };
  }, [surface, decimalMark]);
}

function paintIsolines(
  context: CanvasRenderingContext2D,
  viewport: Viewport,
  palette: Palette,
  { scale, isolines, table }: Traced & { readonly table: Uint32Array },
): void {
  const lines = new Path2D();
  drawIsolines(lines, viewport, isolines);
  context.strokeStyle = palette.contour;
  context.lineWidth = 0.8;
  context.lineJoin = 'round';
  context.stroke(lines);
  if (Math.min(widthOf(viewport.plot), heightOf(viewport.plot)) < leastSideForLabels) return;
  context.font = plotFont(labelSize);
  const labels = placeLineLabels(isolines, viewport, (text) => context.measureText(text).width);
  drawLineLabels(context, labels, palette['contour-label'], (level) => tableColour(table, scale.share(level)));
}
