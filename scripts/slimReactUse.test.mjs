// What the sources have a word for, React DOM keeps, and goes by short names that nobody else can mean.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { ownProperties, withShortProperties } from './shortProperties.ts';
import { slimReact } from './slimReact.ts';
import { usedWords, wordsOf } from './usedWords.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const client = readFileSync(join(root, 'node_modules/react-dom/cjs/react-dom-client.production.js'), 'utf8');
const parse = (code) => parseSync('react-dom.cjs', code, { sourceType: 'script' }).program;
const here = slimReact(client, parse, usedWords(join(root, 'src')));
const withWords = (text) => slimReact(client, parse, wordsOf([text]));

test('words are those of the code, not of its comments', () => {
  const used = wordsOf([
    "// onWheel\n  /** onKeyUp\n * onCut */\nconst all = <svg onCopyCapture={f} title='https://onDrag' />;",
  ]);
  for (const name of ['onCopy', 'onCopyCapture', 'onDrag', 'svg']) expect(used.has(name), name).toBe(true);
  for (const name of ['onWheel', 'onKeyUp', 'onCut', 'onCop']) expect(used.has(name), name).toBe(false);
  expect(['copy', 'wheel', 'focusin'].map(used.hasEvent)).toEqual([true, false, false]);
  expect(wordsOf(['onBlur']).hasEvent('focusout')).toBe(true);
  expect(['svg', 'https', 'title'].map(used.hasElement)).toEqual([true, true, false]);
});

/** A word of the sources, and what React DOM keeps for it. */
const keeping = {
  onWheel: 'SyntheticEventCtor = SyntheticWheelEvent',
  onTouchMove: /simpleEventPluginEvents =\s*"auxClick cancel click volumeChange touchMove wheel"/,
  onBeforeInput: '"onBeforeInput"',
  onDoubleClick: /case "dblclick":\s*SyntheticEventCtor = SyntheticMouseEvent/,
  strokeLinecap: 'stroke-linecap',
  contentEditable: 'case "contentEditable"',
  opacity: /unitlessNumbers = new Set\(\s*"opacity"/,
  '<video>': 'case "video"',
  "'week'": 'week: !0',
  screenX: 'screenX: 0',
  persist: 'isPersistent: functionThatReturnsTrue',
  onScrollEnd: 'simpleEventPluginEvents.push("scrollEnd")',
  onVolumeChange: /mediaEventTypes =\s*"volumechange"/,
  onAuxClick: /case "auxclick":\s*case "dblclick"/,
  onClickCapture: 'case "onClickCapture"',
  '<dialog> onCancel': 'listenToNonDelegatedEvent("cancel", domElement)',
  onAnimationEnd: 'getVendorPrefixedEventName("animationend")',
  identifierPrefix: 'options.identifierPrefix',
  contextType: 'Component.contextType',
  defaultProps: 'Component.defaultProps',
  getDerivedStateFromProps: 'Component.getDerivedStateFromProps',
  forceUpdate: 'hasForceUpdate = !0',
  PureComponent: 'isPureReactComponent',
  shouldComponentUpdate: /typeof \w+\.shouldComponentUpdate/,
};

test('what there is a word for is kept, and else is not', () => {
  const [all, none] = [withWords(Object.keys(keeping).join(' ')), withWords('nothing')];
  for (const [word, kept] of Object.entries(keeping)) {
    const has = (code) => (typeof kept === 'string' ? code.includes(kept) : kept.test(code));
    expect([word, has(all), has(none)]).toEqual([word, true, false]);
  }
});

test('what other listeners listen to has its priority', () => {
  // Those of flights, which are none of the browser's.
  const others = ['interrupt', 'start'];
  for (const name of ['d3-zoom', 'd3-drag']) {
    const text = readFileSync(join(root, `node_modules/${name}/dist/${name}.mjs`), 'utf8');
    const names = Array.from(text.matchAll(/\.on\("(\w+)/g), ([, name]) => name).filter((one) => !others.includes(one));
    expect(names.length).toBeGreaterThan(5);
    for (const one of names) expect(here, one).toContain(`case "${one}"`);
  }
});

test('what components here use is there', () => {
  for (const name of ['keyDown', 'pointerMove', 'toggle', 'paste', 'onPointerLeave', 'stroke-dasharray'])
    expect(here).toContain(name);
  expect(here).not.toContain('__REACT_DEVTOOLS_GLOBAL_HOOK__');
});

test('another version with other insides is refused', () => {
  expect(() => slimReact(client.replaceAll('unitlessNumbers', 'bare'), parse, wordsOf([]))).toThrow(
    'React DOM has no unitlessNumbers any more',
  );
  expect(() => withShortProperties(here.replaceAll('pendingProps', 'nextProps'))).toThrow('no pendingProps any more');
});

test('short names stand for properties of React DOM alone', () => {
  const compiler = `node_modules/@typescript/typescript-${process.platform}-${process.arch}/lib`;
  const library = join(root, compiler);
  const declarations = [
    ...readdirSync(library)
      .filter((name) => /^lib\..*\.d\.ts$/.test(name))
      .map((name) => join(library, name)),
    ...['@types/react/index.d.ts', '@types/react-dom/client.d.ts'].map((name) => join(root, 'node_modules', name)),
  ].map((file) => readFileSync(file, 'utf8'));
  const others = [
    'react/cjs/react',
    'react/cjs/react-jsx-runtime',
    'react-dom/cjs/react-dom',
    'scheduler/cjs/scheduler',
  ].map((name) => readFileSync(join(root, `node_modules/${name}.production.js`), 'utf8'));
  const text = declarations.join('\n');
  expect(text).toMatch(/^\s*readonly flags: string;/m);
  const declared = new Set(
    Array.from(text.matchAll(/^\s*(?:readonly )?["']?(\w+)["']?\??\s*[:(<]/gm), ([, name]) => name),
  );
  const quoted = here.match(/"(?:[^"\\\n]|\\.)*"/g)?.join(' ') ?? '';
  for (const name of ownProperties) {
    const word = new RegExp(`\\b${name}\\b`);
    expect(declared.has(name), name).toBe(false);
    expect(quoted, name).not.toMatch(word);
    for (const other of others) expect(new RegExp(`\\.${name}\\b|\\b${name}:`).exec(other)?.[0], name).toBeUndefined();
  }
  expect(withShortProperties(here)).not.toMatch(/\.(?:memoizedState|stateNode|alternate)\b/);
});
