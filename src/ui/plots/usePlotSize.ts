// The size that the page gives a plot, in the plot's own pixels: CSS pixels, or larger ones where the layout or the reader's
// font size says so, which enlarges all of the plot at once.

import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

const noSize: PlotSize = { width: 0, height: 0 };

/** How much the layout around `element` enlarges its plots. */
export const layoutScaleOf = (element: Element): number =>
  Number(getComputedStyle(element).getPropertyValue('--plot-scale')) || 1;

const usualRootFont = 16;

/** CSS pixels in one of the plot's own: as the layout has it, for the font size that the reader asked for. */
export const plotScaleOf = (element: Element): number =>
  (layoutScaleOf(element) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)) / usualRootFont;

const measured = new WeakMap<Node, number>();

/**
 * The same as it was when the plot around `element` was measured last, which follows its every change: to ask the page
 * itself would have it work out its layout in the midst of what is written.
 */
export function measuredScaleOf(element: Element): number {
  for (let around: Node | null = element; around !== null; around = around.parentNode) {
    const scale = measured.get(around);
    if (scale !== undefined) return scale;
  }
  return plotScaleOf(element);
}

/** A length in the plot's own pixels, for a style. */
export const scaled = (length: number): string => `calc(${length / usualRootFont}rem * var(--plot-scale, 1))`;

let probe: HTMLElement | undefined;

/** An unseen element as wide as the root's font is high: its size changes with the font. */
function rootFontProbe(): HTMLElement {
  if (probe === undefined) {
    probe = document.createElement('span');
    probe.style.cssText = 'position:absolute;inline-size:1rem;block-size:0;visibility:hidden';
    document.body.append(probe);
  }
  return probe;
}

/** Follows the size of the element that `ref` is put on; zero until it is known, and `unseen` where it cannot be seen. */
export function usePlotSize<Target extends HTMLElement>(
  unseen: PlotSize = noSize,
): { ref: RefObject<Target | null>; size: PlotSize } {
  const ref = useRef<Target>(null);
  const [size, setSize] = useState<PlotSize>(noSize);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => {
      const scale = plotScaleOf(element);
      measured.set(element, scale);
      const isSeen = element.clientWidth > 0 && element.clientHeight > 0;
      const width = isSeen ? element.clientWidth / scale : unseen.width;
      const height = isSeen ? element.clientHeight / scale : unseen.height;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(rootFontProbe());
    return () => observer.disconnect();
  }, [unseen]);
  return { ref, size };
}
