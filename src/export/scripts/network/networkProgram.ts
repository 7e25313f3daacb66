// What a script has to compute of a network, the same for every language: its layers by the names that code gives them, its
// inputs and targets from the columns of the data, activation and loss in the notation of expression.ts, and the rule.

import type { ActivationCode } from '../../../training/network/activationCode.ts';
import { activationCodes } from '../../../training/network/activations/codes.ts';
import { inputNotations } from '../../../training/network/inputs.ts';
import type { NetworkLossCode } from '../../../training/network/lossCode.ts';
import { networkLossCodes } from '../../../training/network/losses/codes.ts';
import { type Network, networkOf } from '../../../training/network/network.ts';
import { resolveProblem } from '../../../training/run/configuration.ts';
import type { Hyperparameters, RunConfig } from '../../../training/run/run.ts';
import type { RunRecord } from '../../runRecord.ts';
import { type Assignment, type Expression, parseAssignment, parseExpression } from '../expression.ts';
import { type Kind, type RuleProgram, ruleOfConfiguration, ruleOfRecord } from '../ruleProgram.ts';

/** What code calls the parts of a layer: `W1`, `z1`, `a1`, `delta1`, `dW1`, ... */
export interface LayerNames {
  readonly weights: string;
  readonly biases: string;
  /** What the layer is given: `x`, or the value of the layer below. */
  readonly below: string;
  /** z = W below + b; of the last layer `prediction`. */
  readonly sum: string;
  /** a = f(z), or z itself where nothing bends. */
  readonly value: string;
  readonly delta: string;
  readonly byWeights: string;
  readonly byBiases: string;
  /** Its place in the vector of all weights and its sizes. */
  readonly place: Network['layout']['layers'][number];
  readonly isLast: boolean;
}

export interface NetworkProgram extends RuleProgram {
  readonly network: Network;
  readonly layers: readonly LayerNames[];
  readonly activation: ActivationCode;
  readonly loss: NetworkLossCode;
  /** The columns of the data that are used. */
  readonly columns: readonly ('x1' | 'x2' | 'y')[];
  /** Of x1 and x2. */
  readonly inputs: readonly Expression[];
  /** Of y: the example's number, or 1 where an output stands for its class and else 0. */
  readonly target: Expression;
  /** Whether y is the number of a class of which each has its own output. */
  readonly isOneHot: boolean;
  readonly head: Assignment | null;
  readonly lossValue: Expression;
  readonly byPrediction: Expression;
}

/** The network of a configuration; null where it has two weights. */
export function networkOfConfiguration(config: Pick<RunConfig, 'problem' | 'settings'>): Network | null {
  const { problem, settings } = resolveProblem(config);
  return problem.network === undefined ? null : networkOf(problem.network(settings));
}

/** The program of a recorded run of a network. */
export const networkProgramOf = (record: RunRecord): NetworkProgram =>
  networkProgram(theNetwork(record.config), ruleOfRecord(record));

/** The program of a network whose hyperparameters stay as they are. */
export function networkProgramOfConfiguration(config: RunConfig, hyperparameters: Hyperparameters): NetworkProgram {
  const network = theNetwork(config);
  return networkProgram(network, ruleOfConfiguration(config, network.layout.dimension, hyperparameters));
}

function theNetwork(config: RunConfig): Network {
  const network = networkOfConfiguration(config);
  if (network === null) throw new RangeError('This is a model of two weights, not a network.');
  return network;
}

function networkProgram(network: Network, rule: RuleProgram): NetworkProgram {
  const { spec, outputs } = network;
  const activation = activationCodes[spec.activation];
  const loss = networkLossCodes[spec.loss];
  const layers = namesOf(network, activation);
  const kinds = new Map<string, Kind>(rule.kinds);
  for (const name of ['x', 'y', 'x1', 'x2', 'z', 'a', 'prediction', 'probability', 'logProbability'])
    kinds.set(name, 'batch');
  for (const { sum, value, delta, weights, biases, byWeights, byBiases } of layers) {
    for (const name of [sum, value, delta]) kinds.set(name, 'batch');
    for (const name of [weights, biases, byWeights, byBiases]) kinds.set(name, 'vector');
  }
  return {
    ...rule,
    network,
    layers,
    activation,
    loss,
    columns: [...(['x1', 'x2'] as const).filter((name) => spec.inputs.some((input) => input.includes(name))), 'y'],
    inputs: spec.inputs.map((input) => parseExpression(inputNotations[input])),
    target: parseExpression(loss.target(spec.classes)),
    isOneHot: outputs > 1,
    head: loss.head === undefined ? null : parseAssignment(loss.head),
    lossValue: parseExpression(loss.value),
    byPrediction: parseExpression(loss.byPrediction(outputs)),
    kinds,
  };
}

function namesOf({ layout }: Network, activation: ActivationCode): LayerNames[] {
  const isBent = activation.value !== 'z';
  let below = 'x';
  return layout.layers.map((place, index) => {
    const number = index + 1;
    const isLast = number === layout.layers.length;
    const sum = isLast ? 'prediction' : `z${number}`;
    const value = isLast || !isBent ? sum : `a${number}`;
    const names = { weights: `W${number}`, biases: `b${number}`, below, sum, value, isLast, place };
    below = value;
    return { ...names, delta: `delta${number}`, byWeights: `dW${number}`, byBiases: `db${number}` };
  });
}

/** All weights by name, in PyTorch's order. */
export const weightNames = ({ layers }: NetworkProgram): readonly string[] =>
  layers.flatMap(({ weights, biases }) => [weights, biases]);

/** Their gradients. */
export const gradientNames = ({ layers }: NetworkProgram): readonly string[] =>
  layers.flatMap(({ byWeights, byBiases }) => [byWeights, byBiases]);

/** Whether the update is one line, w = w - learningRate * gradient, which is then written for each matrix by its name. */
export const isPlain = ({ state, scalars, vectors }: RuleProgram): boolean =>
  state.length === 0 && scalars.length === 0 && vectors.length === 1;
