// The surface in depth as geometry: a floor that is the map, and a height above it, seen by parallel rays. On the floor u
// goes along the map's first axis and v along its second, in heights of the map and from its middle; z goes up from it.

import type { Domain, Point } from '../training/vector.ts';
import type { Rectangle } from './viewport.ts';

/** Degrees: how far the floor is turned, and how high the eye stands, 0 at the floor's level and 90 above it. */
export interface Gaze {
  readonly yaw: number;
  readonly pitch: number;
}

/** From above the picture is the map. */
export const gazes = {
  above: { yaw: 0, pitch: 90 },
  oblique: { yaw: 30, pitch: 30 },
  side: { yaw: 0, pitch: 8 },
} as const satisfies Readonly<Record<string, Gaze>>;
export type GazeName = keyof typeof gazes;

/** By how much a key turns. */
export const turnStep = 15;

/** Where the lowest and the highest of a surface hang above the floor: low enough to be one picture, not to lie on it. */
export const lowestPlace = 0.3;
export const highestPlace = 0.85;
/** How far below the lowest a second sheet may reach. */
export const deepestShare = -0.4;

export const placeOf = (share: number): number => lowestPlace + (highestPlace - lowestPlace) * share;

/** A gaze within its bounds, the yaw from -180 up to 180. */
export const boundedGaze = ({ yaw, pitch }: Gaze): Gaze => ({
  yaw: yaw - 360 * Math.floor((yaw + 180) / 360),
  pitch: Math.min(90, Math.max(0, pitch)),
});

/** On the way from one gaze to another, the shorter way round. @param share 0 to 1 */
export function gazeBetween(from: Gaze, to: Gaze, share: number): Gaze {
  const turn = boundedGaze({ yaw: to.yaw - from.yaw, pitch: 0 }).yaw;
  const eased = share * share * (3 - 2 * share);
  return boundedGaze({ yaw: from.yaw + turn * eased, pitch: from.pitch + (to.pitch - from.pitch) * eased });
}

/** The three rows of the turned axes: what u, v, and z add to the place to the right, upwards, and towards the eye. */
interface Axes {
  readonly right: readonly [number, number];
  readonly up: readonly [number, number, number];
  readonly near: readonly [number, number, number];
}

function axesOf({ yaw, pitch }: Gaze): Axes {
  const [turn, tilt] = [(yaw / 180) * Math.PI, (pitch / 180) * Math.PI];
  const [cosTurn, sinTurn] = [Math.cos(turn), Math.sin(turn)];
  // Straight from above, heights move nothing, to the last digit.
  const [cosTilt, sinTilt] = pitch === 90 ? [0, 1] : [Math.cos(tilt), Math.sin(tilt)];
  return {
    right: [cosTurn, -sinTurn],
    up: [sinTurn * sinTilt, cosTurn * sinTilt, cosTilt],
    near: [-sinTurn * cosTilt, -cosTurn * cosTilt, sinTilt],
  };
}

/** What is seen: the part of the plane, how many times as wide as high its map is, the gaze, and the room in pixels. */
export interface DepthView {
  readonly view: Domain;
  readonly aspect: number;
  readonly gaze: Gaze;
  readonly room: Rectangle;
}

export interface Projection extends DepthView {
  readonly axes: Axes;
  /** Pixels in a height of the map. */
  readonly scale: number;
  /** The pixel of the middle of the floor. */
  readonly middle: Point;
}

/** As large as the room lets it be. */
export function createProjection(seen: DepthView): Projection {
  const { aspect, gaze, room } = seen;
  const axes = axesOf(gaze);
  const [right, up] = [axes.right, axes.up];
  const halfWidth = (Math.abs(right[0]) * aspect + Math.abs(right[1])) / 2;
  const halfDepth = (Math.abs(up[0]) * aspect + Math.abs(up[1])) / 2;
  const rise = up[2] * highestPlace;
  const [width, height] = [room.right - room.left, room.bottom - room.top];
  const scale = Math.min(width / (2 * halfWidth), height / (2 * halfDepth + rise));
  const middle = [(room.left + room.right) / 2, (room.top + room.bottom) / 2 + (scale * rise) / 2] as const;
  return { ...seen, axes, scale, middle };
}

/** The pixel of a place u, v, z. */
export function pixelOf({ axes: { right, up }, scale, middle }: Projection, u: number, v: number, z: number): Point {
  return [middle[0] + scale * (right[0] * u + right[1] * v), middle[1] - scale * (up[0] * u + up[1] * v + up[2] * z)];
}

/** The floor's u and v of weights. */
export function floorOf({ view, aspect }: DepthView, across: number, upwards: number): Point {
  const [x, y] = [view.x, view.y];
  return [((across - x[0]) / (x[1] - x[0]) - 0.5) * aspect, (upwards - y[0]) / (y[1] - y[0]) - 0.5];
}

/** The weights of a place on the floor. */
export function weightsOf({ view, aspect }: DepthView, u: number, v: number): Point {
  const [x, y] = [view.x, view.y];
  return [x[0] + (u / aspect + 0.5) * (x[1] - x[0]), y[0] + (v + 0.5) * (y[1] - y[0])];
}

/** The place at height z under a pixel; null where the gaze runs along that height. */
export function placeUnder({ axes: { right, up }, scale, middle }: Projection, pixel: Point, z: number): Point | null {
  const determinant = right[0] * up[1] - right[1] * up[0];
  if (Math.abs(determinant) < 1e-9) return null;
  const across = (pixel[0] - middle[0]) / scale;
  const upwards = (middle[1] - pixel[1]) / scale - up[2] * z;
  return [(across * up[1] - right[1] * upwards) / determinant, (right[0] * upwards - up[0] * across) / determinant];
}

const isOnFloor = ({ aspect }: DepthView, [u, v]: Point): boolean => Math.abs(u) <= aspect / 2 && Math.abs(v) <= 0.5;

/** Steps in which a ray is followed down, and halvings of the last one. */
const raySteps = 200;
const rayHalvings = 30;

/**
 * The weights of the place that a pixel shows: where the ray first meets the surface, else where it meets the floor; null
 * beside both.
 * @param heightAt z of the surface above weights; NaN where there is none
 */
export function pickWeights(
  projection: Projection,
  pixel: Point,
  heightAt: (across: number, upwards: number) => number,
): Point | null {
  const at = (z: number): Point | null => placeUnder(projection, pixel, z);
  /** How far the ray is above the surface at height z; NaN beside it. */
  const above = (z: number): number => {
    const place = at(z);
    if (place === null || !isOnFloor(projection, place)) return Number.NaN;
    return z - heightAt(...weightsOf(projection, ...place));
  };
  let before = above(highestPlace);
  for (let step = 1; step <= raySteps; step++) {
    let [high, low] = [1 - (step - 1) / raySteps, 1 - step / raySteps].map((share) => highestPlace * share);
    const here = above(low);
    // It may come from below as well: then it is the underside that is seen.
    if (before * here <= 0) {
      for (let k = 0; k < rayHalvings; k++) {
        const middle = (high + low) / 2;
        if (above(middle) * before > 0) high = middle;
        else low = middle;
      }
      const place = at(low);
      return place === null ? null : weightsOf(projection, ...place);
    }
    before = here;
  }
  const floor = at(0);
  return floor === null || !isOnFloor(projection, floor) ? null : weightsOf(projection, ...floor);
}

/** The six numbers by which a canvas draws the map, `map` pixels in its own picture, as the floor. */
export function floorTransform(
  projection: Projection,
  map: Rectangle,
): readonly [number, number, number, number, number, number] {
  const { aspect } = projection;
  const origin = pixelOf(projection, -aspect / 2, 0.5, 0);
  const [alongX, alongY] = [pixelOf(projection, aspect / 2, 0.5, 0), pixelOf(projection, -aspect / 2, -0.5, 0)];
  const [width, height] = [map.right - map.left, map.bottom - map.top];
  const [a, b] = [(alongX[0] - origin[0]) / width, (alongX[1] - origin[1]) / width];
  const [c, d] = [(alongY[0] - origin[0]) / height, (alongY[1] - origin[1]) / height];
  return [a, b, c, d, origin[0] - a * map.left - c * map.top, origin[1] - b * map.left - d * map.top];
}

/** Nothing reaches farther towards the eye or away from it. */
const farthest = 4;

/**
 * Column by column the matrix from u, v, z, 1 to the clip space of WebGL over a canvas of so many pixels.
 */
export function clipMatrix({ axes, scale, middle }: Projection, width: number, height: number): Float32Array {
  const { right, up, near } = axes;
  const [sx, sy] = [(2 * scale) / width, (2 * scale) / height];
  return Float32Array.from([
    ...[sx * right[0], sy * up[0], -near[0] / farthest, 0],
    ...[sx * right[1], sy * up[1], -near[1] / farthest, 0],
    ...[0, sy * up[2], -near[2] / farthest, 0],
    ...[(2 * middle[0]) / width - 1, 1 - (2 * middle[1]) / height, 0, 1],
  ]);
}

/** How strongly a surface is drawn: from above it would only hide the arrows of the map, whose colours it has. */
export const surfaceStrength = ({ pitch }: Gaze): number => 0.82 * Math.min(1, (90 - pitch) / 30);
