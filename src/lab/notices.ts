// What the page has to say about what it was given: each sentence once, with how often it was said, and with its cause,
// so that it goes when its cause has gone.

/** Where a sentence comes from; `page` for what a reader did here, which stays until it is dismissed. */
export type Cause = 'link' | 'beside' | 'address' | 'names' | 'data' | 'page';

export interface Notice {
  /** In English, or in the page's language already. */
  readonly sentence: string;
  readonly cause: Cause;
  /** How often it was said, from 1. */
  readonly count: number;
}

/** Most sentences that are kept; of more the first go. */
const most = 50;

/** The notices with these sentences said as well, the latest at the end. */
export function withNotices(
  notices: readonly Notice[],
  sentences: readonly string[],
  cause: Cause = 'page',
): readonly Notice[] {
  const all = new Map(notices.map((notice) => [notice.sentence, notice]));
  for (const sentence of sentences) {
    const count = (all.get(sentence)?.count ?? 0) + 1;
    all.set(sentence, { sentence, cause, count });
  }
  return [...all.values()].slice(-most);
}

/** The notices with these in place of all that had the same cause. */
export function replaceNotices(
  notices: readonly Notice[],
  sentences: readonly string[],
  cause: Cause,
): readonly Notice[] {
  const kept = notices.filter((notice) => notice.cause !== cause || sentences.includes(notice.sentence));
  return kept.length === notices.length && sentences.length === 0 ? notices : withNotices(kept, sentences, cause);
}
