// The update is memory and gradient, and what is said of the shares is so.

import { describe, expect, it } from 'vitest';
import { ruleOfConfiguration } from '../../export/scripts/ruleProgram.ts';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import { type OptimizerId, optimizers } from '../../training/optimizers/index.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { stepViews as german } from '../text/de/stepViews.ts';
import { stepViews as english } from '../text/en/stepViews.ts';
import { createFormats } from '../text/format.ts';
import { memoryWords } from './MemoryShare.tsx';
import { memoryShare } from './optimizerParts.ts';

function stepOf(optimizer: OptimizerId, steps: number) {
  const config = defaultConfig('line-fit', optimizer);
  const hyperparameters = defaultHyperparameters('line-fit', optimizer);
  const trainer = new Trainer();
  trainer.start(config);
  const { detail } = trainer.advance({
    steps,
    milliseconds: Number.POSITIVE_INFINITY,
    stepLimit: 1e9,
    hyperparameters,
  });
  return { detail, program: ruleOfConfiguration(config, 2, hyperparameters), hyperparameters };
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i], 0);

describe('the share of memory', () => {
  it('is with momentum what the gradient of this step leaves of the update', () => {
    for (const steps of [1, 5, 12, 20, 30]) {
      const { detail, program, hyperparameters } = stepOf('momentum', steps);
      const update = [...detail.update];
      const own = Array.from(detail.gradient, (entry) => -hyperparameters.learningRate * entry);
      const expected = 1 - dot(own, update) / dot(update, update);
      expect(memoryShare(program, detail)).toBeCloseTo(expected, 9);
    }
  });

  it('is not told at the first step, nor where nothing is remembered', () => {
    for (const optimizer of Object.keys(optimizers) as OptimizerId[]) {
      const { detail, program } = stepOf(optimizer, 0);
      expect(memoryShare(program, detail), optimizer).toBeNull();
    }
    // Plain descent keeps nothing; AdamW pulls at the weights themselves as well.
    for (const optimizer of ['sgd', 'adamw'] as const) {
      const { detail, program } = stepOf(optimizer, 5);
      expect(memoryShare(program, detail), optimizer).toBeNull();
    }
  });

  it('is said so that the two make one', () => {
    const say = (share: number): string => memoryWords(share, english, createFormats('en'));
    expect(say(0.834)).toBe('83% of the update is memory, 17% this gradient.');
    expect(say(1.2)).toBe('Memory alone is 120% of the update; this gradient takes 20% back.');
    expect(say(-0.3)).toBe('Memory takes 30% of the update back; this gradient is 130% of it.');
    expect(memoryWords(0.834, german, createFormats('de'))).toContain('sind Gedächtnis');
  });
});
