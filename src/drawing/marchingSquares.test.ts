import { describe, expect, test } from 'vitest';
import { drawMarchingSquares } from './marchingSquares.ts';
import { createViewport } from './viewport.ts';

/** Unit cells: sample (column, row) is drawn at x = column, y = −row. */
function segmentsOf(rows: readonly (readonly number[])[], level: number): string[] {
  const [columns, count] = [rows[0].length, rows.length];
  const domain = { x: [-0.5, columns - 0.5], y: [-0.5, count - 0.5] } as const;
  const viewport = createViewport(domain, { left: -0.5, top: -count + 0.5, right: columns - 0.5, bottom: 0.5 });
  const segments: string[] = [];
  const round = (value: number): number => Math.round(value * 1000) / 1000 + 0;
  const path = {
    moveTo: (x: number, y: number) => segments.push(`${round(x)},${round(-y)}`),
    lineTo: (x: number, y: number) => segments.push(`${segments.pop()} ${round(x)},${round(-y)}`),
  } as never;
  // Rows are written as they look, the highest first.
  const values = Float64Array.from([...rows].reverse().flat());
  drawMarchingSquares(path, viewport, { columns, rows: count, values, domain }, [level]);
  return segments.map((segment) => segment.split(' ').sort().join(' ')).sort();
}

describe('marching squares', () => {
  test('go round a single high sample', () => {
    const hill = [
      [0, 0, 0],
      [0, 4, 0],
      [0, 0, 0],
    ];
    expect(segmentsOf(hill, 1)).toEqual(['0.25,1 1,0.25', '0.25,1 1,1.75', '1,0.25 1.75,1', '1,1.75 1.75,1']);
  });

  test('cut a slope straight, where the value is the level', () => {
    expect(
      segmentsOf(
        [
          [0, 1, 4],
          [0, 1, 4],
        ],
        2,
      ),
    ).toEqual(['1.333,0 1.333,1']);
    expect(
      segmentsOf(
        [
          [4, 4],
          [0, 0],
        ],
        1,
      ),
    ).toEqual(['0,0.25 1,0.25']);
  });

  test('join the high corners of a saddle with a high middle, and the low ones of a low middle', () => {
    expect(
      segmentsOf(
        [
          [0, 3],
          [3, 0],
        ],
        1,
      ),
    ).toEqual(['0,0.667 0.333,1', '0.667,0 1,0.333']);
    expect(
      segmentsOf(
        [
          [0, 3],
          [3, 0],
        ],
        2,
      ),
    ).toEqual(['0,0.333 0.333,0', '0.667,1 1,0.667']);
    expect(
      segmentsOf(
        [
          [3, 0],
          [0, 3],
        ],
        1,
      ),
    ).toEqual(['0,0.333 0.333,0', '0.667,1 1,0.667']);
  });

  test('every pattern of a cell has a line between each pair of unlike neighbours', () => {
    for (let pattern = 0; pattern < 16; pattern++) {
      const [a, b, c, d] = [1, 2, 4, 8].map((bit) => (pattern & bit ? 2 : 0));
      const crossings = [a !== b, b !== d, d !== c, c !== a].filter(Boolean).length;
      const segments = segmentsOf(
        [
          [c, d],
          [a, b],
        ],
        1,
      );
      expect(segments).toHaveLength(crossings / 2);
      const ends = segments.flatMap((segment) => segment.split(' '));
      expect(new Set(ends).size).toBe(crossings);
    }
  });

  test('leave out cells that are not finite', () => {
    expect(
      segmentsOf(
        [
          [0, 4, Number.POSITIVE_INFINITY],
          [0, 4, Number.NaN],
        ],
        2,
      ),
    ).toEqual(['0.5,0 0.5,1']);
  });
});
