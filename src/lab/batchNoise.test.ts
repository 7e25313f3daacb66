// Held against the orders that runs really use: over many seeds the mean of the first update scatters as is said.

import { describe, expect, it } from 'vitest';
import { epochOrder, type Sampling, updateSize } from '../training/batches.ts';
import { updateNoise } from './batchNoise.ts';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';

const seeds = 20_000;

/** The gradient of example i, as any number. */
const gradientOf = (example: number): number => ((example * 37) % 11) - 5 + (example === 3 ? 20 : 0);

/** Standard deviation of the first update's mean over that of one example, over many seeds. */
function measured(count: number, size: number, parts: number, sampling: Sampling, dropLast: boolean): number {
  const order = new Int32Array(count);
  const all = Array.from(order, (_, example) => gradientOf(example));
  const mean = all.reduce((sum, value) => sum + value, 0) / count;
  const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  const used = updateSize(count, size, parts, dropLast);
  let squares = 0;
  for (let seed = 0; seed < seeds; seed++) {
    epochOrder(seed, sampling, 0, order);
    const means: number[] = [];
    for (let from = 0; from < used; from += size) {
      const part = [...order.subarray(from, Math.min(used, from + size))].map(gradientOf);
      means.push(part.reduce((sum, value) => sum + value, 0) / part.length);
    }
    squares += (means.reduce((sum, value) => sum + value, 0) / means.length - mean) ** 2;
  }
  return Math.sqrt(squares / seeds / variance);
}

const said = (examples: number, batchSize: number, accumulate: number, sampling: Sampling, dropLast: boolean) =>
  updateNoise(
    { ...defaultConfig('line-fit', 'sgd'), examples, sampling, dropLast },
    { ...defaultHyperparameters('line-fit', 'sgd'), batchSize, accumulate },
  );

describe('the noise of an update, relative to one example', () => {
  it.each<[number, number, number, Sampling, boolean]>([
    [20, 1, 1, 'reshuffle', false],
    [20, 4, 1, 'reshuffle', false],
    [20, 8, 1, 'once', true],
    [20, 3, 2, 'reshuffle', false],
    [10, 4, 3, 'reshuffle', false],
    [10, 4, 3, 'reshuffle', true],
    [20, 4, 1, 'replacement', false],
    [10, 4, 3, 'replacement', false],
  ])('of %i examples in batches of %i, %i to an update, %s, dropLast %s', (...setting) => {
    const { noise } = said(...setting);
    expect(Math.abs(measured(...setting) / (noise ?? Number.NaN) - 1)).toBeLessThan(0.02);
  });

  it('is that of one example with one, and none with all of them', () => {
    expect(said(100, 1, 1, 'reshuffle', false)).toEqual({ cost: 1, noise: 1 });
    expect(said(100, 100, 1, 'reshuffle', false)).toEqual({ cost: 100, noise: 0 });
    expect(said(100, 25, 4, 'reshuffle', false)).toEqual({ cost: 100, noise: 0 });
    expect(said(100, 100, 1, 'replacement', false)).toEqual({ cost: 100, noise: 0.1 });
  });

  it('is not told where nothing is left to chance, or older batches join', () => {
    expect(said(100, 8, 1, 'fixed', false)).toEqual({ cost: 8, noise: null });
    const config = defaultConfig('line-fit', 'sgd');
    const forgetful = { ...defaultHyperparameters('line-fit', 'sgd'), forgetZeroGrad: true };
    expect(updateNoise(config, forgetful).noise).toBeNull();
  });
});
