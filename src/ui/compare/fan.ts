// The band of many seeds on the loss curve: the middle half of the runs, and their median.

import { drawBand, drawLossLine } from '../../drawing/lossCurve.ts';
import type { Palette } from '../../drawing/palette.ts';
import type { Rectangle } from '../../drawing/viewport.ts';
import type { Fan, StudiesState } from '../../lab/compare/studies.ts';
import { colourOfLetter } from './style.ts';

export const fanOf = ({ fan }: StudiesState): Fan | null => fan;

interface Scales {
  readonly plot: Rectangle;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export function paintBand(
  context: CanvasRenderingContext2D,
  { plot, x, y }: Scales,
  palette: Palette,
  { band, pointSteps, letter }: Fan,
  elapsed: (step: number) => number,
): void {
  const clock = Float64Array.from(pointSteps, elapsed);
  const [area, middle] = [new Path2D(), new Path2D()];
  drawBand(area, plot, x, y, clock, band.lowerQuartile, band.upperQuartile);
  drawLossLine(middle, plot, x, y, clock, band.median);
  context.fillStyle = context.strokeStyle = palette[colourOfLetter(letter)];
  context.globalAlpha = 0.22;
  context.fill(area);
  context.globalAlpha = 1;
  context.lineWidth = 1.4;
  context.stroke(middle);
}
