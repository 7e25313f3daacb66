// Kill the ReLUs: a large rate throws units to where their slope is 0 on all data, and there their weights have no gradient.

import type { Trainer } from '../../training/run/trainer.ts';
import type { Vector } from '../../training/vector.ts';
import { take } from './asked.ts';
import { defineLesson } from './lesson.ts';

const [steps, units] = [1200, 16];

interface End {
  readonly dead: number;
  readonly loss: number;
}

interface Truth {
  readonly large: End;
  /** At a fifth of the rate. */
  readonly small: End;
}

function deadOf(trainer: Trainer, weights: Vector): number {
  const view = { x: [-1, 1], y: [-1, 1] } as const;
  const { states } = trainer.maps({ weights, view, columns: 1, rows: 1 });
  return states.flat().filter((state) => state === 'dead').length;
}

export const lesson = defineLesson<'set', Truth>({
  key: 'kill-the-relus',
  settings: 'problem=circles&layers=8,8&activation=relu&loss=mse&learningRate=0.5',
  steps,
  form: { kind: 'set', min: 0, max: units, isWhole: true, first: 0 },
  truth: (experiments, { config, hyperparameters }) => {
    const endAt = (learningRate: number): End => {
      const trainer = experiments.begin(config);
      const { weights, fullLoss } = take(trainer, { ...hyperparameters, learningRate }, steps).detail;
      return { dead: deadOf(trainer, weights), loss: fullLoss };
    };
    return { large: endAt(0.5), small: endAt(0.1) };
  },
  outcome: ({ large }) => large.dead,
  features: (count, { large }) => ({
    half: 2 * count >= units === 2 * large.dead >= units,
    near: Math.abs(count - large.dead) <= 2,
  }),
  figures: ({ large, small }) => ({ dead: [large.dead, small.dead], loss: [large.loss, small.loss] }),
  observations: ({ large }) => ({
    half: 2 * large.dead >= units,
    few: large.dead > 0 && 2 * large.dead < units,
    none: large.dead === 0,
  }),
  reasons: {
    slope: null,
    recover: 'a dead unit comes back with the next batches',
    diverged: 'a rate that is too large always makes the loss grow without bound',
  },
  change: 'activation=leaky-relu',
  claim: {
    holds: ({ large, small }) => 2 * large.dead >= units && small.dead <= 4 && small.loss < large.loss / 3,
  },
});
