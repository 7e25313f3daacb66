// Keeps the page's hash and the lab in step: read at load and on `hashchange`, written a moment after a change,
// without adding history.

import type { Lab } from './lab.ts';
import { loadUntold } from './missing.ts';
import { openLesson } from './openLesson.ts';
import { loadOwnPart } from './own/loadOwnPart.ts';
import { needsOwnPart } from './own/ownSlot.ts';
import { planeAtFirst } from './planeChoice.ts';
import type { RunSettings } from './settingsCodec.ts';
import { type LabState, watchedAtFirst } from './store.ts';
import { throttled } from './throttled.ts';
import { formatLesson, formatLink, type LinkPlace, parseLink } from './url.ts';

/** Time between a change and its link, in milliseconds: browsers limit how often the address may change. */
const writeDelay = 250;

/** The link to what the lab shows now. */
export function linkTo(lab: Lab): string {
  const state = lab.store.getState();
  const { lesson } = state;
  return lesson !== null && isOfLesson(state, lesson.run)
    ? formatLesson(lesson.key, lesson.guess)
    : formatLink(state, placeOf(lab, state));
}

/** Whether the run is still the one that the open lesson is about; it is as long as its file is on the way. */
const isOfLesson = ({ config, hyperparameters }: LabState, run: RunSettings | null): boolean =>
  run === null || (config === run.config && hyperparameters === run.hyperparameters);

/** The step is said only where the link leads back to it: in a run whose settings were never changed on the way. */
function placeOf(
  { history }: Lab,
  { cursor, phase, watched, planeChoice, hyperparameters, beside }: LabState,
): LinkPlace {
  const isRepeatable = history.edits.length === 1 && history.hyperparametersAt(cursor) === hyperparameters;
  return { step: isRepeatable ? cursor : 0, phase, watched, planeChoice, beside };
}

/**
 * Starts both directions. Returns a function that ends them.
 * @param replaceHash puts a hash into the address without adding history; may fail
 * @param unread a hash that could not be read yet, because it needs more than the page has at first
 */
export function syncLink(
  lab: Lab,
  page: Window,
  replaceHash: (hash: string) => unknown,
  unread: string | null = null,
): () => void {
  let written = page.location.hash;
  let isReading = false;
  const write = throttled(
    () => {
      // A link that someone has just put there has yet to be read; a busy page may be late with it.
      if (page.location.hash !== written) return;
      const link = linkTo(lab);
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
  const take = (hash: string): void => {
    const { config, hyperparameters, phase, step, refused, asks, ...said } = parseLink(hash);
    const { watched = watchedAtFirst, planeChoice = planeAtFirst, beside = {}, dataMark: awaitedData = null } = said;
    isReading = true;
    if (asks === undefined)
      lab.load({ config, hyperparameters, phase, watched, planeChoice, beside, awaitedData }, step);
    else void openLesson(lab, asks.key, asks.guess);
    isReading = false;
    lab.renotify('link', refused);
    void sayOfBeside(lab);
  };
  const takeOnceLoaded = async (hash: string): Promise<void> => {
    const { hash: address } = page.location;
    await loadOwnPart();
    if (page.location.hash === address) take(hash);
  };
  const read = (): void => {
    const { hash } = page.location;
    if (hash === written) return;
    written = hash;
    if (needsOwnPart(hash)) void takeOnceLoaded(hash);
    else take(hash);
  };
  if (unread !== null) void takeOnceLoaded(unread);
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
  if (state.planeChoice !== before.planeChoice || state.lesson !== before.lesson) return true;
  // Where a run under way stands is written when it rests.
  if (state.status === 'running') return false;
  return state.cursor !== before.cursor || state.phase !== before.phase || state.status !== before.status;
}
