// The basin map: where the run ends from each start on a grid of the domain. All starts see the same mini-batches.

import type { Examples } from '../examples.ts';
import { pairObjective } from '../objective/pairObjective.ts';
import { BatchSequence, EpochOrders } from '../run/batchSequence.ts';
import {
  checkBatches,
  checkConfig,
  generateExamples,
  resolvePair,
  type Setting,
  trainingCount,
} from '../run/configuration.ts';
import { Rule } from '../run/rule.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { groupMinima, hasDiverged, Landscape, type Minimum, type Rest, stillMoving } from '../theory/minima.ts';
import type { Domain, Weights } from '../vector.ts';
import { Cohort, Member } from './cohort.ts';
import type { Task } from './task.ts';

export interface BasinRequest {
  /** Its start is replaced by those of the grid. */
  readonly config: RunConfig;
  readonly hyperparameters: Hyperparameters;
  readonly domain: Domain;
  /** Cells across and up; the starts are their centres, as on a loss surface. */
  readonly columns: number;
  readonly rows: number;
  readonly steps: number;
}

/** A row of starts, or a stretch of one. */
export interface BasinPart {
  readonly row: number;
  readonly firstColumn: number;
  /** Weights at the end of each run, as pairs. */
  readonly ends: Float64Array;
  /** Where the full loss leads from there, or null for a run that diverged; enough for a first, rough picture. */
  readonly rests: readonly (Rest | null)[];
}

export interface BasinMap {
  readonly columns: number;
  readonly rows: number;
  readonly domain: Domain;
  /** The lowest first. */
  readonly minima: readonly Minimum[];
  /** Row by row from the lowest w2: the number of the minimum, `stillMoving`, or `hasDiverged`. */
  readonly index: Int16Array;
  /** Share of the starts that end in each of `minima`. */
  readonly shares: readonly number[];
  readonly moving: number;
  readonly diverged: number;
}

/** Steps that let a map of 64 x 64 starts be done in about a second: 500 for small batches, fewer for large ones. */
export const basinSteps = (batchSize: number): number => Math.max(50, Math.min(500, Math.round(10_000 / batchSize)));

/** Steps times examples of one part: some 40 ms. */
const mostWork = 2_000_000;

/** A run whose batches never change has come to rest when so many steps in a row were shorter than this share of the diagonal. */
const restingSteps = 8;
const restingLength = 1e-5;

/** @throws RangeError that says which part of the request is refused and why */
export function basinTask(request: BasinRequest): Task<BasinPart, BasinMap> {
  return new Basins(request);
}

class Basins implements Task<BasinPart, BasinMap> {
  readonly count: number;
  private readonly request: BasinRequest;
  private readonly setting: Setting;
  private readonly examples: Examples;
  private readonly landscape: Landscape;
  private readonly orders: EpochOrders;
  private readonly rule: Rule;
  /** Rows far from each other come first, so that the picture is rough before it is fine. */
  private readonly parts: readonly { readonly row: number; readonly from: number; readonly to: number }[];

  constructor(request: BasinRequest) {
    const { config, hyperparameters } = request;
    check(request);
    this.request = request;
    this.setting = resolvePair(config);
    this.examples = generateExamples(config);
    this.landscape = new Landscape(this.setting, this.examples);
    this.orders = new EpochOrders(config.seed, config.sampling, this.examples.count);
    this.rule = new Rule(config.optimizer, hyperparameters);
    const width = Math.max(1, Math.floor(mostWork / (request.steps * hyperparameters.batchSize)));
    this.parts = spreadRows(request.rows).flatMap((row) =>
      Array.from({ length: Math.ceil(request.columns / width) }, (_, index) => {
        return { row, from: index * width, to: Math.min(request.columns, (index + 1) * width) };
      }),
    );
    this.count = this.parts.length;
  }

  compute(part: number): BasinPart {
    const { row, from, to } = this.parts[part];
    const { config, hyperparameters, steps } = this.request;
    const { batchSize } = hyperparameters;
    const sequence = new BatchSequence(this.orders, batchSize, config.dropLast, hyperparameters.accumulate);
    const members = Array.from(
      { length: to - from },
      (_, index) => new Member(this.rule, this.startOf(from + index, row)),
    );
    const cohort = new Cohort(pairObjective(this.setting), this.examples, sequence, members);
    const isSteady = batchSize === this.examples.count && config.sampling !== 'replacement';
    const resting = new Int32Array(members.length);
    for (let step = 0; step < steps; step++) {
      cohort.advance();
      if (isSteady) this.stopResting(members, resting);
    }
    const ends = Float64Array.from(members.flatMap(({ weights }) => [...weights]));
    const rests = members.map((member) =>
      member.hasDiverged ? null : this.landscape.settle([member.weights[0], member.weights[1]]),
    );
    return { row, firstColumn: from, ends, rests };
  }

  conclude(parts: readonly BasinPart[]): BasinMap {
    const { columns, rows, domain } = this.request;
    const ordered = [...parts]
      .sort((a, b) => a.row - b.row || a.firstColumn - b.firstColumn)
      .flatMap(({ rests }) => rests);
    const grouped = groupMinima(
      this.landscape,
      ordered.filter((rest) => rest !== null),
    );
    let next = 0;
    const index = Int16Array.from(ordered, (rest) => (rest === null ? hasDiverged : grouped.index[next++]));
    const share = (end: number): number => index.filter((other) => other === end).length / index.length;
    return {
      columns,
      rows,
      domain,
      minima: grouped.minima,
      index,
      shares: grouped.minima.map((_, minimum) => share(minimum)),
      moving: share(stillMoving),
      diverged: share(hasDiverged),
    };
  }

  private startOf(column: number, row: number): Weights {
    const { domain, columns, rows } = this.request;
    const along = ([low, high]: readonly [number, number], cell: number, count: number): number =>
      low + ((cell + 0.5) / count) * (high - low);
    return [along(domain.x, column, columns), along(domain.y, row, rows)];
  }

  private stopResting(members: readonly Member[], resting: Int32Array): void {
    const short = restingLength * this.landscape.diagonal;
    members.forEach((member, column) => {
      const isShort = Math.abs(member.update[0]) < short && Math.abs(member.update[1]) < short;
      resting[column] = isShort ? resting[column] + 1 : 0;
      if (resting[column] >= restingSteps) member.isDone = true;
    });
  }
}

/** All rows, those far from each other first: 0, 32, 16, 48, 8, ... of 64. */
function spreadRows(rows: number): number[] {
  const order = [0];
  let gap = 1;
  while (gap < rows) gap *= 2;
  for (; gap >= 2; gap /= 2) for (let row = gap / 2; row < rows; row += gap) order.push(row);
  return order;
}

function check({ config, hyperparameters, columns, rows, steps }: BasinRequest): void {
  checkConfig(config);
  checkBatches(hyperparameters, trainingCount(config), config.dropLast);
  for (const count of [columns, rows, steps])
    if (!(Number.isInteger(count) && count >= 1))
      throw new RangeError(`A basin map has 1 column, row, and step or more, not ${count}.`);
}
