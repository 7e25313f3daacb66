import { describe, expect, it } from 'vitest';
import { Random } from '../random.ts';
import type { LayerPlace } from './layout.ts';
import { addLinear, addTransposed, affine, transposed } from './matrix.ts';
import { addProducts } from './products.ts';

const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 16];
const shapes = sizes.flatMap((inputs) => sizes.map((units) => [inputs, units] as const));
const counts = [1, 2, 10];

/** A layer in the middle of a vector, so that what lies about it is seen to stay. */
function layer(inputs: number, units: number, count: number) {
  const random = new Random(100 * inputs + units, count);
  const biases = 3 + inputs * units;
  const place: LayerPlace = { inputs, units, weights: 3, biases, end: biases + units };
  const vector = (length: number) => Float64Array.from({ length }, () => random.normal());
  return {
    place,
    weights: vector(place.end + 3),
    below: vector(inputs * count),
    above: vector(units * count),
  };
}

/** total + each term in turn. */
const added = (total: number, terms: number, term: (at: number) => number): number => {
  let sum = total;
  for (let at = 0; at < terms; at++) sum += term(at);
  return sum;
};

describe.each(shapes)('%i inputs, %i units', (inputs, units) => {
  const ofEach = (height: number, count: number, value: (row: number, e: number) => number): Float64Array =>
    Float64Array.from({ length: height * count }, (_, at) => value(Math.floor(at / count), at % count));

  it.each(counts)('forward and back are sums in rising order, to the last bit, for %i examples', (count) => {
    const { place, weights, below, above } = layer(inputs, units, count);
    const w = (unit: number, input: number): number => weights[place.weights + unit * inputs + input];
    const ahead = (from: Float64Array | null) =>
      ofEach(units, count, (unit, e) =>
        added(
          from === null ? weights[place.biases + unit] : from[unit * count + e],
          inputs,
          (input) => w(unit, input) * below[input * count + e],
        ),
      );
    const back = (from: Float64Array | null) =>
      ofEach(inputs, count, (input, e) =>
        added(from === null ? 0 : from[input * count + e], units, (unit) => w(unit, input) * above[unit * count + e]),
      );
    const into = new Float64Array(units * count);
    affine(weights, place, below, count, into);
    expect(into).toEqual(ahead(null));
    const expected = ahead(into);
    addLinear(weights, place, below, count, into);
    expect(into).toEqual(expected);
    const down = new Float64Array(inputs * count);
    transposed(weights, place, above, count, down);
    expect(down).toEqual(back(null));
    const expectedDown = back(down);
    addTransposed(weights, place, above, count, down);
    expect(down).toEqual(expectedDown);
  });

  it.each(counts)('products are sums over %i examples in rising order, to the last bit', (count) => {
    const { place, weights, below, above } = layer(inputs, units, count);
    const products = (hasBiases: boolean, isNew: boolean, by: number): Float64Array => {
      const into = weights.slice();
      const from = (at: number): number => (isNew ? 0 : weights[at]);
      for (let unit = 0; unit < units; unit++) {
        const delta = (e: number): number => above[unit * count + e];
        for (let input = 0; input < inputs; input++) {
          const at = place.weights + unit * inputs + input;
          into[at] = added(from(at), count, (e) => delta(e) * below[input * count + e]) / by;
        }
        const at = place.biases + unit;
        if (hasBiases) into[at] = added(from(at), count, delta) / by;
      }
      return into;
    };
    for (const [hasBiases, isNew, by] of [
      [true, true, count],
      [true, true, 1],
      [true, false, 1],
      [true, false, 74],
      [false, false, 1],
    ] as const) {
      const into = weights.slice();
      addProducts(place, above, below, count, into, hasBiases, isNew, by);
      expect(into).toEqual(products(hasBiases, isNew, by));
    }
  });
});
