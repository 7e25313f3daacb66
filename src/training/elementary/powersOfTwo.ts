// Powers of two and the leading bits of a number: what the elementary functions need of the binary format.
// A multiplication by a tabulated power is exact and quicker than writing exponent bits through memory.

/** 2^k is powersOfTwo[k + 1074], for every k from -1074 to 1023. */
export const powersOfTwo = new Float64Array(2098);
for (let index = 1074, power = 1; index < 2098; index++, power *= 2) powersOfTwo[index] = power;
for (let index = 1073, power = 0.5; index >= 0; index--, power /= 2) powersOfTwo[index] = power;

const view = new DataView(new ArrayBuffer(8));

/** The upper 32 bits of the double: sign, 11 bits of exponent, 20 of the fraction. */
export function highWord(x: number): number {
  view.setFloat64(0, x, true);
  return view.getInt32(4, true);
}
