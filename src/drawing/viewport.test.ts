import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipSegment, createViewport, edgeMarker, grow, isInside, isSameView, zoomView } from './viewport.ts';

const plot = { left: 40, top: 10, right: 340, bottom: 210 };
const viewport = createViewport({ x: [-1, 2], y: [0, 4] }, plot);
const pixel = fc.double({ min: -1000, max: 1000, noNaN: true });

describe('viewport', () => {
  test('maps the corners of the view onto the corners of the plot, the second axis upwards', () => {
    expect([viewport.x(-1), viewport.y(0)]).toEqual([40, 210]);
    expect([viewport.x(2), viewport.y(4)]).toEqual([340, 10]);
  });

  test('its inverse gives the place back', () => {
    fc.assert(
      fc.property(pixel, pixel, (w1, w2) => {
        expect(viewport.across(viewport.x(w1))).toBeCloseTo(w1, 9);
        expect(viewport.up(viewport.y(w2))).toBeCloseTo(w2, 9);
      }),
    );
  });

  test('zooming leaves the point under the pointer where it is', () => {
    const [x, y] = [100, 50];
    const zoomed = createViewport(zoomView(viewport, 2, x, y), plot);
    expect(zoomed.across(x)).toBeCloseTo(viewport.across(x), 12);
    expect(zoomed.up(y)).toBeCloseTo(viewport.up(y), 12);
    expect(zoomed.scaleX).toBeCloseTo(2 * viewport.scaleX, 9);
  });

  test('two views are the same up to rounding only', () => {
    const { view } = viewport;
    expect(isSameView(view, { x: [-1 + 1e-13, 2], y: [0, 4] })).toBe(true);
    expect(isSameView(view, { x: [-1.001, 2], y: [0, 4] })).toBe(false);
  });
});

describe('clipSegment', () => {
  test('keeps inside ends, and what it gives lies on the segment and inside', () => {
    fc.assert(
      fc.property(pixel, pixel, pixel, pixel, (x1, y1, x2, y2) => {
        const clipped = clipSegment(plot, x1, y1, x2, y2);
        if (isInside(plot, x1, y1)) expect(clipped?.slice(0, 2)).toEqual([x1, y1]);
        if (clipped === null) return;
        for (const [x, y] of [clipped.slice(0, 2), clipped.slice(2)]) {
          expect(isInside(grow(plot, 1e-6), x, y)).toBe(true);
          expect(Math.abs((x - x1) * (y2 - y1) - (y - y1) * (x2 - x1))).toBeLessThan(1e-6);
        }
      }),
    );
  });

  test('finds every crossing of the plot, and nothing where there is none', () => {
    expect(clipSegment(plot, 0, 100, 1e9, 100)).toEqual([40, 100, expect.closeTo(340, 6), 100]);
    expect(clipSegment(plot, 0, 0, 30, 1000)).toBeNull();
    expect(clipSegment(plot, 100, 0, 100, 5)).toBeNull();
  });

  test('takes nothing that is not finite', () => {
    expect(clipSegment(plot, 100, 100, Number.NaN, 0)).toBeNull();
    expect(clipSegment(plot, 100, 100, Number.POSITIVE_INFINITY, 0)).toBeNull();
  });
});

describe('edgeMarker', () => {
  test('lies on the border, in the direction of the point', () => {
    expect(edgeMarker(plot, 100, 100)).toBeNull();
    expect(edgeMarker(plot, 1000, 110)).toEqual({ x: 340, y: 110, angle: 0 });
    const above = edgeMarker(plot, 190, -5000);
    expect(above).toEqual({ x: 190, y: 10, angle: -Math.PI / 2 });
    expect(edgeMarker(plot, Number.NaN, 0)).toBeNull();
  });
});
