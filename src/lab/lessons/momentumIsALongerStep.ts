// Momentum is a longer step: along a steady slope momentum b takes steps of 1 / (1 - b) times the rate.

import type { Hyperparameters, RunConfig } from '../../training/run/run.ts';
import { after, distance } from './asked.ts';
import { defineLesson } from './lesson.ts';

const steps = 100;

interface Truth {
  /** Distance between the ends of two runs: SGD at 0.1, momentum at 0.1, momentum at 0.01. */
  readonly distances: { readonly sameRate: number; readonly tenth: number; readonly bothMomentum: number };
  readonly losses: readonly [sgd: number, momentum: number, tenth: number];
}

const closest = ({ distances }: Truth): string =>
  Object.entries(distances).reduce((best, pair) => (pair[1] < best[1] ? pair : best))[0];

export const lesson = defineLesson<'choose', Truth>({
  key: 'momentum-is-a-longer-step',
  settings: 'problem=rotated-valley&batchSize=100&learningRate=0.1',
  steps,
  form: { kind: 'choose', options: ['sameRate', 'tenth', 'bothMomentum'] },
  truth: (experiments, { config, hyperparameters }) => {
    const end = (optimizer: RunConfig['optimizer'], learningRate: number) => {
      const changed: Hyperparameters = { ...hyperparameters, learningRate };
      return after(experiments, { ...config, optimizer }, changed, steps);
    };
    const [sgd, momentum, tenth] = [end('sgd', 0.1), end('momentum', 0.1), end('momentum', 0.01)];
    return {
      distances: {
        sameRate: distance(sgd.weights, momentum.weights),
        tenth: distance(sgd.weights, tenth.weights),
        bothMomentum: distance(momentum.weights, tenth.weights),
      },
      losses: [sgd.fullLoss, momentum.fullLoss, tenth.fullLoss],
    };
  },
  outcome: closest,
  features: (option, truth) => ({ pair: option === closest(truth) }),
  figures: ({ distances: { sameRate, tenth, bothMomentum }, losses }) => ({
    losses,
    distances: [sameRate, tenth, bothMomentum],
  }),
  observations: (truth) => {
    const pair = closest(truth);
    return { tenth: pair === 'tenth', sameRate: pair === 'sameRate', bothMomentum: pair === 'bothMomentum' };
  },
  reasons: {
    sum: null,
    smooth: 'momentum smooths the way and leaves its length alone',
    rate: 'the rate alone says how far a run goes',
  },
  change: 'optimizer=momentum&learningRate=0.01',
  claim: {
    holds: ({ distances: { sameRate, tenth, bothMomentum } }) => tenth < 0.05 && sameRate > 0.3 && bothMomentum > 0.3,
  },
});
