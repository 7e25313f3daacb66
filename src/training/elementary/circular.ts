// sin and cos: x = q pi/2 + r with |r| <= pi/4 (Cody and Waite), then the minimax polynomials of fdlibm in r.
// Where that subtraction cancels, and beyond 2^20, 2/pi is taken to 1152 bits in whole numbers (Payne and Hanek).
// FreeBSD msun k_sin.c, k_cos.c, e_rem_pio2.c (Sun Microsystems, fdlibm, 1993).

/** floor(2^1152 2/pi) and floor(2^128 pi/2). */
const TWO_OVER_PI = BigInt(
  `0x${[
    'a2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921c',
    'fe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980f',
    'ef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d08',
  ].join('')}`,
);
const HALF_PI = 0x1921fb54442d18469898cc51701b839a2n;

/** sin(r + tail) for |r| up to pi/4 and a tail below an ulp of r. */
function sineNearZero(r: number, tail: number): number {
  const z = r * r;
  const cube = z * r;
  const series =
    0.00833333333332249 +
    z * (-0.0001984126982985795 + z * 2.7557313707070068e-6) +
    z * z * z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10);
  return r - (z * (0.5 * tail - cube * series) - tail + cube * 0.16666666666666632);
}

/** cos(r + tail) for |r| up to pi/4 and a tail below an ulp of r. */
function cosineNearZero(r: number, tail: number): number {
  const z = r * r;
  const fourth = z * z;
  const series =
    z * (0.0416666666666666 + z * (-0.001388888888887411 + z * 2.480158728947673e-5)) +
    fourth * fourth * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11));
  const half = 0.5 * z;
  const leading = 1 - half;
  return leading + (1 - leading - half + (z * series - r * tail));
}

/** sin(q pi/2 + r + tail); only q mod 4 matters. */
function sineOfQuarter(q: number, r: number, tail: number): number {
  const size = q & 1 ? cosineNearZero(r, tail) : sineNearZero(r, tail);
  return q & 2 ? -size : size;
}

/** sin(x + quarters pi/2) for any finite |x| above pi/4, by whole numbers: exact to some 120 bits, about 100 times slower. */
function sineFar(x: number, quarters: number): number {
  if (!(x * 0 === 0)) return Number.NaN;
  // Doubles from 2^53 on are whole; smaller ones are, 52 binary places up.
  const places = Math.abs(x) < 9007199254740992 ? 52 : 0;
  const bits = BigInt(1152 + places);
  const product = BigInt(places ? x * 4503599627370496 : x) * TWO_OVER_PI;
  const q = (product + (1n << (bits - 1n))) >> bits;
  // The fraction of a quarter turn in units of 2^-180, its angle in units of 2^-308.
  const angle = ((product - (q << bits)) >> (bits - 180n)) * HALF_PI;
  const leading = Number(angle);
  const rest = Number(angle - BigInt(leading));
  const unit = 1.9176146348819244e-93;
  return sineOfQuarter(Number(q & 3n) + quarters, leading * unit, rest * unit);
}

/** sin(x + quarters pi/2). */
function sineShifted(x: number, quarters: number): number {
  if (!(Math.abs(x) < 1048576)) return sineFar(x, quarters);
  const q = x * 0.6366197723675814 + 6755399441055744 - 6755399441055744;
  // The first part of pi/2 has 33 bits: its product with q is exact, and so is the difference.
  const difference = x - q * 1.5707963267341256;
  const rest = q * 6.077100506506192e-11;
  const r = difference - rest;
  // Of pi/2 86 bits are used; less than 56 right ones in r would not do.
  if (Math.abs(r) < Math.abs(q) * 9.313225746154785e-10) return sineFar(x, quarters);
  return sineOfQuarter(q + quarters, r, difference - r - rest);
}

/** Within 1 ulp for every finite x; NaN at infinity. */
export function sin(x: number): number {
  return sineShifted(x, 0);
}

/** Within 1 ulp for every finite x; NaN at infinity. */
export function cos(x: number): number {
  return sineShifted(x, 1);
}
