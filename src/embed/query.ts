// The query of an address as names and values, however often it was encoded on its way. It belongs to the server and to
// others as well, so only what goes by a name that is asked for is read, and what stands in other values is theirs.

import { decoded, partsOf } from '../lab/linkText.ts';
import { sameName } from '../lab/nearMiss.ts';

export interface ReadQuery {
  /** What was said first by each name. */
  readonly said: ReadonlyMap<string, string>;
  readonly others: readonly string[];
}

/** Reads a query by these names, written with capitals and separators or without. */
export function readQuery(query: string, names: readonly string[]): ReadQuery {
  const said = new Map<string, string>();
  const others: string[] = [];
  const take = (written: string, value: string): void => {
    const name = sameName(written, names);
    if (name === undefined) {
      others.push(written);
      return;
    }
    // No wish has such a sign: what follows it was a part of its own.
    const [own, ...more] = value.split(/&(?:amp;)*/);
    if (!said.has(name)) said.set(name, own.replaceAll('+', ' '));
    for (const [next, following] of partsOf(more.join('&'))) take(next, following ?? '');
  };
  for (const part of query.split(/&(?:amp;|#38;)*/)) {
    const end = part.indexOf('=');
    if (end >= 0) take(decoded(part.slice(0, end)), decoded(part.slice(end + 1)));
    else for (const [written, value] of partsOf(part)) take(written, value ?? '');
  }
  return { said, others };
}
