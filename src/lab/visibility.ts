import { present } from '../training/present.ts';
// Whether a reader can see the page: its tab is shown, and some of it is on the screen. A frame that is scrolled away,
// collapsed, or `display: none` is not seen, whoever's page it stands in.

/** Tells `onChange` whether `element` can be seen, as soon as it is known and on every change. */
export function watchVisibility(element: Element, onChange: (isVisible: boolean) => void): () => void {
  const page = element.ownerDocument;
  let isOnScreen: boolean | null = null;
  let said: boolean | null = null;
  const tell = (): void => {
    if (isOnScreen === null) return;
    const hasSize = element.clientWidth > 0 && element.clientHeight > 0;
    const isVisible = isOnScreen && hasSize && page.visibilityState !== 'hidden';
    if (isVisible !== said) onChange(isVisible);
    said = isVisible;
  };
  const onScreen = new IntersectionObserver((entries) => {
    isOnScreen = present(entries.at(-1)).isIntersecting;
    tell();
  });
  // An element without size counts as on the screen where it lies, and says nothing when it grows.
  const size = new ResizeObserver(tell);
  onScreen.observe(element);
  size.observe(element);
  page.addEventListener('visibilitychange', tell);
  return () => {
    onScreen.disconnect();
    size.disconnect();
    page.removeEventListener('visibilitychange', tell);
  };
}
