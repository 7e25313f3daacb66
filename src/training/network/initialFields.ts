// What the first weights of a network are chosen by: a kind, which initial.ts draws, and the numbers that some kinds take.

import type { Field } from '../field.ts';

/** By key, which is also the value in links. */
export const initialLabels = {
  torch: 'As PyTorch draws them (uniform)',
  xavier: 'Xavier',
  he: 'He',
  normal: 'Normal, with a spread',
  equal: 'All equal',
  zero: 'All 0',
} as const satisfies Record<string, string>;

export type InitialId = keyof typeof initialLabels;

export interface Amounts {
  /** Standard deviation of `normal`. */
  readonly spread: number;
  /** The value of every weight and bias with `equal`. */
  readonly constant: number;
}

export interface Initial extends Partial<Amounts> {
  readonly kind: InitialId;
}

/** The numbers that some kinds take, with their defaults. */
export const initialFields = {
  spread: { kind: 'number', name: 'spread', label: 'Spread', default: 1, min: 0, max: 10, minOpen: true },
  constant: { kind: 'number', name: 'constant', label: 'Every weight', default: 0.3, min: -10, max: 10 },
} as const satisfies Record<keyof Amounts, Field>;
