// The row of a long table that takes part in the order of focus, and the keys that choose it.

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { isModified } from '../../embed/keyUse.ts';

/** One row takes part in the order of focus; the arrow keys choose which, and it is scrolled into view. */
export function useActiveRow(scroller: RefObject<HTMLElement | null>, rowHeight: number, count: number) {
  const [chosen, choose] = useState(0);
  const wanted = useRef<number | null>(null);
  const active = Math.min(chosen, count - 1);
  useEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (row == null) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isModified(event)) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 4);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -count,
      End: count,
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(count - 1, active + move));
    wanted.current = next;
    choose(next);
    scrollToRow(scroller.current, rowHeight, next);
  };
  return { active, onKeyDown, onFocus: choose };
}

/** Scrolls just as far as needed for the row to stand clear of head and foot. */
function scrollToRow(scroller: HTMLElement | null, rowHeight: number, row: number): void {
  if (scroller === null) return;
  const [head, foot] = scroller.querySelectorAll<HTMLElement>('thead, tfoot');
  const room = scroller.clientHeight - head.offsetHeight - foot.offsetHeight;
  const top = row * rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + rowHeight > scroller.scrollTop + room) scroller.scrollTop = top + rowHeight - room;
}
