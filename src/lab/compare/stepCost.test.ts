import { describe, expect, it } from 'vitest';
import type { Hyperparameters } from '../../training/run/run.ts';
import { defaultHyperparameters } from '../defaults.ts';
import { type Clock, clocks, type Hardware } from './clock.ts';
import { elapsedAt, stepsWithin } from './stepCost.ts';

const hardware: Hardware = { overhead: 20, parallelWidth: 32 };
const initial = defaultHyperparameters('line-fit', 'sgd');
const withSize = (batchSize: number): Hyperparameters => ({ ...initial, learningRate: 1e-3, batchSize });
const settingOf = (clock: Clock, examples: number) => ({ clock, hardware, epochExamples: examples });

describe('runs of other batch sizes', () => {
  const cutting = { examples: 100, dropLast: false };
  const editsOf = (size: number) => [{ step: 0, hyperparameters: withSize(size) }];

  it('meet after whole epochs', () => {
    const setting = settingOf('epoch', 100);
    for (const [size, perEpoch] of [
      [1, 100],
      [3, 34],
      [8, 13],
      [100, 1],
    ] as const) {
      expect(stepsWithin(editsOf(size), cutting, 3, setting, 1e6)).toBe(3 * perEpoch);
      expect(elapsedAt(editsOf(size), cutting, 3 * perEpoch, setting)).toBe(3);
    }
  });

  it('never run ahead of the clock, and are never a whole step behind', () => {
    for (const clock of clocks)
      for (const size of [1, 7, 64, 100])
        for (const target of [0, 0.3, 1, 17, 250.5]) {
          const setting = settingOf(clock, 100);
          const steps = stepsWithin(editsOf(size), cutting, target, setting, 1e6);
          expect(elapsedAt(editsOf(size), cutting, steps, setting)).toBeLessThanOrEqual(target * (1 + 1e-9));
          expect(elapsedAt(editsOf(size), cutting, steps + 1, setting)).toBeGreaterThan(target);
        }
  });

  it('stop at their limit', () => {
    expect(stepsWithin(editsOf(1), cutting, 1e6, settingOf('example', 100), 700)).toBe(700);
  });
});
