// How many examples are decided rightly.

import type { Decisions } from '../../training/run/run.ts';
import type { Formats } from '../text/format.ts';
import type { ViewText } from '../text/viewWords.ts';

export const shareRight = ({ wrong, wrongTest }: Decisions, views: ViewText, format: Formats): string =>
  views.shareRight({
    ...rightOf(wrong, format),
    test: wrongTest === null || wrongTest.length === 0 ? null : rightOf(wrongTest, format),
  });

function rightOf(wrong: Uint8Array, format: Formats): { readonly share: string; readonly count: string } {
  const right = wrong.length - wrong.reduce((sum, isWrong) => sum + isWrong, 0);
  return { share: format.exact(Math.round((1000 * right) / wrong.length) / 10), count: format.count(wrong.length) };
}
