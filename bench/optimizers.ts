// A training step with each optimizer, called as the trainer calls it, against a step with straight-line code of the same
// rule in local variables. The gradient of 32 examples is the same code on both sides, so the two differ in the update
// alone. One loop drives all optimizers, so its call is as megamorphic as it gets.

import { power, powerInteger } from '../src/training/elementary.ts';
import { type FieldValues, withDefaults } from '../src/training/field.ts';
import { initialState, type Optimizer } from '../src/training/optimizer.ts';
import { type OptimizerId, optimizers } from '../src/training/optimizers/index.ts';
import { Random } from '../src/training/random.ts';
import type { BenchRow } from './row.ts';

/** Takes `steps` steps from (1.5, −1) and gives the sum of the weights. */
type Descent = (steps: number, learningRate: number) => number;

const STEPS = 10_000;
const ROUNDS = 20;
const GOAL = 1.5;

const BATCH_SIZE = 32;
const EXAMPLES = 1024;

const random = new Random(1);
const x = Float64Array.from({ length: EXAMPLES }, () => random.normal());
const y = x.map((value) => 1.5 * value - 0.5 + 0.3 * random.normal());
const gradient = new Float64Array(2);

/** Writes the gradient of the mean squared error of a line over batch t: the part of a step that both sides share. */
function takeGradient(t: number, w1: number, w2: number): void {
  const from = (t * BATCH_SIZE) % EXAMPLES;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < from + BATCH_SIZE; i++) {
    const byPrediction = 2 * (w1 * x[i] + w2 - y[i]);
    sum1 += byPrediction * x[i];
    sum2 += byPrediction;
  }
  gradient[0] = sum1 / BATCH_SIZE;
  gradient[1] = sum2 / BATCH_SIZE;
}

function descend(optimizer: Optimizer, values: FieldValues, steps: number, learningRate: number): number {
  const weights = Float64Array.of(1.5, -1);
  const update = new Float64Array(2);
  let state = initialState(optimizer, 2, values, learningRate);
  let nextState: Float64Array = new Float64Array(state.length);
  for (let t = 0; t < steps; t++) {
    takeGradient(t, weights[0], weights[1]);
    optimizer.update(weights, gradient, state, learningRate, values, nextState, update);
    weights[0] += update[0];
    weights[1] += update[1];
    const spare = state;
    state = nextState;
    nextState = spare;
  }
  return weights[0] + weights[1];
}

const references: Readonly<Record<OptimizerId, Descent>> = {
  sgd(steps, learningRate) {
    let w1 = 1.5;
    let w2 = -1;
    for (let t = 0; t < steps; t++) {
      takeGradient(t, w1, w2);
      const g1 = gradient[0];
      const g2 = gradient[1];
      w1 -= learningRate * g1;
      w2 -= learningRate * g2;
    }
    return w1 + w2;
  },
  momentum(steps, learningRate) {
    const momentum = 0.9;
    let w1 = 1.5;
    let w2 = -1;
    let v1 = 0;
    let v2 = 0;
    for (let t = 0; t < steps; t++) {
      takeGradient(t, w1, w2);
      const g1 = gradient[0];
      const g2 = gradient[1];
      v1 = momentum * v1 + g1;
      v2 = momentum * v2 + g2;
      w1 -= learningRate * v1;
      w2 -= learningRate * v2;
    }
    return w1 + w2;
  },
  nesterov(steps, learningRate) {
    const momentum = 0.9;
    let w1 = 1.5;
    let w2 = -1;
    let v1 = 0;
    let v2 = 0;
    for (let t = 0; t < steps; t++) {
      takeGradient(t, w1, w2);
      const g1 = gradient[0];
      const g2 = gradient[1];
      v1 = momentum * v1 + g1;
      v2 = momentum * v2 + g2;
      w1 -= learningRate * (g1 + momentum * v1);
      w2 -= learningRate * (g2 + momentum * v2);
    }
    return w1 + w2;
  },
  adagrad(steps, learningRate) {
    const eps = 1e-10;
    let w1 = 1.5;
    let w2 = -1;
    let s1 = 0;
    let s2 = 0;
    for (let t = 0; t < steps; t++) {
      takeGradient(t, w1, w2);
      const g1 = gradient[0];
      const g2 = gradient[1];
      s1 += g1 * g1;
      s2 += g2 * g2;
      w1 -= (learningRate * g1) / (Math.sqrt(s1) + eps);
      w2 -= (learningRate * g2) / (Math.sqrt(s2) + eps);
    }
    return w1 + w2;
  },
  rmsprop(steps, learningRate) {
    const alpha = 0.99;
    const eps = 1e-8;
    let w1 = 1.5;
    let w2 = -1;
    let s1 = 0;
    let s2 = 0;
    for (let t = 0; t < steps; t++) {
      takeGradient(t, w1, w2);
      const g1 = gradient[0];
      const g2 = gradient[1];
      s1 = alpha * s1 + (1 - alpha) * (g1 * g1);
      s2 = alpha * s2 + (1 - alpha) * (g2 * g2);
      w1 -= learningRate * (g1 / (Math.sqrt(s1) + eps));
      w2 -= learningRate * (g2 / (Math.sqrt(s2) + eps));
    }
    return w1 + w2;
  },
  adam: (steps, learningRate) => descendAdam(steps, learningRate, 0),
  adadelta(steps, learningRate) {
    const rho = 0.9;
    const eps = 1e-6;
    let w1 = 1.5;
    let w2 = -1;
    let s1 = 0;
    let s2 = 0;
    let u1 = 0;
    let u2 = 0;
    for (let t = 0; t < steps; t++) {
      takeGradient(t, w1, w2);
      const g1 = gradient[0];
      const g2 = gradient[1];
      s1 = rho * s1 + (1 - rho) * (g1 * g1);
      s2 = rho * s2 + (1 - rho) * (g2 * g2);
      const delta1 = (Math.sqrt(u1 + eps) / Math.sqrt(s1 + eps)) * g1;
      const delta2 = (Math.sqrt(u2 + eps) / Math.sqrt(s2 + eps)) * g2;
      u1 = rho * u1 + (1 - rho) * (delta1 * delta1);
      u2 = rho * u2 + (1 - rho) * (delta2 * delta2);
      w1 -= learningRate * delta1;
      w2 -= learningRate * delta2;
    }
    return w1 + w2;
  },
  adamw: (steps, learningRate) => descendAdam(steps, learningRate, 1e-2),
  adamax(steps, learningRate) {
    const beta1 = 0.9;
    const beta2 = 0.999;
    const eps = 1e-8;
    let w1 = 1.5;
    let w2 = -1;
    let m1 = 0;
    let m2 = 0;
    let u1 = 0;
    let u2 = 0;
    for (let t = 1; t <= steps; t++) {
      takeGradient(t - 1, w1, w2);
      const g1 = gradient[0];
      const g2 = gradient[1];
      m1 += (1 - beta1) * (g1 - m1);
      m2 += (1 - beta1) * (g2 - m2);
      u1 = Math.max(beta2 * u1, Math.abs(g1) + eps);
      u2 = Math.max(beta2 * u2, Math.abs(g2) + eps);
      const rate = learningRate / (1 - powerInteger(beta1, t));
      w1 -= (rate * m1) / u1;
      w2 -= (rate * m2) / u2;
    }
    return w1 + w2;
  },
  nadam(steps, learningRate) {
    const beta1 = 0.9;
    const beta2 = 0.999;
    const eps = 1e-8;
    const momentumDecay = 4e-3;
    let w1 = 1.5;
    let w2 = -1;
    let m1 = 0;
    let m2 = 0;
    let v1 = 0;
    let v2 = 0;
    let product = 1;
    for (let t = 1; t <= steps; t++) {
      takeGradient(t - 1, w1, w2);
      const g1 = gradient[0];
      const g2 = gradient[1];
      const correction = 1 - powerInteger(beta2, t);
      const share = beta1 * (1 - 0.5 * power(0.96, t * momentumDecay));
      const nextShare = beta1 * (1 - 0.5 * power(0.96, (t + 1) * momentumDecay));
      product *= share;
      m1 += (1 - beta1) * (g1 - m1);
      m2 += (1 - beta1) * (g2 - m2);
      v1 = beta2 * v1 + (1 - beta2) * (g1 * g1);
      v2 = beta2 * v2 + (1 - beta2) * (g2 * g2);
      const gradientRate = (learningRate * (1 - share)) / (1 - product);
      const momentRate = (learningRate * nextShare) / (1 - product * nextShare);
      const divisor1 = Math.sqrt(v1 / correction) + eps;
      const divisor2 = Math.sqrt(v2 / correction) + eps;
      w1 += (-gradientRate * g1) / divisor1 - (momentRate * m1) / divisor1;
      w2 += (-gradientRate * g2) / divisor2 - (momentRate * m2) / divisor2;
    }
    return w1 + w2;
  },
  radam(steps, learningRate) {
    const beta1 = 0.9;
    const beta2 = 0.999;
    const eps = 1e-8;
    const rhoLimit = 2 / (1 - beta2) - 1;
    let w1 = 1.5;
    let w2 = -1;
    let m1 = 0;
    let m2 = 0;
    let v1 = 0;
    let v2 = 0;
    for (let t = 1; t <= steps; t++) {
      takeGradient(t - 1, w1, w2);
      const g1 = gradient[0];
      const g2 = gradient[1];
      m1 += (1 - beta1) * (g1 - m1);
      m2 += (1 - beta1) * (g2 - m2);
      v1 = beta2 * v1 + (1 - beta2) * (g1 * g1);
      v2 = beta2 * v2 + (1 - beta2) * (g2 * g2);
      const rate = learningRate / (1 - powerInteger(beta1, t));
      const power2 = powerInteger(beta2, t);
      const rho = rhoLimit - (2 * t * power2) / (1 - power2);
      if (rho > 5) {
        const share = ((rho - 4) * (rho - 2) * rhoLimit) / ((rhoLimit - 4) * (rhoLimit - 2) * rho);
        const rectified = rate * Math.sqrt(share * (1 - power2));
        w1 -= (rectified * m1) / (Math.sqrt(v1) + eps);
        w2 -= (rectified * m2) / (Math.sqrt(v2) + eps);
      } else {
        w1 -= rate * m1;
        w2 -= rate * m2;
      }
    }
    return w1 + w2;
  },
  rprop(steps, learningRate) {
    let w1 = 1.5;
    let w2 = -1;
    let previous1 = 0;
    let previous2 = 0;
    let step1 = learningRate;
    let step2 = learningRate;
    for (let t = 0; t < steps; t++) {
      takeGradient(t, w1, w2);
      const g1 = gradient[0];
      const g2 = gradient[1];
      const agreement1 = g1 * previous1;
      const agreement2 = g2 * previous2;
      step1 = Math.min(Math.max(step1 * (agreement1 > 0 ? 1.2 : agreement1 < 0 ? 0.5 : 1), 1e-6), 50);
      step2 = Math.min(Math.max(step2 * (agreement2 > 0 ? 1.2 : agreement2 < 0 ? 0.5 : 1), 1e-6), 50);
      previous1 = agreement1 < 0 ? 0 : g1;
      previous2 = agreement2 < 0 ? 0 : g2;
      w1 -= Math.sign(previous1) * step1;
      w2 -= Math.sign(previous2) * step2;
    }
    return w1 + w2;
  },
  lion(steps, learningRate) {
    const beta1 = 0.9;
    const beta2 = 0.99;
    let w1 = 1.5;
    let w2 = -1;
    let m1 = 0;
    let m2 = 0;
    for (let t = 0; t < steps; t++) {
      takeGradient(t, w1, w2);
      const g1 = gradient[0];
      const g2 = gradient[1];
      w1 -= learningRate * Math.sign(beta1 * m1 + (1 - beta1) * g1);
      w2 -= learningRate * Math.sign(beta1 * m2 + (1 - beta1) * g2);
      m1 = beta2 * m1 + (1 - beta2) * g1;
      m2 = beta2 * m2 + (1 - beta2) * g2;
    }
    return w1 + w2;
  },
};

function descendAdam(steps: number, learningRate: number, weightDecay: number): number {
  const beta1 = 0.9;
  const beta2 = 0.999;
  const eps = 1e-8;
  let w1 = 1.5;
  let w2 = -1;
  let m1 = 0;
  let m2 = 0;
  let v1 = 0;
  let v2 = 0;
  for (let t = 1; t <= steps; t++) {
    takeGradient(t - 1, w1, w2);
    const g1 = gradient[0];
    const g2 = gradient[1];
    m1 += (1 - beta1) * (g1 - m1);
    m2 += (1 - beta1) * (g2 - m2);
    v1 = beta2 * v1 + (1 - beta2) * (g1 * g1);
    v2 = beta2 * v2 + (1 - beta2) * (g2 * g2);
    const rate = learningRate / (1 - powerInteger(beta1, t));
    const rootCorrection = Math.sqrt(1 - powerInteger(beta2, t));
    w1 += -learningRate * weightDecay * w1 - (rate * m1) / (Math.sqrt(v1) / rootCorrection + eps);
    w2 += -learningRate * weightDecay * w2 - (rate * m2) / (Math.sqrt(v2) / rootCorrection + eps);
  }
  return w1 + w2;
}

interface Contest {
  readonly name: string;
  readonly ours: () => number;
  readonly reference: () => number;
}

function contestOf(id: OptimizerId): Contest {
  const optimizer: Optimizer = optimizers[id];
  const values = withDefaults(optimizer.fields, {});
  const learningRate = id === 'adadelta' ? 1 : 0.01;
  return {
    name: id,
    ours: () => descend(optimizer, values, STEPS, learningRate),
    reference: () => references[id](STEPS, learningRate),
  };
}

/** Nanoseconds per step. */
function timeOf(run: () => number): number {
  const start = performance.now();
  run();
  return ((performance.now() - start) * 1e6) / STEPS;
}

/** The best times of `ROUNDS` turns, ours and the reference's by turns. Throws when they do not arrive together. */
function race({ name, ours, reference }: Contest): [ours: number, reference: number] {
  const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    best[0] = Math.min(best[0], timeOf(ours));
    best[1] = Math.min(best[1], timeOf(reference));
  }
  const [found, expected] = [ours(), reference()];
  if (!(Math.abs(found - expected) <= 1e-9))
    throw new Error(`${name} arrives at ${found}, its straight-line code at ${expected}`);
  return best;
}

/** Each optimizer twice: as the loop comes to it, and again after all of them have run. Nanoseconds per step. */
export function benchOptimizers(): BenchRow[] {
  const contests = (Object.keys(optimizers) as OptimizerId[]).map(contestOf);
  return ['', ', after all'].flatMap((turn) =>
    contests.map((contest) => {
      const [ours, reference] = race(contest);
      return { name: `step with ${contest.name}${turn}`, ours, reference, ratio: ours / reference, goal: GOAL };
    }),
  );
}
