// NAdam is Adam with Nesterov's look-ahead and a first-moment share that warms up:
//   μₜ = β₁ (1 − ½ × 0.96^(t ψ));   Π = μ₁ μ₂ … μₜ;   d = √(v/(1 − β₂ᵗ)) + ε
//   w = w − learning rate × (1 − μₜ)/(1 − Π) × g/d − learning rate × μₜ₊₁/(1 − Π μₜ₊₁) × m/d
// Sources: torch.optim.NAdam; Dozat 2016, Incorporating Nesterov Momentum into Adam.

import { power } from '../elementary.ts';
import { slotVariable } from '../notation.ts';
import type { Optimizer } from '../optimizer.ts';
import { biasCorrection } from './biasCorrection.ts';
import { canShrink, slotOf } from './divisor.ts';
import {
  beta1Field,
  beta2Field,
  decoupledWeightDecayField,
  epsField,
  firstMoment,
  maximizeField,
  secondMoment,
  weightDecayField,
} from './fields.ts';
import { lerp } from './lerp.ts';
import { nextFirstMoment, nextSecondMoment, stepNumber } from './moments.ts';

type NadamValues = {
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  readonly momentumDecay: number;
  readonly decoupledWeightDecay: boolean;
  readonly maximize: boolean;
};

export const nadam: Optimizer = {
  title: 'NAdam',
  family: 'adaptive',
  equation: 'w = w − learning rate × ((1 − μ) g / (1 − Π) + μ′ m / (1 − Π μ′)) / (√v̂ + ε)',
  source: 'torch.optim.NAdam (Dozat 2016)',
  defaultLearningRate: 2e-3,
  suggestedRate: 0.1,
  fields: [
    beta1Field(0.9),
    beta2Field(0.999),
    epsField(1e-8),
    weightDecayField(0),
    {
      kind: 'number',
      name: 'momentumDecay',
      label: 'Momentum decay (how fast beta 1 warms up)',
      default: 4e-3,
      min: 0,
      max: 10,
      logarithmic: true,
      smallest: 1e-5,
      why: 'it is the pace at which the first-moment share rises to beta 1, and below 0 that share would fall past zero',
    },
    decoupledWeightDecayField,
    maximizeField,
  ],
  momentumField: 'beta1',
  slots: [firstMoment, secondMoment],
  formula: (_use, g) => ({
    state: [slotVariable('m', 0), slotVariable('v', 1), { name: 'product', initial: '1', isVector: false, slot: 0 }],
    scalars: [
      stepNumber,
      'share = beta1 * (1 - 0.5 * 0.96 ** (t * momentumDecay))',
      'nextShare = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * momentumDecay))',
      'product = product * share',
    ],
    vectors: [
      nextFirstMoment(g),
      nextSecondMoment(g),
      'divisor = sqrt(v / (1 - beta2 ** t)) + eps',
      `w = w - learningRate * (1 - share) / (1 - product) * ${g} / divisor`,
      'w = w - learningRate * nextShare / (1 - product * nextShare) * m / divisor',
    ],
  }),
  marks: { memory: ['m'], divisors: ['v', 'divisor'], hasRates: true },
  torch: { name: 'NAdam' },
  keras: {
    differs:
      'Keras’s Nadam warms beta 1 up at a fixed pace (momentum decay 1 instead of 0.004) and adds epsilon elsewhere',
  },
  shared: [{ symbol: 'Π', name: 'product of the first-moment shares' }],
  canQuicken: (state, { eps }: NadamValues) => canShrink(slotOf(nadam, state, 1), eps),
  fillState(state) {
    state[state.length - 1] = 1;
  },
  update(weights, gradient, state, learningRate, values: NadamValues, nextState, update) {
    const { beta1, beta2, eps, weightDecay, momentumDecay } = values;
    const sign = values.maximize ? -1 : 1;
    const isDecoupled = values.decoupledWeightDecay;
    const coupledDecay = isDecoupled ? 0 : weightDecay;
    const decoupledDecay = isDecoupled ? learningRate * weightDecay : 0;
    const dimension = weights.length;
    const t = state[0] + 1;
    const correction = biasCorrection(beta2, t);
    const share = beta1 * (1 - 0.5 * power(0.96, t * momentumDecay));
    const nextShare = beta1 * (1 - 0.5 * power(0.96, (t + 1) * momentumDecay));
    const product = state[1 + 2 * dimension] * share;
    const gradientRate = (learningRate * (1 - share)) / (1 - product);
    const momentRate = (learningRate * nextShare) / (1 - product * nextShare);
    nextState[0] = t;
    nextState[1 + 2 * dimension] = product;
    for (let i = 0; i < dimension; i++) {
      const g = sign * gradient[i] + coupledDecay * weights[i];
      const m = lerp(state[1 + i], g, 1 - beta1);
      const v = beta2 * state[1 + dimension + i] + (1 - beta2) * (g * g);
      const divisor = Math.sqrt(v / correction) + eps;
      nextState[1 + i] = m;
      nextState[1 + dimension + i] = v;
      update[i] = -decoupledDecay * weights[i] - (gradientRate * g) / divisor - (momentRate * m) / divisor;
    }
  },
};
