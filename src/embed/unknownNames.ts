// What is said of names by which the page around this one hides or fixes something, and by which nothing here goes.

import { didYouMean } from '../lab/nearMiss.ts';
import { quoted } from '../training/quoted.ts';
import { hostNames } from './names.ts';

/** One sentence, or none. */
export function unknownNotices(said: Iterable<string>): readonly string[] {
  const unknown = [...new Set(said)].filter((name) => !hostNames.includes(name));
  if (unknown.length === 0) return [];
  const meant = didYouMean(unknown, hostNames);
  const names = unknown.slice(0, 5).map(quoted).join(', ');
  return [
    unknown.length === 1
      ? `Nothing here is called ${names}, which the page around this lab hides or fixes.${meant}`
      : `Nothing here goes by these names, which the page around this lab hides or fixes: ${names}.${meant}`,
  ];
}
