import { describe, expect, it } from 'vitest';
import { cellAt, cellBox, colourPlaces } from './heatMap.ts';

const grid = { plot: { left: 10, top: 5, right: 171, bottom: 106 }, columns: 16, rows: 7 };

describe('the cells of a map', () => {
  it('fill the plot without gap or overlap', () => {
    for (let column = 0; column < 16; column++)
      for (let row = 0; row < 7; row++) {
        const box = cellBox(grid, column, row);
        expect(box.left).toBe(column === 0 ? 10 : cellBox(grid, column - 1, row).right);
        expect(box.bottom).toBe(row === 0 ? 106 : cellBox(grid, column, row - 1).top);
      }
    expect(cellBox(grid, 15, 6)).toMatchObject({ right: 171, top: 5 });
  });

  it('are found by what is in their middle, and by what is outside', () => {
    for (let column = 0; column < 16; column++)
      for (let row = 0; row < 7; row++) {
        const { left, right, top, bottom } = cellBox(grid, column, row);
        expect(cellAt(grid, (left + right) / 2, (top + bottom) / 2)).toEqual([column, row]);
      }
    expect(cellAt(grid, -50, 500)).toEqual([0, 0]);
    expect(cellAt(grid, 500, -50)).toEqual([15, 6]);
  });
});

describe('the colours of a map', () => {
  it('are even in the logarithm of the rise above the lowest and leave out what is not finite', () => {
    const places = colourPlaces(Float64Array.from([5, 5.01, 5.1, 6, 15, Number.POSITIVE_INFINITY, Number.NaN]));
    expect([...places]).toEqual([0, 66, 128, 191, 255, -2, -1]);
  });
  it('of equal values are one', () => {
    expect([...colourPlaces(Float64Array.from([2, 2, Number.NaN]))]).toEqual([0, 0, -1]);
  });
});
