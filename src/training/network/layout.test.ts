import { describe, expect, it } from 'vitest';
import { indexOfWeight, layoutOf, nameOfWeight, placeOfWeight } from './layout.ts';

describe('the layout of a network', () => {
  it('is the order of the parameters in PyTorch: W1 row by row, b1, W2, b2', () => {
    const layout = layoutOf([2, 3, 1]);
    const names = Array.from({ length: layout.dimension }, (_, index) => nameOfWeight(layout, index));
    expect(names).toEqual([
      ...['W1[1,1]', 'W1[1,2]', 'W1[2,1]', 'W1[2,2]', 'W1[3,1]', 'W1[3,2]', 'b1[1]', 'b1[2]', 'b1[3]'],
      ...['W2[1,1]', 'W2[1,2]', 'W2[1,3]', 'b2[1]'],
    ]);
  });

  it.each([
    [[2, 8, 8, 1], 105],
    [[2, 4, 2, 1], 25],
    [[7, 16, 3], 179],
    [[1, 1], 2],
  ])('of %j holds %i numbers', (sizes, dimension) => {
    expect(layoutOf(sizes).dimension).toBe(dimension);
  });

  it('gives every weight a name and finds it by it', () => {
    for (const sizes of [
      [2, 1],
      [3, 4, 2],
      [8, 8, 8, 8, 8, 6],
      [2, 16, 1],
    ]) {
      const layout = layoutOf(sizes);
      for (let index = 0; index < layout.dimension; index++)
        expect(indexOfWeight(layout, nameOfWeight(layout, index))).toBe(index);
    }
    expect(indexOfWeight(layoutOf([2, 3, 1]), 'W1[2, 1]')).toBe(2);
  });

  it('says where a weight stands, counted from 0', () => {
    const layout = layoutOf([2, 3, 1]);
    expect(placeOfWeight(layout, 3)).toEqual({ layer: 0, unit: 1, input: 1 });
    expect(placeOfWeight(layout, 7)).toEqual({ layer: 0, unit: 1, input: null });
    expect(placeOfWeight(layout, 12)).toEqual({ layer: 1, unit: 0, input: null });
  });

  it.each([
    [[2], 'A network has inputs and outputs.'],
    [[2, 4, 4, 4, 4, 4, 1], 'A network has at most 4 hidden layers, not 5.'],
    [[9, 1], 'The number of inputs is a whole number from 1 to 8, not 9.'],
    [[0, 1], 'The number of inputs is a whole number from 1 to 8, not 0.'],
    [[2, 17, 1], 'The number of units in hidden layer 1 is a whole number from 1 to 16, not 17.'],
    [[2, 8, 9, 1], 'The number of units in hidden layer 2 is a whole number from 1 to 8, not 9.'],
    [[2, 0, 1], 'The number of units in hidden layer 1 is a whole number from 1 to 16, not 0.'],
    [[2, 2.5, 1], 'The number of units in hidden layer 1 is a whole number from 1 to 16, not 2.5.'],
    [[2, 7], 'The number of outputs is a whole number from 1 to 6, not 7.'],
  ])('of %j is refused: %s', (sizes, message) => {
    expect(() => layoutOf(sizes)).toThrow(new RangeError(message));
  });

  it.each(['W3[1,1]', 'W1[4,1]', 'W1[1,3]', 'b1[4]', 'W1[0,1]', 'W1[1]', 'b1[1,1]', 'w1[1,1]', 'x', ''])(
    'knows no weight %s',
    (name) => {
      expect(() => indexOfWeight(layoutOf([2, 3, 1]), name)).toThrow(RangeError);
    },
  );

  it.each([-1, 13, 0.5, Number.NaN])('has no weight of index %d', (index) => {
    expect(() => placeOfWeight(layoutOf([2, 3, 1]), index)).toThrow(RangeError);
  });
});
