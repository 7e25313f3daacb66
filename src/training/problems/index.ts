// The problems by key. A key is also the value in links and the name in tests.

import type { Problem } from '../problem.ts';
import { decayFit } from './decayFit.ts';
import { gaussianWells } from './gaussianWells.ts';
import { lineFit } from './lineFit.ts';
import { logisticRegression } from './logisticRegression.ts';
import { outlier } from './outlier.ts';
import { reluNeuron } from './reluNeuron.ts';
import { rotatedValley } from './rotatedValley.ts';
import { sigmoidNeuron } from './sigmoidNeuron.ts';
import { sineFit } from './sineFit.ts';
import { supportVector } from './supportVector.ts';
import { tanhNeuron } from './tanhNeuron.ts';
import { tugOfWar } from './tugOfWar.ts';
import { twoLayerProduct } from './twoLayerProduct.ts';

export const problems = {
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
} as const satisfies Record<string, Problem>;

export type ProblemId = keyof typeof problems;
