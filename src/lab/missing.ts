// Parts of the page that come when they are needed, and may not come: the network is gone, or the server holds a newer
// page by now. What could not be loaded is asked for again when the reader says so or the network is back.

import { createStore } from 'zustand/vanilla';
import { present } from '../training/present.ts';

export interface Missing {
  /** How many times what is missing was asked for again. */
  readonly attempts: number;
  /** Whether the page's own address answers although a part of it did not come. */
  readonly isPageThere: boolean;
  /** How many parts are missing where there is no room for a sentence, as in a plot. */
  readonly untold: number;
}

export const missing = createStore<Missing>(() => ({ attempts: 0, isPageThere: false, untold: 0 }));

/** A part could not be loaded; after `forget` it is asked for once more. */
export class MissingPartError extends Error {
  override readonly name = 'MissingPartError';
  readonly forget: () => void;

  constructor(cause: unknown, forget: () => void) {
    super(String(cause), { cause });
    this.forget = forget;
  }
}

let onTheWay = 0;

/** Whether a part of the page is being loaded. */
export const isLoading = (): boolean => onTheWay > 0;

function counted<Value>(part: Promise<Value>): Promise<Value> {
  onTheWay++;
  return part.finally(() => onTheWay--);
}

/** What `load` gives, loaded with the first call; a failure is a MissingPartError, and stays until it is forgotten. */
export function loadable<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | null = null;
  const begin = (): Promise<Value> =>
    counted(load()).catch((error: unknown) => {
      void findPage();
      const failed = loading;
      throw new MissingPartError(error, () => {
        if (loading === failed) loading = null;
      });
    });
  return () => {
    loading ??= begin();
    return loading;
  };
}

/** A module, as far as it exports a `Part` under the name `Name`. */
export type ModuleOf<Name extends string, Part> = { readonly [key in Name]: Part };

type ModulesAgain<Name extends string, Part> = { readonly [key in Name]?: Part } & {
  readonly [other: string]: ModuleOf<Name, Part>;
};

/** What the module that `load` gives exports as `name`. */
export async function loadExport<Name extends string, Part>(
  load: () => Promise<ModuleOf<Name, Part>>,
  name: Name,
): Promise<Part> {
  try {
    return (await load())[name];
  } catch (error) {
    const { attempts } = missing.getState();
    const address = /\bhttps?:\S+\.js\b/.exec(String(error))?.[0];
    if (attempts === 0 || address === undefined) throw error;
    // Some browsers never ask again for a module that they once did not get; at another address it is another module.
    const again: ModulesAgain<Name, Part> = await import(/* @vite-ignore */ `${address}?again=${attempts}`);
    // A file of several modules gives each under a name of its own.
    return again[name] ?? present(Object.values(again).find((module) => module[name] !== undefined))[name];
  }
}

/** Asks again for everything that is missing. */
export function tryAgain(): void {
  missing.setState(({ attempts }) => ({ attempts: attempts + 1 }));
}

/** What `load` gives in the end, for a part with no place on the page that could say that it is missing. */
export async function loadUntold<Value>(load: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await counted(load());
    } catch {
      void findPage();
      const found = countUntold();
      await nextAttempt();
      found();
    }
  }
}

const nextAttempt = (): Promise<void> =>
  new Promise((resolve) => {
    const unsubscribe = missing.subscribe(({ attempts }, before) => {
      if (attempts === before.attempts) return;
      unsubscribe();
      resolve();
    });
  });

/** Counts a part as missing without a word of its own, until the function that is returned is called. */
export function countUntold(): () => void {
  missing.setState(({ untold }) => ({ untold: untold + 1 }));
  return () => missing.setState(({ untold }) => ({ untold: untold - 1 }));
}

/** Loads the page anew if it is still there: a page that cannot be reached would take the run along. */
export async function reloadPage(): Promise<void> {
  if (await findPage()) location.reload();
}

/** Whether the page's own address answers now. */
async function findPage(): Promise<boolean> {
  const isPageThere = await fetch(location.href, { mode: 'no-cors', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
  missing.setState({ isPageThere });
  return isPageThere;
}
