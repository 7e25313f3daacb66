// Out of the wrong valley: noise carries weights out of a minimum where the rate over the batch size is large enough.

import type { Hyperparameters } from '../../training/run/run.ts';
import { after, twentySeeds } from './asked.ts';
import { defineLesson } from './lesson.ts';

const steps = 400;

interface Truth {
  /** Of 20 runs, those that end in the other well. */
  readonly all: number;
  readonly small: number;
  readonly large: number;
  readonly single: number;
}

const most = ({ all, small, large }: Truth): string => {
  const leave = Object.entries({ all, small, large }).filter(([, count]) => count >= 10);
  return leave.length === 1 ? leave[0][0] : 'none';
};

export const lesson = defineLesson<'choose', Truth>({
  key: 'out-of-the-wrong-valley',
  settings: 'problem=gaussian-wells&batchSize=4&learningRate=1',
  steps,
  form: { kind: 'choose', options: ['all', 'small', 'large', 'none'] },
  truth: (experiments, { config, hyperparameters }) => {
    const leave = (change: Partial<Hyperparameters>): number =>
      twentySeeds(config).filter((run) => {
        const [w1] = after(experiments, run, { ...hyperparameters, ...change }, steps).weights;
        // The wells lie around -1 and 1; the start is beside the one at 1.
        return w1 < 0;
      }).length;
    return {
      all: leave({ batchSize: config.examples, learningRate: 1 }),
      small: leave({ batchSize: 4, learningRate: 0.35 }),
      large: leave({ batchSize: 4, learningRate: 1 }),
      single: leave({ batchSize: 1, learningRate: 0.35 }),
    };
  },
  outcome: most,
  features: (option, truth) => ({
    setting: option === most(truth),
    noise: (option !== 'all') === (truth.all === 0),
  }),
  figures: ({ all, small, large, single }) => ({ all, small, large, single }),
  observations: ({ all, small, large }) => ({
    large: large >= 10 && small < 10 && all < 10,
    always: small >= 10,
    never: large < 10 && small < 10,
  }),
  reasons: {
    ratio: null,
    batch: 'small batches always leave a minimum',
    push: 'a large rate alone carries weights over a ridge',
  },
  change: 'batchSize=1&learningRate=0.35',
  claim: { holds: ({ all, small, large, single }) => all === 0 && small <= 2 && large >= 10 && single >= 5 },
});
