// exp, tanh, and the logistic function: x = n ln2/32 + r with |r| <= ln2/64, so e^x = 2^(n/32) e^r,
// 2^(n/32) from a table and e^r from a minimax polynomial of degree 6.
// P. T. P. Tang, Table-driven implementation of the exponential function, ACM TOMS 15 (1989) 144, and of expm1, TOMS 18 (1992) 211.

import { powersOfTwo } from './powersOfTwo.ts';

/** For each i from 0 to 31 the double t nearest to 2^(i/32), then (2^(i/32) - t) / t. */
// biome-ignore format: two pairs a line
export const rootsOfTwo = Float64Array.of(
  1, 0, 1.0218971486541166, 4.9997448722726326e-17,
  1.0442737824274138, 8.189317638195514e-17, 1.0671404006768237, -7.402825309426177e-17,
  1.0905077326652577, -2.7939114859515733e-17, 1.1143867425958924, 9.341710609905044e-17,
  1.1387886347566916, 7.826573258636075e-17, 1.1637248587775775, 3.2904726646008416e-17,
  1.189207115002721, 3.3484623336251524e-17, 1.215247359980469, -6.346552106729484e-17,
  1.241857812073484, 3.7508542013031266e-17, 1.2690509571917332, 2.1023049675215714e-18,
  1.2968395546510096, 1.9572585293112036e-17, 1.3252366431597413, -2.1571477251208756e-17,
  1.3542555469368927, 5.68648095791174e-17, 1.383909881963832, -4.8923067513522756e-17,
  Math.sqrt(2), -6.835808657661923e-17, 1.4451808069770467, -2.092304381843353e-17,
  1.4768261459394993, -2.3591094770850053e-17, 1.5091644275934228, -6.735219232374683e-17,
  1.5422108254079407, 5.1548301170786783e-17, 1.5759808451078865, -6.432131775424189e-18,
  1.6104903319492543, 1.5341410053603723e-17, 1.645755478153965, -6.152602891550265e-17,
  1.681792830507429, 4.875160526227061e-17, 1.718619298122478, -1.0772487078934056e-17,
  1.7562521603732995, 1.685487290628973e-17, 1.7947090750031072, 1.01562190116415e-17,
  1.8340080864093424, 1.790126907604513e-17, 1.8741676341103, -3.266924100901318e-17,
  1.9152065613971474, -5.5450656186394274e-17, 1.9571441241754002, 4.578491527706009e-17,
);

/** The whole number nearest to x / (ln2/32), for |x| below 2^30: the addend leaves no room for a fraction. */
export function countOfSteps(x: number): number {
  return x * 46.16624130844683 + 6755399441055744 - 6755399441055744;
}

/** x - n ln2/32. The first part of ln2/32 has 33 bits, so its product with n is exact. */
function remainderOf(x: number, correction: number, n: number): number {
  return x - n * 0.021660849390173098 - (n * 2.325192846878874e-12 - correction);
}

/** 2^(i/32) e^r / t - 1 - r, where t is the tabulated i-th root and i = n mod 32. */
function pastLinear(r: number, n: number): number {
  const square = r * r;
  return (
    square * (0.5 + r * 0.16666666666581184 + square * (0.04166666666655981 + r * 0.008333362454270339)) +
    (square * square * square * 0.0013888925290048272 + rootsOfTwo[((n & 31) << 1) + 1])
  );
}

/** e^x / 2^floor(n/32), near 1, for n = countOfSteps(x); `correction` is a small addend to x. */
function expSignificand(x: number, correction: number, n: number): number {
  const root = rootsOfTwo[(n & 31) << 1];
  const r = remainderOf(x, correction, n);
  return root + root * (r + pastLinear(r, n));
}

/** e^(x + correction) for any x, |correction| below 1e-10; the result may be subnormal, 0, or Infinity. */
export function expCorrected(x: number, correction: number): number {
  if (x > 709.8) return Infinity;
  if (x < -745.2) return 0;
  if (!(x * 0 === 0)) return Number.NaN;
  const n = countOfSteps(x);
  const exponent = n >> 5;
  const significand = expSignificand(x, correction, n);
  // Two factors: the power itself may lie outside the range of doubles, and only the last product may round.
  if (exponent > 1000) return significand * powersOfTwo[exponent + 974] * powersOfTwo[1174];
  if (exponent < -1000) return significand * powersOfTwo[exponent + 1174] * powersOfTwo[974];
  return significand * powersOfTwo[exponent + 1074];
}

/** Within 0.6 ulp, or 1 where the result is subnormal. */
export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return expCorrected(x, 0);
  const n = countOfSteps(x);
  return expSignificand(x, 0, n) * powersOfTwo[(n >> 5) + 1074];
}

/** 1 / (1 + e^-x), within 1.5 ulp also where it is tiny. */
export function sigmoid(x: number): number {
  const size = Math.abs(x);
  if (!(size < 40)) return x > 0 ? 1 : exp(x);
  const n = countOfSteps(-size);
  const root = powersOfTwo[(n >> 5) + 1074] * rootsOfTwo[(n & 31) << 1];
  const r = remainderOf(-size, 0, n);
  const growth = root * (r + pastLinear(r, n));
  // e^-|x| = decay + decayRest, and 1 + e^-|x| = sum + sumRest.
  const decay = root + growth;
  const decayRest = root - decay + growth;
  const sum = 1 + decay;
  const sumRest = 1 - sum + decay + decayRest;
  // The quotient of the leading parts, then what the rests change: 1 / sum is the logistic of |x|.
  if (x < 0) {
    const quotient = decay / sum;
    return quotient + (decayRest - quotient * sumRest) * (1 - quotient);
  }
  const quotient = 1 / sum;
  return quotient - quotient * sumRest * quotient;
}

/** (1 - e^-2|x|) / (1 + e^-2|x|) with the sign of x, within 2 ulp. */
export function tanh(x: number): number {
  // Past 22 the result rounds to 1.
  const doubled = -2 * Math.min(Math.abs(x), 22);
  const n = countOfSteps(doubled);
  const root = powersOfTwo[(n >> 5) + 1074] * rootsOfTwo[(n & 31) << 1];
  const far = doubled - n * 0.021660849390173098;
  const near = n * 2.325192846878874e-12;
  const r = far - near;
  const rest = pastLinear(r, n) + (far - r - near);
  const relative = r + rest;
  const growth = root * relative;
  // e^-2|x| - 1 = drop + dropRest; around x = 0 the root is 1 and the drop is the growth alone.
  const rootDrop = root - 1;
  const drop = rootDrop + growth;
  const dropRest = rootDrop - drop + growth + (root * (r - relative + rest) + (root - (rootDrop + 1)));
  const sum = drop + 2;
  const sumRest = 2 - sum + drop + dropRest;
  const quotient = -drop / sum;
  // 1 / sum = (1 + tanh|x|) / 2.
  const size = quotient - (dropRest + quotient * sumRest) * (0.5 + 0.5 * quotient);
  return x > 0 ? size : x < 0 ? -size : x;
}
