// Wheel, pinch, and drag as d3's zoom reads them: a part of the bundle that is loaded when a plot is first pointed at.

import { select, type ZoomTransform, zoom, zoomIdentity } from 'd3';
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

export interface Zoom {
  /** The next gesture begins at the view of now. */
  beginAnew(): void;
  stop(): void;
}

export function startZoom({ element, plot, isGesture, onZoom, onReset }: ZoomOptions): Zoom {
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
  return {
    // Here d3 keeps the transform of an element.
    beginAnew: () => Object.assign(element, { __zoom: zoomIdentity }),
    stop: () => selection.on('.zoom', null),
  };
}

/** Powers of two that one wheel event zooms: d3's own, whose tenfold for a pinch would leap with a mouse's wheel. */
function wheelDelta({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const perUnit = deltaMode === 1 ? 0.05 : deltaMode === 2 ? 1 : 0.002;
  return Math.max(-0.5, Math.min(0.5, -deltaY * perUnit * (ctrlKey ? 10 : 1)));
}
