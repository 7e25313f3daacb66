// A problem for a network: points of one data set, and every choice of how the network is built and begins.

import type { ChoiceField, Field } from '../field.ts';
import type { activations } from '../network/activations/index.ts';
import { type Initial, initialFields, initialLabels } from '../network/initialFields.ts';
import { inputFeatures } from '../network/inputs.ts';
import { largest } from '../network/layout.ts';
import type { NetworkLossId } from '../network/losses/index.ts';
import { networkLossKinds } from '../network/losses/kinds.ts';
import { formulaLines, type NetworkSpec, networkOf } from '../network/network.ts';
import type { NetworkData, NoiseMoves } from '../network/networkData.ts';
import type { NetworkProblem, ProblemSettings } from '../problem.ts';

const choice = (
  name: string,
  label: string,
  labels: Readonly<Record<string, string>>,
  preset: string,
): ChoiceField => ({
  kind: 'choice',
  name,
  label,
  default: preset,
  choices: Object.entries(labels).map(([value, own]) => ({ value, label: own })),
});

const activationLabels = {
  tanh: 'tanh',
  relu: 'ReLU',
  'leaky-relu': 'Leaky ReLU',
  sigmoid: 'Sigmoid',
  softplus: 'Softplus',
  gelu: 'GELU',
  linear: 'Linear',
} as const satisfies Record<keyof typeof activations, string>;

const lossLabels = {
  bce: 'Cross-entropy of two classes',
  'cross-entropy': 'Cross-entropy',
  mse: 'Squared error',
  'sigmoid-mse': 'Squared error behind a sigmoid',
  hinge: 'Hinge',
  huber: 'Huber',
} as const satisfies Record<NetworkLossId, string>;

const noiseLabels = { points: 'Points', labels: 'Labels' } as const satisfies Record<NoiseMoves, string>;

export interface NetworkDefaults {
  readonly loss: NetworkLossId;
  readonly learningRate: number;
}

/** The problem of learning these points. `domain` reaches so far around the first weights. */
export function networkProblem(data: NetworkData, { loss, learningRate }: NetworkDefaults): NetworkProblem {
  const spec = (settings: ProblemSettings): NetworkSpec => specOf(data, settings);
  return {
    title: data.title,
    family: 'network',
    formula: (settings) => formulaLines(networkOf(spec(settings))).join(', '),
    lesson: data.lesson,
    fields: fieldsOf(data, loss),
    defaults: { ...data.defaults, learningRate, batchSize: 10 },
    noiseMeaning: (settings) => data.noiseMeaning[movesOf(data, settings)] ?? '',
    domain: () => ({ x: [-4, 4], y: [-4, 4] }),
    start: () => [0, 0],
    generate: (count, noise, settings, random) => data.sample(count, noise, movesOf(data, settings), random),
    network: spec,
    initial: ({ initial, spread, constant }) => ({ kind: initial, spread, constant }) as Initial,
    testShare: ({ testShare }) => testShare as number,
    data,
  };
}

const movesOf = ({ noiseMoves }: NetworkData, settings: ProblemSettings): NoiseMoves =>
  (settings.noiseMoves as NoiseMoves | undefined) ?? noiseMoves[0];

function specOf({ classes }: NetworkData, { layers, activation, inputs, loss }: ProblemSettings): NetworkSpec {
  const chosen = inputs as readonly string[];
  return {
    // In one order, whatever the order in which they were named.
    inputs: Object.keys(inputFeatures).filter((name) => chosen.includes(name)) as (keyof typeof inputFeatures)[],
    hidden: layers as readonly number[],
    activation: activation as keyof typeof activations,
    loss: loss as NetworkLossId,
    classes,
  };
}

function fieldsOf(data: NetworkData, loss: NetworkLossId): readonly Field[] {
  const features = Object.entries(inputFeatures).filter(([, { usesSecond }]) => data.features === 2 || !usesSecond);
  const fitting = Object.entries(networkLossKinds).filter(([, { fits }]) => fits(data.classes));
  const own = <Key extends string>(labels: Readonly<Record<Key, string>>, keys: readonly string[]) =>
    Object.fromEntries(Object.entries(labels).filter(([key]) => keys.includes(key))) as Record<string, string>;
  return [
    {
      kind: 'list',
      name: 'layers',
      label: 'Units of each hidden layer',
      default: [4, 2],
      min: 1,
      max: largest.unitsOfOnlyLayer,
      anyOrder: true,
      most: largest.hiddenLayers,
    },
    choice('activation', 'Activation', activationLabels, 'tanh'),
    choice('initial', 'First weights', initialLabels, 'torch'),
    initialFields.spread,
    initialFields.constant,
    {
      kind: 'set',
      name: 'inputs',
      label: 'Inputs',
      default: data.features === 2 ? ['x1', 'x2'] : ['x1'],
      choices: features.map(([value]) => ({ value, label: value })),
    },
    choice(
      'loss',
      'Loss',
      own(
        lossLabels,
        fitting.map(([key]) => key),
      ),
      loss,
    ),
    { kind: 'number', name: 'testShare', label: 'Share held out as a test', default: 0, min: 0, max: 0.5 },
    ...(data.noiseMoves.length > 1
      ? [choice('noiseMoves', 'Noise moves', own(noiseLabels, data.noiseMoves), data.noiseMoves[0])]
      : []),
  ];
}
