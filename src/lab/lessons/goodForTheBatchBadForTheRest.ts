// Good for the batch, bad for the rest: a step lowers the loss of its own batch and often raises that of all examples.

import type { Hyperparameters } from '../../training/run/run.ts';
import type { Experiments } from '../../training/studies/experiments.ts';
import { findStep } from './asked.ts';
import { defineLesson, type LessonRun } from './lesson.ts';

const steps = 200;

interface Rises {
  /** Steps that raised the loss of all examples, and that of their own batch. */
  readonly all: number;
  readonly own: number;
}

interface Truth {
  readonly rises: Rises;
  readonly ofOne: Rises;
  readonly ofAll: Rises;
}

function risesOf(experiments: Experiments, { config }: LessonRun, hyperparameters: Hyperparameters): Rises {
  let [all, own] = [0, 0];
  findStep(experiments.begin(config), hyperparameters, { last: steps - 1 }, (step) => {
    if (step.nextFullLoss > step.fullLoss) all++;
    if (step.nextBatchLoss > step.batchLoss) own++;
    return false;
  });
  return { all, own };
}

export const lesson = defineLesson<'set', Truth>({
  key: 'good-for-the-batch-bad-for-the-rest',
  settings: 'problem=line-fit',
  steps,
  form: { kind: 'set', min: 0, max: steps, isWhole: true, first: 0 },
  truth: (experiments, run) => {
    const { hyperparameters } = run;
    const of = (batchSize: number) => risesOf(experiments, run, { ...hyperparameters, batchSize });
    return { rises: of(8), ofOne: of(1), ofAll: of(run.config.examples) };
  },
  outcome: ({ rises }) => rises.all,
  features: (count, { rises }) => ({
    some: count > 0 === rises.all > 0,
    near: Math.abs(count - rises.all) <= steps / 10,
  }),
  figures: ({ rises, ofOne, ofAll }) => ({
    all: rises.all,
    own: rises.own,
    bySize: [ofOne.all, rises.all, ofAll.all],
  }),
  observations: ({ rises }) => ({
    rest: rises.all > 0 && rises.own === 0,
    both: rises.own > 0,
    neither: rises.all === 0 && rises.own === 0,
  }),
  reasons: {
    batch: null,
    rate: 'a loss that rises means that the rate is too large',
    last: 'each step lowers the loss',
  },
  change: 'batchSize=100',
  claim: {
    holds: ({ rises, ofAll }) => rises.all >= 70 && rises.all <= 110 && rises.own === 0 && ofAll.all === 0,
  },
});
