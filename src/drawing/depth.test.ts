import { describe, expect, test } from 'vitest';
import type { LossSurface } from '../training/objective/lossSurface.ts';
import {
  boundedGaze,
  clipMatrix,
  createProjection,
  floorOf,
  floorTransform,
  type Gaze,
  gazeBetween,
  gazes,
  pickWeights,
  pixelOf,
  placeOf,
  placeUnder,
  surfaceStrength,
  weightsOf,
} from './depth.ts';
import { cutMarks, depthFrameMarks, raised, raisedPathMarks, raisedWeightsMarks, unnamed } from './depthMarks.ts';
import { canvasSide, sheetQuads } from './depthQuads.ts';
import { coarsePlaces, type HeightKind, heightAt, heightShare, sheetOf } from './depthSheet.ts';
import { stepMarks } from './sceneStep.ts';
import { type LossScale, lossScale } from './tracing/lossScale.ts';
import { createViewport } from './viewport.ts';

function surfaceOf(loss: (w1: number, w2: number) => number, columns = 64, rows = 48): LossSurface {
  const domain = { x: [-3, 2], y: [-1, 3] } as const;
  const values = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      values[row * columns + column] = loss(-3 + (5 * (column + 0.5)) / columns, -1 + (4 * (row + 0.5)) / rows);
  const finite = values.filter(Number.isFinite);
  return { domain, columns, rows, values, minimum: Math.min(...finite), maximum: Math.max(...finite) } as LossSurface;
}

const bowl = surfaceOf((w1, w2) => 0.5 + w1 * w1 + 3 * (w2 - 1) ** 2);
/** The loss at a height: the way back. */
function lossAtShare(scale: LossScale, kind: HeightKind, share: number): number {
  const span = scale.maximum - scale.minimum;
  if (kind === 'plain') return scale.minimum + share * span;
  return scale.minimum + scale.floor * Math.expm1(share * Math.log1p(span / scale.floor));
}

const room = { left: 52, top: 26, right: 620, bottom: 330 };
const view = bowl.domain;
const aspect = 1.25;
const seen = (gaze: Gaze) => createProjection({ view, aspect, gaze, room });
const someGazes: readonly Gaze[] = [gazes.oblique, gazes.side, { yaw: -120, pitch: 45 }, { yaw: 165, pitch: 70 }];

describe('heights', () => {
  test.each(['logarithmic', 'plain'] as const)('are the numbers of the map, read back from them: %s', (kind) => {
    const scale = lossScale(bowl);
    const { heights, shares } = sheetOf(bowl, kind);
    for (const [i, loss] of bowl.values.entries()) {
      const back = lossAtShare(scale, kind, heights[i]);
      expect(Math.abs(back - loss)).toBeLessThan(1e-6 * (scale.maximum - scale.minimum));
      expect(shares[i]).toBe(Math.fround(scale.share(loss)));
      if (kind === 'logarithmic') expect(heights[i]).toBe(shares[i]);
    }
    expect(Math.min(...heights)).toBe(0);
    expect(Math.max(...heights)).toBe(1);
  });

  test('what is not finite is as high as the highest; a flat surface lies at its foot', () => {
    const broken = surfaceOf((w1, w2) => (w1 > 1 ? Number.POSITIVE_INFINITY : w1 * w1 + w2 * w2));
    expect(Math.max(...sheetOf(broken, 'plain').heights)).toBe(1);
    const nowhere = surfaceOf((w1) => (w1 > 1 ? Number.NaN : w1));
    expect(sheetOf(nowhere, 'logarithmic').heights.every(Number.isFinite)).toBe(true);
    expect(
      sheetOf(
        surfaceOf(() => 2),
        'logarithmic',
      ).heights.every((height) => height === 0),
    ).toBe(true);
  });

  test.each(['logarithmic', 'plain'] as const)('a second sheet is measured by the scale of the first: %s', (kind) => {
    const scale = lossScale(bowl);
    const lower = sheetOf(
      surfaceOf((w1, w2) => 0.3 + w1 * w1 + 3 * (w2 - 1) ** 2),
      kind,
      scale,
    );
    const own = sheetOf(bowl, kind);
    for (const [i, height] of lower.heights.entries()) expect(height).toBeLessThan(own.heights[i]);
    expect(heightShare(scale, kind, scale.minimum - 1e-3)).toBeLessThan(0);
    expect(placeOf(heightShare(scale, kind, -1e9))).toBeGreaterThan(0);
  });

  test('at a sample the sheet is as high as the sample, and between them in between', () => {
    const sheet = sheetOf(bowl, 'plain');
    const at = (column: number, row: number) =>
      heightAt(sheet, -3 + (5 * (column + 0.5)) / bowl.columns, -1 + (4 * (row + 0.5)) / bowl.rows);
    for (const [column, row] of [
      [0, 0],
      [63, 47],
      [20, 31],
    ])
      expect((at(column, row) - placeOf(0)) / (placeOf(1) - placeOf(0))).toBeCloseTo(
        sheet.heights[row * bowl.columns + column],
        6,
      );
    expect(at(20.5, 31)).toBeCloseTo((at(20, 31) + at(21, 31)) / 2, 9);
    expect(heightAt(sheet, 2.01, 0)).toBeNaN();
    expect(heightAt(sheet, 1.999, -0.999)).toBeGreaterThan(0);
  });
});

describe('the projection', () => {
  test('from above it is the map: every height where the map has its weights', () => {
    const projection = seen(gazes.above);
    const { scale, middle } = projection;
    const plot = {
      left: middle[0] - (scale * aspect) / 2,
      right: middle[0] + (scale * aspect) / 2,
      top: middle[1] - scale / 2,
      bottom: middle[1] + scale / 2,
    };
    const map = createViewport(view, plot);
    for (const [w1, w2] of [
      [-3, -1],
      [0.3, 2.2],
      [2, 3],
    ] as const)
      for (const z of [0, 0.4, 1]) {
        const [x, y] = pixelOf(projection, ...floorOf(projection, w1, w2), z);
        expect(x).toBeCloseTo(map.x(w1), 9);
        expect(y).toBeCloseTo(map.y(w2), 9);
        const picked = pickWeights(projection, [x, y], (a, b) => heightAt(sheetOf(bowl, 'plain'), a, b)) ?? [0, 0];
        expect(picked[0]).toBeCloseTo(map.across(x), 9);
        expect(picked[1]).toBeCloseTo(map.up(y), 9);
      }
    expect(surfaceStrength(gazes.above)).toBe(0);
  });

  test.each(someGazes)('a picked place of the surface gives its weights: %j', (gaze) => {
    const projection = seen(gaze);
    const sheet = sheetOf(bowl, 'logarithmic');
    let found = 0;
    for (let k = 0; k < 60; k++) {
      const weights = [-2.9 + (4.8 * ((k * 37) % 60)) / 60, -0.9 + (3.8 * ((k * 23) % 60)) / 60] as const;
      const place = raised(projection, sheet, weights);
      if (place === null) throw new Error('It lies in view.');
      const picked = pickWeights(projection, place.high, (a, b) => heightAt(sheet, a, b));
      if (picked === null) throw new Error('It lies in view.');
      const again = raised(projection, sheet, picked);
      expect(again?.high[0]).toBeCloseTo(place.high[0], 3);
      expect(again?.high[1]).toBeCloseTo(place.high[1], 3);
      if (Math.hypot(picked[0] - weights[0], picked[1] - weights[1]) < 1e-6) found++;
    }
    // The others are hidden by what is nearer.
    expect(found).toBeGreaterThan(15);
  });

  test('a place and its weights, a pixel and its place lead back and forth', () => {
    for (const gaze of someGazes) {
      const projection = seen(gaze);
      const [u, v] = floorOf(projection, 0.7, 1.9);
      expect(weightsOf(projection, u, v)[0]).toBeCloseTo(0.7, 12);
      const under = placeUnder(projection, pixelOf(projection, u, v, 0.6), 0.6);
      expect(under?.[0]).toBeCloseTo(u, 9);
      expect(under?.[1]).toBeCloseTo(v, 9);
    }
    expect(placeUnder(seen({ yaw: 0, pitch: 0 }), [100, 100], 0)).toBeNull();
    expect(pickWeights(seen(gazes.above), [0, 0], () => Number.NaN)).toBeNull();
  });

  test('all of it lies in the room, whichever way it is turned', () => {
    for (let yaw = -180; yaw < 180; yaw += 15)
      for (let pitch = 0; pitch <= 90; pitch += 15)
        for (const u of [-aspect / 2, aspect / 2])
          for (const v of [-0.5, 0.5])
            for (const z of [0, placeOf(1)]) {
              const [x, y] = pixelOf(seen({ yaw, pitch }), u, v, z);
              expect(x).toBeGreaterThan(room.left - 1e-6);
              expect(x).toBeLessThan(room.right + 1e-6);
              expect(y).toBeGreaterThan(room.top - 1e-6);
              expect(y).toBeLessThan(room.bottom + 1e-6);
            }
  });

  test('the map lies on the floor, pixel for pixel', () => {
    const map = createViewport(view, { left: 30, top: 20, right: 430, bottom: 340 });
    for (const gaze of [gazes.above, ...someGazes]) {
      const projection = seen(gaze);
      const [a, b, c, d, e, f] = floorTransform(projection, map.plot);
      for (const [w1, w2] of [
        [-3, -1],
        [1.1, 0.2],
      ] as const) {
        const [x, y] = [map.x(w1), map.y(w2)];
        const [px, py] = pixelOf(projection, ...floorOf(projection, w1, w2), 0);
        expect(a * x + c * y + e).toBeCloseTo(px, 9);
        expect(b * x + d * y + f).toBeCloseTo(py, 9);
      }
    }
  });

  test('WebGL puts every place on the pixel that the canvas has for it, and the nearer before the farther', () => {
    for (const gaze of [gazes.above, ...someGazes]) {
      const projection = seen(gaze);
      const matrix = clipMatrix(projection, 640, 360);
      const clip = (row: number, [u, v, z]: readonly [number, number, number]) =>
        matrix[row] * u + matrix[4 + row] * v + matrix[8 + row] * z + matrix[12 + row];
      const place = [0.3, -0.2, 0.7] as const;
      const [x, y] = pixelOf(projection, ...place);
      expect((clip(0, place) + 1) * 320).toBeCloseTo(x, 3);
      expect((1 - clip(1, place)) * 180).toBeCloseTo(y, 3);
      const depths = [-1, 1].flatMap((u) => [-1, 1].map((v) => clip(2, [u, v, 0.8])));
      expect(Math.max(...depths.map(Math.abs))).toBeLessThan(1);
      const { near } = projection.axes;
      expect(clip(2, near)).toBeLessThan(clip(2, [0, 0, 0]));
    }
  });

  test('the way from one gaze to another begins and ends there, and takes the shorter way round', () => {
    expect(gazeBetween(gazes.above, gazes.oblique, 0)).toEqual(gazes.above);
    expect(gazeBetween(gazes.above, gazes.oblique, 1)).toEqual(gazes.oblique);
    expect(gazeBetween({ yaw: 170, pitch: 30 }, { yaw: -170, pitch: 30 }, 0.5).yaw).toBeCloseTo(-180, 9);
    expect(boundedGaze({ yaw: 190, pitch: 100 })).toEqual({ yaw: -170, pitch: 90 });
    expect(boundedGaze({ yaw: -195, pitch: -5 })).toEqual({ yaw: 165, pitch: 0 });
  });
});

describe('what a canvas paints', () => {
  test('is a coarse part of the same samples, the farther before the nearer in each row and column', () => {
    expect(coarsePlaces(128, canvasSide)).toHaveLength(48);
    expect(coarsePlaces(128, canvasSide)[47]).toBe(127);
    expect(coarsePlaces(20, canvasSide)).toEqual(Array.from({ length: 20 }, (_, k) => k));
    for (const gaze of someGazes) {
      const quads = sheetQuads(seen(gaze), sheetOf(bowl, 'logarithmic'));
      expect(quads).toHaveLength(47 * 47);
      for (let first = 0; first < quads.length; first += 47) {
        const row = quads.slice(first, first + 47).map(({ nearness }) => nearness);
        expect(row).toEqual(row.toSorted((a, b) => a - b));
      }
      expect(quads[0].nearness).toBeLessThan(quads[quads.length - 1].nearness);
    }
  });

  test('leaves out what is not in view', () => {
    const half = createProjection({ view: { x: [-3, -0.5], y: [-1, 3] }, aspect, gaze: gazes.oblique, room });
    expect(sheetQuads(half, sheetOf(bowl, 'plain')).length).toBeLessThan(47 * 25);
    expect(raised(half, sheetOf(bowl, 'plain'), [1, 1])).toBeNull();
  });
});

test('on the floor arrows have no names, and no leaders to them', () => {
  const map = createViewport(view, { left: 0, top: 0, right: 300, bottom: 240 });
  const step = { weights: [0, 1], gradient: [0.3, 0.2], fullGradient: [0.2, 0.3], update: [0.1, 0.05] } as const;
  const names = { update: 'update', batch: 'batch', full: 'full' };
  const look = { scale: 1, shown: ['update', 'batch', 'full'] as const, notes: [] };
  const drawn = (isNamed: boolean) =>
    stepMarks({ viewport: map, measure: unnamed }, step, { ...look, names: isNamed ? names : null }).filter(
      ({ kind }) => kind !== 'touch',
    );
  expect(drawn(true)).toEqual(drawn(false));
  const read = stepMarks({ viewport: map, measure: () => 30 }, step, { ...look, names });
  expect(read.some(({ kind }) => kind === 'text')).toBe(true);
});

describe('what stands over the surface', () => {
  const sheet = sheetOf(bowl, 'logarithmic');
  const projection = seen(gazes.oblique);

  test('the path on it begins right above the weights, and stems join it to the floor', () => {
    const rows = { x: Float64Array.of(-2, -1, 0), y: Float64Array.of(2, 1.5, 1) };
    const [stems, line] = raisedPathMarks(projection, sheet, rows, 3);
    const place = raised(projection, sheet, [-2, 2]);
    if (stems.kind !== 'shape' || line.kind !== 'shape' || place === null) throw new Error('There is a path.');
    expect(line.shape.toString().startsWith(`M${place.high.map((at) => Math.round(at * 100) / 100).join(',')}`)).toBe(
      true,
    );
    expect(stems.shape.toString().match(/M/g)).toHaveLength(3);
    expect(place.floor[0]).toBe(place.high[0]);
    expect(place.floor[1]).toBeGreaterThan(place.high[1]);
  });

  test('nothing is drawn of weights out of view, and no cut along an update that is not there', () => {
    expect(raisedWeightsMarks(projection, sheet, [9, 9])).toEqual([]);
    expect(raisedWeightsMarks(projection, sheet, [0, 1])).toHaveLength(2);
    expect(cutMarks(projection, sheet, [0, 1], [0, 0])).toEqual([]);
    expect(cutMarks(projection, sheet, [0, 1], [0.5, 0.5])).toHaveLength(3);
    expect(cutMarks(projection, sheet, [0, 1], [Number.NaN, 1])).toEqual([]);
  });

  test('the scale of heights says what they are, and goes where there is no room for it', () => {
    const look = {
      ...{ nameX: 'w1', nameY: 'w2', heightName: 'logarithmic', marks: { decimal: ',', group: '.' } },
      ...({ kind: 'logarithmic', scale: lossScale(bowl) } as const),
    };
    const texts = (gaze: Gaze) =>
      depthFrameMarks(seen(gaze), look).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts(gazes.oblique)).toEqual(expect.arrayContaining(['w1', 'w2', 'logarithmic']));
    expect(texts(gazes.oblique).length).toBeGreaterThan(5);
    expect(texts(gazes.above)).toEqual(['w1', 'w2']);
  });
});
