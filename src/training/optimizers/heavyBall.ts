// What descent with momentum does and has, whichever way it looks: the velocity of a heavy ball.
//   v = μ v + (1 − dampening) g, except that the first velocity is g itself;   w = w − learning rate × v
//   Nesterov: w = w − learning rate × (g + μ v), with the new v
// Sources: torch.optim.SGD; Polyak 1964; Nesterov 1983 in the form of Sutskever et al. 2013.

import type { NumberField } from '../field.ts';
import type { RuleMarks } from '../notation.ts';
import type { Optimizer, StateSlot } from '../optimizer.ts';

export type VelocityValues = {
  readonly momentum: number;
  readonly dampening: number;
  readonly weightDecay: number;
  readonly nesterov: boolean;
  readonly maximize: boolean;
};

export const dampeningField: NumberField = {
  kind: 'number',
  name: 'dampening',
  label: 'Dampening (share of the new gradient left out of the velocity)',
  default: 0,
  min: 0,
  max: 1,
  why: 'it is the share of each new gradient that is left out of the velocity',
};

const slots: readonly StateSlot[] = [{ symbol: 'v', name: 'velocity' }];
// The first step with momentum is another rule than the later ones, and momentum may be switched on in mid-run.
const shared: readonly StateSlot[] = [{ symbol: 'k', name: 'steps with momentum' }];

const marks: RuleMarks = { memory: ['v'], divisors: [], hasRates: false };

/** With a momentum of 1 the velocity forgets nothing, and the weights swing for ever. */
const canQuicken: Optimizer['canQuicken'] = (_state, { momentum }) => momentum === 1;

/** What all of them have. */
export const heavyBall = { family: 'basic', momentumField: 'momentum', slots, shared, marks, canQuicken } as const;

/** One step of weights, gradient and update of D numbers each; the state counts the steps, holds v, and those with momentum. */
export function step(
  weights: Float64Array,
  gradient: Float64Array,
  state: Float64Array,
  learningRate: number,
  momentum: number,
  dampening: number,
  weightDecay: number,
  nesterov: boolean,
  maximize: boolean,
  nextState: Float64Array,
  update: Float64Array,
): void {
  const dimension = weights.length;
  const sign = maximize ? -1 : 1;
  // How many steps with momentum there were.
  const last = 1 + dimension;
  nextState[0] = state[0] + 1;
  if (momentum === 0) {
    for (let i = 0; i < dimension; i++) {
      nextState[1 + i] = state[1 + i];
      update[i] = -learningRate * (sign * gradient[i] + weightDecay * weights[i]);
    }
    nextState[last] = state[last];
    return;
  }
  const isFirst = state[last] === 0;
  const share = 1 - dampening;
  for (let i = 0; i < dimension; i++) {
    const g = sign * gradient[i] + weightDecay * weights[i];
    const v = isFirst ? g : momentum * state[1 + i] + share * g;
    nextState[1 + i] = v;
    update[i] = -learningRate * (nesterov ? g + momentum * v : v);
  }
  nextState[last] = state[last] + 1;
}
