// Adamax is Adam with the largest recent gradient for a divisor instead of a root mean square:
//   m = β₁ m + (1 − β₁) g;   u = max(β₂ u, |g| + ε), the ε inside the maximum;   w = w − learning rate/(1 − β₁ᵗ) × m / u
// Sources: torch.optim.Adamax; Kingma, Ba 2015, arXiv 1412.6980, section 7.

import { slotVariable } from '../notation.ts';
import type { Optimizer } from '../optimizer.ts';
import { biasCorrection } from './biasCorrection.ts';
import { slotOf } from './divisor.ts';
import { beta1Field, beta2Field, epsField, firstMoment, maximizeField, weightDecayField } from './fields.ts';
import { lerp } from './lerp.ts';
import { nextFirstMoment, stepNumber } from './moments.ts';

type AdamaxValues = {
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  readonly maximize: boolean;
};

export const adamax: Optimizer = {
  title: 'Adamax',
  family: 'adaptive',
  equation: 'u = max(β₂ u, |g| + ε),  w = w − learning rate × m̂ / u',
  source: 'torch.optim.Adamax (Kingma, Ba 2015, section 7)',
  defaultLearningRate: 2e-3,
  suggestedRate: 0.1,
  fields: [
    beta1Field(0.9),
    { ...beta2Field(0.999), label: 'beta 2 (largest gradient)' },
    epsField(1e-8),
    weightDecayField(0),
    maximizeField,
  ],
  momentumField: 'beta1',
  slots: [firstMoment, { symbol: 'u', name: 'largest recent gradient' }],
  // The divisor itself shrinks, down to ε above the gradient.
  canQuicken: (state, { eps }: AdamaxValues) => slotOf(adamax, state, 1).some((largest) => largest > 1.05 * eps),
  formula: (_use, g) => ({
    state: [slotVariable('m', 0), slotVariable('u', 1)],
    scalars: [stepNumber],
    vectors: [
      nextFirstMoment(g),
      `u = max(beta2 * u, abs(${g}) + eps)`,
      'w = w - learningRate / (1 - beta1 ** t) * m / u',
    ],
  }),
  marks: { memory: ['m'], divisors: ['u'], hasRates: true },
  torch: { name: 'Adamax' },
  keras: { differs: 'Keras’s Adamax adds epsilon after the maximum instead of inside it' },
  update(weights, gradient, state, learningRate, values: AdamaxValues, nextState, update) {
    const { beta1, beta2, eps, weightDecay } = values;
    const sign = values.maximize ? -1 : 1;
    const dimension = weights.length;
    const t = state[0] + 1;
    const rate = learningRate / biasCorrection(beta1, t);
    nextState[0] = t;
    for (let i = 0; i < dimension; i++) {
      const g = sign * gradient[i] + weightDecay * weights[i];
      const m = lerp(state[1 + i], g, 1 - beta1);
      const u = Math.max(beta2 * state[1 + dimension + i], Math.abs(g) + eps);
      nextState[1 + i] = m;
      nextState[1 + dimension + i] = u;
      update[i] = (-rate * m) / u;
    }
  },
};
