// The lesson that is open, for the components below the one that found it.

import { createContext, use } from 'react';
import type { OpenLesson, Prediction } from '../../lab/lessonState.ts';
import type { Lesson } from '../../lab/lessons/lesson.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { isLesson, useLessonFile, useLessonWords } from './lessonFiles.ts';
import type { LessonText } from './lessonText.ts';

export interface LessonInUse {
  readonly lesson: Lesson;
  readonly words: LessonText;
  readonly open: OpenLesson;
}

export const LessonContext = createContext<LessonInUse | null>(null);

/** The lesson above this component. */
export function useLesson(): LessonInUse {
  const inUse = use(LessonContext);
  if (inUse === null) throw new Error('No lesson above this component.');
  return inUse;
}

/** The key of the open lesson, once its file and its run are there; null before, and in free play. */
export const useOpenKey = (): string | null =>
  useLabState(({ lesson }) => (lesson !== null && lesson.run !== null && isLesson(lesson.key) ? lesson.key : null));

/** The open lesson with its file and its words. What calls it may wait for them. */
export function useLessonOf(key: string): LessonInUse | null {
  const lesson = useLessonFile(key);
  const words = useLessonWords(key);
  const open = useLabState((state) => state.lesson);
  return open?.key === key ? { lesson, words, open } : null;
}

/** Puts something in place as the answer, before it is given. */
export function useDraft(): (draft: Prediction) => void {
  const lab = useLab();
  return (draft) => lab.changeLesson({ draft });
}
