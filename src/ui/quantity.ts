// Hover or focus a symbol anywhere and its twins light up: the root carries the quantity pointed at as `data-lit`,
// and the style sheets do the rest. Elements say what they show by `data-quantity`.

import { type RefObject, useEffect } from 'react';

export type Quantity =
  | 'batch'
  | 'example'
  | 'example-gradient'
  | 'batch-gradient'
  | 'full-gradient'
  | 'update'
  | 'weights'
  | 'learning-rate';

/** Lights the twins of the quantity under the pointer or the focus, anywhere inside `root`. */
export function useQuantityLighting(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const light = ({ target }: Event): void => {
      const marked = target instanceof Element ? target.closest('[data-quantity]') : null;
      setLit(element, marked?.getAttribute('data-quantity') ?? null);
    };
    const dim = (): void => setLit(element, null);
    const events = new AbortController();
    const options = { signal: events.signal, passive: true };
    element.addEventListener('pointerover', light, options);
    element.addEventListener('pointerleave', dim, options);
    element.addEventListener('focusin', light, options);
    element.addEventListener('focusout', dim, options);
    return () => events.abort();
  }, [root]);
}

function setLit(element: HTMLElement, quantity: string | null): void {
  if (quantity === null) delete element.dataset.lit;
  else if (element.dataset.lit !== quantity) element.dataset.lit = quantity;
}
