// Where do batches disagree: far from the minimum all batches point about the same way, near it noise is most of what is left.

import type { Trainer } from '../../training/run/trainer.ts';
import type { Vector } from '../../training/vector.ts';
import { defineLesson, type LessonRun } from './lesson.ts';

const count = 1000;
const farAway = Float64Array.of(-1.8, 1.2);

interface Truth {
  /** Of 100 batches, how many point more than a right angle away from the gradient of all examples. */
  readonly near: number;
  readonly far: number;
  /** The same near the minimum, of batches of 1 and of 32. */
  readonly ofOne: number;
  readonly of32: number;
}

function away(trainer: Trainer, { config }: LessonRun, weights: Vector, batchSize: number): number {
  const { seed, sampling } = config;
  const { gradients, fullGradient } = trainer.noise({ weights, batchSize, count, seed, sampling });
  let pointAway = 0;
  for (let at = 0; at < 2 * count; at += 2)
    if (gradients[at] * fullGradient[0] + gradients[at + 1] * fullGradient[1] < 0) pointAway++;
  return Math.round((100 * pointAway) / count);
}

export const lesson = defineLesson<'set', Truth>({
  key: 'where-do-batches-disagree',
  settings: 'problem=line-fit&start=0.55,0.42',
  form: { kind: 'set', min: 0, max: 100, isWhole: true, first: 0 },
  shown: (experiments, run) => ({ figures: { far: away(experiments.begin(run.config), run, farAway, 8) } }),
  truth: (experiments, run) => {
    const trainer = experiments.begin(run.config);
    const near = Float64Array.from(run.config.start);
    return {
      near: away(trainer, run, near, 8),
      far: away(trainer, run, farAway, 8),
      ofOne: away(trainer, run, near, 1),
      of32: away(trainer, run, near, 32),
    };
  },
  outcome: ({ near }) => near,
  features: (said, { near }) => ({
    many: said >= 10 === near >= 10,
    close: Math.abs(said - near) <= 12,
  }),
  figures: ({ far, ofOne, near, of32 }) => ({ far, near, bySize: [ofOne, near, of32] }),
  observations: ({ near, far }) => ({
    many: near >= far + 10,
    few: Math.abs(near - far) < 10,
    fewer: near <= far - 10,
  }),
  reasons: {
    small: null,
    faulty: 'a batch that points away is a faulty one',
    rate: 'the rate decides where batches point',
  },
  change: 'start=-1.8,1.2',
  claim: { holds: ({ near, far, ofOne }) => far <= 2 && near >= 20 && near <= 55 && ofOne >= near - 5 },
});
