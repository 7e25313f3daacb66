// What a worker answers is what the functions behind it say.

import { describe, expect, it } from 'vitest';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { Trainer } from '../run/trainer.ts';
import { largestStableRate, noiseFloor } from '../theory/noiseFloor.ts';
import { createTask, type TaskId, type TaskRequest, type TaskResult } from './tasks.ts';

const config: RunConfig = {
  ...{ problem: 'line-fit', settings: {}, examples: 100, noise: 0.5, seed: 7, start: [-1.8, 1.2] },
  ...{ optimizer: 'sgd', sampling: 'replacement', dropLast: false },
};
const hyperparameters: Hyperparameters = {
  ...{ learningRate: 0.1, batchSize: 8, optimizer: {} },
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
};

function answer<Id extends TaskId>(id: Id, request: TaskRequest<Id>): TaskResult<Id> {
  const task = createTask(id, request);
  return task.conclude(Array.from({ length: task.count }, (_, part) => task.compute(task.count - 1 - part)));
}

describe('a question', () => {
  it('about floors and limits', () => {
    const each = [hyperparameters, { ...hyperparameters, learningRate: 0.05 }];
    expect(answer('floors', { config, each })).toEqual(each.map((one) => noiseFloor(config, one)));
    const batchSizes = [1, 8, 100];
    const rates = batchSizes.map((batchSize) => largestStableRate(config, { ...hyperparameters, batchSize }));
    expect(answer('stableRates', { config, hyperparameters, batchSizes })).toEqual(rates);
    expect(answer('stableRates', { config: { ...config, optimizer: 'adam' }, hyperparameters, batchSizes })).toEqual(
      [],
    );
  });

  it('about losses, a target, and where runs stand', () => {
    const trainer = new Trainer();
    trainer.start(config);
    const weights = Float64Array.from([...config.start, 0.3, 0.2, 0.6, 0.4]);
    const losses = trainer.losses(weights);
    expect(answer('losses', { config, weights })).toEqual(losses);
    expect(answer('firstBelow', { config, weights, target: losses[1] })).toBe(1);
    expect(answer('firstBelow', { config, weights, target: -1 })).toBe(null);
    const { minimum, losses: known } = answer('standings', { config, weights, from: [[0.6, 0.4]] });
    expect(known).toEqual(losses);
    const lowest = trainer.losses(Float64Array.from(minimum ?? []))[0];
    expect(lowest).toBeLessThan(Math.min(...losses));
    const target = answer('usualTarget', { config });
    expect(target).toBeCloseTo(lowest + 0.1 * (losses[0] - lowest), 1);
  });

  it('that only two weights can answer is left open by a network', () => {
    const network: RunConfig = { ...config, problem: 'xor', start: [0, 0] };
    expect(answer('floors', { config: network, each: [hyperparameters] })).toEqual([null]);
    expect(answer('stableRates', { config: network, hyperparameters, batchSizes: [1] })).toEqual([]);
  });
});
