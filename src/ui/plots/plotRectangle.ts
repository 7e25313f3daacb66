// The rectangle that a plot's axes leave to its picture.

import type { Rectangle } from '../../drawing/viewport.ts';
import type { PlotSize } from './usePlotSize.ts';

/** Room above a plot for its key and its buttons: one for all, so that plots beside each other begin at one height. */
export const headHeight = 28;

/** `top` is room for what stands above the picture. Null while there is no room for a picture at all. */
export function plotRectangle({ width, height }: PlotSize, top = 10): Rectangle | null {
  const left = width < 260 ? 34 : 42;
  const plot = { left, top, right: width - 10, bottom: height - 22 };
  return plot.right - plot.left >= 40 && plot.bottom - plot.top >= 30 ? plot : null;
}
