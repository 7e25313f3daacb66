// A record must hold what the trainer did: every column, every batch, every argument, at every step.

import { describe, expect, it } from 'vitest';
import { withDefaults } from '../training/field.ts';
import { type OptimizerId, optimizers } from '../training/optimizers/index.ts';
import { pairLayout, stepColumn, stepColumns } from '../training/run/log.ts';
import { Trainer } from '../training/run/trainer.ts';
import { recordRun } from './runRecord.ts';
import { allCases, type Case, caseOf } from './scripts/scriptCases.ts';

function compareWithTrainer({ config, edits, steps }: Case): void {
  const record = recordRun(config, edits, steps);
  const trainer = new Trainer();
  const { examples } = trainer.start(config);
  expect(record.examples).toEqual(examples);
  let { hyperparameters } = edits[0];
  for (let step = 0; step < steps; step++) {
    hyperparameters = edits.find((edit) => edit.step === step)?.hyperparameters ?? hyperparameters;
    const detail = trainer.preview(step, hyperparameters);
    expect(record.batch(step)).toEqual(detail.batch);
    expect(record.optimizerValues[step]).toEqual(detail.optimizerValues);
    const reply = trainer.advance({
      steps: 1,
      milliseconds: Number.POSITIVE_INFINITY,
      stepLimit: steps,
      hyperparameters,
      beyondConvergence: true,
    });
    for (const name of stepColumns(pairLayout))
      expect(record.columns[name][step], `${name} of step ${step}`).toBe(stepColumn(reply.steps, name)[0]);
  }
  const last = trainer.preview(steps, hyperparameters);
  expect(record.count).toBe(steps);
  expect(record.finalWeights).toEqual([...last.weights]);
}

describe('a record holds what the trainer did', () => {
  it.each(allCases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    compareWithTrainer(one);
  });
});

it('gives batches in any order of asking', () => {
  const { config, edits, steps } = caseOf('', 'line-fit', 'sgd');
  const record = recordRun(config, edits, steps);
  const forward = Array.from({ length: steps }, (_, step) => [...record.batch(step)]);
  const backward = Array.from({ length: steps }, (_, i) => [...record.batch(steps - 1 - i)]).reverse();
  expect(backward).toEqual(forward);
});

it('keeps only the edits that acted, and says how long the run was', () => {
  const { config, edits } = caseOf('', 'line-fit', 'sgd', {
    later: { 5: { learningRate: 0.01 }, 20: { batchSize: 2 } },
  });
  const record = recordRun(config, edits, 20, 300);
  expect(record.edits.map(({ step }) => step)).toEqual([0, 5]);
  expect(record.total).toBe(300);
  expect(record.count).toBe(20);
});

it('ends where the weights would no longer be finite', () => {
  const { config, edits } = caseOf('', 'line-fit', 'sgd', { first: { learningRate: 1e60 } });
  const record = recordRun(config, edits, 100);
  expect(record.count).toBeGreaterThan(0);
  expect(record.count).toBeLessThan(100);
  for (const name of stepColumns(pairLayout)) expect(record.columns[name]).toHaveLength(record.count);
  expect(record.optimizerValues).toHaveLength(record.count);
  expect(record.finalWeights.every(Number.isFinite)).toBe(true);
});

it('holds every argument before the first step, too', () => {
  const { config, edits } = caseOf('', 'line-fit', 'adam');
  const record = recordRun(config, edits, 1);
  expect(record.optimizerValues[0]).toEqual(withDefaults(optimizers['adam' satisfies OptimizerId].fields, {}));
  expect(recordRun(config, edits, 0).finalWeights).toEqual(config.start);
});
