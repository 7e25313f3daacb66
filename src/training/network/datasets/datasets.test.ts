import { describe, expect, it } from 'vitest';
import type { Examples } from '../../examples.ts';
import { Random } from '../../random.ts';
import { heldOutCount, holdOut } from '../holdOut.ts';
import { dataView, type NetworkData, type NoiseMoves } from '../networkData.ts';
import { networkDatasets } from './index.ts';

const named: readonly (readonly [string, NetworkData])[] = Object.entries(networkDatasets);
const { circles, xor, spirals, moons, curve } = networkDatasets;

const drawn = (data: NetworkData, count: number, noise: number, moves: NoiseMoves = data.noiseMoves[0], seed = 3) =>
  data.sample(count, noise, moves, new Random(seed));

const rowsOf = ({ count, x1, x2, y }: Examples) =>
  Array.from({ length: count }, (_, row) => ({ x1: x1[row], x2: x2[row], y: y[row] }));

describe.each(named)('%s', (_name, data) => {
  it.each([10, 11, 200, 1000])('draws %i points in view, the same for the same seed', (count) => {
    const points = rowsOf(drawn(data, count, 0));
    expect(points).toHaveLength(count);
    expect(rowsOf(drawn(data, count, 0))).toEqual(points);
    for (const { x1, x2, y } of points) {
      expect(x1).toBeGreaterThan(dataView.x[0]);
      expect(x1).toBeLessThan(dataView.x[1]);
      expect(x2).toBeGreaterThan(dataView.y[0]);
      expect(x2).toBeLessThan(dataView.y[1]);
      if (data.features === 1) expect(x2).toBe(0);
      if (data.classes > 0) expect([0, 1, 2].slice(0, data.classes)).toContain(y);
    }
  });

  it('has every class about equally often', () => {
    const points = rowsOf(drawn(data, 600, 0));
    for (let own = 0; own < data.classes; own++) {
      const share = points.filter(({ y }) => y === own).length / 600;
      expect(Math.abs(share - 1 / data.classes)).toBeLessThan(0.06);
    }
  });

  it.each(data.noiseMoves)('lets noise move %s and nothing else', (moves) => {
    expect(data.noiseMeaning[moves]).toBeTruthy();
    const still = rowsOf(drawn(data, 300, 0, moves));
    const noisy = rowsOf(drawn(data, 300, 0.4, moves));
    const areMoved = still.some(({ x1, x2 }, row) => x1 !== noisy[row].x1 || x2 !== noisy[row].x2);
    const areRelabelled = still.some(({ y }, row) => y !== noisy[row].y);
    expect(areMoved).toBe(moves === 'points');
    expect(areRelabelled).toBe(moves === 'labels');
  });

  it('keeps its first points where more noise is asked for', () => {
    const [some, more] = [0.1, 0.2].map((noise) => rowsOf(drawn(data, 20, noise)));
    for (const [row, { x1, x2 }] of some.entries())
      expect(Math.hypot(x1 - more[row].x1, x2 - more[row].x2)).toBeLessThan(1);
  });
});

describe('the formulas', () => {
  it('of circles', () => {
    for (const { x1, x2, y } of rowsOf(drawn(circles, 500, 0))) expect(y).toBe(Math.hypot(x1, x2) < 1.25 ? 1 : 0);
  });

  it('of XOR, with a gap at the axes', () => {
    for (const { x1, x2, y } of rowsOf(drawn(xor, 500, 0))) {
      expect(y).toBe(x1 * x2 >= 0 ? 1 : 0);
      expect(Math.min(Math.abs(x1), Math.abs(x2))).toBeGreaterThanOrEqual(0.15);
      expect(Math.max(Math.abs(x1), Math.abs(x2))).toBeLessThanOrEqual(2.65);
    }
  });

  it('of the spirals: the arms are each other turned by half a turn, and share no point', () => {
    const points = rowsOf(drawn(spirals, 200, 0));
    for (let row = 0; row < 200; row += 2) {
      expect(points[row + 1].x1).toBeCloseTo(-points[row].x1, 14);
      expect(points[row + 1].x2).toBeCloseTo(-points[row].x2, 14);
      expect(points[row].y + points[row + 1].y).toBe(1);
    }
    const closest = points.flatMap((a) =>
      points.filter(({ y }) => y !== a.y).map((b) => Math.hypot(a.x1 - b.x1, a.x2 - b.x2)),
    );
    expect(Math.min(...closest)).toBeGreaterThan(0.04);
    expect(Math.hypot(points[198].x1, points[198].x2)).toBeCloseTo(2.5, 14);
  });

  it('of the moons: two half circles that reach into each other', () => {
    const points = rowsOf(drawn(moons, 400, 0));
    for (const { x1, x2, y } of points) {
      const side = y === 0 ? -1 : 1;
      expect(Math.hypot(x1 - 0.75 * side, x2 + 0.3 * side)).toBeCloseTo(1.5, 14);
      expect(side * (x2 + 0.3 * side)).toBeGreaterThanOrEqual(0);
    }
    // The tips of each lie past the other's: no line from left to right parts them.
    expect(Math.max(...points.filter(({ y }) => y === 0).map(({ x2 }) => x2))).toBeGreaterThan(
      Math.min(...points.filter(({ y }) => y === 1).map(({ x2 }) => x2)) + 0.5,
    );
  });

  it('of the curve', () => {
    for (const { x1, y } of rowsOf(drawn(curve, 100, 0))) expect(y).toBeCloseTo(Math.sin(2.2 * x1), 14);
  });
});

describe('points held out', () => {
  const all = drawn(networkDatasets['three-clusters'], 151, 0.1);
  const keyOf = ({ x1, x2 }: { x1: number; x2: number }) => `${x1} ${x2}`;

  it.each([0, 0.1, 0.25, 0.5])('are %d of each class', (share) => {
    const { training, test } = holdOut(all, share, 3, new Random(1));
    expect(training.count + test.count).toBe(151);
    expect(test.count).toBe(heldOutCount(151, share));
    for (const own of [0, 1, 2]) {
      const total = rowsOf(all).filter(({ y }) => y === own).length;
      const held = rowsOf(test).filter(({ y }) => y === own).length;
      expect(Math.abs(held - share * total)).toBeLessThan(1);
    }
    const [trained, tested] = [training, test].map((part) => new Set(rowsOf(part).map(keyOf)));
    expect([...tested].filter((key) => trained.has(key))).toEqual([]);
    expect(new Set([...trained, ...tested])).toEqual(new Set(rowsOf(all).map(keyOf)));
  });

  it('stay held out as the share grows, and keep their order', () => {
    const [small, large] = [0.2, 0.4].map((share) => rowsOf(holdOut(all, share, 3, new Random(1)).test).map(keyOf));
    expect(small.filter((key) => !large.includes(key))).toEqual([]);
    expect(
      rowsOf(all)
        .map(keyOf)
        .filter((key) => large.includes(key)),
    ).toEqual(large);
  });

  it('are others with another seed', () => {
    const [one, other] = [1, 2].map((seed) => rowsOf(holdOut(all, 0.2, 3, new Random(seed)).test).map(keyOf));
    expect(one.filter((key) => other.includes(key)).length).toBeLessThan(20);
  });

  it('are some of the numbers too', () => {
    expect(holdOut(drawn(curve, 40, 0), 0.25, 0, new Random(1)).test.count).toBe(10);
  });

  it.each([-0.1, 0.51, Number.NaN])('are never a share of %d', (share) => {
    expect(() => holdOut(all, share, 3, new Random(1))).toThrow(RangeError);
  });
});
