// Same examples or same steps: whether batches of 8 or of 100 learn faster depends on what is counted.

import type { Experiments } from '../../training/studies/experiments.ts';
import { columnPlaces, givenPart, lastGiven, lastOf } from './asked.ts';
import { type Curve, defineLesson, type LessonRun, type Sketch } from './lesson.ts';

const form: Sketch = { kind: 'sketch', from: 1, to: 10, givenUntil: 2, low: 0, high: 3.5 };

interface Truth {
  /** Loss of all examples against passes through them, with all in each batch and with batches of 8. */
  readonly all: Curve;
  readonly eight: Curve;
  /** After two passes and after 20 steps of each. */
  readonly afterPasses: readonly [all: number, eight: number];
  readonly afterSteps: readonly [all: number, eight: number];
}

/** The loss after so many passes, in between on straight lines from step to step. */
function againstPasses(experiments: Experiments, { config, hyperparameters }: LessonRun, batchSize: number): Curve {
  const perPass = Math.ceil(config.examples / batchSize);
  const asked = { config, hyperparameters: { ...hyperparameters, batchSize }, steps: form.to * perPass };
  const { fullLoss } = experiments.course(asked);
  return columnPlaces(form).map((pass) => {
    const step = Math.min(Math.floor(pass * perPass), fullLoss.length - 2);
    const part = pass * perPass - step;
    return (1 - part) * fullLoss[step] + part * fullLoss[step + 1];
  });
}

export const lesson = defineLesson<'sketch', Truth>({
  key: 'same-examples-or-same-steps',
  settings: 'problem=line-fit&batchSize=100',
  steps: form.to,
  form,
  shown: (experiments, run) => ({
    curve: givenPart(againstPasses(experiments, run, 100), form),
    others: { eight: againstPasses(experiments, run, 8) },
  }),
  truth: (experiments, run) => {
    const after = (steps: number, batchSize: number): number => {
      const hyperparameters = { ...run.hyperparameters, batchSize };
      return experiments.course({ ...run, hyperparameters, steps }).fullLoss[steps];
    };
    return {
      all: againstPasses(experiments, run, 100),
      eight: againstPasses(experiments, run, 8),
      afterPasses: [after(2, 100), after(26, 8)],
      afterSteps: [after(20, 100), after(20, 8)],
    };
  },
  outcome: ({ all }) => all,
  features: (drawn, { all, eight }) => ({
    above: lastOf(drawn) > 1.2 * lastOf(eight) === lastOf(all) > 1.2 * lastOf(eight),
    falls: lastOf(drawn) < lastGiven(all, form),
    level: Math.abs(lastOf(drawn) - lastOf(all)) <= 0.2,
  }),
  figures: ({ all, eight, afterPasses, afterSteps }) => ({
    afterPasses,
    afterTen: [lastOf(all), lastOf(eight)],
    afterSteps,
  }),
  observations: ({ all, eight, afterSteps: [ofAll, ofEight] }) => {
    const isAbove = lastOf(all) > 1.2 * lastOf(eight);
    const isAlike = Math.abs(ofAll / ofEight - 1) <= 0.2;
    return { clock: isAbove && isAlike, slower: isAbove && !isAlike, alike: !isAbove };
  },
  reasons: {
    updates: null,
    thorough: 'a batch of all examples learns more from a pass',
    steps: 'a larger batch makes worse steps',
  },
  change: 'batchSize=8',
  claim: {
    holds: ({ all, eight, afterPasses, afterSteps: [ofAll, ofEight] }) =>
      lastOf(all) > 1.4 * lastOf(eight) && afterPasses[0] > 3 * afterPasses[1] && Math.abs(ofAll / ofEight - 1) <= 0.2,
  },
});
