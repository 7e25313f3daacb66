import { path } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEven } from '../training/run/parts.ts';
import { drawChain, drawFan, drawOne, drawTips, exampleVectors } from './exampleVectors.ts';
import { downhill } from './vectors.ts';
import { createViewport } from './viewport.ts';

const viewport = createViewport({ x: [-2, 2], y: [-1, 1] }, { left: 0, top: 0, right: 400, bottom: 300 });
const number = fc.double({ min: -50, max: 50, noNaN: true });
const examples = fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 300 });

const columns = (rows: readonly (readonly [number, number, number])[]) => ({
  x: Float64Array.from(rows, ([outer, first]) => outer * first),
  y: Float64Array.from(rows, ([outer, , second]) => outer * second),
});

const meanOf = (rows: readonly (readonly [number, number, number])[]) =>
  [1, 2].map((k) => rows.reduce((sum, row) => sum + row[0] * row[k], 0) / rows.length) as [number, number];

describe('the gradients of the examples', () => {
  test('have the mini-batch arrow for a mean, and the chain ends on its tip', () => {
    fc.assert(
      fc.property(examples, (rows) => {
        const scale = 0.01;
        const vectors = exampleVectors(viewport, columns(rows), scale, [{ from: 0, to: rows.length }]);
        const [x, y] = drawChain(path(), path(), 100, 80, vectors);
        const [dx, dy] = downhill(viewport, meanOf(rows), scale);
        expect(x).toBeCloseTo(100 + dx, 9);
        expect(y).toBeCloseTo(80 + dy, 9);
      }),
    );
  });

  test('of micro-batches end on the mean of their means, however these differ in size', () => {
    const rows = [
      [1, 2, 3],
      [1, -4, 1],
      [1, 6, -2],
    ] as const;
    const parts = [
      { from: 0, to: 2 },
      { from: 2, to: 3 },
    ];
    const means = parts.map(({ from, to }) => meanOf(rows.slice(from, to)));
    const [x, y] = drawChain(path(), path(), 100, 80, exampleVectors(viewport, columns(rows), 0.1, parts));
    const mean = [0, 1].map((k) => (means[0][k] + means[1][k]) / 2) as [number, number];
    const [dx, dy] = downhill(viewport, mean, 0.1);
    expect([x, y]).toEqual([expect.closeTo(100 + dx, 9), expect.closeTo(80 + dy, 9)]);
    expect([isEven(parts), isEven([{ from: 0, to: 3 }])]).toEqual([false, true]);
  });

  test('point downhill: left and down for a gradient that rises to the right and up', () => {
    const vectors = exampleVectors(viewport, columns([[1, 2, 3]]), 0.1, [{ from: 0, to: 1 }]);
    expect([...vectors]).toEqual([expect.closeTo(-20, 9), expect.closeTo(45, 9)]);
  });

  test('of a few have heads, of many none', () => {
    const draw = (count: number): [string, string] => {
      const [shaft, head] = [path(), path()];
      drawFan(shaft, head, 0, 0, new Float64Array(2 * count).fill(30));
      return [String(shaft), String(head)];
    };
    expect(draw(3)[1].match(/Z/g)).toHaveLength(3);
    expect(draw(1000)[1]).toBe('');
    expect(draw(1000)[0].match(/M/g)).toHaveLength(1000);
  });

  test('that are not finite are left out, and far ends are cut', () => {
    const [shaft, head] = [path(), path()];
    drawFan(shaft, head, 0, 0, Float64Array.of(Number.NaN, 1, Number.POSITIVE_INFINITY, 0, 1e9, 1e9));
    const numbers = (`${shaft}${head}`.match(/-?[\d.]+/g) ?? []).map(Number);
    expect(Math.max(...numbers.map(Math.abs))).toBeLessThanOrEqual(20_000);
    const dots = path();
    drawTips(dots, 0, 0, Float64Array.of(Number.NaN, 1, 3, 4));
    expect(String(dots).match(/M/g)).toHaveLength(1);
  });

  test('in a chain, one of them begins where those before it end', () => {
    const vectors = Float64Array.of(20, 0, 0, 40, 60, 60);
    const [shaft, head] = [path(), path()];
    drawOne(shaft, head, 5, 5, vectors, 2, true);
    const [x, y] = (String(shaft).match(/[\d.]+/g) ?? []).map(Number);
    expect([x, y]).toEqual([expect.closeTo(5 + 20 / 3, 9), expect.closeTo(5 + 40 / 3, 9)]);
  });
});
