// The sharpness along a run against the limit up to which the rule in use is stable, as marks. The axis ends above both.

import { labelSize, type Mark, type ShapeMark } from './marks.ts';
import { linearScale, type NumberMarks, niceLinear } from './scale.ts';
import { type Frame, labelHeight } from './scene.ts';
import { axisMarks } from './sceneAxes.ts';
import { lineShape, shapeOf } from './shape.ts';
import { heightOf, type Rectangle, widthOf } from './viewport.ts';

export interface LimitPoint {
  readonly step: number;
  readonly largest: number;
  /** Null where there is none. */
  readonly limit: number | null;
}

export interface LimitWords {
  readonly step: string;
  readonly sharpness: string;
  readonly limit: string;
  readonly measure: Frame['measure'];
  readonly marks: NumberMarks;
}

const margins = { left: 44, right: 8, top: 24, bottom: 26 } as const;
const leastSide = 30;

/** @param points in the order of their steps */
export function limitMarks(
  room: Rectangle,
  points: readonly LimitPoint[],
  cursor: number,
  words: LimitWords,
): readonly Mark[] {
  const plot: Rectangle = {
    left: room.left + margins.left,
    right: room.right - margins.right,
    top: room.top + margins.top,
    bottom: room.bottom - margins.bottom,
  };
  const values = points.flatMap(({ largest, limit }) => [largest, ...(limit === null ? [] : [limit])]);
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0 || Math.min(widthOf(plot), heightOf(plot)) < leastSide) return [];
  const last = Math.max(1, cursor, points[points.length - 1].step);
  const x = linearScale([0, last], [plot.left, plot.right]);
  const highest = Math.max(...finite) * 1.15;
  const y = linearScale(niceLinear([Math.min(0, ...finite), highest > 0 ? highest : 1]), [plot.bottom, plot.top]);
  const curve = (of: (point: LimitPoint) => number | null): ShapeMark['shape'] =>
    shapeOf((shape) => {
      let isDrawn = false;
      for (const point of points) {
        const value = of(point);
        const isThere = value !== null && Number.isFinite(value);
        if (isThere && isDrawn) shape.lineTo(x(point.step), y(value));
        else if (isThere) shape.moveTo(x(point.step), y(value));
        isDrawn = isThere;
      }
    });
  const hasLimit = points.some(({ limit }) => limit !== null);
  const name = {
    kind: 'text',
    anchor: 'end',
    size: labelSize,
    isBold: true,
    halo: 'paper',
    x: plot.right - 4,
  } as const;
  return [
    ...axisMarks(words.measure, {
      ...{ plot, x, y, nameX: words.step, nameY: '', marks: words.marks, offset: 0 },
    }),
    { kind: 'shape', shape: lineShape([x(cursor), plot.top, x(cursor), plot.bottom]), stroke: 'ink-soft', width: 1 },
    { kind: 'shape', shape: curve(({ limit }) => limit), stroke: 'ink', width: 1.5, dash: [6, 4], id: 'limit' },
    { kind: 'shape', shape: curve(({ largest }) => largest), stroke: 'loss-full', width: 2, id: 'sharpness' },
    { ...name, text: words.sharpness, y: plot.bottom - labelHeight, colour: 'loss-full' },
    ...(hasLimit
      ? [{ ...name, text: words.limit, y: plot.bottom - 2 * labelHeight, colour: 'ink' } satisfies Mark]
      : []),
  ];
}
