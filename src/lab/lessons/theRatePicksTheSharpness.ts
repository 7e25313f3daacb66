// The rate picks the sharpness: full-batch descent on squared error sharpens its surface up to 2 / rate, and stays there.

import { meanOf, take } from './asked.ts';
import { defineLesson } from './lesson.ts';

const [settled, every, measures] = [1200, 100, 13];

interface Truth {
  /** The largest eigenvalue of the Hessian at the start, and its mean over steps 1,300 to 2,500. */
  readonly first: number;
  readonly sharpness: number;
  readonly limit: number;
  readonly loss: readonly [before: number, after: number];
}

export const lesson = defineLesson<'set', Truth>({
  key: 'the-rate-picks-the-sharpness',
  settings: 'problem=circles&layers=16&loss=mse&batchSize=200&learningRate=0.2',
  steps: settled + every * measures,
  form: { kind: 'set', min: 1, max: 50, isLogarithmic: true, first: 2 },
  shown: (experiments, { config, hyperparameters }) => {
    const trainer = experiments.begin(config);
    const { weights } = trainer.preview(0, hyperparameters);
    return { figures: { first: trainer.curvature({ weights }).largest } };
  },
  truth: (experiments, { config, hyperparameters }) => {
    const trainer = experiments.begin(config);
    const start = trainer.preview(0, hyperparameters);
    const first = trainer.curvature({ weights: start.weights }).largest;
    let { detail } = take(trainer, hyperparameters, settled);
    const all: number[] = [];
    let direction: Float64Array | null = null;
    for (let measure = 0; measure < measures; measure++) {
      detail = take(trainer, hyperparameters, every).detail;
      const found = trainer.curvature({ weights: detail.weights, from: direction });
      direction = found.direction;
      all.push(found.largest);
    }
    return {
      first,
      sharpness: meanOf(all),
      limit: 2 / hyperparameters.learningRate,
      loss: [start.fullLoss, detail.fullLoss],
    };
  },
  outcome: ({ sharpness }) => sharpness,
  features: (said, { first, sharpness }) => ({
    rises: said > first === sharpness > first,
    near: Math.abs(said / sharpness - 1) <= 0.15,
  }),
  figures: ({ first, sharpness, limit, loss }) => ({ first, sharpness, limit, loss }),
  observations: ({ first, sharpness, limit }) => {
    const isAtLimit = Math.abs(sharpness / limit - 1) <= 0.1;
    return { edge: isAtLimit, flat: !isAtLimit && sharpness < first, other: !isAtLimit && sharpness >= first };
  },
  reasons: {
    edge: null,
    data: 'the sharpness lies in data and network alone',
    flat: 'training always finds flatter places',
  },
  change: 'learningRate=0.25',
  claim: {
    holds: ({ first, sharpness, limit, loss }) =>
      Math.abs(sharpness / limit - 1) <= 0.06 && first < 0.8 * limit && loss[1] < loss[0] / 5,
  },
});
