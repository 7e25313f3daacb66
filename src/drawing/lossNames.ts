// What is said in a loss plot, as marks: names at the ends of curves, at the border how far what leaves the plot goes, and
// what is read at a clock.

import {
  clockOf,
  type LossCurve,
  type LossPicture,
  type LossPoints,
  type LossReading,
  type LossScales,
} from './lossPicture.ts';
import type { Mark } from './marks.ts';
import { spreadLabels } from './placeLabels.ts';
import { boldWidth, type Frame, labelHeight } from './scene.ts';
import { addDisc, lineShape, shapeOf } from './shape.ts';
import { type Rectangle, widthOf } from './viewport.ts';

/** Room at the top for the names of epochs. */
const epochNameHeight = 18;

const tip = 8;
const halfTip = 4;

/** What stands at the border where a curve leaves the plot at the top. */
interface Exit {
  readonly colour: LossCurve['colour'];
  readonly text: string;
  /** Where its tip points, whether its words stand to the left of it, and the top of its row. */
  readonly at: number;
  readonly isLeft: boolean;
  readonly y: number;
  /** What tip and words take of the width. */
  readonly from: number;
  readonly to: number;
}

/** The highest loss that each curve comes to, in rows in which none stands on another. */
export function exitsOf(
  measure: Frame['measure'],
  { plot, domain, x }: LossScales,
  { curves, epochs, write }: LossPicture,
): readonly Exit[] {
  const exits = curves.flatMap(({ points, colour }) => {
    const exit = exitOf(points, domain.high);
    if (exit === null) return [];
    const at = Math.min(Math.max(x(exit.clock), plot.left + halfTip), plot.right - halfTip);
    return [{ colour, text: write(exit.highest), at }];
  });
  const top = plot.top + (epochs.length > 0 ? epochNameHeight : 2);
  const rows: number[] = [];
  return exits
    .sort((a, b) => a.at - b.at)
    .map((exit) => {
      const width = measure(exit.text) + halfTip + 6;
      const isLeft = exit.at + width > plot.right;
      const from = isLeft ? exit.at - width : exit.at - halfTip;
      const to = isLeft ? exit.at + halfTip : exit.at + width;
      // In the first row that is free there.
      const row = rows.findIndex((end) => end < from);
      const place = row < 0 ? rows.length : row;
      rows[place] = to;
      return { ...exit, isLeft, from, to, y: top + place * labelHeight };
    });
}

/** A tip in the colour of the curve, and how far it goes. */
export const borderMarks = (exits: readonly Exit[]): readonly Mark[] =>
  exits.flatMap(({ colour, text, at, isLeft, y }): readonly Mark[] => {
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

/**
 * The names beside the ends where they have room, else in the corner that the curves leave free; never on each other,
 * nor on what stands at the border.
 */
export function nameMarks(
  measure: Frame['measure'],
  { plot: whole, x, y }: LossScales,
  curves: readonly LossCurve[],
  exits: readonly Exit[],
): readonly Mark[] {
  const plot = belowExits(whole, exits, measure, x, curves);
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

/** The plot without the rows at its border over which a name beside its end would come to stand. */
function belowExits(
  plot: Rectangle,
  exits: readonly Exit[],
  measure: Frame['measure'],
  x: LossScales['x'],
  curves: readonly LossCurve[],
): Rectangle {
  const isUnder = ({ name, end }: LossCurve, { from, to }: Exit): boolean => {
    const [at, width] = [x(end.clock), boldWidth * measure(name) + 8];
    // Where the name will stand is known only from the room that all have; either side is kept free.
    return name !== '' && from < at + width && to > at - width;
  };
  const above = exits.filter((exit) => curves.some((curve) => isUnder(curve, exit)));
  return above.length === 0 ? plot : { ...plot, top: Math.max(...above.map(({ y }) => y + labelHeight)) };
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
