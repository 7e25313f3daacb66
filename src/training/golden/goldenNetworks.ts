// Runs of networks whose every number is known: 600 steps each, every activation, loss, data set, and random way to begin
// among them. A hash of all weights and losses stands for the numbers; goldenNetworks.json keeps the hashes, and the tests
// compare them in Node and in every browser at hand.

import { dataStream, epochOrder } from '../batches.ts';
import { type FieldValues, withDefaults } from '../field.ts';
import { hashNumbers } from '../hash.ts';
import { type NetworkDataId, networkDatasets } from '../network/datasets/index.ts';
import { initialWeights } from '../network/initial.ts';
import type { Initial } from '../network/initialFields.ts';
import type { NetworkSpec } from '../network/network.ts';
import { networkObjective } from '../objective/networkObjective.ts';
import { initialState, type Optimizer } from '../optimizer.ts';
import { type OptimizerId, optimizers } from '../optimizers/index.ts';
import { Random } from '../random.ts';
import type { Vector } from '../vector.ts';

const stepCount = 600;
const examples = 120;
const seed = 1;

export interface GoldenNetwork {
  /** Unique; the key in goldenNetworks.json. */
  readonly name: string;
  /** One ulp in the largest first weight grows to more than a thousandth in some weight. */
  readonly isChaotic: boolean;
  readonly data: NetworkDataId;
  readonly noise: number;
  readonly network: Omit<NetworkSpec, 'classes'>;
  readonly initial: Initial;
  readonly optimizer: OptimizerId;
  readonly values: FieldValues;
  readonly learningRate: number;
  readonly batchSize: number;
}

const torch: Initial = { kind: 'torch' };
const both = ['x1', 'x2'] as const;

export const goldenNetworks: readonly GoldenNetwork[] = [
  {
    name: 'tanh, cross-entropy of two classes, plain descent',
    isChaotic: false,
    data: 'circles',
    noise: 0.2,
    network: { inputs: both, hidden: [4, 2], activation: 'tanh', loss: 'bce' },
    initial: torch,
    optimizer: 'sgd',
    values: {},
    learningRate: 0.1,
    batchSize: 10,
  },
  {
    name: 'tanh, squared error, all examples at a rate beyond the edge of stability',
    isChaotic: true,
    data: 'circles',
    noise: 0,
    network: { inputs: both, hidden: [16], activation: 'tanh', loss: 'mse' },
    initial: torch,
    optimizer: 'sgd',
    values: {},
    learningRate: 0.25,
    batchSize: examples,
  },
  {
    name: 'ReLU, three layers, Adam',
    isChaotic: false,
    data: 'spirals',
    noise: 0.1,
    network: { inputs: both, hidden: [8, 8, 8], activation: 'relu', loss: 'bce' },
    initial: { kind: 'he' },
    optimizer: 'adam',
    values: {},
    learningRate: 0.02,
    batchSize: 16,
  },
  {
    name: 'leaky ReLU, hinge, momentum',
    isChaotic: false,
    data: 'moons',
    noise: 0.15,
    network: { inputs: both, hidden: [6], activation: 'leaky-relu', loss: 'hinge' },
    initial: { kind: 'xavier' },
    optimizer: 'momentum',
    values: {},
    learningRate: 0.02,
    batchSize: 7,
  },
  {
    name: 'sigmoid, squared error behind a sigmoid, Nesterov momentum',
    isChaotic: false,
    data: 'xor',
    noise: 0.05,
    network: { inputs: [...both, 'x1 x2'], hidden: [3], activation: 'sigmoid', loss: 'sigmoid-mse' },
    initial: { kind: 'normal', spread: 0.7 },
    optimizer: 'nesterov',
    values: { momentum: 0.8 },
    learningRate: 0.5,
    batchSize: 1,
  },
  {
    name: 'softplus, Huber, RMSprop',
    isChaotic: false,
    data: 'curve',
    noise: 0.1,
    network: { inputs: ['x1', 'sin x1'], hidden: [6], activation: 'softplus', loss: 'huber' },
    initial: torch,
    optimizer: 'rmsprop',
    values: {},
    learningRate: 0.01,
    batchSize: 12,
  },
  {
    name: 'GELU, cross-entropy of three classes, AdamW',
    isChaotic: false,
    data: 'three-clusters',
    noise: 0.1,
    network: {
      inputs: [...both, 'x1 x1', 'x2 x2', 'sin x2'],
      hidden: [5, 4],
      activation: 'gelu',
      loss: 'cross-entropy',
    },
    initial: { kind: 'he' },
    optimizer: 'adamw',
    values: { weightDecay: 0.05 },
    learningRate: 0.01,
    batchSize: 20,
  },
  {
    name: 'linear units, squared error of three classes, Adagrad',
    isChaotic: false,
    data: 'three-clusters',
    noise: 0.3,
    network: { inputs: both, hidden: [3], activation: 'linear', loss: 'mse' },
    initial: torch,
    optimizer: 'adagrad',
    values: {},
    learningRate: 0.1,
    batchSize: 7,
  },
  {
    name: 'tanh, one input on another scale, Adam',
    isChaotic: false,
    data: 'circles',
    noise: 0.1,
    network: { inputs: ['x1', '20 x2'], hidden: [4], activation: 'tanh', loss: 'bce' },
    initial: torch,
    optimizer: 'adam',
    values: {},
    learningRate: 0.01,
    batchSize: 20,
  },
];

/**
 * All weights before each step and after the last, each time followed by the mean loss of the step's batch (at the end of
 * all examples). `nudge`, when given, changes the first weights.
 */
export function takeGoldenNetwork(run: GoldenNetwork, nudge?: (weights: Vector) => void): Float64Array {
  const data = networkDatasets[run.data];
  const points = data.sample(examples, run.noise, data.noiseMoves[0], new Random(seed, dataStream));
  const objective = networkObjective({ ...run.network, classes: data.classes });
  const optimizer: Optimizer = optimizers[run.optimizer];
  const values = withDefaults(optimizer.fields, run.values);
  const { dimension } = objective;
  const weights = initialWeights(objective.network, run.initial, seed);
  nudge?.(weights);
  const [gradient, update] = [weights.slice(), weights.slice()];
  let state = initialState(optimizer, dimension, values, run.learningRate);
  let nextState: Float64Array = state.slice();
  const all = new Float64Array((stepCount + 1) * (dimension + 1));
  const order = new Int32Array(examples);
  let [epoch, offset] = [0, 0];
  for (let step = 0; step < stepCount; step++) {
    if (offset === 0) epochOrder(seed, 'reshuffle', epoch, order);
    const end = Math.min(offset + run.batchSize, examples);
    const loss = objective.sum(weights, points, order, offset, end, gradient) / (end - offset);
    for (let i = 0; i < dimension; i++) gradient[i] /= end - offset;
    all.set(weights, step * (dimension + 1));
    all[step * (dimension + 1) + dimension] = loss;
    optimizer.update(weights, gradient, state, run.learningRate, values, nextState, update);
    [state, nextState] = [nextState, state];
    for (let i = 0; i < dimension; i++) weights[i] += update[i];
    [epoch, offset] = end === examples ? [epoch + 1, 0] : [epoch, end];
  }
  all.set(weights, stepCount * (dimension + 1));
  all[all.length - 1] = objective.meanLoss(weights, points);
  return all;
}

/** The hash of every number of every step. */
export const goldenNetworkHash = (run: GoldenNetwork): string => hashNumbers(takeGoldenNetwork(run));
