// Gradient descent with momentum, the heavy ball, see heavyBall.ts.
//   v = μ v + (1 − dampening) g;   w = w − learning rate × v
// Sources: torch.optim.SGD with momentum; Polyak 1964.

import type { Optimizer } from '../optimizer.ts';
import { maximizeField, momentumField, weightDecayField } from './fields.ts';
import { dampeningField, heavyBall, step, type VelocityValues } from './heavyBall.ts';
import { formulaOf, kerasDampening, kerasOf } from './heavyBallProgram.ts';

export const momentum: Optimizer = {
  title: 'Momentum',
  ...heavyBall,
  equation: 'v = momentum × v + g,  w = w − learning rate × v',
  source: 'torch.optim.SGD with momentum (Polyak 1964)',
  defaultLearningRate: 1e-3,
  suggestedRate: { share: 0.25 },
  fields: [momentumField(0.9), dampeningField, weightDecayField(0), maximizeField],
  formula: (use, g) => formulaOf(use, g, 'never'),
  linear: 'plain',
  torch: { name: 'SGD' },
  keras: kerasOf(kerasDampening, false),
  update(weights, gradient, state, learningRate, values: VelocityValues, nextState, update) {
    const { momentum, dampening, weightDecay, maximize } = values;
    step(weights, gradient, state, learningRate, momentum, dampening, weightDecay, false, maximize, nextState, update);
  },
};
