// Slices of the models that no page opens with: linear in the weights, or in known functions of one weight once the other
// is held.

import { cos, exp, sin, tanh } from '../../elementary.ts';
import { models } from '../../models/index.ts';
import type { SlicedModel } from './sliced.ts';

export const laterSlices: readonly SlicedModel[] = [
  [
    models.plane,
    {
      held: null,
      basis: (_held, { x1, x2 }, a, b) => {
        a.set(x1.subarray(0, a.length));
        b.set(x2.subarray(0, b.length));
      },
      c1: (w1) => w1,
      c2: (_w1, w2) => w2,
    },
  ],
  [
    models.product,
    {
      held: null,
      basis: (_held, { x1 }, a) => a.set(x1.subarray(0, a.length)),
      c1: (w1, w2) => w1 * w2,
      c2: () => 0,
    },
  ],
  [
    models['tanh-neuron'],
    {
      held: 'w1',
      basis: (w1, { count, x1 }, a) => {
        for (let i = 0; i < count; i++) a[i] = tanh(w1 * x1[i]);
      },
      c1: (_w1, w2) => w2,
      c2: () => 0,
    },
  ],
  [
    models.decay,
    {
      held: 'w2',
      basis: (w2, { count, x1 }, a) => {
        for (let i = 0; i < count; i++) a[i] = exp(-w2 * x1[i]);
      },
      c1: (w1) => w1,
      c2: () => 0,
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
      c1: (_w1, w2) => cos(w2),
      c2: (_w1, w2) => sin(w2),
    },
  ],
];
