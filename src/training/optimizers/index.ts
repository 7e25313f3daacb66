// The optimizers by key. A key is also the value in links and the name in tests. The first six come first on the page.

import type { Optimizer } from '../optimizer.ts';
import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamax } from './adamax.ts';
import { adamw } from './adamw.ts';
import { lion } from './lion.ts';
import { momentum } from './momentum.ts';
import { nadam } from './nadam.ts';
import { nesterov } from './nesterov.ts';
import { radam } from './radam.ts';
import { rmsprop } from './rmsprop.ts';
import { rprop } from './rprop.ts';
import { sgd } from './sgd.ts';

export const optimizers = {
  sgd,
  momentum,
  nesterov,
  adagrad,
  rmsprop,
  adam,
  adadelta,
  adamw,
  adamax,
  nadam,
  radam,
  rprop,
  lion,
} as const satisfies Record<string, Optimizer>;

export type OptimizerId = keyof typeof optimizers;
