// One feature far from zero: the bowl becomes a ravine, and even at its own best rates the run crawls along the floor.

import type { Experiments } from '../../training/studies/experiments.ts';
import { givenPart, lastGiven, lastOf } from './asked.ts';
import { atColumns, type Curve, defineLesson, type LessonRun, type Sketch } from './lesson.ts';

const form: Sketch = { kind: 'sketch', from: 10, to: 100, givenUntil: 20, low: 0, high: 2 };

interface Truth {
  readonly far: Curve;
  readonly centred: Curve;
  readonly standardised: number;
  /** Largest over smallest eigenvalue of the Hessian, and nine tenths of the largest rate that converges. */
  readonly conditions: readonly [far: number, centred: number];
  readonly rates: readonly [far: number, centred: number];
}

/** A run at nine tenths of the largest rate that converges. */
function atItsRate(experiments: Experiments, { config, hyperparameters }: LessonRun, settings: object) {
  const own = { ...config, settings: { ...config.settings, ...settings } };
  const trainer = experiments.begin(own);
  const { weights } = trainer.preview(0, hyperparameters);
  const { largest, hessian } = trainer.curvature({ weights });
  const [trace] = hessian === null ? [Number.NaN] : [hessian[0] + hessian[2]];
  const learningRate = (0.9 * 2) / largest;
  const asked = { config: own, hyperparameters: { ...hyperparameters, learningRate }, steps: form.to };
  return { curve: atColumns(experiments.course(asked), form), condition: largest / (trace - largest), learningRate };
}

export const lesson = defineLesson<'sketch', Truth>({
  key: 'one-feature-far-from-zero',
  settings: 'problem=line-fit&offset=5&batchSize=100&learningRate=0.0333',
  steps: form.to,
  form,
  shown: (experiments, run) => ({
    curve: givenPart(atItsRate(experiments, run, {}).curve, form),
    others: { centred: atItsRate(experiments, run, { offset: 0 }).curve },
  }),
  truth: (experiments, run) => {
    const far = atItsRate(experiments, run, {});
    const centred = atItsRate(experiments, run, { offset: 0 });
    return {
      far: far.curve,
      centred: centred.curve,
      standardised: lastOf(atItsRate(experiments, run, { standardised: true }).curve),
      conditions: [far.condition, centred.condition],
      rates: [far.learningRate, centred.learningRate],
    };
  },
  outcome: ({ far }) => far,
  features: (drawn, { far, centred }) => ({
    above: lastOf(drawn) > 1.3 * lastOf(centred) === lastOf(far) > 1.3 * lastOf(centred),
    falls: lastOf(drawn) < lastGiven(far, form),
    level: Math.abs(lastOf(drawn) / lastOf(far) - 1) <= 0.25,
  }),
  figures: ({ far, centred, standardised, conditions, rates }) => ({
    conditions,
    rates,
    ends: [lastOf(far), lastOf(centred)],
    standardised,
  }),
  observations: ({ far, centred }) => {
    const isAbove = lastOf(far) > 1.3 * lastOf(centred);
    const isFalling = lastOf(far) < lastGiven(far, form);
    return { crawls: isAbove && isFalling, stuck: isAbove && !isFalling, arrives: !isAbove };
  },
  reasons: {
    ravine: null,
    noise: 'a feature far from zero makes the data noisier',
    minimum: 'the loss cannot fall as low with such a feature',
  },
  change: 'standardised=1&learningRate=0.9',
  claim: {
    holds: ({ far, centred, standardised, conditions }) =>
      lastOf(far) > 1.5 * lastOf(centred) &&
      lastOf(far) < lastGiven(far, form) &&
      Math.abs(standardised / lastOf(centred) - 1) < 0.01 &&
      conditions[0] > 500 &&
      conditions[1] < 1.1,
  },
});
