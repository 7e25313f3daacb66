// The curves of a loss plot.

import { useCallback } from 'react';
import type { LossScales } from '../../drawing/lossPicture.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import type { Palette } from '../../drawing/palette.ts';
import { dotRadius, lossMarks } from '../../drawing/sceneLoss.ts';
import { CanvasLayer, type PlotCanvas } from './CanvasLayer.tsx';
import { labelWidth } from './labels.ts';
import type { LossSource } from './lossSource.ts';
import { useLossPace } from './useLossPace.ts';

interface CurvesProps {
  readonly source: LossSource;
  readonly scales: LossScales;
  readonly palette: Palette;
}

export function LossCurves({ source, scales, palette }: CurvesProps) {
  const pace = useLossPace();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      let drawn = Number.NaN;
      const draw = (): void => {
        if (source.isTooSoon(scales, drawn)) return;
        drawn = source.newest();
        canvas.clear();
        paintMarks(canvas.context, palette, lossMarks(labelWidth, scales, source.picture(scales)));
      };
      draw();
      return source.watch(draw, pace);
    },
    [source, scales, palette, pace],
  );
  // The dots of the first step stand on the left border.
  return <CanvasLayer bounds={{ ...scales.plot, left: scales.plot.left - dotRadius }} paint={paint} />;
}
