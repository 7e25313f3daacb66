// A line of code with its variables in the colours of what they are.

import type { ReactNode } from 'react';
import type { CodeLine, CodeValue } from '../../export/scripts/listing.ts';

/** The line with each of its variables in the colour of what it is. */
export function coloured({ text, values }: CodeLine): ReactNode {
  const named = values.filter(({ quantity }) => quantity !== null);
  if (named.length === 0) return text;
  const found = named
    .map((value) => ({ value, at: placeOf(text, value) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { value, at } of found) {
    if (at < from) continue;
    parts.push(text.slice(from, at));
    parts.push(
      <span key={at} data-quantity={value.quantity}>
        {value.variable}
      </span>,
    );
    from = at + value.variable.length;
  }
  return [...parts, text.slice(from)];
}

/** Where the variable stands as a whole word. */
function placeOf(text: string, { variable }: CodeValue): number {
  const isWord = (letter: string | undefined): boolean => letter !== undefined && /\w/.test(letter);
  for (let at = text.indexOf(variable); at >= 0; at = text.indexOf(variable, at + 1))
    if (!isWord(text[at - 1]) && !isWord(text[at + variable.length])) return at;
  return -1;
}
