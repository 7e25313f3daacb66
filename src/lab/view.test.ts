import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownView } from './view.ts';

const span = ([low, high]: readonly [number, number]): number => high - low;

it('both axes get one scale, and nothing of what was asked for is cut', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fc.double({ min: 0.26, max: 3.9, noNaN: true }),
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      (middle, size, ratio, aspect) => {
        const view = { x: [middle, middle + size * ratio], y: [-size, 0] } as const;
        const shown = shownView(view, aspect);
        expect(span(shown.x) / span(shown.y)).toBeCloseTo(aspect, 9);
        for (const axis of ['x', 'y'] as const) {
          expect(shown[axis][0]).toBeLessThanOrEqual(view[axis][0]);
          expect(shown[axis][1]).toBeGreaterThanOrEqual(view[axis][1]);
          expect(shown[axis][0] + shown[axis][1]).toBeCloseTo(view[axis][0] + view[axis][1], 9);
        }
        // One of the axes stays as it is, and what is shown shows itself.
        expect(Math.min(span(shown.x) / span(view.x), span(shown.y) / span(view.y))).toBeCloseTo(1, 9);
      },
    ),
  );
});

it('spans further apart than a factor of 4 keep scales of their own', () => {
  const view = { x: [0, 41], y: [0, 10] } as const;
  expect(shownView(view, 1)).toBe(view);
  expect(shownView({ x: [0, 10], y: [0, 41] }, 1)).toEqual({ x: [0, 10], y: [0, 41] });
  expect(shownView({ x: [0, 40], y: [0, 10] }, 1)).toEqual({ x: [0, 40], y: [-15, 25] });
});

it('without a plot the view is what was asked for', () => {
  const view = { x: [0, 2], y: [0, 1] } as const;
  expect(shownView(view, null)).toBe(view);
});
