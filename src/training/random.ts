// Seeded generator of 32-bit integers: sfc32 (Chris Doty-Humphrey, PractRand), seeded through splitmix32.
// Integer arithmetic only, so every engine draws the same numbers.

import { cos, log } from './elementary.ts';

/** Mixes a number into a well-spread 32-bit one (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function exchange(values: Int32Array, one: number, other: number): void {
  const kept = values[one];
  values[one] = values[other];
  values[other] = kept;
}

/** Up to this bound a 32-bit integer times the bound is below 2^53, so a double holds it exactly. */
const LARGEST_QUICK_BOUND = 2097152;

/** Up to this bound its products with half a 32-bit integer are 32-bit integers too. */
const LARGEST_HALF_WORD = 65536;

export class Random {
  // The three mixed words and the counter; a typed array keeps them as plain 32-bit integers in every engine.
  private readonly state = new Int32Array(4);

  /**
   * `seed` is a whole number of at most 53 bits, negative ones included; `stream` one of 32 bits.
   * Different streams of one seed are independent.
   */
  constructor(seed: number, stream = 0) {
    // A seed may need more than 32 bits, so both halves take part.
    const low = seed >>> 0;
    const high = Math.floor(seed / 4294967296) >>> 0;
    const a = mix(low + 0x9e3779b9);
    const b = mix(high ^ (a + 0x85ebca6b));
    const c = mix((stream >>> 0) ^ (b + 0xc2b2ae35));
    this.state.set([a, b, c, 1]);
    for (let round = 0; round < 12; round++) this.integer();
  }

  /** Uniform on 0 .. 2^32 - 1. */
  integer(): number {
    const state = this.state;
    const b = state[1];
    const c = state[2];
    const result = (state[0] + b + state[3]) | 0;
    state[3] += 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + result;
    return result >>> 0;
  }

  /**
   * Uniform on the whole numbers 0 .. bound - 1, without bias; bound from 1 to 2^32.
   * The upper part of integer x bound (D. Lemire, Fast random integer generation in an interval, 2019).
   */
  below(bound: number): number {
    if (bound > LARGEST_QUICK_BOUND) return this.belowLarge(bound);
    let value = this.integer();
    // The first 2^32 mod bound lower parts are one too many for some results: draw again.
    while (Math.imul(value, bound) >>> 0 < bound && Math.imul(value, bound) >>> 0 < 4294967296 % bound) {
      value = this.integer();
    }
    return (value * bound * 2.3283064365386963e-10) | 0;
  }

  private belowLarge(bound: number): number {
    // Numbers past the last full multiple of the bound would favour small results: draw again.
    const limit = 4294967296 - (4294967296 % bound);
    let value = this.integer();
    while (value >= limit) value = this.integer();
    return value % bound;
  }

  /** Uniform on [low, high), 53 bits before the rounding of the sum, which may reach `high` itself. */
  uniform(low = 0, high = 1): number {
    const bits = (this.integer() >>> 5) * 67108864 + (this.integer() >>> 6);
    return low + (high - low) * (bits / 9007199254740992);
  }

  /** Standard normal, by the method of Box and Muller. */
  normal(): number {
    const radius = Math.sqrt(-2 * log(1 - this.uniform()));
    return radius * cos(6.283185307179586 * this.uniform());
  }

  /** Shuffles the first `count` entries in place (Fisher and Yates), every order equally likely. */
  shuffle(values: Int32Array, count = values.length): void {
    let last = count - 1;
    for (; last >= LARGEST_HALF_WORD; last--) exchange(values, last, this.below(last + 1));
    // The rest is exchange(values, last, this.below(last + 1)) too, written out: training shuffles in its innermost loop,
    // and with the state in variables and the product by halves, in whole numbers, it takes half the time.
    const state = this.state;
    let a = state[0];
    let b = state[1];
    let c = state[2];
    let counter = state[3];
    for (; last > 0; last--) {
      const bound = last + 1;
      let upper = 0;
      let lower = 0;
      do {
        const value = (a + b + counter) | 0;
        counter = (counter + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + value) | 0;
        // value x bound = 2^16 upper + the lower half word of `lower`
        lower = Math.imul(value & 0xffff, bound);
        upper = (Math.imul(value >>> 16, bound) + (lower >>> 16)) | 0;
        // Only with zeros here can its lower part be below the bound, see below().
      } while ((upper & 0xffff) === 0 && (lower & 0xffff) < 4294967296 % bound);
      exchange(values, last, upper >>> 16);
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = counter;
  }
}
