// Wheel, pinch, and drag on the plot's background change the view, by d3's zoom. Whoever wants to scroll the page still
// does: the wheel zooms only with Ctrl, and on a touch screen two fingers zoom.

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { isSameView, type Viewport } from '../../drawing/viewport.ts';
import { loadUntold } from '../../lab/missing.ts';
import type { Domain } from '../../training/vector.ts';
import { useLab } from '../LabContext.tsx';
import type { Zoom } from './zoomBehaviour.ts';

/** Narrower views than this, against the numbers in them, would run out of digits. */
const finestView = 1e-9;

/** @param hint says how the wheel zooms; shown for a moment when it was turned and did not */
export function useZoom(
  background: RefObject<SVGRectElement | null>,
  viewport: Viewport | null,
  hint: RefObject<HTMLElement | null>,
): void {
  const lab = useLab();
  const gesture = useRef<{ base: Viewport; sent: Domain } | null>(null);
  const isReady = viewport !== null;
  const zoom = useRef<Zoom | null>(null);

  // A view or size that did not come from the gesture is where the next gesture begins.
  useLayoutEffect(() => {
    const element = background.current;
    if (element === null || viewport === null) return;
    const { current } = gesture;
    if (current !== null && isSameView(current.sent, viewport.view) && isSamePlot(current.base, viewport)) return;
    gesture.current = { base: viewport, sent: viewport.view };
    zoom.current?.beginAnew();
  }, [background, viewport]);

  useLayoutEffect(() => {
    const element = background.current;
    if (element === null || !isReady) return;
    const begun = () => {
      if (gesture.current === null) throw new Error('There is no plot to zoom.');
      return gesture.current;
    };
    let isGone = false;
    const start = async (): Promise<void> => {
      forget();
      const { showBriefly, startZoom } = await loadUntold(() => import('./zoomBehaviour.ts'));
      if (isGone) return;
      zoom.current = startZoom({
        element,
        plot: () => begun().base.plot,
        base: () => begun().base,
        onView(view) {
          if (!isFineEnough(view)) return;
          begun().sent = view;
          lab.setView(view);
        },
        onReset: () => lab.resetView(),
        onScroll: () => showBriefly(hint.current),
      });
    };
    // Whoever comes near the plot may begin a gesture: only then is it worth loading what reads it.
    const figure = element.closest('figure') ?? element;
    const forget = (): void => {
      for (const type of approaches) figure.removeEventListener(type, start);
    };
    for (const type of approaches) figure.addEventListener(type, start, { passive: true });
    return () => {
      isGone = true;
      forget();
      zoom.current?.stop();
      zoom.current = null;
    };
  }, [background, isReady, lab, hint]);
}

const approaches = ['pointerenter', 'pointerdown', 'wheel', 'focusin'] as const;

export const isFineEnough = ({ x: w1, y: w2 }: Domain): boolean =>
  [w1, w2].every(([low, high]) => high - low > finestView * (Math.abs(low) + Math.abs(high)));

const isSamePlot = ({ plot: a }: Viewport, { plot: b }: Viewport): boolean =>
  a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
