// What a finger drags must not scroll the page: `touch-action` alone does not hold it on a part of a drawing.

import { type RefObject, useEffect } from 'react';

/** Keeps to the element what a finger does that is put on it. */
export function useHeldTouch(element: RefObject<SVGElement | null>): void {
  useEffect(() => {
    const { current } = element;
    const hold = (event: Event): void => event.preventDefault();
    current?.addEventListener('touchstart', hold, { passive: false });
    return () => current?.removeEventListener('touchstart', hold);
  }, [element]);
}
