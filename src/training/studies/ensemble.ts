// Many seeds: one run again and again with other shuffles of the same data. The fan of paths, the median and the
// quartiles of the loss, and the share that ended in each minimum tell steady from lucky.

import { pointOf, type View } from '../plane.ts';
import { present } from '../present.ts';
import { memberSeed } from '../run/batchSequence.ts';
import { checkBatches, checkConfig, pairOf, trainingCount } from '../run/configuration.ts';
import { Loop } from '../run/loop.ts';
import { replay, rulesOf } from '../run/replay.ts';
import type { Edit, RunConfig } from '../run/run.ts';
import { type Setup, setUp, withFirstWeights } from '../run/setup.ts';
import { weightsPlane } from '../spannedPlanes.ts';
import { groupMinima, hasDiverged, Landscape, type Minimum, type Rest, stillMoving } from '../theory/minima.ts';
import type { Vector } from '../vector.ts';
import type { Task } from './task.ts';

export interface EnsembleRequest {
  readonly config: RunConfig;
  /** The log of the run, its first edit at step 0: every member makes the same edits at the same steps. */
  readonly edits: readonly Edit[];
  readonly members: number;
  readonly steps: number;
  /** Points kept of each path: the start, the end, and evenly between. At least 2. */
  readonly points: number;
  readonly loss: 'full' | 'batch';
  /** In what the members differ: in their shuffles (when absent), or in the first weights of a network. */
  readonly vary?: 'shuffles' | 'first weights';
  /** The plane in which the paths are seen; all of weight space, or of a network's the first two weights, when absent. */
  readonly view?: View;
}

/** One run of the group. Member 0 has the run's own shuffles and takes its steps to the last bit. */
export interface EnsemblePart {
  readonly member: number;
  /** Where the weights at `pointSteps` are seen, as pairs; a run that diverged stays where it stopped. */
  readonly path: Float64Array;
  /**
   * Loss at the same steps, of all examples or of the batch about to be taken; Infinity from the point on where the run
   * had diverged.
   */
  readonly losses: Float64Array;
  /** Step at which the run diverged, or null. */
  readonly divergedAt: number | null;
  /** Where the full loss leads from the end of the path; null for a run that diverged, and for networks. */
  readonly rest: Rest | null;
}

export interface Ensemble {
  /** The step of each point. */
  readonly pointSteps: Int32Array;
  /** Over all members, diverged ones included as Infinity, at each point. */
  readonly median: Float64Array;
  readonly lowerQuartile: Float64Array;
  readonly upperQuartile: Float64Array;
  readonly minima: readonly Minimum[];
  /** Share of all members that ended in each of `minima`. */
  readonly shares: readonly number[];
  /** Shares of those that were still on their way (of a network all that did not diverge), and of those that diverged. */
  readonly moving: number;
  readonly diverged: number;
  /** For each member its minimum, `stillMoving`, or `hasDiverged`. */
  readonly ends: Int16Array;
}

/** Steps at which a path is kept. */
export function pointSteps(steps: number, points: number): Int32Array {
  return Int32Array.from({ length: points }, (_, index) => Math.round((index * steps) / (points - 1)));
}

/** @throws RangeError that says which part of the request is refused and why */
export function ensembleTask(request: EnsembleRequest): Task<EnsemblePart, Ensemble> {
  return new EnsembleOfRuns(request);
}

class EnsembleOfRuns implements Task<EnsemblePart, Ensemble> {
  readonly count: number;
  private readonly request: EnsembleRequest;
  private readonly setup: Setup;
  private readonly view: View;
  /** Of two weights only: of more nobody knows where they would come to rest. */
  private readonly landscape: Landscape | null;
  private readonly pointSteps: Int32Array;

  constructor(request: EnsembleRequest) {
    check(request);
    this.request = request;
    this.count = request.members;
    this.setup = setUp(request.config);
    const pair = pairOf(request.config);
    const { start, examples } = this.setup;
    this.view = pair !== null ? null : (request.view ?? weightsPlane(start, 0, 1));
    this.landscape = pair === null ? null : new Landscape(pair, examples);
    this.pointSteps = pointSteps(request.steps, request.points);
  }

  compute(member: number): EnsemblePart {
    const { config, edits, loss: kind } = this.request;
    const loop = new Loop(this.setupOf(member));
    const rules = rulesOf(config.optimizer, edits);
    const { objective, examples } = this.setup;
    const points = new Float64Array(objective.dimension * this.pointSteps.length);
    const losses = new Float64Array(this.pointSteps.length);
    loop.begin(rules[0].rule);
    let divergedAt: number | null = null;
    this.pointSteps.forEach((step, point) => {
      if (divergedAt === null && (!replay(loop, rules, step) || loop.isFarOut)) divergedAt = loop.step;
      points.set(loop.weights, objective.dimension * point);
      if (kind === 'batch' && divergedAt === null) {
        loop.prepare();
        losses[point] = loop.batchLoss;
      }
    });
    if (kind === 'full') losses.set(objective.meanLosses(points, examples));
    const rest = divergedAt === null ? this.restOf(loop.weights) : null;
    if (divergedAt !== null)
      this.pointSteps.forEach((step, point) => {
        if (step >= present(divergedAt)) losses[point] = Number.POSITIVE_INFINITY;
      });
    return { member, path: this.seen(points), losses, divergedAt, rest };
  }

  /** The points of a path, D numbers each, as pairs. */
  private seen(points: Vector): Vector {
    const { view } = this;
    if (view === null) return points;
    const dimension = view.origin.length;
    const path = new Float64Array((2 * points.length) / dimension);
    for (let at = 0; at < points.length; at += dimension)
      path.set(pointOf(view, points.subarray(at, at + dimension)).point, (2 * at) / dimension);
    return path;
  }

  private setupOf(member: number): Setup {
    const { config, vary = 'shuffles' } = this.request;
    const seed = memberSeed(config.seed, member);
    return vary === 'shuffles' ? { ...this.setup, config: { ...config, seed } } : withFirstWeights(this.setup, seed);
  }

  private restOf(weights: Vector): Rest | null {
    return this.landscape?.settle([weights[0], weights[1]]) ?? null;
  }

  conclude(parts: readonly EnsemblePart[]): Ensemble {
    const members = [...parts].sort((a, b) => a.member - b.member);
    const settled = members.flatMap(({ rest }) => (rest === null ? [] : [rest]));
    const { minima, index } =
      this.landscape === null ? { minima: [], index: new Int16Array(0) } : groupMinima(this.landscape, settled);
    let next = 0;
    const ends = Int16Array.from(members, ({ rest, divergedAt }) => {
      if (divergedAt !== null) return hasDiverged;
      return rest === null ? stillMoving : index[next++];
    });
    const share = (end: number): number => ends.filter((other) => other === end).length / members.length;
    return {
      pointSteps: this.pointSteps,
      ...bandOf(members.map(({ losses }) => losses)),
      minima,
      shares: minima.map((_, minimum) => share(minimum)),
      moving: share(stillMoving),
      diverged: share(hasDiverged),
      ends,
    };
  }
}

/** Median and quartiles at each point, linear between the two nearest ranks, of columns of equal length. */
export function bandOf(columns: readonly Float64Array[]): Pick<Ensemble, 'median' | 'lowerQuartile' | 'upperQuartile'> {
  const length = columns[0].length;
  const band = {
    median: new Float64Array(length),
    lowerQuartile: new Float64Array(length),
    upperQuartile: new Float64Array(length),
  };
  const values = new Float64Array(columns.length);
  for (let point = 0; point < length; point++) {
    columns.forEach((column, member) => {
      values[member] = column[point];
    });
    values.sort();
    band.median[point] = quantile(values, 0.5);
    band.lowerQuartile[point] = quantile(values, 0.25);
    band.upperQuartile[point] = quantile(values, 0.75);
  }
  return band;
}

function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const part = place - below;
  // Not Infinity times 0 where the upper neighbour has diverged.
  return part === 0 ? sorted[below] : (1 - part) * sorted[below] + part * sorted[below + 1];
}

function check({ config, edits, members, steps, points }: EnsembleRequest): void {
  checkConfig(config);
  if (edits[0]?.step !== 0) throw new RangeError('The first edit of a run is made at step 0.');
  for (const { hyperparameters } of edits) checkBatches(hyperparameters, trainingCount(config), config.dropLast);
  if (!(Number.isInteger(members) && members >= 1))
    throw new RangeError(`A group has 1 member or more, not ${members}.`);
  if (!(Number.isInteger(steps) && steps >= 1)) throw new RangeError(`A run takes 1 step or more, not ${steps}.`);
  if (!(Number.isInteger(points) && points >= 2)) throw new RangeError(`A path has 2 points or more, not ${points}.`);
}
