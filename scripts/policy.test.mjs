import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { addPolicy, policyOf } from './policy.mjs';

const script = 'console.log("here");\n';
const style = 'p { color: red }';
const page = (head) => `<html><head><meta charset="utf-8">${head}</head></html>`;
const hash = (text) => createHash('sha256').update(text).digest('base64');

test('what stands in the page may run, by its hash', () => {
  const html = page(`<style>${style}</style><script type="module">${script}</script>`);
  expect(policyOf(html)).toContain(`script-src 'sha256-${hash(script)}';`);
  expect(policyOf(html)).toContain(`style-src 'sha256-${hash(style)}';`);
  expect(policyOf(html)).toMatch(/^default-src 'none'/);
});

test('the policy comes before what it speaks about', () => {
  const html = addPolicy(page(`<script>${script}</script>`));
  expect(html.indexOf('Content-Security-Policy')).toBeGreaterThan(0);
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script>'));
});

test('the hash is of the line ends that a parser reads', () => {
  expect(addPolicy(page('<script>a\r\nb</script>'))).toContain(hash('a\nb'));
});

test.each([
  page('<script src="./assets/page.js"></script>'),
  page('<link rel="stylesheet" href="./assets/page.css">'),
  page('<link rel="modulepreload" href="./assets/page.js">'),
  page('<script>let text = "<!-- <script>";</script>'),
  '<html><head></head></html>',
])('a page that is not whole is refused: %s', (html) => {
  expect(() => addPolicy(html)).toThrow();
});
