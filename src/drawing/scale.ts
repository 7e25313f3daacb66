// The scales of the plots, from numbers to pixels, with d3's ticks and the texts that d3 writes at them: the linear one here,
// the other in logarithmicScale.ts. d3's own
// scales interpolate between anything, colours and dates included, and bring along all that is needed for it, and a
// format for every purpose.

import { nice, tickStep, ticks } from 'd3';
import type { Viewport } from './viewport.ts';

/** From numbers to pixels. */
export type ToPixels = (value: number) => number;

export interface Scale extends ToPixels {
  invert(pixel: number): number;
  /** About `count` round numbers within the domain. */
  ticks(count: number): number[];
  /** What is written at the ticks; an empty text at those that would stand too close. */
  tickFormat(count: number): (value: number) => string;
  /** The same where numbers are too long to stand beside an axis: counted in 10 to the power of `exponent`. */
  powerFormat(count: number): { readonly exponent: number; readonly write: (value: number) => string };
}

/** The signs of numbers in a language. */
export interface NumberMarks {
  readonly decimal: string;
  readonly group: string;
}

/** What a scale writes, which has points and commas, with the signs of a language. */
export const withMarks = (text: string, { decimal, group }: NumberMarks): string =>
  text.replace(/[.,]/g, (mark) => (mark === '.' ? decimal : group));

/** The two ends of a domain, or of its place in pixels. */
export type Pair = readonly [number, number];

export function linearScale([low, high]: Pair, [from, to]: Pair): Scale {
  const slope = (to - from) / (high - low);
  return Object.assign((value: number): number => from + (value - low) * slope, {
    invert: (pixel: number): number => low + (pixel - from) / slope,
    ticks: (count: number): number[] => ticks(low, high, count),
    tickFormat: (count: number): ((value: number) => string) => {
      const decimals = Math.min(mostDecimals, Math.max(0, -exponentOf(tickStep(low, high, count))));
      return (value) => fixedText(value, decimals);
    },
    powerFormat(count: number) {
      const largest = Math.max(...ticks(low, high, count).map(Math.abs));
      const exponent = largest < leastLong ? 0 : exponentOf(largest);
      const decimals = Math.min(mostDecimals, Math.max(0, exponent - exponentOf(tickStep(low, high, count))));
      return { exponent, write: (value: number) => fixedText(value / powerOfTen(exponent), decimals) };
    },
  });
}

/** Numbers from here on have too many digits for the margin of a plot. */
const leastLong = 1e4;

/** What every engine writes. */
const mostDecimals = 20;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A whole number as an exponent is written. */
export const superscript = (exponent: number): string =>
  (exponent < 0 ? '⁻' : '') + [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join('');

const exponentOf = (value: number): number => Number(value.toExponential().split('e')[1]);

/** The scales of the two axes of a viewport. */
export const axesOf = ({ view, plot }: Viewport): { readonly x: Scale; readonly y: Scale } => ({
  x: linearScale(view.x, [plot.left, plot.right]),
  y: linearScale(view.y, [plot.bottom, plot.top]),
});

/** With so many decimals, thousands apart, and a true minus sign, which zero never has. */
function fixedText(value: number, decimals: number): string {
  const [whole, part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = part === undefined ? grouped : `${grouped}.${part}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** In six figures at most, without the zeros at their end. */
export function shortText(value: number): string {
  const text = value.toPrecision(6);
  return text.includes('.') ? text.replace(/\.?0+(?=e|$)/, '') : text;
}

/** The same; long ones as a digit and a power of ten. */
export function powerText(value: number): string {
  if (value < leastLong) return shortText(value);
  const exponent = exponentOf(value);
  const digits = shortText(value / powerOfTen(exponent));
  return digits === '1' ? `10${superscript(exponent)}` : `${digits}·10${superscript(exponent)}`;
}

/** The domain widened to round numbers. */
export const niceLinear = ([low, high]: Pair): Pair => nice(low, high, 10) as [number, number];

/** As exact as can be where the exponent is whole. */
export const powerOfTen = (exponent: number): number =>
  Number.isInteger(exponent) ? Number(`1e${exponent}`) : 10 ** exponent;
