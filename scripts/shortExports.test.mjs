// The files of the built page still give each other what they did, by other names.
import { expect, test } from 'vitest';
import { importing, withOwnNames } from './shortExports.ts';

const first = 'let zt=1,b=2,$c=3;export{zt as a,b,$c as $};\n';

test('what is exported goes by the name that it has', () => {
  const { code, own } = withOwnNames(first);
  expect(code).toBe('let zt=1,b=2,$c=3;export{$c,b,zt};\n');
  expect(Object.fromEntries(own)).toEqual({ a: 'zt', b: 'b', $: '$c' });
});

test('whoever imports it asks for that name, and nothing else changes', () => {
  const { own } = withOwnNames(first);
  const code = 'import{$ as e,a as a,b}from"./first-1.js";import{a as f}from"./other-1.js";let a$={a:f};';
  expect(importing(code, 'first-1.js', own)).toBe(
    'import{$c as e,zt as a,b as b}from"./first-1.js";import{a as f}from"./other-1.js";let a$={a:f};',
  );
  expect(importing('export{a as one}from"./first-1.js";', 'first-1.js', own)).toBe(
    'export{zt as one}from"./first-1.js";',
  );
  expect(() => importing('import(`./first-1.js`).then(({a:e})=>e)', 'first-1.js', own)).toThrow('as a whole');
  expect(() => importing('import*as e from"./first-1.js"', 'first-1.js', own)).toThrow('as a whole');
});
