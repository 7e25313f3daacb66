// The elementary functions against the engine's own, over typed arrays of realistic arguments.

import { cos, exp, log, log1p, power, powerInteger, sigmoid, sin, tanh } from '../src/training/elementary.ts';
import { Random } from '../src/training/random.ts';
import type { BenchRow } from './row.ts';

type Sweep = (x: Float64Array, result: Float64Array) => void;

interface Contest {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly ours: Sweep;
  readonly reference: Sweep;
}

const COUNT = 4096;
const SWEEPS = 25;
const ROUNDS = 15;
const GOAL = 2;

// Every sweep is a loop of its own: one loop handed many functions would measure the call, not the function.
const contests: readonly Contest[] = [
  {
    name: 'exp',
    low: -20,
    high: 20,
    ours: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = exp(x[i]);
    },
    reference: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = Math.exp(x[i]);
    },
  },
  {
    name: 'log',
    low: 0,
    high: 20,
    ours: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = log(x[i]);
    },
    reference: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = Math.log(x[i]);
    },
  },
  {
    name: 'log1p',
    low: 0,
    high: 1,
    ours: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = log1p(x[i]);
    },
    reference: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = Math.log1p(x[i]);
    },
  },
  {
    name: 'tanh',
    low: -20,
    high: 20,
    ours: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = tanh(x[i]);
    },
    reference: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = Math.tanh(x[i]);
    },
  },
  {
    name: 'tanh, small',
    low: -1,
    high: 1,
    ours: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = tanh(x[i]);
    },
    reference: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = Math.tanh(x[i]);
    },
  },
  {
    name: 'sigmoid',
    low: -20,
    high: 20,
    ours: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = sigmoid(x[i]);
    },
    reference: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = 1 / (1 + Math.exp(-x[i]));
    },
  },
  {
    name: 'log1p(exp(-|x|))',
    low: -20,
    high: 20,
    ours: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = log1p(exp(-Math.abs(x[i])));
    },
    reference: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = Math.log1p(Math.exp(-Math.abs(x[i])));
    },
  },
  {
    name: 'sin',
    low: -20,
    high: 20,
    ours: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = sin(x[i]);
    },
    reference: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = Math.sin(x[i]);
    },
  },
  {
    name: 'cos',
    low: -20,
    high: 20,
    ours: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = cos(x[i]);
    },
    reference: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = Math.cos(x[i]);
    },
  },
  {
    name: 'powerInteger',
    low: 0.9,
    high: 1,
    ours: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = powerInteger(x[i], i);
    },
    reference: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = x[i] ** i;
    },
  },
  {
    name: 'power',
    low: 0,
    high: 20,
    ours: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = power(x[i], 0.7);
    },
    reference: (x, result) => {
      for (let i = 0; i < x.length; i++) result[i] = x[i] ** 0.7;
    },
  },
];

/** Nanoseconds per element of one sweep, over SWEEPS of them. */
function timeOf(sweep: Sweep, x: Float64Array, result: Float64Array): number {
  const start = performance.now();
  for (let repeat = 0; repeat < SWEEPS; repeat++) sweep(x, result);
  return ((performance.now() - start) * 1e6) / (SWEEPS * COUNT);
}

export function benchElementary(): BenchRow[] {
  const random = new Random(1);
  const inputs = contests.map(({ low, high }) => Float64Array.from({ length: COUNT }, () => random.uniform(low, high)));
  const result = new Float64Array(COUNT);
  const ours = contests.map(() => Number.POSITIVE_INFINITY);
  const reference = contests.map(() => Number.POSITIVE_INFINITY);
  // Every function takes its turn in every round, so each is timed in a process that has run all the others.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, contest] of contests.entries()) {
      ours[index] = Math.min(ours[index], timeOf(contest.ours, inputs[index], result));
      reference[index] = Math.min(reference[index], timeOf(contest.reference, inputs[index], result));
    }
  }
  return contests.map(({ name }, index) => ({
    name,
    ours: ours[index],
    reference: reference[index],
    ratio: ours[index] / reference[index],
    goal: GOAL,
  }));
}
