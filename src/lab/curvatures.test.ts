import { afterEach, describe, expect, it } from 'vitest';
import { withDefaults } from '../training/field.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { Trainer } from '../training/run/trainer.ts';
import { createPageTrainer } from '../worker/pageTrainer.ts';
import { withPoint } from './curvaturePoints.ts';
import { edgePreset } from './edgePreset.ts';
import { Lab } from './lab.ts';
import { ruleStabilityLimit, stableCurvature } from './stability.ts';
import { parseLink } from './url.ts';

describe('the curvature up to which a rule is stable', () => {
  it('is that whose limit of the rate is this rate', () => {
    for (const [optimizer, own] of [
      ['sgd', {}],
      ['sgd', { weightDecay: 0.3 }],
      ['momentum', { momentum: 0.9 }],
      ['momentum', { momentum: 0.5, weightDecay: 0.1, dampening: 0.25 }],
      ['nesterov', { momentum: 0.8 }],
    ] as const) {
      const values = withDefaults(optimizers[optimizer].fields, own);
      const limit = stableCurvature(optimizer, values, 0.2);
      expect(ruleStabilityLimit(optimizer, values, limit ?? Number.NaN)).toBeCloseTo(0.2, 13);
    }
    expect(stableCurvature('sgd', withDefaults(optimizers.sgd.fields, {}), 0.2)).toBe(10);
  });

  it('stays where it is with clipping, as the limit of the rate does', () => {
    const { hyperparameters } = parseLink(`${edgePreset}&clipNorm=0.5`);
    expect(hyperparameters.clipNorm).toBe(0.5);
    expect(stableCurvature('sgd', withDefaults(optimizers.sgd.fields, {}), 0.2, hyperparameters)).toBe(10);
  });

  it('is none where the rule has none', () => {
    expect(stableCurvature('adam', withDefaults(optimizers.adam.fields, {}), 0.2)).toBeNull();
    const values = withDefaults(optimizers.sgd.fields, {});
    expect(stableCurvature('sgd', values, 0.2, { forgetZeroGrad: true })).toBeNull();
  });
});

describe('the run of the link', () => {
  /** Sharpness over limit, on average over the last of 3,000 steps. */
  function edge(link: string): number {
    const { config, hyperparameters, refused } = parseLink(link);
    expect(refused).toEqual([]);
    const trainer = new Trainer();
    trainer.start(config);
    let from: Float64Array | null = null;
    let sum = 0;
    const request = {
      milliseconds: Number.POSITIVE_INFINITY,
      stepLimit: 1e9,
      beyondConvergence: true,
      hyperparameters,
    };
    for (let measured = 0; measured < 26; measured++) {
      const { detail } = trainer.advance({ ...request, steps: measured === 0 ? 2750 : 10 });
      if (measured === 0) continue;
      const { largest, direction } = trainer.curvature({ weights: detail.weights, from });
      from = direction;
      sum += largest / (stableCurvature(config.optimizer, detail.optimizerValues, detail.learningRate) ?? Number.NaN);
    }
    return sum / 25;
  }

  it('rises to its limit and stays there', () => {
    const share = edge(edgePreset);
    expect(share).toBeGreaterThan(0.95);
    expect(share).toBeLessThan(1.05);
  });

  it('does not with cross-entropy', () => {
    expect(edge(edgePreset.replace('loss=mse', 'loss=bce'))).toBeLessThan(0.6);
  });
});

describe('what is measured along a run', () => {
  let lab: Lab;
  afterEach(() => lab.dispose());
  const until = async (isDone: () => boolean): Promise<void> => {
    while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 0));
  };

  it('is measured only while it is shown, and forgotten with the steps', async () => {
    const { config, hyperparameters } = parseLink('#problem=circles&examples=40');
    lab = new Lab({ connect: async () => createPageTrainer(), initial: { config, hyperparameters } });
    const curvature = () => lab.store.getState().curvature;
    lab.takeSteps(5);
    await until(() => lab.store.getState().planeLoss !== null && lab.isCurrent && lab.store.getState().cursor === 5);
    expect(curvature()).toEqual([]);
    lab.wantCurvature(true);
    await until(() => curvature().length === 1);
    expect(curvature()[0]).toMatchObject({ step: 5, limit: 2 / hyperparameters.learningRate });
    lab.seek(2);
    await until(() => curvature().length === 2);
    expect(curvature().map(({ step }) => step)).toEqual([2, 5]);
    lab.setHyperparameters({ learningRate: 0.05 });
    lab.takeSteps(2);
    await until(() => lab.store.getState().cursor === 4 && curvature().at(-1)?.step === 4);
    expect(curvature().map(({ step }) => step)).toEqual([2, 4]);
    lab.reset();
    expect(curvature()).toEqual([]);
  });

  it('stays bounded, in the order of the steps', () => {
    let points = withPoint([], { step: 9, largest: 1, limit: null });
    points = withPoint(points, { step: 3, largest: 2, limit: null });
    points = withPoint(points, { step: 9, largest: 4, limit: null });
    expect(points).toMatchObject([
      { step: 3, largest: 2 },
      { step: 9, largest: 4 },
    ]);
    for (let step = 10; step < 5000; step++) points = withPoint(points, { step, largest: step, limit: null });
    expect(points.length).toBeLessThanOrEqual(1024);
    expect(points.every(({ step }, i) => i === 0 || step > points[i - 1].step)).toBe(true);
  });
});
