import { expect, it } from 'vitest';
import type { BatchColumn } from './batchColumn.ts';
import { columnPages } from './columnPages.ts';

const column = (title: string, of?: string): BatchColumn => ({
  ...{ id: title, title, phase: 'sample', quantity: 'batch', value: () => 0 },
  ...(of !== undefined && { of }),
});
const plain = ['x1', 'x2', 'y', 'p', 'loss'].map((title) => column(title));
const ofWeight = (name: string) => [`δ ${name}`, `a ${name}`, `g ${name}`].map((title) => column(title, name));
const columns = [...plain, ...ofWeight('W1'), column('g b1', 'b1'), ...ofWeight('W2')];
const shown = (room: number) => columnPages(columns, room).map(({ columns: own }) => own.map(({ title }) => title));

it('are one page where all fit', () => {
  expect(shown(80)).toEqual([columns.map(({ title }) => title)]);
  expect(shown(Number.POSITIVE_INFINITY)).toHaveLength(1);
  expect(columnPages([], 3)).toEqual([{ columns: [], name: '' }]);
});

it('hold every column once and in order, and those of a weight together wherever they fit', () => {
  for (let room = 1; room <= 80; room++) {
    const pages = shown(room);
    expect(pages.flat()).toEqual(columns.map(({ title }) => title));
    for (const page of pages) expect(page.length === 1 || 4.5 * page.length < room).toBe(true);
    if (room >= 23)
      for (const name of ['W1', 'W2'])
        expect(pages.filter((page) => page.some((title) => title.endsWith(name)))).toHaveLength(1);
  }
});

it('are called by what they hold', () => {
  expect(columnPages(columns, 46).map(({ name }) => name)).toEqual(['x1 … loss, W1', 'b1, W2']);
  expect(columnPages(columns, 26).map(({ name }) => name)).toEqual(['x1 … loss', 'W1', 'b1', 'W2']);
});
