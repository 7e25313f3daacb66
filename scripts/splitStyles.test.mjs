import { expect, test } from 'vitest';
import { splitStyles } from './splitStyles.mjs';

const later = new Set(['b', 'c']);

test('a rule comes later where each of its selectors asks for something later', () => {
  expect(splitStyles('.a{x:1}.b{x:2}.a .b:hover,.c{x:3}.a,.b{x:4}p{x:5}', later)).toEqual([
    '.a{x:1}.a,.b{x:4}p{x:5}',
    '.b{x:2}.a .b:hover,.c{x:3}',
  ]);
});

test('what holds under a condition is parted within it', () => {
  expect(splitStyles('@media print{.a{x:1}.b{x:2}}@container page (width<9px){.c{x:3}}', later)).toEqual([
    '@media print{.a{x:1}}',
    '@media print{.b{x:2}}@container page (width<9px){.c{x:3}}',
  ]);
});

test('commas in brackets, braces in texts, and frames of animations part nothing', () => {
  const css = '.a:is(.b,.d){x:1}.a:after{content:"}"}@keyframes b{0%{x:1}to{x:2}}';
  expect(splitStyles(css, later)).toEqual(['.a:after{content:"}"}@keyframes b{0%{x:1}to{x:2}}', '.a:is(.b,.d){x:1}']);
});
