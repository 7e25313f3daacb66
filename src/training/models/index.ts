// The models by key. A key is also the value in links and the name in tests.

import type { Model } from '../model.ts';
import { line } from './line.ts';
import { location } from './location.ts';

export const models = {
  line,
  location,
} as const satisfies Record<string, Model>;

export type ModelId = keyof typeof models;
