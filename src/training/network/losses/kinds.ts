// What is known of each loss where nothing is computed, by key: its formula, what it fits, and what its outputs mean.

import type { LossKind } from '../networkLoss.ts';
import type { NetworkLossId } from './index.ts';

export const networkLossKinds: Readonly<Record<NetworkLossId, LossKind>> = {
  bce: {
    formula: '−y log s(p) − (1 − y) log(1 − s(p))',
    head: 'sigmoid',
    fits: (classes) => classes === 2,
    outputs: () => 1,
  },
  'cross-entropy': {
    formula: 'log(Σ exp(pₖ)) − p_y',
    head: 'softmax',
    fits: (classes) => classes >= 2,
    outputs: (classes) => classes,
  },
  mse: {
    formula: '(p − y)²',
    head: 'identity',
    fits: () => true,
    outputs: (classes) => (classes > 2 ? classes : 1),
  },
  'sigmoid-mse': {
    formula: '(s(p) − y)²',
    head: 'sigmoid',
    fits: (classes) => classes >= 2,
    outputs: (classes) => (classes > 2 ? classes : 1),
  },
  hinge: {
    formula: 'max(0, 1 − y p)',
    head: 'identity',
    fits: (classes) => classes === 2,
    outputs: () => 1,
  },
  huber: {
    formula: '½ (p − y)² up to |p − y| = 1, then |p − y| − ½',
    head: 'identity',
    fits: (classes) => classes === 0,
    outputs: () => 1,
  },
};
