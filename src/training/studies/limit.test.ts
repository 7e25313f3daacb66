// What is said of the limit is what real steps do.

import { describe, expect, it } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import { stabilityLimit } from '../objective/curvature.ts';
import type { LinearRule } from '../optimizers/linearRule.ts';
import { present } from '../present.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { Trainer } from '../run/trainer.ts';
import { modeFactor } from '../theory/modes.ts';
import { type LimitAccount, limitAccount } from './limit.ts';

const plain: LinearRule = { momentum: 0, share: 1, weightDecay: 0, isNesterov: false };

/** The factor per step over many steps of one mode. */
function measured({ momentum, share, isNesterov }: LinearRule, rate: number, curvature: number): number {
  let [distance, velocity] = [1, 0];
  let sum = 0;
  const steps = 4000;
  for (let step = 0; step < steps; step++) {
    const gradient = curvature * distance;
    velocity = momentum * velocity + share * gradient;
    distance -= rate * (isNesterov ? gradient + momentum * velocity : velocity);
    const size = Math.max(Math.abs(distance), rate * Math.abs(velocity));
    sum += Math.log(size);
    distance /= size;
    velocity /= size;
  }
  return Math.exp(sum / steps);
}

describe('the factor per step of one direction', () => {
  it('is |1 − rate × curvature| without momentum', () => {
    for (const product of [0, 0.3, 1, 1.7, 2, 2.5, -0.4])
      expect(modeFactor(plain, 0.1, product / 0.1)).toBeCloseTo(Math.abs(1 - product), 12);
  });

  it('is what steps with momentum leave, over many of them', () => {
    for (const momentum of [0, 0.5, 0.9])
      for (const isNesterov of [false, true])
        for (const product of [0.01, 0.2, 0.9, 1.4]) {
          const rule = { ...plain, momentum, isNesterov };
          expect(measured(rule, 0.1, product / 0.1)).toBeCloseTo(modeFactor(rule, 0.1, product / 0.1), 2);
        }
  });

  it('is 1 at the rule’s own limit', () => {
    for (const momentum of [0, 0.5, 0.9])
      for (const isNesterov of [false, true]) {
        const rule = { ...plain, momentum, isNesterov };
        expect(modeFactor(rule, stabilityLimit(5, momentum, isNesterov), 5)).toBeCloseTo(1, 10);
      }
  });
});

function accountOf(config: RunConfig, hyperparameters: Hyperparameters, steps = 0) {
  const trainer = new Trainer();
  trainer.start(config);
  const { detail } = trainer.advance({
    ...{ steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e6, hyperparameters, beyondConvergence: true },
  });
  const { weights, optimizerValues, learningRate } = detail;
  const request = { config, weights: [weights[0], weights[1]] as const, optimizerValues, learningRate };
  return { detail, account: limitAccount(request).compute(0) };
}

const known = (account: LimitAccount | null): LimitAccount => present(account ?? undefined);

describe('the account of the limit', () => {
  const config = { ...defaultConfig('line-fit', 'sgd') };
  const whole = { ...defaultHyperparameters('line-fit', 'sgd'), batchSize: config.examples };

  it('has the curvature that the slider’s mark has, and directions at right angles', () => {
    const { detail, account } = accountOf(config, whole);
    const { steepest, flattest, condition } = known(account);
    expect(steepest.curvature).toBeCloseTo(present(detail.largestEigenvalue ?? undefined), 10);
    const [[a1, a2], [b1, b2]] = [steepest.direction, flattest.direction];
    expect(a1 * b1 + a2 * b2).toBeCloseTo(0, 12);
    expect(condition).toBeCloseTo(steepest.curvature / flattest.curvature, 10);
  });

  it('halves the distance in as many steps of all examples as it says', () => {
    for (const steps of [0, 40]) {
      const { account } = accountOf(config, whole, steps);
      const { minimum, halving, flattest } = known(account);
      const along = ([w1, w2]: readonly number[]): number =>
        Math.abs(
          (w1 - (minimum ?? [0, 0])[0]) * flattest.direction[0] + (w2 - (minimum ?? [0, 0])[1]) * flattest.direction[1],
        );
      const far = 200;
      const later = accountOf(config, whole, steps + far).detail.weights;
      const now = accountOf(config, whole, steps).detail.weights;
      expect((far * Math.log(2)) / Math.log(along([...now]) / along([...later]))).toBeCloseTo(halving ?? 0, 1);
    }
  });

  it('ends at the minimum that the decay leaves', () => {
    const decayed = { ...whole, optimizer: { weightDecay: 0.5 } };
    const { minimum } = known(accountOf(config, decayed).account);
    const { weights } = accountOf(config, decayed, 3000).detail;
    expect(weights[0]).toBeCloseTo((minimum ?? [0, 0])[0], 6);
    expect(weights[1]).toBeCloseTo((minimum ?? [0, 0])[1], 6);
  });

  it('has no condition on a saddle, where nothing halves', () => {
    const saddle = defaultConfig('two-layer-product', 'sgd');
    const { account } = accountOf({ ...saddle, start: [0, 0] }, defaultHyperparameters('two-layer-product', 'sgd'));
    const { condition, halving, flattest } = known(account);
    expect(flattest.curvature).toBeLessThan(0);
    expect(condition).toBe(null);
    expect(halving).toBe(null);
  });

  it('is of nobody whose steps are not linear in the gradients, and of no network', () => {
    const adam = defaultConfig('line-fit', 'adam');
    expect(accountOf(adam, defaultHyperparameters('line-fit', 'adam')).account).toBe(null);
    const network = defaultConfig('circles', 'sgd');
    expect(accountOf(network, defaultHyperparameters('circles', 'sgd')).account).toBe(null);
  });
});
