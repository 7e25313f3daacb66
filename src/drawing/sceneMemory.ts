// The optimizer's state at the weights, as marks: the update as its two parts, from memory and from this gradient, tip to
// tail, and a bar along each axis as long as the rate that the rule has for it.

import type { Point } from '../training/vector.ts';
import type { Mark } from './marks.ts';
import { type LabelRequest, placeLabels } from './placeLabels.ts';
import { boldWidth, type Frame, labelHeight } from './scene.ts';
import { type ArrowLook, arrowMarks, leaderMark, type PlaneStep } from './sceneStep.ts';
import { lineShape, shapeOf } from './shape.ts';
import { clipSegment, isInside, type Rectangle, type Segment } from './viewport.ts';

export interface OptimizerMemory {
  /** The part of the update that comes from memory; null for a rule that has none. */
  readonly part: Point | null;
  /** How far each axis goes for a gradient of one; null where all go alike. */
  readonly rates: Point | null;
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

const memoryLook: ArrowLook = {
  ...{ colour: 'update', width: 2, head: { headLength: 8, headWidth: 8 }, dash: [5, 3], id: 'part-memory' },
};
const gradientLook: ArrowLook = { ...memoryLook, colour: 'batch-gradient', id: 'part-gradient' };

/** @param taken where names stand already */
export function memoryMarks(
  frame: Frame,
  step: PlaneStep,
  { part, rates }: OptimizerMemory,
  names: MemoryNames,
  taken: readonly Rectangle[],
): readonly Mark[] {
  return [
    ...(rates === null ? [] : rateMarks(frame, step.weights, rates, names.rates)),
    ...(part === null ? [] : partMarks(frame, step, part, names, taken)),
  ];
}

function partMarks(
  frame: Frame,
  { weights: at, update }: PlaneStep,
  part: Point,
  names: MemoryNames,
  taken: readonly Rectangle[],
): readonly Mark[] {
  const { viewport } = frame;
  const pixel = (to: Point): Point => [viewport.x(at[0] + to[0]), viewport.y(at[1] + to[1])];
  const [start, middle, end] = [pixel([0, 0]), pixel(part), pixel(update)];
  if (!(Math.hypot(middle[0] - start[0], middle[1] - start[1]) >= shortestPart)) return [];
  const parts = [
    { ends: [...start, ...middle] as Segment, look: memoryLook, name: names.memory },
    { ends: [...middle, ...end] as Segment, look: gradientLook, name: names.gradient },
  ];
  const lines = parts.flatMap(({ ends }) => clipSegment(viewport.plot, ...ends) ?? []);
  const segments = Array.from(
    { length: lines.length / 4 },
    (_, i) => lines.slice(4 * i, 4 * i + 4) as unknown as Segment,
  );
  const named = parts.flatMap(({ ends, look, name }) => {
    const visible = clipSegment(viewport.plot, ...ends);
    if (visible === null || Math.hypot(visible[2] - visible[0], visible[3] - visible[1]) < shortestNamed) return [];
    return [{ request: besideMiddle(visible, boldWidth * frame.measure(name) + 4), look, name }];
  });
  const places = placeLabels(
    named.map(({ request }) => request),
    { plot: viewport.plot, lines: segments, discs: [{ x: start[0], y: start[1], radius: 9 }], taken },
  );
  return [
    ...parts.flatMap(({ ends, look }) => arrowMarks(viewport.plot, ends, look, true)),
    ...named.flatMap(({ look: { colour }, name }, i): readonly Mark[] => {
      const place = places[i];
      if (place === null || place === undefined) return [];
      const text: Mark = {
        ...{ kind: 'text', text: name, x: (place.left + place.right) / 2, y: (place.top + place.bottom) / 2 },
        ...{ anchor: 'middle', isBold: true, colour, halo: 'paper', quantity: colour },
      };
      return place.leader === null ? [text] : [leaderMark(place.leader, colour), text];
    }),
  ];
}

/** The name of an arrow that begins or ends where others do: beside its middle, on the side that is up. */
function besideMiddle([x1, y1, x2, y2]: Segment, width: number): LabelRequest {
  const side = x2 >= x1 ? 1 : -1;
  return {
    ...{ width, height: labelHeight, x: (x1 + x2) / 2, y: (y1 + y2) / 2 },
    ...{ dx: side * (y2 - y1), dy: -side * (x2 - x1) },
  };
}

function rateMarks({ viewport }: Frame, at: Point, rates: Point, name: string): readonly Mark[] {
  const { plot } = viewport;
  const largest = Math.max(...rates);
  const [x, y] = [viewport.x(at[0]), viewport.y(at[1])];
  if (!(largest > 0 && Number.isFinite(largest)) || !isInside(plot, x, y)) return [];
  const [across, up] = rates.map((rate) => (barLength * rate) / largest);
  const bars = shapeOf((shape) => {
    const stroke = (x1: number, y1: number, x2: number, y2: number): void => {
      const visible = clipSegment(plot, x1, y1, x2, y2);
      if (visible !== null) lineShape(visible).drawOn(shape);
    };
    stroke(x - across, y, x + across, y);
    stroke(x, y - up, x, y + up);
    for (const end of [x - across, x + across]) stroke(end, y - 4, end, y + 4);
    for (const end of [y - up, y + up]) stroke(x - 4, end, x + 4, end);
  });
  const quantity = 'learning-rate';
  return [
    { kind: 'shape', shape: bars, stroke: 'control', width: 2, quantity, id: 'axis-rates' },
    {
      ...{ kind: 'text', text: name, x, y: Math.min(y + up + 11, plot.bottom - 8), anchor: 'middle', isBold: true },
      ...{ colour: 'control', halo: 'paper', quantity },
    },
  ];
}
