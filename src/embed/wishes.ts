// What the page that embeds this one asks for: which controls and panels it hides or locks, how the page looks, and
// when it starts. Said in the query of the address, and later by message. None of it changes a number.

import { createStore, type StoreApi } from 'zustand/vanilla';

export type HostTheme = 'auto' | 'light' | 'dark';

/** What is in sight: the few things of a first lesson, or everything. */
export type Level = 'first' | 'all';
export const levels: readonly Level[] = ['first', 'all'];

/** Before an audience: the lab with its question, or on another screen the question alone. */
export type Presenting = 'lecture' | 'question';

export interface HostWishes {
  /** The page stands in another one and leaves out what only a page of its own needs. */
  readonly isEmbedded: boolean;
  /** Names of controls and panels that are left out. A control that is left out never takes an output with it. */
  readonly hidden: ReadonlySet<string>;
  /** Names of controls and panels that stand in sight at any level. */
  readonly shown: ReadonlySet<string>;
  /** Names of settings that are shown but cannot be changed by the reader. */
  readonly locked: ReadonlySet<string>;
  /** What is in sight, or null where the reader chooses. Names that are hidden or shown go before it. */
  readonly level: Level | null;
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
  /** Shown to an audience, answers hidden until they are asked for; null elsewhere. */
  readonly presents: Presenting | null;
}

/** What can also be said by message; an absent wish stays as it is. */
export interface WishChange {
  readonly hide?: readonly string[];
  readonly show?: readonly string[];
  readonly lock?: readonly string[];
  readonly level?: Level | null;
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

/** What holds where nothing is asked for. */
export const noWishes: HostWishes = {
  isEmbedded: false,
  hidden: new Set(),
  shown: new Set(),
  locked: new Set(),
  level: null,
  theme: 'auto',
  language: null,
  autoplay: false,
  startsWhenVisible: false,
  tellsHeight: true,
  hasShortcuts: true,
  presents: null,
};
