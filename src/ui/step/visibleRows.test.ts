import { describe, expect, test } from 'vitest';
import { rowsInView } from './visibleRows.ts';

describe('rows in view', () => {
  test('are those between the edges and a few beyond, never past the ends', () => {
    expect(rowsInView(0, 220, 22, 1000)).toEqual({ first: 0, end: 18 });
    expect(rowsInView(2200, 220, 22, 1000)).toEqual({ first: 92, end: 118 });
    expect(rowsInView(21_780, 220, 22, 1000)).toEqual({ first: 982, end: 1000 });
    expect(rowsInView(0, 220, 22, 3)).toEqual({ first: 0, end: 3 });
  });

  test('of a table that became short are none of its former ones', () => {
    expect(rowsInView(5000, 220, 22, 4)).toEqual({ first: 4, end: 4 });
  });
});
