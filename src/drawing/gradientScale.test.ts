import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LossSurface } from '../training/objective/lossSurface.ts';
import { gradientScale } from './gradientScale.ts';
import { createViewport, zoomView } from './viewport.ts';

const plot = { left: 0, top: 0, right: 400, bottom: 300 };
const domain = { x: [-2, 2], y: [-1.5, 1.5] } as const;
const viewport = createViewport(domain, plot);

function surfaceOf(loss: (x: number, y: number) => number, size: number): LossSurface {
  const values = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      values[row * size + column] = loss(-2 + (4 * (column + 0.5)) / size, -1.5 + (3 * (row + 0.5)) / size);
  return { domain, columns: size, rows: size, values, minimum: Math.min(...values), maximum: Math.max(...values) };
}

describe('the scale of gradients', () => {
  it('is 1, 2, or 5 times a power of ten, and makes a slope that is the same everywhere a third of the side at most', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (slope) => {
        const scale = gradientScale(
          viewport,
          surfaceOf((x) => slope * x, 64),
          [0, 0],
        );
        expect(String(scale)).toMatch(/^(0\.0*)?[125]0*(e[+-]?\d+)?$/);
        const length = scale * slope * viewport.scaleX;
        expect(length).toBeLessThanOrEqual(0.3501 * 300);
        expect(length).toBeGreaterThan((0.3499 * 300) / 2.5);
      }),
    );
  });

  it('does not depend on how finely the surface is sampled', () => {
    const bowl = (x: number, y: number): number => 3 * x * x + y * y;
    const scales = [64, 96, 128, 256].map((size) => gradientScale(viewport, surfaceOf(bowl, size), [-1, 1]));
    expect(new Set(scales).size).toBe(1);
  });

  it('keeps the arrow where runs begin inside the plot, however flat most of the surface is', () => {
    const well = (x: number, y: number): number => -Math.exp(-20 * (x * x + y * y));
    const scale = gradientScale(viewport, surfaceOf(well, 128), [0.15, 0]);
    const slope = 40 * 0.15 * Math.exp(-20 * 0.15 ** 2);
    expect(scale * slope * viewport.scaleX).toBeLessThan(0.55 * 300);
  });

  it('grows where the view shrinks, so that small gradients can be looked at', () => {
    const bowl = surfaceOf((x, y) => x * x + y * y, 128);
    const closer = createViewport(zoomView(viewport, 20, 200, 150), plot);
    const near = { ...surfaceOf((x, y) => (x * x + y * y) / 400, 128), domain: closer.view };
    expect(gradientScale(closer, near, [5, 5])).toBeCloseTo(gradientScale(viewport, bowl, [5, 5]), 12);
  });

  it('is 0 without a surface, or on one without a slope', () => {
    expect(gradientScale(viewport, null, [0, 0])).toBe(0);
    expect(
      gradientScale(
        viewport,
        surfaceOf(() => 3, 64),
        [0, 0],
      ),
    ).toBe(0);
    expect(
      gradientScale(
        viewport,
        surfaceOf(() => Number.NaN, 64),
        [0, 0],
      ),
    ).toBe(0);
  });
});
