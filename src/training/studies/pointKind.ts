// What kind of place a run has come to: by the gradient of the full loss, by how it curves up or down there, and by
// whether the last steps go round in a cycle. Weight decay that joins the gradient belongs to both.

import { type Examples, inOrder } from '../examples.ts';
import { type Eigen, eigen, hessian } from '../objective/curvature.ts';
import type { NetworkObjective } from '../objective/networkObjective.ts';
import type { Objective } from '../objective/objective.ts';
import { PairObjective } from '../objective/pairObjective.ts';
import { type Sharpness, sharpness } from '../objective/sharpness.ts';
import { hasLayers, pairOf } from '../run/configuration.ts';
import { quietLength } from '../run/rest.ts';
import type { RunConfig } from '../run/run.ts';
import { Landscape } from '../theory/minima.ts';
import { lengthOf, type Vector } from '../vector.ts';
import { setupOf } from './questions.ts';
import type { Task } from './task.ts';

export interface PointRequest {
  readonly config: RunConfig;
  readonly weights: Vector;
  /** Share of the weights that joins the gradient. */
  readonly decay: number;
  /** The weights of earlier steps, D numbers each, `stride` steps apart, the last ones before `weights`. */
  readonly recent: Vector;
  readonly stride: number;
}

/**
 * `minimum`: the loss curves upward all around; `floor`: upward, and along some direction hardly at all; `saddle`: upward
 * and downward; `maximum`: nowhere upward; `plateau`: hardly at all. `slope`: the gradient leads on from here. `cycle`: the
 * steps come back to the same weights. `unknown`: how it curves could not be found.
 */
export type PointKind = 'minimum' | 'floor' | 'saddle' | 'maximum' | 'plateau' | 'slope' | 'cycle' | 'unknown';

export interface PointAccount {
  readonly kind: PointKind;
  readonly weights: Vector;
  /** Length of the gradient, decay included. */
  readonly gradient: number;
  /** Largest and smallest eigenvalue of the Hessian, decay included; null where they could not be found. */
  readonly largest: number | null;
  readonly smallest: number | null;
  /** Steps after which the weights are the same again; null where they are not. */
  readonly period: number | null;
}

/** One end of a network's eigenvalues: the largest of the Hessian, or with the sign -1 of its mirror image. */
interface End extends Pick<Sharpness, 'value' | 'residual'> {
  readonly sign: 1 | -1;
}

/** All that is known of how the loss curves in two weights, or one end of it in more. */
export type CurvesPart = Curves | End | null;

/** Networks in two parts, one for each end of the eigenvalues, since a search takes a while. */
export function pointKind(request: PointRequest): Task<CurvesPart, PointAccount> {
  const { config, weights, decay } = request;
  return {
    count: hasLayers(config) ? 2 : 1,
    compute(part) {
      const { objective, examples } = setupOf(config);
      if (objective instanceof PairObjective) return pairCurves(config, objective, examples, weights, decay);
      return steepest(objective, examples, weights, part === 0 ? 1 : -1);
    },
    conclude(parts) {
      const { objective, examples } = setupOf(config);
      const gradient = gradientAt(objective, examples, weights, decay);
      const curves = curvesOf(parts, decay);
      const period = periodOf(request);
      return {
        kind: period === null ? kindOf(curves, gradient) : 'cycle',
        ...{ weights, gradient: lengthOf(gradient), period },
        ...{ largest: curves?.largest ?? null, smallest: curves?.smallest ?? null },
      };
    },
  };
}

function gradientAt(objective: Objective, examples: Examples, weights: Vector, decay: number): Vector {
  const gradient = new Float64Array(objective.dimension);
  objective.sum(weights, examples, inOrder(examples.count), 0, examples.count, gradient);
  return gradient.map((sum, i) => sum / examples.count + decay * weights[i]);
}

/** How the loss curves along its principal directions; plain data, since it crosses between workers. */
interface Curves {
  readonly largest: number;
  readonly smallest: number;
  /** Curvatures of a smaller size than this count as none. */
  readonly least: number;
  /** Of two weights the directions of both, and how far the gradient may lead without being seen; null of networks. */
  readonly pair: { readonly directions: Eigen['vectors']; readonly near: number } | null;
}

/** Shares of the loss's typical height over its domain's diagonal², and of the diagonal. */
const [leastShare, nearShare] = [1e-3, 1e-3];

function pairCurves(
  config: RunConfig,
  { pair: { model, loss } }: PairObjective,
  examples: Examples,
  weights: Vector,
  decay: number,
): Curves | null {
  const setting = pairOf(config);
  if (setting === null) return null;
  const { diagonal, height } = new Landscape(setting, examples);
  const { values, vectors } = eigen(hessian(model, loss, examples, [weights[0], weights[1]]));
  const [largest, smallest] = values.map((value) => value + decay);
  const least = (leastShare * height) / (diagonal * diagonal);
  return { largest, smallest, least, pair: { directions: vectors, near: nearShare * diagonal } };
}

/**
 * Whether the gradient leads nowhere: where the loss curves, as far as Newton's step would lead; where it does not, no slope
 * at all.
 */
function isNear({ largest, smallest, least, pair }: Curves, gradient: Vector): boolean {
  if (pair === null) return lengthOf(gradient) <= quietLength;
  return pair.directions.every(([v1, v2], index) => {
    const slope = Math.abs(gradient[0] * v1 + gradient[1] * v2);
    const curvature = Math.abs(index === 0 ? largest : smallest);
    return slope <= quietLength || (curvature > least && slope <= pair.near * curvature);
  });
}

/** Of a network's many curvatures some are always small: those below so much of the largest count as none. */
const leastOfLargest = 1e-3;
/** A search for an eigenvalue whose residual is more than this share of it has not found it. */
const leastCertain = 0.05;
/** Products of the Hessian with a vector that a search takes at most: fewer where each of them takes longer. */
const [mostProducts, fewestProducts, productsTimesSize] = [200, 25, 6e6];

/** The steepest direction of the loss, or of its mirror image, by power iteration. */
function steepest(objective: NetworkObjective, examples: Examples, weights: Vector, sign: 1 | -1): End {
  const one: Pick<Objective, 'dimension' | 'hessianTimes'> = {
    dimension: objective.dimension,
    hessianTimes(at, vector, of, rows, from, to, into) {
      objective.hessianTimes(at, vector, of, rows, from, to, into);
      for (let i = 0; i < into.length; i++) into[i] *= sign;
    },
  };
  const affordable = Math.floor(productsTimesSize / (objective.dimension * examples.count));
  const { value, residual } = sharpness(one, weights, examples, inOrder(examples.count), 0, examples.count, {
    tolerance: leastCertain / 5,
    mostProducts: Math.min(mostProducts, Math.max(fewestProducts, affordable)),
  });
  return { sign, value, residual };
}

function curvesOf(parts: readonly CurvesPart[], decay: number): Curves | null {
  const [first] = parts;
  if (first === null || 'pair' in first) return first;
  const ends = parts.filter((part) => part !== null && 'sign' in part);
  const [top, bottom] = [1, -1].map((sign) => ends.find((end) => end.sign === sign));
  if (top === undefined || bottom === undefined) return null;
  const size = Math.max(Math.abs(top.value), Math.abs(bottom.value));
  const isFound = ends.every(({ residual }) => residual <= leastCertain * size) && Number.isFinite(size);
  if (!isFound) return null;
  return { largest: top.value + decay, smallest: -bottom.value + decay, least: leastOfLargest * size, pair: null };
}

function kindOf(curves: Curves | null, gradient: Vector): PointKind {
  if (curves === null) return 'unknown';
  if (!isNear(curves, gradient)) return 'slope';
  const { largest, smallest, least } = curves;
  if (largest <= least) return smallest < -least ? 'maximum' : 'plateau';
  if (smallest < -least) return 'saddle';
  return smallest > least ? 'minimum' : 'floor';
}

/** Of how much they move, the weights come back to a cycle's as exactly as this share. */
const sameness = 1e-6;
/** Movements below this are none. */
const leastMoved = 1e-9;

/** The shortest time in which the last steps repeat, in steps; null where they do not, or hardly move. */
function periodOf({ weights, recent, stride }: PointRequest): number | null {
  const dimension = weights.length;
  const count = recent.length / dimension;
  const at = (back: number): Vector =>
    back === 0 ? weights : recent.subarray((count - back) * dimension, (count - back + 1) * dimension);
  const apart = (one: number, other: number): number => {
    const [a, b] = [at(one), at(other)];
    return lengthOf(a.map((value, i) => value - b[i]));
  };
  let moved = 0;
  for (let period = 1; 2 * period <= count; period++) {
    moved = Math.max(moved, apart(period - 1, period));
    if (!(moved > leastMoved)) continue;
    const isSame = Array.from({ length: period }, (_, back) => back).every(
      (back) => apart(back, back + period) <= sameness * moved,
    );
    if (isSame) return period * stride;
  }
  return null;
}
