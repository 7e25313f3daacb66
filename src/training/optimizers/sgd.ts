// PLACEHOLDER: plain SGD until the whole family is written.
import type { Optimizer } from '../optimizer.ts';

export const sgd: Optimizer = {
  title: 'SGD',
  equation: 'w = w − learning rate × g',
  source: 'torch.optim.SGD',
  defaultLearningRate: 1e-3,
  fields: [],
  slots: [],
  initialState: () => new Float64Array(1),
  update(_weights, gradient, state, learningRate, _values, nextState, update) {
    nextState[0] = state[0]! + 1;
    update[0] = -learningRate * gradient[0]!;
    update[1] = -learningRate * gradient[1]!;
  },
};
