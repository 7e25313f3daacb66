// Adam divides a running mean of the gradient by the root of a running mean of its square, both corrected for their start at 0:
//   m = β₁ m + (1 − β₁) g;   v = β₂ v + (1 − β₂) g²;   w = w − learning rate × m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
//   AMSGrad: the largest v so far, taken before the correction, stands for v
//   decoupled weight decay: w = (1 − learning rate × decay) w before the step, instead of g = g + decay × w
// Sources: torch.optim.Adam; Kingma, Ba 2015, arXiv 1412.6980; AMSGrad: Reddi, Kale, Kumar 2018, arXiv 1904.09237.

import type { SwitchField } from '../field.ts';
import { type RuleFormula, type RuleMarks, type RuleUse, slotVariable } from '../notation.ts';
import type { Optimizer, StateSlot } from '../optimizer.ts';
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

export type AdamValues = {
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  readonly amsgrad: boolean;
  readonly decoupledWeightDecay: boolean;
  readonly maximize: boolean;
};

export const amsgradField: SwitchField = {
  kind: 'switch',
  name: 'amsgrad',
  label: 'AMSGrad (the divisor never shrinks)',
  default: false,
};

export const adamSlots: readonly StateSlot[] = [
  firstMoment,
  secondMoment,
  { symbol: 'v̂', name: 'largest second moment (with AMSGrad)' },
];

/** Whether the divisor can still shrink: with AMSGrad only by what the correction of its start has left to do. */
export const canAdamQuicken = (
  optimizer: Optimizer,
  state: Float64Array,
  { amsgrad, beta2, eps }: AdamValues,
): boolean =>
  amsgrad ? state[0] > 0 && biasCorrection(beta2, state[0]) < 0.99 : canShrink(slotOf(optimizer, state, 1), eps);

/** The step that Adam and AdamW share. */
export function stepAdam(
  weights: Float64Array,
  gradient: Float64Array,
  state: Float64Array,
  learningRate: number,
  values: AdamValues,
  isDecoupled: boolean,
  nextState: Float64Array,
  update: Float64Array,
): void {
  const { beta1, beta2, eps, weightDecay, amsgrad } = values;
  const sign = values.maximize ? -1 : 1;
  const coupledDecay = isDecoupled ? 0 : weightDecay;
  const decoupledDecay = isDecoupled ? learningRate * weightDecay : 0;
  const dimension = weights.length;
  const [second, third] = [1 + dimension, 1 + 2 * dimension];
  const t = state[0] + 1;
  const rate = learningRate / biasCorrection(beta1, t);
  const rootCorrection = Math.sqrt(biasCorrection(beta2, t));
  nextState[0] = t;
  for (let i = 0; i < dimension; i++) {
    const g = sign * gradient[i] + coupledDecay * weights[i];
    const m = lerp(state[1 + i], g, 1 - beta1);
    const v = beta2 * state[second + i] + (1 - beta2) * (g * g);
    const largest = amsgrad ? Math.max(state[third + i], v) : state[third + i];
    const divisor = Math.sqrt(amsgrad ? largest : v) / rootCorrection + eps;
    nextState[1 + i] = m;
    nextState[second + i] = v;
    nextState[third + i] = largest;
    update[i] = -decoupledDecay * weights[i] - (rate * m) / divisor;
  }
}

/** The formula that Adam and AdamW share. */
export function adamFormula(use: RuleUse, g: string): RuleFormula {
  const hasLargest = use.some('amsgrad');
  return {
    state: [slotVariable('m', 0), slotVariable('v', 1), ...(hasLargest ? [slotVariable('largest', 2)] : [])],
    scalars: [stepNumber],
    vectors: [
      nextFirstMoment(g),
      nextSecondMoment(g),
      ...(hasLargest ? [`largest = ${use.choose('amsgrad', 'max(largest, v)', 'largest')}`] : []),
      'mHat = m / (1 - beta1 ** t)',
      `vHat = ${use.choose('amsgrad', 'largest', 'v')} / (1 - beta2 ** t)`,
      'w = w - learningRate * mHat / (sqrt(vHat) + eps)',
    ],
  };
}

export const adamMarks: RuleMarks = { memory: ['m'], divisors: ['v', 'largest', 'vHat'], hasRates: true };

export const adam: Optimizer = {
  title: 'Adam',
  family: 'adaptive',
  equation: 'w = w − learning rate × m̂ / (√v̂ + ε)',
  source: 'torch.optim.Adam (Kingma, Ba 2015)',
  defaultLearningRate: 1e-3,
  suggestedRate: 0.1,
  fields: [
    beta1Field(0.9),
    beta2Field(0.999),
    epsField(1e-8),
    weightDecayField(0),
    amsgradField,
    decoupledWeightDecayField,
    maximizeField,
  ],
  momentumField: 'beta1',
  slots: adamSlots,
  canQuicken: (state, values: AdamValues) => canAdamQuicken(adam, state, values),
  formula: adamFormula,
  marks: adamMarks,
  torch: {
    name: 'Adam',
    fixed: ['amsgrad', 'decoupledWeightDecay'],
    other: { field: 'decoupledWeightDecay', name: 'AdamW' },
  },
  keras: {
    differs:
      'Keras’s Adam adds epsilon before the bias correction, which makes it up to 1/√(1 − beta 2) times larger at first',
  },
  update(weights, gradient, state, learningRate, values: AdamValues, nextState, update) {
    stepAdam(weights, gradient, state, learningRate, values, values.decoupledWeightDecay, nextState, update);
  },
};
