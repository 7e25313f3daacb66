// What the trainer's thread hands to the page to draw of a surface, against how it was traced at first: level by level,
// every cell looked at for each.

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { extremes } from '../../training/objective/extremes.ts';
import type { LossSurface } from '../../training/objective/lossSurface.ts';
import { lossScale, surfaceShades } from './lossScale.ts';
import { tracingOf } from './tracing.ts';

function surfaceOf(loss: (x: number, y: number) => number, columns: number, rows: number): LossSurface {
  const values = Float64Array.from({ length: columns * rows }, (_, i) =>
    loss(-2 + (4 * ((i % columns) + 0.5)) / columns, -2 + (4 * (Math.floor(i / columns) + 0.5)) / rows),
  );
  return { domain: { x: [-2, 2], y: [-2, 2] }, columns, rows, values, ...extremes(values) };
}

/** Saddles, lines that go round, lines that leave by every side, and a corner where the loss overflows. */
const saddles = surfaceOf(
  (x, y) =>
    x > 1.7 && y > 1.7 ? Number.POSITIVE_INFINITY : 3 + (x * x - 1) * (x * x - 1) + (y * y - 1) * (y * y - 1) + x * y,
  96,
  60,
);
const valley = surfaceOf((x, y) => 1e-3 + 1e6 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x), 128, 128);

/** What is traced between samples, without where it leaves the surface. */
const withinBorders = (line: Float64Array): Float64Array =>
  line.filter((_, i) => Math.max(Math.abs(line[i & ~1]), Math.abs(line[i | 1])) < 2);

const digestOf = (lines: readonly Float64Array[]): string => {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(new Uint8Array(withinBorders(line).buffer)).update('|');
  return hash.digest('hex').slice(0, 16);
};

test.each([
  ['saddles', saddles, [2, 2, 2, 2, 4, 1, 1, 1, 4, 2], '9bdf1bccafc25dd9'],
  ['a valley', valley, [2, 2, 2, 2, 2, 2, 2, 2, 2, 2], '9f0dc8fae04a7a15'],
] as const)('isolines of %s are those of every cell looked at for each level', (_, surface, counts, digest) => {
  const { isolines } = tracingOf(surface);
  expect(isolines.map(({ lines }) => lines.length)).toEqual(counts);
  expect(digestOf(isolines.flatMap(({ lines }) => lines))).toBe(digest);
});

test('a straight line leaves the surface as straight as it came', () => {
  const { isolines } = tracingOf(surfaceOf((x, y) => 5 + 2 * x + y, 32, 20));
  const ends: number[] = [];
  for (const { level, lines } of isolines)
    for (const line of lines)
      for (let i = 0; i < line.length; i += 2) {
        const [x, y] = [line[i], line[i + 1]];
        expect(Math.abs(x)).toBeLessThanOrEqual(2);
        expect(Math.abs(y)).toBeLessThanOrEqual(2);
        if (Math.max(Math.abs(x), Math.abs(y)) < 2) continue;
        ends.push(Math.abs(5 + 2 * x + y - level));
      }
  expect(ends.length).toBeGreaterThan(10);
  // A corner, around which a line would have to go, is the only place where one ends beside itself.
  expect(ends.filter((gap) => gap < 1e-9).length).toBeGreaterThan(ends.length - 3);
});

test('a surface is handed on with its scale and the colour of each sample', () => {
  const { scale, shades } = tracingOf(saddles);
  const { share: _, ...numbers } = lossScale(saddles);
  expect(scale).toEqual(numbers);
  expect(shades).toEqual(surfaceShades(saddles, lossScale(saddles)));
  expect([Math.min(...shades), shades[shades.length - 1]]).toEqual([0, 255]);
  expect(structuredClone(scale)).toEqual(scale);
});

test('a flat surface, and one without a value, have no isolines', () => {
  for (const loss of [3, Number.NaN, Number.POSITIVE_INFINITY])
    expect(tracingOf(surfaceOf(() => loss, 8, 6)).isolines).toEqual([]);
});
