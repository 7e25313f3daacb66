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

const initialState = (): Float64Array => new Float64Array(4);

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
  const sign = maximize ? -1 : 1;
  const g1 = sign * gradient[0] + weightDecay * weights[0];
  const g2 = sign * gradient[1] + weightDecay * weights[1];
  nextState[0] = state[0] + 1;
  if (momentum === 0) {
    nextState[1] = state[1];
    nextState[2] = state[2];
    nextState[3] = state[3];
    update[0] = -learningRate * g1;
    update[1] = -learningRate * g2;
    return;
  }
  const isFirst = state[3] === 0;
  const share = 1 - dampening;
  const v1 = isFirst ? g1 : momentum * state[1] + share * g1;
  const v2 = isFirst ? g2 : momentum * state[2] + share * g2;
  nextState[1] = v1;
  nextState[2] = v2;
  nextState[3] = state[3] + 1;
  update[0] = -learningRate * (nesterov ? g1 + momentum * v1 : v1);
  update[1] = -learningRate * (nesterov ? g2 + momentum * v2 : v2);
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
  initialState,
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
  initialState,
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
  initialState,
  update(weights, gradient, state, learningRate, values: SgdValues, nextState, update) {
    const { momentum, weightDecay, maximize } = values;
    step(weights, gradient, state, learningRate, momentum, 0, weightDecay, true, maximize, nextState, update);
  },
};
