// Keeps the page's hash and the lab in step: read at load and on `hashchange`, written a moment after a change,
// without adding history.

import type { Lab } from './lab.ts';
import { linkVersion } from './linkVersion.ts';
import { loadExport, loadUntold } from './missing.ts';
import { openLesson } from './openLesson.ts';
import { loadOwnPart } from './own/loadOwnPart.ts';
import { needsOwnPart } from './own/ownSlot.ts';
import { planeAtFirst } from './planeChoice.ts';
import { type LabState, watchedAtFirst } from './store.ts';
import { throttled } from './throttled.ts';

/** Time between a change and its link, in milliseconds: browsers limit how often the address may change. */
const writeDelay = 250;

type Links = typeof import('./linkTo.ts');

/** What reads and writes links, once something was to be read or written. */
let links: Links | null = null;

export async function loadLinks(): Promise<Links> {
  links ??= await loadUntold(() => import('./linkTo.ts'));
  return links;
}

/** Asks for it without a word, so that it is there once it is needed; with it comes all that a link may name. */
export function foreseeLinks(): void {
  loadExport(async () => ({ all: await import('./linkTo.ts') }), 'all').then(
    (loaded) => {
      links ??= loaded;
    },
    () => undefined,
  );
}

/** The link to what the lab shows now. A page on which nothing was done does without what writes links. */
export const linkNow = (lab: Lab): string => links?.linkTo(lab) ?? `#v=${linkVersion}&${wordOf(lab)}`;

/** What tells the run of such a page. */
const wordOf = (lab: Lab): string => {
  const { lesson, config } = lab.store.getState();
  return lesson === null ? `problem=${config.problem}` : `lesson=${lesson.key}`;
};

/**
 * Starts both directions. Returns a function that ends them.
 * @param replaceHash puts a hash into the address without adding history; may fail
 */
export function syncLink(lab: Lab, page: Window, replaceHash: (hash: string) => unknown): () => void {
  let written = page.location.hash;
  let isReading = false;
  const write = throttled(
    () => {
      // A link that someone has just put there has yet to be read; a busy page may be late with it.
      if (page.location.hash !== written) return;
      if (links === null) {
        void loadLinks().then(write.ask);
        return;
      }
      const link = links.linkTo(lab);
      if (link === written) return;
      replaceHash(link);
      // As the browser spells it, and as it was where the browser refused.
      written = page.location.hash;
    },
    0,
    writeDelay,
  );
  const unsubscribe = lab.store.subscribe((state, before) => {
    // What a link said that meant nothing is no longer so once the run goes by other settings.
    const isOtherRun = state.config !== before.config || state.hyperparameters !== before.hyperparameters;
    if (isOtherRun && !isReading) lab.renotify('link', []);
    if (state.beside !== before.beside && !isReading) lab.renotify('beside', []);
    if (!isOtherLink(state, before)) return;
    write.cancel();
    write.ask();
  });
  const take = ({ parseLink }: Links): void => {
    const { config, hyperparameters, phase, step, refused, asks, ...said } = parseLink(written);
    const { watched = watchedAtFirst, planeChoice = planeAtFirst, beside = {}, dataMark: awaitedData = null } = said;
    isReading = true;
    if (asks === undefined)
      lab.load({ config, hyperparameters, phase, watched, planeChoice, beside, awaitedData }, step);
    else void openLesson(lab, asks.key, asks.guess);
    isReading = false;
    lab.renotify('link', refused);
    void sayOfBeside(lab);
  };
  /** Reads `hash` once all is there that it may name; what has followed it by then is read in its place. */
  const takeOnceLoaded = async (hash: string): Promise<void> => {
    if (needsOwnPart(hash)) await loadOwnPart();
    const loaded = await loadLinks();
    if (page.location.hash === hash) take(loaded);
  };
  const read = (): void => {
    const { hash } = page.location;
    if (hash === written) return;
    written = hash;
    if (links === null || needsOwnPart(hash)) void takeOnceLoaded(hash);
    else take(links);
  };
  page.addEventListener('hashchange', read);
  return () => {
    write.cancel();
    unsubscribe();
    page.removeEventListener('hashchange', read);
  };
}

/** Says what means nothing in what a link says of the runs beside this one; it is read where somebody compares. */
export async function sayOfBeside(lab: Lab): Promise<void> {
  const { beside } = lab.store.getState();
  if (Object.keys(beside).length === 0) return lab.renotify('beside', []);
  const { parseBeside } = await loadUntold(() => import('./compare/beside.ts'));
  const state = lab.store.getState();
  if (state.beside === beside) lab.renotify('beside', parseBeside(beside, state.config).refused);
}

function isOtherLink(state: LabState, before: LabState): boolean {
  if (state.config !== before.config || state.hyperparameters !== before.hyperparameters) return true;
  if (state.beside !== before.beside || state.watched !== before.watched) return true;
  if (state.planeChoice !== before.planeChoice) return true;
  if (state.lesson?.key !== before.lesson?.key || state.lesson?.guess !== before.lesson?.guess) return true;
  // Where a run under way stands is written when it rests.
  if (state.status === 'running') return false;
  return state.cursor !== before.cursor || state.phase !== before.phase || state.status !== before.status;
}
