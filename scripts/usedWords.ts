// Every word that a page's own sources can mean an element, an attribute, an event, or a method by.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface UsedWords {
  readonly has: (word: string) => boolean;
  /** Whether somebody may listen to the event that the browser calls so. */
  readonly hasEvent: (name: string) => boolean;
  /** Whether there may be elements of this name: it stands after a `<` or in quotation marks. */
  readonly hasElement: (name: string) => boolean;
}

/** Lines and blocks of comments that begin a line. */
const comments = /^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)/gm;

/** Events whose names in React are others than the browser's. */
const renamed: Readonly<Record<string, string>> = { focusin: 'onFocus', focusout: 'onBlur', dblclick: 'onDoubleClick' };

export function wordsOf(texts: readonly string[]): UsedWords {
  const code = texts.map((text) => text.replaceAll(comments, '')).join('\n');
  // Who listens on the way down to an element listens to the same event.
  const words = new Set((code.match(/[A-Za-z_]\w*/g) ?? []).flatMap((word) => [word, word.replace(/Capture$/, '')]));
  const elements = new Set(Array.from(code.matchAll(/(?:<|['"`])([a-z]\w*)/g), ([, name]) => name));
  const events = new Set(Array.from(words, (word) => word.toLowerCase()));
  return {
    has: (word) => words.has(word),
    hasEvent: (name) => words.has(renamed[name] ?? '') || events.has(`on${name}`),
    hasElement: (name) => elements.has(name),
  };
}

/** The words of the sources in `folder`, but for tests and for what draws nothing: sentences, training, and doors. */
export const usedWords = (folder: string): UsedWords =>
  wordsOf(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^ui\/text\/\w\w\/|^training\/|^doors\//.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
