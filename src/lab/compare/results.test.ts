import { describe, expect, it, vi } from 'vitest';
import type { FieldValues } from '../../training/field.ts';
import { sampleMeanLoss } from '../../training/objective/lossSurface.ts';
import type { OptimizerId } from '../../training/optimizers/index.ts';
import { present } from '../../training/present.ts';
import { generateExamples, resolvePair } from '../../training/run/configuration.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { firstBelow, losses, lowestMinimum } from '../../training/studies/questions.ts';
import { defaultConfig, defaultHyperparameters } from '../defaults.ts';
import { History } from '../history.ts';
import { type AskFirstBelow, type Result, sortResults, TargetSearch } from './results.ts';
import { setIds } from './setIds.ts';
import { comparisonSet } from './sets.ts';

const config = defaultConfig('line-fit', 'sgd');
const hyperparameters = { ...defaultHyperparameters('line-fit', 'sgd'), learningRate: 0.002 };
const setting = resolvePair(config);
const examples = generateExamples(config);
const ask: AskFirstBelow = async (weights, target) => firstBelow({ config, weights, target }).compute(0);

const lossOf =
  (of: RunConfig) =>
  (weights: Float64Array): number =>
    losses({ config: of, weights }).compute(0)[0];

function historyOf(steps: number, of = config): History {
  const trainer = new Trainer();
  trainer.start(of);
  const history = new History();
  const request = { steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, hyperparameters };
  const { steps: taken, detail } = trainer.advance(request);
  history.append(taken, hyperparameters, detail.weights);
  return history;
}

describe('the search for a loss', () => {
  const history = historyOf(1500);
  const lossAfter = (step: number): number =>
    sampleMeanLoss(
      setting.model,
      setting.loss,
      examples,
      Float64Array.from([history.at('w1', step), history.at('w2', step)]),
    )[0];

  it('finds the very first step, however far it is', async () => {
    for (const target of [lossAfter(0), lossAfter(3), lossAfter(700) * 1.0001]) {
      const search = new TargetSearch(history, target);
      while (await search.look(ask));
      expect(lossAfter(present(search.found))).toBeLessThanOrEqual(target);
      for (let step = 0; step < present(search.found); step++) expect(lossAfter(step)).toBeGreaterThan(target);
    }
  });

  it('looks at where the last step led as well', async () => {
    const short = historyOf(10);
    const [reached] = sampleMeanLoss(setting.model, setting.loss, examples, Float64Array.from(present(short.head)));
    const search = new TargetSearch(short, reached);
    expect(await search.look(ask)).toBe(false);
    expect(search.found).toBe(10);
  });

  it('of a network asks of all weights, a little at a time', async () => {
    const network = defaultConfig('circles', 'sgd');
    const long = historyOf(700, network);
    const loss = lossOf(network);
    const all = Array.from({ length: 701 }, (_, step) => loss(long.weightsAt(step) ?? new Float64Array()));
    const target = all[650];
    const search = new TargetSearch(long, target);
    const asked = vi.fn<AskFirstBelow>(async (weights, wanted) =>
      firstBelow({ config: network, weights, target: wanted }).compute(0),
    );
    while (await search.look(asked));
    expect(search.found).toBe(all.findIndex((loss) => loss <= target));
    expect(asked.mock.calls.length).toBeGreaterThan(2);
  });

  it('finds nothing where nothing is, looks on when there is more, and asks nothing twice', async () => {
    const short = historyOf(10);
    const search = new TargetSearch(short, 1e-9);
    const asked = vi.fn(ask);
    expect(await search.look(asked)).toBe(false);
    expect(await search.look(asked)).toBe(false);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(search.found).toBeNull();
    expect(search.fits(short, 1e-9)).toBe(true);
    short.truncate(5);
    expect(search.fits(short, 1e-9)).toBe(false);
  });
});

it('the minimum is found from far away', () => {
  const minimum = present(lowestMinimum(setting, examples, [config.start]));
  const loss = (w1: number, w2: number): number =>
    sampleMeanLoss(setting.model, setting.loss, examples, Float64Array.from([w1, w2]))[0];
  for (const [d1, d2] of [
    [1e-3, 0],
    [-1e-3, 0],
    [0, 1e-3],
    [0, -1e-3],
  ])
    expect(loss(minimum[0] + d1, minimum[1] + d2)).toBeGreaterThan(loss(...minimum));
});

describe('the order of results', () => {
  const result = (letter: string, steps: number | null): Result => ({
    ...{ letter, steps, epochs: null, examples: null, time: null, finalLoss: 1, distance: Number.NaN },
  });
  const results = [result('A', 30), result('B', null), result('C', 4)];
  const letters = (sorted: readonly Result[]): string => sorted.map(({ letter }) => letter).join('');
  it('is by the column, what is missing last either way', () => {
    expect(letters(sortResults(results, 'steps', false))).toBe('CAB');
    expect(letters(sortResults(results, 'steps', true))).toBe('ACB');
    expect(letters(sortResults(results, 'letter', true))).toBe('CBA');
    expect(letters(sortResults(results, 'distance', false))).toBe('ABC');
  });
});

describe('the sets of one click', () => {
  it.each(setIds)('%s change one thing only', (id) => {
    const trainer = new Trainer();
    trainer.start(config);
    const detail = trainer.preview(0, hyperparameters);
    const state = { config, hyperparameters, detail } as unknown as Parameters<typeof comparisonSet>[1];
    const { rivals } = comparisonSet(id, state);
    expect(rivals.length).toBeGreaterThanOrEqual(2);
    const changed = (name: 'learningRate' | 'batchSize' | 'schedule'): number =>
      new Set(rivals.map((rival) => JSON.stringify(rival.hyperparameters[name]))).size;
    const optimizers = new Set(rivals.map(({ optimizer }) => optimizer)).size;
    expect(
      {
        batchSizes: changed('batchSize'),
        rates: changed('learningRate'),
        optimizers,
        valley: optimizers,
        adaptive: optimizers,
        losses: new Set(rivals.map(({ loss }) => loss)).size,
        decay: changed('schedule'),
      }[id],
    ).toBe(rivals.length);
    if (id !== 'batchSizes') expect(changed('batchSize')).toBe(1);
    if (id !== 'decay') expect(changed('schedule')).toBe(1);
    if (!['optimizers', 'valley', 'adaptive'].includes(id)) expect(optimizers).toBe(1);
    if (id === 'batchSizes' || id === 'decay') expect(changed('learningRate')).toBe(1);
  });

  it.each<[OptimizerId, FieldValues]>([
    ['sgd', {}],
    ['sgd', { weightDecay: 2 }],
    ['momentum', {}],
    ['momentum', { dampening: 0.5 }],
    ['nesterov', {}],
  ])('a rate too large diverges and a good one does not: %s with %j', (optimizer, values) => {
    const own = { ...hyperparameters, optimizer: values, batchSize: config.examples };
    const run = { ...config, optimizer };
    const trainer = new Trainer();
    trainer.start(run);
    const state = { config: run, hyperparameters: own, detail: trainer.preview(0, own) };
    const { rivals } = comparisonSet('rates', state as unknown as Parameters<typeof comparisonSet>[1]);
    const endings = rivals.map((rival) => {
      trainer.start(run);
      return trainer.advance({
        ...{ steps: 2000, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 5000 },
        hyperparameters: rival.hyperparameters,
      }).end;
    });
    expect(endings.map((end) => end === 'diverged')).toEqual([false, false, true]);
    const [, good, large] = rivals.map((rival) => rival.hyperparameters.learningRate);
    expect(large / good).toBeLessThan(100);
  });
});
