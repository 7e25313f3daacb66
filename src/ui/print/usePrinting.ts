// Whether the page is being printed, and the sizes its plots keep then: nothing is drawn anew for paper, so each plot
// is printed as large as it was drawn and scaled to its place.

import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { layoutScaleOf } from '../plots/usePlotSize.ts';

/** Room on the paper in CSS pixels, small enough for A4 and Letter: for the large place, and for each of the others. */
const largeRoom = { width: 660, height: 400 };
/** A network has more settings to be listed under it. */
const networkHeight = 280;
const smallRoom = { width: 320, height: 210 };

export function usePrinting(root: RefObject<HTMLElement | null>): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const print = matchMedia('print');
    const fix = (): void => {
      if (root.current !== null) fixPlots(root.current);
    };
    const begin = (): void => {
      fix();
      // The sheet has to be there before the handler returns, for then the page is printed.
      flushSync(() => setPrinting(true));
    };
    const end = (): void => setPrinting(false);
    const change = ({ matches }: MediaQueryListEvent): void => (matches ? begin() : end());
    // The page may be on its way to paper before this is loaded.
    if (print.matches) {
      fix();
      setPrinting(true);
    }
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    print.addEventListener('change', change);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
      print.removeEventListener('change', change);
    };
  }, [root]);
  return isPrinting;
}

function fixPlots(root: HTMLElement): void {
  // Once paper is laid out the sizes are those of the paper.
  if (matchMedia('print').matches && root.dataset.printed !== undefined) return;
  root.dataset.printed = '';
  const figures = Array.from(root.querySelectorAll<HTMLElement>('main figure'));
  const seen = figures.filter(({ clientWidth, clientHeight }) => clientWidth > 0 && clientHeight > 0);
  for (const figure of figures) figure.toggleAttribute('data-on-paper', seen.includes(figure));
  const large = seen.filter((figure) => figure.closest('[data-place="large"]') !== null);
  const isNetwork = root.querySelector('[data-network]') !== null;
  const shared = {
    width: largeRoom.width / Math.max(1, large.length),
    height: isNetwork ? networkHeight : largeRoom.height,
  };
  for (const figure of seen) {
    const { clientWidth, clientHeight, style } = figure;
    const room = large.includes(figure) ? shared : smallRoom;
    style.setProperty('--printed-scale', String(layoutScaleOf(figure)));
    style.setProperty('--printed-width', `${clientWidth}px`);
    style.setProperty('--printed-height', `${clientHeight}px`);
    style.setProperty('--printed-zoom', String(Math.min(room.width / clientWidth, room.height / clientHeight)));
  }
}
