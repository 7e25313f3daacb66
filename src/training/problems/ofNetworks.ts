// The problems of networks: each is one of their data sets, with the loss and learning rate that suit it.

import { networkDatasets } from '../network/datasets/index.ts';
import { networkProblem } from './networkProblem.ts';

export const circles = networkProblem(networkDatasets.circles, { loss: 'bce', learningRate: 0.1 });
export const xor = networkProblem(networkDatasets.xor, { loss: 'bce', learningRate: 0.1 });
export const spirals = networkProblem(networkDatasets.spirals, { loss: 'bce', learningRate: 0.1 });
export const threeClusters = networkProblem(networkDatasets['three-clusters'], {
  loss: 'cross-entropy',
  learningRate: 0.1,
});
export const moons = networkProblem(networkDatasets.moons, { loss: 'bce', learningRate: 0.1 });
export const curve = networkProblem(networkDatasets.curve, { loss: 'mse', learningRate: 0.1 });
