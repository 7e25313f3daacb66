import { contours, path } from 'd3';
import { describe, expect, test } from 'vitest';
import type { LossSurface } from '../training/objective/lossSurface.ts';
import { drawIsolines, levelText, placeLineLabels } from './contours.ts';
import { colourTable, tableColour } from './palette.ts';
import { surfaceRaster } from './surface.ts';
import { contourLevels, traceIsolines } from './tracing/isolines.ts';
import { lossScale, surfaceShades } from './tracing/lossScale.ts';
import { createViewport } from './viewport.ts';

function surfaceOf(loss: (w1: number, w2: number) => number, size = 64): LossSurface {
  const domain = { x: [-2, 2], y: [-2, 2] } as const;
  const values = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      values[row * size + column] = loss(-2 + (4 * (column + 0.5)) / size, -2 + (4 * (row + 0.5)) / size);
  return {
    domain,
    columns: size,
    rows: size,
    values,
    minimum: Math.min(...values),
    maximum: Math.max(...values),
  } as LossSurface;
}

const bowl = surfaceOf((w1, w2) => 1 + w1 * w1 + 3 * w2 * w2);
const viewport = createViewport(bowl.domain, { left: 40, top: 10, right: 440, bottom: 410 });

describe('lossScale', () => {
  test('runs from 0 to 1 over the surface and rises with the loss', () => {
    const { share, minimum, maximum } = lossScale(bowl);
    expect([share(minimum), share(maximum)]).toEqual([0, 1]);
    expect(share(2)).toBeGreaterThan(share(1.5));
  });

  test('gives the valley floor more of the range than its height', () => {
    const { share, minimum, maximum } = lossScale(bowl);
    expect(share(minimum + 0.1 * (maximum - minimum))).toBeGreaterThan(0.3);
  });

  test('flat and infinite surfaces have a scale too', () => {
    expect(lossScale(surfaceOf(() => 3)).share(3)).toBe(0);
    const broken = lossScale(surfaceOf((w1) => (w1 > 1 ? Number.POSITIVE_INFINITY : w1 * w1)));
    expect(broken.share(Number.POSITIVE_INFINITY)).toBe(1);
    expect(broken.maximum).toBeLessThan(5);
  });
});

test('the image has its top row first', () => {
  const slope = surfaceOf((_w1, w2) => w2, 4);
  const table = colourTable('#000000', '#ffffff');
  const { pixels } = surfaceRaster(slope, surfaceShades(slope, lossScale(slope)), table);
  expect(pixels[0]).toBe(table[255]);
  expect(pixels[15]).toBe(table[0]);
});

describe('colourTable', () => {
  test('runs between its ends, evenly in lightness', () => {
    const table = colourTable('#000000', '#ffffff');
    expect(tableColour(table, 0)).toBe('rgb(0 0 0)');
    expect(tableColour(table, 1)).toBe('rgb(255 255 255)');
    // Half of OKLab's lightness is a linear light of 1/8, which sRGB writes as 99; the table's middle is a hair above.
    expect(tableColour(table, 0.5)).toBe('rgb(100 100 100)');
  });
});

describe('contours', () => {
  const scale = lossScale(bowl);
  const levels = contourLevels(scale, 9);
  const isolines = traceIsolines(bowl, levels);
  const named = isolines.map((line) => ({ ...line, text: levelText(line.level) }));

  test('levels rise, begin above the minimum, and say exactly what they are', () => {
    expect(levels.length).toBeGreaterThanOrEqual(8);
    for (const [i, level] of levels.entries()) {
      expect(level).toBeGreaterThan(i === 0 ? scale.minimum : levels[i - 1]);
      expect(Number(levelText(level))).toBe(level);
    }
    const heights = levels.map((level) => level - scale.minimum);
    const factors = heights.slice(1).map((height, i) => height / heights[i]);
    expect(Math.max(...factors) / Math.min(...factors)).toBeLessThan(1.7);
  });

  test('a flat surface has no levels', () => {
    expect(contourLevels(lossScale(surfaceOf(() => 1)), 9)).toEqual([]);
  });

  test('isolines lie where the loss has their level', () => {
    for (const { level, lines } of isolines)
      for (const line of lines)
        for (let i = 4; i + 4 < line.length; i += 2)
          if (Math.max(Math.abs(line[i]), Math.abs(line[i + 1])) < 1.9)
            expect(Math.abs(1 + line[i] ** 2 + 3 * line[i + 1] ** 2 - level)).toBeLessThan(0.02);
  });

  test('an isoline that leaves the surface ends there instead of following its border', () => {
    const slope = surfaceOf((w1) => w1);
    const [{ lines }] = traceIsolines(slope, [0]);
    expect(lines.length).toBe(1);
    for (let i = 0; i < lines[0].length; i += 2) expect(Math.abs(lines[0][i])).toBeLessThan(0.05);
    const drawn = path();
    drawIsolines(drawn, viewport, [{ level: 0, lines: [Float64Array.of(0, -2, 0, 2)] }]);
    expect(String(drawn)).toBe('M240,410L240,10');
  });

  test('isolines are those of d3, and none of their stretches is left out or drawn twice', () => {
    const waves = surfaceOf((x, y) => Math.sin(3 * x) + Math.cos(4 * y) + 0.3 * x * y);
    const trace = contours().size([64, 64]);
    for (const level of [-1.2, -0.3, 0.1, 0.9]) {
      const lengthOf = (line: ArrayLike<number>): number => {
        let sum = 0;
        for (let i = 2; i < line.length; i += 2) sum += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
        return sum;
      };
      const isInner = (a: readonly number[], b: readonly number[]): boolean =>
        ![0, 64].some((side) => (a[0] === side && b[0] === side) || (a[1] === side && b[1] === side));
      let wanted = 0;
      for (const ring of trace.contour([...waves.values], level).coordinates.flat())
        for (let i = 1; i < ring.length; i++)
          if (isInner(ring[i - 1], ring[i])) wanted += lengthOf([...ring[i - 1], ...ring[i]]) / 16;
      const [{ lines }] = traceIsolines(waves, [level]);
      expect(lines.reduce((sum, line) => sum + lengthOf(line), 0) / wanted).toBeCloseTo(1, 1);
    }
  });

  test('a closed isoline ends where it begins', () => {
    const [{ lines }] = traceIsolines(bowl, [1.5]);
    expect(lines).toHaveLength(1);
    expect([...lines[0].subarray(0, 2)]).toEqual([...lines[0].subarray(-2)]);
  });

  test('labels stand inside the plot, upright, and apart', () => {
    const labels = placeLineLabels(named, viewport, (text) => 7 * text.length);
    expect(labels.length).toBeGreaterThan(4);
    for (const [i, a] of labels.entries()) {
      expect(a.x > 40 && a.x < 440 && a.y > 10 && a.y < 410).toBe(true);
      expect(Math.abs(a.angle)).toBeLessThanOrEqual(Math.PI / 2);
      for (const b of labels.slice(0, i))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan((a.width + b.width) / 2 + 12);
    }
  });
});
