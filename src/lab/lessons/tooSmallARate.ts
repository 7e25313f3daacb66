// Too small a rate: the curve of the loss falls slowly and nearly straight, for want of way and not of slope.

import { distance, findStep, givenPart, lastGiven, lastOf } from './asked.ts';
import { atColumns, type Curve, defineLesson, type Sketch, sketchColumns } from './lesson.ts';

const form: Sketch = { kind: 'sketch', from: 0, to: 200, givenUntil: 20, low: 0, high: 10 };

interface Truth {
  readonly curve: Curve;
  /** The share of the way from the start to the minimum that the steps covered. */
  readonly share: number;
  /** Steps at a rate of 0.1 to as low a loss. */
  readonly stepsAtTenth: number;
}

/** How far the middle of a curve lies below the straight line between its ends. */
const bend = (curve: Curve, first: number): number =>
  (first + lastOf(curve)) / 2 - (curve[sketchColumns / 2 - 1] + curve[sketchColumns / 2]) / 2;

export const lesson = defineLesson<'sketch', Truth>({
  key: 'too-small-a-rate',
  settings: 'problem=line-fit&batchSize=100&learningRate=0.0003',
  steps: form.to,
  form,
  shown: (experiments, run) => ({
    curve: givenPart(atColumns(experiments.course({ ...run, steps: form.to }), form), form),
  }),
  truth: (experiments, run) => {
    const slow = experiments.course({ ...run, steps: form.to });
    const hyperparameters = { ...run.hyperparameters, learningRate: 0.1 };
    const [start, end] = [slow.weights[0], slow.weights[form.to]];
    const minimum = experiments.course({ ...run, hyperparameters, steps: 1000 }).weights[1000];
    const loss = slow.fullLoss[form.to];
    return {
      curve: atColumns(slow, form),
      share: 1 - distance(end, minimum) / distance(start, minimum),
      stepsAtTenth: findStep(
        experiments.begin(run.config),
        hyperparameters,
        { last: 100 },
        ({ fullLoss }) => fullLoss <= loss,
      ),
    };
  },
  outcome: ({ curve }) => curve,
  features: (drawn, { curve }) => ({
    high: lastOf(drawn) > curve[0] / 2 === lastOf(curve) > curve[0] / 2,
    falls: lastOf(drawn) < lastGiven(curve, form),
    straight: Math.abs(bend(drawn, curve[0])) < 0.1 * curve[0],
  }),
  figures: ({ curve, share, stepsAtTenth }) => ({ loss: [curve[0], lastOf(curve)], share, stepsAtTenth }),
  observations: ({ curve }) => {
    const isHigh = lastOf(curve) > curve[0] / 2;
    return {
      slow: isHigh && lastOf(curve) < 0.95 * curve[0],
      elbow: !isHigh,
      flat: isHigh && lastOf(curve) >= 0.95 * curve[0],
    };
  },
  reasons: {
    rate: null,
    gradient: 'a small rate goes with small gradients',
    converged: 'a curve that hardly falls has converged',
  },
  change: 'learningRate=0.1',
  claim: {
    holds: ({ curve, share, stepsAtTenth }) =>
      lastOf(curve) > 0.55 * curve[0] && lastOf(curve) < 0.7 * curve[0] && share < 0.2 && stepsAtTenth <= 2,
  },
});
