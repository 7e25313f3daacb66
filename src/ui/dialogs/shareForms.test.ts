// Every form of the code, read by the program that will read it on a course page.

import { compile, run } from '@mdx-js/mdx';
import fc from 'fast-check';
import { mystParse } from 'myst-parser';
import { createElement } from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import sanitize from 'sanitize-html';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { compile as compileVue } from 'vue';
import { settingNames } from '../../doors/settingNames.ts';
import { parseHost } from '../../embed/host.ts';
import { elementsOf } from '../../embed/testMarkup.ts';
import { parseLink } from '../../lab/url.ts';
import { type Framed, shareCode, shareForms, shareLink } from './shareForms.ts';

const framed: Framed = {
  page: 'https://a.example/labs/minibatch-lab/',
  hash: '#v=1&problem=sine-fit&learningRate=0.05&layers=4,2&start=-1,2&step=12',
  wishes: {
    ...{ isEmbedded: true, theme: 'dark', language: 'de', autoplay: true },
    hidden: new Set(['speed', 'tabCode']),
    locked: new Set(['learningRate']),
  },
  title: 'Mini-batch "lab" & <more>',
  height: 640,
};

const link = shareLink(framed);

const frameOf = (html: string): Readonly<Record<string, string>> => {
  const frames = elementsOf(html).filter(({ tag }) => tag === 'iframe');
  expect(frames).toHaveLength(1);
  return frames[0].attributes;
};

const parts = { src: link, title: framed.title, width: '100%', height: '640' };

describe('the code for a page in', () => {
  it.each(['frame', 'sizing', 'quarto'] as const)('%s is a frame', (form) => {
    const code = shareCode(form, framed);
    expect(frameOf(code)).toMatchObject({ ...parts, loading: 'lazy', allow: 'clipboard-write; fullscreen' });
    expect(code).not.toContain('style=');
    const [, script] = /<script>([\s\S]*)<\/script>/.exec(code) ?? [];
    if (script !== undefined) expect(parseSync('page.js', script).errors).toEqual([]);
    expect(form === 'quarto').toBe(/^```\{=html\}\n[\s\S]*\n```$/.test(code));
  });

  it('the element is one to Vue’s compiler too, and says the same run and the same wishes', () => {
    const code = shareCode('element', framed);
    const [, element] = elementsOf(code);
    expect(elementsOf(code)[0].attributes.src).toBe('https://a.example/labs/minibatch-lab/embed.js');
    const { src, title, ...said } = element.attributes;
    expect([element.tag, src, title]).toEqual(['minibatch-lab', framed.page, framed.title]);
    const names = Object.keys(said).map((name) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()));
    const wishes = ['autoplay', 'hide', 'lang', 'lock', 'theme'];
    for (const name of names) expect([...settingNames, ...wishes]).toContain(name);
    const link = names
      .map((name, place) => `${name}=${Object.values(said)[place]}`)
      .filter((text) => !wishes.includes(text.split('=')[0]));
    expect(parseLink(`#${link.join('&')}`)).toEqual(parseLink(framed.hash));
    expect(() =>
      compileVue(code.slice(code.indexOf('<minibatch')), { isCustomElement: (tag: string) => tag === 'minibatch-lab' }),
    ).not.toThrow();
  });

  it('MDX is rendered to the frame', async () => {
    const compiled = await compile(`# A lesson\n\n${shareCode('mdx', framed)}\n`, { outputFormat: 'function-body' });
    const { default: Content } = await run(compiled, { ...jsxRuntime, baseUrl: import.meta.url } as never);
    const html = renderToStaticMarkup(createElement(Content));
    expect(frameOf(html)).toMatchObject({ ...parts, style: 'border:0', loading: 'lazy', allowfullscreen: '' });
  });

  it('React is a module with one component', () => {
    const { program, errors } = parseSync('lab.tsx', shareCode('react', framed));
    expect(errors).toEqual([]);
    expect(JSON.stringify(program)).toContain('"minibatch-lab/react"');
    const [, settings] = /initialSettings=\{(\{.*\})\}/.exec(shareCode('react', framed)) ?? [];
    expect(Function(`return ${settings}`)()).toEqual({
      ...{ problem: 'sine-fit', learningRate: 0.05, layers: '4,2', start: '-1,2', step: 12 },
    });
  });

  it('MyST is its directive', () => {
    const tree = JSON.stringify(mystParse(shareCode('myst', { ...framed, title: 'Minibatch Lab' })));
    expect(tree).toContain('"type":"iframe"');
    expect(tree).toContain(JSON.stringify(link));
    expect(tree).toContain('"width":"100%"');
    expect(tree).not.toContain('mystDirectiveError');
  });

  it('Reveal is a slide whose frame is loaded late', () => {
    const code = shareCode('reveal', framed);
    expect(elementsOf(code).map(({ tag }) => tag)).toEqual(['section', 'iframe']);
    expect(frameOf(code)).toMatchObject({ 'data-src': link, title: framed.title });
    expect(frameOf(code).src).toBeUndefined();
  });

  it('Moodle or Canvas is what their sanitizers keep whole', () => {
    const code = shareCode('moodle', framed);
    const kept = sanitize(code, {
      allowedTags: ['iframe'],
      allowedAttributes: { iframe: ['src', 'width', 'height', 'title', 'frameborder', 'allowfullscreen', 'sandbox'] },
    });
    expect(frameOf(kept)).toEqual(frameOf(code));
    expect(frameOf(code)).toMatchObject({ ...parts, allowfullscreen: '' });
  });

  it('a notebook names the widget and gives it settings and wishes', () => {
    const code = shareCode('anywidget', framed);
    expect(code).toContain('_esm = "https://a.example/labs/minibatch-lab/anywidget/widget.mjs"');
    expect(code).toContain('settings={"problem": "sine-fit", "learningRate": 0.05');
    expect(code).toContain('"theme": "dark"');
  });
});

it('no text gets out of its place, whatever the address and the title hold', () => {
  const any = fc.string({ unit: fc.constantFrom(...'"\'<>&\\\n{}`$/-= é'), maxLength: 30 });
  fc.assert(
    fc.property(any, any, (query, title) => {
      const hostile = { ...framed, page: `https://a.example/?${query}`, title, wishes: {} };
      for (const form of ['frame', 'moodle'] as const) expect(elementsOf(shareCode(form, hostile))).toHaveLength(1);
      for (const form of ['mdx', 'react'] as const)
        expect(parseSync('lab.tsx', shareCode(form, hostile).replace(/^</, 'const frame = <')).errors).toEqual([]);
    }),
  );
});

it('there is code for every form, and the wishes in it are read again', () => {
  for (const form of shareForms) expect(shareCode(form, framed).length).toBeGreaterThan(100);
  const { search } = new URL(link);
  expect(parseHost(search)).toMatchObject({ wishes: framed.wishes, refused: [] });
});
