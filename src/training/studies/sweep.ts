// Final loss over learning rate and batch size. All rates of one batch size see the same mini-batches; where the loss is
// quadratic in the weights, the five means of each batch are all that its gradient needs, g = 2 (Āw − b̄), and they are
// computed once for all rates. Elsewhere each run takes the trainer's steps to the last bit.

import { batchesOf } from '../batches.ts';
import { power, powerInteger } from '../elementary.ts';
import { quadraticRows, quadraticStride } from '../objective/quadratic.ts';
import type { LinearRule } from '../optimizers/linearRule.ts';
import { present } from '../present.ts';
import { BatchSequence, EpochOrders, memberSeed } from '../run/batchSequence.ts';
import { checkBatchSize, checkConfig, pairOf } from '../run/configuration.ts';
import { Rule } from '../run/rule.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { type Setup, setUp } from '../run/setup.ts';
import type { Schedule } from '../schedule.ts';
import { schedules } from '../schedules/index.ts';
import { Cohort, Member } from './cohort.ts';
import { descend, descendWithMomentum, fillMeans, isFar, repeatMeans } from './sweepMeans.ts';
import type { Task } from './task.ts';

export interface SweepRequest {
  readonly config: RunConfig;
  /** Its learning rate and batch size are replaced by those of each cell. */
  readonly hyperparameters: Hyperparameters;
  /** Columns of the map, ascending. */
  readonly learningRates: readonly number[];
  /** Rows of the map, ascending, 1 to the number of examples. */
  readonly batchSizes: readonly number[];
  readonly steps: number;
  /** Runs per cell, each with other shuffles of the same data. */
  readonly seeds: number;
}

/** Final full losses of one seed for one batch size and a few neighbouring rates. */
export interface SweepPart {
  readonly seed: number;
  readonly row: number;
  readonly firstColumn: number;
  /** One for each rate; Infinity where the run diverged. */
  readonly losses: Float64Array;
}

/** The map, cell by cell: row times number of rates plus column. */
export interface SweepMap {
  readonly columns: number;
  readonly rows: number;
  /** Median over the seeds computed so far of the final full loss; Infinity where it diverged, NaN where none is there. */
  readonly median: Float64Array;
  /** Share of the seeds computed so far whose run diverged; NaN where none is there. */
  readonly diverged: Float64Array;
}

/** Steps times examples of one part off the quadratic path: some 40 ms. */
const mostWork = 2_000_000;

/** Collects parts in any order and keeps the map up to date; the page draws `map` after each. */
export class SweepCollector {
  readonly map: SweepMap;
  private readonly losses: number[][];

  constructor({ learningRates, batchSizes }: SweepRequest) {
    const [columns, rows] = [learningRates.length, batchSizes.length];
    const blank = () => new Float64Array(columns * rows).fill(Number.NaN);
    this.map = { columns, rows, median: blank(), diverged: blank() };
    this.losses = Array.from({ length: columns * rows }, () => []);
  }

  add({ row, firstColumn, losses }: SweepPart): void {
    losses.forEach((loss, index) => {
      const cell = row * this.map.columns + firstColumn + index;
      const all = this.losses[cell];
      all.push(loss);
      all.sort((a, b) => a - b);
      const middle = Math.floor(all.length / 2);
      this.map.median[cell] = all.length % 2 === 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
      this.map.diverged[cell] = all.filter((value) => value === Number.POSITIVE_INFINITY).length / all.length;
    });
  }
}

/** @throws RangeError that says which part of the request is refused and why */
export function sweepTask(request: SweepRequest): Task<SweepPart, SweepMap> {
  return new Sweep(request);
}

class Sweep implements Task<SweepPart, SweepMap> {
  readonly count: number;
  private readonly request: SweepRequest;
  private readonly setup: Setup;
  /** Set when the means of the batches are all that a run needs, with a rule for the rates of each column. */
  private readonly quadratic: {
    readonly rows: Float64Array;
    readonly rule: LinearRule;
    readonly columns: readonly Rule[];
  } | null;
  private readonly parts: { readonly seed: number; readonly row: number; readonly from: number; readonly to: number }[];
  private readonly means: Float64Array;
  private readonly epochs: Float64Array;
  private orders: { readonly seed: number; readonly orders: EpochOrders } | null = null;

  constructor(request: SweepRequest) {
    const { config, hyperparameters, batchSizes, steps } = request;
    checkConfig(config);
    this.request = request;
    this.setup = setUp(config);
    check(request, this.setup.examples.count);
    const rule = new Rule(config.optimizer, hyperparameters).linear;
    const pair = pairOf(config);
    const rows = pair === null ? null : quadraticRows(pair, this.setup.examples);
    const schedule: Schedule = schedules[hyperparameters.schedule.kind];
    const columns = request.learningRates.map(
      (learningRate) => new Rule(config.optimizer, { ...hyperparameters, learningRate }),
    );
    this.quadratic = rule !== null && rows !== null && schedule.momentum === undefined ? { rows, rule, columns } : null;
    this.means = new Float64Array(this.quadratic === null ? 0 : steps * quadraticStride);
    this.epochs = new Float64Array(steps);
    // Small batches first: they are the quickest, and all of one seed before the next, so that the map fills evenly.
    this.parts = Array.from({ length: request.seeds }, (_, seed) =>
      batchSizes.flatMap((_, row) => this.columnsOf(row).map(([from, to]) => ({ seed, row, from, to }))),
    ).flat();
    this.count = this.parts.length;
  }

  compute(part: number): SweepPart {
    const { seed, row, from, to } = this.parts[part];
    const losses = this.quadratic === null ? this.takeSteps(seed, row, from, to) : this.takeMeans(seed, row, from, to);
    return { seed, row, firstColumn: from, losses };
  }

  conclude(parts: readonly SweepPart[]): SweepMap {
    const collector = new SweepCollector(this.request);
    for (const part of parts) collector.add(part);
    return collector.map;
  }

  /** How the rates of one batch size are divided into parts. */
  private columnsOf(row: number): [from: number, to: number][] {
    const { learningRates, batchSizes, steps } = this.request;
    const columns = learningRates.length;
    const fitting = Math.floor(mostWork / (steps * batchSizes[row]));
    const width = this.quadratic === null ? Math.max(1, Math.min(columns, fitting)) : columns;
    return Array.from({ length: Math.ceil(columns / width) }, (_, index) => [
      index * width,
      Math.min(columns, (index + 1) * width),
    ]);
  }

  private sequenceOf(seed: number, row: number): BatchSequence {
    const { config, batchSizes } = this.request;
    if (this.orders?.seed !== seed) {
      const orders = new EpochOrders(memberSeed(config.seed, seed), config.sampling, this.setup.examples.count);
      this.orders = { seed, orders };
    }
    return new BatchSequence(this.orders.orders, batchSizes[row], config.dropLast, this.accumulateIn(row));
  }

  /** Micro-batches to an update: no more than an epoch has of this size. */
  private accumulateIn(row: number): number {
    const { config, hyperparameters, batchSizes } = this.request;
    return Math.min(
      hyperparameters.accumulate ?? 1,
      batchesOf(this.setup.examples.count, batchSizes[row], config.dropLast),
    );
  }

  private ruleOf(row: number, column: number): Rule {
    const { config, hyperparameters, learningRates, batchSizes } = this.request;
    const accumulate = this.accumulateIn(row);
    const cell = { ...hyperparameters, learningRate: learningRates[column], batchSize: batchSizes[row], accumulate };
    return new Rule(config.optimizer, cell);
  }

  private takeSteps(seed: number, row: number, from: number, to: number): Float64Array {
    const { steps } = this.request;
    const { objective, examples, start } = this.setup;
    const members = Array.from({ length: to - from }, (_, index) => {
      return new Member(this.ruleOf(row, from + index), start);
    });
    const cohort = new Cohort(objective, examples, this.sequenceOf(seed, row), members);
    for (let step = 0; step < steps; step++) cohort.advance();
    const ends = Float64Array.from(members.flatMap(({ weights }) => [...weights]));
    const losses = objective.meanLosses(ends, examples);
    return losses.map((loss, index) => (members[index].hasDiverged ? Number.POSITIVE_INFINITY : loss));
  }

  private takeMeans(seed: number, row: number, from: number, to: number): Float64Array {
    const { config, steps, batchSizes } = this.request;
    const { rows, rule, columns } = present(this.quadratic);
    const isWhole = batchSizes[row] === this.setup.examples.count && config.sampling !== 'replacement';
    if (isWhole) repeatMeans(rows, this.means, this.epochs);
    else fillMeans(rows, this.sequenceOf(seed, row), this.means, this.epochs);
    const ends = new Float64Array(2 * (to - from));
    const rates = new Float64Array(steps);
    for (let column = from; column < to; column++) {
      const cell = columns[column];
      for (let step = 0; step < steps; step++) rates[step] = cell.rateAt(step, this.epochs[step]);
      const end = ends.subarray(2 * (column - from), 2 * (column - from) + 2);
      end.set(config.start);
      if (rule.momentum === 0) descend(this.means, rates, rule.weightDecay, end);
      else descendWithMomentum(this.means, rates, rule, end);
    }
    const losses = this.setup.objective.meanLosses(ends, this.setup.examples);
    return losses.map((loss, index) => (isFar(ends[2 * index], ends[2 * index + 1]) ? Number.POSITIVE_INFINITY : loss));
  }
}

function check({ learningRates, batchSizes, steps, seeds }: SweepRequest, examples: number): void {
  for (const learningRate of learningRates)
    if (!(Number.isFinite(learningRate) && learningRate > 0))
      throw new RangeError(`The learning rate must be above 0, not ${learningRate}.`);
  for (const batchSize of batchSizes) checkBatchSize(batchSize, examples);
  if (!(Number.isInteger(steps) && steps >= 1)) throw new RangeError(`A sweep takes 1 step or more, not ${steps}.`);
  if (!(Number.isInteger(seeds) && seeds >= 1)) throw new RangeError(`A sweep takes 1 seed or more, not ${seeds}.`);
}

/** `count` rates from `low` to `high`, each the same factor above the one before. */
export function rateAxis(low: number, high: number, count: number): number[] {
  const factor = count > 1 ? power(high / low, 1 / (count - 1)) : 1;
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? high : low * powerInteger(factor, index)));
}

/** At most `count` batch sizes from 1 to all examples, spread evenly in factor, none twice. */
export function batchSizeAxis(examples: number, count: number): number[] {
  return [...new Set(rateAxis(1, examples, count).map(Math.round))];
}
