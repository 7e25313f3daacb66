// The kind of place a run has come to, where it is known beforehand.

import { describe, expect, it } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import type { ProblemId } from '../problems/index.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { Trainer } from '../run/trainer.ts';
import { joined, type Vector } from '../vector.ts';
import { type PointAccount, pointKind } from './pointKind.ts';

const none: Vector = new Float64Array(0);

/** Parts in the order in which they are not asked for. */
function at(config: RunConfig, weights: readonly number[] | Vector, decay = 0, recent = none): PointAccount {
  const task = pointKind({ config, weights: Float64Array.from(weights), decay, recent, stride: 1 });
  return task.conclude(Array.from({ length: task.count }, (_, part) => task.compute(task.count - 1 - part)));
}

/** The place after so many steps, with those before it. */
function runFor(steps: number, problem: ProblemId, rule: Partial<Hyperparameters>, change: Partial<RunConfig> = {}) {
  const config = { ...defaultConfig(problem, 'sgd'), ...change };
  const hyperparameters = { ...defaultHyperparameters(problem, 'sgd'), ...rule };
  const trainer = new Trainer();
  trainer.start(config);
  const path: Vector[] = [];
  let weights = trainer.preview(0, hyperparameters).weights;
  const take = (count: number): void => {
    weights = trainer.advance({
      ...{ steps: count, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e6, hyperparameters },
      beyondConvergence: true,
    }).detail.weights;
  };
  take(Math.max(0, steps - 100));
  for (let step = 0; step < 100; step++) {
    path.push(weights);
    take(1);
  }
  return { config, weights, recent: joined(path) };
}

describe('the kind of a place', () => {
  it('is a minimum where descent has settled in a bowl, and a slope before', () => {
    const { config, weights } = runFor(2000, 'line-fit', { batchSize: 100 });
    expect(at(config, weights).kind).toBe('minimum');
    expect(at(config, config.start)).toMatchObject({ kind: 'slope', period: null });
  });

  it('is a minimum of the loss with its decay', () => {
    const { config, weights } = runFor(2000, 'line-fit', { batchSize: 100, optimizer: { weightDecay: 0.5 } });
    expect(at(config, weights, 0.5).kind).toBe('minimum');
    expect(at(config, weights).kind).toBe('slope');
  });

  it('is a saddle, or the floor of a valley, of a product of two weights', () => {
    const config = defaultConfig('two-layer-product', 'sgd');
    const saddle = at(config, [0, 0]);
    expect(saddle.kind).toBe('saddle');
    expect((saddle.smallest ?? 0) < 0 && (saddle.largest ?? 0) > 0).toBe(true);
    const quiet = { ...config, noise: 0 };
    expect(at(quiet, [1, 1]).kind).toBe('floor');
  });

  it('is a plateau where a neuron is dead', () => {
    const config = defaultConfig('relu-neuron', 'sgd');
    expect(at(config, [-0.2, -30])).toMatchObject({ kind: 'plateau', gradient: 0 });
  });

  it('is a plateau far from all wells', () => {
    expect(at(defaultConfig('gaussian-wells', 'sgd'), [60, 60]).kind).toBe('plateau');
  });

  it('is a maximum where nothing curves upward', () => {
    // Decay that pushes outward outweighs the bowl.
    const config = defaultConfig('tug-of-war', 'sgd');
    const trainer = new Trainer();
    trainer.start({ ...config, start: [0, 0] });
    const { fullGradient } = trainer.preview(0, defaultHyperparameters('tug-of-war', 'sgd'));
    const [curvature] = trainer.curvature({ weights: new Float64Array(2) }).hessian ?? [0];
    const decay = -3 * curvature;
    const top = fullGradient.map((slope) => -slope / (curvature + decay));
    expect(at(config, top, decay).kind).toBe('maximum');
  });

  it('is a cycle where every epoch has the same batches, one epoch long', () => {
    const { config, weights, recent } = runFor(3000, 'line-fit', { batchSize: 10 }, { sampling: 'fixed' });
    expect(at(config, weights, 0, recent)).toMatchObject({ kind: 'cycle', period: 10 });
  });

  it('is a cycle of two steps where the rate is beyond the limit of a loss that is no quadratic', () => {
    const { config, weights, recent } = runFor(3000, 'sine-fit', { batchSize: 50, learningRate: 1.2 });
    expect(at(config, weights, 0, recent)).toMatchObject({ kind: 'cycle', period: 2 });
  });

  it('is no cycle where batches are drawn anew', () => {
    const { config, weights, recent } = runFor(3000, 'line-fit', { batchSize: 10 });
    expect(at(config, weights, 0, recent).period).toBe(null);
  });
});

describe('of a network', () => {
  const config: RunConfig = { ...defaultConfig('circles', 'adam'), examples: 40 };

  it('it is a slope at the start, with the eigenvalues that its Hessian has', () => {
    const trainer = new Trainer();
    const { start } = trainer.start(config);
    const account = at(config, start);
    expect(account.kind).toBe('slope');
    const { largest } = trainer.curvature({ weights: start });
    expect(Math.abs((account.largest ?? 0) - largest)).toBeLessThan(0.05 * Math.abs(largest));
    expect(account.smallest ?? 0).toBeLessThan(account.largest ?? 0);
  });
});
