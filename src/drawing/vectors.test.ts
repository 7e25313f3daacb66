import { path } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { downhill, drawArrow, gradientScale, placeLabels } from './vectors.ts';
import { clipSegment, createViewport } from './viewport.ts';

const plot = { left: 0, top: 0, right: 400, bottom: 300 };
const viewport = createViewport({ x: [-2, 2], y: [-1.5, 1.5] }, plot);

describe('arrows', () => {
  test('the tip is exact and the shaft ends inside the head', () => {
    const [shaft, head] = [path(), path()];
    drawArrow(shaft, head, [0, 0, 100, 0], { headLength: 10, headWidth: 8 });
    expect(String(shaft)).toBe('M0,0L90.5,0');
    expect(String(head)).toBe('M100,0L90,4L90,-4Z');
  });

  test('an arrow shorter than its head is a smaller head, and one without length is nothing', () => {
    const [shaft, head] = [path(), path()];
    drawArrow(shaft, head, [0, 0, 5, 0], { headLength: 10, headWidth: 8 });
    expect([String(shaft), String(head)]).toEqual(['', 'M5,0L0,2L0,-2Z']);
    drawArrow(shaft, head, [1, 1, 1, 1], { headLength: 10, headWidth: 8 });
    expect(String(head)).toBe('M5,0L0,2L0,-2Z');
  });

  test('gradients are drawn downhill, in the ratio of their lengths', () => {
    const scale = gradientScale(
      viewport,
      [
        [3, 0],
        [0, 1],
      ],
      400,
    );
    const [dx, dy] = downhill(viewport, [3, 0], scale);
    expect(dx).toBeLessThan(0);
    expect(dy).toBeCloseTo(0, 12);
    expect(downhill(viewport, [0, 1], scale)[1]).toBeCloseTo(-dx / 3, 9);
  });

  test('the longer gradient takes between 12 and 30 hundredths of the shorter side', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-5, max: 1e12, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (g, mean) => {
          const scale = gradientScale(
            viewport,
            [
              [g, 0],
              [0, g / 2],
            ],
            mean,
          );
          const length = Math.abs(downhill(viewport, [g, 0], scale)[0]);
          expect(length).toBeGreaterThan(0.1199 * 300);
          expect(length).toBeLessThan(0.3001 * 300);
        },
      ),
    );
  });

  test('a gradient of zero, or one that is not finite, has no arrow', () => {
    expect(gradientScale(viewport, [[0, 0]], 1)).toBe(0);
    // What is left where a run has converged points nowhere.
    expect(
      gradientScale(
        viewport,
        [
          [1e-7, 0],
          [0, 1e-16],
        ],
        1,
      ),
    ).toBe(0);
    expect(
      gradientScale(
        viewport,
        [
          [1e-7, 0],
          [0, 1e-5],
        ],
        1,
      ),
    ).toBeGreaterThan(0);
    expect(gradientScale(viewport, [[Number.POSITIVE_INFINITY, 0]], 1)).toBe(0);
  });
});

describe('placeLabels', () => {
  const request = fc.record({
    width: fc.integer({ min: 20, max: 130 }),
    height: fc.constant(15),
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 300 }),
    dx: fc.integer({ min: -50, max: 50 }),
    dy: fc.integer({ min: -50, max: 50 }),
  });

  test('labels are inside the plot and never on each other', () => {
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 4 }), (requests) => {
        const boxes = placeLabels(requests, plot, []).filter((box) => box !== null);
        for (const [i, a] of boxes.entries()) {
          expect(a.left >= 0 && a.top >= 0 && a.right <= 400 && a.bottom <= 300).toBe(true);
          for (const b of boxes.slice(0, i))
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
        }
      }),
    );
  });

  test('a label stands beyond its tip, and moves aside for a line', () => {
    const label = { width: 60, height: 15, x: 200, y: 150, dx: 1, dy: 0 };
    const [free] = placeLabels([label], plot, []);
    expect(free?.left).toBe(209);
    const line = [200, 150, 400, 150] as const;
    const [aside] = placeLabels([label], plot, [line]);
    expect(aside !== null && clipSegment(aside, ...line) === null).toBe(true);
  });

  test('a label is nearest to its own tip where it can be', () => {
    const labels = [
      { width: 130, height: 15, x: 200, y: 150, dx: 40, dy: -12 },
      { width: 90, height: 15, x: 215, y: 142, dx: 55, dy: -20 },
    ];
    const distance = (box: { left: number; right: number; top: number; bottom: number }, x: number, y: number) =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    const [first, second] = placeLabels(labels, plot, []);
    expect(distance(first!, 200, 150)).toBeLessThan(distance(first!, 215, 142));
    expect(distance(second!, 215, 142)).toBeLessThan(distance(second!, 200, 150));
  });

  test('without room there is no label', () => {
    expect(placeLabels([{ width: 500, height: 15, x: 10, y: 10, dx: 1, dy: 0 }], plot, [])).toEqual([null]);
  });
});
