// The arguments that several schedules have in common. Lengths are counts of t: steps or epochs, as the page is set.

import type { NumberField } from '../field.ts';

const longest = 100_000;

/** A length of at least 1. */
export const lengthField = (name: string, label: string, preset: number, why: string): NumberField => ({
  kind: 'number',
  name,
  label,
  default: preset,
  min: 1,
  max: longest,
  integer: true,
  logarithmic: true,
  why,
});

export const totalItersField = (preset: number): NumberField =>
  lengthField('totalIters', 'Length', preset, 'it is the length over which the rate changes, and it is divided by');

export const gammaField = (preset: number): NumberField => ({
  kind: 'number',
  name: 'gamma',
  label: 'gamma (factor)',
  default: preset,
  min: 0,
  max: 2,
  why: 'it is a factor on the learning rate, which is never negative, and above 2 the rate explodes',
});

export const factorField = (name: string, label: string, preset: number): NumberField => ({
  kind: 'number',
  name,
  label,
  default: preset,
  min: 0,
  max: 1,
  why: 'it is a share of the base rate',
});

export const etaMinField: NumberField = {
  kind: 'number',
  name: 'etaMin',
  label: 'Rate at the end of the way',
  default: 0,
  min: 0,
  max: 10,
  logarithmic: true,
  smallest: 1e-6,
  why: 'a learning rate is never negative',
};

export const milestoneLimit = longest;
