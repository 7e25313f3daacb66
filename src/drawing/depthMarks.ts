// What stands over the surface in depth: the path on it with stems down to the path on the floor, the cut along the step, the
// frame of the floor, and the scale of heights.

import type { Point } from '../training/vector.ts';
import { levelText } from './contours.ts';
import { floorOf, type Projection, pixelOf, placeOf } from './depth.ts';
import { type HeightKind, heightAt, heightShare, type Sheet } from './depthSheet.ts';
import { type Mark, tickSize } from './marks.ts';
import type { PathRows } from './path.ts';
import { type NumberMarks, withMarks } from './scale.ts';
import { addDisc, discShape, lineShape, Shape, shapeOf } from './shape.ts';
import { contourLevels, levelCount } from './tracing/isolines.ts';
import type { LossScale } from './tracing/lossScale.ts';

/** How wide texts are said to be on the floor, where none can be read: too wide for a name, and so for its leader. */
export const unnamed = (): number => 1e5;

/**
 * Where a place of the plane is seen on the floor and on the sheet; null where no sheet is above it.
 * @param z the height, where it is known better than from the samples around
 */
export function raised(
  projection: Projection,
  sheet: Sheet,
  [across, upwards]: Point,
  z = heightAt(sheet, across, upwards),
): RaisedPlace | null {
  const [u, v] = floorOf(projection, across, upwards);
  if (Number.isNaN(z) || Math.abs(u) > projection.aspect / 2 || Math.abs(v) > 0.5) return null;
  return { floor: pixelOf(projection, u, v, 0), high: pixelOf(projection, u, v, z) };
}

export interface RaisedPlace {
  readonly floor: Point;
  readonly high: Point;
}

/** Places that a path is drawn through at most, and stems between both of its pictures. */
const mostPlaces = 800;
const mostStems = 24;
/** Pixels between two stems at least. */
const stemSpacing = 12;

/** The path over the sheet, and stems to the floor. @param end how many rows are drawn */
export function raisedPathMarks(
  projection: Projection,
  sheet: Sheet,
  { x, y }: PathRows,
  end: number,
): readonly Mark[] {
  const [line, dots, stems] = [new Shape(), new Shape(), new Shape()];
  const stride = Math.max(1, Math.ceil(end / mostPlaces));
  const stemEvery = Math.max(1, Math.ceil(end / stride / mostStems));
  let isDown = false;
  let lastStem: Point | null = null;
  for (let row = 0, count = 0; row < end; row = row === end - 1 ? end : Math.min(row + stride, end - 1), count++) {
    const place = raised(projection, sheet, [x[row], y[row]]);
    if (place === null) {
      isDown = false;
      continue;
    }
    if (isDown) line.lineTo(...place.high);
    else line.moveTo(...place.high);
    isDown = true;
    if (stride === 1 && end <= mostPlaces / 4) addDisc(dots, ...place.high, 1.7);
    const isApart =
      lastStem === null || Math.hypot(place.floor[0] - lastStem[0], place.floor[1] - lastStem[1]) >= stemSpacing;
    if (count % stemEvery !== 0 || !isApart) continue;
    lastStem = place.floor;
    stems.moveTo(...place.floor);
    stems.lineTo(...place.high);
  }
  return [
    { kind: 'shape', shape: stems, stroke: 'weights', width: 0.8, opacity: 0.5, dash: [2, 2] },
    { kind: 'shape', shape: line, stroke: 'weights', width: 1.6 },
    { kind: 'shape', shape: dots, fill: 'weights' },
  ];
}

/**
 * The weights on the sheet, and the stem from them on the floor, where the map has them.
 * @param cut the cut that begins there, if its heights are known
 */
export function raisedWeightsMarks(
  projection: Projection,
  sheet: Sheet,
  weights: Point,
  cut: readonly CutPlace[] | null = null,
): readonly Mark[] {
  const place = raised(projection, sheet, weights, cut?.find(({ share }) => share === 0)?.z);
  if (place === null) return [];
  return [
    { kind: 'shape', shape: lineShape([...place.floor, ...place.high]), stroke: 'weights', width: 1.4 },
    { kind: 'shape', shape: discShape(...place.high, 4.5), fill: 'weights', stroke: 'paper', width: 1.5 },
  ];
}

/** From before the step to beyond it, in updates. */
const cutFrom = -0.5;
const cutTo = 2;
const cutPlaces = 100;

/** So many updates ahead of the weights, and how high the surface is there. */
export interface CutPlace {
  readonly share: number;
  readonly z: number | undefined;
}

const evenCut: readonly CutPlace[] = Array.from({ length: cutPlaces + 1 }, (_, k) => ({
  share: cutFrom + (k / cutPlaces) * (cutTo - cutFrom),
  z: undefined,
}));
const endOfStep: CutPlace = { share: 1, z: undefined };

/** The places of losses along the update, each at its own height. */
export const cutOf = (
  shares: Float64Array,
  losses: Float64Array,
  { scale, kind }: Pick<FrameLook, 'scale' | 'kind'>,
): readonly CutPlace[] =>
  Array.from(shares, (share, at) => ({ share, z: placeOf(heightShare(scale, kind, losses[at])) }));

/**
 * The cut through the sheet along the update, with a ring where it leads.
 * @param cut the losses along it, the step's end among them; null where only the sheet tells them
 */
export function cutMarks(
  projection: Projection,
  sheet: Sheet,
  weights: Point,
  update: Point,
  cut: readonly CutPlace[] | null = null,
): readonly Mark[] {
  const at = ({ share, z }: CutPlace): RaisedPlace | null =>
    raised(projection, sheet, [weights[0] + share * update[0], weights[1] + share * update[1]], z);
  const places = (cut ?? evenCut).map(at);
  const seen = places.filter((place) => place !== null);
  if (seen.length < 2 || !(Math.hypot(...update) > 0)) return [];
  const curve = shapeOf((shape) =>
    drawLine(
      shape,
      seen.map(({ high }) => high),
    ),
  );
  const curtain = shapeOf((shape) => {
    drawLine(shape, [...seen.map(({ high }) => high), ...seen.toReversed().map(({ floor }) => floor)]);
    shape.closePath();
  });
  const landing = at(cut?.find(({ share }) => share === 1) ?? endOfStep);
  return [
    { kind: 'shape', shape: curtain, fill: 'update', opacity: 0.14 },
    { kind: 'shape', shape: curve, stroke: 'update', width: 2.2 },
    ...(landing === null
      ? []
      : [
          { kind: 'shape', shape: discShape(...landing.high, 5), stroke: 'update', width: 1.75, dash: [3, 2] } as const,
        ]),
  ];
}

function drawLine(shape: Shape, places: readonly Point[]): void {
  for (const [k, place] of places.entries())
    if (k === 0) shape.moveTo(...place);
    else shape.lineTo(...place);
}

const corners = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const;

export interface FrameLook {
  readonly nameX: string;
  readonly nameY: string;
  /** What the heights are. */
  readonly heightName: string;
  readonly marks: NumberMarks;
  readonly kind: HeightKind;
  readonly scale: LossScale;
}

/** The border of the floor with the names of its axes, and the scale of heights at its outermost corner. */
export function depthFrameMarks(projection: Projection, look: FrameLook): readonly Mark[] {
  const half = projection.aspect / 2;
  const places = corners.map(([u, v]) => [u * half, v * 0.5] as const);
  const border = shapeOf((shape) => {
    drawLine(
      shape,
      places.map(([u, v]) => pixelOf(projection, u, v, 0)),
    );
    shape.closePath();
  });
  return [
    { kind: 'shape', shape: border, stroke: 'line' },
    ...edgeName(projection, look.nameX, [
      [-half, -0.5, half, -0.5],
      [-half, 0.5, half, 0.5],
    ]),
    ...edgeName(projection, look.nameY, [
      [-half, -0.5, -half, 0.5],
      [half, -0.5, half, 0.5],
    ]),
    ...heightAxis(projection, places, look),
  ];
}

const nameDistance = 11;

/** A name along the one of two edges that is nearer the eye. */
function edgeName(
  projection: Projection,
  name: string,
  edges: readonly (readonly [number, number, number, number])[],
): readonly Mark[] {
  const centre = pixelOf(projection, 0, 0, 0);
  const [edge] = edges
    .map(([u1, v1, u2, v2]) => ({ from: pixelOf(projection, u1, v1, 0), to: pixelOf(projection, u2, v2, 0) }))
    .toSorted((a, b) => Math.round(b.from[1] + b.to[1] - a.from[1] - a.to[1]));
  const [dx, dy] = [edge.to[0] - edge.from[0], edge.to[1] - edge.from[1]];
  const length = Math.hypot(dx, dy);
  if (length < 30) return [];
  const middle = [(edge.from[0] + edge.to[0]) / 2, (edge.from[1] + edge.to[1]) / 2] as const;
  const normal = [-dy / length, dx / length] as const;
  const isOutwards = normal[0] * (middle[0] - centre[0]) + normal[1] * (middle[1] - centre[1]) > 0;
  const away = isOutwards ? nameDistance : -nameDistance;
  const turn = Math.atan2(dy, dx);
  const angle = turn > Math.PI / 2 ? turn - Math.PI : turn <= -Math.PI / 2 + 1e-9 && dx < 0 ? turn + Math.PI : turn;
  return [
    {
      ...{ kind: 'text', text: name, x: middle[0] + away * normal[0], y: middle[1] + away * normal[1], angle },
      ...{ anchor: 'middle', colour: 'ink', size: tickSize },
    },
  ];
}

/** Below this height of the scale in pixels, seen from high above, there is no room for it. */
const leastAxis = 40;
const leastTickDistance = 13;

function heightAxis(projection: Projection, places: readonly Point[], look: FrameLook): readonly Mark[] {
  const { scale, kind, marks, heightName } = look;
  const [[u, v]] = places.toSorted((a, b) => pixelOf(projection, ...a, 0)[0] - pixelOf(projection, ...b, 0)[0]);
  const at = (share: number): Point => pixelOf(projection, u, v, placeOf(share));
  const [foot, head] = [at(0), at(1)];
  if (foot[1] - head[1] < leastAxis) return [];
  const lines = lineShape([...foot, ...head]);
  const texts: Mark[] = [];
  let last = foot[1] + leastTickDistance;
  for (const level of contourLevels(scale, levelCount)) {
    const [x, y] = at(heightShare(scale, kind, level));
    if (last - y < leastTickDistance) continue;
    last = y;
    lines.moveTo(x - 4, y);
    lines.lineTo(x, y);
    texts.push({
      ...{ kind: 'text', text: withMarks(levelText(level), marks), x: x - 7, y, anchor: 'end', size: tickSize },
      ...{ colour: 'ink-soft', isTick: true },
    });
  }
  const name: Mark = { kind: 'text', text: heightName, x: 4, y: 9, anchor: 'start', size: tickSize, colour: 'ink' };
  return [{ kind: 'shape', shape: lines, stroke: 'ink-soft' }, ...texts, name];
}
