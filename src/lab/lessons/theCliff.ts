// The cliff: with all examples in each batch the largest rate that converges is 2 / lambda, and mini-batches meet it earlier.

import type { Hyperparameters } from '../../training/run/run.ts';
import type { Experiments } from '../../training/studies/experiments.ts';
import { after } from './asked.ts';
import { defineLesson, type LessonRun } from './lesson.ts';

const steps = 300;

interface Truth {
  /** The largest eigenvalue of the Hessian. */
  readonly curvature: number;
  readonly limit: number;
  /** Loss at the start, and after the steps a fiftieth below and above the limit; of a diverged run where it stopped. */
  readonly start: number;
  readonly below: number;
  readonly above: number;
  /** A fiftieth below the limit with batches of 1. */
  readonly ofOne: number;
}

function curvatureOf(experiments: Experiments, { config, hyperparameters }: LessonRun): number {
  const trainer = experiments.begin(config);
  return trainer.curvature({ weights: trainer.preview(0, hyperparameters).weights }).largest;
}

function endOf(
  experiments: Experiments,
  { config, hyperparameters }: LessonRun,
  change: Partial<Hyperparameters>,
): number {
  return after(experiments, config, { ...hyperparameters, ...change }, steps).fullLoss;
}

export const lesson = defineLesson<'set', Truth>({
  key: 'the-cliff',
  settings: 'problem=line-fit&batchSize=100',
  steps,
  form: { kind: 'set', min: 0.01, max: 2, isLogarithmic: true, first: 0.05 },
  shown: (experiments, run) => ({ figures: { curvature: curvatureOf(experiments, run) } }),
  truth: (experiments, run) => {
    const curvature = curvatureOf(experiments, run);
    const limit = 2 / curvature;
    const near = (factor: number, batchSize: number) =>
      endOf(experiments, run, { learningRate: factor * limit, batchSize });
    return {
      curvature,
      limit,
      start: experiments.begin(run.config).preview(0, run.hyperparameters).fullLoss,
      below: near(0.98, 100),
      above: near(1.02, 100),
      ofOne: near(0.98, 1),
    };
  },
  outcome: ({ limit }) => limit,
  features: (rate, { limit }) => ({
    converges: rate <= limit,
    near: rate <= limit && rate >= 0.85 * limit,
  }),
  figures: ({ curvature, limit, below, above, ofOne }) => ({ curvature, limit, below, above, ofOne }),
  observations: ({ start, below, above }) => ({
    sharp: below < start && above > start,
    never: below >= start,
    always: below < start && above <= start,
  }),
  reasons: {
    overshoot: null,
    faster: 'a larger rate is only faster',
    gradual: 'the larger the rate, the less exactly a run converges, without a limit',
  },
  change: 'batchSize=1&learningRate=0.374',
  claim: {
    holds: ({ start, below, above, ofOne }) => below < start / 10 && above > 1e6 && ofOne > 1e6,
  },
});
