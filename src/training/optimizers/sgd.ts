// Stochastic gradient descent, with momentum and Nesterov's variant where they are switched on, see heavyBall.ts:
//   w = w − learning rate × g without momentum
// Source: torch.optim.SGD.

import type { SwitchField } from '../field.ts';
import type { Optimizer } from '../optimizer.ts';
import { maximizeField, momentumField, weightDecayField } from './fields.ts';
import { dampeningField, heavyBall, step, type VelocityValues } from './heavyBall.ts';
import { sgdPrograms } from './laterPrograms.ts';

const nesterovField: SwitchField = { kind: 'switch', name: 'nesterov', label: 'Nesterov momentum', default: false };

export const sgd: Optimizer = {
  title: 'SGD',
  ...heavyBall,
  equation: 'w = w − learning rate × v,  v = momentum × v + g',
  source: 'torch.optim.SGD',
  defaultLearningRate: 1e-3,
  suggestedRate: { share: 1 },
  fields: [momentumField(0), dampeningField, weightDecayField(0), nesterovField, maximizeField],
  formula: (use, g) => sgdPrograms[0].formula(use, g),
  linear: 'plain',
  torch: { name: 'SGD' },
  get keras() {
    return sgdPrograms[0].keras;
  },
  check({ nesterov, momentum, dampening }) {
    if (nesterov && !((momentum as number) > 0))
      throw new RangeError(
        'Nesterov needs a momentum above 0: without momentum there is no velocity to look ahead along.',
      );
    if (nesterov && dampening !== 0)
      throw new RangeError('Nesterov needs a dampening of 0: it looks ahead along the whole velocity.');
  },
  update(weights, gradient, state, learningRate, values: VelocityValues, nextState, update) {
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
