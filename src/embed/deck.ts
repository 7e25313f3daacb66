// Life on a slide. A deck such as Reveal.js says when the slide of this frame comes and goes. While this page has the
// focus the deck hears no keys: those that nothing here has a use for are passed on, as a message that any host can
// read and as a call of Reveal's. In a deck PageUp and PageDown, which clickers send, are always the deck's.

import { scrollsBy } from './keyScroll.ts';
import { controlUses, isCommand, isCovered, type KeyPress, signOf } from './keyUse.ts';
import type { HostStore } from './wishes.ts';

/** A method of Reveal.js with its arguments, as its postMessage API calls it. */
export interface DeckCall {
  readonly method: string;
  readonly args?: readonly number[];
}

const methods: Readonly<Record<string, string>> = {
  PageDown: 'next',
  PageUp: 'prev',
  n: 'next',
  p: 'prev',
  ' ': 'next',
  'Shift+ ': 'prev',
  Escape: 'toggleOverview',
};

/** The numbers by which Reveal knows keys whose meaning depends on how a deck is set up. */
const keyNumbers: Readonly<Record<string, number>> = {
  Enter: 13,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  '.': 190,
};

/** What Reveal.js would do on this key, or null where it is none that a deck may know. */
export function deckCall(press: KeyPress): DeckCall | null {
  const sign = signOf(press);
  const name = press.shiftKey ? `Shift+${sign}` : sign;
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method !== undefined) return { method };
  if (press.shiftKey) return null;
  const isLetterOrDigit = /^[a-z0-9]$/.test(sign);
  if (!isLetterOrDigit && !Object.hasOwn(keyNumbers, sign)) return null;
  const number = isLetterOrDigit ? sign.toUpperCase().charCodeAt(0) : keyNumbers[sign];
  return { method: 'triggerKey', args: [number] };
}

export interface DeckOptions {
  readonly page: Window;
  readonly host: HostStore;
  readonly lab: { play(): void; pause(): void; readonly store: { getState(): { readonly status: string } } };
  /** Tells the page around this one a key that nothing here has a use for. */
  tellKey(key: Pick<KeyPress, 'key' | 'code' | 'shiftKey'>): void;
}

export interface Deck {
  /** Takes a message of the page around this one; what a deck does not say is left alone. */
  receive(data: unknown): void;
  dispose(): void;
}

export function joinDeck({ page, host, lab, tellKey }: DeckOptions): Deck {
  let isDeck = false;
  const pass = (event: KeyboardEvent): void => {
    if (isDeck) event.preventDefault();
    if (event.repeat) return;
    const { key, code, shiftKey } = event;
    tellKey({ key, code, shiftKey });
    page.parent.postMessage(JSON.stringify(deckCall(event)), '*');
  };
  const isForDeck = (event: KeyboardEvent): boolean =>
    !event.isComposing && !isCommand(event) && !isCovered(page.document) && deckCall(event) !== null;
  /** Before anything here hears of them. */
  const passClicker = (event: KeyboardEvent): void => {
    if (!isDeck || !/^Page(Up|Down)$/.test(event.key) || !isForDeck(event)) return;
    event.stopPropagation();
    pass(event);
  };
  /** After everything here has had its turn. */
  const passUnused = (event: KeyboardEvent): void => {
    const { defaultPrevented, target } = event;
    if (defaultPrevented || !isForDeck(event)) return;
    const element = isElement(target) ? target : page.document.body;
    const sign = signOf(event);
    if (!controlUses(element, sign) && !scrollsBy(element, sign, event.shiftKey)) pass(event);
  };
  const isFramed = page.parent !== page;
  if (isFramed) {
    page.addEventListener('keydown', passClicker, true);
    page.addEventListener('keydown', passUnused);
  }
  return {
    receive(data) {
      if (data !== 'slide:start' && data !== 'slide:stop') return;
      isDeck = true;
      if (data === 'slide:stop') {
        // A frame that is out of sight keeps the focus, and no key would reach the deck any more.
        if (page.document.hasFocus()) page.parent.focus();
        if (lab.store.getState().status === 'running') lab.pause();
      } else if (host.getState().autoplay && !page.matchMedia('(prefers-reduced-motion: reduce)').matches) lab.play();
    },
    dispose() {
      page.removeEventListener('keydown', passClicker, true);
      page.removeEventListener('keydown', passUnused);
    },
  };
}

const isElement = (target: EventTarget | null): target is Element => target !== null && 'closest' in target;
