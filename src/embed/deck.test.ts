// A slide deck in miniature: the window of a frame, and the deck around it, which hears what is posted.

import { beforeEach, describe, expect, it } from 'vitest';
import { type Deck, deckCall, joinDeck } from './deck.ts';
import { parseHost } from './host.ts';
import type { KeyPress } from './keyUse.ts';
import { createHostStore } from './wishes.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});

describe('a key is to Reveal.js', () => {
  it.each([
    ['PageDown', { method: 'next' }],
    ['PageUp', { method: 'prev' }],
    ['n', { method: 'next' }],
    ['N', { method: 'next' }],
    ['p', { method: 'prev' }],
    [' ', { method: 'next' }],
    ['Escape', { method: 'toggleOverview' }],
    ['Home', { method: 'triggerKey', args: [36] }],
    ['End', { method: 'triggerKey', args: [35] }],
    ['ArrowDown', { method: 'triggerKey', args: [40] }],
    ['b', { method: 'triggerKey', args: [66] }],
    ['.', { method: 'triggerKey', args: [190] }],
  ])('%s', (key, call) => {
    expect(deckCall(press(key))).toEqual(call);
  });

  it('with Shift only Space, which goes back', () => {
    expect(deckCall(press(' ', { shiftKey: true }))).toEqual({ method: 'prev' });
    for (const key of ['n', 'ArrowLeft', 'B']) expect(deckCall(press(key, { shiftKey: true }))).toBeNull();
  });

  it.each(['Tab', 'Shift', 'Control', 'CapsLock', 'F5', 'F11', 'Delete', 'Dead', 'constructor', '__proto__', 'ß'])(
    'nothing: %s',
    (key) => {
      expect(deckCall(press(key))).toBeNull();
    },
  );
});

describe('a frame on a slide', () => {
  let posted: unknown[];
  let told: unknown[];
  let status: string;
  let deck: Deck;
  let page: EventTarget & { parent: unknown };
  /** What has the focus: its selectors, and how far it scrolls. */
  let focus: { uses: string; scrollTop: number; scrollHeight: number; isHere: boolean };
  let isDialogOpen: boolean;
  const host = createHostStore(parseHost('').wishes);

  beforeEach(() => {
    [posted, told, status, isDialogOpen] = [[], [], 'ready', false];
    focus = { uses: '', scrollTop: 0, scrollHeight: 100, isHere: true };
    host.setState({ autoplay: false });
    const body = {
      closest: (selector: string) => (focus.uses !== '' && selector.includes(focus.uses) ? body : null),
      parentElement: null,
      ...{ clientWidth: 100, scrollWidth: 100, clientHeight: 100 },
      get scrollTop() {
        return focus.scrollTop;
      },
      get scrollHeight() {
        return focus.scrollHeight;
      },
      get ownerDocument(): unknown {
        return document;
      },
    };
    const document = {
      ...{ body, scrollingElement: body },
      querySelector: () => (isDialogOpen ? body : null),
      hasFocus: () => focus.isHere,
    };
    const parent = {
      postMessage: (message: string) => posted.push(JSON.parse(message)),
      focus: () => {
        focus.isHere = false;
      },
    };
    page = Object.assign(new EventTarget(), { parent, document, matchMedia: () => ({ matches: false }) });
    deck = joinDeck({
      page: page as unknown as Window,
      host,
      lab: {
        play: () => {
          status = 'running';
        },
        pause: () => {
          status = 'paused';
        },
        store: { getState: () => ({ status }) },
      },
      tellKey: (key) => told.push(key),
    });
  });

  /** Presses a key; whether it was kept from the browser. */
  function hit(key: string, more: Partial<KeyPress> = {}): boolean {
    const event = Object.assign(new Event('keydown', { cancelable: true }), press(key, more));
    page.dispatchEvent(event);
    return event.defaultPrevented;
  }

  it('passes on the keys that nothing uses, in both dialects', () => {
    for (const key of ['PageDown', 'PageUp', 'Escape', 'n', ' ']) hit(key);
    expect(posted).toEqual(['next', 'prev', 'toggleOverview', 'next', 'next'].map((method) => ({ method })));
    expect(told[0]).toEqual({ key: 'PageDown', code: '', shiftKey: false });
    expect(told).toHaveLength(5);
  });

  it('keeps what the control with the focus uses', () => {
    focus.uses = 'textarea';
    for (const key of ['n', ' ', 'ArrowDown', 'Home', 'PageDown']) hit(key);
    focus.uses = 'button';
    for (const key of [' ', 'Enter']) hit(key);
    focus.uses = '[role="slider"]';
    for (const key of ['ArrowLeft', 'ArrowDown', ' ']) hit(key);
    focus.uses = 'input[type="range"]';
    for (const key of ['PageDown', 'End']) hit(key);
    expect(posted).toEqual([]);
    focus.uses = 'button';
    for (const key of ['ArrowDown', 'PageDown', 'Escape']) hit(key);
    expect(posted).toHaveLength(3);
  });

  it('keeps what scrolls the page, as far as it does', () => {
    focus.scrollHeight = 150;
    for (const key of ['PageDown', 'ArrowDown', 'End', ' ']) hit(key);
    expect(posted).toEqual([]);
    hit('PageUp');
    focus.scrollTop = 50;
    hit('PageDown');
    expect(posted).toEqual([{ method: 'prev' }, { method: 'next' }]);
  });

  it('keeps commands, keys that are held, and all keys under a dialog', () => {
    for (const more of [
      { ctrlKey: true },
      { altKey: true },
      { metaKey: true },
      { repeat: true },
      { isComposing: true },
    ])
      hit('PageDown', more);
    isDialogOpen = true;
    hit('Escape');
    hit('PageDown');
    expect(posted).toEqual([]);
  });

  it('gives a deck the clicker’s keys wherever the focus is, and the browser none of them', () => {
    focus.uses = 'input[type="range"]';
    focus.scrollHeight = 150;
    expect(hit('PageDown')).toBe(false);
    deck.receive('slide:start');
    expect(hit('PageDown')).toBe(true);
    expect(hit('PageUp', { repeat: true })).toBe(true);
    hit('End');
    expect(posted).toEqual([{ method: 'next' }]);
  });

  it('passes nothing on once it is gone, or where there is no page around it', () => {
    deck.dispose();
    hit('PageDown');
    page.parent = page;
    joinDeck({ page: page as unknown as Window, host, lab: {} as never, tellKey: (key) => told.push(key) });
    hit('PageDown');
    expect([...posted, ...told]).toEqual([]);
  });

  it('gives the focus back when its slide goes, and not when it comes', () => {
    deck.receive('slide:start');
    expect(focus.isHere).toBe(true);
    deck.receive('slide:stop');
    expect(focus.isHere).toBe(false);
  });

  it('plays with its slide only where it is to play by itself', () => {
    deck.receive('slide:start');
    expect(status).toBe('ready');
    deck.receive('slide:stop');
    expect(status).toBe('ready');
    host.setState({ autoplay: true });
    deck.receive('slide:start');
    expect(status).toBe('running');
    deck.receive('slide:stop');
    expect(status).toBe('paused');
  });
});
