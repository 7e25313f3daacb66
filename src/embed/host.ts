// What the page that embeds this one asks for: which controls and panels it hides or locks, how the page looks, and
// when it starts. Said in the query of the address, and later by message. None of it changes a number.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { settingName } from '../lab/settings.ts';

export type HostTheme = 'auto' | 'light' | 'dark';

export interface HostWishes {
  /** The page stands in another one and leaves out what only a page of its own needs. */
  readonly isEmbedded: boolean;
  /** Names of controls and panels that are left out. A control that is left out never takes an output with it. */
  readonly hidden: ReadonlySet<string>;
  /** Names of settings that are shown but cannot be changed by the reader. */
  readonly locked: ReadonlySet<string>;
  readonly theme: HostTheme;
  /** A language tag, or null for the reader's own. */
  readonly language: string | null;
  /** Play as soon as the page is on the screen. */
  readonly autoplay: boolean;
  /** Compute nothing at all before the page is on the screen for the first time. */
  readonly startsWhenVisible: boolean;
  /** Tell the embedding page which height would suit. */
  readonly tellsHeight: boolean;
  /** Single keys act on the run. */
  readonly hasShortcuts: boolean;
}

/** What can also be said by message; an absent wish stays as it is. */
export interface WishChange {
  readonly hide?: readonly string[];
  readonly show?: readonly string[];
  readonly lock?: readonly string[];
  readonly theme?: HostTheme;
  readonly language?: string | null;
  readonly hasShortcuts?: boolean;
}

export type HostStore = StoreApi<HostWishes>;

export const createHostStore = (wishes: HostWishes): HostStore => createStore<HostWishes>(() => wishes);

/** Whether the control or panel called `name` is left out. */
export const isHidden = ({ hidden }: HostWishes, name: string): boolean => hidden.has(name);

/** Whether the setting called `name` is shown but fixed. */
export const isLocked = ({ locked }: HostWishes, name: string): boolean => locked.has(name);

/** Longest query that is read, in characters, and most names in a list. */
const longestQuery = 4096;
const mostNames = 100;

const themes: readonly string[] = ['auto', 'light', 'dark'] satisfies readonly HostTheme[];

/** Reads a query; every wish that means nothing is left out, with a sentence that says so. */
export function parseHost(search: string): { readonly wishes: HostWishes; readonly refused: readonly string[] } {
  const query = new URLSearchParams(search.slice(0, longestQuery));
  const refused: string[] = [];
  const refuse = (name: string, text: string): void => {
    refused.push(`The address asks for ${name}=${text.slice(0, 40)}, which means nothing here.`);
  };
  const accept = <Value>(name: string, read: (text: string) => Value | undefined, initial: Value): Value => {
    const text = query.get(name);
    if (text === null) return initial;
    const value = read(text);
    if (value === undefined) refuse(name, text);
    return value ?? initial;
  };
  /** Of a list only what cannot be a name is left out: the rest is meant all the same. */
  const list = (name: string): readonly string[] => {
    const { names, bad } = parseNames(query.get(name) ?? '');
    if (bad.length > 0) refuse(name, bad.join(','));
    return names;
  };
  const shown = new Set(list('show'));
  const wishes: HostWishes = {
    isEmbedded: accept('embed', parseSwitch, false),
    hidden: new Set(list('hide').filter((name) => !shown.has(name))),
    locked: new Set(list('lock')),
    theme: accept('theme', parseTheme, 'auto'),
    language: accept<string | null>('lang', parseLanguage, null),
    autoplay: accept('autoplay', parseSwitch, false),
    startsWhenVisible: accept(
      'start',
      (text) => (text === 'visible' ? true : text === 'now' ? false : undefined),
      false,
    ),
    hasShortcuts: accept('keys', parseSwitch, true),
    tellsHeight: accept('height', (text) => (text === 'auto' ? true : text === 'fixed' ? false : undefined), true),
  };
  return { wishes, refused };
}

/** A query that asks for `wishes`; the inverse of `parseHost`. Empty where nothing is asked for. */
export function formatHost(wishes: Partial<HostWishes>): string {
  const parts: string[] = [];
  if (wishes.isEmbedded) parts.push('embed=1');
  if (wishes.autoplay) parts.push('autoplay=1');
  if (wishes.tellsHeight === false) parts.push('height=fixed');
  if (wishes.hidden?.size) parts.push(`hide=${[...wishes.hidden].sort().join(',')}`);
  if (wishes.hasShortcuts === false) parts.push('keys=0');
  if (wishes.language) parts.push(`lang=${wishes.language}`);
  if (wishes.locked?.size) parts.push(`lock=${[...wishes.locked].sort().join(',')}`);
  if (wishes.startsWhenVisible) parts.push('start=visible');
  if (wishes.theme && wishes.theme !== 'auto') parts.push(`theme=${wishes.theme}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** The wishes after `change`: `hide` and `lock` replace their lists, `show` takes names off the hidden ones. */
export function changeWishes(wishes: HostWishes, { hide, show, lock, ...change }: WishChange): HostWishes {
  const hidden = [...(hide ?? wishes.hidden)].filter((name) => !show?.includes(name));
  return {
    ...wishes,
    hidden: new Set(hidden),
    ...(lock !== undefined && { locked: new Set(lock) }),
    ...change,
  };
}

export function parseSwitch(text: string): boolean | undefined {
  if (text === '1' || text === 'true' || text === '') return true;
  return text === '0' || text === 'false' ? false : undefined;
}

export const parseTheme = (text: string): HostTheme | undefined =>
  themes.includes(text) ? (text as HostTheme) : undefined;

export const parseLanguage = (text: string): string | undefined =>
  /^([a-z]{2,3}|x(?=-))(-[a-z0-9]{2,8}){0,3}$/i.test(text) ? text : undefined;

/** Names separated by commas or spaces, `learning-rate` and `learning_rate` as good as `learningRate`. */
export function parseNames(text: string): { readonly names: readonly string[]; readonly bad: readonly string[] } {
  const written = text.split(/[\s,]+/).filter((name) => name !== '');
  const isName = (name: string, index: number): boolean => index < mostNames && /^[a-z][\w-]{0,39}$/i.test(name);
  return {
    names: written
      .filter(isName)
      .map((name) => settingName(name.replace(/[-_]+(\w?)/g, (_, letter: string) => letter.toUpperCase()))),
    bad: written.filter((name, index) => !isName(name, index)),
  };
}
