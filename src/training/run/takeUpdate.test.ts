import { describe, expect, it } from 'vitest';
import { takeUpdate } from './takeUpdate.ts';

describe.each([2, 3, 25])('the update of %i weights', (dimension) => {
  const weights = () => Float64Array.from({ length: dimension }, (_, i) => 1 - i);

  it('is added, and the size of the largest weight returned', () => {
    const moved = weights();
    const update = moved.map((_, i) => 3 - 2 * i);
    const largest = Math.max(4, 3 * (dimension - 1) - 4);
    expect(takeUpdate(moved, update)).toBe(largest);
    expect(moved).toEqual(weights().map((weight, i) => weight + 3 - 2 * i));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'leaves all of them where one would be %f, wherever it stands',
    (bad) => {
      for (let at = 0; at < dimension; at++) {
        const moved = weights();
        const update = moved.map((_, i) => (i === at ? bad : 1e300));
        expect(takeUpdate(moved, update)).not.toBeLessThan(Number.POSITIVE_INFINITY);
        expect(moved).toEqual(weights());
      }
    },
  );

  it('leaves all of them where finite numbers add up to more than there is', () => {
    const moved = weights().fill(Number.MAX_VALUE);
    expect(
      takeUpdate(
        moved,
        moved.map((_, i) => (i === dimension - 1 ? Number.MAX_VALUE : 0)),
      ),
    ).toBe(Number.POSITIVE_INFINITY);
    expect(moved).toEqual(weights().fill(Number.MAX_VALUE));
  });
});
