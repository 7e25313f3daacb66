// Wheel, pinch, and drag as d3's zoom reads them: a part of the bundle that is loaded when a plot is first pointed at.

import { select, type ZoomTransform, zoom } from 'd3';
import type { Rectangle } from '../../drawing/viewport.ts';

/** How far a gesture goes out and in, from the view it began with. */
const extent: [number, number] = [1 / 200, 1e5];

export interface ZoomOptions {
  readonly element: SVGRectElement;
  readonly plot: () => Rectangle;
  readonly isGesture: (event: MouseEvent | TouchEvent | WheelEvent) => boolean;
  readonly onZoom: (transform: ZoomTransform) => void;
  readonly onReset: () => void;
}

/** Returns a function that ends it. */
export function startZoom({ element, plot, isGesture, onZoom, onReset }: ZoomOptions): () => void {
  const behaviour = zoom<SVGRectElement, unknown>()
    .scaleExtent(extent)
    .extent(() => {
      const { left, top, right, bottom } = plot();
      return [
        [left, top],
        [right, bottom],
      ];
    })
    .filter(isGesture)
    .wheelDelta(wheelDelta)
    .on('zoom', ({ transform }: { transform: ZoomTransform }) => onZoom(transform));
  const selection = select(element);
  selection.call(behaviour).on('dblclick.zoom', onReset);
  return () => {
    selection.on('.zoom', null);
  };
}

/** Powers of two that one wheel event zooms: d3's own, whose tenfold for a pinch would leap with a mouse's wheel. */
function wheelDelta({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const perUnit = deltaMode === 1 ? 0.05 : deltaMode === 2 ? 1 : 0.002;
  return Math.max(-0.5, Math.min(0.5, -deltaY * perUnit * (ctrlKey ? 10 : 1)));
}
