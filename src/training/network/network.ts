// A network's plan: which inputs, how many units in each hidden layer, how they bend, and which loss scores the outputs.
// a0 = inputs of an example; z = W a + b and a = f(z) for each hidden layer; outputs p = W a + b.

import type { Activation } from './activation.ts';
import { type ActivationId, activations } from './activations/index.ts';
import { type InputFeature, type InputId, inputFeatures } from './inputs.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type NetworkLossId, networkLosses } from './losses/index.ts';
import type { NetworkLoss } from './networkLoss.ts';

/** Plain data: it crosses to the worker. */
export interface NetworkSpec {
  /** Without repeats. */
  readonly inputs: readonly InputId[];
  /** Units of each hidden layer; none for a single layer from the inputs to the outputs. */
  readonly hidden: readonly number[];
  readonly activation: ActivationId;
  readonly loss: NetworkLossId;
  /** How many classes the data have, whose targets are then 0, 1, ...; 0 where targets are numbers. */
  readonly classes: number;
}

/** The same looked up and laid out. */
export interface Network {
  readonly spec: NetworkSpec;
  readonly layout: Layout;
  readonly inputs: readonly InputFeature[];
  readonly outputs: number;
  readonly activation: Activation;
  readonly loss: NetworkLoss;
}

/** @throws RangeError that says what is refused. */
export function networkOf(spec: NetworkSpec): Network {
  const inputs = spec.inputs.map((name) => known('input', name, inputFeatures));
  if (new Set(spec.inputs).size < inputs.length) throw new RangeError('An input is given to a network once.');
  const activation = known('activation', spec.activation, activations);
  const loss = known('loss', spec.loss, networkLosses);
  if (!loss.fits(spec.classes))
    throw new RangeError(`The loss ${spec.loss} does not fit ${classesInWords(spec.classes)}.`);
  const outputs = loss.outputs(spec.classes);
  const layout = layoutOf([inputs.length, ...spec.hidden, outputs]);
  return { spec, layout, inputs, outputs, activation, loss };
}

/**
 * The network as text, a line for each layer, the loss of an example last:
 * `z1 = W1 x + b1, a1 = tanh z1`, ..., `p = W2 a1 + b2`, `loss = (p − y)²`.
 */
export function formulaLines({ layout, activation, loss }: Network): readonly string[] {
  const lines = layout.layers.map((_, index) => {
    const layer = index + 1;
    const sum = `W${layer} ${index === 0 ? 'x' : `a${index}`} + b${layer}`;
    if (layer === layout.layers.length) return `p = ${sum}`;
    return `z${layer} = ${sum}, a${layer} = ${activation.formula.replace(/\bz\b/g, `z${layer}`)}`;
  });
  return [...lines, `loss = ${loss.formula}`];
}

const classesInWords = (classes: number): string => (classes === 0 ? 'targets that are numbers' : `${classes} classes`);

/** @throws RangeError for a name that the registry does not have. */
export function known<T>(kind: string, name: string, registry: Readonly<Record<string, T>>): T {
  if (!Object.hasOwn(registry, name)) throw new RangeError(`There is no ${kind} ${name}.`);
  return registry[name];
}
