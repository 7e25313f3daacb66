// Steps of the trainer, every one recorded, against straight-line loops of the same arithmetic in the same process.

import { exp, log1p, powerInteger } from '../src/training/elementary.ts';
import { Random } from '../src/training/random.ts';
import { allocateSteps, pairLayout } from '../src/training/run/log.ts';
import type { Hyperparameters, RunConfig } from '../src/training/run/run.ts';
import { Trainer } from '../src/training/run/trainer.ts';
import type { BenchRow } from './row.ts';

const steps = 16_000;
const rounds = 15;
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

function straightLineFit({ x1, y }: Columns, out: Float64Array, order: Int32Array, capacity: number): void {
  let w1 = -1;
  let w2 = 0.8;
  const learningRate = 0.02;
  let offset = 0;
  let epoch = 0;
  shuffleEpoch(order, 0);
  for (let step = 0; step < steps; step++) {
    const end = Math.min(offset + batchSize, examples);
    const size = end - offset;
    let g1 = 0;
    let g2 = 0;
    let loss = 0;
    for (let i = offset; i < end; i++) {
      const x = x1[order[i]];
      const residual = w1 * x + w2 - y[order[i]];
      loss += residual * residual;
      const outer = 2 * residual;
      g1 += outer * x;
      g2 += outer;
    }
    g1 /= size;
    g2 /= size;
    recordRow(
      out,
      capacity,
      step,
      w1,
      w2,
      g1,
      g2,
      -learningRate * g1,
      -learningRate * g2,
      loss / size,
      learningRate,
      size,
      epoch,
    );
    w1 -= learningRate * g1;
    w2 -= learningRate * g2;
    offset = end;
    if (offset >= examples) {
      offset = 0;
      epoch++;
      shuffleEpoch(order, epoch);
    }
  }
}

function straightLogistic({ x1, x2, y }: Columns, out: Float64Array, order: Int32Array, capacity: number): void {
  let w1 = -1;
  let w2 = 0.8;
  let m1 = 0;
  let m2 = 0;
  let v1 = 0;
  let v2 = 0;
  const learningRate = 0.02;
  let offset = 0;
  let epoch = 0;
  shuffleEpoch(order, 0);
  for (let step = 0; step < steps; step++) {
    const end = Math.min(offset + batchSize, examples);
    const size = end - offset;
    let g1 = 0;
    let g2 = 0;
    let loss = 0;
    for (let i = offset; i < end; i++) {
      const a = x1[order[i]];
      const b = x2[order[i]];
      const target = y[order[i]];
      const logit = w1 * a + w2 * b;
      const tail = exp(-Math.abs(logit));
      loss += Math.max(logit, 0) - logit * target + log1p(tail);
      const probability = logit >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
      g1 += (probability - target) * a;
      g2 += (probability - target) * b;
    }
    g1 /= size;
    g2 /= size;
    m1 += 0.1 * (g1 - m1);
    m2 += 0.1 * (g2 - m2);
    v1 = 0.999 * v1 + 0.001 * g1 * g1;
    v2 = 0.999 * v2 + 0.001 * g2 * g2;
    const scale = learningRate / (1 - powerInteger(0.9, step + 1));
    const root = Math.sqrt(1 - powerInteger(0.999, step + 1));
    const u1 = (-scale * m1) / (Math.sqrt(v1) / root + 1e-8);
    const u2 = (-scale * m2) / (Math.sqrt(v2) / root + 1e-8);
    recordRow(out, capacity, step, w1, w2, g1, g2, u1, u2, loss / size, learningRate, size, epoch);
    w1 += u1;
    w2 += u2;
    offset = end;
    if (offset >= examples) {
      offset = 0;
      epoch++;
      shuffleEpoch(order, epoch);
    }
  }
}

function recordRow(
  out: Float64Array,
  capacity: number,
  row: number,
  w1: number,
  w2: number,
  g1: number,
  g2: number,
  u1: number,
  u2: number,
  loss: number,
  learningRate: number,
  size: number,
  epoch: number,
): void {
  out[row] = w1;
  out[row + capacity] = w2;
  out[row + 2 * capacity] = g1;
  out[row + 3 * capacity] = g2;
  out[row + 4 * capacity] = u1;
  out[row + 5 * capacity] = u2;
  out[row + 6 * capacity] = loss;
  out[row + 7 * capacity] = learningRate;
  out[row + 8 * capacity] = size;
  out[row + 9 * capacity] = epoch;
}

type Straight = (columns: Columns, out: Float64Array, order: Int32Array, capacity: number) => void;

function compare(name: string, run: RunConfig, straight: Straight): BenchRow {
  const trainer = new Trainer();
  const { examples: columns } = trainer.start(run);
  const capacity = steps;
  const buffers = [allocateSteps(pairLayout, capacity), allocateSteps(pairLayout, capacity)] as const;
  const order = new Int32Array(examples);
  const request = {
    steps,
    milliseconds: Number.POSITIVE_INFINITY,
    stepLimit: steps,
    hyperparameters: hyperparameters(0.02),
  };
  let ours = Number.POSITIVE_INFINITY;
  let reference = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    trainer.start(run);
    let begin = performance.now();
    const { count } = trainer.advance({ ...request, buffer: buffers[0] }).steps;
    ours = Math.min(ours, performance.now() - begin);
    if (count !== steps) throw new Error(`${name}: the trainer took ${count} of ${steps} steps`);
    begin = performance.now();
    straight(columns, buffers[1], order, capacity);
    reference = Math.min(reference, performance.now() - begin);
  }
  checkEqual(name, buffers[0], buffers[1]);
  const nanoseconds = 1e6 / steps;
  return { name, ours: ours * nanoseconds, reference: reference * nanoseconds, ratio: ours / reference, goal: 1.5 };
}

/** Both must have done the same work: the last weights agree. */
function checkEqual(name: string, ours: Float64Array, reference: Float64Array): void {
  const last = steps - 1;
  if (!(Math.abs(ours[last] - reference[last]) < 1e-9))
    throw new Error(`${name}: ${ours[last]} differs from ${reference[last]}`);
}

/** Nanoseconds a step, N = 1,000, batch size 32, every step recorded. */
export function benchTraining(): BenchRow[] {
  return [
    compare('step: Line fit, SGD, recorded (ns)', config('line-fit', 'sgd'), straightLineFit),
    compare('step: Logistic regression, Adam, recorded (ns)', config('logistic-regression', 'adam'), straightLogistic),
  ];
}
