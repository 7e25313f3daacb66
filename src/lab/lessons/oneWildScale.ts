// One wild scale: where one input is twenty times as large, one rate for all weights fits none of them, and Adam has many.

import type { Hyperparameters, RunConfig } from '../../training/run/run.ts';
import type { Experiments } from '../../training/studies/experiments.ts';
import { findStep } from './asked.ts';
import { defineLesson, type LessonRun } from './lesson.ts';

const [most, target] = [600, 0.1];
const rates = [0.003, 0.01, 0.03, 0.1, 0.3] as const;

interface Truth {
  /** Steps to a loss below 0.1, looked at every 20; 0 where 600 did not do. SGD at the best of five rates. */
  readonly sgd: number;
  readonly adam: number;
  /** SGD at a rate of 0.1 with both inputs on one scale. */
  readonly scaled: number;
}

function stepsTo(
  experiments: Experiments,
  { hyperparameters }: LessonRun,
  config: RunConfig,
  change: Partial<Hyperparameters>,
): number {
  const steps = findStep(
    experiments.begin(config),
    { ...hyperparameters, ...change },
    { last: most, stride: 20 },
    ({ fullLoss }) => fullLoss < target,
  );
  return Number.isFinite(steps) ? steps : 0;
}

function whoArrives({ sgd, adam }: Truth): string {
  if (sgd > 0) return adam > 0 ? 'both' : 'sgd';
  return adam > 0 ? 'adam' : 'neither';
}

export const lesson = defineLesson<'choose', Truth>({
  key: 'one-wild-scale',
  settings: 'problem=circles&layers=8,8&loss=mse&batchSize=20&inputs=x1,20 x2&optimizer=adam&learningRate=0.03',
  steps: 300,
  form: { kind: 'choose', options: ['sgd', 'adam', 'both', 'neither'] },
  truth: (experiments, run) => {
    const sgd: RunConfig = { ...run.config, optimizer: 'sgd' };
    const reached = rates.map((learningRate) => stepsTo(experiments, run, sgd, { learningRate }));
    const arrived = reached.filter((steps) => steps > 0);
    const oneScale = { ...sgd, settings: { ...sgd.settings, inputs: ['x1', 'x2'] } };
    return {
      sgd: arrived.length === 0 ? 0 : Math.min(...arrived),
      adam: stepsTo(experiments, run, run.config, {}),
      scaled: stepsTo(experiments, run, oneScale, { learningRate: 0.1 }),
    };
  },
  outcome: whoArrives,
  features: (option, truth) => ({
    sgd: (option === 'sgd' || option === 'both') === truth.sgd > 0,
    adam: (option === 'adam' || option === 'both') === truth.adam > 0,
  }),
  figures: ({ sgd, adam, scaled }) => ({ sgd, adam, scaled }),
  observations: (truth) => {
    const who = whoArrives(truth);
    return { adam: who === 'adam', both: who === 'both', other: who !== 'adam' && who !== 'both' };
  },
  reasons: { each: null, rate: 'a better rate would have helped SGD', data: 'Adam scales the inputs' },
  change: 'inputs=x1,x2&optimizer=sgd&learningRate=0.1',
  claim: {
    holds: ({ sgd, adam, scaled }) => sgd === 0 && adam > 0 && adam <= 300 && scaled > 0 && scaled <= 400,
  },
});
