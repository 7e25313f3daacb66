// Short questions about a run, each answered as a whole by one worker: a pure function of its request.

import type { Examples } from '../examples.ts';
import { pairOf, type Setting } from '../run/configuration.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { type Setup, setUp } from '../run/setup.ts';
import { Landscape, type Rest } from '../theory/minima.ts';
import { largestStableRate, type NoiseFloor, noiseFloor } from '../theory/noiseFloor.ts';
import type { Vector, Weights } from '../vector.ts';
import type { Task } from './task.ts';

interface AboutRun {
  readonly config: RunConfig;
}

export interface FloorsRequest extends AboutRun {
  readonly each: readonly Hyperparameters[];
}

export interface StableRatesRequest extends AboutRun {
  readonly hyperparameters: Hyperparameters;
  readonly batchSizes: readonly number[];
}

export interface LossesRequest extends AboutRun {
  /** D numbers each, one after the other. */
  readonly weights: Vector;
}

export interface StandingsRequest extends LossesRequest {
  /** Places from which the loss may lead to its lowest minimum; the middle of the domain is one in any case. */
  readonly from: readonly Weights[];
}

export interface Standings {
  readonly losses: Float64Array;
  /** The lowest minimum that is known; null where none is. */
  readonly minimum: Weights | null;
}

export interface FirstBelowRequest extends LossesRequest {
  readonly target: number;
}

/** A task of one part, which is the answer. */
export const question =
  <Request, Answer>(answer: (request: Request) => Answer) =>
  (request: Request): Task<Answer, Answer> => ({
    count: 1,
    compute: () => answer(request),
    conclude: ([only]) => only,
  });

let lastSetup: { readonly key: string; readonly setup: Setup } | null = null;

/** The same for questions that follow each other about one run. */
export function setupOf(config: RunConfig): Setup {
  const key = JSON.stringify(config);
  if (lastSetup?.key !== key) lastSetup = { key, setup: setUp(config) };
  return lastSetup.setup;
}

/** The noise floor under each set of hyperparameters; null where theory knows none. */
export const floors = question(({ config, each }: FloorsRequest): readonly (NoiseFloor | null)[] => {
  const isPair = pairOf(config) !== null;
  const { examples } = setupOf(config);
  return each.map((hyperparameters) => (isPair ? noiseFloor(config, hyperparameters, examples) : null));
});

interface RowRate {
  readonly row: number;
  readonly rate: number | null;
}

/** The largest stable rate of each batch size, a part each; empty where theory knows none. */
export function stableRatesTask({
  config,
  hyperparameters,
  batchSizes,
}: StableRatesRequest): Task<RowRate, readonly number[]> {
  return {
    count: batchSizes.length,
    compute(row) {
      const batch = { ...hyperparameters, batchSize: batchSizes[row] };
      const { examples } = setupOf(config);
      return { row, rate: pairOf(config) === null ? null : largestStableRate(config, batch, examples) };
    },
    conclude(parts) {
      const rates = parts.toSorted((a, b) => a.row - b.row).flatMap(({ rate }) => rate ?? []);
      return rates.length === batchSizes.length ? rates : [];
    },
  };
}

/** The loss of all data at these weights. */
export const losses = question(({ config, weights }: LossesRequest): Float64Array => {
  const { objective, examples } = setupOf(config);
  return objective.meanLosses(weights, examples);
});

/** Where runs stand: the loss of all data at their weights, and the lowest minimum that is known. */
export const standings = question(({ config, weights, from }: StandingsRequest): Standings => {
  const { objective, examples } = setupOf(config);
  const pair = pairOf(config);
  return {
    losses: objective.meanLosses(weights, examples),
    minimum: pair === null ? null : lowestMinimum(pair, examples, [...from, middleOf(pair)]),
  };
});

/**
 * A tenth of the way from the lowest loss that is known to the start's. Of a network none is known but that no loss is
 * below 0.
 */
export const usualTarget = question(({ config }: AboutRun): number => {
  const pair = pairOf(config);
  const { objective, examples, start } = setupOf(config);
  if (pair === null) return Number((0.1 * objective.meanLoss(start, examples)).toPrecision(2)) || 1;
  const lowest = lowestMinimum(pair, examples, [config.start, middleOf(pair)]) ?? config.start;
  const [high, low] = objective.meanLosses(Float64Array.from([...config.start, ...lowest]), examples);
  return Number((low + 0.1 * (high - low)).toPrecision(2)) || 1;
});

/** Index of the first weights at which the loss of all data is at or below a target; null where none are. */
export const firstBelow = question(({ config, weights, target }: FirstBelowRequest): number | null => {
  const { objective, examples } = setupOf(config);
  const index = objective.meanLosses(weights, examples).findIndex((loss) => loss <= target);
  return index < 0 ? null : index;
});

/** The middle of the domain, from which the way down is another one than from the start. */
function middleOf({ problem, settings }: Setting): Weights {
  const { x, y } = problem.domain(settings);
  return [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
}

/** Legs of a descent, each of which goes a tenth of the domain's diagonal at most. */
const mostLegs = 40;

function followDown(landscape: Landscape, from: Weights): Rest {
  let rest = landscape.settle(from);
  for (let leg = 1; leg < mostLegs && rest.isMoving; leg++) rest = landscape.settle(rest.weights);
  return rest;
}

/** The lowest minimum to which the loss of all data leads from these places; null where it leads to none. */
export function lowestMinimum(setting: Setting, examples: Examples, from: readonly Weights[]): Weights | null {
  const landscape = new Landscape(setting, examples);
  const rests = from
    .filter((weights) => weights.every(Number.isFinite))
    .map((weights) => followDown(landscape, weights))
    .filter(({ isMoving, loss }) => !isMoving && Number.isFinite(loss));
  return rests.length === 0 ? null : rests.reduce((lowest, rest) => (rest.loss < lowest.loss ? rest : lowest)).weights;
}
