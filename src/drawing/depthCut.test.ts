// The cut through the surface in depth, where the losses along the step are known: its heights are theirs, not the sheet's.

import { expect, test } from 'vitest';
import type { LossSurface } from '../training/objective/lossSurface.ts';
import { createProjection, floorOf, gazes, pixelOf, placeOf } from './depth.ts';
import { cutMarks, cutOf, raisedWeightsMarks } from './depthMarks.ts';
import { heightShare, sheetOf } from './depthSheet.ts';
import type { Mark } from './marks.ts';
import { lossScale } from './tracing/lossScale.ts';

const domain = { x: [-2, 2], y: [-2, 2] } as const;
const side = 12;
const lossAt = (x: number, y: number): number => 0.2 + 8 * x * x + y * y;
const values = Float64Array.from({ length: side * side }, (_, at) =>
  lossAt(-2 + (4 * ((at % side) + 0.5)) / side, -2 + (4 * (Math.floor(at / side) + 0.5)) / side),
);
const surface: LossSurface = {
  ...{ domain, columns: side, rows: side, values },
  ...{ minimum: Math.min(...values), maximum: Math.max(...values) },
};
const scale = lossScale(surface);
const sheet = sheetOf(surface, 'plain', scale);
const room = { left: 0, top: 0, right: 400, bottom: 300 };
const projection = createProjection({ view: domain, aspect: 1, gaze: gazes.oblique, room });

const weights = [-0.9, -0.8] as const;
const update = [0.7, 0.4] as const;
const shares = Float64Array.of(-0.5, 0, 0.3, 0.6, 1, 1.4, 2);
const placed = (share: number) => [weights[0] + share * update[0], weights[1] + share * update[1]] as const;
const losses = shares.map((share) => lossAt(...placed(share)));
const cut = cutOf(shares, losses, { scale, kind: 'plain' });

const rounded = (at: number): number => Math.round(at * 100) / 100;
const pixelAt = (share: number): string => {
  const [x, y] = placed(share);
  const z = placeOf(heightShare(scale, 'plain', lossAt(x, y)));
  return pixelOf(projection, ...floorOf(projection, x, y), z)
    .map(rounded)
    .join(',');
};
const pathOf = (mark: Mark | undefined): string => (mark?.kind === 'shape' ? mark.shape.toString() : '');

test('the curve goes through every one of them, and so do the ring at its end and the weights', () => {
  const [, curve, ring] = cutMarks(projection, sheet, weights, update, cut);
  expect(pathOf(curve)).toBe(`M${Array.from(shares, pixelAt).join('L')}`);
  expect(pathOf(ring)).not.toBe(pathOf(cutMarks(projection, sheet, weights, update)[2]));
  const [stem] = raisedWeightsMarks(projection, sheet, weights, cut);
  expect(pathOf(stem).endsWith(`L${pixelAt(0)}`)).toBe(true);
});

test('where they are not known the sheet tells, which between its samples is straight', () => {
  const [, curve] = cutMarks(projection, sheet, weights, update);
  expect(pathOf(curve)).not.toContain(pixelAt(0.6));
  const [stem] = raisedWeightsMarks(projection, sheet, weights);
  expect(pathOf(stem).endsWith(`L${pixelAt(0)}`)).toBe(false);
});
