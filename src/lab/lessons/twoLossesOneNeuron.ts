// Two losses, one neuron: from a start that is surely wrong squared error has little gradient, and cross-entropy has.

import type { Experiments } from '../../training/studies/experiments.ts';
import { findStep } from './asked.ts';
import { defineLesson, type LessonRun } from './lesson.ts';

/** How large d loss / d prediction is where the neuron says one half: 2 (s - y), or s - y of cross-entropy's logit. */
const undecided = { mse: 1, bce: 0.5 } as const;

interface Truth {
  /** Steps until half of the examples or more are on the right side. */
  readonly squared: number;
  readonly entropy: number;
  /** Length of the first gradient. */
  readonly gradients: readonly [squared: number, entropy: number];
}

function stepsNeeded(experiments: Experiments, { config, hyperparameters }: LessonRun, loss: 'mse' | 'bce'): number {
  const trainer = experiments.begin({ ...config, settings: { ...config.settings, loss } });
  return findStep(trainer, hyperparameters, { last: 2000 }, ({ byPrediction }) => {
    const right = byPrediction.filter((slope) => Math.abs(slope) < undecided[loss]).length;
    return 2 * right >= byPrediction.length;
  });
}

function firstGradient(experiments: Experiments, { config, hyperparameters }: LessonRun, loss: 'mse' | 'bce'): number {
  const trainer = experiments.begin({ ...config, settings: { ...config.settings, loss } });
  const [g1, g2] = trainer.preview(0, hyperparameters).gradient;
  return Math.sqrt(g1 * g1 + g2 * g2);
}

export const lesson = defineLesson<'set', Truth>({
  key: 'two-losses-one-neuron',
  settings: 'problem=sigmoid-neuron&batchSize=80',
  steps: 300,
  form: { kind: 'set', min: 1, max: 2000, isWhole: true, isLogarithmic: true, first: 10 },
  shown: (experiments, run) => ({ figures: { entropy: stepsNeeded(experiments, run, 'bce') } }),
  truth: (experiments, run) => ({
    squared: stepsNeeded(experiments, run, 'mse'),
    entropy: stepsNeeded(experiments, run, 'bce'),
    gradients: [firstGradient(experiments, run, 'mse'), firstGradient(experiments, run, 'bce')],
  }),
  outcome: ({ squared }) => squared,
  features: (steps, { squared, entropy }) => ({
    more: steps > entropy === squared > entropy,
    many: steps >= 5 * entropy === squared >= 5 * entropy,
    near: steps >= squared / 2 && steps <= 2 * squared,
  }),
  figures: ({ entropy, squared, gradients }) => ({ entropy, squared, times: squared / entropy, gradients }),
  observations: ({ squared, entropy }) => ({
    slower: squared > 2 * entropy,
    alike: squared <= 2 * entropy && entropy <= 2 * squared,
    faster: entropy > 2 * squared,
  }),
  reasons: {
    plateau: null,
    larger: 'the larger the error, the larger the gradient',
    data: 'wrong first weights make the data hard to tell apart',
  },
  change: 'loss=bce',
  claim: { holds: ({ squared, entropy }) => squared >= 8 * entropy && squared <= 30 * entropy },
});
