// Data space as marks: the examples, what the model predicts, and what it is off by. All numbers come finished.

import type { Point } from '../training/vector.ts';
import { boundaryLine, drawCurve, drawMark, type Mark as Form, markSize } from './examples.ts';
import type { Colour, Mark } from './marks.ts';
import type { Frame } from './scene.ts';
import { boldWidth } from './scene.ts';
import { addDisc, discShape, lineShape, Shape, shapeOf } from './shape.ts';
import { clipSegment, grow, type Rectangle, type Viewport } from './viewport.ts';

/** Places of examples in the plane of the picture, one number each. */
export interface Places {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly count: number;
}

export function pointMarks({ viewport }: Frame, { x, y, count }: Places): readonly Mark[] {
  const size = markSize(viewport.plot, count);
  const discs = shapeOf((shape) => {
    for (let i = 0; i < count; i++) addDisc(shape, viewport.x(x[i]), viewport.y(y[i]), size);
  });
  return [{ kind: 'shape', shape: discs, fill: 'example', opacity: 0.75 }];
}

/** Examples of two classes: filled squares of class 1, rings of class 0. */
export function classMarks(
  { viewport }: Frame,
  { x, y, count }: Places,
  isOne: (i: number) => boolean,
): readonly Mark[] {
  const size = markSize(viewport.plot, count);
  const [ones, zeros] = [new Shape(), new Shape()];
  for (let i = 0; i < count; i++)
    drawMark(isOne(i) ? ones : zeros, isOne(i) ? 'square' : 'disc', viewport.x(x[i]), viewport.y(y[i]), size);
  return [
    { kind: 'shape', shape: ones, fill: 'example-one' },
    { kind: 'shape', shape: zeros, stroke: 'example', width: 1.25 },
  ];
}

/** The batch's marks: larger, in the batch's colour, with a rim of paper. */
export function batchMarks(
  { viewport }: Frame,
  { x, y, count }: Places,
  batch: ArrayLike<number>,
  formOf: (index: number) => Form = () => 'disc',
): readonly Mark[] {
  const size = markSize(viewport.plot, count) + 1;
  const marks = shapeOf((shape) => {
    for (let row = 0; row < batch.length; row++) {
      const index = batch[row];
      drawMark(shape, formOf(index), viewport.x(x[index]), viewport.y(y[index]), size);
    }
  });
  return [
    { kind: 'shape', shape: marks, stroke: 'paper', width: 3 },
    { kind: 'shape', shape: marks, fill: 'batch' },
  ];
}

/** Lines of the batch, each from pixels to pixels, as far as they are near the plot. */
export function residualMarks(
  { viewport }: Frame,
  lines: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[],
): readonly Mark[] {
  const shape = shapeOf((all) => {
    for (const line of lines) addLine(all, viewport, line);
  });
  return [{ kind: 'shape', shape, stroke: 'batch', width: lines.length > 200 ? 0.7 : 1.25 }];
}

function addLine(shape: Shape, { plot }: Viewport, line: readonly [number, number, number, number]): void {
  const visible = clipSegment(grow(plot, 10), ...line);
  if (visible !== null) lineShape(visible).drawOn(shape);
}

/** The curve of a prediction over the first axis. */
export const predictionMarks = ({ viewport }: Frame, x: Float64Array, y: Float64Array): readonly Mark[] => [
  {
    kind: 'shape',
    shape: shapeOf((shape) => drawCurve(shape, viewport, x, y)),
    ...{ stroke: 'prediction', width: 2.25 },
  },
];

/** Rings on the curve, where the batch's predictions are. */
export function predictedMarks(
  { viewport }: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  of: number,
): readonly Mark[] {
  const size = markSize(viewport.plot, of);
  const rings = shapeOf((shape) => {
    for (let i = 0; i < x.length; i++)
      if (Number.isFinite(viewport.y(y[i]))) addDisc(shape, viewport.x(x[i]), viewport.y(y[i]), size);
  });
  return [{ kind: 'shape', shape: rings, fill: 'paper', stroke: 'prediction', width: 1.5 }];
}

/** The weights among the examples, with their name. */
export function placeMarks({ viewport }: Frame, [across, up]: Point, name: string): readonly Mark[] {
  const [x, y] = [viewport.x(across), viewport.y(up)];
  const isLeft = x > (viewport.plot.left + viewport.plot.right) / 2;
  // Above the point, where the plot does not end there: away from what it pulls at.
  const line = Math.max(y - 10, viewport.plot.top + 13);
  return [
    { kind: 'shape', shape: discShape(x, y, 5), fill: 'weights', stroke: 'paper', width: 1.5 },
    wordMark(name, x + (isLeft ? -9 : 9), line, isLeft ? 'end' : 'start', 'weights'),
  ];
}

const wordMark = (text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end', colour: Colour): Mark => ({
  ...{ kind: 'text', text, x, y, anchor, isBold: true, colour, halo: 'paper' },
});

/**
 * The boundary, its side for class 1, towards which the weights point, in a light tint, and what is predicted on either
 * side where there is room for the words.
 */
export function boundaryMarks(
  frame: Frame,
  towards: Point,
  names: readonly [one: string, zero: string],
): readonly Mark[] {
  const { viewport } = frame;
  const line = boundaryLine(viewport, towards);
  if (line === null) return [];
  const [x1, y1, x2, y2] = line;
  const length = Math.hypot(x2 - x1, y2 - y1);
  const size = Math.hypot(...towards);
  const [normalX, normalY] = [towards[0] / size, -towards[1] / size];
  const side = shapeOf((shape) => {
    shape.moveTo(x1, y1);
    shape.lineTo(x2, y2);
    shape.lineTo(x2 + normalX * length, y2 + normalY * length);
    shape.lineTo(x1 + normalX * length, y1 + normalY * length);
    shape.closePath();
  });
  const boundary = shapeOf((shape) => addLine(shape, viewport, line));
  return [
    { kind: 'shape', shape: side, fill: 'prediction', opacity: 0.09 },
    { kind: 'shape', shape: boundary, stroke: 'prediction', width: 2.25 },
    ...sideNames(frame, line, [normalX, normalY], names),
  ];
}

/** Beside the upper end of the boundary, one word on each side of it. */
function sideNames(
  frame: Frame,
  line: readonly [number, number, number, number],
  [normalX, normalY]: Point,
  [one, zero]: readonly [string, string],
): readonly Mark[] {
  const visible = clipSegment(grow(frame.viewport.plot, -16), ...line);
  if (visible === null) return [];
  const [x, y] = visible[1] < visible[3] ? [visible[0], visible[1]] : [visible[2], visible[3]];
  return (
    [
      [1, one],
      [-1, zero],
    ] as const
  ).flatMap(([direction, word]) => {
    const [atX, atY] = [x + direction * normalX * 12, y + direction * normalY * 12];
    const anchor = direction * normalX > 0.3 ? 'start' : direction * normalX < -0.3 ? 'end' : 'middle';
    return isWithin(frame, word, atX, atY, anchor) ? [wordMark(word, atX, atY, anchor, 'prediction')] : [];
  });
}

/** Whether all of a word is in the plot. */
function isWithin(
  { viewport, measure }: Frame,
  word: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
): boolean {
  const { plot }: { readonly plot: Rectangle } = viewport;
  const width = boldWidth * measure(word);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return left >= plot.left + 2 && left + width <= plot.right - 2 && y >= plot.top + 8 && y <= plot.bottom - 8;
}

/** Pixels of the stalk of an example whose loss has a slope of 1. */
const stalkLength = 22;

/**
 * Each example of the batch wants its prediction moved, across the boundary of these weights, by as much as its loss is
 * steep: a stalk that way. @param slopes d loss / d prediction of each example of the batch
 */
export function stalkMarks(
  frame: Frame,
  places: Places,
  batch: ArrayLike<number>,
  slopes: ArrayLike<number>,
  towards: Point,
): readonly Mark[] {
  const size = Math.hypot(...towards);
  if (!(size > 0)) return [];
  const { viewport } = frame;
  return residualMarks(
    frame,
    Array.from({ length: batch.length }, (_, row) => {
      const [x, y] = [viewport.x(places.x[batch[row]]), viewport.y(places.y[batch[row]])];
      const length = -slopes[row] * stalkLength;
      return [x, y, x + (towards[0] / size) * length, y - (towards[1] / size) * length] as const;
    }),
  );
}

/**
 * Examples whose area says what their prediction is off by, filled where it is too low, against the spread of the targets
 * so that sizes compare from step to step; all alike while `residuals` is null.
 */
export function offMarks(
  { viewport }: Frame,
  { x, y, count }: Places,
  residuals: ArrayLike<number> | null,
  spread: number,
  isInBatch: (index: number) => boolean,
): readonly Mark[] {
  const base = markSize(viewport.plot, count);
  return [false, true].flatMap((isBatch): readonly Mark[] => {
    const [low, high] = [new Shape(), new Shape()];
    for (let i = 0; i < count; i++) {
      if (isInBatch(i) !== isBatch) continue;
      const residual = residuals?.[i] ?? 0;
      const radius =
        residuals === null ? base : Math.min(3 * base, 1 + 1.6 * base * Math.sqrt(Math.abs(residual) / spread));
      if (Number.isFinite(radius)) addDisc(residual < 0 ? low : high, viewport.x(x[i]), viewport.y(y[i]), radius);
    }
    const colour = isBatch ? 'batch' : 'example';
    return [
      { kind: 'shape', shape: low, fill: colour },
      { kind: 'shape', shape: high, stroke: colour, width: isBatch ? 2 : 1.25 },
    ];
  });
}

/** A ring around one example, and a line to what it is compared with, in pixels; null where there is none. */
export function litMarks({ viewport }: Frame, [across, up]: Point, count: number, to: Point | null): readonly Mark[] {
  const [x, y] = [viewport.x(across), viewport.y(up)];
  const shape = shapeOf((ring) => {
    if (to !== null) addLine(ring, viewport, [x, y, viewport.x(to[0]), viewport.y(to[1])]);
    addDisc(ring, x, y, markSize(viewport.plot, count) + 5);
  });
  return [
    { kind: 'shape', shape, stroke: 'paper', width: 5 },
    { kind: 'shape', shape, stroke: 'example-gradient', width: 2.5 },
  ];
}
