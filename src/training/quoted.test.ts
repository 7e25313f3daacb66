import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoted } from './quoted.ts';

describe('quoted text', () => {
  it.each([
    ['banana', 'banana'],
    ['', ''],
    ['0,05 × 2', '\u20680,05 × 2\u2069'],
    ['a\0b', 'a\\u0000b'],
    ['a\nb\u2028c', 'a\\u000Ab\\u2028c'],
    ['\ud83d', '\\uD83D'],
    ['\ude00x', '\\uDE00x'],
    ['😀', '\u2068😀\u2069'],
    ['\u202egpj.exe', '\\u202Egpj.exe'],
    ['\u2069\u2066x', '\\u2069\\u2066x'],
    ['\u{e0041}x', '\\u{E0041}x'],
    ['שלום', '\u2068שלום\u2069'],
    ['😀'.repeat(41), `\u2068${'😀'.repeat(40)}…\u2069`],
    ['x'.repeat(1e6), `${'x'.repeat(40)}…`],
    [`${'x'.repeat(39)}😀y`, `\u2068${'x'.repeat(39)}😀…\u2069`],
  ])('%j is %j', (text, expected) => {
    expect(quoted(text)).toBe(expected);
  });

  it('is whole, seen, and isolated, whatever it was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const sentence = quoted(String.fromCharCode(...units));
        expect(sentence).not.toMatch(/\p{Cs}/u);
        const inner = sentence.replace(/^\u2068(.*)\u2069$/su, '$1');
        expect(inner).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(inner === sentence).toBe(/^[ -~…]*$/.test(sentence));
      }),
      { numRuns: 5000 },
    );
  });
});
