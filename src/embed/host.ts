// The wishes of the page that embeds this one, as the query of the address says them and as messages change them.

import { didYouMean, nearestName, sameName } from '../lab/nearMiss.ts';
import { quoted } from '../training/quoted.ts';
import { hostNames } from './names.ts';
import { readQuery } from './query.ts';
import {
  type HostTheme,
  type HostWishes,
  type Level,
  levels,
  noWishes,
  type Presenting,
  type WishChange,
} from './wishes.ts';

/** Longest query that is read, in characters, and most names in a list. */
const longestQuery = 4096;
const mostNames = 100;

export const wishNames = [
  'autoplay',
  'embed',
  'height',
  'hide',
  'keys',
  'lang',
  'level',
  'lock',
  'present',
  'show',
  'start',
  'theme',
] as const;
export type WishName = (typeof wishNames)[number];
export const themes: readonly HostTheme[] = ['auto', 'light', 'dark'];

/** Reads a query; every wish that means nothing is left out, with a sentence that says so. */
export function parseHost(search: string): { readonly wishes: HostWishes; readonly refused: readonly string[] } {
  const { said, others } = readQuery(search.replace(/^\?/, '').slice(0, longestQuery), wishNames);
  const refused: string[] = [];
  const refuse = (name: WishName, text: string, choices: readonly string[] = []): void => {
    const meant = didYouMean([text], choices);
    refused.push(`The address asks for ${name}=${quoted(text)}, which means nothing here.${meant}`);
  };
  const accept = <Value>(
    name: WishName,
    read: (text: string) => Value | undefined,
    initial: Value,
    choices?: readonly string[],
  ): Value => {
    const text = said.get(name);
    if (text === undefined) return initial;
    const value = read(text);
    if (value === undefined) refuse(name, text, choices);
    return value ?? initial;
  };
  /** Of a list only what cannot be a name is left out: the rest is meant all the same. */
  const list = (name: 'hide' | 'show' | 'lock'): readonly string[] => {
    const { names, bad } = parseNames(said.get(name) ?? '');
    if (bad.length > 0) refuse(name, bad.join(','));
    return names;
  };
  const shown = list('show');
  const wishes: HostWishes = {
    isEmbedded: accept('embed', parseSwitch, noWishes.isEmbedded),
    hidden: new Set(list('hide').filter((name) => !shown.includes(name))),
    shown: new Set(shown),
    locked: new Set(list('lock')),
    level: accept<Level | null>('level', parseLevel, noWishes.level, levels),
    theme: accept('theme', parseTheme, noWishes.theme, themes),
    language: accept<string | null>('lang', parseLanguage, noWishes.language),
    autoplay: accept('autoplay', parseSwitch, noWishes.autoplay),
    startsWhenVisible: accept('start', oneOf('visible', 'now'), noWishes.startsWhenVisible, ['visible', 'now']),
    hasShortcuts: accept('keys', parseSwitch, noWishes.hasShortcuts),
    presents: accept<Presenting | null>('present', parsePresenting, noWishes.presents, ['question']),
    tellsHeight: accept('height', parseHeight, noWishes.tellsHeight, ['auto', 'fixed']),
  };
  // Other names are other people's, unless one is a slip beside a wish of ours.
  const slips = said.size === 0 ? [] : others.filter((name) => nearestName(name, wishNames) !== undefined);
  if (slips.length > 0)
    refused.push(
      `The address also says ${slips.slice(0, 3).map(quoted).join(', ')}, which means nothing here.${didYouMean(slips, wishNames)}`,
    );
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
  if (wishes.level) parts.push(`level=${wishes.level}`);
  if (wishes.locked?.size) parts.push(`lock=${[...wishes.locked].sort().join(',')}`);
  if (wishes.presents) parts.push(`present=${wishes.presents === 'lecture' ? '1' : wishes.presents}`);
  if (wishes.shown?.size) parts.push(`show=${[...wishes.shown].sort().join(',')}`);
  if (wishes.startsWhenVisible) parts.push('start=visible');
  if (wishes.theme && wishes.theme !== 'auto') parts.push(`theme=${wishes.theme}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/**
 * The wishes after `change`: `hide` and `lock` replace their lists; `show` takes names off the hidden ones, and `hide` off
 * the shown ones.
 */
export function changeWishes(wishes: HostWishes, { hide, show, lock, ...change }: WishChange): HostWishes {
  const hidden = [...(hide ?? wishes.hidden)].filter((name) => !show?.includes(name));
  return {
    ...wishes,
    hidden: new Set(hidden),
    shown: new Set([...wishes.shown, ...(show ?? [])].filter((name) => !hidden.includes(name))),
    ...(lock !== undefined && { locked: new Set(lock) }),
    ...change,
  };
}

export function parseSwitch(text: string): boolean | undefined {
  if (/^(1|true|)$/i.test(text)) return true;
  return /^(0|false)$/i.test(text) ? false : undefined;
}

const parsePresenting = (text: string): Presenting | null | undefined => {
  if (text.trim().toLowerCase() === 'question') return 'question';
  const isOn = parseSwitch(text);
  return isOn === undefined ? undefined : isOn ? 'lecture' : null;
};

export const parseTheme = (text: string): HostTheme | undefined =>
  themes.find((theme) => theme === text.trim().toLowerCase());

export const parseLevel = (text: string): Level | undefined =>
  levels.find((level) => level === text.trim().toLowerCase());

/** Reads the one word as true and the other as false. */
const oneOf =
  (yes: string, no: string) =>
  (text: string): boolean | undefined => {
    const word = text.trim().toLowerCase();
    return word === yes ? true : word === no ? false : undefined;
  };

/** A length is one that the page around this one has given the frame, and so as fixed as the word. */
const parseHeight = (text: string): boolean | undefined =>
  /^\d+(px)?$/i.test(text) ? false : oneOf('auto', 'fixed')(text);

export const parseLanguage = (text: string): string | undefined =>
  /^([a-z]{2,3}|x(?=-))(-[a-z0-9]{2,8}){0,3}$/i.test(text) ? text : undefined;

/** Names separated by commas or spaces, `learning-rate` and `LEARNING_RATE` as good as `learningRate`. */
export function parseNames(text: string): { readonly names: readonly string[]; readonly bad: readonly string[] } {
  const written = text.split(/[\s,]+/).filter((name) => name !== '');
  const isName = (name: string, index: number): boolean => index < mostNames && /^[a-z][\w-]{0,39}$/i.test(name);
  return {
    names: written
      .filter(isName)
      .map(
        (name) => sameName(name, hostNames) ?? name.replace(/[-_]+(\w?)/g, (_, letter: string) => letter.toUpperCase()),
      ),
    bad: written.filter((name, index) => !isName(name, index)),
  };
}
