// Adagrad divides by the root of the sum of all squared gradients so far, so the rate of each weight only ever falls:
//   s = s + g²;   w = w − learning rate / (1 + (t − 1) × decay) × g / (√s + ε)
// Sources: torch.optim.Adagrad; Duchi, Hazan, Singer 2011.

import { slotVariable } from '../notation.ts';
import type { Optimizer } from '../optimizer.ts';
import { epsField, maximizeField, weightDecayField } from './fields.ts';

type AdagradValues = {
  readonly learningRateDecay: number;
  readonly weightDecay: number;
  readonly initialAccumulatorValue: number;
  readonly eps: number;
  readonly maximize: boolean;
};

export const adagrad: Optimizer = {
  title: 'Adagrad',
  family: 'adaptive',
  equation: 's = s + g²,  w = w − learning rate × g / (√s + ε)',
  source: 'torch.optim.Adagrad (Duchi, Hazan, Singer 2011)',
  defaultLearningRate: 1e-2,
  suggestedRate: 0.5,
  fields: [
    {
      kind: 'number',
      name: 'learningRateDecay',
      label: 'Learning rate decay',
      default: 0,
      min: 0,
      max: 10,
      logarithmic: true,
      smallest: 1e-6,
      why: 'it divides the learning rate by 1 plus this for every step taken, so below 0 the rate would grow without end',
    },
    weightDecayField(0),
    {
      kind: 'number',
      name: 'initialAccumulatorValue',
      label: 'Initial sum of squares',
      default: 0,
      min: 0,
      max: 1000,
      logarithmic: true,
      smallest: 1e-6,
      why: 'it is where a sum of squares starts, and its root is taken',
    },
    epsField(1e-10),
    maximizeField,
  ],
  slots: [{ symbol: 's', name: 'sum of squared gradients' }],
  formula(use, g) {
    const fades = use.some('learningRateDecay');
    return {
      state: [slotVariable('s', 0, 'initialAccumulatorValue')],
      scalars: fades ? ['rate = learningRate / (1 + step * learningRateDecay)'] : [],
      vectors: [`s = s + ${g} ** 2`, `w = w - ${fades ? 'rate' : 'learningRate'} * ${g} / (sqrt(s) + eps)`],
    };
  },
  marks: { memory: [], divisors: ['s'], hasRates: true },
  torch: { name: 'Adagrad' },
  keras: { differs: 'Keras’s Adagrad adds epsilon inside the root and starts its sum of squares at 0.1' },
  fillState(state, dimension, { initialAccumulatorValue }) {
    state.fill(initialAccumulatorValue as number, 1, 1 + dimension);
  },
  update(weights, gradient, state, learningRate, values: AdagradValues, nextState, update) {
    const { learningRateDecay, weightDecay, eps } = values;
    const sign = values.maximize ? -1 : 1;
    const rate = learningRate / (1 + state[0] * learningRateDecay);
    nextState[0] = state[0] + 1;
    for (let i = 0; i < weights.length; i++) {
      const g = sign * gradient[i] + weightDecay * weights[i];
      const s = state[1 + i] + g * g;
      nextState[1 + i] = s;
      update[i] = (-rate * g) / (Math.sqrt(s) + eps);
    }
  },
};
