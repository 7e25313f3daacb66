// Rotated valley: least squares on two features made so that the Hessian is exactly 2 R diag(1, 1/condition) Rᵀ,
// R the rotation by the chosen angle.

import { rotate, sampleValley } from '../datasets/valley.ts';
import type { PairProblem } from '../problem.ts';
import { add, type Weights } from '../vector.ts';

const minimum: Weights = [0.8, 0.4];

export const rotatedValley: PairProblem = {
  title: 'Rotated valley',
  family: 'valley',
  formula: () => '(w1 x1 + w2 x2 − y)²',
  lesson:
    'Turning the valley and the start turns the path of gradient descent and changes nothing else; a method with a step size for each weight, such as Adam, takes another path, unless the turn is a right angle.',
  model: () => 'plane',
  loss: () => 'mse',
  fields: [
    { kind: 'number', name: 'condition', label: 'Condition number', default: 20, min: 1, max: 100, logarithmic: true },
    { kind: 'number', name: 'rotation', label: 'Rotation in degrees', default: 30, min: 0, max: 90 },
  ],
  defaults: { examples: 100, noise: 0.3, learningRate: 0.2, batchSize: 8 },
  noiseMeaning: () => 'standard deviation of the noise in the target',
  domain: () => ({ x: [-2.4, 4], y: [-2, 2.8] }),
  // The start turns with the valley, so that runs at two angles can be compared.
  start: ({ rotation }) => add(minimum, rotate([-1.3, 1.7], rotation as number)),
  generate: (count, noise, { condition, rotation }, random) =>
    sampleValley(
      count,
      { condition: condition as number, degrees: rotation as number, target: minimum },
      noise,
      random,
    ),
};
