// Finds text that a reader cannot see whole: cut by the edge of something, behind a sideways scroll, wider than its
// field, or under other text. Runs inside the page.

/** What may be longer than what is seen of it, since a reader expects to scroll there, downward. */
const scrollers = '[role="tabpanel"], dialog, [popover], textarea, pre, [class*="sentences"], :has(> table)';

/** One line for each text that is not whole. @param scrollers a selector of what may be scrolled downward */
export function findClippedText(scrollers: string): string[] {
  const slack = 1.5;
  const found = new Set<string>();
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}.${(element.getAttribute('class') ?? '').replace(/_(\w+?)_\w+/g, '$1')}`;
  const tell = (text: string, why: string): void => void found.add(`"${text.trim().slice(0, 60)}" ${why}`);
  const isHiddenOnPurpose = (element: Element): boolean => {
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      const { clipPath, opacity } = getComputedStyle(each);
      if (clipPath === 'inset(50%)' || Number(opacity) === 0) return true;
      if (each.tagName === 'DESC' || each.tagName === 'desc' || each.tagName === 'title') return true;
    }
    return false;
  };
  const isModalOpen = document.querySelector('dialog:modal');
  const root = isModalOpen ?? document.body;
  const texts: { element: Element; rect: DOMRect; text: string }[] = [];

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent ?? '';
    if (element === null || text.trim() === '' || element.closest('option, script, style, noscript, textarea'))
      continue;
    if (!element.checkVisibility({ visibilityProperty: true }) || isHiddenOnPurpose(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    // Where a text ends with a sign that it goes on, what is behind the sign need not be seen.
    let clamped: Element | null = element;
    while (clamped !== null && getComputedStyle(clamped).webkitLineClamp === 'none') clamped = clamped.parentElement;
    const end = clamped?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY;
    for (const rect of rects) {
      if (rect.bottom > end + slack) continue;
      let isScrolledAway = false;
      let isCut = false;
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(box);
        const isSvg = box instanceof SVGSVGElement;
        if (box instanceof SVGElement && !isSvg) continue;
        const outer = box.getBoundingClientRect();
        const edges = {
          left: outer.left + box.clientLeft,
          top: outer.top + box.clientTop,
          right: isSvg ? outer.right : outer.left + box.clientLeft + box.clientWidth,
          bottom: isSvg ? outer.bottom : outer.top + box.clientTop + box.clientHeight,
        };
        const isRoot = box === document.body || box.parentElement === document.getElementById('root');
        if (box === document.documentElement) break;
        if (overflowX !== 'visible' && !isScrolledAway && !isCut) {
          isCut = rect.left < edges.left - slack || rect.right > edges.right + slack;
          if (isCut)
            tell(
              text,
              `is cut sideways by ${nameOf(box)} (${Math.round(Math.max(edges.left - rect.left, rect.right - edges.right))} px)`,
            );
        }
        if (overflowY !== 'visible' && !isScrolledAway && !isCut) {
          const mayScroll = isRoot || (box.matches(scrollers) && overflowY !== 'hidden');
          const over = Math.max(edges.top - rect.top, rect.bottom - edges.bottom);
          if (over > 3 && !mayScroll) tell(text, `is cut by ${nameOf(box)} (${Math.round(over)} px)`);
          if (over > 0 && mayScroll) isScrolledAway = true;
        }
        if (position === 'fixed' || (box.matches('dialog, [popover]') && box.matches(':modal, :popover-open'))) break;
      }
      if (isCut) continue;
      if (rect.left < -slack || rect.right > innerWidth + slack) tell(text, 'is beside the page');
      if (!isScrolledAway) texts.push({ element, rect, text });
    }
  }

  const canvas = document.createElement('canvas').getContext('2d');
  const widthOf = (text: string, element: Element): number => {
    const style = getComputedStyle(element);
    if (canvas === null) return 0;
    canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    return canvas.measureText(text).width;
  };
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    if (!field.checkVisibility({ visibilityProperty: true }) || isHiddenOnPurpose(field)) continue;
    if (field instanceof HTMLInputElement && !['text', 'number', 'search'].includes(field.type)) continue;
    const shown = field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.text ?? '') : field.value;
    const style = getComputedStyle(field);
    const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    const sign = field instanceof HTMLSelectElement ? 16 : 0;
    const width = widthOf(shown, field);
    if (width + sign > room + slack)
      tell(shown, `is wider than its ${field.tagName.toLowerCase()} (${Math.round(width + sign - room)} px)`);
  }

  // Words over words.
  const isHtml = ({ element }: { element: Element }): boolean => !(element instanceof SVGElement);
  const plain = texts.filter(isHtml);
  for (const [index, a] of plain.entries())
    for (const b of plain.slice(index + 1)) {
      if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
      const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      const down = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
      const least = Math.min(a.rect.height, b.rect.height);
      if (across > 2 && down > 0.35 * least && !isLayered(a.element, b.element))
        tell(a.text, `and "${b.text.trim().slice(0, 40)}" stand on each other`);
    }
  // A sheet over the page covers what is under it.
  function isLayered(a: Element, b: Element): boolean {
    const sheet = (element: Element): Element | null => element.closest('dialog, [popover]');
    const sticky = (element: Element): boolean => {
      for (let each: Element | null = element; each !== null; each = each.parentElement)
        if (['sticky', 'fixed'].includes(getComputedStyle(each).position)) return true;
      return false;
    };
    return sheet(a) !== sheet(b) || sticky(a) !== sticky(b);
  }
  const page = document.getElementById('root')?.firstElementChild;
  if (page && page.scrollWidth > page.clientWidth + 1)
    found.add(`the page scrolls sideways by ${page.scrollWidth - page.clientWidth} px`);
  return [...found];
}

export { scrollers };
