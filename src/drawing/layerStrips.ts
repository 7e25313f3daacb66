// How large the numbers of each layer were, step by step: one strip for each quantity on a logarithmic axis of its own, one
// line in it for each layer, told apart by dashes and by a number at its end.

import { logarithmicScale, niceLogarithmic } from './logarithmicScale.ts';
import { drawLossRows, lossRange, stepSpan } from './lossCurve.ts';
import { type Mark, type ShapeMark, tickSize } from './marks.ts';
import type { ColourName } from './palette.ts';
import { linearScale, type NumberMarks, type Scale, withMarks } from './scale.ts';
import { lineShape, shapeOf } from './shape.ts';
import { heightOf, type Rectangle, widthOf } from './viewport.ts';

export interface StripSeries {
  readonly title: string;
  readonly colour: ColourName;
  /** For each layer its numbers row by row. */
  readonly layers: readonly Float64Array[];
}

export interface StripRows {
  readonly series: readonly StripSeries[];
  /** Row r is step r * stride. */
  readonly stride: number;
  /** Steps that were taken. */
  readonly count: number;
  /** The step that the page shows. */
  readonly cursor: number;
  /** What stands at the end of each layer's line. */
  readonly names: readonly string[];
}

export interface StripWords {
  readonly step: string;
  readonly measure: (text: string) => number;
  /** The signs of numbers. */
  readonly marks: NumberMarks;
}

/** Room at the left for the numbers of an axis, at the right for the names of the layers, and above for a strip's title. */
const left = 44;
const titleHeight = 16;
const gap = 8;
const axisHeight = 16;
const leastWidth = 190;
const leastHeight = 64;

/** A box for each strip, in as many columns as make them large enough to be read. */
export function stripBoxes(room: Rectangle, count: number, right: number): readonly Rectangle[] {
  const fits = (columns: number): boolean => heightOf(room) / Math.ceil(count / columns) >= leastHeight;
  const most = Math.max(1, Math.floor(widthOf(room) / leastWidth));
  let columns = 1;
  while (columns < Math.min(most, count) && !fits(columns)) columns += 1;
  const rows = Math.ceil(count / columns);
  const [width, height] = [widthOf(room) / columns, (heightOf(room) - axisHeight) / rows];
  return Array.from({ length: count }, (_, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    return {
      left: room.left + column * width + left,
      right: room.left + (column + 1) * width - right,
      top: room.top + row * height + titleHeight,
      bottom: room.top + (row + 1) * height - gap,
    };
  });
}

/** Dashes of the layers, the first solid. */
const dashes: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [8, 3, 2, 3], [1, 3]];

/** From a broad pale line to a fine strong one. */
function lookOf(layer: number, layers: number): Pick<ShapeMark, 'dash' | 'width' | 'opacity'> {
  const share = layers === 1 ? 1 : layer / (layers - 1);
  return { dash: dashes[layer % dashes.length], width: 2.6 - 1.3 * share, opacity: 0.45 + 0.55 * share };
}

export function stripMarks(room: Rectangle, rows: StripRows, words: StripWords): readonly Mark[] {
  const right = Math.max(...rows.names.map((name) => words.measure(name))) + 6;
  const boxes = stripBoxes(room, rows.series.length, right);
  const lowest = Math.max(...boxes.map(({ bottom }) => bottom));
  return rows.series.flatMap((series, place) => {
    const plot = boxes[place];
    if (!(widthOf(plot) > 20 && heightOf(plot) > 12)) return [];
    const x = linearScale([0, stepSpan(rows.count)], [plot.left, plot.right]);
    const range = lossRange(series.layers, true);
    const y = logarithmicScale(niceLogarithmic([range.low, range.high]), [plot.bottom, plot.top]);
    return [
      ...axisMarks(plot, series.title, y, words),
      ...(plot.bottom === lowest ? stepMarks(plot, x, words) : []),
      ...lineMarks(plot, series, rows, x, y),
      ...cursorMarks(plot, x(rows.cursor)),
    ];
  });
}

/** Pixels between two numbers of an axis. */
const tickGap = 22;

function axisMarks(plot: Rectangle, title: string, y: Scale, { marks }: StripWords): readonly Mark[] {
  const wanted = Math.max(2, Math.floor(heightOf(plot) / tickGap));
  const format = y.tickFormat(wanted);
  const ticks = y.ticks(wanted).filter((value) => format(value) !== '');
  return [
    {
      kind: 'text',
      text: title,
      x: plot.left,
      y: plot.top - titleHeight / 2,
      anchor: 'start',
      colour: 'ink',
      size: tickSize,
    },
    { kind: 'shape', shape: lineShape([plot.left, plot.bottom, plot.right, plot.bottom]), stroke: 'line' },
    ...ticks.flatMap((value): readonly Mark[] => [
      { kind: 'shape', shape: lineShape([plot.left, y(value), plot.right, y(value)]), stroke: 'line', opacity: 0.6 },
      {
        ...{
          kind: 'text',
          text: powerText(value) ?? withMarks(format(value), marks),
          x: plot.left - 4,
          y: y(value),
          anchor: 'end',
        },
        ...{ colour: 'ink-soft', size: tickSize, isTick: true },
      },
    ]),
  ];
}

function stepMarks(plot: Rectangle, x: Scale, { step, measure, marks }: StripWords): readonly Mark[] {
  const ticks = x.ticks(Math.max(2, Math.floor(widthOf(plot) / 80)));
  const write = (value: number): string => withMarks(format(value), marks);
  const format = x.tickFormat(ticks.length);
  const look = { kind: 'text', y: plot.bottom + axisHeight / 2 + 1, colour: 'ink-soft', size: tickSize } as const;
  const end = plot.right - measure(step) - 6;
  return [
    ...ticks
      .filter((value) => x(value) + measure(write(value)) / 2 < end)
      .map((value): Mark => ({ ...look, text: write(value), x: x(value), anchor: 'middle', isTick: true })),
    { ...look, text: step, x: plot.right, anchor: 'end' },
  ];
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `10⁻⁴` for a power of ten far from 1; null for all else. */
function powerText(value: number): string | null {
  const exponent = Math.round(Math.log10(value));
  if (Math.abs(exponent) < 3 || Number(`1e${exponent}`) !== value) return null;
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

/** More rows than this for each pixel tell no more. */
const rowsPerPixel = 4;

function lineMarks(
  plot: Rectangle,
  { colour, layers }: StripSeries,
  rows: StripRows,
  x: Scale,
  y: Scale,
): readonly Mark[] {
  const ends: { readonly name: string; readonly y: number }[] = [];
  const lines = layers.flatMap((numbers, layer): readonly Mark[] => {
    if (numbers.length === 0) return [];
    const kept = thinned(numbers, Math.ceil(numbers.length / (rowsPerPixel * widthOf(plot))));
    const stride = rows.stride * kept.every;
    const shape = shapeOf((path) =>
      drawLossRows(path, plot, x, y, { loss: kept.numbers, stride }, 0, kept.numbers.length),
    );
    ends.push({ name: rows.names[layer], y: endOf(plot, y, numbers[numbers.length - 1]) });
    return [{ kind: 'shape', shape, stroke: colour, ...lookOf(layer, layers.length), id: `layer ${layer}` }];
  });
  return [
    ...lines,
    ...apart(ends, plot).map(
      ({ name, y: at }): Mark => ({
        ...{ kind: 'text', text: name, x: plot.right + 4, y: at, anchor: 'start', colour, size: tickSize },
      }),
    ),
  ];
}

const endOf = (plot: Rectangle, y: Scale, value: number): number =>
  Number.isFinite(value) ? Math.max(plot.top, Math.min(plot.bottom, y(value))) : plot.top;

function thinned(numbers: Float64Array, every: number): { readonly numbers: Float64Array; readonly every: number } {
  if (every <= 1) return { numbers, every: 1 };
  const kept = new Float64Array(Math.ceil(numbers.length / every));
  for (let i = 0; i < kept.length; i++) kept[i] = numbers[i * every];
  return { numbers: kept, every };
}

const nameHeight = 12;

/** The same from the highest to the lowest, each at least a line below the one before, and all within the plot where they fit. */
function apart<End extends { readonly y: number }>(ends: readonly End[], plot: Rectangle): readonly End[] {
  const sorted = ends.toSorted((a, b) => a.y - b.y);
  const places = sorted.map(({ y }) => y);
  for (let i = 1; i < places.length; i++) places[i] = Math.max(places[i], places[i - 1] + nameHeight);
  let limit = plot.bottom;
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i], limit);
    limit = places[i] - nameHeight;
  }
  return sorted.map((end, i) => ({ ...end, y: places[i] }));
}

const cursorMarks = (plot: Rectangle, x: number): readonly Mark[] => [
  { kind: 'shape', shape: lineShape([x, plot.top, x, plot.bottom]), stroke: 'weights', opacity: 0.6 },
];
