// Whose rate falls: Adagrad divides by a sum of squares that only grows, RMSprop by a mean that forgets.

import type { RunConfig } from '../../training/run/run.ts';
import type { Experiments } from '../../training/studies/experiments.ts';
import { medianOf } from './asked.ts';
import { defineLesson, type LessonRun } from './lesson.ts';

const steps = 2000;

/** What the gradient of w1 is multiplied by: medians over steps 90 to 110 and over the last 100. */
interface Factor {
  readonly early: number;
  readonly late: number;
}

interface Truth {
  readonly adagrad: Factor;
  readonly rmsprop: Factor;
}

function factorOf(
  experiments: Experiments,
  { config, hyperparameters }: LessonRun,
  optimizer: RunConfig['optimizer'],
  learningRate: number,
): Factor {
  const asked = { config: { ...config, optimizer }, hyperparameters: { ...hyperparameters, learningRate }, steps };
  const { column } = experiments.course(asked);
  const gradient = column('gradient1');
  const factors = column('update1').map((update, step) => Math.abs(update / gradient[step]));
  return { early: medianOf(factors.slice(90, 111)), late: medianOf(factors.slice(steps - 100)) };
}

const falls = ({ early, late }: Factor): boolean => late < early;

function whoFalls({ adagrad, rmsprop }: Truth): string {
  if (falls(adagrad)) return falls(rmsprop) ? 'both' : 'adagrad';
  return falls(rmsprop) ? 'rmsprop' : 'neither';
}

export const lesson = defineLesson<'choose', Truth>({
  key: 'whose-rate-falls',
  settings: 'problem=line-fit&optimizer=adagrad&learningRate=0.5',
  steps,
  form: { kind: 'choose', options: ['both', 'adagrad', 'rmsprop', 'neither'] },
  truth: (experiments, run) => ({
    adagrad: factorOf(experiments, run, 'adagrad', 0.5),
    rmsprop: factorOf(experiments, run, 'rmsprop', 0.05),
  }),
  outcome: whoFalls,
  features: (option, truth) => ({
    adagrad: (option === 'both' || option === 'adagrad') === falls(truth.adagrad),
    rmsprop: (option === 'both' || option === 'rmsprop') === falls(truth.rmsprop),
  }),
  figures: ({ adagrad, rmsprop }) => ({
    adagrad: [adagrad.early, adagrad.late],
    rmsprop: [rmsprop.early, rmsprop.late],
  }),
  observations: (truth) => {
    const who = whoFalls(truth);
    return { adagrad: who === 'adagrad', both: who === 'both', other: who !== 'adagrad' && who !== 'both' };
  },
  reasons: {
    memory: null,
    schedule: 'adaptive methods have a schedule of their own',
    gradients: 'steps shrink only because gradients do',
  },
  change: 'optimizer=rmsprop&learningRate=0.05',
  claim: { holds: ({ adagrad, rmsprop }) => adagrad.late < 0.85 * adagrad.early && rmsprop.late > rmsprop.early },
});
