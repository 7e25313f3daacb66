import { describe, expect, it } from 'vitest';
import { type Notice, replaceNotices, withNotices } from './notices.ts';

const sentences = (notices: readonly Notice[]) => notices.map(({ sentence, count }) => `${sentence} ${count}`);

describe('notices', () => {
  it('that are alike are one, with their number', () => {
    const once = withNotices([], ['a', 'b']);
    expect(sentences(withNotices(once, ['b', 'a', 'b', 'c']))).toEqual(['a 2', 'b 3', 'c 1']);
  });

  it('go with their cause, and are counted where it comes again', () => {
    const first = replaceNotices(withNotices([], ['mine']), ['a', 'b'], 'link');
    const second = replaceNotices(first, ['b', 'c'], 'link');
    expect(sentences(second)).toEqual(['mine 1', 'b 2', 'c 1']);
    expect(sentences(replaceNotices(second, [], 'address'))).toEqual(sentences(second));
    expect(sentences(replaceNotices(second, [], 'link'))).toEqual(['mine 1']);
    const quiet = withNotices([], ['mine']);
    expect(replaceNotices(quiet, [], 'link')).toBe(quiet);
  });

  it('do not pile up', () => {
    let notices: readonly Notice[] = [];
    for (let link = 0; link < 1000; link++) notices = withNotices(notices, [`sentence ${link}`]);
    expect(notices).toHaveLength(50);
    expect(notices.at(-1)?.sentence).toBe('sentence 999');
  });
});
