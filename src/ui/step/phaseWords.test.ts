// The sentences of slow motion, and the notes on the rules, are held against the numbers of steps.

import { describe, expect, it } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import { ruleStabilityLimit } from '../../lab/stability.ts';
import { phases } from '../../lab/store.ts';
import { samplings } from '../../training/batches.ts';
import { type FieldValues, withDefaults } from '../../training/field.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { type OptimizerId, optimizers } from '../../training/optimizers/index.ts';
import { type ProblemId, problems } from '../../training/problems/index.ts';
import type { Hyperparameters, RunConfig } from '../../training/run/run.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { stepViews as deutsch } from '../text/de/stepViews.ts';
import { stepViews } from '../text/en/stepViews.ts';
import { createFormats } from '../text/format.ts';
import { german } from '../text/german.ts';
import { type PhaseWords, phaseSentence } from './phaseWords.ts';

const english: PhaseWords = { step: stepViews, format: createFormats('en'), word: (said) => said };
const inGerman: PhaseWords = {
  step: deutsch,
  format: createFormats('de'),
  word: (said) => german.registry[said] ?? said,
};

function shownAt(
  step: number,
  problem: ProblemId,
  optimizer: OptimizerId,
  change: Partial<Hyperparameters> = {},
  other: Partial<RunConfig> = {},
) {
  const config = { ...defaultConfig(problem, optimizer), ...other };
  const trainer = new Trainer();
  trainer.start(config);
  const hyperparameters = { ...defaultHyperparameters(problem, optimizer), ...change };
  const limits = { steps: step, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, beyondConvergence: true };
  return { config, detail: trainer.advance({ ...limits, hyperparameters }).detail };
}

describe.each([
  ['English', english],
  ['German', inGerman],
] as const)('in %s', (_language, words) => {
  it('every phase of every rule and sampling is told without a gap', () => {
    for (const optimizer of Object.keys(optimizers) as OptimizerId[])
      for (const sampling of samplings)
        for (const batchSize of [1, 8, 100]) {
          const shown = shownAt(2, 'line-fit', optimizer, { batchSize }, { sampling });
          for (const phase of phases) expect(phaseSentence(phase, words, shown)).not.toMatch(/undefined|NaN|—/);
        }
  });
});

it('the batch is all examples only where it holds them all', () => {
  for (const sampling of samplings) {
    const shown = shownAt(1, 'line-fit', 'sgd', { batchSize: 100 }, { sampling });
    const isWhole = new Set(shown.detail.batch).size === 100;
    expect(phaseSentence('sample', english, shown).includes('all 100')).toBe(isWhole);
    expect(phaseSentence('sample', inGerman, shown).includes('alle 100')).toBe(isWhole);
    expect(phaseSentence('sample', english, shown).includes('with replacement')).toBe(sampling === 'replacement');
  }
});

it('the update is made of what it depends on', () => {
  const told = (
    step: number,
    optimizer: OptimizerId,
    values: FieldValues = {},
    change: Partial<Hyperparameters> = {},
  ): string => phaseSentence('update', english, shownAt(step, 'line-fit', optimizer, { optimizer: values, ...change }));
  expect(told(5, 'sgd')).toMatch(/^From the gradient SGD makes/);
  expect(told(5, 'sgd', { weightDecay: 0.1 })).toMatch(/^From the gradient and the decay SGD makes/);
  expect(told(0, 'sgd', {}, { clipNorm: 0.1 })).toMatch(/^From the clipped gradient SGD makes/);
  expect(told(5, 'sgd', {}, { forgetZeroGrad: true })).toMatch(/^From the gradient and what it remembers SGD makes/);
  expect(told(0, 'momentum')).toMatch(/^From the gradient Momentum makes/);
  expect(told(5, 'momentum')).toMatch(/^From the gradient and what it remembers Momentum makes/);
  expect(told(5, 'momentum', { momentum: 0 })).toMatch(/^From the gradient Momentum makes/);
  expect(told(5, 'adamw')).toMatch(/^From the gradient, what it remembers, and the decay AdamW makes/);
});

it('of micro-batches the mean of their means is spoken of, not that of their examples', () => {
  // 100 examples: 48 in six micro-batches, then 48 and, as what is left, 4.
  const [first, last] = [0, 2].map((step) => shownAt(step, 'line-fit', 'sgd', { accumulate: 6 }));
  expect(phaseSentence('sample', english, first)).toMatch(/into 6 micro-batches/);
  expect(phaseSentence('sample', english, last)).not.toMatch(/micro-batches/);
  expect(phaseSentence('loss', english, first)).toMatch(/all 6 count alike/);
  expect(phaseSentence('backward', english, first)).toMatch(/all 6 count alike.*is the gradient \(/);
  const uneven = shownAt(1, 'line-fit', 'sgd', { accumulate: 7 });
  const sizes = uneven.detail.microBatches.map(({ from, to }) => to - from);
  expect(sizes).toEqual([8, 8, 8, 8, 8, 4]);
  const means = uneven.detail.microBatches.map(({ loss }) => loss);
  expect(uneven.detail.batchLoss).toBeCloseTo(means.reduce((sum, loss) => sum + loss, 0) / 6, 14);
});

it('a gradient that is clipped, or joins a sum, is told before the optimizer gets it', () => {
  const told = (step: number, change: Partial<Hyperparameters>, words = english): string =>
    phaseSentence('update', words, shownAt(step, 'line-fit', 'sgd', change));
  const { norm } = shownAt(0, 'line-fit', 'sgd', { clipNorm: 0.5 }).detail.sum;
  const long = english.format.number(norm);
  expect(told(0, { clipNorm: 0.5 })).toContain(`The gradient is ${long} long and clipped to 0.500.`);
  expect(told(0, { clipNorm: 1e3 })).toMatch(/w2 from [−\d.]+ to [−\d.]+\.$/);
  // The first sum holds nothing from before.
  expect(told(0, { forgetZeroGrad: true })).not.toContain('zero_grad');
  expect(told(3, { forgetZeroGrad: true })).toContain('joins what was left in the sum.');
  expect(told(3, { forgetZeroGrad: true, clipNorm: 0.5 })).toMatch(
    /joins .* The sum is .* long and clipped to 0\.500\.$/,
  );
  expect(told(3, { forgetZeroGrad: true, clipNorm: 0.5 }, inGerman)).toMatch(
    /Die Summe ist .* lang und wird auf 0,500 gekürzt\.$/,
  );
});

it('where nothing pulls, no arrow is spoken of', () => {
  const dead = { start: [0, -50] as const };
  for (const batchSize of [1, 8]) {
    const shown = shownAt(0, 'relu-neuron', 'sgd', { batchSize }, dead);
    expect(phaseSentence('backward', english, shown)).toMatch(/\(0, 0\).* no arrow/);
  }
});

describe('the note on', () => {
  const stateOf = (optimizer: OptimizerId, slot: number, values: FieldValues = {}, steps = 60): number[][] =>
    Array.from({ length: steps }, (_, step) => {
      const { detail } = shownAt(step, 'line-fit', optimizer, { optimizer: values, batchSize: 1 });
      return [...detail.nextState.subarray(1 + 2 * slot, 3 + 2 * slot)];
    });

  it('Adagrad: its divisor only grows, whatever the rate does', () => {
    const sums = stateOf('adagrad', 0);
    for (const [step, sum] of sums.entries())
      if (step > 0) expect(sum.every((entry, place) => entry >= sums[step - 1][place])).toBe(true);
    expect(stepViews.optimizerNotes.adagrad).toContain('divisor of each weight only grows');
  });

  it('Lion: every weight moves by the rate, but for decay and a mean of 0', () => {
    for (const [step, gradient] of [
      [4, true],
      [0, false],
    ] as const) {
      const shown = gradient
        ? shownAt(step, 'line-fit', 'lion')
        : shownAt(step, 'relu-neuron', 'lion', {}, { start: [0, -50] });
      const { update, learningRate } = shown.detail;
      for (const entry of update) expect(Math.abs(entry)).toBe(gradient ? learningRate : 0);
    }
    expect(stepViews.optimizerNotes.lion).toContain('only where that mean is 0 the weight stays');
  });

  it('Rprop: its step sizes stay within their bounds', () => {
    const sizes = stateOf('rprop', 1, { stepMin: 0.01, stepMax: 0.2 }).flat();
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(0.01);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(0.2);
  });

  it('momentum: the step goes against the velocity', () => {
    const { detail } = shownAt(9, 'line-fit', 'momentum');
    for (const place of [0, 1])
      expect(detail.update[place]).toBeCloseTo(-detail.learningRate * detail.nextState[1 + place], 15);
  });

  it('SGD: without options the update is the gradient times the rate, turned round', () => {
    const { update, gradient, learningRate } = shownAt(3, 'line-fit', 'sgd').detail;
    for (const place of [0, 1]) expect(update[place]).toBe(-learningRate * gradient[place]);
  });
});

describe('the stability limit', () => {
  const limitOf = (optimizer: OptimizerId, values: FieldValues): number | null =>
    ruleStabilityLimit(optimizer, withDefaults((optimizers[optimizer] as Optimizer).fields, values), 2);

  it('is none where no rate brings the weights to rest: momentum 1, dampening 1, climbing', () => {
    expect(limitOf('sgd', { momentum: 1 })).toBeNull();
    expect(limitOf('momentum', { momentum: 1 })).toBeNull();
    expect(limitOf('nesterov', { momentum: 1 })).toBeNull();
    expect(limitOf('momentum', { dampening: 1 })).toBeNull();
    expect(limitOf('sgd', { maximize: true })).toBeNull();
    expect(limitOf('adam', {})).toBeNull();
  });

  it('is where rest ends elsewhere', () => {
    const rests = (optimizer: OptimizerId, values: FieldValues, learningRate: number): boolean => {
      const full = { optimizer: values, learningRate, batchSize: problems['tug-of-war'].defaults.examples };
      const { detail } = shownAt(3000, 'tug-of-war', optimizer, full);
      return Math.hypot(...detail.fullGradient) < 1e-3 || detail.isResting;
    };
    for (const [optimizer, values] of [
      ['sgd', {}],
      ['momentum', {}],
      ['nesterov', {}],
      ['momentum', { dampening: 0.5 }],
    ] as const) {
      const limit = limitOf(optimizer, values) ?? 0;
      expect(rests(optimizer, values, 0.98 * limit)).toBe(true);
      expect(rests(optimizer, values, 1.02 * limit)).toBe(false);
    }
  });
});
