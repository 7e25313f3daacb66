// The rate that is called the best is: with every other one that was tried the trainer ends no lower.

import { expect, it } from 'vitest';
import type { RunConfig } from '../../training/run/run.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { defaultConfig, defaultHyperparameters, defaultLearningRate } from '../defaults.ts';
import { bestRate, canTryRates, triedRates, triedSteps } from './bestRate.ts';
import { configOf, type Rival } from './contender.ts';
import { comparisonSet } from './sets.ts';

const usual = { config: defaultConfig('line-fit', 'sgd'), hyperparameters: defaultHyperparameters('line-fit', 'sgd') };

function lossAfter(config: RunConfig, rival: Rival, learningRate: number): number {
  const { hyperparameters } = rival;
  const trainer = new Trainer();
  trainer.start(configOf(rival, config));
  const limits = { steps: triedSteps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9 };
  const { end, detail } = trainer.advance({ ...limits, hyperparameters: { ...hyperparameters, learningRate } });
  return end === 'diverged' ? Number.POSITIVE_INFINITY : detail.fullLoss;
}

it.each(['valley', 'adaptive', 'optimizers', 'losses'] as const)('in the set %s each run has its best rate', (id) => {
  const { config, rivals } = comparisonSet(id, { ...usual, detail: null });
  for (const rival of rivals) {
    const best = lossAfter(config, rival, rival.hyperparameters.learningRate);
    const others = triedRates.map((rate) => lossAfter(config, rival, rate));
    expect(best, rival.optimizer).toBeLessThanOrEqual(Math.min(...others) * (1 + 1e-9));
  }
});

it('along a long valley momentum comes lower than plain descent, each at its best', () => {
  const { config, rivals } = comparisonSet('valley', { ...usual, detail: null });
  const [plain, momentum] = rivals.map((rival) => lossAfter(config, rival, rival.hyperparameters.learningRate));
  expect(momentum).toBeLessThan(plain);
});

it('a network has the usual rates', () => {
  const config = defaultConfig('circles', 'sgd');
  const hyperparameters = defaultHyperparameters('circles', 'sgd');
  expect(canTryRates(config, { hyperparameters })).toBe(false);
  expect(bestRate(config, { optimizer: 'adam', hyperparameters })).toBe(defaultLearningRate('circles', 'adam'));
});
