// Lion steps by the sign of an interpolated gradient, so every weight moves by the learning rate; the moment is updated after the step:
//   w = (1 − learning rate × decay) w − learning rate × sign(β₁ m + (1 − β₁) g);   m = β₂ m + (1 − β₂) g
// Source: Chen et al. 2023, arXiv 2302.06675, in the authors' reference form (google/automl, lion_pytorch.py). Not in torch.optim.

import { slotVariable } from '../notation.ts';
import type { Optimizer } from '../optimizer.ts';
import { beta1Field, beta2Field, firstMoment, weightDecayField } from './fields.ts';

type LionValues = { readonly beta1: number; readonly beta2: number; readonly weightDecay: number };

export const lion: Optimizer = {
  title: 'Lion',
  family: 'other',
  equation: 'w = (1 − learning rate × decay) w − learning rate × sign(β₁ m + (1 − β₁) g)',
  source: 'the reference form of its paper (Chen et al. 2023); not in torch.optim',
  defaultLearningRate: 1e-4,
  suggestedRate: 0.03,
  fields: [
    { ...beta1Field(0.9), label: 'beta 1 (the moment in this step)' },
    { ...beta2Field(0.99), label: 'beta 2 (the moment kept)' },
    weightDecayField(0),
  ],
  momentumField: 'beta1',
  isDecayDecoupled: true,
  slots: [firstMoment],
  formula: (_use, g) => ({
    state: [slotVariable('m', 0)],
    scalars: [],
    vectors: [`w = w - learningRate * sign(beta1 * m + (1 - beta1) * ${g})`, `m = beta2 * m + (1 - beta2) * ${g}`],
  }),
  // Only the sign of its memory counts, so no part of the update is the memory's.
  marks: { memory: [], divisors: [], hasRates: false },
  keras: {
    differs: 'Keras’s Lion keeps the same betas for the whole run',
    form: (use, number, double) =>
      use.isConstant('beta1', 'beta2', 'weightDecay')
        ? [
            'Lion',
            `beta_1=${number('beta1')}`,
            `beta_2=${number('beta2')}`,
            ...(use.some('weightDecay') ? [`weight_decay=${double('weightDecay')}`] : []),
          ]
        : null,
    decays: true,
  },
  update(weights, gradient, state, learningRate, values: LionValues, nextState, update) {
    const { beta1, beta2, weightDecay } = values;
    const decay = learningRate * weightDecay;
    nextState[0] = state[0] + 1;
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i];
      const m = state[1 + i];
      nextState[1 + i] = beta2 * m + (1 - beta2) * g;
      update[i] = -decay * weights[i] - learningRate * Math.sign(beta1 * m + (1 - beta1) * g);
    }
  },
};
