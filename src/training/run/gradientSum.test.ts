// What becomes of a gradient on its way to the optimizer: micro-batches, clipping, and a sum that is never cleared.

import { describe, expect, it } from 'vitest';
import { hashNumbers } from '../hash.ts';
import type { ProblemId } from '../problems/index.ts';
import { lengthOf, type Vector } from '../vector.ts';
import { stepColumn } from './log.ts';
import type { Hyperparameters, RunConfig, StepDetail } from './run.ts';
import { type AdvanceReply, Trainer } from './trainer.ts';

const config = (change: Partial<RunConfig> = {}): RunConfig => ({
  ...{ problem: 'logistic-regression', settings: {}, examples: 50, noise: 0.7, seed: 4, start: [0.3, -0.5] },
  ...{ optimizer: 'momentum', sampling: 'reshuffle', dropLast: false },
  ...change,
});

const hyperparameters = (change: Partial<Hyperparameters> = {}): Hyperparameters => ({
  ...{ learningRate: 0.05, batchSize: 8, optimizer: {} },
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
  ...change,
});

function begun(change: Partial<RunConfig> = {}): Trainer {
  const trainer = new Trainer();
  trainer.start(config(change));
  return trainer;
}

const advance = (trainer: Trainer, steps: number, change: Partial<Hyperparameters> = {}): AdvanceReply =>
  trainer.advance({
    ...{ steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, hyperparameters: hyperparameters(change) },
    beyondConvergence: true,
  });

/** The details of the first steps under these hyperparameters. */
function detailsOf(steps: number, change: Partial<Hyperparameters>, own: Partial<RunConfig> = {}): StepDetail[] {
  const trainer = begun(own);
  return Array.from({ length: steps }, (_, step) => {
    const detail = trainer.preview(step, hyperparameters(change));
    advance(trainer, 1, change);
    return detail;
  });
}

const expectClose = (actual: Vector, expected: ArrayLike<number>, tolerance = 1e-14): void => {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => {
    expect(Math.abs(value - expected[i])).toBeLessThan(tolerance * Math.max(1, Math.abs(expected[i])));
  });
};

const meanOf = (vectors: readonly Vector[]): Vector =>
  vectors[0].map((_, i) => vectors.reduce((sum, vector) => sum + vector[i], 0) / vectors.length);

describe.each<[ProblemId]>([['logistic-regression'], ['circles']])('gradients of %s that add up', (problem) => {
  const own = problem === 'circles' ? ({ problem, start: [0, 0] } as const) : { problem };

  it('are cut in order, weigh alike, and take what is left of an epoch', () => {
    // 50 examples make 7 batches of 8, the last one of 2: updates of 3, 3, and 1 of them.
    const details = detailsOf(6, { accumulate: 3 }, own);
    expect(details.map(({ microBatches }) => microBatches.map(({ from, to }) => to - from))).toEqual([
      ...[[8, 8, 8], [8, 8, 8], [2]],
      ...[[8, 8, 8], [8, 8, 8], [2]],
    ]);
    expect(details.map(({ epoch, offset }) => [epoch, offset])).toEqual([
      ...[0, 24, 48].map((offset) => [0, offset]),
      ...[0, 24, 48].map((offset) => [1, offset]),
    ]);
    for (const { microBatches, gradient, batchLoss, batch, order, offset, loss } of details) {
      expectClose(gradient, meanOf(microBatches.map((part) => part.gradient)));
      expect(batchLoss).toBeCloseTo(microBatches.reduce((sum, part) => sum + part.loss, 0) / microBatches.length, 14);
      expect([...batch]).toEqual([...order.subarray(offset, offset + batch.length)]);
      for (const { from, to, loss: own } of microBatches)
        expect(own).toBeCloseTo(loss.subarray(from, to).reduce((sum, part) => sum + part, 0) / (to - from), 14);
    }
  });

  it('leave out the shorter batch with dropLast, and divide by those that are there', () => {
    const details = detailsOf(4, { accumulate: 4 }, { ...own, dropLast: true });
    expect(details.map(({ batch, microBatches }) => [batch.length, microBatches.length])).toEqual([
      ...[
        [32, 4],
        [16, 2],
        [32, 4],
        [16, 2],
      ],
    ]);
  });

  it('are the whole batch where the parts are of one size', () => {
    const parts = detailsOf(8, { batchSize: 5, accumulate: 5 }, own);
    const whole = detailsOf(8, { batchSize: 25 }, own);
    for (const [step, { gradient, update }] of parts.entries()) {
      expectClose(gradient, whole[step].gradient, 1e-12);
      expectClose(update, whole[step].update, 1e-12);
    }
  });

  it('change their number from the next update on', () => {
    const trainer = begun(own);
    advance(trainer, 1, { accumulate: 2 });
    const { steps } = advance(trainer, 3, { accumulate: 3 });
    expect([...stepColumn(steps, 'batchSize')]).toEqual([24, 10, 24]);
  });
});

describe('clipping', () => {
  it('acts on the sum in place, and leaves the gradient of the log as it was', () => {
    const plain = detailsOf(1, {})[0];
    const length = lengthOf(plain.gradient);
    const [clipped] = detailsOf(1, { clipNorm: length / 2 });
    expect(clipped.gradient).toEqual(plain.gradient);
    const factor = length / 2 / (length + 1e-6);
    expect([clipped.sum.norm, clipped.sum.factor]).toEqual([length, factor]);
    expectClose(
      clipped.sum.applied,
      plain.gradient.map((value) => factor * value),
    );
    expectClose(
      clipped.update,
      plain.gradient.map((value) => -0.05 * factor * value),
    );
    const trainer = begun();
    const { steps } = advance(trainer, 1, { clipNorm: length / 2 });
    expect([stepColumn(steps, 'gradient1')[0], stepColumn(steps, 'update1')[0]]).toEqual([
      clipped.gradient[0],
      clipped.update[0],
    ]);
  });

  it('changes nothing where gradients are short enough', () => {
    const [plain, clipped] = [{}, { clipNorm: 1e6 }].map((change) =>
      hashNumbers(advance(begun(), 60, change).steps.buffer),
    );
    expect(clipped).toBe(plain);
  });
});

describe('zero_grad forgotten', () => {
  it('lets the sum grow by every gradient', () => {
    const details = detailsOf(5, { forgetZeroGrad: true });
    let sum = new Float64Array(2);
    for (const { sum: own, gradient } of details) {
      expect(own.before).toEqual(sum);
      sum = sum.map((value, i) => value + gradient[i]);
      expect(own.total).toEqual(sum);
      expect(own.applied).toEqual(sum);
    }
    expect(details[0].update).toEqual(detailsOf(1, {})[0].update);
    expect(details[1].update).not.toEqual(detailsOf(2, {})[1].update);
  });

  it('carries the sum clipped', () => {
    const details = detailsOf(4, { forgetZeroGrad: true, clipNorm: 0.05 });
    for (const [step, { sum }] of details.entries()) {
      if (step > 0) expect(sum.before).toEqual(details[step - 1].sum.applied);
      expect(lengthOf(sum.applied)).toBeLessThanOrEqual(0.05);
    }
  });

  it('is remembered again from the update after it was', () => {
    const trainer = begun();
    advance(trainer, 3, { forgetZeroGrad: true });
    const { detail } = advance(trainer, 1);
    expect(detail.sum.before).toEqual(new Float64Array(2));
    expect(detail.sum.applied).toEqual(detail.gradient);
  });

  it('is replayed to the bit from snapshots in between', () => {
    const change = { forgetZeroGrad: true, clipNorm: 0.2, accumulate: 2, learningRate: 0.001 };
    const trainer = begun({ examples: 100 });
    const { steps, detail } = advance(trainer, 700, change);
    expect(detail.sum.before.some((value) => value !== 0)).toBe(true);
    expect(trainer.preview(700, hyperparameters(change))).toEqual(detail);
    const at = trainer.preview(515, hyperparameters(change));
    expect([at.weights[0], at.update[0]]).toEqual([stepColumn(steps, 'w1')[515], stepColumn(steps, 'update1')[515]]);
    trainer.rewind(600);
    const again = advance(trainer, 100, change);
    expect(stepColumn(again.steps, 'update2')).toEqual(stepColumn(steps, 'update2').subarray(600));
    expect(again.detail).toEqual(detail);
  });
});

describe('defaults', () => {
  it('leave every number as it is without them', () => {
    const explicit = { clipNorm: null, accumulate: 1, forgetZeroGrad: false };
    const [plain, named] = [{}, explicit].map((change) => hashNumbers(advance(begun(), 60, change).steps.buffer));
    expect(named).toBe(plain);
  });
});

describe('what cannot be', () => {
  it.each<[Partial<Hyperparameters>, RegExp]>([
    [{ clipNorm: -1 }, /above 0, not -1/],
    [{ clipNorm: 0 }, /above 0, not 0/],
    [{ clipNorm: Number.NaN }, /above 0/],
    [{ accumulate: 0 }, /1 to the 7 micro-batches/],
    [{ accumulate: 1.5 }, /not 1.5/],
    [{ accumulate: 8 }, /1 to the 7 micro-batches of an epoch, as a whole number, not 8/],
  ])('%j: refused in one sentence', (change, sentence) => {
    expect(() => advance(begun(), 1, change)).toThrow(RangeError);
    expect(() => advance(begun(), 1, change)).toThrow(sentence);
  });
});
