// power and powerInteger: base^exponent = e^(exponent log base), the logarithm carried to about 65 bits in two doubles
// (T. J. Dekker, A floating-point technique for extending the available precision, Numer. Math. 18 (1971) 224)
// over the table of 2^(i/32): log base = n ln2/32 + log(1 + q), |q| < 0.011, as in P. T. P. Tang, ACM TOMS 16 (1990) 378.

import { countOfSteps, expCorrected, rootsOfTwo } from './exponential.ts';
import { log } from './logarithm.ts';
import { powersOfTwo } from './powersOfTwo.ts';

/** The upper 26 bits of x (Veltkamp), |x| below 2^996: products of two such are exact. */
function upperHalf(x: number): number {
  const shifted = 134217729 * x;
  return shifted - (shifted - x);
}

/** -q^3/3 + q^4/4 - ... */
function seriesFromCube(q: number): number {
  const tail = 1 / 6 - q * (1 / 7 - q * (1 / 8 - q * (1 / 9 - q * 0.1)));
  return q * q * q * (1 / 3 - q * (0.25 - q * (0.2 - q * tail)));
}

/** (2^binaryPlaces base)^exponent for a positive normal base and any finite exponent. */
function powerNormal(base: number, exponent: number, binaryPlaces: number): number {
  // Once 2^-k base is near the i-th root of two, f is exact.
  const nearest = countOfSteps(log(base));
  const root = rootsOfTwo[(nearest & 31) << 1];
  const f = base * powersOfTwo[1074 - (nearest >> 5)] - root;
  const quotient = f / root;

  // q = upper + lower, with the error of the tabulated root taken off.
  const upper = upperHalf(quotient);
  const rootUpper = upperHalf(root);
  const remainder = f - upper * rootUpper - upper * (root - rootUpper);
  const lower = remainder / root - rootsOfTwo[((nearest & 31) << 1) + 1] * (1 + quotient);

  // n ln2/32 + q - q^2/2 + ..., largest first; what each sum loses goes to `small`.
  const n = nearest + 32 * binaryPlaces;
  const steps = n * 0.021660849390173098;
  const first = steps + upper;
  const half = 0.5 * upper * upper;
  const second = first - half;
  const lost = upper - (first - steps) + (first - second - half);
  const small = lost + (lower + n * 2.325192846878874e-12 - (upper + 0.5 * lower) * lower + seriesFromCube(quotient));
  const head = second + small;
  const tail = second - head + small;

  const product = exponent * head;
  if (Math.abs(product) > 746) return product > 0 ? Infinity : 0;
  const exponentUpper = upperHalf(exponent);
  const headUpper = upperHalf(head);
  const exponentLower = exponent - exponentUpper;
  const headLower = head - headUpper;
  const error =
    exponentUpper * headUpper -
    product +
    exponentUpper * headLower +
    exponentLower * headUpper +
    exponentLower * headLower;
  return expCorrected(product, error + exponent * tail);
}

/** base^exponent for base >= 0, within 1 ulp; NaN for a negative base; a base of -0 counts as 0; otherwise as the operator **. */
export function power(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (base > 0 && base < Infinity && exponent * 0 === 0) {
    if (base === 1) return 1;
    if (base >= 2.2250738585072014e-308) return powerNormal(base, exponent, 0);
    return powerNormal(base * 18014398509481984, exponent, -54);
  }
  if (!(base >= 0) || Number.isNaN(exponent) || base === 1) return Number.NaN;
  // A base of 0 or Infinity, or an infinite exponent.
  return base > 1 === exponent > 0 ? Infinity : 0;
}

/** base^exponent for a whole exponent >= 0 and a base of either sign, within 1 ulp. */
export function powerInteger(base: number, exponent: number): number {
  if (exponent === 1) return base;
  if (exponent === 2) return base * base;
  const size = power(Math.abs(base), exponent);
  return base > 0 || exponent % 2 !== 1 ? size : Math.sign(base) * size;
}
