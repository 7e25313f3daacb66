// The comparisons against straight-line loops of the same work in the same process: the sweep, many seeds, the basin map.

import { cos, sin } from '../src/training/elementary.ts';
import type { Examples } from '../src/training/examples.ts';
import { present } from '../src/training/present.ts';
import { type ProblemId, problems } from '../src/training/problems/index.ts';
import { Random } from '../src/training/random.ts';
import { memberSeed } from '../src/training/run/batchSequence.ts';
import { generateExamples } from '../src/training/run/configuration.ts';
import type { Hyperparameters, RunConfig } from '../src/training/run/run.ts';
import { type BasinRequest, basinSteps, basinTask } from '../src/training/studies/basins.ts';
import { type EnsembleRequest, ensembleTask } from '../src/training/studies/ensemble.ts';
import { batchSizeAxis, rateAxis, type SweepRequest, sweepTask } from '../src/training/studies/sweep.ts';
import type { Task } from '../src/training/studies/task.ts';
import type { BenchRow } from './row.ts';

const rounds = 7;

const configOf = (problem: ProblemId, examples: number): RunConfig => ({
  ...{ problem, settings: {}, examples, noise: 0.3, seed: 1, start: [-1, 0.8] },
  ...{ optimizer: 'sgd', sampling: 'reshuffle', dropLast: false },
});

const hyperparametersOf = (learningRate: number, batchSize: number): Hyperparameters => ({
  learningRate,
  batchSize,
  optimizer: {},
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
});

/** Gradient of one batch at (w1, w2), written into `gradient`. */
type Gradient = (
  examples: Examples,
  order: Int32Array,
  from: number,
  to: number,
  w1: number,
  w2: number,
  gradient: Float64Array,
) => void;

const lineGradient: Gradient = ({ x1, y }, order, from, to, w1, w2, gradient) => {
  let g1 = 0;
  let g2 = 0;
  for (let row = from; row < to; row++) {
    const x = x1[order[row]];
    const outer = 2 * (w1 * x + w2 - y[order[row]]);
    g1 += outer * x;
    g2 += outer;
  }
  gradient[0] = g1 / (to - from);
  gradient[1] = g2 / (to - from);
};

const sineGradient: Gradient = ({ x1, y }, order, from, to, w1, w2, gradient) => {
  let g1 = 0;
  let g2 = 0;
  for (let row = from; row < to; row++) {
    const x = x1[order[row]];
    const inner = w1 * x + w2;
    const outer = 2 * (sin(inner) - y[order[row]]);
    const slope = cos(inner);
    // In the very order of the model's operations: at the larger rates the runs are chaotic.
    g1 += outer * (slope * x);
    g2 += outer * slope;
  }
  gradient[0] = g1 / (to - from);
  gradient[1] = g2 / (to - from);
};

function shuffleEpoch(order: Int32Array, seed: number, epoch: number): void {
  const random = new Random(seed, 1 + epoch);
  for (let i = 0; i < order.length; i++) order[i] = i;
  random.shuffle(order);
}

interface Descent {
  readonly seed: number;
  readonly rate: number;
  readonly batchSize: number;
  readonly steps: number;
  readonly start: readonly [number, number];
}

/**
 * One run of plain SGD, shuffles included, as one would write it for this problem alone. Gives the last weights; `path`,
 * when given, receives the weights before every tenth step and after the last one.
 */
function descend(gradientOf: Gradient, examples: Examples, run: Descent, path?: Float64Array): [number, number] {
  const { count } = examples;
  const { rate, batchSize, steps, seed } = run;
  const order = new Int32Array(count);
  const gradient = new Float64Array(2);
  let [w1, w2] = run.start;
  let offset = 0;
  let epoch = 0;
  shuffleEpoch(order, seed, 0);
  for (let step = 0; step < steps; step++) {
    if (path !== undefined && step % 10 === 0) {
      path[step / 5] = w1;
      path[step / 5 + 1] = w2;
    }
    if (offset >= count) {
      offset = 0;
      shuffleEpoch(order, seed, ++epoch);
    }
    const end = Math.min(offset + batchSize, count);
    gradientOf(examples, order, offset, end, w1, w2, gradient);
    offset = end;
    w1 -= rate * gradient[0];
    w2 -= rate * gradient[1];
    if (!(Math.abs(w1) <= 1e6 && Math.abs(w2) <= 1e6)) break;
  }
  path?.set([w1, w2], path.length - 2);
  return [w1, w2];
}

/** Best times of ours and the reference's, by turns. */
function race(name: string, goal: number, ours: () => number, reference: () => number): BenchRow {
  const best = { ours: Number.POSITIVE_INFINITY, reference: Number.POSITIVE_INFINITY };
  const found = { ours: 0, reference: 0 };
  for (let round = 0; round < rounds; round++) {
    for (const [who, work] of [
      ['ours', ours],
      ['reference', reference],
    ] as const) {
      const begin = performance.now();
      found[who] = work();
      best[who] = Math.min(best[who], performance.now() - begin);
    }
  }
  if (!(Math.abs(found.ours - found.reference) <= 1e-6 * Math.abs(found.reference)))
    throw new Error(`${name}: ${found.ours} differs from ${found.reference}`);
  return { name, ...best, ratio: best.ours / best.reference, goal };
}

function everyPart<Part, Result>(task: Task<Part, Result>): { parts: Part[]; result: Result } {
  const parts = Array.from({ length: task.count }, (_, part) => task.compute(part));
  return { parts, result: task.conclude(parts) };
}

/** Sum of all finite numbers, to compare two ways of coming to the same results. */
const sumOf = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) if (Number.isFinite(value)) sum += value;
  return sum;
};

function compareSweep(name: string, goal: number, gradientOf: Gradient, request: SweepRequest): BenchRow {
  const { config, learningRates, batchSizes, steps } = request;
  const examples = generateExamples(config);
  const lossOf = lossesOf(config.problem);
  return race(
    name,
    goal,
    () => sumOf(everyPart(sweepTask(request)).result.median),
    () =>
      sumOf(
        batchSizes.flatMap((batchSize) =>
          learningRates.map((rate) => {
            const [w1, w2] = descend(gradientOf, examples, {
              ...{ seed: config.seed, start: config.start },
              rate,
              batchSize,
              steps,
            });
            return Math.abs(w1) <= 1e6 && Math.abs(w2) <= 1e6 ? lossOf(examples, w1, w2) : Number.POSITIVE_INFINITY;
          }),
        ),
      ),
  );
}

function lossesOf(problem: ProblemId): (examples: Examples, w1: number, w2: number) => number {
  const predict = problem === 'sine-fit' ? (inner: number) => sin(inner) : (inner: number) => inner;
  return ({ count, x1, y }, w1, w2) => {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const residual = predict(w1 * x1[i] + w2) - y[i];
      sum += residual * residual;
    }
    return sum / count;
  };
}

function compareEnsemble(goal: number): BenchRow {
  const request: EnsembleRequest = {
    ...{ config: configOf('line-fit', 100), edits: [{ step: 0, hyperparameters: hyperparametersOf(0.05, 8) }] },
    ...{ members: 50, steps: 2000, points: 201, loss: 'full' },
  };
  const { config, steps } = request;
  const examples = generateExamples(config);
  const lossOf = lossesOf('line-fit');
  const run = { rate: 0.05, batchSize: 8, steps, start: config.start };
  return race(
    'many seeds: Line fit, 50 x 2,000 steps, batch size 8, paths, full losses, ends (ms)',
    goal,
    () =>
      sumOf(everyPart(ensembleTask(request)).parts.flatMap(({ path, losses }) => [present(path.at(-1)), ...losses])),
    () =>
      sumOf(
        Array.from({ length: 50 }, (_, member) => {
          const path = new Float64Array(2 * 201);
          descend(lineGradient, examples, { ...run, seed: memberSeed(config.seed, member) }, path);
          return [
            present(path.at(-1)),
            ...Array.from({ length: 201 }, (_, at) => lossOf(examples, path[2 * at], path[2 * at + 1])),
          ];
        }).flat(),
      ),
  );
}

function compareBasins(goal: number): BenchRow {
  const batchSize = 8;
  const domain = problems['sine-fit'].domain({});
  const request: BasinRequest = {
    ...{ config: configOf('sine-fit', 50), hyperparameters: hyperparametersOf(0.1, batchSize), domain },
    ...{ columns: 64, rows: 64, steps: basinSteps(batchSize) },
  };
  const { config, steps } = request;
  const examples = generateExamples(config);
  const at = ([low, high]: readonly [number, number], cell: number): number => low + ((cell + 0.5) / 64) * (high - low);
  return race(
    `basins: Sine fit, 64 x 64 starts, ${steps} steps, batch size ${batchSize}, minima found (ms)`,
    goal,
    () => sumOf(everyPart(basinTask(request)).parts.flatMap(({ ends }) => [...ends])),
    () =>
      sumOf(
        Array.from({ length: 4096 }, (_, cell) => {
          const start = [at(domain.x, cell % 64), at(domain.y, Math.floor(cell / 64))] as const;
          return sumOf(descend(sineGradient, examples, { seed: config.seed, rate: 0.1, batchSize, steps, start }));
        }),
      ),
  );
}

/** All on one thread, in milliseconds; in the page the workers of a pool share the parts. */
export function benchCompare(): BenchRow[] {
  const sweep = (problem: ProblemId, highest: number): SweepRequest => ({
    config: configOf(problem, 1000),
    hyperparameters: hyperparametersOf(0.1, 1),
    ...{ learningRates: rateAxis(0.001, highest, 16), batchSizes: batchSizeAxis(1000, 16), steps: 500, seeds: 1 },
  });
  return [
    compareSweep(
      'sweep: Line fit, 16 x 16 cells of 500 steps, N = 1,000 (ms)',
      0.2,
      lineGradient,
      sweep('line-fit', 0.3),
    ),
    compareSweep('sweep: Sine fit, the same (ms)', 1.5, sineGradient, sweep('sine-fit', 0.3)),
    compareEnsemble(1.5),
    compareBasins(1.5),
  ];
}
