// The part of weight space that is worth looking at for examples of which nothing is known: around the weights where the
// full loss is least, as wide as their standard errors and the way from the start ask for.
// Standard errors are those of an M-estimator: the variance of H⁻¹ g over samples is H⁻¹ C H⁻¹ / n (Huber 1967).

import type { Examples } from '../examples.ts';
import { inOrder } from '../examples.ts';
import { losses } from '../losses/index.ts';
import { models } from '../models/index.ts';
import { eigen, hessian } from '../objective/curvature.ts';
import { gradientCloud } from '../objective/noise.ts';
import type { Pair } from '../objective/pair.ts';
import { meanOfRows, quadraticRows } from '../objective/quadratic.ts';
import { Workspace } from '../objective/workspace.ts';
import type { PairProblem, ProblemSettings } from '../problem.ts';
import { add, type Domain, type Weights } from '../vector.ts';

/** How many standard errors to either side of the minimum are shown. */
const shownErrors = 4;
/** Room around what must be seen, as a share of it. */
const margin = 0.2;
/** Farther out than this many times the start and the least-squares solution the minimum is not looked for. */
const farthest = 6;
const mostSteps = 60;

/** `start` and minimum lie well inside. */
export function domainAround(
  problem: PairProblem,
  settings: ProblemSettings,
  examples: Examples,
  start: Weights,
): Domain {
  const pair = { model: models[problem.model(settings)], loss: losses[problem.loss(settings)] };
  const { weights, errors } = leastLoss(pair, examples, start);
  const interval = (index: 0 | 1): readonly [number, number] => {
    const places = [start[index], weights[index] - errors[index], weights[index] + errors[index]];
    // The examples stand in weight space themselves.
    if (pair.model === models.location) places.push(...(index === 0 ? examples.x1 : examples.x2));
    const [low, high] = [Math.min(...places), Math.max(...places)];
    const room = Math.max(margin * (high - low), 1e-3 * Math.max(Math.abs(low), Math.abs(high)), 1e-6);
    return [low - room, high + room];
  };
  return { x: interval(0), y: interval(1) };
}

interface LeastLoss {
  readonly weights: Weights;
  /** `shownErrors` standard errors of each weight. */
  readonly errors: Weights;
}

/** The lowest place that is found from the start, from (0, 0), and from around them; where the loss has no least, on the way. */
export function leastLoss(pair: Pair, examples: Examples, start: Weights): LeastLoss {
  const squares = leastSquares(pair, examples);
  const descent = new Descent(pair, examples, [start, squares]);
  const found = [squares, start, [0, 0], [1, 1], [-1, 1], [-start[0], -start[1]]].map((from) =>
    descent.down([from[0], from[1]]),
  );
  const best = found.reduce((lowest, place) => (place.loss < lowest.loss ? place : lowest));
  const [e1, e2] = standardErrors(pair, examples, best.weights);
  const bounded = (error: number): number =>
    Number.isFinite(error) ? Math.min(shownErrors * error, descent.reach) : 0;
  return { weights: best.weights, errors: [bounded(e1), bounded(e2)] };
}

/** Where the squared distance, or error of a linear model, is least; (0, 0) for any other. */
function leastSquares({ model, loss }: Pair, examples: Examples): Weights {
  const rows = quadraticRows({ model, loss: model.isLinear ? losses.mse : loss }, examples);
  if (rows === null) return [0, 0];
  const { a, b } = meanOfRows(rows);
  const determinant = a[0] * a[2] - a[1] * a[1];
  // However far from 0 the features are: what counts is how alike the two are.
  if (!(determinant > 1e-12 * a[0] * a[2])) return [0, 0];
  return [(a[2] * b[0] - a[1] * b[1]) / determinant, (a[0] * b[1] - a[1] * b[0]) / determinant];
}

class Descent {
  /** How far from (0, 0) it looks. */
  readonly reach: number;
  private readonly pair: Pair;
  private readonly examples: Examples;
  private readonly full: Workspace;

  /** @param around places that must be within reach, well inside */
  constructor(pair: Pair, examples: Examples, around: readonly Weights[]) {
    this.pair = pair;
    this.examples = examples;
    this.full = new Workspace(pair.model, pair.loss, examples.count);
    this.full.sample(examples, inOrder(examples.count), 0, examples.count);
    const extent = pair.model === models.location ? largestOf(examples) : 1;
    this.reach = farthest * Math.max(1, extent, ...around.flat().map(Math.abs));
  }

  /** Newton's steps with every curvature taken as upward, halved until they lead down. */
  down(from: Weights): { readonly weights: Weights; readonly loss: number } {
    let weights = from;
    let loss = this.full.lossAt(...weights);
    for (let step = 0; step < mostSteps; step++) {
      const direction = this.direction(weights);
      let share = 1;
      let next = add(weights, direction);
      let nextLoss = this.full.lossAt(...next);
      while (!(nextLoss < loss) && share > 1e-4) {
        share /= 2;
        next = add(weights, [share * direction[0], share * direction[1]]);
        nextLoss = this.full.lossAt(...next);
      }
      const isOut = Math.abs(next[0]) > this.reach || Math.abs(next[1]) > this.reach;
      if (!(nextLoss < loss) || isOut) break;
      const isThere = loss - nextLoss <= 1e-12 * Math.abs(loss);
      weights = next;
      loss = nextLoss;
      if (isThere) break;
    }
    return { weights, loss };
  }

  private direction([w1, w2]: Weights): Weights {
    this.full.lossAt(w1, w2);
    this.full.backward(w1, w2);
    const [g1, g2] = this.full.gradient;
    const { values, vectors } = eigen(hessian(this.pair.model, this.pair.loss, this.examples, [w1, w2]));
    const parts = vectors.map(([v1, v2], index) => {
      const slope = g1 * v1 + g2 * v2;
      // Where the loss is straight the step is a fraction of the reach.
      const length = slope === 0 ? 0 : -slope / Math.max(Math.abs(values[index]), (8 * Math.abs(slope)) / this.reach);
      return [length * v1, length * v2] as const;
    });
    return [parts[0][0] + parts[1][0], parts[0][1] + parts[1][1]];
  }
}

function largestOf({ count, x1, x2 }: Examples): number {
  let largest = 0;
  for (let row = 0; row < count; row++) largest = Math.max(largest, Math.abs(x1[row]), Math.abs(x2[row]));
  return largest;
}

/** Infinite where the Hessian leaves a direction undetermined. */
function standardErrors(pair: Pair, examples: Examples, weights: Weights): Weights {
  const [a, b, c] = hessian(pair.model, pair.loss, examples, weights);
  const determinant = a * c - b * b;
  if (!(determinant > 1e-12 * a * c)) return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const inverse = [c / determinant, -b / determinant, a / determinant] as const;
  const [p, q, r] = gradientCloud(pair, examples, weights).covariance;
  const variance = (u: number, v: number): number => (u * u * p + 2 * u * v * q + v * v * r) / examples.count;
  return [Math.sqrt(variance(inverse[0], inverse[1])), Math.sqrt(variance(inverse[1], inverse[2]))];
}
