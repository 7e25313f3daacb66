import { expect, it } from 'vitest';
import { colourTable, tableColour } from './palette.ts';
import { limitNamePlace, sweepMarks } from './sweepMarks.ts';
import { numbersOf, plot, shapeCalled, shapes } from './testMarks.ts';

const table = colourTable('#000000', '#ffffff');
const grid = { plot, columns: 2, rows: 2 };

it('colours the cells from the lowest loss to the highest, and leaves out those that are not there yet', () => {
  const marks = shapes(sweepMarks(Float64Array.of(1, Number.NaN, 4, 2), grid, table));
  expect(marks).toHaveLength(3);
  // Row 0 is the lowest: the first cell is the left one below.
  const [left, top, width, height] = numbersOf(marks[0]);
  expect([left, top, width, height]).toEqual([plot.left, (plot.top + plot.bottom) / 2, 200, 150]);
  expect(marks[0].fill).toBe(tableColour(table, 0));
  expect(marks[1].fill).toBe(tableColour(table, 1));
  expect(marks.every(({ stroke }) => stroke === undefined)).toBe(true);
});

it('strikes out the cells that diverged', () => {
  const marks = sweepMarks(Float64Array.of(1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 2), grid, table);
  // A box is its corner, its width, its height, and its width back.
  expect(numbersOf(shapeCalled(marks, 'diverged'))).toHaveLength(2 * 5);
  const strokes = shapes(marks).filter(({ stroke }) => stroke !== undefined);
  expect(strokes).toHaveLength(1);
  expect(numbersOf(strokes[0])).toHaveLength(2 * 4);
});

it('keeps the name of a limit whole: beside its line where there is room, and over it where there is none', () => {
  for (const width of [60, 180, 300, 390])
    for (let at = plot.left + 1; at < plot.right; at += 7) {
      const { x, anchor } = limitNamePlace(plot, at, width);
      const [left, right] = anchor === 'start' ? [x, x + width] : [x - width, x];
      expect(left).toBeGreaterThanOrEqual(plot.left);
      expect(right).toBeLessThanOrEqual(plot.right);
      if (width < 190) expect(right < at || left > at).toBe(true);
    }
});
