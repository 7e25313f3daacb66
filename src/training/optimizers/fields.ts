// The arguments that several optimizers have in common. Names and ranges are torch.optim's, in this project's spelling.
// Where torch sets no upper end, the range ends far above any value in use.

import type { NumberField, SwitchField } from '../field.ts';
import type { StateSlot } from '../optimizer.ts';

export const maximizeField: SwitchField = {
  kind: 'switch',
  name: 'maximize',
  label: 'Maximize (climb instead of descend)',
  default: false,
};

export const decoupledWeightDecayField: SwitchField = {
  kind: 'switch',
  name: 'decoupledWeightDecay',
  label: 'Decoupled weight decay (as in AdamW)',
  default: false,
};

export const weightDecayField = (preset: number): NumberField => ({
  kind: 'number',
  name: 'weightDecay',
  label: 'Weight decay',
  default: preset,
  min: 0,
  max: 10,
  logarithmic: true,
  smallest: 1e-6,
  why: 'a negative decay would push the weights away from zero, and a large one alone makes them diverge',
});

export const epsField = (preset: number): NumberField => ({
  kind: 'number',
  name: 'eps',
  label: 'Epsilon (keeps the divisor above zero)',
  default: preset,
  min: 0,
  max: 1,
  logarithmic: true,
  smallest: 1e-16,
  why: 'it is a small amount added to a divisor that is never negative',
});

const betaField = (name: string, label: string, preset: number): NumberField => ({
  kind: 'number',
  name,
  label,
  default: preset,
  min: 0,
  max: 1,
  maxOpen: true,
  why: 'it is the share of the past in a running average, and at 1 no new gradient would ever enter',
});

export const beta1Field = (preset: number): NumberField => betaField('beta1', 'beta 1 (first moment)', preset);
export const beta2Field = (preset: number): NumberField => betaField('beta2', 'beta 2 (second moment)', preset);

export const momentumField = (preset: number): NumberField => ({
  kind: 'number',
  name: 'momentum',
  label: 'Momentum',
  default: preset,
  min: 0,
  max: 1,
  why: 'it is the share of the velocity kept from one step to the next',
});

export const firstMoment: StateSlot = { symbol: 'm', name: 'first moment' };
export const secondMoment: StateSlot = { symbol: 'v', name: 'second moment' };
