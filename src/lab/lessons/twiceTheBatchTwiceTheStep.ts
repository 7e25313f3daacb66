// Twice the batch, twice the step: the gradient of a batch is a mean, so its size changes the scatter and not the length.

import { lengthOf, meanOf } from './asked.ts';
import { defineLesson } from './lesson.ts';

const sizes = [1, 8, 32, 100] as const;

interface Truth {
  /** Mean length of the step from the start, over 500 batches of each size. */
  readonly lengths: readonly number[];
  /** The mean length with all 100 examples, as a multiple of that with 8. */
  readonly ratio: number;
}

/** Whichever of 1, the root of 100 / 8, and 100 / 8 is nearest, in factors. */
function nearestOption(ratio: number): string {
  if (ratio < Math.sqrt(Math.sqrt(100 / 8))) return 'same';
  return ratio < Math.sqrt(100 / 8) * Math.sqrt(Math.sqrt(100 / 8)) ? 'root' : 'proportional';
}

export const lesson = defineLesson<'choose', Truth>({
  key: 'twice-the-batch-twice-the-step',
  settings: 'problem=line-fit',
  steps: 1,
  form: { kind: 'choose', options: ['same', 'root', 'proportional'] },
  truth: (experiments, { config, hyperparameters }) => {
    const trainer = experiments.begin(config);
    const { weights } = trainer.preview(0, hyperparameters);
    const lengths = sizes.map((batchSize) => {
      const { seed, sampling } = config;
      const { gradients } = trainer.noise({ weights, batchSize, count: 500, seed, sampling });
      const each = Array.from({ length: 500 }, (_, batch) => lengthOf(gradients.subarray(2 * batch, 2 * batch + 2)));
      return hyperparameters.learningRate * meanOf(each);
    });
    return { lengths, ratio: lengths[3] / lengths[1] };
  },
  outcome: ({ ratio }) => nearestOption(ratio),
  features: (option, { ratio }) => ({ length: option === nearestOption(ratio) }),
  figures: ({ lengths, ratio }) => ({ lengths, ratio }),
  observations: ({ ratio }) => ({
    alike: ratio >= 0.9 && ratio <= 1.1,
    longer: ratio > 1.1,
    shorter: ratio < 0.9,
  }),
  reasons: { mean: null, sum: 'the gradients of a batch are added up', sure: 'a surer gradient is a longer one' },
  change: 'batchSize=1',
  claim: { holds: ({ ratio }) => Math.abs(ratio - 1) <= 0.1 },
});
