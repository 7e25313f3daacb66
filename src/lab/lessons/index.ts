// The lessons in their order, and the sittings of about a quarter of an hour that they make up.

import { loadExport } from '../missing.ts';
import type { Lesson } from './lesson.ts';

export interface LessonEntry {
  readonly key: string;
  /** Sittings are counted from 1; lessons of one sitting stand together. */
  readonly sitting: number;
  load(): Promise<Lesson>;
}

/** One line a lesson: its key, its sitting, and its file. */
export const lessons: readonly LessonEntry[] = [
  { key: 'the-next-point', sitting: 1, load: () => loadExport(() => import('./theNextPoint.ts'), 'lesson') },
];
