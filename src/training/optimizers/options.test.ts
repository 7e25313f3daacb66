import { expect, it } from 'vitest';
import type { FieldValues } from '../field.ts';
import type { OptimizerId } from './index.ts';
import { optimizers } from './index.ts';
import { optionsOn, shortLabel } from './options.ts';

it.each<[OptimizerId, FieldValues, string[]]>([
  ['sgd', {}, []],
  ['sgd', { momentum: 0.9 }, []],
  ['sgd', { momentum: 0.9, nesterov: true, maximize: true }, ['Nesterov momentum', 'Maximize']],
  ['sgd', { momentum: 0.9, dampening: 0.3, weightDecay: 0.1 }, ['Dampening', 'Weight decay']],
  ['rmsprop', { momentum: 0.9, centered: true }, ['Momentum', 'Centered']],
  ['adam', { weightDecay: 0.1, amsgrad: true }, ['Weight decay', 'AMSGrad']],
  ['adagrad', { learningRateDecay: 0.1 }, ['Learning rate decay']],
  ['adamw', { weightDecay: 0.1 }, []],
  ['lion', { weightDecay: 0.1 }, []],
])('%s with %j leaves out of its line: %j', (id, values, labels) => {
  const names = optionsOn(optimizers[id], (name) => values[name]).map(({ label }) => shortLabel(label));
  expect(new Set(names)).toEqual(new Set(labels));
});
