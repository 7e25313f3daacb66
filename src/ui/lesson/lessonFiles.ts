// Lessons and their words, each loaded when it is first shown.

import { use } from 'react';
import { lessons } from '../../lab/lessons/index.ts';
import type { Lesson } from '../../lab/lessons/lesson.ts';
import { loadable, type ModuleOf } from '../../lab/missing.ts';
import { lazyWords } from '../text/lazyWords.ts';
import type { LessonText } from './lessonText.ts';

type Words = () => Promise<ModuleOf<'words', LessonText>>;
const english = import.meta.glob<ModuleOf<'words', LessonText>>('../text/en/lessons/*.ts');
const german = import.meta.glob<ModuleOf<'words', LessonText>>('../text/de/lessons/*.ts');

/** The name of a lesson's files: its key in camel case. */
const fileName = (key: string): string => key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const wordsIn = (files: Readonly<Record<string, Words>>, language: string, key: string): Words => {
  const load = files[`../text/${language}/lessons/${fileName(key)}.ts`];
  if (load === undefined) throw new RangeError(`The lesson ${key} has no words.`);
  return load;
};

/** What loads the words of a lesson in English and in German. */
export const wordFiles = (key: string): readonly [english: Words, german: Words] => [
  wordsIn(english, 'en', key),
  wordsIn(german, 'de', key),
];

const files = new Map(lessons.map(({ key, load }) => [key, loadable(load)]));
const words = new Map(
  lessons.map(({ key }) => {
    const [en, de] = wordFiles(key);
    return [key, lazyWords<'words', LessonText>('words', { en, de })];
  }),
);

/** Whether there is a lesson of this key. */
export const isLesson = (key: string): boolean => files.has(key);

const known = <Value>(all: ReadonlyMap<string, Value>, key: string): Value => {
  const value = all.get(key);
  if (value === undefined) throw new RangeError(`There is no lesson ${key}.`);
  return value;
};

/** The lesson of this key. What calls it may wait for it, so it stands in a Part. */
export const useLessonFile = (key: string): Lesson => use(known(files, key)());

/** Its words in the language of the page. */
export const useLessonWords = (key: string): LessonText => known(words, key)();
