// It stops getting better: at a constant rate the weights end in a cloud, and half the rate makes a smaller cloud.

import type { Experiments } from '../../training/studies/experiments.ts';
import { columnPlaces, givenPart, lastOf, meanOf } from './asked.ts';
import { type Curve, defineLesson, type LessonRun, type Sketch } from './lesson.ts';

const halvedAt = 1000;
const form: Sketch = { kind: 'sketch', from: 100, to: 2000, givenUntil: halvedAt, low: 0, high: 0.08 };

interface Truth {
  /** Means over some 80 steps of how far the loss of all examples lies above its lowest. */
  readonly curve: Curve;
  /** Means over steps 200 to 1,000, and 1,100 to 2,000. */
  readonly before: number;
  readonly after: number;
}

/** How far the loss of all examples lies above its lowest, step after step. */
function aboveLowest(experiments: Experiments, { config, hyperparameters }: LessonRun): readonly number[] {
  const whole = { ...config, sampling: 'once' as const };
  const schedule = { ...hyperparameters.schedule, kind: 'constant' as const, values: {} };
  const ofAll = { ...hyperparameters, batchSize: config.examples, schedule };
  const lowest = experiments.course({ config: whole, hyperparameters: ofAll, steps: 1000 }).fullLoss[1000];
  return experiments.course({ config, hyperparameters, steps: form.to }).fullLoss.map((loss) => loss - lowest);
}

function smoothed(above: readonly number[]): Curve {
  const half = (form.to - form.from) / 46;
  return columnPlaces(form).map((place) => {
    // No mean has steps from both before and after the rate was halved.
    const isBefore = place <= halvedAt;
    const from = Math.max(Math.round(place - half), isBefore ? 0 : halvedAt);
    return meanOf(above.slice(from, Math.min(Math.round(place + half), isBefore ? halvedAt : form.to)));
  });
}

export const lesson = defineLesson<'sketch', Truth>({
  key: 'it-stops-getting-better',
  settings: `problem=line-fit&batchSize=4&sampling=replacement&schedule=multistep&milestones=${halvedAt}&gamma=0.5`,
  steps: form.to,
  form,
  shown: (experiments, run) => ({ curve: givenPart(smoothed(aboveLowest(experiments, run)), form) }),
  truth: (experiments, run) => {
    const above = aboveLowest(experiments, run);
    return {
      curve: smoothed(above),
      before: meanOf(above.slice(200, halvedAt)),
      after: meanOf(above.slice(1100, form.to)),
    };
  },
  outcome: ({ curve }) => curve,
  features: (drawn, { before, after }) => {
    // The last third, so that a wavering line is judged by its level.
    const end = meanOf(drawn.slice(16));
    return {
      lower: end < 0.8 * before === after < 0.8 * before,
      floor: end > 0.2 * before === after > 0.2 * before,
      level: end > 0.25 * before && end < 0.6 * before,
    };
  },
  figures: ({ before, after }) => ({ before, after, times: before / after }),
  observations: ({ before, after }) => ({
    floor: after < 0.8 * before && after > 0.2 * before,
    same: after >= 0.8 * before,
    zero: after <= 0.2 * before,
  }),
  reasons: { cloud: null, wait: 'with patience it converges', near: 'a smaller rate only takes longer' },
  change: 'batchSize=16',
  claim: {
    holds: ({ curve, before, after }) => before / after >= 1.8 && before / after <= 3.2 && lastOf(curve) > 0,
  },
});
