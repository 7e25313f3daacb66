// Stochastic gradient descent, with momentum (heavy ball) and Nesterov's variant:
//   v = μ v + (1 − dampening) g, except that the first velocity is g itself;   w = w − learning rate × v
//   Nesterov: w = w − learning rate × (g + μ v), with the new v
// Sources: torch.optim.SGD; Polyak 1964; Nesterov 1983 in the form of Sutskever et al. 2013.

import type { NumberField, SwitchField } from '../field.ts';
import type { Optimizer, StateSlot } from '../optimizer.ts';
import { maximizeField, momentumField, weightDecayField } from './fields.ts';

type SgdValues = {
  readonly momentum: number;
  readonly dampening: number;
  readonly weightDecay: number;
  readonly nesterov: boolean;
  readonly maximize: boolean;
};

const dampeningField: NumberField = {
  kind: 'number',
  name: 'dampening',
  label: 'Dampening (share of the new gradient left out of the velocity)',
  default: 0,
  min: 0,
  max: 1,
  why: 'it is the share of each new gradient that is left out of the velocity',
};

const nesterovField: SwitchField = { kind: 'switch', name: 'nesterov', label: 'Nesterov momentum', default: false };

const velocity: readonly StateSlot[] = [{ symbol: 'v', name: 'velocity' }];
// The first step with momentum is another rule than the later ones, and momentum may be switched on in mid-run.
const stepsWithMomentum: readonly StateSlot[] = [{ symbol: 'k', name: 'steps with momentum' }];

/** With a momentum of 1 the velocity forgets nothing, and the weights swing for ever. */
const canQuicken: Optimizer['canQuicken'] = (_state, { momentum }) => momentum === 1;

function step(
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

export const sgd: Optimizer = {
  title: 'SGD',
  equation: 'w = w − learning rate × v,  v = momentum × v + g',
  source: 'torch.optim.SGD',
  defaultLearningRate: 1e-3,
  fields: [momentumField(0), dampeningField, weightDecayField(0), nesterovField, maximizeField],
  momentumField: 'momentum',
  slots: velocity,
  shared: stepsWithMomentum,
  check({ nesterov, momentum, dampening }) {
    if (nesterov && !((momentum as number) > 0))
      throw new RangeError(
        'Nesterov needs a momentum above 0: without momentum there is no velocity to look ahead along.',
      );
    if (nesterov && dampening !== 0)
      throw new RangeError('Nesterov needs a dampening of 0: it looks ahead along the whole velocity.');
  },
  canQuicken,
  update(weights, gradient, state, learningRate, values: SgdValues, nextState, update) {
    const { momentum, dampening, weightDecay, nesterov, maximize } = values;
    step(
      weights,
      gradient,
      state,
      learningRate,
      momentum,
      dampening,
      weightDecay,
      nesterov,
      maximize,
      nextState,
      update,
    );
  },
};

export const momentum: Optimizer = {
  title: 'Momentum',
  equation: 'v = momentum × v + g,  w = w − learning rate × v',
  source: 'torch.optim.SGD with momentum (Polyak 1964)',
  defaultLearningRate: 1e-3,
  fields: [momentumField(0.9), dampeningField, weightDecayField(0), maximizeField],
  momentumField: 'momentum',
  slots: velocity,
  shared: stepsWithMomentum,
  canQuicken,
  update(weights, gradient, state, learningRate, values: SgdValues, nextState, update) {
    const { momentum, dampening, weightDecay, maximize } = values;
    step(weights, gradient, state, learningRate, momentum, dampening, weightDecay, false, maximize, nextState, update);
  },
};

export const nesterov: Optimizer = {
  title: 'Nesterov momentum',
  equation: 'v = momentum × v + g,  w = w − learning rate × (g + momentum × v)',
  source: 'torch.optim.SGD with nesterov=True (Sutskever et al. 2013)',
  defaultLearningRate: 1e-3,
  fields: [
    { ...momentumField(0.9), minOpen: true, why: 'without momentum there is no velocity to look ahead along' },
    weightDecayField(0),
    maximizeField,
  ],
  momentumField: 'momentum',
  slots: velocity,
  shared: stepsWithMomentum,
  canQuicken,
  update(weights, gradient, state, learningRate, values: SgdValues, nextState, update) {
    const { momentum, weightDecay, maximize } = values;
    step(weights, gradient, state, learningRate, momentum, 0, weightDecay, true, maximize, nextState, update);
  },
};
