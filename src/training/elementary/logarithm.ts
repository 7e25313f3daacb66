// log and log1p: x = 2^k (1 + f) with 1 + f from sqrt(1/2) to sqrt(2), s = f / (2 + f),
// log(1 + f) = 2 atanh(s) = f - f^2/2 + s (f^2/2 + R(s^2)) with a minimax polynomial R.
// FreeBSD msun e_log.c and s_log1p.c (Sun Microsystems, fdlibm, 1993).

import { highWord, powersOfTwo } from './powersOfTwo.ts';

/** f - log(1 + f) - small, for f from sqrt(1/2) - 1 to sqrt(2) - 1; `small` is an addend of the last bits. */
function shortfall(f: number, small: number): number {
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  return halfSquare - (s * (halfSquare + (odd + even)) + small);
}

/** log(2^binaryPlaces x) + small, for x from 2^-1022 to the largest double. */
function logNormal(x: number, small: number, binaryPlaces: number): number {
  // The addend carries into the exponent from sqrt(2) on.
  const k = ((highWord(x) + 0x95f62) >> 20) - 1023;
  const f = x * powersOfTwo[1074 - k] - 1;
  // The first part of ln2 has 33 bits, so its product with k is exact.
  const power = k + binaryPlaces;
  return power * 0.6931471804855391 - (shortfall(f, power * 7.440617110012397e-11 + small) - f);
}

/** Natural logarithm, within 1 ulp; -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (x >= 2.2250738585072014e-308 && x < Infinity) return logNormal(x, 0, 0);
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  // What is left above 0 is subnormal, and 2^54 x is not.
  return x > 0 ? logNormal(x * 18014398509481984, 0, -54) : Number.NaN;
}

/** log(1 + x) without loss for small x, within 1 ulp; -Infinity at -1, NaN below. */
export function log1p(x: number): number {
  if (x > -0.29 && x < 0.41) return x - shortfall(x, 0);
  if (x > -1 && x < Infinity) {
    const sum = 1 + x;
    // What the sum lost, as log(sum + lost) = log(sum) + lost / sum.
    const lost = x > 1 ? 1 - (sum - x) : x - (sum - 1);
    return logNormal(sum, lost / sum, 0);
  }
  if (x === -1) return -Infinity;
  return x === Infinity ? x : Number.NaN;
}
