import { expect, test } from 'vitest';
import { isWithin, pathView } from './pathView.ts';

const points = (...values: number[]): Float64Array => Float64Array.from(values);

test('the view of a path holds all of its points and where it leads, with room round them', () => {
  expect(pathView(points(0, -10), points(1, 5), points(10, 3))).toEqual({ x: [-11, 11], y: [0.8, 5.2] });
});

test('a path that goes nowhere still has a view of some size', () => {
  expect(pathView(points(2, 2), points(0, 0), points(2, 0))).toEqual({ x: [1, 3], y: [-1, 1] });
});

test('what no picture can hold has no view', () => {
  expect(pathView(points(0), points(0), points(Number.NaN, 0))).toBeNull();
  expect(pathView(points(0), points(0), points(1e13, 0))).toBeNull();
  expect(pathView(points(0, Number.POSITIVE_INFINITY), points(0, 0), points(1, 1))).toBeNull();
});

test('a view lies within another where it passes it on no side', () => {
  const outer = { x: [0, 10], y: [0, 10] } as const;
  expect(isWithin({ x: [0, 10], y: [1, 2] }, outer)).toBe(true);
  expect(isWithin({ x: [0, 10.1], y: [1, 2] }, outer)).toBe(false);
  expect(isWithin({ x: [1, 2], y: [-0.1, 2] }, outer)).toBe(false);
});
