// The problems by key. A key is also the value in links and the name in tests.

import type { NetworkProblem, PairProblem } from '../problem.ts';
import { decayFit } from './decayFit.ts';
import { gaussianWells } from './gaussianWells.ts';
import { lineFit } from './lineFit.ts';
import { logisticRegression } from './logisticRegression.ts';
import { circles, curve, moons, spirals, threeClusters, xor } from './ofNetworks.ts';
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
  circles,
  xor,
  spirals,
  'three-clusters': threeClusters,
  moons,
  curve,
} as const satisfies Record<string, NetworkProblem>;

export const problems = { ...pairProblems, ...networkProblems } as const;

export type PairProblemId = keyof typeof pairProblems;

export type ProblemId = keyof typeof problems;
