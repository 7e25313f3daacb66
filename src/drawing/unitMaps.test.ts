import { describe, expect, it } from 'vitest';
import { colourTable, type Palette } from './palette.ts';
import { shapeOf } from './shape.ts';
import { drawUnitCurve, reachOf, signedTables, writeMap } from './unitMaps.ts';

const palette = { 'map-negative': '#e8c795', 'map-middle': '#f7f5f0', 'map-positive': '#9fc3e6' } as Palette;
const tables = signedTables(palette);
const [below, above] = [colourTable('#f7f5f0', '#e8c795'), colourTable('#f7f5f0', '#9fc3e6')];

describe('the map of a unit', () => {
  const grid = { columns: 2, rows: 2 };
  /** Two units: row by row from below. */
  const maps = Float32Array.of(-1, 0, 2, 1, 0, 0, 0, 0);

  it('has zero in the middle, its own largest size at an end, and the upper row first', () => {
    const pixels = new Uint32Array(5);
    writeMap(maps, grid, 0, tables, pixels, 1);
    expect(reachOf(maps, grid, 0)).toBe(2);
    expect([...pixels]).toEqual([0, above[255], above[128], below[128], above[0]]);
  });

  it('is all of the middle colour where a unit says nothing', () => {
    const pixels = new Uint32Array(4);
    writeMap(maps, grid, 1, tables, pixels, 0);
    expect([...pixels]).toEqual([above[0], above[0], above[0], above[0]]);
  });

  it('leaves out what is not a number, and shows what overflows at the end', () => {
    const pixels = new Uint32Array(4);
    writeMap(Float32Array.of(Number.NaN, -1, Number.POSITIVE_INFINITY, -0.5), grid, 0, tables, pixels, 0);
    expect([...pixels]).toEqual([above[255], below[128], 0, below[255]]);
  });
});

describe('the curve of a unit', () => {
  const box = { left: 0, top: 0, right: 40, bottom: 100 };

  it('runs about half the height, broken where it is not finite', () => {
    const path = shapeOf((shape) => drawUnitCurve(shape, Float32Array.of(1, -2, Number.NaN, 0), 4, 0, box));
    expect(String(path)).toBe('M5,28L15,94M35,50');
    expect(String(shapeOf((shape) => drawUnitCurve(shape, new Float32Array(4), 4, 0, box)))).toBe(
      'M5,50L15,50L25,50L35,50',
    );
  });
});
