// Steps of the trainer, every one recorded, against straight-line loops of the same arithmetic in the same process.

import { exp, log1p, powerInteger } from '../src/training/elementary.ts';
import { Random } from '../src/training/random.ts';
import { allocateSteps, pairLayout } from '../src/training/run/log.ts';
import type { Hyperparameters, RunConfig } from '../src/training/run/run.ts';
import { Trainer } from '../src/training/run/trainer.ts';
import { timeOf } from './race.ts';
import type { BenchRow } from './row.ts';

const steps = 4000;
const rounds = 60;
const examples = 1000;
const batchSize = 32;

const hyperparameters = (learningRate: number): Hyperparameters => ({
  learningRate,
  batchSize,
  optimizer: {},
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
});

const config = (problem: RunConfig['problem'], optimizer: RunConfig['optimizer']): RunConfig => ({
  problem,
  settings: {},
  examples,
  noise: 0.3,
  seed: 1,
  start: [-1, 0.8],
  optimizer,
  sampling: 'reshuffle',
  dropLast: false,
});

interface Columns {
  readonly x1: Float64Array;
  readonly x2: Float64Array;
  readonly y: Float64Array;
}

/** The shuffled order of one epoch, as the trainer has it. */
function shuffleEpoch(order: Int32Array, epoch: number): void {
  const random = new Random(1, 1 + epoch);
  for (let i = 0; i < order.length; i++) order[i] = i;
  random.shuffle(order);
}

/** What a straight-line run carries from epoch to epoch: the weights, and Adam's running means. */
interface Carried {
  w1: number;
  w2: number;
  m1: number;
  m2: number;
  v1: number;
  v2: number;
}

/** The steps of one epoch, `first` the first of them, recorded column by column; the engine compiles so small a function whole. */
type Epoch = (
  columns: Columns,
  order: Int32Array,
  epoch: number,
  first: number,
  carried: Carried,
  out: Float64Array,
) => void;

const learningRate = 0.02;

const lineFitEpoch: Epoch = ({ x1, y }, order, epoch, first, carried, out) => {
  let { w1, w2 } = carried;
  let step = first;
  for (let offset = 0; offset < examples && step < steps; offset += batchSize) {
    const end = Math.min(offset + batchSize, examples);
    const size = end - offset;
    let g1 = 0;
    let g2 = 0;
    let loss = 0;
    for (let i = offset; i < end; i++) {
      const row = order[i];
      const x = x1[row];
      const residual = w1 * x + w2 - y[row];
      const outer = 2 * residual;
      loss += residual * residual;
      g1 += outer * x;
      g2 += outer;
    }
    g1 /= size;
    g2 /= size;
    const u1 = -learningRate * g1;
    const u2 = -learningRate * g2;
    out[step] = w1;
    out[step + steps] = w2;
    out[step + 2 * steps] = g1;
    out[step + 3 * steps] = g2;
    out[step + 4 * steps] = u1;
    out[step + 5 * steps] = u2;
    out[step + 6 * steps] = loss / size;
    out[step + 7 * steps] = learningRate;
    out[step + 8 * steps] = size;
    out[step + 9 * steps] = epoch;
    w1 += u1;
    w2 += u2;
    step++;
  }
  carried.w1 = w1;
  carried.w2 = w2;
};

const logisticEpoch: Epoch = ({ x1, x2, y }, order, epoch, first, carried, out) => {
  let { w1, w2, m1, m2, v1, v2 } = carried;
  let step = first;
  for (let offset = 0; offset < examples && step < steps; offset += batchSize) {
    const end = Math.min(offset + batchSize, examples);
    const size = end - offset;
    let g1 = 0;
    let g2 = 0;
    let loss = 0;
    for (let i = offset; i < end; i++) {
      const row = order[i];
      const a = x1[row];
      const b = x2[row];
      const target = y[row];
      const logit = w1 * a + w2 * b;
      const small = exp(-Math.abs(logit));
      const outer = (logit < 0 ? small : 1) / (1 + small) - target;
      loss += Math.max(logit, 0) - logit * target + log1p(small);
      g1 += outer * a;
      g2 += outer * b;
    }
    g1 /= size;
    g2 /= size;
    m1 += 0.1 * (g1 - m1);
    m2 += 0.1 * (g2 - m2);
    v1 = 0.999 * v1 + 0.001 * (g1 * g1);
    v2 = 0.999 * v2 + 0.001 * (g2 * g2);
    const t = step + 1;
    const rate = learningRate / (t > 375 ? 1 : 1 - powerInteger(0.9, t));
    const root = Math.sqrt(1 - powerInteger(0.999, t));
    const u1 = -(rate * m1) / (Math.sqrt(v1) / root + 1e-8);
    const u2 = -(rate * m2) / (Math.sqrt(v2) / root + 1e-8);
    out[step] = w1;
    out[step + steps] = w2;
    out[step + 2 * steps] = g1;
    out[step + 3 * steps] = g2;
    out[step + 4 * steps] = u1;
    out[step + 5 * steps] = u2;
    out[step + 6 * steps] = loss / size;
    out[step + 7 * steps] = learningRate;
    out[step + 8 * steps] = size;
    out[step + 9 * steps] = epoch;
    w1 += u1;
    w2 += u2;
    step++;
  }
  carried.w1 = w1;
  carried.w2 = w2;
  carried.m1 = m1;
  carried.m2 = m2;
  carried.v1 = v1;
  carried.v2 = v2;
};

function straight(takeEpoch: Epoch, columns: Columns, order: Int32Array, out: Float64Array): void {
  const carried: Carried = { w1: -1, w2: 0.8, m1: 0, m2: 0, v1: 0, v2: 0 };
  const stepsPerEpoch = Math.ceil(examples / batchSize);
  for (let epoch = 0; epoch * stepsPerEpoch < steps; epoch++) {
    shuffleEpoch(order, epoch);
    takeEpoch(columns, order, epoch, epoch * stepsPerEpoch, carried, out);
  }
}

function compare(name: string, run: RunConfig, takeEpoch: Epoch): BenchRow {
  const trainer = new Trainer();
  const { examples: columns } = trainer.start(run);
  const buffers = [allocateSteps(pairLayout, steps), allocateSteps(pairLayout, steps)] as const;
  const order = new Int32Array(examples);
  const advance = (count: number): void => {
    trainer.start(run);
    const reply = trainer.advance({
      ...{ steps: count, milliseconds: Number.POSITIVE_INFINITY, stepLimit: steps, buffer: buffers[0] },
      ...{ hyperparameters: hyperparameters(learningRate), beyondConvergence: true, curvature: false },
    });
    if (reply.steps.count !== count) throw new Error(`${name}: the trainer took ${reply.steps.count} steps`);
  };
  let [ours, first, reference] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round++) {
    first = Math.min(
      first,
      timeOf(() => advance(1)),
    );
    ours = Math.min(
      ours,
      timeOf(() => advance(steps)),
    );
    reference = Math.min(
      reference,
      timeOf(() => straight(takeEpoch, columns, order, buffers[1])),
    );
  }
  checkEqual(name, buffers[0], buffers[1]);
  // What an answer costs whatever it holds, such as all that it says of the step to come, is no part of a step.
  const perStep = { ours: (1e6 * (ours - first)) / (steps - 1), reference: (1e6 * reference) / steps };
  return { name, ...perStep, ratio: perStep.ours / perStep.reference, goal: 1.1 };
}

/** Both must have done the same work: the last weights agree. */
function checkEqual(name: string, ours: Float64Array, reference: Float64Array): void {
  const last = steps - 1;
  if (!(Math.abs(ours[last] - reference[last]) < 1e-9))
    throw new Error(`${name}: ${ours[last]} differs from ${reference[last]}`);
}

/** Nanoseconds a step, N = 1,000, batch size 32, every step recorded; each run once more after the other, the worse counts. */
export function benchTraining(): BenchRow[] {
  const measure = (): BenchRow[] => [
    compare('step: Line fit, SGD, recorded (ns)', config('line-fit', 'sgd'), lineFitEpoch),
    compare('step: Logistic regression, Adam, recorded (ns)', config('logistic-regression', 'adam'), logisticEpoch),
  ];
  const again = measure();
  return measure().map((row, index) => (row.ratio > again[index].ratio ? row : again[index]));
}
