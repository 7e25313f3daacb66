// Opens a lesson: at once as far as that nothing of the answer is told any more, and the rest once its file is there.

import type { Lab } from './lab.ts';
import { loadUntold } from './missing.ts';

/** @param guess the answer that a link has for it */
export async function openLesson(lab: Lab, key: string, guess: string | null = null): Promise<void> {
  lab.beginLesson(key, guess);
  const { bringLesson } = await loadUntold(() => import('./lessonCourse.ts'));
  await bringLesson(lab, key);
}
