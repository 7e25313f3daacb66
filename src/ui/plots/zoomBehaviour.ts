// Wheel, pinch, and drag as d3's zoom reads them: a part of the bundle that is loaded when a plot is first pointed at.

import { select, type ZoomTransform, zoom, zoomIdentity } from 'd3';
import type { Rectangle, Viewport } from '../../drawing/viewport.ts';
import type { Domain } from '../../training/vector.ts';

/** How far a gesture goes out and in, from the view it began with. */
const extent: [number, number] = [1 / 200, 1e5];

export interface ZoomOptions {
  readonly element: SVGRectElement;
  readonly plot: () => Rectangle;
  /** What the view was when the gesture began. */
  readonly base: () => Viewport;
  readonly onView: (view: Domain) => void;
  readonly onReset: () => void;
}

export interface Zoom {
  /** The next gesture begins at the view of now. */
  beginAnew(): void;
  stop(): void;
}

export function startZoom({ element, plot, base, onView, onReset }: ZoomOptions): Zoom {
  const behaviour = zoom<SVGRectElement, unknown>()
    .scaleExtent(extent)
    .extent(() => {
      const { left, top, right, bottom } = plot();
      return [
        [left, top],
        [right, bottom],
      ];
    })
    .filter((event) => isGesture(event, element))
    .wheelDelta(wheelDelta)
    .on('zoom', ({ transform }: { transform: ZoomTransform }) => onView(transformView(base(), transform)));
  const selection = select(element);
  selection.call(behaviour).on('dblclick.zoom', onReset);
  return {
    // Here d3 keeps the transform of an element.
    beginAnew: () => Object.assign(element, { __zoom: zoomIdentity }),
    stop: () => selection.on('.zoom', null),
  };
}

function isGesture(event: MouseEvent | TouchEvent | WheelEvent, element: Element): boolean {
  if (event.type === 'wheel')
    return event.ctrlKey || event.metaKey || (element.closest('figure')?.contains(document.activeElement) ?? false);
  if ('touches' in event) return event.touches.length > 1;
  return event.button === 0 && !event.ctrlKey;
}

function transformView(base: Viewport, transform: ZoomTransform): Domain {
  const { plot } = base;
  return {
    x: [base.w1(transform.invertX(plot.left)), base.w1(transform.invertX(plot.right))],
    y: [base.w2(transform.invertY(plot.bottom)), base.w2(transform.invertY(plot.top))],
  };
}

/** Powers of two that one wheel event zooms: d3's own, whose tenfold for a pinch would leap with a mouse's wheel. */
function wheelDelta({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const perUnit = deltaMode === 1 ? 0.05 : deltaMode === 2 ? 1 : 0.002;
  return Math.max(-0.5, Math.min(0.5, -deltaY * perUnit * (ctrlKey ? 10 : 1)));
}
