// One unit too few: with hardly enough units few runs find weights that do, and with more than enough every run does.

import { take, twentySeeds } from './asked.ts';
import { defineLesson } from './lesson.ts';

/** 40 epochs of 20 batches. */
const steps = 800;
const share = 0.97;

interface Truth {
  /** Of 20 runs, those that decide 97 % of the examples rightly, with 2, 3, and 8 hidden units. */
  readonly two: number;
  readonly three: number;
  readonly eight: number;
}

export const lesson = defineLesson<'set', Truth>({
  key: 'one-unit-too-few',
  settings: 'problem=xor&layers=2&loss=mse',
  steps,
  form: { kind: 'set', min: 0, max: 20, isWhole: true, first: 10 },
  truth: (experiments, { config, hyperparameters }) => {
    const succeed = (units: number): number =>
      twentySeeds({ ...config, settings: { ...config.settings, layers: [units] } }).filter((run) => {
        const { decisions } = take(experiments.begin(run), hyperparameters, steps).detail;
        const wrong = decisions?.wrong ?? [];
        return wrong.filter((isWrong) => isWrong === 1).length <= (1 - share) * wrong.length;
      }).length;
    return { two: succeed(2), three: succeed(3), eight: succeed(8) };
  },
  outcome: ({ two }) => two,
  features: (count, { two }) => ({
    few: count <= 5 === two <= 5,
    near: Math.abs(count - two) <= 2,
  }),
  figures: ({ two, three, eight }) => ({ two, three, eight }),
  observations: ({ two, eight }) => ({
    wider: two <= 5 && eight >= 15,
    both: two > 5,
    neither: two <= 5 && eight < 15,
  }),
  reasons: {
    room: null,
    steps: 'a run that stops too high only needs more steps',
    textbook: 'two hidden units are enough for XOR, so a run with two finds it',
  },
  change: 'layers=8',
  claim: { holds: ({ two, three, eight }) => two <= 2 && three >= 1 && three <= 12 && eight >= 18 },
});
