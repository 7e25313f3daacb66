// The surface comes to you: the loss over two weights of a network changes while the other weights move.

import type { Trainer } from '../../training/run/trainer.ts';
import type { Vector } from '../../training/vector.ts';
import { distance, take } from './asked.ts';
import { defineLesson } from './lesson.ts';

const steps = 1200;
/** The map reaches so far around the first two weights, in steps of a quarter. */
const reach = 4;
const places = Array.from({ length: 8 * reach + 1 }, (_, index) => index / 4 - reach);

interface Truth {
  /** The lowest place on the map, before and after. */
  readonly lowest: readonly [before: number, after: number];
  readonly loss: readonly [before: number, after: number];
  /** How far the two weights moved, and all of them. */
  readonly moved: readonly [two: number, all: number];
}

/** The lowest loss on the map around two weights of `around`, the others held as `weights` has them. */
function lowestAround(trainer: Trainer, around: Vector, weights: Vector): number {
  const many = new Float64Array(places.length * places.length * weights.length);
  let at = 0;
  for (const across of places)
    for (const up of places) {
      many.set(weights, at);
      many[at] = around[0] + across;
      many[at + 1] = around[1] + up;
      at += weights.length;
    }
  return Math.min(...trainer.losses(many));
}

const isBelow = ({ loss, lowest }: Truth): boolean => loss[1] < lowest[0];

export const lesson = defineLesson<'choose', Truth>({
  key: 'the-surface-comes-to-you',
  settings: 'problem=circles&layers=8&loss=mse',
  steps,
  form: { kind: 'choose', options: ['floor', 'outside', 'below'] },
  truth: (experiments, { config, hyperparameters }) => {
    const trainer = experiments.begin(config);
    const first = trainer.preview(0, hyperparameters);
    const before = first.weights.slice();
    const { weights, fullLoss } = take(trainer, hyperparameters, steps).detail;
    return {
      lowest: [lowestAround(trainer, before, before), lowestAround(trainer, before, weights)],
      loss: [first.fullLoss, fullLoss],
      moved: [distance(before.subarray(0, 2), weights.subarray(0, 2)), distance(before, weights)],
    };
  },
  outcome: (truth) => {
    if (!isBelow(truth)) return 'floor';
    return truth.moved[0] > reach ? 'outside' : 'below';
  },
  features: (option, truth) => ({
    below: (option !== 'floor') === isBelow(truth),
    inside: (option === 'outside') === (isBelow(truth) && truth.moved[0] > reach),
  }),
  figures: ({ lowest, loss, moved }) => ({ lowest, loss, moved }),
  observations: (truth) => ({
    below: isBelow(truth) && truth.moved[0] <= reach,
    outside: isBelow(truth) && truth.moved[0] > reach,
    floor: !isBelow(truth),
  }),
  reasons: {
    others: null,
    fixed: 'the data fix the surface and only the point moves',
    batch: 'the surface moves with the mini-batch',
  },
  change: 'batchSize=200',
  claim: {
    holds: ({ lowest, loss, moved }) => loss[1] < lowest[0] / 2 && lowest[1] < lowest[0] / 2 && moved[0] < reach / 2,
  },
});
