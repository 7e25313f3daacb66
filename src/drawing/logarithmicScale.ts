// The scale of a plot on which equal factors are equally far apart, with d3's ticks and the texts that d3 writes at them.

import { ticks } from 'd3';
import { type Pair, powerOfTen, powerText, type Scale, shortText } from './scale.ts';

/** Equal factors are equally far apart. What lies outside the domain, zero included, lies at its end. */
export function logarithmicScale([low, high]: Pair, [from, to]: Pair): Scale {
  const [first, last] = [Math.log10(low), Math.log10(high)];
  const slope = (to - from) / (last - first);
  const scale = (value: number): number => {
    const exponent = Math.min(Math.max(value > 0 ? Math.log10(value) : first, first), last);
    return from + (exponent - first) * slope;
  };
  const formatWith = (write: (value: number) => string, count: number): ((value: number) => string) => {
    const most = Math.max(1, (10 * count) / logarithmicTicks(low, high, 10).length);
    return (value) => (leadingDigit(value) <= most ? write(value) : '');
  };
  return Object.assign(scale, {
    invert: (pixel: number): number => 10 ** (first + (pixel - from) / slope),
    ticks: (count: number): number[] => logarithmicTicks(low, high, count),
    tickFormat: (count: number) => formatWith(shortText, count),
    powerFormat: (count: number) => ({ exponent: 0, write: formatWith(powerText, count) }),
  });
}

/** The domain widened to powers of ten. */
export const niceLogarithmic = ([low, high]: Pair): Pair => [
  powerOfTen(Math.floor(Math.log10(low))),
  powerOfTen(Math.ceil(Math.log10(high))),
];

/** Powers of ten and their multiples where there are few decades, powers of ten alone where there are many. */
function logarithmicTicks(low: number, high: number, count: number): number[] {
  const [first, last] = [Math.log10(low), Math.log10(high)];
  if (last - first >= count) return ticks(first, last, Math.min(last - first, count)).map(powerOfTen);
  const found: number[] = [];
  for (let exponent = Math.floor(first); exponent <= Math.ceil(last); exponent++)
    for (let digit = 1; digit < 10; digit++) {
      const value = exponent < 0 ? digit / powerOfTen(-exponent) : digit * powerOfTen(exponent);
      if (value >= low && value <= high) found.push(value);
    }
  return found.length * 2 < count ? ticks(low, high, count) : found;
}

function leadingDigit(value: number): number {
  const digit = value / powerOfTen(Math.round(Math.log10(value)));
  return digit < 0.95 ? digit * 10 : digit;
}
