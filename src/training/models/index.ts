// The models by key. A key is also the value in links and the name in tests.

import type { Model } from '../model.ts';
import { decay } from './decay.ts';
import { line } from './line.ts';
import { location } from './location.ts';
import { plane } from './plane.ts';
import { product } from './product.ts';
import { reluNeuron } from './reluNeuron.ts';
import { sigmoidNeuron } from './sigmoidNeuron.ts';
import { sine } from './sine.ts';
import { tanhNeuron } from './tanhNeuron.ts';

export const models = {
  line,
  plane,
  product,
  sine,
  location,
  'tanh-neuron': tanhNeuron,
  'relu-neuron': reluNeuron,
  'sigmoid-neuron': sigmoidNeuron,
  decay,
} as const satisfies Record<string, Model>;

export type ModelId = keyof typeof models;
