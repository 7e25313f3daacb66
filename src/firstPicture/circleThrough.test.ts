import { expect, test } from 'vitest';
import { circleThrough } from './circleThrough.ts';

const arc = (from: number, to: number, radius: (angle: number) => number) =>
  Array.from({ length: 40 }, (_, i) => {
    const angle = from + ((to - from) * i) / 39;
    return [3 + radius(angle) * Math.cos(angle), -2 + radius(angle) * Math.sin(angle)] as const;
  });

test('a whole circle and a piece of one are found', () => {
  for (const [from, to] of [
    [0, 2 * Math.PI],
    [1, 2.2],
  ])
    circleThrough(arc(from, to, () => 50))?.forEach((value, i) => {
      expect(value).toBeCloseTo([3, -2, 50][i]);
    });
  expect(circleThrough(arc(0, 1, () => 50))).not.toBeNull();
});

test('what is none is not taken for one', () => {
  expect(circleThrough(arc(0, 2 * Math.PI, (angle) => 50 + Math.cos(2 * angle)))).toBeNull();
  expect(circleThrough(Array.from({ length: 40 }, (_, i) => [i, 2 * i] as const))).toBeNull();
  expect(circleThrough(arc(0, 2, () => 50).slice(0, 8))).toBeNull();
});
