// Losses over a clock, as marks: a lone run is a race of one. Curves with their past and their future, a band of many runs,
// epochs, the losses about to come, names at the ends, and at the border how far what leaves the plot goes.

import { drawBand, drawLossLine, drawLossRows, type EpochMark } from './lossCurve.ts';
import type { Mark } from './marks.ts';
import { labelSize, tickSize } from './marks.ts';
import type { ColourName } from './palette.ts';
import { spreadLabels } from './placeLabels.ts';
import { linearScale, logarithmicScale, type Scale } from './scale.ts';
import { boldWidth, type Frame, labelHeight } from './scene.ts';
import { addDisc, discShape, lineShape, Shape, shapeOf } from './shape.ts';
import { type Rectangle, widthOf } from './viewport.ts';

/** What the axes span: the clock from 0, and the loss. */
export interface LossDomain {
  readonly span: number;
  readonly low: number;
  readonly high: number;
}

export interface LossScales {
  readonly plot: Rectangle;
  readonly domain: LossDomain;
  readonly x: Scale;
  readonly y: Scale;
}

export function lossScales(domain: LossDomain, plot: Rectangle, isLogarithmic: boolean): LossScales {
  return {
    ...{ plot, domain, x: linearScale([0, domain.span], [plot.left, plot.right]) },
    // A loss of zero has no logarithm; it lies at the bottom.
    y: (isLogarithmic ? logarithmicScale : linearScale)([domain.low, domain.high], [plot.bottom, plot.top]),
  };
}

/** Points by their clock, or rows of which every one is `stride` of the clock after the one before. */
export type LossPoints =
  | { readonly clock: Float64Array; readonly loss: Float64Array }
  | { readonly stride: number; readonly loss: Float64Array };

export interface LossCurve {
  readonly name: string;
  readonly colour: ColourName;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly points: LossPoints;
  /** How many of the points lie before what the page shows; the others are drawn faintly. */
  readonly past: number;
  /** How strongly the past is drawn; 1 unless it says otherwise. */
  readonly strength?: number;
  /** The loss that comes next, with a dot, and joined to the last point where it follows on it. */
  readonly next?: { readonly clock: number; readonly loss: number; readonly isJoined: boolean };
  /** The place of its name. */
  readonly end: { readonly clock: number; readonly loss: number };
}

export interface LossBand {
  readonly colour: ColourName;
  readonly clock: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly middle: Float64Array;
}

export interface LossPicture {
  /** The lowest first. */
  readonly curves: readonly LossCurve[];
  readonly bands: readonly LossBand[];
  /** Epochs that begin at a clock: a short line, a long one where there is a name. */
  readonly epochs: readonly { readonly clock: number; readonly name: string }[];
  /** Writes a loss. */
  readonly write: (loss: number) => string;
}

export const dotRadius = 3;
export const faded = 0.3;

export function lossMarks(measure: Frame['measure'], scales: LossScales, picture: LossPicture): readonly Mark[] {
  const { curves, bands, epochs } = picture;
  return [
    ...epochMarksOf(measure, scales, epochs),
    ...bands.flatMap((band) => bandMarks(scales, band)),
    ...curves.flatMap((curve) => curveMarks(scales, curve)),
    ...curves.flatMap((curve) => nextMarks(scales, curve)),
    ...borderMarks(measure, scales, picture),
    ...nameMarks(measure, scales, curves),
  ];
}

function bandMarks({ plot, x, y }: LossScales, { colour, clock, lower, upper, middle }: LossBand): readonly Mark[] {
  const area = shapeOf((shape) => drawBand(shape, plot, x, y, clock, lower, upper));
  const line = shapeOf((shape) => drawLossLine(shape, plot, x, y, clock, middle));
  return [
    { kind: 'shape', shape: area, fill: colour, opacity: 0.22 },
    { kind: 'shape', shape: line, stroke: colour, width: 1.4 },
  ];
}

/** The future faint, and over it the past. */
function curveMarks(
  scales: LossScales,
  { points, past, colour, width, dash, strength = 1 }: LossCurve,
): readonly Mark[] {
  // Bars side by side are a solid area, which would outweigh a line over it.
  const isArea = 'stride' in points && scales.x(points.stride) - scales.x(0) < 0.75;
  const weight = 'stride' in points ? (isArea ? 0.45 : 0.8) : 1;
  const stretch = (from: number, to: number, opacity: number): readonly Mark[] => {
    if (to - from < 2) return [];
    const shape = stretchShape(scales, points, from, to);
    return [{ kind: 'shape', shape, stroke: colour, width, opacity: weight * opacity, ...(dash && { dash }) }];
  };
  return [...stretch(Math.max(0, past - 1), points.loss.length, faded), ...stretch(0, past, strength)];
}

function stretchShape({ plot, x, y }: LossScales, points: LossPoints, from: number, to: number): Shape {
  const { loss } = points;
  return shapeOf((shape) => {
    if ('stride' in points) drawLossRows(shape, plot, x, y, points, from, to);
    else drawLossLine(shape, plot, x, y, points.clock.subarray(from, to), loss.subarray(from, to));
  });
}

const clockOf = (points: LossPoints, index: number): number =>
  'stride' in points ? index * points.stride : points.clock[index];

function nextMarks({ plot, x, y }: LossScales, { next, points, colour, width }: LossCurve): readonly Mark[] {
  if (next === undefined) return [];
  const height = y(next.loss);
  if (!(height >= plot.top && height <= plot.bottom)) return [];
  const last = points.loss.length - 1;
  const before = last < 0 ? Number.NaN : y(points.loss[last]);
  const isJoined = next.isJoined && clockOf(points, last) < next.clock && before >= plot.top;
  return [
    ...(isJoined
      ? [
          {
            kind: 'shape',
            shape: lineShape([x(clockOf(points, last)), before, x(next.clock), height]),
            stroke: colour,
            width,
          } as const,
        ]
      : []),
    { kind: 'shape', shape: discShape(x(next.clock), height, dotRadius), fill: colour },
  ];
}

/** Room at the top for the names of epochs. */
const epochNameHeight = 18;

function epochMarksOf(
  measure: Frame['measure'],
  { plot, x }: LossScales,
  epochs: LossPicture['epochs'],
): readonly Mark[] {
  const lines = new Shape();
  const names: Mark[] = [];
  let free = plot.left;
  for (const { clock, name } of epochs) {
    const at = Math.round(x(clock)) + 0.5;
    // Epochs are not equally long where the size of the batch was changed.
    const isNamed = name !== '' && at >= free;
    lineShape([at, plot.bottom, at, isNamed ? plot.top : plot.bottom - 6]).drawOn(lines);
    if (!isNamed) continue;
    free = at + (tickSize / labelSize) * measure(name) + 8;
    if (free >= plot.right + 4) continue;
    const place = { x: at + 3, y: plot.top + 8, anchor: 'start' } as const;
    names.push({ kind: 'text', text: name, ...place, size: tickSize, colour: 'ink-soft' });
  }
  return [{ kind: 'shape', shape: lines, stroke: 'line' }, ...names];
}

const tip = 8;
const halfTip = 4;

/** Where a curve leaves the plot at the top, a tip in its colour, and the highest loss it comes to. */
function borderMarks(
  measure: Frame['measure'],
  scales: LossScales,
  { curves, epochs, write }: LossPicture,
): readonly Mark[] {
  const { plot, domain, x } = scales;
  const exits = curves.flatMap(({ points, colour }) => {
    const exit = exitOf(points, domain.high);
    return exit === null
      ? []
      : [
          {
            colour,
            text: write(exit.highest),
            at: Math.min(Math.max(x(exit.clock), plot.left + halfTip), plot.right - halfTip),
          },
        ];
  });
  const top = plot.top + (epochs.length > 0 ? epochNameHeight : 2);
  const rows: number[] = [];
  return exits
    .sort((a, b) => a.at - b.at)
    .flatMap(({ colour, text, at }): readonly Mark[] => {
      const width = measure(text) + halfTip + 6;
      const isLeft = at + width > plot.right;
      const from = isLeft ? at - width : at - halfTip;
      // In the first row that is free there.
      const row = rows.findIndex((end) => end < from);
      const place = row < 0 ? rows.length : row;
      rows[place] = isLeft ? at + halfTip : at + width;
      const y = top + place * labelHeight;
      const arrow = shapeOf((shape) => {
        shape.moveTo(at, y);
        shape.lineTo(at - halfTip, y + tip);
        shape.lineTo(at + halfTip, y + tip);
        shape.closePath();
      });
      return [
        { kind: 'shape', shape: arrow, fill: colour, stroke: 'paper', width: 1 },
        {
          ...{ kind: 'text', text, x: at + (isLeft ? -halfTip - 3 : halfTip + 3), y: y + tip / 2 },
          ...{ anchor: isLeft ? 'end' : 'start', colour, halo: 'paper' },
        },
      ];
    });
}

/** The clock at which a curve first goes above `high`, and the highest loss it has; null for one that stays below. */
function exitOf(points: LossPoints, high: number): { readonly clock: number; readonly highest: number } | null {
  const { loss } = points;
  let first = -1;
  let highest = high;
  for (let i = 0; i < loss.length; i++) {
    // What is not a number has left everything behind.
    const value = Number.isNaN(loss[i]) ? Number.POSITIVE_INFINITY : loss[i];
    if (value <= high) continue;
    if (first < 0) first = i;
    if (value > highest) highest = value;
  }
  return first < 0 ? null : { clock: clockOf(points, first), highest };
}

/** Names as short as a letter tell little apart by their place, so they may stand on the curve itself. */
const longestOnCurve = 24;

/** The names beside the ends where they have room, else in the corner that the curves leave free; never on each other. */
function nameMarks(
  measure: Frame['measure'],
  { plot, x, y }: LossScales,
  curves: readonly LossCurve[],
): readonly Mark[] {
  const ends = curves
    .filter(({ end, name }) => name !== '' && !Number.isNaN(end.loss))
    .map(({ name, colour, end }) => {
      const height = Number.isFinite(end.loss) ? y(end.loss) : plot.top;
      return { name, colour, at: x(end.clock), height: Math.min(Math.max(height, plot.top + 8), plot.bottom - 8) };
    });
  const widest = Math.max(0, ...ends.map(({ name }) => boldWidth * measure(name)));
  const isBeside = ends.every(({ at }) => at + 8 + widest < plot.right);
  const heights = ends.map(({ height }) => height);
  const places =
    isBeside || widest <= longestOnCurve ? spreadLabels(heights, labelHeight, plot) : cornerPlaces(heights, plot);
  return ends.map(({ name, colour, at }, i): Mark => {
    const fits = at + 8 + widest < plot.right;
    // A line at the step that is shown stands at the end too.
    const isBefore = at - 6 - widest > plot.left + 0.15 * widthOf(plot);
    const place = fits ? at + 6 : isBefore ? at - 6 : plot.right - 4;
    return {
      ...{ kind: 'text', text: name, x: place, y: places[i], anchor: fits ? 'start' : 'end' },
      ...{ isBold: true, colour, halo: 'paper' },
    };
  });
}

/** One above the other where the curves are not: at the top when they end low, else at the bottom. */
function cornerPlaces(heights: readonly number[], plot: Rectangle): readonly number[] {
  const order = [...heights.keys()].sort((a, b) => heights[a] - heights[b]);
  const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
  const isLow = mean > (plot.top + plot.bottom) / 2;
  const first = isLow ? plot.top + epochNameHeight + 8 : plot.bottom - 8 - labelHeight * (heights.length - 1);
  const places = [...heights];
  for (const [line, index] of order.entries()) places[index] = first + line * labelHeight;
  return places;
}

/** What is read off the plot at a clock. */
export interface LossReading {
  readonly clock: number;
  readonly words: string;
  readonly dots: readonly { readonly loss: number; readonly colour: ColourName }[];
}

/** @param right the end of the room for words above the plot */
export function readingMarks(
  measure: Frame['measure'],
  { plot, x, y }: LossScales,
  { clock, words, dots }: LossReading,
  right: number,
): readonly Mark[] {
  const at = x(clock);
  const half = measure(words) / 2;
  return [
    { kind: 'shape', shape: lineShape([at, plot.top, at, plot.bottom]), stroke: 'ink-soft', dash: [2, 2] },
    ...dots
      .filter(({ loss }) => !Number.isNaN(loss))
      .map(({ loss, colour }): Mark => {
        const height = Number.isFinite(loss) ? Math.min(Math.max(y(loss), plot.top), plot.bottom) : plot.top;
        return {
          kind: 'shape',
          shape: shapeOf((shape) => addDisc(shape, at, height, 3.5)),
          fill: colour,
          stroke: 'paper',
        };
      }),
    {
      ...{ kind: 'text', text: words, y: plot.top - 13, anchor: 'middle', colour: 'ink' },
      x: Math.max(plot.left + half, Math.min(at, right - half)),
    },
  ];
}

/** Which epochs are marked, and which of them by name, given the pixels that one takes. */
export const namedEpochs = (
  marks: readonly EpochMark[],
  named: readonly EpochMark[],
  stride: number,
  name: (epoch: number) => string,
): LossPicture['epochs'] => {
  const texts = new Map(named.map(({ epoch, row }) => [row, name(epoch)]));
  return [...new Set([...marks, ...named].map(({ row }) => row))]
    .sort((a, b) => a - b)
    .map((row) => ({ clock: row * stride, name: texts.get(row) ?? '' }));
};
