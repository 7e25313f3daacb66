// By hand: each weight is changed by minus the rate times its own derivative. All numbers can be typed.

import { defineLesson, type Typed } from './lesson.ts';

const rows = { weights: [0.5, -0.2, 1], gradients: [0.1, -0.05, 0.2], rate: [0.01] } as const;

interface Truth {
  readonly weights: readonly number[];
  readonly gradients: readonly number[];
  readonly rate: number;
  readonly next: readonly number[];
}

const cellOf = (index: number): string => `next${index}`;
const indexOf = (cell: string): number => Number(cell.slice('next'.length));

/** To a thousandth of the update, and as far as numbers have digits. */
const isRight = (written: number, { next, weights }: Truth, index: number): boolean =>
  Math.abs(written - next[index]) <= Math.max(1e-3 * Math.abs(next[index] - weights[index]), 1e-12);

export const lesson = defineLesson<'fill', Truth>({
  key: 'by-hand',
  settings: 'problem=line-fit&batchSize=100&learningRate=0.01',
  form: {
    kind: 'fill',
    given: Object.entries(rows).map(([row, cells]) => ({ row, cells, isTyped: true })),
    asked: [{ row: 'next', count: 3 }],
    isOneStep: true,
  },
  truth: (_experiments, _run, typed: Typed = {}) => {
    const {
      weights,
      gradients,
      rate: [rate],
    } = { ...rows, ...typed };
    return { weights, gradients, rate, next: weights.map((weight, i) => weight - rate * gradients[i]) };
  },
  outcome: ({ next }) => Object.fromEntries(next.map((value, index) => [cellOf(index), value])),
  features: (written, truth) => {
    const of = (index: number) => written[cellOf(index)];
    const all = truth.weights.map((_, index) => index);
    return {
      direction: all.every((i) => (of(i) - truth.weights[i]) * truth.gradients[i] < 0 || truth.gradients[i] === 0),
      numbers: all.every((index) => isRight(of(index), truth, index)),
    };
  },
  figures: ({ weights, gradients, rate, next }) => ({
    weights,
    gradients,
    update: gradients.map((gradient) => -rate * gradient),
    next,
  }),
  observations: ({ weights, gradients, next }) => {
    const moves = next.map((value, index) => (value - weights[index]) * gradients[index]);
    const isDownhill = moves.every((move) => move <= 0);
    return { against: isDownhill, along: !isDownhill && moves.every((move) => move >= 0), mixed: false };
  },
  reasons: {
    own: null,
    joint: 'all weights move by the same amount',
    along: 'weights move in the direction of the gradient',
  },
  slips: ({ weights, gradients, rate, next }, cell) => {
    const index = indexOf(cell);
    const [weight, gradient] = [weights[index], gradients[index]];
    const others = gradients.filter((other) => other !== gradient).map((other) => weight - rate * other);
    const named: Record<string, number> = {
      sign: weight + rate * gradient,
      rate: weight - gradient,
      updateOnly: -rate * gradient,
      ...Object.fromEntries(others.map((value, other) => [`otherGradient${other}`, value])),
    };
    return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== next[index]));
  },
  claim: { holds: (truth) => [0.499, -0.1995, 0.998].every((value, index) => isRight(value, truth, index)) },
});
