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
  /** The wheel was turned over the plot to scroll the page. */
  readonly onScroll: () => void;
}

export interface Zoom {
  /** The next gesture begins at the view of now. */
  beginAnew(): void;
  stop(): void;
}

export function startZoom({ element, plot, base, onView, onReset, onScroll }: ZoomOptions): Zoom {
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
    .on('zoom', ({ transform }: { transform: ZoomTransform }) => onView(transformView(base(), transform)));
  const selection = select(element);
  selection.call(behaviour).on('dblclick.zoom', onReset);
  selection.on('wheel.scroll', (event: WheelEvent) => !isPinch(event) && onScroll(), { passive: true });
  return {
    // Here d3 keeps the transform of an element.
    beginAnew: () => Object.assign(element, { __zoom: zoomIdentity }),
    stop: () => selection.on('.zoom .scroll', null),
  };
}

/** A pinch on a touchpad comes as a wheel with Ctrl. */
const isPinch = ({ ctrlKey, metaKey }: WheelEvent): boolean => ctrlKey || metaKey;

function isGesture(event: MouseEvent | TouchEvent | WheelEvent): boolean {
  if ('deltaY' in event) return isPinch(event);
  if ('touches' in event) return event.touches.length > 1;
  return event.button === 0 && !event.ctrlKey;
}

function transformView(base: Viewport, transform: ZoomTransform): Domain {
  const { plot } = base;
  return {
    x: [base.across(transform.invertX(plot.left)), base.across(transform.invertX(plot.right))],
    y: [base.up(transform.invertY(plot.bottom)), base.up(transform.invertY(plot.top))],
  };
}

/** Powers of two that one wheel event zooms: d3's own, whose tenfold for a pinch would leap with a mouse's wheel. */
function wheelDelta({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const perUnit = deltaMode === 1 ? 0.05 : deltaMode === 2 ? 1 : 0.002;
  return Math.max(-0.5, Math.min(0.5, -deltaY * perUnit * (ctrlKey ? 10 : 1)));
}

/** Milliseconds that a hint stays after its last occasion. */
const hintTime = 1500;
const hiding = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

/** Shows `hint` by its attribute `data-shown`. */
export function showBriefly(hint: HTMLElement | null): void {
  if (hint === null) return;
  clearTimeout(hiding.get(hint));
  hint.dataset.shown = '';
  hiding.set(
    hint,
    setTimeout(() => delete hint.dataset.shown, hintTime),
  );
}
