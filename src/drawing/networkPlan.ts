// Where the parts of a network stand in a picture of it: inputs, units, and outputs in columns from left to right, a line
// for each weight, and a stub at its unit for each bias.

import type { Layout } from '../training/network/layout.ts';
import { isInside, type Rectangle, type Segment, widthOf } from './viewport.ts';

/** A unit's middle, in pixels. */
export interface UnitPlace {
  readonly x: number;
  readonly y: number;
}

/** How many lines of text fit under a unit. */
export type TextLines = 0 | 1 | 2;

export interface NetworkPlan {
  readonly layout: Layout;
  readonly room: Rectangle;
  /** Width and height of a unit's map. */
  readonly side: number;
  /** The inputs, the units of each hidden layer, the outputs. */
  readonly columns: readonly (readonly UnitPlace[])[];
  /** Of every weight and bias in the order of the vector, from where its input is to its unit. */
  readonly lines: readonly Segment[];
  readonly textLines: TextLines;
  /** Whether, for want of such lines, the numbers of one column have room beside its units. */
  readonly hasRoomBeside: boolean;
  /** The middle of the line of titles over the columns; null where there is no room for one. */
  readonly titleY: number | null;
  /** Pixels from column to column. */
  readonly pitch: number;
  /** Pixels between what stands in two columns, numbers included. */
  readonly gap: number;
}

/** Room that texts need. */
export interface TextRoom {
  /** At the left for the names of the inputs, and at the right for what stands beside the outputs. */
  readonly left: number;
  readonly right: number;
  /** Width of a number under a unit. */
  readonly number: number;
}

export const textLineHeight = 13;
const titleHeight = 18;
/** Lower pictures have no titles. */
const leastWithTitles = 170;
const largestSide = 88;
/** A map's largest share of the way from column to column. */
const sideShare = 0.46;
/** Pixels between two numbers in neighbouring columns. */
const betweenNumbers = 4;
/** Maps smaller than these give way to no further line of text. */
const leastBesideTwo = 26;
const leastBesideOne = 13;

export function planNetwork(layout: Layout, room: Rectangle, { left, right, number }: TextRoom): NetworkPlan {
  const { sizes } = layout;
  const height = room.bottom - room.top;
  const hasTitles = height >= leastWithTitles;
  const top = room.top + (hasTitles ? titleHeight : 0);
  const across = Math.max(1, widthOf(room) - left - right);
  // The first and the last column reach half a map beyond their middles.
  const widest = Math.min(largestSide, (sideShare * across) / (sizes.length - 1 + sideShare));
  const least = (across - widest) / (sizes.length - 1);
  const hasNumbers = least >= number + betweenNumbers;
  const { side, textLines } = sizeOfMaps((room.bottom - top) / Math.max(...sizes), widest, hasNumbers);
  const pitch = (across - side) / (sizes.length - 1);
  const gap = pitch - (textLines === 0 ? side : Math.max(side, number));
  const columns = sizes.map((units, column) =>
    placesInColumn(units, room.left + left + side / 2 + column * pitch, top, room.bottom, side, textLines),
  );
  const titleY = hasTitles ? room.top + titleHeight / 2 : null;
  const lines = linesOf(layout, columns, side);
  const hasRoomBeside = textLines === 0 && gap >= number + betweenNumbers && leastStep(columns) >= leastLine;
  return { layout, room, side, columns, lines, textLines, hasRoomBeside, titleY, pitch, gap };
}

/** Pixels of a line of text that is close to the next. */
const leastLine = 10;

/** Pixels from unit to unit where they are closest. */
const leastStep = (columns: NetworkPlan['columns']): number =>
  Math.min(...columns.flatMap(([first, second]) => (second === undefined ? [] : [second.y - first.y])));

/** @param share pixels of height for each unit of the fullest column; `hasNumbers`: whether the columns leave room for them */
function sizeOfMaps(share: number, widest: number, hasNumbers: boolean): Pick<NetworkPlan, 'side' | 'textLines'> {
  const beside = (lines: TextLines): number =>
    Math.min(widest, share - lines * textLineHeight - Math.max(2, 0.12 * share));
  if (hasNumbers && beside(2) >= Math.min(leastBesideTwo, widest)) return { side: beside(2), textLines: 2 };
  if (hasNumbers && beside(1) >= Math.min(leastBesideOne, widest)) return { side: beside(1), textLines: 1 };
  return { side: Math.max(3, beside(0)), textLines: 0 };
}

function placesInColumn(
  units: number,
  x: number,
  top: number,
  bottom: number,
  side: number,
  textLines: TextLines,
): readonly UnitPlace[] {
  const block = side + textLines * textLineHeight;
  const share = Math.min((bottom - top) / units, 1.7 * side + textLines * textLineHeight);
  const first = (top + bottom) / 2 - (share * (units - 1)) / 2 - block / 2 + side / 2;
  return Array.from({ length: units }, (_, unit) => ({ x, y: first + unit * share }));
}

/** How far apart the ends of the lines at one side of a unit are at most, and their share of that side. */
const endGap = 7;
const endShare = 0.62;
/** The ends at the left leave the lower corner to the bias. */
const raise = 0.1;

function linesOf({ layers, dimension }: Layout, columns: NetworkPlan['columns'], side: number): readonly Segment[] {
  const lines = new Array<Segment>(dimension);
  const offset = (index: number, count: number): number => {
    const gap = Math.min(endGap, (endShare * side) / Math.max(1, count - 1));
    return (index - (count - 1) / 2) * gap;
  };
  const stub = stubLength(side);
  for (const [layer, { inputs, units, weights, biases }] of layers.entries()) {
    for (let unit = 0; unit < units; unit++) {
      const to = columns[layer + 1][unit];
      const left = to.x - side / 2;
      for (let input = 0; input < inputs; input++) {
        const from = columns[layer][input];
        lines[weights + unit * inputs + input] = [
          from.x + side / 2,
          from.y + offset(unit, units),
          left,
          to.y - raise * side + offset(input, inputs),
        ];
      }
      const bottom = to.y + side / 2;
      lines[biases + unit] = [left - stub, bottom - 0.35 * side + stub, left, bottom - 0.35 * side + stub / 2];
    }
  }
  return lines;
}

const stubLength = (side: number): number => Math.max(4, Math.min(13, 0.3 * side));

/** A part of the picture: a unit of a column, counted from 0 with the inputs, or a weight or bias by its index. */
export type NetworkPart = UnitPart | { readonly kind: 'weight'; readonly index: number };

export interface UnitPart {
  readonly kind: 'unit';
  readonly column: number;
  readonly unit: number;
}

export const keyOfPart = (part: NetworkPart): string =>
  part.kind === 'unit' ? `unit ${part.column} ${part.unit}` : `weight ${part.index}`;

export const unitBox = ({ x, y }: UnitPlace, side: number): Rectangle => ({
  left: x - side / 2,
  top: y - side / 2,
  right: x + side / 2,
  bottom: y + side / 2,
});

/** The unit under a pixel, or the weight or bias whose line is nearest and no farther than `reach`; null where none is. */
export function partAt(
  { columns, lines, layout, side }: NetworkPlan,
  x: number,
  y: number,
  reach: number,
): NetworkPart | null {
  for (const [column, units] of columns.entries()) {
    const unit = units.findIndex((place) => isInside(unitBox(place, side), x, y));
    if (unit >= 0) return { kind: 'unit', column, unit };
  }
  let nearest = -1;
  let least = reach;
  for (const [index, line] of lines.entries()) {
    // A short stub among long lines is meant where it is as good as hit.
    const away = distanceTo(line, x, y) - (isBias(layout, index) ? stubFavour : 0);
    if (away > least) continue;
    least = away;
    nearest = index;
  }
  return nearest < 0 ? null : { kind: 'weight', index: nearest };
}

/** Pixels. */
const stubFavour = 2;

export const isBias = ({ layers }: Layout, index: number): boolean =>
  layers.some(({ biases, end }) => index >= biases && index < end);

function distanceTo([x1, y1, x2, y2]: Segment, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = ((x - x1) * dx + (y - y1) * dy) / Math.max(dx * dx + dy * dy, 1e-9);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
