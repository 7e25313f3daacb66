// Where runs end. From an end point the full loss is followed downhill to the place where it stands still; places equally
// deep with no barrier between them count as one minimum, so that a valley floor, or a dead plateau, is one.

import { cos, sin } from '../elementary.ts';
import type { Examples } from '../examples.ts';
import { eigen, hessian } from '../objective/curvature.ts';
import { Workspace } from '../objective/workspace.ts';
import { present } from '../present.ts';
import type { Setting } from '../run/configuration.ts';
import type { Domain, Weights } from '../vector.ts';

/** Longest step downhill, as a share of the domain's diagonal: short, so that the descent stays in its basin. */
const longestStep = 0.02;
const mostSteps = 100;

/** A run that ended farther than this from its minimum, as a share of the diagonal, was still on its way. */
const onTheWay = 0.1;

/** End points are settled from the middle of a cell this wide, so that neighbours share the work whoever comes first. */
const cellsPerDiagonal = 256;

/** A rise along the way between two places that is no barrier, as a share of the loss's typical height above its lowest. */
const barrier = 1e-3;

/** Places this far apart in loss, as a share of the same height, are not one: a dead plateau above a minimum stays apart. */
const equallyDeep = 1e-2;

/** Most distinct places that are compared with each other. */
const mostPlaces = 400;

/** Each place looks for a way without barrier to so many of its nearest others. */
const neighbours = 8;

/** Stands for a minimum's number where a run ended in none. */
export const stillMoving = -1;
export const hasDiverged = -2;

export interface Rest {
  readonly weights: Weights;
  /** Full loss there. */
  readonly loss: number;
  /** The way down led too far for the run to have arrived, or had no end, as on a plateau; `weights` are where it was left. */
  readonly isMoving: boolean;
}

/** The full loss as a landscape to descend. */
export class Landscape {
  readonly diagonal: number;
  private readonly setting: Setting;
  private readonly examples: Examples;
  private readonly full: Workspace;
  /** Mean loss above the lowest over the domain. */
  readonly height: number;
  private readonly rests = new Map<string, Rest>();

  constructor(setting: Setting, examples: Examples) {
    this.setting = setting;
    this.examples = examples;
    this.full = new Workspace(setting.model, setting.loss, examples.count);
    const everything = Int32Array.from({ length: examples.count }, (_, index) => index);
    this.full.sample(examples, everything, 0, examples.count);
    const { x: w1, y: w2 } = this.domain;
    this.diagonal = lengthOf([w1[1] - w1[0], w2[1] - w2[0]]);
    this.height = this.typicalHeight();
  }

  get domain(): Domain {
    return this.setting.problem.domain(this.setting.settings);
  }

  /** Mean loss of all examples, as the trainer computes it. */
  loss(w1: number, w2: number): number {
    this.full.forward(w1, w2);
    this.full.measure();
    return this.full.batchLoss;
  }

  /** Mean gradient of all examples. */
  gradient(w1: number, w2: number): Weights {
    this.loss(w1, w2);
    this.full.backward(w1, w2);
    return [this.full.gradient[0], this.full.gradient[1]];
  }

  /** Where the descent of the full loss from these weights comes to rest. Depends on nothing asked before. */
  settle([w1, w2]: Weights): Rest {
    const cell = this.diagonal / cellsPerDiagonal;
    const [column, row] = [Math.floor(w1 / cell), Math.floor(w2 / cell)];
    const key = `${column},${row}`;
    const middle: Weights = [(column + 0.5) * cell, (row + 0.5) * cell];
    const rest = this.rests.get(key) ?? this.descend(middle);
    this.rests.set(key, rest);
    return rest;
  }

  private descend(from: Weights): Rest {
    const trust = longestStep * this.diagonal;
    let weights = from;
    let loss = this.loss(...weights);
    let isMoving = true;
    const isNear = (): boolean => distance(weights, from) <= onTheWay * this.diagonal;
    for (let step = 0; step < mostSteps && isMoving && isNear(); step++) {
      const [d1, d2] = this.direction(weights, trust);
      let next: Weights = weights;
      let nextLoss = Number.POSITIVE_INFINITY;
      for (let share = 1; share > 1e-4 && !(nextLoss < loss); share /= 2) {
        next = [weights[0] + share * d1, weights[1] + share * d2];
        nextLoss = this.loss(...next);
      }
      // At rest: no way down, or only steps that nobody could see.
      isMoving = nextLoss < loss && distance(next, weights) > 1e-7 * this.diagonal;
      if (nextLoss < loss) {
        weights = next;
        loss = nextLoss;
      }
    }
    return { weights, loss, isMoving: isMoving || !isNear() };
  }

  /** Newton's step with every curvature taken as upward, no longer than `trust`. */
  private direction(weights: Weights, trust: number): Weights {
    const { model, loss } = this.setting;
    const [g1, g2] = this.gradient(...weights);
    const { values, vectors } = eigen(hessian(model, loss, this.examples, weights));
    const parts = vectors.map(([v1, v2], index) => {
      const slope = g1 * v1 + g2 * v2;
      // With hardly any curvature the step would be endless; the trust radius cuts it.
      const length = slope === 0 ? 0 : -slope / Math.max(Math.abs(values[index]), Math.abs(slope) / trust);
      return [length * v1, length * v2] as const;
    });
    const step: Weights = [parts[0][0] + parts[1][0], parts[0][1] + parts[1][1]];
    const shrink = Math.min(1, trust / Math.max(lengthOf(step), Number.MIN_VALUE));
    return [shrink * step[0], shrink * step[1]];
  }

  /** Whether two places are about equally deep, and the straight way between them nowhere rises clearly above both. */
  isOneBasin(from: Rest, to: Rest): boolean {
    if (!(Math.abs(from.loss - to.loss) <= equallyDeep * this.height)) return false;
    const limit = Math.max(from.loss, to.loss) + barrier * this.height;
    for (let eighth = 1; eighth < 8; eighth++) {
      const share = eighth / 8;
      const [w1, w2] = [0, 1].map((i) => from.weights[i] + share * (to.weights[i] - from.weights[i]));
      if (!(this.loss(w1, w2) <= limit)) return false;
    }
    return true;
  }

  /** Whether the loss rises in none of eight directions: a plateau or a dead region rather than a bottom. */
  isFlat({ weights: [w1, w2], loss }: Rest): boolean {
    const radius = (longestStep / 2) * this.diagonal;
    return [...Array(8).keys()].every((eighth) => {
      const turn = (eighth * Math.PI) / 4;
      return this.loss(w1 + radius * cos(turn), w2 + radius * sin(turn)) - loss <= 1e-6 * this.height;
    });
  }

  /** Mean loss above the lowest, on a coarse grid of the domain. */
  private typicalHeight(): number {
    const { x: w1, y: w2 } = this.domain;
    const across = ([low, high]: readonly [number, number], index: number): number => low + ((high - low) * index) / 7;
    const losses = Array.from({ length: 64 }, (_, cell) =>
      this.loss(across(w1, cell % 8), across(w2, Math.floor(cell / 8))),
    );
    const lowest = losses.reduce((least, loss) => Math.min(least, loss), Number.POSITIVE_INFINITY);
    return losses.reduce((sum, loss) => sum + loss, 0) / losses.length - lowest;
  }
}

export interface Minimum {
  /** The lowest of the places that belong to it. */
  readonly weights: Weights;
  readonly loss: number;
  /** The loss rises nowhere around: a plateau or dead region rather than a bottom. */
  readonly isFlat: boolean;
}

export interface Minima {
  /** The lowest first. */
  readonly minima: readonly Minimum[];
  /** For each place given, its minimum, or `stillMoving` for one that was not at rest. */
  readonly index: Int16Array;
}

/** Which of the places belong together. */
export function groupMinima(landscape: Landscape, places: readonly Rest[]): Minima {
  const { distinct, of } = distinctPlaces(landscape.diagonal, places);
  const parent = distinct.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at];
    return at;
  };
  const join = (one: number, other: number): void => {
    const [a, b] = [root(one), root(other)];
    if (a !== b && landscape.isOneBasin(distinct[one], distinct[other])) parent[Math.max(a, b)] = Math.min(a, b);
  };
  for (let one = 0; one < distinct.length; one++)
    for (const other of nearest(distinct, one, neighbours)) join(one, other);
  // `distinct` is sorted by loss, so that the root of a group is its lowest place.
  const roots = distinct.map((_, index) => index).filter((index) => parent[index] === index);
  for (const one of roots) for (const other of roots) if (one < other) join(one, other);
  const kept = roots.filter((index) => parent[index] === index);
  const number = new Map(kept.map((index, order) => [index, order]));
  const minima = kept.map((index) => {
    const { weights, loss } = distinct[index];
    return { weights, loss, isFlat: landscape.isFlat(distinct[index]) };
  });
  return {
    minima,
    index: Int16Array.from(of, (index) => (index < 0 ? stillMoving : present(number.get(root(index))))),
  };
}

/** Places that lie in one small cell are one; sorted by loss. `of` gives each place its distinct one, or −1. */
function distinctPlaces(diagonal: number, places: readonly Rest[]): { distinct: Rest[]; of: number[] } {
  for (let cell = diagonal / 1000; ; cell *= 2) {
    const lowest = new Map<string, Rest>();
    const keys = places.map(({ weights, isMoving }) =>
      isMoving ? null : `${Math.round(weights[0] / cell)},${Math.round(weights[1] / cell)}`,
    );
    places.forEach((place, index) => {
      const key = keys[index];
      if (key !== null && !(lowest.get(key) !== undefined && isBefore(present(lowest.get(key)), place)))
        lowest.set(key, place);
    });
    if (lowest.size > mostPlaces) continue;
    const entries = [...lowest].sort(([, a], [, b]) => (isBefore(a, b) ? -1 : 1));
    const order = new Map(entries.map(([key], index) => [key, index]));
    return {
      distinct: entries.map(([, place]) => place),
      of: keys.map((key) => (key === null ? -1 : present(order.get(key)))),
    };
  }
}

/** Lower loss first; equals by their weights, so that the order of the places never matters. */
function isBefore(a: Rest, b: Rest): boolean {
  if (a.loss !== b.loss) return a.loss < b.loss;
  return a.weights[0] !== b.weights[0] ? a.weights[0] < b.weights[0] : a.weights[1] < b.weights[1];
}

function nearest(places: readonly Rest[], from: number, count: number): number[] {
  const { weights } = places[from];
  return places
    .map((place, index) => [index, distance(place.weights, weights)] as const)
    .filter(([index]) => index !== from)
    .sort((a, b) => a[1] - b[1])
    .slice(0, count)
    .map(([index]) => index);
}

const lengthOf = ([a, b]: Weights): number => Math.sqrt(a * a + b * b);

const distance = (a: Weights, b: Weights): number => lengthOf([a[0] - b[0], a[1] - b[1]]);
