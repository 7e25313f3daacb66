// React DOM without pieces of its text: each has to be there, once, as it is known.

import type { UsedWords } from './usedWords.ts';

export interface Piece {
  readonly name: string;
  /** What is replaced, whatever the white space in it; `…` stands for what comes between. */
  readonly before: string;
  readonly after: string;
  /** Words of which the sources must have none. */
  readonly unless?: readonly string[];
}

const pattern = (before: string): RegExp =>
  new RegExp(
    before
      .split('…')
      .map((part) =>
        part
          .trim()
          .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .replaceAll(/\s+/g, '\\s*'),
      )
      .join('[\\s\\S]*?'),
    'g',
  );

const timesIn = (text: string, before: string): number => text.match(pattern(before))?.length ?? 0;

/** @throws an Error where React DOM has not one place of each */
export function withPieces(code: string, pieces: readonly Piece[], used: UsedWords): string {
  const missing: string[] = [];
  const slim = pieces.reduce((text, { name, before, after, unless = [] }) => {
    if (unless.some(used.has)) return text;
    const [beginning = ''] = before.split('…');
    if (timesIn(text, beginning) === 1 && timesIn(text, before) === 1)
      return text.replace(pattern(before), () => after);
    missing.push(name);
    return text;
  }, code);
  if (missing.length === 0) return slim;
  throw new Error(`React DOM has not one place of ${missing.join(', ')} any more: see scripts/slimReact.ts.`);
}
