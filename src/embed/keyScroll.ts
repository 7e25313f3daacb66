// Whether the browser uses a key itself, to scroll.

/** Whether the browser would scroll something around `target` up or down by the key `sign`. */
export function scrollsBy(target: Element, sign: string, shiftKey: boolean): boolean {
  const isDown = /^(ArrowDown|PageDown|End)$/.test(sign) || (sign === ' ' && !shiftKey);
  if (!isDown && !/^(ArrowUp|PageUp|Home| )$/.test(sign)) return false;
  const page = target.ownerDocument.scrollingElement;
  for (let element: Element | null = target; element !== null; element = element.parentElement) {
    const { scrollTop, clientHeight, scrollHeight } = element;
    const hasRoom = isDown ? scrollTop + clientHeight < scrollHeight - 1 : scrollTop > 1;
    if (hasRoom && (element === page || /auto|scroll/.test(getComputedStyle(element).overflowY))) return true;
  }
  return false;
}
