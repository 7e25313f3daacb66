// A sentence cut at the phrases in it that stand for something.

export interface SentencePart<Id> {
  /** Where it begins in the sentence. */
  readonly from: number;
  readonly text: string;
  /** What the phrase stands for; null for what is only said. */
  readonly id: Id | null;
}

/** The parts of `text` in their order, all of it: each phrase once, the first where two would lie over each other. */
export function partsOf<Id>(
  text: string,
  phrases: readonly { readonly id: Id; readonly phrase: string }[],
): readonly SentencePart<Id>[] {
  const found = phrases
    .map(({ id, phrase }) => ({ id, phrase, from: text.indexOf(phrase) }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from);
  const parts: SentencePart<Id>[] = [];
  let end = 0;
  for (const { id, phrase, from } of found) {
    if (from < end) continue;
    if (from > end) parts.push({ from: end, text: text.slice(end, from), id: null });
    parts.push({ from, text: phrase, id });
    end = from + phrase.length;
  }
  if (end < text.length) parts.push({ from: end, text: text.slice(end), id: null });
  return parts;
}
