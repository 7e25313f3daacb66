// The theme of the page around a lab, which a frame cannot see: what the page says by name, or else what stands behind
// the lab.

import { around, followAround } from './around.ts';

export type Shade = 'light' | 'dark';

/** Attributes by which pages name their theme, the lab's own element apart. */
const attributes = ['data-theme', 'data-bs-theme', 'data-color-mode', 'data-mode'] as const;

/** What the element itself says: an attribute, or a class `dark` or `light`. */
function named(element: Element): Shade | undefined {
  for (const name of attributes) {
    const word = /(?:^|[-_ ])(light|dark)(?:$|[-_ ])/i.exec(element.getAttribute(name) ?? '')?.[1];
    if (word !== undefined) return word.toLowerCase() as Shade;
  }
  const word = /(?:^|[ -])(?:theme-)?(dark|light)(?:-(?:mode|theme))?(?= |$)/i.exec(
    element.getAttribute('class') ?? '',
  )?.[1];
  return word?.toLowerCase() as Shade | undefined;
}

/** Whether the page has said which colours it is for; then what it uses counts, also where it leaves that to the system. */
function usedScheme(element: Element): Shade | undefined {
  if (getComputedStyle(element).colorScheme === 'normal') return undefined;
  const probe = document.createElement('i');
  probe.style.cssText = 'display:none;color:light-dark(#fff,#000)';
  // Beside a shadow root a child has no style at all.
  (element.shadowRoot ?? element).append(probe);
  const isDark = getComputedStyle(probe).color === 'rgb(0, 0, 0)';
  probe.remove();
  return isDark ? 'dark' : 'light';
}

/** By the lightness of what is painted behind the element: a page that paints nothing is white. */
function behind(element: Element): Shade {
  for (let place: Element | null = element; place !== null; place = around(place)) {
    const [red, green, blue, alpha = 1] = (getComputedStyle(place).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
    if (alpha > 0.5) return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? 'dark' : 'light';
  }
  return 'light';
}

/** The theme of the page at this place in it. */
export function shadeAt(element: Element): Shade {
  for (let place: Element | null = element; place !== null; place = around(place)) {
    const shade = named(place);
    if (shade !== undefined) return shade;
  }
  return usedScheme(element) ?? behind(element);
}

export interface FollowedTheme {
  /** What was wished for, or the page's own where that was `auto`. */
  now(): Shade;
  /** Wishes for another; `auto` leaves it to the page again. */
  wish(next: 'auto' | Shade): void;
  end(): void;
}

/** Follows the theme of the page that `element` stands in, as long as what is wished leaves it to the page. */
export function followTheme(
  element: Element,
  first: 'auto' | Shade | undefined,
  tell: (shade: Shade) => void,
): FollowedTheme {
  let wished = first ?? 'auto';
  const now = (): Shade => (wished === 'auto' ? shadeAt(element) : wished);
  let last = now();
  const look = (): void => {
    const shade = now();
    if (shade !== last) tell(shade);
    last = shade;
  };
  const endAround = followAround(element, look, [...attributes, 'class', 'style']);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', look);
  return {
    now,
    wish(next) {
      wished = next;
      last = now();
    },
    end() {
      endAround();
      dark.removeEventListener('change', look);
    },
  };
}
