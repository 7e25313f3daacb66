// What a network may be given of an example: its features and what can be made of them, unscaled, and one of them on another
// scale than the rest, as a feature in other units is.

import { sin } from '../elementary.ts';

export interface InputFeature {
  /** Whether it reads the second feature, which data on a line do not have. */
  readonly usesSecond: boolean;
  value(x1: number, x2: number): number;
}

/** By key, which is also the formula, the value in links, and the name on the page. */
export const inputFeatures = {
  x1: { usesSecond: false, value: (x1) => x1 },
  x2: { usesSecond: true, value: (_x1, x2) => x2 },
  'x1 x1': { usesSecond: false, value: (x1) => x1 * x1 },
  'x2 x2': { usesSecond: true, value: (_x1, x2) => x2 * x2 },
  'x1 x2': { usesSecond: true, value: (x1, x2) => x1 * x2 },
  'sin x1': { usesSecond: false, value: (x1) => sin(x1) },
  'sin x2': { usesSecond: true, value: (_x1, x2) => sin(x2) },
  '20 x2': { usesSecond: true, value: (_x1, x2) => 20 * x2 },
} as const satisfies Record<string, InputFeature>;

export type InputId = keyof typeof inputFeatures;

/** The same in the notation of code (see notation.ts). */
export const inputNotations: Readonly<Record<InputId, string>> = {
  x1: 'x1',
  x2: 'x2',
  'x1 x1': 'x1 ** 2',
  'x2 x2': 'x2 ** 2',
  'x1 x2': 'x1 * x2',
  'sin x1': 'sin(x1)',
  'sin x2': 'sin(x2)',
  '20 x2': '20 * x2',
};
