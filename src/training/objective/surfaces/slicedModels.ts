// Slices of the models: linear in the weights, or in known functions of one weight once the other is held.

import { cos, exp, sin, tanh } from '../../elementary.ts';
import { models } from '../../models/index.ts';
import type { SlicedModel } from './sliced.ts';

export const slicedModels: readonly SlicedModel[] = [
  [
    models.plane,
    {
      held: null,
      basis: (_held, { count, x1, x2 }, a, b) => {
        a.set(x1.subarray(0, count));
        b.set(x2.subarray(0, count));
      },
      coefficients: (w1, w2, c1, c2) => {
        c1.set(w1);
        c2.fill(w2);
      },
    },
  ],
  [
    models.product,
    {
      held: null,
      basis: (_held, { count, x1 }, a) => a.set(x1.subarray(0, count)),
      coefficients: (w1, w2, c1) => {
        for (let i = 0; i < w1.length; i++) c1[i] = w1[i] * w2;
      },
    },
  ],
  [
    models['tanh-neuron'],
    {
      held: 'w1',
      basis: (w1, { count, x1 }, a) => {
        for (let i = 0; i < count; i++) a[i] = tanh(w1 * x1[i]);
      },
      coefficients: (_w1, w2, c1) => c1.fill(w2),
    },
  ],
  [
    models.decay,
    {
      held: 'w2',
      basis: (w2, { count, x1 }, a) => {
        for (let i = 0; i < count; i++) a[i] = exp(-w2 * x1[i]);
      },
      coefficients: (w1, _w2, c1) => c1.set(w1),
    },
  ],
  [
    models.sine,
    {
      // sin(w1 x + w2) = sin(w1 x) cos w2 + cos(w1 x) sin w2
      held: 'w1',
      basis: (w1, { count, x1 }, a, b) => {
        for (let i = 0; i < count; i++) {
          a[i] = sin(w1 * x1[i]);
          b[i] = cos(w1 * x1[i]);
        }
      },
      coefficients: (_w1, w2, c1, c2) => {
        c1.fill(cos(w2));
        c2.fill(sin(w2));
      },
    },
  ],
];
