// Whether the page is being printed, and the sizes its plots keep then: nothing is drawn anew for paper, so each plot
// is printed as large as it was drawn and scaled to its place.

import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { layoutScaleOf } from '../plots/usePlotSize.ts';

/** Room on the paper in CSS pixels, small enough for A4 and Letter, where one figure is large: for it, and for those beside. */
const largeRoom = { width: 420, height: 340 };
const besideRoom = { width: 256, height: 165 };
/** The same where two are, side by side over the others. */
const halfRoom = { width: 330, height: 280 };
const belowRoom = { width: 320, height: 210 };
/** A page for the view that is open, and how small it may become on it. */
const viewRoom = { width: 680, height: 880 };
const smallestView = 0.55;

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
  const panel = root.querySelector<HTMLElement>('[role="tabpanel"]');
  fixView(panel);
  const figures = Array.from(root.querySelectorAll<HTMLElement>('main figure'));
  const seen = figures.filter(({ clientWidth, clientHeight }) => clientWidth > 0 && clientHeight > 0);
  for (const figure of figures) figure.toggleAttribute('data-on-paper', seen.includes(figure));
  const large = seen.filter((figure) => figure.closest('[data-place="large"]') !== null);
  const isOne = large.length < 2;
  root.dataset.printed = isOne ? 'beside' : 'below';
  for (const figure of seen) {
    const { clientWidth, clientHeight, style } = figure;
    const [ofLarge, ofSmall] = isOne ? [largeRoom, besideRoom] : [halfRoom, belowRoom];
    // In a view it keeps the size that it has there.
    const zoom = panel?.contains(figure) ? 1 : zoomInto(large.includes(figure) ? ofLarge : ofSmall, figure);
    style.setProperty('--printed-scale', String(layoutScaleOf(figure)));
    style.setProperty('--printed-width', `${clientWidth}px`);
    style.setProperty('--printed-height', `${clientHeight}px`);
    style.setProperty('--printed-zoom', String(zoom));
  }
}

const zoomInto = ({ width, height }: typeof viewRoom, { clientWidth, clientHeight }: HTMLElement): number =>
  Math.min(width / clientWidth, height / clientHeight);

/** Whatever the open view tells of the run goes to paper as well, as wide as it is seen, where a page holds all of it. */
function fixView(panel: HTMLElement | null): void {
  if (panel === null) return;
  const { clientWidth, scrollWidth, scrollHeight, style } = panel;
  const scrollers = Array.from(panel.querySelectorAll<HTMLElement>('*')).filter(isScrolled);
  for (const scroller of scrollers) scroller.dataset.opened = '';
  const height = scrollers.reduce((sum, own) => sum + own.scrollHeight - own.clientHeight, scrollHeight);
  const zoom = Math.min(1, viewRoom.width / scrollWidth, viewRoom.height / height);
  // What is wider than its place, and rows that are there only while they are in view, would be cut.
  const isCut =
    scrollers.some((own) => own.scrollWidth > own.clientWidth + 1) || panel.querySelector('[data-left-out]');
  const isWhole = clientWidth > 0 && zoom >= smallestView && !isCut;
  panel.toggleAttribute('data-on-paper', isWhole && panel.dataset.tells !== undefined);
  style.setProperty('--printed-width', `${scrollWidth}px`);
  style.setProperty('--printed-zoom', String(zoom));
}

function isScrolled(element: HTMLElement): boolean {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  const isLarger = scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
  return isLarger && /auto|scroll/.test(getComputedStyle(element).overflow);
}
