// The colours of the theme in force, for canvases, which cannot follow custom properties by themselves.

import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Palette, readPalette } from '../../drawing/palette.ts';

/** The palette at `ref`'s element, read again when the theme changes; null until it is known. */
export function usePalette(ref: RefObject<HTMLElement | null>): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const read = (): void => setPalette(readPalette(element));
    read();
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', read);
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-printing', 'class', 'style'] });
    // The page is printed as soon as the handlers have returned.
    const readNow = (): void => flushSync(read);
    addEventListener('beforeprint', readNow);
    addEventListener('afterprint', readNow);
    return () => {
      system.removeEventListener('change', read);
      observer.disconnect();
      removeEventListener('beforeprint', readNow);
      removeEventListener('afterprint', readNow);
    };
  }, [ref]);
  return palette;
}
