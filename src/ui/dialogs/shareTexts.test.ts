import { describe, expect, it } from 'vitest';
import { parseHost } from '../../embed/host.ts';
import { pageAddress } from './pageAddress.ts';
import { frameCode, shareLink } from './shareTexts.ts';

describe('what is shared', () => {
  it('is the page’s own address, and a stand-in where it has none', () => {
    expect(pageAddress('https://a.example/lab/?embed=1#problem=x')).toEqual({
      page: 'https://a.example/lab/',
      isReal: true,
    });
    expect(pageAddress('about:srcdoc')).toEqual({ page: 'https://your.server/minibatch-lab/', isReal: false });
    expect(pageAddress('file:///tmp/minibatch-lab.html#a').page).toBe('file:///tmp/minibatch-lab.html');
  });

  it('has the wishes in the query, as they are read again', () => {
    const wishes = { isEmbedded: true, hidden: new Set(['speed', 'tabCode']), locked: new Set(['learningRate']) };
    const link = shareLink({ page: 'https://a.example/', hash: '#v=1&problem=line-fit', wishes });
    const { search, hash } = new URL(link);
    expect(hash).toBe('#v=1&problem=line-fit');
    expect(parseHost(search)).toMatchObject({ wishes, refused: [] });
  });

  it('stays inside its attribute, whatever the link and the title hold', () => {
    const code = frameCode('https://a.example/?hide=a"><b&lang=de', 'A "title" <&>', 640);
    expect(code).toContain('src="https://a.example/?hide=a&quot;&gt;&lt;b&amp;lang=de"');
    expect(code).toContain('title="A &quot;title&quot; &lt;&amp;&gt;"');
    expect(code.match(/<|>/g)).toHaveLength(4);
  });
});
