// The words of lessons, whatever lesson it is, and the titles of all of them; both come with the first lesson.

import { lazyWords } from '../text/lazyWords.ts';

export const useLessonsText = lazyWords('lesson', {
  en: () => import('../text/en/lesson.ts'),
  de: () => import('../text/de/lesson.ts'),
});

export const useLessonTitles = lazyWords('lessonTitles', {
  en: () => import('../text/en/lessonTitles.ts'),
  de: () => import('../text/de/lessonTitles.ts'),
});
