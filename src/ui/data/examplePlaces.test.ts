import { expect, test } from 'vitest';
import { placesOf, rounded } from './examplePlaces.ts';

test('a place that is pointed at has no more digits than anyone can point', () => {
  expect(rounded(1.23456789, 4)).toBe(1.23);
  expect(rounded(0.1 + 0.2, 1)).toBe(0.3);
  expect(rounded(123456, 1e6)).toBe(123000);
  expect(rounded(-0.0001, 5)).toBe(0);
  expect(rounded(1.5, 0)).toBe(1.5);
});

test('in a plane of two features the class stays, against the target it follows the hand', () => {
  const data = {
    x: [
      [1, 2],
      [3, 4],
    ],
    y: [0, 1],
  };
  const plane = placesOf({ isPlane: true, classes: 2, hasTarget: true });
  expect(plane.placeOf(data, 1)).toEqual([3, 4]);
  expect(plane.exampleAt([0.12345, 5], 1, [10, 10])).toEqual([[0.12, 5], 1]);
  expect(placesOf({ isPlane: true, classes: 0, hasTarget: false }).exampleAt([1, 2], 7, [10, 10])).toEqual([[1, 2], 0]);
  const line = placesOf({ isPlane: false, classes: 0, hasTarget: true });
  expect(line.placeOf({ x: [[1]], y: [9] }, 0)).toEqual([1, 9]);
  expect(line.exampleAt([1, 2.5], 0, [10, 10])).toEqual([[1], 2.5]);
  const labels = placesOf({ isPlane: false, classes: 2, hasTarget: true });
  expect(labels.exampleAt([1, 0.7], 0, [10, 1])).toEqual([[1], 1]);
  expect(labels.exampleAt([1, -3], 0, [10, 1])).toEqual([[1], 0]);
  expect(labels.rise(-0.01)).toBe(-1);
});
