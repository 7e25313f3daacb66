// RAdam leaves Adam's divisor out until enough squared gradients have been seen to trust it, then phases it in:
//   ρ∞ = 2/(1 − β₂) − 1;   ρ = ρ∞ − 2 t β₂ᵗ/(1 − β₂ᵗ);   m̂ = m/(1 − β₁ᵗ)
//   ρ > 5: w = w − learning rate × r × m̂ × √(1 − β₂ᵗ)/(√v + ε), r = √((ρ − 4)(ρ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρ));   else w = w − learning rate × m̂
// Sources: torch.optim.RAdam; Liu et al. 2020, arXiv 1908.03265.

import { powerInteger } from '../elementary.ts';
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

type RadamValues = {
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  readonly decoupledWeightDecay: boolean;
  readonly maximize: boolean;
};

/** What ρ grows to: about the number of squared gradients that the mean remembers. */
const longestMemory = (beta2: number): number => 2 / (1 - beta2) - 1;

/** Above it the divisor is trusted. */
const trusted = 5;

export const radam: Optimizer = {
  title: 'RAdam',
  family: 'adaptive',
  equation: 'w = w − learning rate × m̂ at first, later × r / (√v̂ + ε)',
  source: 'torch.optim.RAdam (Liu et al. 2020)',
  defaultLearningRate: 1e-3,
  suggestedRate: 0.1,
  fields: [
    beta1Field(0.9),
    beta2Field(0.999),
    epsField(1e-8),
    weightDecayField(0),
    decoupledWeightDecayField,
    maximizeField,
  ],
  momentumField: 'beta1',
  slots: [firstMoment, secondMoment],
  canQuicken: (state, { beta2, eps }: RadamValues) =>
    longestMemory(beta2) > trusted && canShrink(slotOf(radam, state, 1), eps),
  formula: (_use, g) => ({
    state: [slotVariable('m', 0), slotVariable('v', 1)],
    scalars: [
      stepNumber,
      'rhoLimit = 2 / (1 - beta2) - 1',
      'rho = rhoLimit - 2 * t * beta2 ** t / (1 - beta2 ** t)',
      'ratio = rho > 5 ? (rho - 4) * (rho - 2) * rhoLimit / ((rhoLimit - 4) * (rhoLimit - 2) * rho) : 1',
    ],
    vectors: [
      nextFirstMoment(g),
      nextSecondMoment(g),
      'mHat = m / (1 - beta1 ** t)',
      'direction = rho > 5 ? sqrt(ratio * (1 - beta2 ** t)) * mHat / (sqrt(v) + eps) : mHat',
      'w = w - learningRate * direction',
    ],
  }),
  marks: { memory: ['m'], divisors: ['v'], hasRates: true },
  torch: { name: 'RAdam' },
  keras: { differs: 'Keras has no RAdam' },
  update(weights, gradient, state, learningRate, values: RadamValues, nextState, update) {
    const { beta1, beta2, eps, weightDecay } = values;
    const sign = values.maximize ? -1 : 1;
    const isDecoupled = values.decoupledWeightDecay;
    const coupledDecay = isDecoupled ? 0 : weightDecay;
    const decoupledDecay = isDecoupled ? learningRate * weightDecay : 0;
    const dimension = weights.length;
    const t = state[0] + 1;
    const rate = learningRate / biasCorrection(beta1, t);
    const power2 = powerInteger(beta2, t);
    const rhoLimit = longestMemory(beta2);
    const rho = rhoLimit - (2 * t * power2) / (1 - power2);
    const isRectified = rho > trusted;
    const rectification = isRectified
      ? Math.sqrt((((rho - 4) * (rho - 2) * rhoLimit) / ((rhoLimit - 4) * (rhoLimit - 2) * rho)) * (1 - power2))
      : 1;
    nextState[0] = t;
    for (let i = 0; i < dimension; i++) {
      const g = sign * gradient[i] + coupledDecay * weights[i];
      const m = lerp(state[1 + i], g, 1 - beta1);
      const v = beta2 * state[1 + dimension + i] + (1 - beta2) * (g * g);
      nextState[1 + i] = m;
      nextState[1 + dimension + i] = v;
      const step = isRectified ? (rate * rectification * m) / (Math.sqrt(v) + eps) : rate * m;
      update[i] = -decoupledDecay * weights[i] - step;
    }
  },
};
