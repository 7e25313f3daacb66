// The course of a lesson: asked, committed, revealed, done. What a lesson is stands in its file; where it has come to, in
// the state of the lab.

import { quoted } from '../training/quoted.ts';
import type { Lab } from './lab.ts';
import { formatGuess, parseGuess } from './lessonGuess.ts';
import { type OpenLesson, opening, type Prediction } from './lessonState.ts';
import { lessons } from './lessons/index.ts';
import type { Lesson } from './lessons/lesson.ts';
import { loadUntold } from './missing.ts';
import { didYouMean } from './nearMiss.ts';
import { planeAtFirst } from './planeChoice.ts';
import type { RunSettings } from './settingsCodec.ts';
import { watchedAtFirst } from './store.ts';

/** The file of a lesson; null where there is none of that key. */
export function loadLesson(key: string): Promise<Lesson> | null {
  const entry = lessons.find((lesson) => lesson.key === key);
  return entry === undefined ? null : loadUntold(() => entry.load());
}

const openIn = (lab: Lab, key: string): OpenLesson | null => {
  const { lesson } = lab.store.getState();
  return lesson?.key === key ? lesson : null;
};

/** Brings the lesson that the lab has begun to open: its run, and what was answered before or in a link. */
export async function bringLesson(lab: Lab, key: string): Promise<void> {
  const loading = loadLesson(key);
  if (loading === null) {
    const meant = didYouMean(
      [key],
      lessons.map((entry) => entry.key),
    );
    lab.renotify('link', [`The link asks for the lesson ${quoted(key)}, which does not exist.${meant}`]);
    lab.leaveLesson();
    return;
  }
  const lesson = await loading;
  const run = openIn(lab, key)?.run ?? (await settingsOf(lesson.settings));
  const open = openIn(lab, key);
  if (open === null) return;
  const left = lab.store.getState().lessonsLeft[key];
  const isAnswered = left !== undefined && left.phase !== 'asked';
  if (isAnswered) enter(lab, left);
  else enter(lab, { ...(left ?? open), run, askedAt: Date.now() });
  if (left?.phase === 'revealed' || left?.phase === 'done') lab.takeSteps(lesson.steps ?? 0);
  else if (left?.phase === 'committed') await reveal(lab);
  else await ask(lab, lesson, open.guess);
}

/** The run begins anew, unless it is the lesson's already. */
function enter(lab: Lab, lesson: OpenLesson): void {
  const { config, hyperparameters } = lab.store.getState();
  const { run } = lesson;
  if (run === null) return;
  if (config === run.config && hyperparameters === run.hyperparameters) lab.changeLesson(lesson);
  else
    lab.load({
      ...{ config: run.config, hyperparameters: run.hyperparameters, lesson },
      ...{ phase: null, watched: watchedAtFirst, planeChoice: planeAtFirst, beside: {} },
    });
}

async function ask(lab: Lab, lesson: Lesson, guess: string | null): Promise<void> {
  const { key } = lesson;
  const run = openIn(lab, key)?.run ?? null;
  if (run === null) return;
  const shown =
    lesson.shown === undefined ? {} : await loadUntold(async () => (await lab.lessonComputer()).shown(key, run));
  if (openIn(lab, key)?.phase !== 'asked') return;
  lab.changeLesson({ shown });
  const said = guess === null ? null : parseGuess(lesson.form, guess);
  if (said === null) lab.changeLesson({ guess: null });
  else await commit(lab, lesson, said.prediction, said.typed);
}

/** Gives the answer, once and for all; null is that one does not know. */
export async function commit(
  lab: Lab,
  { key, form }: Lesson,
  prediction: Prediction | null,
  typed = openIn(lab, key)?.typed ?? null,
): Promise<void> {
  if (openIn(lab, key)?.phase !== 'asked') return;
  const guess = formatGuess(form, prediction, typed);
  lab.changeLesson({ phase: 'committed', prediction, typed, guess, committedAt: Date.now() });
  if (lab.revealsAtOnce) await reveal(lab);
}

/** Has the truth computed, and shows it; also before anybody answered, as a lecturer may. */
export async function reveal(lab: Lab): Promise<void> {
  const open = lab.store.getState().lesson;
  if (open === null || open.run === null || !lab.isAsking) return;
  const { key, run, typed } = open;
  const [truth, lesson] = await Promise.all([
    loadUntold(async () => (await lab.lessonComputer()).truth(key, run, typed)),
    loadLesson(key),
  ]);
  const now = openIn(lab, key);
  if (lesson === null || now === null || now.run !== run || !lab.isAsking) return;
  const features = now.prediction === null ? {} : lesson.features(now.prediction, truth);
  lab.changeLesson({ phase: 'revealed', truth, features, hidesStep: lesson.form.kind === 'spread' });
  lab.takeSteps(lesson.steps ?? 0);
}

/** "What happened?" */
export function observe(lab: Lab, { key }: Lesson, observation: string): void {
  const open = openIn(lab, key);
  if (open?.phase !== 'revealed' || open.observations.includes(observation)) return;
  lab.changeLesson({ observations: [...open.observations, observation] });
}

/** "Why?": the right reason ends the lesson. */
export function explain(lab: Lab, { key, reasons }: Lesson, reason: string): void {
  const open = openIn(lab, key);
  if (open?.phase !== 'revealed' || open.reasons.includes(reason)) return;
  const isRight = reasons[reason] === null;
  lab.changeLesson({ reasons: [...open.reasons, reason], ...(isRight && { phase: 'done', hidesStep: false }) });
}

/** Asks once more, of numbers that the student typed: only a table that can be typed into is another question then. */
export function askAnew(lab: Lab, { key }: Lesson): void {
  const open = openIn(lab, key);
  if (open === null) return;
  const { run, shown, typed } = open;
  lab.changeLesson({ ...opening(key), run, shown, typed, askedAt: Date.now() });
}

/** "Change one thing": the lesson's run with this change, for the reader to go through. */
export async function changeOneThing(lab: Lab, { settings, change }: Lesson): Promise<void> {
  if (change === undefined) return;
  const changed = await settingsOf(`${settings}&${change}`);
  lab.load({ ...changed, lesson: lab.store.getState().lesson });
}

async function settingsOf(text: string): Promise<RunSettings> {
  const { config, hyperparameters } = (await loadUntold(() => import('./linkTo.ts'))).parseLink(`#${text}`);
  return { config, hyperparameters };
}
