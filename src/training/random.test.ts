import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';

const draw = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.integer());

/** Sum of (observed - expected)^2 / expected over equally likely cells. */
function chiSquared(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('the stream of a seed', () => {
  it('never changes', () => {
    expect(draw(new Random(1), 4)).toEqual([2810193599, 162444287, 373150155, 2861283731]);
    expect(draw(new Random(1, 7), 4)).toEqual([630449072, 3483104065, 254218198, 3046685836]);
    const random = new Random(2024);
    expect([random.below(10), random.below(1000), random.below(3000000)]).toEqual([5, 224, 2253503]);
    expect([random.uniform(), random.uniform(-1, 1), random.normal()]).toEqual([
      0.766630224282957, 0.6095709833244958, -1.2093659577749245,
    ]);
    const order = Int32Array.from({ length: 10 }, (_, index) => index);
    random.shuffle(order);
    expect([...order]).toEqual([9, 7, 1, 8, 4, 2, 3, 6, 0, 5]);
  });

  it('is another for every seed and stream, also beyond 32 bits and below 0', () => {
    const seeds = [
      0,
      1,
      2,
      2 ** 32,
      2 ** 32 + 1,
      2 ** 33,
      2 ** 52,
      Number.MAX_SAFE_INTEGER,
      -1,
      -2,
      -(2 ** 32),
      -(2 ** 40),
    ];
    const starts = seeds.flatMap((seed) => [0, 1, 2 ** 31].map((stream) => draw(new Random(seed, stream), 2).join()));
    expect(new Set(starts).size).toBe(36);
    expect(draw(new Random(-5), 3)).toEqual(draw(new Random(-5), 3));
  });
});

describe('below', () => {
  it.each([3, 10, 1000])('is uniform below %i', (bound) => {
    const random = new Random(11);
    const counts = new Array<number>(bound).fill(0);
    for (let draws = 0; draws < 200 * bound + 20000; draws++) counts[random.below(bound)]++;
    // Mean bound - 1, standard deviation sqrt(2 (bound - 1)): four of them above is about one seed in 10,000.
    expect(chiSquared(counts)).toBeLessThan(bound - 1 + 4 * Math.sqrt(2 * (bound - 1)));
  });

  it('is uniform below 3 * 2^30, where a remainder alone would give 2 : 1 : 1', () => {
    const random = new Random(12);
    const counts = [0, 0, 0];
    for (let draws = 0; draws < 30000; draws++) counts[Math.floor(random.below(3 * 2 ** 30) / 2 ** 30)]++;
    // 99.9 % of a chi-squared with 2 degrees of freedom.
    expect(chiSquared(counts)).toBeLessThan(13.8);
  });

  it('is the exact upper half of integer times bound, draws again exactly where it must, and is always in range', () => {
    for (const bound of [1, 2, 3, 5, 1000, 65537, 1999993, 2097151, 2097152]) {
      const random = new Random(13);
      const twin = new Random(13);
      for (let draws = 0; draws < 3000; draws++) {
        let product = BigInt(twin.integer()) * BigInt(bound);
        while (product % 2n ** 32n < 2n ** 32n % BigInt(bound)) product = BigInt(twin.integer()) * BigInt(bound);
        expect(random.below(bound)).toBe(Number(product >> 32n));
      }
    }
    const random = new Random(14);
    for (const bound of [2097153, 2 ** 31 + 1, 2 ** 32]) {
      const values = Array.from({ length: 2000 }, () => random.below(bound));
      expect(values.every((value) => Number.isInteger(value) && value >= 0 && value < bound)).toBe(true);
      expect(Math.max(...values)).toBeGreaterThan(0.99 * bound);
    }
  });
});

describe('uniform and normal', () => {
  it('uniform fills [0, 1) evenly', () => {
    const random = new Random(21);
    const counts = new Array<number>(100).fill(0);
    for (let draws = 0; draws < 50000; draws++) counts[Math.floor(100 * random.uniform())]++;
    // 99.9 % of a chi-squared with 99 degrees of freedom.
    expect(chiSquared(counts)).toBeLessThan(148.3);
    expect(counts.length).toBe(100);
  });

  it('normal has the mean, variance, skewness, kurtosis, and tails of a standard normal', () => {
    const random = new Random(22);
    const count = 200000;
    const values = Array.from({ length: count }, () => random.normal());
    const moment = (order: number) => values.reduce((sum, value) => sum + value ** order, 0) / count;
    // Each bound is four standard errors: sqrt(1, 2, 15, 96 / count).
    expect(Math.abs(moment(1))).toBeLessThan(4 * Math.sqrt(1 / count));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
    expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / count));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / count));
    for (const [limit, probability] of [
      [1, 0.317310508],
      [2, 0.045500264],
      [3, 0.002699796],
    ]) {
      const beyond = values.filter((value) => Math.abs(value) > limit).length / count;
      expect(Math.abs(beyond - probability)).toBeLessThan(4 * Math.sqrt((probability * (1 - probability)) / count));
    }
  });
});

describe('shuffle', () => {
  it('is a permutation, of the first `count` entries only', () => {
    const random = new Random(31);
    const values = Int32Array.from({ length: 1000 }, (_, index) => index);
    random.shuffle(values, 600);
    expect([...values.subarray(600)]).toEqual(Array.from({ length: 400 }, (_, index) => 600 + index));
    expect([...values.subarray(0, 600)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 600 }, (_, index) => index),
    );
    expect([...values.subarray(0, 600)].filter((value, index) => value === index).length).toBeLessThan(10);
  });

  it('leaves nothing and one entry alone and draws nothing for them', () => {
    const random = new Random(32);
    random.shuffle(new Int32Array(0));
    random.shuffle(Int32Array.of(5));
    expect(random.integer()).toBe(new Random(32).integer());
  });

  it('makes every order of four entries equally likely', () => {
    const random = new Random(33);
    const counts = new Map<string, number>();
    for (let round = 0; round < 24000; round++) {
      const values = Int32Array.of(0, 1, 2, 3);
      random.shuffle(values);
      counts.set(values.join(''), (counts.get(values.join('')) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    // 99.9 % of a chi-squared with 23 degrees of freedom.
    expect(chiSquared([...counts.values()])).toBeLessThan(49.7);
  });

  it('draws as `below` does and leaves the generator where `below` would', () => {
    const random = new Random(34);
    const twin = new Random(34);
    // From 2^16 entries on the shuffle goes another way for the last ones, and from 2^21 on `below` does.
    const count = 2 ** 21 + 5;
    const values = Int32Array.from({ length: count }, (_, index) => index);
    const expected = values.slice();
    random.shuffle(values);
    for (let last = count - 1; last > 0; last--) {
      const other = twin.below(last + 1);
      [expected[last], expected[other]] = [expected[other], expected[last]];
    }
    expect(values.every((value, index) => value === expected[index])).toBe(true);
    expect(draw(random, 3)).toEqual(draw(twin, 3));
  });
});
