// The hands of the monkey test: one interaction in the page for three drawn numbers. They run in the page itself, so
// that two thousand of them cost no round trips.

/** What to do, to which of the elements that are there, and how far; each at least 0 and below 1. */
export type Whim = readonly [kind: number, choice: number, amount: number];

interface Hands {
  /** Does what the whims say, and returns what was done in words. */
  act(whims: readonly Whim[]): Promise<readonly string[]>;
}

/** What `installHands` leaves in the page. */
export type HandsOfPage = { readonly hands: Hands };

/** Runs in the page before its scripts. Nothing may leave the page or wait for a person. */
export function tamePage(): void {
  window.print = () => {
    dispatchEvent(new Event('beforeprint'));
    dispatchEvent(new Event('afterprint'));
  };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.hasAttribute('download')) click.call(this);
  };
}

/** Runs in the page once it is there; needs everything it uses inside itself. */
export function installHands(): void {
  const pick = <Item>(items: readonly Item[], choice: number): Item | undefined =>
    items[Math.floor(choice * items.length)];
  const words = ['', '0', '-1', '3', '0.5', '17', '1e-3', '1e9', '-1e300', 'banana', '٣', '1,5'];
  const keys = [
    ...[' ', 'Enter', 'Escape', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'],
    ...['r', 'R', '?', '+', '-', '0', 'a', 'Delete'],
  ];

  function seen<Kind extends Element>(selector: string): Kind[] {
    const all: ParentNode = document.querySelector('dialog[open]') ?? document;
    return [...all.querySelectorAll<Kind & Element>(selector)].filter(
      (element) => !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }),
    );
  }
  const nameOf = (element: Element): string =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40) || element.tagName;

  /** Sets a value as typing does: past React's own record of it. */
  function enter(field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, value: string): void {
    field.focus();
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!.set!.call(field, value);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function mouse(target: Element, kind: string, x: number, y: number, more: WheelEventInit = {}): void {
    const where = { bubbles: true, cancelable: true, clientX: x, clientY: y, view: window, ...more };
    const pointer = { ...where, pointerId: 1, isPrimary: true, pointerType: 'mouse' };
    if (kind === 'wheel') target.dispatchEvent(new WheelEvent(kind, where));
    else {
      target.dispatchEvent(new PointerEvent(`pointer${kind}`, { ...pointer, buttons: kind === 'up' ? 0 : 1 }));
      target.dispatchEvent(new MouseEvent(`mouse${kind}`, { ...where, buttons: kind === 'up' ? 0 : 1 }));
    }
  }

  /** A point of a plot, and what lies on top there. */
  function place(choice: number, amount: number): { x: number; y: number; target: Element } | undefined {
    const plot = pick(seen('svg, canvas'), choice);
    if (plot === undefined) return undefined;
    const { left, top, width, height } = plot.getBoundingClientRect();
    const [x, y] = [left + width * amount, top + height * ((amount * 7.31) % 1)];
    return { x, y, target: document.elementFromPoint(x, y) ?? plot };
  }

  function drag(choice: number, amount: number): string {
    const from = place(choice, amount);
    if (from === undefined) return 'drag nothing';
    const { x, y, target } = from;
    mouse(target, 'down', x, y);
    for (let part = 1; part <= 4; part++) {
      const [nextX, nextY] = [x + part * 60 * (amount - 0.5), y + part * 60 * (choice - 0.5)];
      mouse(document.elementFromPoint(nextX, nextY) ?? target, 'move', nextX, nextY);
    }
    mouse(target, 'up', x + 240 * (amount - 0.5), y + 240 * (choice - 0.5));
    return `drag from ${Math.round(x)}, ${Math.round(y)} (${target.tagName})`;
  }

  function roll(choice: number, amount: number): string {
    const at = place(choice, amount);
    if (at === undefined) return 'roll nothing';
    mouse(at.target, 'wheel', at.x, at.y, { deltaY: 400 * (choice - 0.5), ctrlKey: amount < 0.5 });
    return `wheel at ${Math.round(at.x)}, ${Math.round(at.y)}`;
  }

  function click(selector: string, choice: number): string {
    const element = pick(seen<HTMLElement>(selector), choice);
    if (element === undefined) return `no ${selector}`;
    element.focus();
    element.click();
    return `click ${nameOf(element)}`;
  }

  function slide(choice: number, amount: number): string {
    const slider = pick(seen<HTMLInputElement>('input[type=range]'), choice);
    if (slider === undefined) return 'no slider';
    const [min, max] = [Number(slider.min), Number(slider.max)];
    enter(slider, String(min + (max - min) * amount));
    return `slide ${nameOf(slider)} to ${slider.value}`;
  }

  function choose(choice: number, amount: number): string {
    const select = pick(seen<HTMLSelectElement>('select'), choice);
    const option = select && pick([...select.options], amount);
    if (!select || !option) return 'no select';
    enter(select, option.value);
    return `choose ${option.value}`;
  }

  function type(choice: number, amount: number): string {
    const fields = seen<HTMLInputElement>('input:not([type=range], [type=checkbox], [type=radio]):not([readonly])');
    const field = pick(fields, choice);
    if (field === undefined) return 'no field';
    const word = pick(words, amount)!;
    enter(field, word);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    field.blur();
    return `type "${word}" into ${nameOf(field)}`;
  }

  function press(choice: number, amount: number): string {
    const key = pick(keys, choice)!;
    const target =
      amount < 0.5 ? document.activeElement : pick(seen('[role=slider], [role=tab], [tabindex="0"]'), amount * 2 - 1);
    const given = { key, code: key === ' ' ? 'Space' : key, bubbles: true, cancelable: true };
    (target as HTMLElement | null)?.focus();
    target?.dispatchEvent(new KeyboardEvent('keydown', given));
    target?.dispatchEvent(new KeyboardEvent('keyup', given));
    return `press ${key}`;
  }

  function actOnce([kind, choice, amount]: Whim): string {
    if (kind < 0.4) return click('button, summary', choice);
    if (kind < 0.47) return click('[role=tab]', choice);
    if (kind < 0.53) return click('input[type=checkbox], input[type=radio]', choice);
    if (kind < 0.65) return slide(choice, amount);
    if (kind < 0.72) return choose(choice, amount);
    if (kind < 0.78) return type(choice, amount);
    if (kind < 0.88) return press(choice, amount);
    return kind < 0.94 ? roll(choice, amount) : drag(choice, amount);
  }

  const hands: Hands = {
    async act(whims) {
      const done: string[] = [];
      for (const whim of whims) {
        done.push(actOnce(whim));
        // Sometimes the page has a moment for what it was asked, sometimes the next thing comes at once.
        if (whim[2] < 0.5) await new Promise((resolve) => setTimeout(resolve, 0));
        else if (whim[2] < 0.6) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return done;
    },
  };
  Object.assign(globalThis, { hands });
}
