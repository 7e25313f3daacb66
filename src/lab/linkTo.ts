// The link to what the lab shows now, and all that reads and writes links.

import type { Lab } from './lab.ts';
import type { RunSettings } from './settingsCodec.ts';
import type { LabState } from './store.ts';
import { formatLesson, formatLink, type LinkPlace } from './url.ts';

export { askedAddress, parseLink } from './url.ts';

export function linkTo(lab: Lab): string {
  const state = lab.store.getState();
  const { lesson } = state;
  return lesson !== null && isOfLesson(state, lesson.run)
    ? formatLesson(lesson.key, lesson.guess)
    : formatLink(state, placeOf(lab, state));
}

/** The link for others: a lesson asks everyone alike, whatever was answered here. */
export function linkForOthers(lab: Lab, withStep: boolean): string {
  const state = lab.store.getState();
  const { lesson } = state;
  if (lesson !== null && isOfLesson(state, lesson.run)) return formatLesson(lesson.key, null);
  return withStep ? linkTo(lab) : formatLink(state);
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
