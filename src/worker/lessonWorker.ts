// Computes the numbers of lessons, each question in a worker that is started for it and ended with its answer; where none
// starts or one is lost, in the page's own thread.

import type { LessonComputer } from '../lab/lessons/lesson.ts';
import { TrainerLostError } from '../training/run/remoteTrainer.ts';
import type { ExposedLessons } from './lesson.worker.ts';
import { source } from './lesson.worker.ts?source';
import type { lessonAnswers } from './lessonAnswers.ts';
import { nextTask } from './nextTask.ts';
import { outcomeWithin, type StartedWorker, startWorker } from './startWorker.ts';

/** Looks for the answer to the hello: two seconds. */
const helloLooks = 8;

type Ask<Answer> = (worker: StartedWorker<ExposedLessons>) => Promise<Answer>;

async function asked<Answer>(ask: Ask<Answer>, here: (answers: typeof lessonAnswers) => Answer): Promise<Answer> {
  const worker = startWorker<ExposedLessons>(source);
  try {
    if (worker !== null && (await outcomeWithin(worker, helloLooks)) === 'answered') return await ask(worker);
  } catch (error) {
    if (!(error instanceof TrainerLostError)) throw error;
  } finally {
    worker?.terminate();
  }
  await nextTask();
  return here((await import('./lessonAnswers.ts')).lessonAnswers);
}

export const lessonComputer: LessonComputer = {
  shown: (key, run) =>
    asked(
      ({ watch, remote }) => watch.over(null, () => remote.shown(key, run)),
      (answers) => answers.shown(key, run),
    ),
  truth: (key, run, typed) =>
    asked(
      ({ watch, remote }) => watch.over(null, () => remote.truth(key, run, typed)),
      (answers) => answers.truth(key, run, typed),
    ),
};
