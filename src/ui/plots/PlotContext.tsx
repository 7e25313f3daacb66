// What the layers of one plot share: where things lie and which colours they have. It changes with the size, the view,
// and the theme, never with a step.

import { createContext, use } from 'react';
import type { Palette } from '../../drawing/palette.ts';
import type { Frame } from '../../drawing/scene.ts';

export interface PlotFrame extends Frame {
  readonly palette: Palette;
}

export const PlotContext = createContext<PlotFrame | null>(null);

/** The frame of the plot around a layer. */
export function usePlot(): PlotFrame {
  const frame = use(PlotContext);
  if (frame === null) throw new Error('No plot around this layer.');
  return frame;
}
