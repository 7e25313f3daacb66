// Many seeds of a network: each member takes the trainer's steps, seen in a plane, and differs in what it was asked to.

import { describe, expect, it } from 'vitest';
import { pointOf } from '../plane.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { setUp } from '../run/setup.ts';
import { Trainer } from '../run/trainer.ts';
import { weightsPlane } from '../spannedPlanes.ts';
import { stillMoving } from '../theory/minima.ts';
import { type EnsembleRequest, ensembleTask } from './ensemble.ts';

const config: RunConfig = {
  ...{ problem: 'circles', settings: {}, examples: 50, noise: 0.1, seed: 3, start: [0.2, -0.1] },
  ...{ optimizer: 'adam', sampling: 'reshuffle', dropLast: false },
};
const hyperparameters: Hyperparameters = {
  ...{ learningRate: 0.03, batchSize: 8, optimizer: {} },
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
};

function ensemble(change: Partial<EnsembleRequest> = {}) {
  const edits = [{ step: 0, hyperparameters }];
  const task = ensembleTask({ config, edits, members: 4, steps: 120, points: 7, loss: 'full', ...change });
  const parts = Array.from({ length: task.count }, (_, part) => task.compute(part));
  return { parts, result: task.conclude(parts) };
}

describe('many seeds of a network', () => {
  it('begin with the run itself, seen in the plane asked for', () => {
    const view = weightsPlane(setUp(config).start, 3, 14);
    const { parts, result } = ensemble({ view });
    const trainer = new Trainer();
    trainer.start(config);
    trainer.advance({ steps: 120, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, hyperparameters });
    result.pointSteps.forEach((step, point) => {
      const { weights, fullLoss } = trainer.preview(step, hyperparameters);
      expect([...parts[0].path.subarray(2 * point, 2 * point + 2)]).toEqual(pointOf(view, weights).point);
      expect(parts[0].losses[point]).toBe(fullLoss);
    });
    expect(parts.map(({ path }) => path[0])).toEqual([0, 0, 0, 0]);
    expect(new Set(parts.map(({ path }) => path[13])).size).toBe(4);
  });

  it('end nowhere that is known of', () => {
    const { result } = ensemble();
    expect([result.minima, result.moving, result.diverged]).toEqual([[], 1, 0]);
    expect([...result.ends]).toEqual(Array(4).fill(stillMoving));
  });

  it('may differ in their first weights alone', () => {
    const { parts } = ensemble({ vary: 'first weights', loss: 'batch' });
    expect(new Set(parts.map(({ path }) => path[0])).size).toBe(4);
    // The same batches of the same data: the losses of the first one differ by the weights only.
    expect(new Set(parts.map(({ losses }) => losses[0])).size).toBe(4);
    expect(ensemble({ loss: 'batch' }).parts[0].losses).toEqual(parts[0].losses);
  });
});
