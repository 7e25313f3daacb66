// AdamW is Adam with the weight decay taken off the weights directly, so that the divisor does not weaken it:
//   w = (1 − learning rate × decay) w;   then w = w − learning rate × m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
// Sources: torch.optim.AdamW; Loshchilov, Hutter 2019, arXiv 1711.05101.

import type { Optimizer } from '../optimizer.ts';
import { type AdamValues, adamFormula, adamMarks, adamSlots, amsgradField, canAdamQuicken, stepAdam } from './adam.ts';
import { beta1Field, beta2Field, epsField, maximizeField, weightDecayField } from './fields.ts';

export const adamw: Optimizer = {
  title: 'AdamW',
  family: 'adaptive',
  equation: 'w = (1 − learning rate × decay) w − learning rate × m̂ / (√v̂ + ε)',
  source: 'torch.optim.AdamW (Loshchilov, Hutter 2019)',
  defaultLearningRate: 1e-3,
  suggestedRate: 0.1,
  fields: [beta1Field(0.9), beta2Field(0.999), epsField(1e-8), weightDecayField(1e-2), amsgradField, maximizeField],
  momentumField: 'beta1',
  isDecayDecoupled: true,
  slots: adamSlots,
  canQuicken: (state, values: AdamValues) => canAdamQuicken(adamw, state, values),
  formula: adamFormula,
  marks: adamMarks,
  torch: { name: 'AdamW', fixed: ['amsgrad'] },
  keras: {
    differs:
      'Keras’s AdamW adds epsilon before the bias correction, which makes it up to 1/√(1 − beta 2) times larger at first',
  },
  update(weights, gradient, state, learningRate, values: AdamValues, nextState, update) {
    stepAdam(weights, gradient, state, learningRate, values, true, nextState, update);
  },
};
