// The trainer with networks: the same promises as with two weights, whatever D is.

import { describe, expect, it } from 'vitest';
import { networkDatasets } from '../network/datasets/index.ts';
import { initialWeights } from '../network/initial.ts';
import { networkObjective } from '../objective/networkObjective.ts';
import { type Plane, pointOf } from '../plane.ts';
import { present } from '../present.ts';
import { networkProblems } from '../problems/index.ts';
import { weightsPlane } from '../spannedPlanes.ts';
import { dot, lengthOf } from '../vector.ts';
import { checkConfig } from './configuration.ts';
import { stepColumn, stepColumns } from './log.ts';
import type { Hyperparameters, RunConfig } from './run.ts';
import { Trainer } from './trainer.ts';

type NetworkId = keyof typeof networkProblems;
const ids = Object.keys(networkProblems) as NetworkId[];

const config = (change: Partial<RunConfig> = {}): RunConfig => ({
  ...{ problem: 'circles', settings: {}, examples: 60, noise: 0.1, seed: 3, start: [0, 0] },
  ...{ optimizer: 'adam', sampling: 'reshuffle', dropLast: false },
  ...change,
});

const hyperparameters = (change: Partial<Hyperparameters> = {}): Hyperparameters => ({
  ...{ learningRate: 0.02, batchSize: 10, optimizer: {} },
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
  ...change,
});

function begun(change: Partial<RunConfig> = {}) {
  const trainer = new Trainer();
  return { trainer, ...trainer.start(config(change)) };
}

const advance = (trainer: Trainer, steps: number, change: Partial<Hyperparameters> = {}, view?: Plane) =>
  trainer.advance({
    ...{ steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, hyperparameters: hyperparameters(change) },
    ...(view && { view }),
  });

const domain = { x: [-1, 1], y: [-2, 2] } as const;

describe.each(ids)('a run of %s', (problem) => {
  it('begins with the drawn weights and lowers the loss', () => {
    const { trainer, examples, start, first } = begun({ problem });
    const { data } = networkProblems[problem];
    expect(examples.count).toBe(60);
    expect(start).toEqual(first);
    const { fullLoss } = trainer.preview(0, hyperparameters());
    const { detail } = advance(trainer, 300);
    expect(detail.fullLoss).toBeLessThan(fullLoss);
    const outputs = data.classes > 2 ? data.classes : 1;
    expect(detail.weights).toHaveLength((data.features + 1) * 4 + 5 * 2 + 3 * outputs);
  });

  it('has the same step by preview, by advance, and after going back', () => {
    const { trainer } = begun({ problem });
    const ahead = trainer.preview(0, hyperparameters());
    const { steps, detail } = advance(trainer, 30);
    const columns = stepColumns(steps.layout);
    expect(stepColumn(steps, 'w3')[0]).toBe(ahead.weights[2]);
    expect(stepColumn(steps, 'w3')[1]).toBe(ahead.weights[2] + ahead.update[2]);
    expect(stepColumn(steps, 'gradientLength')[0]).toBe(lengthOf(ahead.gradient));
    expect(stepColumn(steps, 'updateLength')[0]).toBe(lengthOf(ahead.update));
    expect(trainer.preview(30, hyperparameters())).toEqual(detail);
    trainer.rewind(7);
    const again = advance(trainer, 23);
    for (const name of columns) expect(stepColumn(again.steps, name)).toEqual(stepColumn(steps, name).subarray(7));
    expect(again.detail).toEqual(detail);
  });

  it('tells of every layer how large its numbers are', () => {
    const { trainer } = begun({ problem });
    const { network, gradient } = trainer.preview(0, hyperparameters());
    const { steps } = advance(trainer, 1);
    const rms = (numbers: Float64Array): number => Math.sqrt(dot(numbers, numbers) / numbers.length);
    network?.layers.forEach(({ value, delta }, index) => {
      const layer = index + 1;
      expect(stepColumn(steps, `activationSize${layer}`)[0]).toBeCloseTo(rms(value), 12);
      expect(stepColumn(steps, `deltaSize${layer}`)[0]).toBeCloseTo(rms(delta), 12);
    });
    const last = gradient.subarray(gradient.length - (present(network).layers[2].delta.length / 10) * 3);
    expect(stepColumn(steps, 'gradientSize3')[0]).toBeCloseTo(rms(last), 12);
    expect(steps.layout.layers).toBe(3);
  });
});

describe('a step of a network', () => {
  it('is the mean of its examples and has each of them', () => {
    const { trainer } = begun();
    const { network, gradient, loss, batchLoss, seen } = advance(trainer, 5).detail;
    const dimension = gradient.length;
    expect(loss.reduce((sum, own) => sum + own, 0) / 10).toBeCloseTo(batchLoss, 14);
    for (let i = 0; i < dimension; i++) {
      let sum = 0;
      for (let row = 0; row < 10; row++) sum += present(network).exampleGradients[row * dimension + i] / 10;
      expect(sum).toBeCloseTo(gradient[i], 14);
    }
    // Seen where nothing was asked for along the first two weights.
    expect(seen.alongY[3]).toBeCloseTo(present(network).exampleGradients[3 * dimension + 1], 14);
    expect([...seen.gradient]).toEqual([gradient[0], gradient[1]]);
  });

  it('is seen in the plane of a view, which changes no number', () => {
    const { trainer, start } = begun();
    const view = weightsPlane(start, 4, 9);
    const { detail } = advance(trainer, 12, {}, view);
    const other = trainer.preview(12, hyperparameters());
    expect(detail.seen.weights).toEqual(pointOf(view, detail.weights).point);
    expect(detail.seen.weights[0]).toBe(detail.weights[4] - start[4]);
    expect(detail.seen.distance).toBeGreaterThan(0);
    expect(detail.seen.outside).toBeGreaterThan(0.5);
    expect({ ...detail, seen: null }).toEqual({ ...other, seen: null });
  });

  it('of plain descent lies in its own plane, where there is one', () => {
    const { trainer } = begun({ optimizer: 'sgd' });
    advance(trainer, 3);
    const detail = trainer.preview(3, hyperparameters(), 'step');
    expect(detail.seen.outside).toBeLessThan(1e-7);
    expect(detail.seen.distance).toBe(0);
    expect(detail.seen.weights).toEqual([0, 0]);
    const whole = begun({ optimizer: 'sgd' }).trainer.preview(0, hyperparameters({ batchSize: 60 }), 'step');
    expect(whole.seen.plane?.across[0]).toBe(1);
  });
});

describe('the start of a network', () => {
  it('is moved along the start plane from the drawn weights', () => {
    const { first, start } = begun({ start: [0.5, -1] });
    expect([start[0] - first[0], start[1] - first[1]]).toEqual([0.5, -1]);
    expect(start.subarray(2)).toEqual(first.subarray(2));
    const other = begun({ start: [0.5, -1], startPlane: { weights: [7, 3] } });
    expect([other.start[7] - first[7], other.start[3] - first[3]].map((d) => Number(d.toFixed(12)))).toEqual([0.5, -1]);
    const random = begun({ start: [3, 4], startPlane: { random: 1 } });
    expect(lengthOf(random.start.map((weight, i) => weight - first[i]))).toBeCloseTo(5, 12);
  });

  it('has no random plane where all first weights are 0', () => {
    for (const settings of [{ initial: 'zero' }, { initial: 'equal', constant: 0 }]) {
      const moved = config({ settings, start: [1, 1], startPlane: { random: 7 } });
      expect(() => checkConfig(moved)).toThrow('all 0 have no random plane');
      expect(() => new Trainer().start(moved)).toThrow(RangeError);
      expect(begun({ ...moved, start: [0, 0] }).start.every((weight) => weight === 0)).toBe(true);
      expect(begun({ ...moved, startPlane: { weights: [1, 2] } }).start[1]).toBe(1);
    }
  });

  it('is drawn by the seed, as the settings say', () => {
    const settings = { layers: [3], activation: 'relu', initial: 'he', inputs: ['x2', 'x1 x1'] };
    const { first } = begun({ settings, seed: 9 });
    const { network } = networkObjective({
      ...{ inputs: ['x2', 'x1 x1'], hidden: [3], activation: 'relu', loss: 'bce', classes: 2 },
    });
    expect(first).toEqual(initialWeights(network, { kind: 'he' }, 9));
    expect(begun({ settings, seed: 10 }).first).not.toEqual(first);
  });
});

describe('test points', () => {
  it('are held out, and have a loss of their own', () => {
    const { trainer, examples, test } = begun({ settings: { testShare: 0.25 } });
    expect([examples.count, test?.count]).toEqual([45, 15]);
    const { detail } = advance(trainer, 40);
    expect(detail.testLoss).toBe(trainer.losses(detail.weights, 'test')[0]);
    expect(trainer.losses(detail.weights)[0]).toBe(detail.fullLoss);
    expect(new Set(detail.order)).toEqual(new Set(Array.from({ length: 45 }, (_, row) => row)));
    expect(() => trainer.preview(0, hyperparameters({ batchSize: 46 }))).toThrow(RangeError);
    expect(() => begun().trainer.losses(detail.weights, 'test')).toThrow(RangeError);
  });
});

describe('a loss surface on a plane', () => {
  it('is the same at once and in bands, of all examples and of a batch', () => {
    let time = 0;
    const trainer = new Trainer(() => time++);
    const { start, examples } = trainer.start(config());
    const view = weightsPlane(start, 2, 11);
    for (const batch of [undefined, Int32Array.of(3, 1, 59)]) {
      const request = { domain, columns: 9, rows: 7, view, batch };
      const whole = trainer.surface(request);
      expect([whole.from, whole.to, whole.values.length]).toEqual([0, 7, 63]);
      const values: number[] = [];
      let bands = 0;
      for (let from = 0; from < 7; bands++) {
        const band = trainer.surface({ ...request, view: structuredClone(view), from, milliseconds: 2 });
        expect(band.from).toBe(from);
        values.push(...band.values);
        from = band.to;
      }
      expect(bands).toBeGreaterThan(2);
      expect(values).toEqual([...whole.values]);
      expect(whole.minimum).toBe(Math.min(...values));
    }
    const middle = trainer.surface({ domain: { x: [0.25, 0.25], y: [-1, -1] }, columns: 1, rows: 1, view });
    const weights = start.slice();
    weights[2] += 0.25;
    weights[11] -= 1;
    expect(middle.values[0]).toBeCloseTo(trainer.losses(weights)[0], 13);
    expect(examples.count).toBe(60);
  });
});

describe('what is measured at given weights', () => {
  const request = { batchSize: 10, count: 400, seed: 5, sampling: 'reshuffle' } as const;

  it('is the noise of batches, seen in a plane and in all weights', () => {
    const { trainer, start } = begun();
    const { weights } = advance(trainer, 20).detail;
    const view = weightsPlane(start, 5, 12);
    const { gradients, fullGradient, measured, predicted, totalVariance } = trainer.noise({
      ...request,
      weights,
      view,
    });
    const whole = trainer.preview(20, hyperparameters({ batchSize: 60 }));
    expect(gradients).toHaveLength(800);
    expect(fullGradient[0]).toBeCloseTo(whole.fullGradient[5], 13);
    expect(fullGradient[1]).toBeCloseTo(whole.fullGradient[12], 13);
    expect(measured.covariance[0] / predicted[0]).toBeGreaterThan(0.7);
    expect(measured.covariance[0] / predicted[0]).toBeLessThan(1.4);
    // The variances along all pairs of weights add up to all there is.
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      const other = (i + 1) % weights.length;
      const [c11] = trainer.noise({ ...request, weights, view: weightsPlane(start, i, other) }).predicted;
      sum += c11;
    }
    expect(sum).toBeCloseTo(totalVariance.predicted, 10);
    // What was drawn adds up likewise, and the law holds of it: 400 batches leave it within some percent.
    let drawn = 0;
    for (let i = 0; i < weights.length; i++) {
      const other = (i + 1) % weights.length;
      drawn += trainer.noise({ ...request, weights, view: weightsPlane(start, i, other) }).measured.covariance[0];
    }
    expect(totalVariance.measured / drawn).toBeCloseTo(1, 9);
    expect(Math.abs(totalVariance.measured / totalVariance.predicted - 1)).toBeLessThan(0.15);
  });

  it.each([
    [1, 'reshuffle'],
    [30, 'reshuffle'],
    [60, 'reshuffle'],
    [60, 'replacement'],
  ] as const)('follows the law in total variance: batches of %i, %s', (batchSize, sampling) => {
    const { trainer } = begun();
    const { weights } = advance(trainer, 20).detail;
    const { totalVariance } = trainer.noise({ ...request, weights, batchSize, sampling, count: 2000 });
    const whole = trainer.noise({ ...request, weights, batchSize: 1, count: 1, sampling: 'replacement' });
    const factor = sampling === 'replacement' ? 1 / batchSize : (60 - batchSize) / (batchSize * 59);
    expect(totalVariance.predicted).toBeCloseTo(factor * whole.totalVariance.predicted, 13);
    if (factor === 0) expect(totalVariance.measured).toBeLessThan(1e-25);
    else expect(Math.abs(totalVariance.measured / totalVariance.predicted - 1)).toBeLessThan(0.1);
  });

  it.each([
    [10, 3],
    [25, 3],
  ])(
    'follows the law in total variance with accumulated gradients: batches of %i, %i to an update',
    (batchSize, accumulate) => {
      const { trainer } = begun();
      const { weights } = advance(trainer, 20).detail;
      const { totalVariance } = trainer.noise({ ...request, weights, batchSize, accumulate, count: 2000 });
      const whole = trainer.noise({ ...request, weights, batchSize: 1, count: 1, sampling: 'replacement' });
      // 10, 10, 10 of 60; 25, 25, 10 of 60, which is all of them though not alike.
      const squares = batchSize === 10 ? 1 / 30 : (1 / 25 + 1 / 25 + 1 / 10) / 9;
      expect(totalVariance.predicted).toBeCloseTo(((60 * squares - 1) / 59) * whole.totalVariance.predicted, 12);
      expect(Math.abs(totalVariance.measured / totalVariance.predicted - 1)).toBeLessThan(0.1);
    },
  );

  it('is how steeply the loss curves, found again from the direction found last', () => {
    const { trainer } = begun({ optimizer: 'sgd' });
    const { weights } = advance(trainer, 40).detail;
    const { largest, direction, hessian } = trainer.curvature({ weights });
    expect(hessian).toBeNull();
    expect(largest).toBeGreaterThan(0);
    const again = trainer.curvature({ weights, from: direction });
    expect(again.largest / largest).toBeCloseTo(1, 2);
    const pair = new Trainer();
    pair.start(config({ problem: 'line-fit', start: [0.1, 0.2] }));
    const { largestEigenvalue } = pair.preview(0, hyperparameters());
    const exact = pair.curvature({ weights: Float64Array.of(0.1, 0.2) });
    expect(exact).toMatchObject({ largest: largestEigenvalue, direction: null });
    expect(pair.preview(0, hyperparameters(), null, false).largestEigenvalue).toBe(null);
  });
});

describe('a brief answer', () => {
  it('leaves out the parts of the examples and nothing else', () => {
    const { trainer } = begun();
    const request = { steps: 5, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9 };
    const { detail } = trainer.advance({ ...request, hyperparameters: hyperparameters(), isBrief: true });
    const whole = trainer.preview(5, hyperparameters());
    expect([detail.network, detail.loss.length, detail.seen.alongX.length]).toEqual([null, 0, 0]);
    const { network, prediction, loss, byPrediction, ...rest } = whole;
    expect(detail).toMatchObject({ ...rest, seen: { ...rest.seen, alongX: detail.loss, alongY: detail.loss } });
    expect([network?.count, prediction.length, loss.length, byPrediction.length]).toEqual([10, 10, 10, 10]);
  });
});

describe('planes asked for', () => {
  it('are there, or one sentence says why not', () => {
    const { trainer, start } = begun();
    const { detail } = advance(trainer, 2);
    const { gradient, fullGradient, weights: origin } = detail;
    expect(trainer.plane({ kind: 'weights', origin, weights: [0, 8] }).plane).not.toBeNull();
    expect(trainer.plane({ kind: 'step', origin, gradient, fullGradient }).refusal).toBeNull();
    expect(trainer.plane({ kind: 'random', origin, seed: 4 }).plane?.origin).toBe(origin);
    const { steps } = advance(trainer, 100);
    const path = Float64Array.from({ length: 100 * start.length }, (_, at) => {
      return stepColumn(steps, `w${(at % start.length) + 1}`)[Math.floor(at / start.length)];
    });
    const principal = trainer.plane({ kind: 'principal', origin, path });
    expect(principal.share).toBeGreaterThan(0.9);
    for (const none of [
      trainer.plane({ kind: 'weights', origin, weights: [0, 99] }),
      trainer.plane({ kind: 'step', origin, gradient, fullGradient: gradient }),
      trainer.plane({ kind: 'random', origin: new Float64Array(origin.length), seed: 4 }),
      trainer.plane({ kind: 'principal', origin, path: origin }),
    ]) {
      expect([none.plane, none.share]).toEqual([null, null]);
      expect(none.refusal).toMatch(/\.$/);
    }
  });
});

describe('a run that overflows', () => {
  it('ends as diverged with the layer named, at the last finite weights', () => {
    const { trainer } = begun({ optimizer: 'sgd', settings: { activation: 'linear', layers: [4, 4, 4], loss: 'mse' } });
    const { end, detail } = advance(trainer, 500, { learningRate: 1e90 });
    expect(end).toBe('diverged');
    expect(detail.weights.every(Number.isFinite)).toBe(true);
    expect(detail.overflow).toBeTypeOf('number');
    const { layers } = present(detail.network);
    // The lowest layer on the way forward that holds a number that is none; those below it are as they should be.
    for (const [layer, { sum }] of layers.entries())
      expect(sum.every(Number.isFinite)).toBe(layer < present(detail.overflow));
  });

  it('has no such layer while all is well', () => {
    expect(advance(begun().trainer, 5).detail.overflow).toBeNull();
  });
});

describe('what cannot be', () => {
  it.each<[string, Partial<RunConfig>, RegExp]>([
    ['too many layers', { settings: { layers: [1, 1, 1, 1, 1] } }, /at most 4/],
    ['a layer too large', { settings: { layers: [4, 9] } }, /hidden layer 2/],
    ['a layer of no units', { settings: { layers: [0] } }, /from 1/],
    ['no inputs', { settings: { inputs: [] } }, /one or more of/],
    ['an unknown input', { settings: { inputs: ['x3'] } }, /not x3/],
    ['an unknown activation', { settings: { activation: 'sine' } }, /not sine/],
    ['a loss that does not fit', { settings: { loss: 'cross-entropy' }, problem: 'curve' }, /not cross-entropy/],
    ['more than half held out', { settings: { testShare: 0.6 } }, /at most 0.5/],
    ['a start plane of weights that are not there', { startPlane: { weights: [0, 25] } }, /numbered from 0 to 24/],
    ['a start plane of one weight', { startPlane: { weights: [3, 3] } }, /two different/],
    ['a random start plane without a seed', { startPlane: { random: 0.5 } }, /whole number/],
    ['a start plane of two weights alone', { problem: 'line-fit', startPlane: { weights: [0, 1] } }, /one plane/],
  ])('%s: refused in one sentence', (_, change, sentence) => {
    expect(() => begun(change)).toThrow(RangeError);
    expect(() => begun(change)).toThrow(sentence);
  });

  it('is nothing that a default says', () => {
    for (const id of ids) expect(networkDatasets[id]).toBe(networkProblems[id].data);
  });
});
