// By hand, backward: one example through two layers, each factor of the chain rule, and the gradient of each weight.
// z = w x + b, a = tanh z, p = v a + c, loss = (p - y)^2.

import type { Experiments } from '../../training/studies/experiments.ts';
import { defineLesson, type LessonRun } from './lesson.ts';

/** Everything on the way forward, and every factor and gradient on the way back. */
interface Truth {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly b: number;
  readonly z: number;
  readonly a: number;
  readonly v: number;
  readonly c: number;
  readonly p: number;
  /** d loss / d p, d p / d a, d a / d z, d z / d w. */
  readonly factors: readonly [lossByP: number, pByA: number, aByZ: number, zByW: number];
  /** Of w, b, v, c: the trainer's own. */
  readonly gradient: readonly [w: number, b: number, v: number, c: number];
}

const given = ['x', 'y', 'w', 'b', 'z', 'a', 'v', 'c', 'p'] as const;
const asked = ['lossByP', 'pByA', 'aByZ', 'zByW', 'byV', 'byC', 'byW', 'byB'] as const;

function pass(experiments: Experiments, { config, hyperparameters }: LessonRun): Truth {
  const { weights, gradient, network } = experiments.begin(config).preview(0, hyperparameters);
  if (network === null) throw new Error('Only a network has layers to go back through.');
  const { inputs, target, layers } = network;
  const [hidden, output] = layers;
  const [w, b, v, c] = weights;
  const [x, y, a] = [inputs[0], target[0], hidden.value[0]];
  return {
    ...{ x, y, w, b, v, c, a },
    z: hidden.sum[0],
    p: output.value[0],
    factors: [output.delta[0], v, hidden.slope[0], x],
    gradient: [gradient[0], gradient[1], gradient[2], gradient[3]],
  };
}

const byCell = ({ factors: [lossByP, pByA, aByZ, zByW], gradient: [byW, byB, byV, byC] }: Truth) => ({
  ...{ lossByP0: lossByP, pByA0: pByA, aByZ0: aByZ, zByW0: zByW },
  ...{ byV0: byV, byC0: byC, byW0: byW, byB0: byB },
});

/** To a hundredth: with two or three figures taken along. */
const isRight = (written: number, truth: number): boolean =>
  Math.abs(written - truth) <= 0.01 * Math.max(Math.abs(truth), 0.1);

const areRight = (cells: readonly string[], written: Readonly<Record<string, number>>, truth: Truth): boolean => {
  const right: Readonly<Record<string, number>> = byCell(truth);
  return cells.every((cell) => isRight(written[cell], right[cell]));
};

export const lesson = defineLesson<'fill', Truth>({
  key: 'by-hand-backward',
  settings: 'problem=curve&layers=1&batchSize=1',
  steps: 1,
  form: {
    kind: 'fill',
    given: given.map((row) => ({ row, cells: [] })),
    asked: asked.map((row) => ({ row, count: 1 })),
  },
  shown: (experiments, run) => {
    const truth = pass(experiments, run);
    return { cells: Object.fromEntries(given.map((row) => [row, [truth[row]]])) };
  },
  truth: pass,
  outcome: byCell,
  features: (written, truth) => ({
    factors: areRight(['lossByP0', 'pByA0', 'aByZ0', 'zByW0'], written, truth),
    output: areRight(['byV0', 'byC0'], written, truth),
    hidden: areRight(['byW0', 'byB0'], written, truth),
  }),
  figures: ({ factors, gradient }) => ({
    factors,
    product: factors.reduce((product, factor) => product * factor, 1),
    gradient,
  }),
  observations: ({ factors, gradient }) => {
    const product = factors.reduce((all, factor) => all * factor, 1);
    const isProduct = isRight(product, gradient[0]);
    return {
      product: isProduct,
      sum:
        !isProduct &&
        isRight(
          factors.reduce((a, b) => a + b, 0),
          gradient[0],
        ),
      last: false,
    };
  },
  reasons: {
    chain: null,
    sum: 'the factors of the chain rule are added',
    own: 'a layer needs nothing of those above it',
  },
  slips: ({ y, p, a, x, w, v, factors: [lossByP, , aByZ] }, cell) => {
    const wrong: Readonly<Record<string, Readonly<Record<string, number>>>> = {
      lossByP0: { half: p - y, sign: 2 * (y - p), squared: (p - y) * (p - y) },
      pByA0: { value: a },
      aByZ0: { value: a, noSquare: 1 - a },
      zByW0: { weight: w },
      byV0: { noInput: lossByP, further: lossByP * v },
      byC0: { input: lossByP * a },
      byW0: { noSlope: lossByP * v * x, noWeight: lossByP * aByZ * x, noInput: lossByP * v * aByZ },
      byB0: { input: lossByP * v * aByZ * x, noSlope: lossByP * v },
    };
    return wrong[cell] ?? {};
  },
  change: 'layers=1,1',
  claim: {
    holds: ({ factors, gradient, a, y, p }) => {
      const [lossByP, pByA, aByZ, zByW] = factors;
      const alike = (left: number, right: number) => Math.abs(left - right) <= 1e-12 * Math.max(1, Math.abs(right));
      const byB = lossByP * pByA * aByZ;
      return (
        alike(lossByP, 2 * (p - y)) &&
        alike(aByZ, 1 - a * a) &&
        [byB * zByW, byB, lossByP * a, lossByP].every((value, index) => alike(value, gradient[index]))
      );
    },
  },
});
