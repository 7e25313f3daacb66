// A loss plot as marks: curves with their past and their future, a band of many runs, epochs, and the losses about to come.

import { drawBand, drawLossLine, drawLossRows } from './lossCurve.ts';
import { borderMarks, exitsOf, nameMarks } from './lossNames.ts';
import {
  clockOf,
  type LossBand,
  type LossCurve,
  type LossPicture,
  type LossPoints,
  type LossScales,
} from './lossPicture.ts';
import type { Mark } from './marks.ts';
import { labelSize, tickSize } from './marks.ts';
import type { Frame } from './scene.ts';
import { discShape, lineShape, Shape, shapeOf } from './shape.ts';

export const dotRadius = 3;
export const faded = 0.3;

export function lossMarks(measure: Frame['measure'], scales: LossScales, picture: LossPicture): readonly Mark[] {
  const { curves, bands, epochs } = picture;
  const exits = exitsOf(measure, scales, picture);
  return [
    ...epochMarksOf(measure, scales, epochs),
    ...bands.flatMap((band) => bandMarks(scales, band)),
    ...curves.flatMap((curve) => curveMarks(scales, curve)),
    ...curves.flatMap((curve) => nextMarks(scales, curve)),
    ...borderMarks(exits),
    ...nameMarks(measure, scales, curves, exits),
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
