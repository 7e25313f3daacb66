// Adadelta measures its step in the units of the weights: the root mean square of past steps over that of the gradients.
//   s = ρ s + (1 − ρ) g²;   Δ = √(u + ε) / √(s + ε) × g;   u = ρ u + (1 − ρ) Δ²;   w = w − learning rate × Δ
// Sources: torch.optim.Adadelta; Zeiler 2012, arXiv 1212.5701.

import { slotVariable } from '../notation.ts';
import type { Optimizer } from '../optimizer.ts';
import { slotOf } from './divisor.ts';
import { epsField, maximizeField, weightDecayField } from './fields.ts';

type AdadeltaValues = {
  readonly rho: number;
  readonly eps: number;
  readonly weightDecay: number;
  readonly maximize: boolean;
};

export const adadelta: Optimizer = {
  title: 'Adadelta',
  family: 'adaptive',
  equation: 'Δ = √(u + ε) / √(s + ε) × g,  w = w − learning rate × Δ',
  source: 'torch.optim.Adadelta (Zeiler 2012)',
  defaultLearningRate: 1,
  suggestedRate: 1,
  fields: [
    {
      kind: 'number',
      name: 'rho',
      label: 'rho (share of the past in the mean squares)',
      default: 0.9,
      min: 0,
      max: 1,
      why: 'it is the share of the past in two running means',
    },
    epsField(1e-6),
    weightDecayField(0),
    maximizeField,
  ],
  slots: [
    { symbol: 's', name: 'mean squared gradient' },
    { symbol: 'u', name: 'mean squared step' },
  ],
  // Once both means are far below ε the step is the learning rate times the gradient.
  canQuicken: (state, { eps }: AdadeltaValues) => slotOf(adadelta, state, 0).some((mean) => mean > 0.1 * eps),
  formula: (_use, g) => ({
    state: [slotVariable('s', 0), slotVariable('u', 1)],
    scalars: [],
    vectors: [
      `s = rho * s + (1 - rho) * ${g} ** 2`,
      `delta = sqrt(u + eps) / sqrt(s + eps) * ${g}`,
      'u = rho * u + (1 - rho) * delta ** 2',
      'w = w - learningRate * delta',
    ],
  }),
  marks: { memory: [], divisors: ['s'], hasRates: true },
  torch: { name: 'Adadelta' },
  keras: {
    differs: 'Keras’s Adadelta keeps one rho and epsilon for the whole run',
    form: (use, number) =>
      use.isConstant('rho', 'eps') ? ['Adadelta', `rho=${number('rho')}`, `epsilon=${number('eps')}`] : null,
  },
  update(weights, gradient, state, learningRate, values: AdadeltaValues, nextState, update) {
    const { rho, eps, weightDecay } = values;
    const sign = values.maximize ? -1 : 1;
    const dimension = weights.length;
    nextState[0] = state[0] + 1;
    for (let i = 0; i < dimension; i++) {
      const g = sign * gradient[i] + weightDecay * weights[i];
      const s = rho * state[1 + i] + (1 - rho) * (g * g);
      const u = state[1 + dimension + i];
      const delta = (Math.sqrt(u + eps) / Math.sqrt(s + eps)) * g;
      nextState[1 + i] = s;
      nextState[1 + dimension + i] = rho * u + (1 - rho) * (delta * delta);
      update[i] = -learningRate * delta;
    }
  },
};
