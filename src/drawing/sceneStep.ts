// The step about to be taken, as marks: downhill along the mini-batch gradient and along the full gradient, the update to
// scale with a ring where it leads, and their names beside them.

import type { Point } from '../training/vector.ts';
import type { Colour, Mark } from './marks.ts';
import { tickSize } from './marks.ts';
import { type Busy, type Ground, type LabelRequest, type PlacedLabel, placeLabels } from './placeLabels.ts';
import { boldWidth, type Frame, labelHeight } from './scene.ts';
import { discShape, lineShape, Shape, shapeOf } from './shape.ts';
import { type ArrowShape, downhill, drawArrow } from './vectors.ts';
import { clipSegment, isInside, type Rectangle, type Segment, type Viewport, widthOf } from './viewport.ts';

/** A step as it lies in the plane. */
export interface PlaneStep {
  readonly weights: Point;
  readonly gradient: Point;
  readonly fullGradient: Point;
  readonly update: Point;
}

export const arrowKinds = ['update', 'batch', 'full'] as const;
export type ArrowKind = (typeof arrowKinds)[number];

export interface StepLook {
  /** What gradients are multiplied by, as `gradientScale` has it. */
  readonly scale: number;
  readonly shown: readonly ArrowKind[];
  /** The arrows' names; null where they are not to be read, as while a run plays fast. */
  readonly names: Readonly<Record<ArrowKind, string>> | null;
  /** Sentences at the foot of the plot, the lowest first. */
  readonly notes: readonly string[];
  /** What the names had better leave free, in pixels. */
  readonly busy?: readonly Busy[];
}

interface Arrow {
  readonly kind: ArrowKind;
  readonly ends: Segment;
}

const looks: Readonly<Record<ArrowKind, { colour: Colour; id: string; width: number; head: ArrowShape }>> = {
  update: { colour: 'update', id: 'arrow-update', width: 4, head: { headLength: 12, headWidth: 11 } },
  batch: { colour: 'batch-gradient', id: 'arrow-batch-gradient', width: 1.75, head: { headLength: 8, headWidth: 7 } },
  full: { colour: 'full-gradient', id: 'arrow-full-gradient', width: 1.75, head: { headLength: 8, headWidth: 7 } },
};

const lengthOf = ([x1, y1, x2, y2]: Segment): number => Math.hypot(x2 - x1, y2 - y1);

/** The arrows to be seen, from the weights, in pixels. Those with ends that are not finite are left out. */
function arrowsOf(
  viewport: Viewport,
  { weights: at, gradient, fullGradient, update }: PlaneStep,
  look: StepLook,
): Arrow[] {
  const [x, y] = [viewport.x(at[0]), viewport.y(at[1])];
  const along = ([dx, dy]: readonly [number, number]): Segment => [x, y, x + dx, y + dy];
  const ends: Readonly<Record<ArrowKind, Segment>> = {
    update: [x, y, viewport.x(at[0] + update[0]), viewport.y(at[1] + update[1])],
    batch: along(downhill(viewport, gradient, look.scale)),
    full: along(downhill(viewport, fullGradient, look.scale)),
  };
  return look.shown.map((kind) => ({ kind, ends: ends[kind] })).filter(({ ends: four }) => four.every(Number.isFinite));
}

/** In smaller plots the arrows need all the room. */
const leastWidthForNotes = 240;
const noteLine = 14;

export function stepMarks(frame: Frame, step: PlaneStep, look: StepLook): readonly Mark[] {
  const { viewport } = frame;
  const { plot } = viewport;
  const arrows = arrowsOf(viewport, step, look);
  const update = arrows.find(({ kind }) => kind === 'update');
  // For plain descent two arrows lie on one line: the shorter one is drawn over the longer, the full gradient under both.
  const drawn = arrows.toSorted(
    (a, b) => Number(b.kind === 'full') - Number(a.kind === 'full') || lengthOf(b.ends) - lengthOf(a.ends),
  );
  const marks: Mark[] = drawn.flatMap(({ kind, ends }) => arrowMarks(plot, ends, looks[kind], look.names !== null));
  if (update !== undefined && isInside(plot, update.ends[2], update.ends[3]))
    marks.unshift({
      ...{
        kind: 'shape',
        shape: discShape(update.ends[2], update.ends[3], ghostRadius),
        stroke: 'update',
        width: 1.75,
      },
      ...{ dash: [3, 2], quantity: 'update', id: 'next-weights' },
    });
  marks.push(
    ...perpendicularMarks(viewport, step, arrows),
    ...stepLabels(frame, step, look).flatMap((place) => nameMarks(place, place.name, looks[place.kind].colour)),
  );
  // They are about the gradients, which may lie out of view.
  const isTold = drawn.some(({ kind, ends }) => kind !== 'update' && clipSegment(plot, ...ends) !== null);
  const notes = isTold && widthOf(plot) >= leastWidthForNotes ? look.notes : [];
  for (const [line, text] of notes.entries())
    marks.push({
      ...{ kind: 'text', text, x: plot.left + 6, y: plot.bottom - 11 - line * noteLine, anchor: 'start' },
      ...{ size: tickSize, colour: 'ink-soft', halo: 'paper' },
    });
  return marks;
}

export interface ArrowLook {
  readonly colour: Colour;
  readonly width: number;
  readonly head: ArrowShape;
  readonly dash?: readonly number[];
  readonly id?: string;
}

/** An arrow as far as it is in view; its head only where its tip is. */
export function arrowMarks(plot: Rectangle, ends: Segment, look: ArrowLook, isTouchable: boolean): readonly Mark[] {
  const { colour, width, dash, id } = look;
  const [shaft, head] = [new Shape(), new Shape()];
  const visible = clipSegment(plot, ...ends);
  const isReached = visible?.[2] === ends[2] && visible[3] === ends[3];
  if (visible !== null) drawArrow(shaft, head, visible, look.head);
  const named = { quantity: colour };
  const marks: Mark[] = [];
  if (!shaft.isEmpty)
    marks.push({ kind: 'shape', shape: shaft, stroke: colour, width, ...(dash !== undefined && { dash }), ...named });
  if (isReached && !head.isEmpty) marks.push({ kind: 'shape', shape: head, fill: colour, ...named });
  if (isTouchable) marks.push({ kind: 'touch', ends, ...named, ...(id !== undefined && { id }) });
  return marks;
}

const ghostRadius = 6;
/** Pixels around the weights and around where they lead that no name covers. */
const dotRoom = 9;
/** Names keep so far off weights whose arrows are shorter than that: what happens there is to be seen. */
const closeRoom = 30;

export interface NamedPlace extends PlacedLabel {
  readonly kind: ArrowKind;
  readonly name: string;
}

/** Where the names stand, the update's placed first; none for arrows too short to be told or wholly outside. */
export function stepLabels(frame: Frame, step: PlaneStep, look: StepLook): readonly NamedPlace[] {
  const { names } = look;
  if (names === null) return [];
  const { plot } = frame.viewport;
  const shown = arrowsOf(frame.viewport, step, look).flatMap(({ kind, ends }) => {
    const visible = clipSegment(plot, ...ends);
    return visible === null || !(lengthOf(visible) > shortestNamed) ? [] : [{ kind, visible }];
  });
  const requests = shown.map(({ kind, visible: [x1, y1, x, y] }): LabelRequest => {
    const width = boldWidth * frame.measure(names[kind]) + 4;
    return { width, height: labelHeight, x, y, dx: x - x1, dy: y - y1 };
  });
  const places = placeLabels(
    requests,
    groundOf(
      frame.viewport,
      step,
      shown.map(({ visible }) => visible),
      look,
    ),
  );
  return shown.flatMap(({ kind }, i) => {
    const place = places[i];
    return place === null || place === undefined ? [] : [{ ...place, kind, name: names[kind] }];
  });
}

/** Shorter arrows carry no name. */
const shortestNamed = 1;

function groundOf(
  viewport: Viewport,
  { weights: at, update }: PlaneStep,
  lines: readonly Segment[],
  look: StepLook,
): Ground {
  const [x, y] = [viewport.x(at[0]), viewport.y(at[1])];
  const longest = Math.max(0, ...lines.map(lengthOf));
  const ghost = { x: viewport.x(at[0] + update[0]), y: viewport.y(at[1] + update[1]), radius: dotRoom };
  const discs = [
    { x, y, radius: longest < closeRoom ? closeRoom : dotRoom },
    ...(look.shown.includes('update') && Number.isFinite(ghost.x + ghost.y) ? [ghost] : []),
  ];
  return { plot: viewport.plot, lines, discs, ...(look.busy !== undefined && { busy: look.busy }) };
}

/** A name at its place, with the line that leads to what it names where it stands apart. */
export function nameMarks(
  place: PlacedLabel | null | undefined,
  name: string,
  colour: Colour,
  quantity: string = colour,
): readonly Mark[] {
  if (place === null || place === undefined) return [];
  const { left, right, top, bottom, leader } = place;
  const text: Mark = {
    ...{ kind: 'text', text: name, x: (left + right) / 2, y: (top + bottom) / 2, anchor: 'middle' },
    ...{ isBold: true, colour, halo: 'paper', quantity },
  };
  return leader === null ? [text] : [leaderMark(leader, colour), text];
}

export const leaderMark = (leader: Segment, colour: Colour): Mark => ({
  ...{ kind: 'shape', shape: lineShape(leader), stroke: colour, width: 1, quantity: colour },
});

const rightAngle = 9;
const tangentLength = 30;

/** Whether both axes are drawn to one scale, up to rounding. */
export const hasEqualScales = ({ scaleX, scaleY }: Viewport): boolean =>
  Math.abs(scaleX - scaleY) <= 1e-3 * Math.max(scaleX, scaleY);

/**
 * Where the axes differ a gradient does not look perpendicular to the isoline through the weights: then the isoline's
 * direction there is drawn, and the sign of the right angle between both as these axes show it.
 */
function perpendicularMarks(
  viewport: Viewport,
  { weights: at, fullGradient }: PlaneStep,
  arrows: readonly Arrow[],
): Mark[] {
  if (hasEqualScales(viewport) || !arrows.some(({ kind }) => kind === 'full')) return [];
  const [x, y] = [viewport.x(at[0]), viewport.y(at[1])];
  const unit = (dx: number, dy: number): readonly [number, number] => {
    const length = Math.hypot(dx, dy);
    return [dx / length, dy / length];
  };
  const [downX, downY] = unit(...downhill(viewport, fullGradient, 1));
  const [alongX, alongY] = unit(-fullGradient[1] * viewport.scaleX, -fullGradient[0] * viewport.scaleY);
  if (!Number.isFinite(downX + downY + alongX + alongY) || !isInside(viewport.plot, x, y)) return [];
  const tangent = clipSegment(
    viewport.plot,
    ...([x - tangentLength * alongX, y - tangentLength * alongY] as const),
    ...([x + tangentLength * alongX, y + tangentLength * alongY] as const),
  );
  const corner = shapeOf((shape) => {
    shape.moveTo(x + rightAngle * alongX, y + rightAngle * alongY);
    shape.lineTo(x + rightAngle * (alongX + downX), y + rightAngle * (alongY + downY));
    shape.lineTo(x + rightAngle * downX, y + rightAngle * downY);
  });
  if (tangent !== null)
    for (const [from, to] of [
      [tangent[0], tangent[1]],
      [tangent[2], tangent[3]],
    ] as const) {
      corner.moveTo(x, y);
      corner.lineTo(from, to);
    }
  return [{ kind: 'shape', shape: corner, stroke: 'full-gradient', width: 1.25, id: 'right-angle' }];
}
