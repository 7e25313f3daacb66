// The optimizer's state at the weights, as marks: the update as its two parts, from memory and from this gradient, tip to
// tail, and a bar along each axis as long as the rate that the rule has for it; in a plane of many weights along the two
// directions in which a gradient is followed straight, as far as is seen.

import type { Point } from '../training/vector.ts';
import type { Colour, Mark } from './marks.ts';
import { type LabelRequest, placeLabels } from './placeLabels.ts';
import { boldWidth, type Frame, labelHeight } from './scene.ts';
import { type ArrowLook, arrowMarks, nameMarks, type PlaneStep } from './sceneStep.ts';
import { lineShape, shapeOf } from './shape.ts';
import { clipSegment, isInside, type Rectangle, type Segment } from './viewport.ts';

export interface OptimizerMemory {
  /** The part of the update that comes from memory; null for a rule that has none. */
  readonly part: Point | null;
  /** How far a gradient of one goes along each of two directions at right angles; null where all go alike. */
  readonly rates: readonly [Point, Point] | null;
}

export interface MemoryNames {
  readonly memory: string;
  readonly gradient: string;
  readonly rates: string;
}

/** The least that is drawn of a part, and the least that is named, in pixels. */
const shortestPart = 3;
const shortestNamed = 40;
/** Pixels of the longer bar to either side of the weights. */
const barLength = 56;
/** Half the length of what marks its ends. */
const barEnd = 4;

const memoryLook: ArrowLook = {
  ...{ colour: 'update', width: 2, head: { headLength: 8, headWidth: 8 }, dash: [5, 3], id: 'part-memory' },
};
const gradientLook: ArrowLook = { ...memoryLook, colour: 'batch-gradient', id: 'part-gradient' };

interface Named {
  readonly marks: readonly Mark[];
  /** What the names must keep off. */
  readonly lines: readonly Segment[];
  readonly labels: readonly {
    readonly request: LabelRequest;
    readonly name: string;
    readonly colour: Colour;
    readonly quantity: string;
  }[];
}

const nothing: Named = { marks: [], lines: [], labels: [] };

/** @param taken where names stand already */
export function memoryMarks(
  frame: Frame,
  step: PlaneStep,
  { part, rates }: OptimizerMemory,
  names: MemoryNames,
  taken: readonly Rectangle[],
): readonly Mark[] {
  const { viewport } = frame;
  const bars = rates === null ? nothing : ratesOf(frame, step.weights, rates, names.rates);
  const arrows = part === null ? nothing : partsOf(frame, step, part, names);
  const labels = [...bars.labels, ...arrows.labels];
  const at = { x: viewport.x(step.weights[0]), y: viewport.y(step.weights[1]), radius: 9 };
  const places = placeLabels(
    labels.map(({ request }) => request),
    { plot: viewport.plot, lines: [...bars.lines, ...arrows.lines], discs: [at], taken },
  );
  return [
    ...bars.marks,
    ...arrows.marks,
    ...labels.flatMap(({ name, colour, quantity }, i) => nameMarks(places[i], name, colour, quantity)),
  ];
}

const requestFor = (frame: Frame, name: string, x: number, y: number, dx: number, dy: number): LabelRequest => ({
  ...{ width: boldWidth * frame.measure(name) + 4, height: labelHeight, x, y, dx, dy },
});

function partsOf(frame: Frame, { weights: at, update }: PlaneStep, part: Point, names: MemoryNames): Named {
  const { x, y, plot } = frame.viewport;
  const pixel = (to: Point): Point => [x(at[0] + to[0]), y(at[1] + to[1])];
  const [start, middle, end] = [pixel([0, 0]), pixel(part), pixel(update)];
  if (!(Math.hypot(middle[0] - start[0], middle[1] - start[1]) >= shortestPart)) return nothing;
  const parts = [
    { ends: [...start, ...middle] as Segment, look: memoryLook, name: names.memory },
    { ends: [...middle, ...end] as Segment, look: gradientLook, name: names.gradient },
  ];
  const seen = parts.flatMap(({ ends, ...rest }) => {
    const visible = clipSegment(plot, ...ends);
    return visible === null ? [] : [{ ...rest, visible }];
  });
  return {
    marks: parts.flatMap(({ ends, look }) => arrowMarks(plot, ends, look, true)),
    lines: seen.map(({ visible }) => visible),
    labels: seen.flatMap(({ visible: [x1, y1, x2, y2], look: { colour }, name }) => {
      if (Math.hypot(x2 - x1, y2 - y1) < shortestNamed) return [];
      // The name of an arrow that begins or ends where others do: beside its middle, on the side that is up.
      const side = x2 >= x1 ? 1 : -1;
      const towards = [side * (y2 - y1), -side * (x2 - x1)] as const;
      return [
        { request: requestFor(frame, name, (x1 + x2) / 2, (y1 + y2) / 2, ...towards), name, colour, quantity: colour },
      ];
    }),
  };
}

function ratesOf(frame: Frame, at: Point, rates: readonly [Point, Point], name: string): Named {
  const { plot } = frame.viewport;
  const largest = Math.max(...rates.map((rate) => Math.hypot(...rate)));
  const [x, y] = [frame.viewport.x(at[0]), frame.viewport.y(at[1])];
  if (!(largest > 0 && Number.isFinite(largest)) || !isInside(plot, x, y)) return nothing;
  const bars = rates.map((rate): Point => [(barLength * rate[0]) / largest, (-barLength * rate[1]) / largest]);
  const lines = bars.flatMap(barOf).flatMap(([x1, y1, x2, y2]) => {
    const visible = clipSegment(plot, x + x1, y + y1, x + x2, y + y2);
    return visible === null ? [] : [visible];
  });
  const shape = shapeOf((path) => {
    for (const line of lines) lineShape(line).drawOn(path);
  });
  const [colour, quantity] = ['control', 'learning-rate'] as const;
  // The name stands at the lower end of the bar that is more upright.
  const [dx, dy] = bars.reduce((a, b) => (Math.abs(b[1]) >= Math.abs(a[1]) ? b : a));
  const down = dy < 0 ? -1 : 1;
  return {
    marks: [{ kind: 'shape', shape, stroke: colour, width: 2, quantity, id: 'axis-rates' }],
    lines,
    labels: [{ request: requestFor(frame, name, x + down * dx, y + down * dy, 0, 1), name, colour, quantity }],
  };
}

/** A bar to either side of the middle, with its ends marked across. */
function barOf([dx, dy]: Point): readonly Segment[] {
  const length = Math.hypot(dx, dy);
  if (length === 0) return [];
  const [ex, ey] = [(-dy / length) * barEnd, (dx / length) * barEnd];
  return [
    [-dx, -dy, dx, dy],
    [dx - ex, dy - ey, dx + ex, dy + ey],
    [-dx - ex, -dy - ey, -dx + ex, -dy + ey],
  ];
}
