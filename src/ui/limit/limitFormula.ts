// The limit as a formula: (2 + 2 momentum) / ((1 + 2 momentum for Nesterov) (1 − dampening) (curvature + decay)), with no
// more in it than what acts, once in words and once with the present numbers.

import type { LinearRule } from '../../training/optimizers/linearRule.ts';

export interface FormulaTerms {
  readonly curvature: string;
  readonly momentum: string;
  readonly decay: string;
  readonly dampening: string;
}

export function limitFormula({ momentum, share, weightDecay, isNesterov }: LinearRule, terms: FormulaTerms): string {
  const curvature = weightDecay === 0 ? terms.curvature : `(${terms.curvature} + ${terms.decay})`;
  const factors = [
    ...(isNesterov && momentum > 0 ? [`(1 + 2 × ${terms.momentum})`] : []),
    ...(share < 1 ? [`(1 − ${terms.dampening})`] : []),
    curvature,
  ];
  const above = momentum > 0 ? `(2 + 2 × ${terms.momentum})` : '2';
  return `${above} / ${factors.length > 1 ? `(${factors.join(' × ')})` : factors[0]}`;
}
