import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { erf } from './elementary/erf.ts';
import { powersOfTwo } from './elementary/powersOfTwo.ts';
import { cos, exp, log, log1p, power, powerInteger, sigmoid, sin, tanh } from './elementary.ts';
import { hashNumbers } from './hash.ts';
import { Random } from './random.ts';

/** Arguments, the correctly rounded value, and what the rounding took off in millionths of an ulp. */
type FixtureRow = readonly number[];

const fixture: Record<string, readonly FixtureRow[]> = JSON.parse(
  readFileSync(new URL('elementaryFixture.json', import.meta.url), 'utf8'),
);

/** The function and the most ulps it may be off. */
const functions: Record<string, readonly [(x: number, y: number) => number, number]> = {
  exp: [exp, 1],
  log: [log, 1],
  log1p: [log1p, 1],
  tanh: [tanh, 2],
  sigmoid: [sigmoid, 1.5],
  sin: [sin, 1],
  cos: [cos, 1],
  power: [power, 1],
  powerInteger: [powerInteger, 1],
  erf: [erf, 1],
};

/** The distance from |x| to the next larger double. */
function ulpOf(x: number): number {
  const bits = new BigInt64Array(new Float64Array([Math.abs(x)]).buffer);
  bits[0] += 1n;
  return new Float64Array(bits.buffer)[0] - Math.abs(x);
}

describe('elementary functions against high-precision values', () => {
  it('has a fixture for each', () => {
    expect(Object.keys(fixture)).toEqual(Object.keys(functions));
  });

  it.each(Object.entries(functions))('%s', (name, [compute, bound]) => {
    let worst = 0;
    let where: FixtureRow = [];
    for (const row of fixture[name]) {
      const [value, millionths] = row.slice(-2);
      const computed = compute(row[0], row[1]);
      const error = Math.abs((computed - value) / ulpOf(value) - millionths / 1e6);
      if (error <= worst) continue;
      worst = error;
      where = row;
    }
    expect(fixture[name].length).toBeGreaterThan(90);
    expect(worst, `${name}(${where})`).toBeLessThanOrEqual(bound);
    // Nothing but a wrong fixture would be closer than half an ulp everywhere.
    expect(worst).toBeGreaterThan(0.4);
  });
});

describe('elementary functions at the ends of their domains', () => {
  const { MAX_VALUE, MIN_VALUE, NaN: nan } = Number;
  const cases: readonly (readonly [string, (x: number) => number, readonly (readonly [number, number])[]])[] = [
    [
      'exp',
      exp,
      [
        [0, 1],
        [-0, 1],
        [MIN_VALUE, 1],
        [709.782712893384, 1.7976931348622732e308],
        [709.7827128933841, Infinity],
        [MAX_VALUE, Infinity],
        [Infinity, Infinity],
        [-745.1332191019411, MIN_VALUE],
        [-745.1332191019412, 0],
        [-MAX_VALUE, 0],
        [-Infinity, 0],
        [nan, nan],
      ],
    ],
    [
      'log',
      log,
      [
        [1, 0],
        [0, -Infinity],
        [-0, -Infinity],
        [Infinity, Infinity],
        [-MIN_VALUE, nan],
        [-1, nan],
        [-Infinity, nan],
        [nan, nan],
      ],
    ],
    [
      'log1p',
      log1p,
      [
        [0, 0],
        [-0, -0],
        [MIN_VALUE, MIN_VALUE],
        [-MIN_VALUE, -MIN_VALUE],
        [-1, -Infinity],
        [-1.0000000000000002, nan],
        [Infinity, Infinity],
        [-Infinity, nan],
        [nan, nan],
      ],
    ],
    [
      'tanh',
      tanh,
      [
        [0, 0],
        [-0, -0],
        [MIN_VALUE, MIN_VALUE],
        [-MIN_VALUE, -MIN_VALUE],
        [30, 1],
        [Infinity, 1],
        [-Infinity, -1],
        [-MAX_VALUE, -1],
        [nan, nan],
      ],
    ],
    [
      'sigmoid',
      sigmoid,
      [
        [0, 0.5],
        [-0, 0.5],
        [MIN_VALUE, 0.5],
        [Infinity, 1],
        [MAX_VALUE, 1],
        [-Infinity, 0],
        [-MAX_VALUE, 0],
        [-745, MIN_VALUE],
        [nan, nan],
      ],
    ],
    [
      'sin',
      sin,
      [
        [0, 0],
        [-0, -0],
        [MIN_VALUE, MIN_VALUE],
        [-MIN_VALUE, -MIN_VALUE],
        [Infinity, nan],
        [-Infinity, nan],
        [nan, nan],
      ],
    ],
    [
      'cos',
      cos,
      [
        [0, 1],
        [-0, 1],
        [MIN_VALUE, 1],
        [Infinity, nan],
        [-Infinity, nan],
        [nan, nan],
      ],
    ],
    [
      'erf',
      erf,
      [
        [0, 0],
        [-0, -0],
        [5.9, 0.9999999999999999],
        [6, 1],
        [MAX_VALUE, 1],
        [-MAX_VALUE, -1],
        [Infinity, 1],
        [-Infinity, -1],
        [nan, nan],
      ],
    ],
  ];
  it.each(cases)('%s', (name, compute, pairs) => {
    for (const [x, value] of pairs) expect(compute(x), `${name}(${x})`).toBe(value);
  });

  it('power agrees with ** wherever the result is exact, for bases from 0 up', () => {
    const bases = [0, MIN_VALUE, 1e-310, 0.25, 1, 4, MAX_VALUE, Infinity, nan];
    const exponents = [0, -0, 1, -1, 0.5, -Infinity, Infinity, 1e308, -1e308, nan];
    for (const base of bases) {
      for (const exponent of exponents) {
        const expected = base ** exponent;
        // A finite result that is no power of two may be rounded differently.
        const isExact = !Number.isFinite(expected) || [0, 1, base, 0.5, 2, 4].includes(expected);
        if (isExact) expect(power(base, exponent), `${base} ** ${exponent}`).toBe(expected);
      }
    }
    expect(power(-1, 2)).toBeNaN();
    expect(power(-0, -1)).toBe(Infinity);
  });

  it('powerInteger is exact where the result is a whole number below 2^53', () => {
    let count = 0;
    for (let base = -60; base <= 60; base++) {
      for (let exponent = 0; BigInt(base) ** BigInt(exponent) <= 2n ** 53n && exponent < 54; exponent++) {
        const exact = BigInt(base) ** BigInt(exponent);
        if (exact < -(2n ** 53n)) break;
        expect(powerInteger(base, exponent) + 0, `${base} ** ${exponent}`).toBe(Number(exact));
        count++;
      }
    }
    expect(count).toBeGreaterThan(1000);
  });

  it('powerInteger keeps the sign of an odd power', () => {
    expect(powerInteger(-0, 3)).toBe(-0);
    expect(powerInteger(-0, 4)).toBe(0);
    expect(powerInteger(-Infinity, 3)).toBe(-Infinity);
    expect(powerInteger(-Infinity, 4)).toBe(Infinity);
    expect(powerInteger(-10, 309)).toBe(-Infinity);
    expect(powerInteger(Number.NaN, 0)).toBe(1);
    expect(powerInteger(Number.NaN, 1)).toBeNaN();
    expect(powerInteger(-1, 2 ** 53 - 1)).toBe(-1);
  });
});

describe('elementary functions are the same in every engine', () => {
  /** Half of them uniform on (-20, 20), half of either sign and any size from 2^-60 to 2^60. */
  function sampleArguments(): Float64Array {
    const random = new Random(3);
    return Float64Array.from({ length: 20000 }, (_, index) => {
      if (index % 2 === 0) return random.uniform(-20, 20);
      return random.uniform(-1, 1) * powersOfTwo[1074 - 60 + random.below(121)];
    });
  }
  const hashes: readonly (readonly [string, string, (x: number, index: number) => number])[] = [
    ['the arguments', 'ae41300e', (x) => x],
    ['exp', '60a96280', exp],
    ['log', 'c2d38620', (x) => log(Math.abs(x))],
    ['log1p', '72ba136a', log1p],
    ['tanh', '2b3ccad0', tanh],
    ['sigmoid', '0709310d', sigmoid],
    ['sin', '1e188951', sin],
    ['cos', '930af6e3', cos],
    ['power', 'd9806a61', (x, index) => power(Math.abs(x), (index % 200) / 16 - 5)],
    ['powerInteger', 'b245559c', (x, index) => powerInteger(x, index % 300)],
    ['erf', '94ba9f77', (x, index) => erf(index % 2 === 0 ? x / 4 : x)],
  ];
  it.each(hashes)('%s', (_, hash, compute) => {
    expect(hashNumbers(sampleArguments().map(compute))).toBe(hash);
  });
});

describe('hashNumbers', () => {
  it('is FNV-1a over little-endian bytes', () => {
    expect(hashNumbers(new Float64Array(0))).toBe('811c9dc5');
    // The eight bytes of "chongo w" in the order of a double, then as FNV-1a defines it.
    const text = new TextEncoder().encode('chongo w');
    let hash = 0x811c9dc5n;
    for (const byte of text) hash = ((hash ^ BigInt(byte)) * 0x01000193n) & 0xffffffffn;
    const value = new DataView(text.buffer).getFloat64(0, true);
    expect(hashNumbers(Float64Array.of(value))).toBe(hash.toString(16).padStart(8, '0'));
  });

  it('sees the order, the sign of 0, and the last bit, and one NaN only', () => {
    expect(hashNumbers(Float64Array.of(1, 2))).not.toBe(hashNumbers(Float64Array.of(2, 1)));
    expect(hashNumbers(Float64Array.of(0))).not.toBe(hashNumbers(Float64Array.of(-0)));
    expect(hashNumbers(Float64Array.of(1))).not.toBe(hashNumbers(Float64Array.of(1 + Number.EPSILON)));
    const otherNaN = new Float64Array(new BigUint64Array([0xfff8000000000123n]).buffer);
    expect(hashNumbers(otherNaN)).toBe(hashNumbers(Float64Array.of(Number.NaN)));
  });
});
