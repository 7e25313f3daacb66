// Every phrase that can be pressed stands in its sentence, in each language, does what it says, and can be taken back.

import { describe, expect, it } from 'vitest';
import type { Problem } from '../training/problem.ts';
import { problems } from '../training/problems/index.ts';
import { Trainer } from '../training/run/trainer.ts';
import { partsOf } from '../ui/sentence/parts.ts';
import { glossary as glossar } from '../ui/text/de/glossary.ts';
import { live as german } from '../ui/text/de/live.ts';
import { registry } from '../ui/text/de/registry.ts';
import { glossary } from '../ui/text/en/glossary.ts';
import { live as english } from '../ui/text/en/live.ts';
import { defaultConfig, defaultHyperparameters, defaultView } from './defaults.ts';
import { isKept, kept, type Promised, type PromiseId, promises, usualOf } from './promises.ts';

const all = Object.entries(promises) as [PromiseId, { problem: keyof typeof problems; change: Promised }][];

const runOf = (problem: keyof typeof problems) => {
  const config = defaultConfig(problem, 'sgd');
  return { config, hyperparameters: defaultHyperparameters(problem, 'sgd'), view: defaultView(config) };
};

type Run = ReturnType<typeof runOf>;

function detailOf({ config, hyperparameters }: Run, steps = 0) {
  const trainer = new Trainer();
  trainer.start(config);
  return trainer.advance({ steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, hyperparameters }).detail;
}

const runWith = (id: PromiseId): Run => kept(runOf(promises[id].problem), promises[id].change);

describe.each(all)('%s', (id, { problem, change }) => {
  const { lesson }: Problem = problems[problem];

  it('stands in its sentence, in each language', () => {
    expect(lesson).toContain(english.phrases[id]);
    expect(registry[lesson]).toContain(german.phrases[id]);
  });

  it('is kept by its run, which is taken back by the usual one', () => {
    const before = runOf(problem);
    const after = kept(before, change);
    expect(isKept(after, change)).toBe(true);
    const usual = usualOf(problem, change);
    expect(isKept(before, usual)).toBe(true);
    expect(isKept(kept(after, usual), usual)).toBe(true);
    // What is usual is promised as well.
    expect(isKept(before, change)).toBe(/Squared$|^smallBatches$/.test(id));
    expect(detailOf(after, 3).step).toBe(3);
  });
});

describe('what is promised is true', () => {
  it('a standardised feature makes the bowl round', () => {
    const steps = (run: Run): number =>
      detailOf({ ...run, hyperparameters: { ...run.hyperparameters, batchSize: 100 } }, 30).fullLoss;
    expect(steps(runWith('lineStandardised'))).toBeLessThan(steps(runOf('line-fit')));
  });

  it('a line parts the clusters: no weights are the best', () => {
    const run = runWith('clustersParted');
    const all = { ...run, hyperparameters: { ...run.hyperparameters, batchSize: 100, learningRate: 2 } };
    const [early, late] = [300, 3000].map((steps) => detailOf(all, steps));
    // Below ln 2 / 100 every single example is on its side.
    expect(late.fullLoss).toBeLessThan(Math.LN2 / 100);
    expect(Math.hypot(...late.weights)).toBeGreaterThan(Math.hypot(...early.weights) + 1);
    const usual = runOf('logistic-regression');
    const overlapping = detailOf({ ...usual, hyperparameters: { ...usual.hyperparameters, batchSize: 100 } }, 3000);
    expect(overlapping.fullLoss).toBeGreaterThan(Math.LN2 / 100);
  });

  it('on the saddle and where the neuron is off there is no gradient at all', () => {
    for (const id of ['saddleStart', 'deadStart'] as const) {
      const { fullGradient, weights } = detailOf(runWith(id), 5);
      expect(Array.from(fullGradient, Math.abs)).toEqual([0, 0]);
      expect(Array.from(weights)).toEqual([...runWith(id).config.start]);
    }
  });

  it('another start ends elsewhere', () => {
    const [usual, other] = [runOf('sine-fit'), runWith('otherStart')].map((run) => detailOf(run, 400));
    expect(Math.hypot(...usual.weights.map((weight, index) => weight - other.weights[index]))).toBeGreaterThan(1);
    expect(other.fullLoss).toBeLessThan(usual.fullLoss / 10);
  });

  it('the twin goes the mirrored way, with the same losses', () => {
    const [one, twin] = [runOf('tanh-neuron'), runWith('twinStart')].map((run) => detailOf(run, 50));
    expect(Array.from(twin.weights, (weight) => -weight)).toEqual(Array.from(one.weights));
    expect(twin.fullLoss).toBe(one.fullLoss);
  });

  it('batches are as large as is said', () => {
    expect(detailOf(runWith('smallBatches')).batch).toHaveLength(2);
    expect(detailOf(runWith('allInBatch')).batch).toHaveLength(runOf('gaussian-wells').config.examples);
  });

  it('a network without its hidden layers is one', () => {
    expect(detailOf(runWith('circlesStraight')).weights).toHaveLength(3);
    expect(detailOf(runWith('xorProduct')).weights).toHaveLength(4);
  });
});

describe('the terms in sentences', () => {
  it.each([
    ['English', english.terms, (lesson: string) => lesson, glossary],
    ['German', german.terms, (lesson: string) => registry[lesson], glossar],
  ] as const)('are found in %s, and explained', (_, terms, said, { terms: explained }) => {
    const lessons = Object.values(problems).map((problem: Problem) => said(problem.lesson));
    for (const [id, pattern] of Object.entries(terms)) {
      expect(Object.keys(explained)).toContain(id);
      expect(
        lessons.some((lesson) => new RegExp(pattern, 'u').test(lesson)),
        id,
      ).toBe(true);
    }
  });
});

describe('a sentence in parts', () => {
  it('is whole, and cut at each phrase once', () => {
    const parts = partsOf('a bowl and a bowl of soup', [
      { id: 1, phrase: 'bowl' },
      { id: 2, phrase: 'bowl and' },
      { id: 3, phrase: 'soup' },
      { id: 4, phrase: 'spoon' },
    ]);
    expect(parts.map(({ text }) => text).join('')).toBe('a bowl and a bowl of soup');
    expect(parts.filter(({ id }) => id !== null)).toEqual([
      { from: 2, text: 'bowl', id: 1 },
      { from: 21, text: 'soup', id: 3 },
    ]);
  });
});
