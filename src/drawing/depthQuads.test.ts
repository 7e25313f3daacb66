// What a canvas paints of two sheets at once.

import { expect, test } from 'vitest';
import type { LossSurface } from '../training/objective/lossSurface.ts';
import { createProjection, gazes } from './depth.ts';
import { quadsInOrder, sheetQuads } from './depthQuads.ts';
import { sheetOf } from './depthSheet.ts';
import { lossScale } from './tracing/lossScale.ts';

const domain = { x: [-2, 2], y: [-1, 1] } as const;

function surfaceOf(side: number, lossAt: (x: number, y: number) => number): LossSurface {
  const values = Float64Array.from({ length: side * side }, (_, at) => {
    const [column, row] = [at % side, Math.floor(at / side)];
    return lossAt(-2 + (4 * (column + 0.5)) / side, -1 + (2 * (row + 0.5)) / side);
  });
  return { domain, columns: side, rows: side, values, minimum: Math.min(...values), maximum: Math.max(...values) };
}

const room = { left: 0, top: 0, right: 400, bottom: 300 };
const projection = createProjection({ view: domain, aspect: 1.5, gaze: gazes.oblique, room });

test('two sheets are painted from behind, and of two over one place the lower first', () => {
  const bowl = surfaceOf(40, (x, y) => 1 + x * x + y * y);
  const slope = surfaceOf(40, (x) => 3 + x);
  const scale = lossScale(bowl);
  const sheets = [sheetOf(bowl, 'plain', scale), sheetOf(slope, 'plain', scale)];
  const painted = quadsInOrder(projection, sheets);
  expect(painted).toHaveLength(2 * 39 * 39);
  let [above, below] = [0, 0];
  for (let at = 1; at < painted.length; at++) {
    const [before, after] = [painted[at - 1], painted[at]];
    expect(before.quad.nearness).toBeLessThanOrEqual(after.quad.nearness);
    if (before.quad.nearness < after.quad.nearness) continue;
    expect(before.quad.height).toBeLessThanOrEqual(after.quad.height);
    if (after.sheet === 1) above++;
    else below++;
  }
  // They cross, so each covers the other somewhere.
  expect(Math.min(above, below)).toBeGreaterThan(100);
});

test('one sheet is painted in its own order', () => {
  const sheet = sheetOf(
    surfaceOf(20, (x, y) => x * x + y),
    'plain',
  );
  expect(quadsInOrder(projection, [sheet]).map(({ quad }) => quad)).toEqual(sheetQuads(projection, sheet));
});
