// A sentence cut at the phrases in it that stand for something.

export interface SentencePart<Id> {
  /** Where it begins in the sentence. */
  readonly from: number;
  readonly text: string;
  /** What the phrase stands for; null for what is only said. */
  readonly id: Id | null;
}

/**
 * The parts of `text` in their order, all of it: each phrase once, in words or as a pattern, the one that begins first where
 * two would lie over each other.
 */
export function partsOf<Id>(
  text: string,
  phrases: readonly { readonly id: Id; readonly phrase: string | RegExp }[],
): readonly SentencePart<Id>[] {
  const found = phrases
    .flatMap(({ id, phrase }) => placeOf(text, phrase).map((place) => ({ ...place, id })))
    .sort((a, b) => a.from - b.from);
  const parts: SentencePart<Id>[] = [];
  let end = 0;
  for (const { id, said, from } of found) {
    if (from < end) continue;
    if (from > end) parts.push({ from: end, text: text.slice(end, from), id: null });
    parts.push({ from, text: said, id });
    end = from + said.length;
  }
  if (end < text.length) parts.push({ from: end, text: text.slice(end), id: null });
  return parts;
}

function placeOf(text: string, phrase: string | RegExp): readonly { readonly from: number; readonly said: string }[] {
  if (typeof phrase === 'string') {
    const from = text.indexOf(phrase);
    return from < 0 ? [] : [{ from, said: phrase }];
  }
  const match = phrase.exec(text);
  return match === null ? [] : [{ from: match.index, said: match[0] }];
}
