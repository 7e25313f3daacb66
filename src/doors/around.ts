// What stands around an element, also where it is in a shadow tree, and what may change how it is shown there.

/** The element around this one, also where this one is in a shadow tree. */
export const around = (element: Element): Element | null => {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** A style sheet that comes, a transition or an animation that ends, a box that is ticked, a part that is folded out. */
const happenings = ['transitionend', 'animationend', 'load', 'change', 'toggle'] as const;

/**
 * Calls `look` whenever an attribute of what stands around `element` changes, of these names or of any, and whenever style
 * may have changed in another way. Returns a function that ends it.
 */
export function followAround(element: Element, look: () => void, attributes?: readonly string[]): () => void {
  const observer = new MutationObserver(look);
  for (let place: Element | null = around(element); place !== null; place = around(place))
    observer.observe(place, {
      attributes: true,
      ...(attributes !== undefined && { attributeFilter: [...attributes] }),
    });
  for (const type of happenings) document.addEventListener(type, look, true);
  return () => {
    observer.disconnect();
    for (const type of happenings) document.removeEventListener(type, look, true);
  };
}
