import { describe, expect, it } from 'vitest';
import { networkObjective } from '../../training/objective/networkObjective.ts';
import { present } from '../../training/present.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { shownRow, unitNumbers } from './unitNumbers.ts';

const objective = networkObjective({
  inputs: ['x1', 'x2'],
  hidden: [3],
  activation: 'tanh',
  loss: 'bce',
  classes: 2,
});
const { layout } = objective.network;
const examples = {
  count: 3,
  x1: Float64Array.of(0.5, -1, 2),
  x2: Float64Array.of(1, 0, -2),
  y: Float64Array.of(1, 0, 1),
};
const weights = Float64Array.from({ length: objective.dimension }, (_, i) => Math.sin(i));
const inspection = objective.inspect(weights, examples, Int32Array.of(2, 0), 0, 2);

describe('the numbers of the units', () => {
  it('are those of one example', () => {
    const { values, deltas, isMean } = unitNumbers(inspection, 1, [{ from: 0, to: 2 }]);
    expect(values.map((column) => column.length)).toEqual([2, 3, 1]);
    expect(values[0]).toEqual([0.5, 1]);
    for (let unit = 0; unit < 3; unit++)
      expect(values[1][unit]).toBeCloseTo(
        Math.tanh(weights[2 * unit] * 0.5 + weights[2 * unit + 1] + weights[6 + unit]),
        14,
      );
    // The gradient of a bias is its unit's delta.
    expect(deltas[1]).toEqual([...inspection.exampleGradients.subarray(13 + 6, 13 + 9)]);
    expect(deltas[2]).toEqual([inspection.exampleGradients[13 + 12]]);
    expect(isMean).toBe(false);
  });

  it('are means, of deltas the gradients of the biases', () => {
    const { values, deltas, isMean } = unitNumbers(inspection, null, [{ from: 0, to: 2 }]);
    expect(values[0]).toEqual([1.25, -0.5]);
    for (const [layer, { biases, end }] of layout.layers.entries())
      for (let index = biases; index < end; index++)
        expect(deltas[layer + 1][index - biases]).toBeCloseTo(inspection.gradient[index], 15);
    expect(isMean).toBe(true);
  });
});

it('means of micro-batches count alike, whatever their size, as in the gradient', () => {
  const config: RunConfig = {
    ...{ problem: 'circles', settings: {}, examples: 22, noise: 0, seed: 3, start: [0, 0] },
    ...{ optimizer: 'sgd', sampling: 'reshuffle', dropLast: false },
  };
  const trainer = new Trainer();
  trainer.start(config);
  const { network, microBatches, gradient } = trainer.preview(0, {
    ...{ learningRate: 0.1, batchSize: 8, accumulate: 3, optimizer: {} },
    schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
  });
  expect(microBatches.map(({ from, to }) => to - from)).toEqual([8, 8, 6]);
  const { deltas } = unitNumbers(present(network ?? undefined), null, microBatches);
  // The bias of the output is the last of all.
  expect(deltas[3][0]).toBeCloseTo(gradient[gradient.length - 1], 15);
});

describe('the example that is shown', () => {
  const batch = Int32Array.of(7, 3, 9);
  it('is the one pointed at, then the one chosen, as far as they are in the batch', () => {
    expect(shownRow(batch, 3, 9)).toBe(1);
    expect(shownRow(batch, null, 9)).toBe(2);
    expect(shownRow(batch, 4, 9)).toBe(2);
    expect(shownRow(batch, null, 4)).toBeNull();
    expect(shownRow(batch, null, null)).toBeNull();
  });
});
