// Wheel, pinch, and drag on the plot's background change the view, by d3's zoom. A page that embeds the lab still
// scrolls: the wheel zooms with Ctrl or while the plot has the focus, and on a touch screen two fingers zoom.

import { select, type ZoomTransform, zoom, zoomIdentity } from 'd3';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { isSameView, type Viewport } from '../../drawing/viewport.ts';
import type { Domain } from '../../training/vector.ts';
import { useLab } from '../LabContext.tsx';

/** How far a gesture goes out and in, from the view it began with. */
const extent: [number, number] = [1 / 200, 1e5];
/** Narrower views than this, against the numbers in them, would run out of digits. */
const finestView = 1e-9;

export function useZoom(background: RefObject<SVGRectElement | null>, viewport: Viewport | null): void {
  const lab = useLab();
  const gesture = useRef<{ base: Viewport; sent: Domain } | null>(null);
  const latest = useRef(viewport);
  latest.current = viewport;
  const isReady = viewport !== null;

  // A view or size that did not come from the gesture is where the next gesture begins.
  useLayoutEffect(() => {
    const element = background.current;
    if (element === null || viewport === null) return;
    const { current } = gesture;
    if (current !== null && isSameView(current.sent, viewport.view) && isSamePlot(current.base, viewport)) return;
    gesture.current = { base: viewport, sent: viewport.view };
    Object.assign(element, { __zoom: zoomIdentity });
  }, [background, viewport]);

  useLayoutEffect(() => {
    const element = background.current;
    if (element === null || !isReady) return;
    const behaviour = zoom<SVGRectElement, unknown>()
      .scaleExtent(extent)
      .extent(() => {
        const { left, top, right, bottom } = latest.current!.plot;
        return [
          [left, top],
          [right, bottom],
        ];
      })
      .filter((event) => isGesture(event, element))
      .wheelDelta(wheelDelta)
      .on('zoom', ({ transform }: { transform: ZoomTransform }) => {
        const { current } = gesture;
        if (current === null) return;
        const view = transformView(current.base, transform);
        if (!isFineEnough(view)) return;
        current.sent = view;
        lab.setView(view);
      });
    const selection = select(element);
    selection.call(behaviour).on('dblclick.zoom', () => lab.resetView());
    return () => {
      selection.on('.zoom', null);
    };
  }, [background, isReady, lab]);
}

/** Powers of two that one wheel event zooms: d3's own, whose tenfold for a pinch would leap with a mouse's wheel. */
function wheelDelta({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const perUnit = deltaMode === 1 ? 0.05 : deltaMode === 2 ? 1 : 0.002;
  return Math.max(-0.5, Math.min(0.5, -deltaY * perUnit * (ctrlKey ? 10 : 1)));
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
    w1: [base.w1(transform.invertX(plot.left)), base.w1(transform.invertX(plot.right))],
    w2: [base.w2(transform.invertY(plot.bottom)), base.w2(transform.invertY(plot.top))],
  };
}

export const isFineEnough = ({ w1, w2 }: Domain): boolean =>
  [w1, w2].every(([low, high]) => high - low > finestView * (Math.abs(low) + Math.abs(high)));

const isSamePlot = ({ plot: a }: Viewport, { plot: b }: Viewport): boolean =>
  a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
