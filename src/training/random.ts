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

export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** `seed` and `stream` are whole numbers; different streams of one seed are independent. */
  constructor(seed: number, stream = 0) {
    // A seed may need more than 32 bits, so both halves take part.
    const low = seed >>> 0;
    const high = Math.floor(seed / 4294967296) >>> 0;
    this.a = mix(low + 0x9e3779b9);
    this.b = mix(high ^ (this.a + 0x85ebca6b));
    this.c = mix((stream >>> 0) ^ (this.b + 0xc2b2ae35));
    for (let round = 0; round < 12; round++) this.integer();
  }

  /** Uniform on 0 .. 2^32 - 1. */
  integer(): number {
    const result = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + result;
    this.c |= 0;
    return result >>> 0;
  }

  /** Uniform on the whole numbers 0 .. bound - 1, without bias; bound from 1 to 2^32. */
  below(bound: number): number {
    // Numbers past the last full multiple of the bound would favour small results: draw again.
    const limit = 4294967296 - (4294967296 % bound);
    let value = this.integer();
    while (value >= limit) value = this.integer();
    return value % bound;
  }

  /** Uniform on [low, high), 53 bits. */
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
    for (let last = count - 1; last > 0; last--) {
      const other = this.below(last + 1);
      const kept = values[last]!;
      values[last] = values[other]!;
      values[other] = kept;
    }
  }
}
