// The simplest update there is, in every form that a script has (the rule itself: training/optimizers/optimizers.test.ts):
// weights minus learning rate times gradient, for two parameters in the same step. (0.5, -0.2, 1.0) with the gradient
// (0.1, -0.05, 0.2), and (0.2, 0.7) with (-0.03, 0.12).

import { execFileSync } from 'node:child_process';
import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import type { CodeLine, Listing } from '../listing.ts';
import { caseOf } from '../scriptCases.ts';
import { has, python, pythonEnvironment, recordOf } from '../scriptRunner.ts';
import { javascriptNetworkListing } from './javascriptNetwork.ts';
import { networkProgramOfConfiguration } from './networkProgram.ts';
import { numpyNetworkListing } from './numpyNetwork.ts';
import { sequentialListing, tensorsListing } from './pytorchNetwork.ts';
import { tapeListing } from './tensorflowNetwork.ts';
import { tfjsNetworkScript } from './tfjsNetwork.ts';

const first = [
  [0.5, -0.2, 1.0],
  [0.2, 0.7],
] as const;
const gradients = [
  [0.1, -0.05, 0.2],
  [-0.03, 0.12],
] as const;
const after = [0.499, -0.1995, 0.998, 0.2003, 0.6988];

const expectAfter = (found: readonly number[], digits = 15): void => {
  expect(found).toHaveLength(after.length);
  for (const [i, weight] of found.entries()) expect(weight).toBeCloseTo(after[i], digits);
};

// One layer: its matrix and its biases are the two parameters.
const plain = caseOf('the simplest update', 'circles', 'sgd', {
  config: { settings: { layers: [] } },
  first: { learningRate: 0.01 },
  steps: 1,
});
const program = networkProgramOfConfiguration(plain.config, plain.edits[0].hyperparameters);

const ofUpdate = ({ loop }: Listing): string =>
  withoutIndentation(loop.filter(({ phase }: CodeLine) => phase === 'update').map(({ text }) => text));

/** Lines of the loop as they stand outside it. */
function withoutIndentation(lines: readonly string[]): string {
  const indentation = /^ */.exec(lines[0])?.[0].length ?? 0;
  return lines.map((text) => text.slice(indentation)).join('\n');
}

const setupLines = ({ setup }: Listing, pattern: RegExp): string =>
  setup
    .map(({ text }) => text)
    .filter((text) => pattern.test(text))
    .join('\n');

const runPython = (lines: readonly string[]): number[] =>
  execFileSync(python, ['-c', lines.join('\n')], { encoding: 'utf8', env: pythonEnvironment })
    .trim()
    .split(' ')
    .map(Number);

describe.skipIf(!has.numpy)('NumPy', () => {
  it('its lines', () => {
    const listing = numpyNetworkListing(program);
    expect(ofUpdate(listing)).toBe('W1 = W1 - learning_rate * dW1\nb1 = b1 - learning_rate * db1');
    const data = `W1, b1, dW1, db1 = (np.array(values) for values in ${JSON.stringify([...first, ...gradients])})`;
    const print = 'print(*W1, *b1)';
    expectAfter(
      runPython(['import numpy as np', data, setupLines(listing, /^learning_rate/), ofUpdate(listing), print]),
    );
  });
});

describe.skipIf(!has.torch)('PyTorch', () => {
  const imports = ['import torch', 'torch.set_default_dtype(torch.float64)'];
  const data = [
    `weights = W1, b1 = [torch.tensor(values, requires_grad=True) for values in ${JSON.stringify(first)}]`,
    `W1.grad, b1.grad = (torch.tensor(values) for values in ${JSON.stringify(gradients)})`,
  ];
  const print = 'print(*W1.tolist(), *b1.tolist())';

  it('tensors alone', () => {
    const listing = tensorsListing(program);
    expect(ofUpdate(listing)).toContain('W1 -= learning_rate * W1.grad');
    expectAfter(runPython([...imports, ...data, setupLines(listing, /^learning_rate/), ofUpdate(listing), print]));
  });

  it('optimizer.step()', () => {
    const listing = sequentialListing(program);
    expect(ofUpdate(listing)).toBe('optimizer.step()');
    const model = ['class model:', '    parameters = staticmethod(lambda: weights)'];
    expectAfter(
      runPython([...imports, ...data, ...model, setupLines(listing, /^optimizer/), ofUpdate(listing), print]),
    );
  });
});

describe.skipIf(!has.tensorflow)('TensorFlow', () => {
  it('apply_gradients', () => {
    const listing = tapeListing(program);
    expect(ofUpdate(listing)).toBe('optimizer.apply_gradients(zip(gradients, weights))');
    const data = [
      `weights = W1, b1 = [tf.Variable(values, dtype=tf.float64) for values in ${JSON.stringify(first)}]`,
      `gradients = [tf.constant(values, dtype=tf.float64) for values in ${JSON.stringify(gradients)}]`,
    ];
    const print = 'print(*W1.numpy(), *b1.numpy())';
    expectAfter(
      runPython(['import tensorflow as tf', ...data, setupLines(listing, /^optimizer/), ofUpdate(listing), print]),
    );
  });
});

it('JavaScript', () => {
  const listing = javascriptNetworkListing(program);
  expect(ofUpdate(listing)).toContain('w[j] = w[j] - learningRate * gradients[i][j];');
  const weights = structuredClone(first);
  new Function('weights', 'gradients', `${setupLines(listing, /^const learningRate/)}\n${ofUpdate(listing)}`)(
    weights,
    gradients,
  );
  expectAfter(weights.flat());
});

it('TensorFlow.js', async () => {
  await tf.setBackend('cpu');
  const script = tfjsNetworkScript(recordOf(plain));
  const update = /^ *weights\.forEach\(.*?^ *\}\);$/ms.exec(script)?.[0] ?? '';
  expect(update).toContain('w.assign(w.sub(gradient.mul(learningRate)));');
  const weights = first.map((values) => tf.variable(tf.tensor1d([...values])));
  const tensors = gradients.map((values) => tf.tensor1d([...values]));
  new Function('weights', 'gradients', `const learningRate = 0.01;\n${update}`)(weights, tensors);
  expectAfter(
    weights.flatMap((w) => [...w.dataSync()]),
    6,
  );
});
