// A network's plan: which inputs, how many units in each hidden layer, how they bend, and which loss scores the outputs.
// a0 = inputs of an example; z = W a + b and a = f(z) for each hidden layer; outputs p = W a + b.

import { activationFormulas } from './activations/formulas.ts';
import type { ActivationId } from './activations/index.ts';
import { type InputFeature, type InputId, inputFeatures } from './inputs.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { NetworkLossId } from './losses/index.ts';
import { networkLossKinds } from './losses/kinds.ts';
import type { LossKind } from './networkLoss.ts';

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

/** The same laid out, without the arithmetic of its activation and its loss, see computed.ts. */
export interface Network {
  readonly spec: NetworkSpec;
  readonly layout: Layout;
  readonly inputs: readonly InputFeature[];
  readonly outputs: number;
  readonly lossKind: LossKind;
}

/** @throws RangeError that says what is refused. */
export function networkOf(spec: NetworkSpec): Network {
  const inputs = spec.inputs.map((name) => known('input', name, inputFeatures));
  if (new Set(spec.inputs).size < inputs.length) throw new RangeError('An input is given to a network once.');
  known('activation', spec.activation, activationFormulas);
  const lossKind = known('loss', spec.loss, networkLossKinds);
  if (!lossKind.fits(spec.classes))
    throw new RangeError(`The loss ${spec.loss} does not fit ${classesInWords(spec.classes)}.`);
  const outputs = lossKind.outputs(spec.classes);
  const layout = layoutOf([inputs.length, ...spec.hidden, outputs]);
  return { spec, layout, inputs, outputs, lossKind };
}

/**
 * The network as text, a line for each layer, the loss of an example last:
 * `z1 = W1 x + b1, a1 = tanh z1`, ..., `p = W2 a1 + b2`, `loss = (p − y)²`.
 */
export function formulaLines({ spec, layout, lossKind }: Network): readonly string[] {
  const lines = layout.layers.map((_, index) => {
    const layer = index + 1;
    const sum = `W${layer} ${index === 0 ? 'x' : `a${index}`} + b${layer}`;
    if (layer === layout.layers.length) return `p = ${sum}`;
    return `z${layer} = ${sum}, a${layer} = ${activationFormulas[spec.activation].replace(/\bz\b/g, `z${layer}`)}`;
  });
  return [...lines, `loss = ${lossKind.formula}`];
}

const classesInWords = (classes: number): string => (classes === 0 ? 'targets that are numbers' : `${classes} classes`);

/** @throws RangeError for a name that the registry does not have. */
export function known<T>(kind: string, name: string, registry: Readonly<Record<string, T>>): T {
  if (!Object.hasOwn(registry, name)) throw new RangeError(`There is no ${kind} ${name}.`);
  return registry[name];
}
