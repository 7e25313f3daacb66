// How the names of a rule are written: a letter, perhaps with a mark over it or a small one beside it.

import type { Quantity } from '../../quantity.ts';

export interface RuleSymbol {
  readonly letter: string;
  readonly over?: string;
  readonly sub?: string;
  readonly sup?: string;
  readonly quantity?: Quantity;
}

export const ruleSymbols: Readonly<Record<string, RuleSymbol>> = {
  w: { letter: 'w', quantity: 'weights' },
  gradient: { letter: 'g', quantity: 'batch-gradient' },
  g: { letter: 'g', sup: '′' },
  learningRate: { letter: 'η', quantity: 'learning-rate' },
  rate: { letter: 'η', sub: 't' },
  step: { letter: 't' },
  momentum: { letter: 'μ' },
  dampening: { letter: 'τ' },
  weightDecay: { letter: 'λ' },
  learningRateDecay: { letter: 'δ' },
  momentumDecay: { letter: 'ψ' },
  beta1: { letter: 'β', sub: '1' },
  beta2: { letter: 'β', sub: '2' },
  eps: { letter: 'ε' },
  alpha: { letter: 'α' },
  rho: { letter: 'ρ' },
  rhoLimit: { letter: 'ρ', sub: '∞' },
  ratio: { letter: 'r' },
  velocitySteps: { letter: 'k' },
  meanGradient: { letter: 'g', over: '¯' },
  scaled: { letter: 'd' },
  delta: { letter: 'Δ' },
  direction: { letter: 'd' },
  divisor: { letter: 'd' },
  largest: { letter: 'v', sub: 'max' },
  mHat: { letter: 'm', over: '^' },
  vHat: { letter: 'v', over: '^' },
  share: { letter: 'μ', sub: 't' },
  nextShare: { letter: 'μ', sub: 't+1' },
  product: { letter: 'Π' },
  previous: { letter: 'g', sub: '−' },
  agreement: { letter: 'a' },
  stepSize: { letter: 'Δ' },
  etaPlus: { letter: 'η', sup: '+' },
  etaMinus: { letter: 'η', sup: '−' },
  stepMin: { letter: 'Δ', sub: 'min' },
  stepMax: { letter: 'Δ', sub: 'max' },
};

/** A name that has no entry is its own letter: m, v, s, u, b, t. */
export const symbolOf = (name: string): RuleSymbol => ruleSymbols[name] ?? { letter: name };
