// The loss over the steps: for every pixel column the lowest and highest loss of its steps, so that a hundred thousand
// steps cost no more strokes than the plot has columns; and axes that a diverging run cannot ruin.

import { bisectLeft } from 'd3';
import type { ToPixels } from './scale.ts';
import type { CanvasPath } from './shape.ts';
import { type Rectangle, widthOf } from './viewport.ts';

/** How many times the loss at the beginning the axis still shows. */
const tallestLinear = 10;
const tallestLogarithmic = 1e4;
/** Decades below its top that a logarithmic axis shows at most. */
const deepest = 1e-12;

export interface LossRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The losses that the axis shows. Both ends are finite and apart; on a logarithmic axis both are positive. A loss that
 * grows without end leaves the plot at the top instead of pressing all others flat.
 */
export function lossRange(losses: readonly Float64Array[], isLogarithmic: boolean): LossRange {
  let high = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let beginning = 0;
  for (const series of losses) {
    const early = Math.max(1, Math.min(8, series.length >> 3));
    for (let i = 0; i < series.length; i++) {
      const loss = series[i];
      // Comparisons with NaN are false, and Infinity is left out.
      if (loss > high && loss < Number.POSITIVE_INFINITY) high = loss;
      if (loss > 0 && loss < lowest) lowest = loss;
      if (i < early && loss > beginning && loss < Number.POSITIVE_INFINITY) beginning = loss;
    }
  }
  const tallest = isLogarithmic ? tallestLogarithmic : tallestLinear;
  const top = beginning > 0 ? Math.min(high, tallest * beginning) : high;
  if (!(top > 0)) return isLogarithmic ? { low: 0.1, high: 1 } : { low: 0, high: 1 };
  if (!isLogarithmic) return { low: 0, high: top };
  const low = Math.max(Math.min(lowest, top), deepest * top, Number.MIN_VALUE * 1e20);
  return low < top ? { low, high: top } : { low: top / 10, high: top * 2 };
}

/** Steps that the axis spans for `count` taken: at least as many, in leaps of a quarter so that it seldom moves. */
export function stepSpan(count: number): number {
  let span = 20;
  while (span < count) {
    const digit = 10 ** Math.max(0, Math.floor(Math.log10(span)) - 1);
    span = Math.ceil((1.25 * span) / digit) * digit;
  }
  return span;
}

export interface LossRows {
  /** Row r is step `first + r * stride`. */
  readonly stride: number;
  readonly loss: Float64Array;
}

/** Keeps a pixel within reach of a canvas: what is not finite or far off lies just outside the plot. */
const tame = (pixel: number, plot: Rectangle): number =>
  pixel >= plot.top - 3 ? Math.min(pixel, plot.bottom) : plot.top - 3;

/** Losses of rows from..to, as a line through every one where they have room and as one bar per pixel column where not. */
export function drawLossRows(
  path: CanvasPath,
  plot: Rectangle,
  x: ToPixels,
  y: ToPixels,
  { loss, stride }: LossRows,
  from: number,
  to: number,
): void {
  if (from >= to) return;
  const pixelY = (value: number): number => tame(Number.isFinite(value) ? y(value) : Number.NEGATIVE_INFINITY, plot);
  const isDense = to - from > widthOf(plot) * 1.5 && x(stride) - x(0) < 0.75;
  if (!isDense) {
    path.moveTo(x(from * stride), pixelY(loss[from]));
    for (let row = from + 1; row < to; row++) path.lineTo(x(row * stride), pixelY(loss[row]));
    return;
  }
  const perRow = x(stride) - x(0);
  const origin = x(0);
  let row = from;
  while (row < to) {
    const column = Math.floor(origin + row * perRow);
    const end = Math.min(to, Math.max(row + 1, Math.ceil((column + 1 - origin) / perRow)));
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (; row < end; row++) {
      const value = loss[row];
      if (value < low) low = value;
      if (!(value <= high)) high = value;
    }
    const bottom = pixelY(low);
    path.moveTo(column + 0.5, Math.max(bottom, pixelY(high) + 1));
    path.lineTo(column + 0.5, pixelY(high));
  }
}

/** A line through the points. */
export function drawLossLine(
  path: CanvasPath,
  plot: Rectangle,
  x: ToPixels,
  y: ToPixels,
  step: Float64Array,
  loss: Float64Array,
): void {
  for (let i = 0; i < step.length; i++) {
    const pixel = tame(Number.isFinite(loss[i]) ? y(loss[i]) : Number.NEGATIVE_INFINITY, plot);
    if (i > 0) path.lineTo(x(step[i]), pixel);
    else path.moveTo(x(step[i]), pixel);
  }
}

/** The area between `lower` and `upper` over the clock; what is not finite lies just above the plot. */
export function drawBand(
  area: CanvasPath,
  plot: Rectangle,
  x: ToPixels,
  y: ToPixels,
  clock: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
): void {
  const pixel = (value: number): number =>
    Number.isFinite(value) ? Math.max(plot.top - 3, Math.min(plot.bottom, y(value))) : plot.top - 3;
  for (let point = 0; point < clock.length; point++)
    if (point === 0) area.moveTo(x(clock[0]), pixel(upper[0]));
    else area.lineTo(x(clock[point]), pixel(upper[point]));
  for (let point = clock.length - 1; point >= 0; point--) area.lineTo(x(clock[point]), pixel(lower[point]));
  area.closePath();
}

/** Every how many epochs a mark stands so that marks are at least `least` pixels apart: 1, 2, 5, 10, ... */
export function epochStride(pixelsPerEpoch: number, least: number): number {
  let stride = 1;
  for (let i = 0; stride * pixelsPerEpoch < least && i < 60; i++) stride *= i % 3 === 1 ? 2.5 : 2;
  return stride;
}

/** An epoch, counted from 1, and the first row that is of it or a later one. */
export interface EpochMark {
  readonly epoch: number;
  readonly row: number;
}

/** Every `stride`-th epoch that begins after the first row; `column` has the epoch of each row, counted from 0. */
export function epochMarks(column: Float64Array, stride: number): EpochMark[] {
  const marks: EpochMark[] = [];
  const last = column[column.length - 1];
  for (let epoch = Math.max(2, stride); epoch - 1 <= last; epoch += stride)
    marks.push({ epoch, row: bisectLeft(column, epoch - 1) });
  return marks;
}
