// The problems by key. A key is also the value in links and the name in tests.

import { networkDatasets } from '../network/datasets/index.ts';
import type { NetworkProblem, PairProblem } from '../problem.ts';
import { decayFit } from './decayFit.ts';
import { gaussianWells } from './gaussianWells.ts';
import { lineFit } from './lineFit.ts';
import { logisticRegression } from './logisticRegression.ts';
import { networkProblem } from './networkProblem.ts';
import { outlier } from './outlier.ts';
import { reluNeuron } from './reluNeuron.ts';
import { rotatedValley } from './rotatedValley.ts';
import { sigmoidNeuron } from './sigmoidNeuron.ts';
import { sineFit } from './sineFit.ts';
import { supportVector } from './supportVector.ts';
import { tanhNeuron } from './tanhNeuron.ts';
import { tugOfWar } from './tugOfWar.ts';
import { twoLayerProduct } from './twoLayerProduct.ts';

/** Models of two weights. */
export const pairProblems = {
  'tug-of-war': tugOfWar,
  'line-fit': lineFit,
  'logistic-regression': logisticRegression,
  'two-layer-product': twoLayerProduct,
  'sine-fit': sineFit,
  'gaussian-wells': gaussianWells,
  'relu-neuron': reluNeuron,
  'sigmoid-neuron': sigmoidNeuron,
  'tanh-neuron': tanhNeuron,
  'decay-fit': decayFit,
  outlier,
  'support-vector': supportVector,
  'rotated-valley': rotatedValley,
} as const satisfies Record<string, PairProblem>;

export const networkProblems = {
  circles: networkProblem(networkDatasets.circles, { loss: 'bce', learningRate: 0.1 }),
  xor: networkProblem(networkDatasets.xor, { loss: 'bce', learningRate: 0.1 }),
  spirals: networkProblem(networkDatasets.spirals, { loss: 'bce', learningRate: 0.1 }),
  'three-clusters': networkProblem(networkDatasets['three-clusters'], { loss: 'cross-entropy', learningRate: 0.1 }),
  moons: networkProblem(networkDatasets.moons, { loss: 'bce', learningRate: 0.1 }),
  curve: networkProblem(networkDatasets.curve, { loss: 'mse', learningRate: 0.1 }),
} as const satisfies Record<string, NetworkProblem>;

export const problems = { ...pairProblems, ...networkProblems } as const;

export type PairProblemId = keyof typeof pairProblems;

export type ProblemId = keyof typeof problems;
