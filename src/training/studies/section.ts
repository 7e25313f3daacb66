// The loss along one step, exactly: at weights + t × direction, of the step's batch and of all examples.
//   direction = update / landing, so that the step itself lands at t = landing: a learning rate, or 1 for the whole update
//   slope at t = 0: gradient · direction; curvature there: directionᵀ H direction
// A picture takes at most 200 losses, those that the search for its marks needs included.

import { type Examples, gathered, inOrder } from '../examples.ts';
import { type AlongLine, lowestBetween, type Place, zeroBetween } from '../objective/alongLine.ts';
import type { RunConfig } from '../run/run.ts';
import { dot, type Vector } from '../vector.ts';
import { question, setupOf } from './questions.ts';

export interface SectionRequest {
  readonly config: RunConfig;
  /** D numbers each; both finite, and the update not 0 throughout. */
  readonly weights: Vector;
  readonly update: Vector;
  /** The place of the step's end on the axis, above 0. */
  readonly landing: number;
  /** Rows of the examples in the batch, and where in it each micro-batch begins and ends: each weighs alike. */
  readonly batch: Int32Array;
  readonly parts: readonly { readonly from: number; readonly to: number }[];
  /** What the axis shows, 0 inside; chosen by what is found when absent. */
  readonly range?: readonly [from: number, to: number];
}

/** One loss along the step. */
export interface SectionCurve {
  /** At the places of the section. */
  readonly losses: Float64Array;
  /** At 0 and where the step lands. */
  readonly before: number;
  readonly after: number;
  /** By t, at 0. */
  readonly slope: number;
  readonly curvature: number;
  /** The lowest place ahead; null where none in the range is lower than the beginning, or none but its very end. */
  readonly best: Place | null;
  /** Where the loss, after it has fallen, is first back at where it began; null where that is not in the range. */
  readonly breakEven: number | null;
  /** The highest place between the beginning and the landing, where it is higher than both. */
  readonly top: Place | null;
}

export interface Section {
  readonly range: readonly [from: number, to: number];
  /** Growing; 0 and the landing are among them. */
  readonly places: Float64Array;
  readonly landing: number;
  readonly batch: SectionCurve;
  readonly all: SectionCurve;
  /** How many losses it took. */
  readonly lossCount: number;
}

/** Places of the grid besides 0 and the landing, and losses that each of the four searches may take. */
const gridPlaces = 74;
const mostSearched = 10;

/** How far the axis goes beyond what it is to show, and how far back before the step, as shares. */
const beyond = 1.25;
const before = 0.2;

/** A rate at which the loss would break even is shown up to so many times the present one. */
const farthest = 25;

/** A rise on the way of less than this share of the losses at its ends is one of rounding. */
const leastRise = 1e-9;

export const section = question((request: SectionRequest): Section => {
  const { weights, update, landing } = request;
  const direction = update.map((value) => value / landing);
  const losses = [lossOfBatch(request), lossOfAll(request)].map((loss) => alongStep(loss, weights, direction));
  const range = request.range ?? rangeOf(losses, landing);
  const places = gridOf(range, landing);
  const counts = { losses: 0 };
  const [batch, all] = losses.map((loss) => curveOf(loss, places, landing, counts));
  return { range, places, landing, batch, all, lossCount: counts.losses };
});

/** A mean loss as a function of the weights. */
interface Meant {
  lossAt(weights: Vector): number;
  gradientAt(weights: Vector): Vector;
  hessianTimes(weights: Vector, vector: Vector): Vector;
}

/** The mean over the micro-batches of the mean loss of each, as the loop takes it. */
function lossOfBatch({ config, batch, parts }: SectionRequest): Meant {
  const { objective, examples } = setupOf(config);
  const groups = parts.map(({ from, to }) => gathered(examples, batch.subarray(from, to)));
  return meanOf(groups.map((group) => lossOf(objective, group)));
}

function lossOfAll({ config }: SectionRequest): Meant {
  const { objective, examples } = setupOf(config);
  return lossOf(objective, examples);
}

function lossOf(objective: ReturnType<typeof setupOf>['objective'], examples: Examples): Meant {
  const order = inOrder(examples.count);
  return {
    lossAt: (weights) => objective.meanLoss(weights, examples),
    gradientAt(weights) {
      const gradient = new Float64Array(objective.dimension);
      objective.sum(weights, examples, order, 0, examples.count, gradient);
      return gradient.map((value) => value / examples.count);
    },
    hessianTimes(weights, vector) {
      const product = new Float64Array(objective.dimension);
      objective.hessianTimes(weights, vector, examples, order, 0, examples.count, product);
      return product;
    },
  };
}

function meanOf(each: readonly Meant[]): Meant {
  if (each.length === 1) return each[0];
  const mean = (vectors: readonly Vector[]): Vector =>
    vectors[0].map((_, i) => vectors.reduce((sum, vector) => sum + vector[i], 0) / vectors.length);
  return {
    lossAt: (weights) => each.reduce((sum, one) => sum + one.lossAt(weights), 0) / each.length,
    gradientAt: (weights) => mean(each.map((one) => one.gradientAt(weights))),
    hessianTimes: (weights, vector) => mean(each.map((one) => one.hessianTimes(weights, vector))),
  };
}

/** A loss along the step. */
interface Along {
  readonly valueAt: AlongLine;
  readonly slope: number;
  readonly curvature: number;
}

function alongStep(loss: Meant, weights: Vector, direction: Vector): Along {
  const at = new Float64Array(weights.length);
  return {
    valueAt(place) {
      for (let i = 0; i < at.length; i++) at[i] = weights[i] + place * direction[i];
      return loss.lossAt(at);
    },
    slope: dot(loss.gradientAt(weights), direction),
    curvature: dot(loss.hessianTimes(weights, direction), direction),
  };
}

/** As far as both losses are back at where they began, by their parabolas, and as the step lands. */
function rangeOf(losses: readonly Along[], landing: number): readonly [number, number] {
  const evens = losses.map(({ slope, curvature }) => (-2 * slope) / curvature);
  const wanted = evens.filter((even) => even > 0 && even <= farthest * landing);
  const end = rounded(beyond * Math.max(landing, ...wanted));
  return [-before * end, end];
}

/** Up to the next of these leading figures, so that the axis stands still while the step changes a little. */
const leading = [1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.4, 8, 10];

function rounded(value: number): number {
  let unit = 1;
  while (10 * unit <= value) unit *= 10;
  while (unit > value) unit /= 10;
  return unit * (leading.find((figure) => figure * unit >= value) ?? 10);
}

function gridOf([from, to]: readonly [number, number], landing: number): Float64Array {
  const even = Array.from({ length: gridPlaces }, (_, index) => from + ((to - from) * index) / (gridPlaces - 1));
  return Float64Array.from(new Set([...even, 0, landing])).sort();
}

function curveOf(along: Along, places: Float64Array, landing: number, counts: { losses: number }): SectionCurve {
  const valueAt = (at: number): number => {
    counts.losses++;
    const value = along.valueAt(at);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  const losses = places.map(valueAt);
  const [start, end] = [places.indexOf(0), places.indexOf(landing)];
  const placeOf = (index: number): Place => ({ at: places[index], value: losses[index] });
  const ahead = Array.from(losses, (_, index) => placeOf(index)).slice(start);
  const best = bestOf(valueAt, ahead, along);
  return {
    losses,
    before: losses[start],
    after: losses[end],
    ...{ slope: along.slope, curvature: along.curvature, best },
    breakEven: breakEvenOf(valueAt, ahead, best),
    top: topOf(ahead.slice(0, end - start + 1)),
  };
}

/** @param ahead places from 0 on */
function bestOf(valueAt: AlongLine, ahead: readonly Place[], along: Along): Place | null {
  const lowest = ahead.reduce((least, place, index) => (place.value < ahead[least].value ? index : least), 0);
  if (lowest === ahead.length - 1) return null;
  // Where the first place of the grid is too far, a lower one may be before it.
  const middle = lowest === 0 ? nearer(valueAt, ahead, along) : ahead[lowest];
  if (middle === null) return null;
  const [low, high] = [ahead[Math.max(0, lowest - 1)], ahead[lowest + 1]];
  return lowestBetween(valueAt, [low, middle, high], mostSearched);
}

/**
 * A place lower than the beginning before the first of the grid, from the parabola's vertex on; null where a few looks find
 * none, or the loss does not fall.
 */
function nearer(valueAt: AlongLine, [first, second]: readonly Place[], { slope, curvature }: Along): Place | null {
  if (slope >= 0) return null;
  const vertex = curvature > 0 ? -slope / curvature : Number.POSITIVE_INFINITY;
  for (let at = Math.min(vertex, second.at / 8), looks = 0; looks < 3; at /= 8, looks++) {
    const place = { at, value: valueAt(at) };
    if (place.value < first.value) return place;
  }
  return null;
}

function breakEvenOf(valueAt: AlongLine, ahead: readonly Place[], best: Place | null): number | null {
  const [{ value: start }] = ahead;
  const heights = ahead.map(({ at, value }): Place => ({ at, value: value - start }));
  const fallen = heights.findIndex(({ value }) => value < 0);
  // A loss that falls only between the first two places of the grid is known by its best one.
  const isHidden = best !== null && (fallen < 0 || best.at < heights[fallen].at) && best.value < start;
  const from = isHidden ? { at: best.at, value: best.value - start } : heights[fallen];
  const back = heights.find(({ at, value }) => from !== undefined && at > from.at && value >= 0);
  if (from === undefined || back === undefined) return null;
  const last = heights.findLast(({ at, value }) => at >= from.at && at < back.at && value < 0) ?? from;
  const heightAt = (at: number): number => valueAt(at) - start;
  // The grid may be so much coarser than what it hides that no search between its places would come near enough.
  const probe = 4 * from.at;
  const isFar = isHidden && last === from && probe < back.at;
  const bounds = isFar ? narrowed(last, back, { at: probe, value: heightAt(probe) }) : ([last, back] as const);
  return zeroBetween(heightAt, bounds, mostSearched);
}

const narrowed = (below: Place, above: Place, between: Place): readonly [Place, Place] =>
  between.value < 0 ? [between, above] : [below, between];

function topOf(way: readonly Place[]): Place | null {
  const top = way.reduce((highest, place) => (place.value > highest.value ? place : highest));
  const ends = Math.max(way[0].value, way[way.length - 1].value);
  return top.value - ends > leastRise * Math.abs(ends) ? top : null;
}
