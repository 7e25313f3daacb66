// Gradient descent with Nesterov's momentum, which looks ahead along the velocity, see heavyBall.ts.
//   v = μ v + g;   w = w − learning rate × (g + μ v), with the new v
// Sources: torch.optim.SGD with nesterov=True; Nesterov 1983 in the form of Sutskever et al. 2013.

import type { Optimizer } from '../optimizer.ts';
import { maximizeField, momentumField, weightDecayField } from './fields.ts';
import { heavyBall, step, type VelocityValues } from './heavyBall.ts';
import { formulaOf, kerasOf } from './heavyBallProgram.ts';

export const nesterov: Optimizer = {
  title: 'Nesterov momentum',
  ...heavyBall,
  equation: 'v = momentum × v + g,  w = w − learning rate × (g + momentum × v)',
  source: 'torch.optim.SGD with nesterov=True (Sutskever et al. 2013)',
  defaultLearningRate: 1e-3,
  suggestedRate: { share: 0.25 },
  fields: [
    { ...momentumField(0.9), minOpen: true, why: 'without momentum there is no velocity to look ahead along' },
    weightDecayField(0),
    maximizeField,
  ],
  formula: (use, g) => formulaOf(use, g, 'always'),
  linear: 'ahead',
  torch: { name: 'SGD', extra: ['nesterov=True'] },
  keras: kerasOf(
    'the velocity of Keras’s SGD holds the learning rate, so a change of rate acts on past gradients too',
    true,
  ),
  update(weights, gradient, state, learningRate, values: VelocityValues, nextState, update) {
    const { momentum, weightDecay, maximize } = values;
    step(weights, gradient, state, learningRate, momentum, 0, weightDecay, true, maximize, nextState, update);
  },
};
