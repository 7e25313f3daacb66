// The runs of networks that the tests of the scripts repeat: every optimizer, activation, loss, and input, no hidden layer
// and four, first weights that are 0, schedules, edits, and test points.

import type { FieldValues } from '../../../training/field.ts';
import { activations } from '../../../training/network/activations/index.ts';
import { inputFeatures } from '../../../training/network/inputs.ts';
import { networkLossKinds } from '../../../training/network/losses/kinds.ts';
import { type OptimizerId, optimizers } from '../../../training/optimizers/index.ts';
import { networkProblems } from '../../../training/problems/index.ts';
import { type Case, type CaseOptions, caseOf, gradientSettings, measuredData } from '../scriptCases.ts';

const network = (
  name: string,
  problem: keyof typeof networkProblems,
  settings: FieldValues,
  optimizer: OptimizerId = 'sgd',
  options: CaseOptions = {},
): Case =>
  caseOf(name, problem, optimizer, {
    steps: 25,
    ...options,
    config: { ...options.config, settings },
    first: { ...(optimizer === 'sgd' ? { learningRate: 0.1 } : {}), ...options.first },
  });

const small: FieldValues = { layers: [3, 2] };

const activationCases = Object.keys(activations).map((activation) =>
  network(activation, 'circles', { layers: [4, 3], activation }),
);

/** Every loss, on every kind of data that it fits. */
const lossCases = Object.entries(networkLossKinds).flatMap(([loss, { fits }]) =>
  (['xor', 'three-clusters', 'curve'] as const)
    .filter((problem) => fits(networkProblems[problem].data.classes))
    .map((problem) => network(`${loss} on ${problem}`, problem, { ...small, loss })),
);

const optimizerCases = (Object.keys(optimizers) as OptimizerId[]).map((optimizer) =>
  network(`a network with ${optimizer}`, 'moons', small, optimizer),
);

const shapeCases: readonly Case[] = [
  network('no hidden layer', 'xor', { layers: [] }),
  network('no hidden layer, three classes', 'three-clusters', { layers: [] }, 'adam'),
  network('four hidden layers', 'spirals', { layers: [3, 2, 4, 2] }),
  network('sixteen units', 'circles', { layers: [16] }),
  // One of them is large, and a small rate keeps single precision from growing apart.
  network('every input', 'xor', { ...small, inputs: Object.keys(inputFeatures) }, 'sgd', {
    first: { learningRate: 0.005 },
  }),
  network('one input, the second', 'xor', { ...small, inputs: ['x2'] }),
  network('all weights 0', 'circles', { ...small, initial: 'zero' }),
  network('all weights equal, leaky ReLU', 'circles', { ...small, activation: 'leaky-relu', initial: 'equal' }),
  network('softplus past 20', 'circles', {
    ...small,
    activation: 'softplus',
    initial: 'normal',
    spread: 9,
  }),
  network('away from the first weights', 'moons', small, 'sgd', { config: { start: [0.7, -0.4] } }),
  network('test points held out', 'circles', { ...small, testShare: 0.4 }),
  network('a batch of all examples', 'curve', small, 'momentum', { first: { batchSize: 30 } }),
];

const ruleCases: readonly Case[] = [
  network('a schedule', 'circles', small, 'sgd', { first: { schedule: { kind: 'cosine', values: { tMax: 15 } } } }),
  network('a schedule by epoch', 'circles', small, 'adam', {
    first: { schedule: { kind: 'exponential', unit: 'epoch', values: { gamma: 0.8 } } },
  }),
  network('weight decay', 'circles', small, 'sgd', { first: { optimizer: { weightDecay: 0.1 } } }),
  network('climbing', 'circles', small, 'adam', { first: { optimizer: { maximize: true } } }),
  network('the rate changed on the way', 'circles', small, 'momentum', { later: { 9: { learningRate: 0.02 } } }),
  network('momentum switched on', 'circles', small, 'sgd', {
    later: { 6: { optimizer: { momentum: 0.8, dampening: 0.2 } }, 14: { optimizer: { weightDecay: 0.1 } } },
  }),
  network('AMSGrad on the way', 'circles', small, 'adam', { later: { 8: { optimizer: { amsgrad: true } } } }),
];

const gradientCases = gradientSettings.flatMap(([name, options]) => [
  network(name, 'circles', small, 'sgd', { ...options, steps: 30 }),
  network(`${name}, Adam`, 'three-clusters', small, 'adam', { ...options, steps: 30 }),
]);

const ownCases = (
  [
    ['circles', measuredData(2, 2), {}],
    ['three-clusters', measuredData(2, 5), { testShare: 0.25 }],
    ['curve', measuredData(1, 0), {}],
    ['moons', measuredData(1, 2), { testShare: 0.25 }],
    ['curve', measuredData(2, 0), {}],
  ] as const
).map(([problem, data, more]) =>
  network(`own data on ${problem}, ${data.x[0].length} in`, problem, { ...small, ...more }, 'sgd', {
    config: { data, examples: 24 },
  }),
);

export const networkCases: readonly Case[] = [
  ...activationCases,
  ...lossCases,
  ...optimizerCases,
  ...shapeCases,
  ...ruleCases,
  ...gradientCases,
  ...ownCases,
];
