// The size that the page gives a plot, in CSS pixels.

import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Follows the size of the element that `ref` is put on; zero until it is known. */
export function usePlotSize<Target extends HTMLElement>(): { ref: RefObject<Target | null>; size: PlotSize } {
  const ref = useRef<Target>(null);
  const [size, setSize] = useState<PlotSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => {
      const width = element.clientWidth;
      const height = element.clientHeight;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}
