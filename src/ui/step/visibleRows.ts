// Which rows of a long table are in view: only those are rendered, between two spaces as high as the rest.

import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** Rows beyond either edge, so that a quick scroll shows no gap. */
const margin = 8;

export interface RowRange {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

export function rowsInView(scrollTop: number, height: number, rowHeight: number, count: number): RowRange {
  const first = Math.min(count, Math.max(0, Math.floor(scrollTop / rowHeight) - margin));
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + margin);
  return { first, end: Math.max(first, end) };
}

/** Follows the scrolling and the size of `scroller`. */
export function useVisibleRows(scroller: RefObject<HTMLElement | null>, rowHeight: number, count: number): RowRange {
  const [range, setRange] = useState<RowRange>({ first: 0, end: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => {
      const next = rowsInView(element.scrollTop, element.clientHeight, rowHeight, count);
      setRange((before) => (before.first === next.first && before.end === next.end ? before : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, rowHeight, count]);
  return { first: Math.min(range.first, count), end: Math.min(range.end, count) };
}

/** Pixels, until a row has been measured. */
const usualRowHeight = 22;

/** The height of a row in pixels: as many lines as the width of the table makes of it. */
export function useRowHeight(scroller: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(usualRowHeight);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const row = element.querySelector<HTMLElement>('[data-row]');
      if (row !== null) setHeight(row.offsetHeight);
    });
    // The head as well: other columns may take another number of lines.
    for (const each of [element, element.querySelector('thead')]) if (each !== null) observer.observe(each);
    return () => observer.disconnect();
  }, [scroller]);
  return height;
}
