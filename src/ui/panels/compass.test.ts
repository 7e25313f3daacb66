import { expect, it } from 'vitest';
import { compass } from './compass.ts';

it('counts eight directions from the right against the clock', () => {
  const around = [
    [1, 0],
    [1, 1],
    [0, 1],
    [-1, 1],
    [-1, 0],
    [-1, -1],
    [0, -1],
    [1, -1],
  ] as const;
  expect(around.map(([x, y]) => compass(x, y))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(compass(5, -1)).toBe(0);
});

it('has no direction for nothing and for what is not finite', () => {
  expect(compass(0, 0)).toBeNull();
  expect(compass(Number.NaN, 1)).toBeNull();
});
