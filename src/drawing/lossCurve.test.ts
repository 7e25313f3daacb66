import { path } from 'd3';
import { describe, expect, test } from 'vitest';
import { drawLossLine, drawLossRows, epochMarks, epochStride, lossRange, stepSpan } from './lossCurve.ts';
import { linearScale } from './scale.ts';

const plot = { left: 0, top: 0, right: 100, bottom: 100 };

describe('lossRange', () => {
  test('shows all of an ordinary run, from zero', () => {
    expect(lossRange([Float64Array.of(8, 3, 1, 0.5)], false)).toEqual({ low: 0, high: 8 });
    expect(lossRange([Float64Array.of(8, 3, 1, 0.5)], true)).toEqual({ low: 0.5, high: 8 });
  });

  test('a diverging run leaves the plot at the top instead of ruining the axis', () => {
    const loss = Float64Array.from({ length: 200 }, (_, i) => 2 * 10 ** i);
    for (const isLogarithmic of [false, true]) {
      const { low, high } = lossRange([Float64Array.from([...loss.slice(0, 3), Number.NaN, Infinity])], isLogarithmic);
      expect(Number.isFinite(low) && Number.isFinite(high) && low < high).toBe(true);
      expect(high).toBeLessThanOrEqual(2e4);
    }
    expect(lossRange([Float64Array.of(2, 1e300)], false).high).toBe(20);
  });

  test('nothing, zeros, and equal losses still give a range; logarithmic ones are positive', () => {
    for (const series of [
      [],
      [Float64Array.of()],
      [Float64Array.of(0, 0)],
      [Float64Array.of(3, 3)],
      [Float64Array.of(Number.NaN)],
    ]) {
      for (const isLogarithmic of [false, true]) {
        const { low, high } = lossRange(series, isLogarithmic);
        expect(low < high).toBe(true);
        if (isLogarithmic) expect(low).toBeGreaterThan(0);
      }
    }
  });
});

test('the axis spans all steps and grows in leaps', () => {
  expect(stepSpan(0)).toBe(20);
  for (let count = 1; count < 2e6; count = Math.ceil(count * 1.37)) {
    expect(stepSpan(count)).toBeGreaterThanOrEqual(count);
    expect(stepSpan(count)).toBeLessThan(Math.max(21, 1.4 * count));
  }
  expect(new Set(Array.from({ length: 1000 }, (_, i) => stepSpan(i))).size).toBeLessThan(25);
});

describe('drawLossRows', () => {
  const y = linearScale([0, 10], [100, 0]);

  test('few steps are a line through each', () => {
    const drawn = path();
    drawLossRows(drawn, plot, linearScale([0, 10], [0, 100]), y, { stride: 1, loss: Float64Array.of(10, 5, 0) }, 0, 3);
    expect(String(drawn)).toBe('M0,0L10,50L20,100');
  });

  test('many steps are one bar per pixel column, from their lowest to their highest', () => {
    const loss = Float64Array.from({ length: 10_000 }, (_, i) => (i === 5050 ? 5 : i % 2 === 0 ? 2 : 4));
    const drawn = path();
    drawLossRows(drawn, plot, linearScale([0, 10_000], [0, 100]), y, { stride: 1, loss }, 0, 10_000);
    const bars = String(drawn).split('M').slice(1);
    expect(bars.length).toBe(100);
    expect(bars[0]).toBe('0.5,80L0.5,60');
    expect(bars[50]).toBe('50.5,80L50.5,50');
  });

  test('losses that are not finite lie just above the plot', () => {
    const drawn = path();
    const loss = Float64Array.of(5, Number.NaN, Number.POSITIVE_INFINITY, 1e300);
    drawLossRows(drawn, plot, linearScale([0, 10], [0, 100]), y, { stride: 1, loss }, 0, 4);
    expect(String(drawn)).toBe('M0,50L10,-3L20,-3L30,-3');
    const line = path();
    drawLossLine(line, plot, linearScale([0, 10], [0, 100]), y, Float64Array.of(0, 2), Float64Array.of(0, Number.NaN));
    expect(String(line)).toBe('M0,100L20,-3');
  });
});

test('epoch marks are thinned by 1, 2, 5, 10, ...', () => {
  expect([100, 4, 2, 1, 0.5, 0.1].map((pixels) => epochStride(pixels, 7))).toEqual([1, 2, 5, 10, 20, 100]);
});

test('an epoch is marked at its first row, or at the first one after it when rows are far apart', () => {
  const everyStep = Float64Array.of(0, 0, 0, 1, 1, 1, 2, 2);
  expect(epochMarks(everyStep, 1)).toEqual([
    { epoch: 2, row: 3 },
    { epoch: 3, row: 6 },
  ]);
  expect(epochMarks(everyStep, 2)).toEqual([{ epoch: 2, row: 3 }]);
  expect(epochMarks(Float64Array.of(0, 4, 9, 14), 5)).toEqual([
    { epoch: 5, row: 1 },
    { epoch: 10, row: 2 },
    { epoch: 15, row: 3 },
  ]);
  expect(epochMarks(new Float64Array(0), 1)).toEqual([]);
});
