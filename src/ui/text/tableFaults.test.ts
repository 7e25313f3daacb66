// What a pasted table lacks is said of one line or cell as of one, in every language.

import { expect, it } from 'vitest';
import { data as german } from './de/data.ts';
import { data as english } from './en/data.ts';

const counted = { count: '1', rows: '1,500', isCut: false };

it('one is one, and more are more', () => {
  expect(english.missing({ ...counted, lines: '1,007' })).toContain('in line 1,007.');
  expect(english.missing({ ...counted, lines: '7, 9', isCut: true })).toContain('in lines 7, 9, ….');
  expect(german.missing({ ...counted, lines: '7' })).toContain('in Zeile 7.');
  expect(german.missing({ ...counted, lines: '7, 9' })).toContain('in den Zeilen 7, 9.');
  const cells = (text: string) => [english, german].map(({ badWidth }) => badWidth({ line: '2', column: '', text }));
  expect(cells('1')).toEqual(['Line 2 has 1 cell, unlike most rows.', 'Zeile 2 hat 1 Zelle, anders als die meisten.']);
  expect(cells('3')).toEqual([
    'Line 2 has 3 cells, unlike most rows.',
    'Zeile 2 hat 3 Zellen, anders als die meisten.',
  ]);
});
