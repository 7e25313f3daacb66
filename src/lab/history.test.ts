import { describe, expect, it } from 'vitest';
import { present } from '../training/present.ts';
import { pairLayout, type Steps, stepColumnCount, stepColumns } from '../training/run/log.ts';
import type { Hyperparameters, StepLayout } from '../training/run/run.ts';
import { History, historyCapacity } from './history.ts';

const hyperparameters = (learningRate: number): Hyperparameters => ({
  learningRate,
  batchSize: 1,
  optimizer: {},
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
});
const first = hyperparameters(1);

/** Steps whose column c holds step + c / 100. */
function stepsFrom(firstStep: number, count: number, layout: StepLayout = pairLayout): Steps {
  const capacity = count + 3;
  const width = stepColumnCount(layout);
  const buffer = new Float64Array(capacity * width);
  for (let column = 0; column < width; column++)
    for (let row = 0; row < count; row++) buffer[column * capacity + row] = firstStep + row + column / 100;
  return { firstStep, count, layout, buffer, capacity };
}

/** Appends them; weight w of the head after step s is s + 1 + w / 100. */
function append(history: History, steps: Steps, by: Hyperparameters): void {
  const next = steps.firstStep + steps.count;
  history.append(
    steps,
    by,
    Float64Array.from({ length: steps.layout.dimension }, (_, w) => next + w / 100),
  );
}

describe('the log', () => {
  it('keeps every step and column', () => {
    const history = new History();
    append(history, stepsFrom(0, 3), first);
    append(history, stepsFrom(3, 2000), first);
    expect(history.count).toBe(2003);
    expect(history.column('w1').length).toBe(2003);
    for (const step of [0, 2, 3, 1024, 2002]) {
      expect(history.at('w1', step)).toBe(step);
      expect(history.at('update1', step)).toBe(step + 0.04);
    }
  });

  it('forgets what is truncated and knows that it did', () => {
    const history = new History();
    append(history, stepsFrom(0, 50), first);
    const { revision } = history;
    history.truncate(20);
    expect(history.revision).toBeGreaterThan(revision);
    append(history, stepsFrom(20, 5), first);
    expect([...history.column('w1')]).toEqual(Array.from({ length: 25 }, (_, step) => step));
  });

  it('knows which hyperparameters a step used', () => {
    const history = new History();
    const second = hyperparameters(2);
    append(history, stepsFrom(0, 10), first);
    append(history, stepsFrom(10, 10), second);
    expect(history.hyperparametersAt(9)).toBe(first);
    expect(history.hyperparametersAt(10)).toBe(second);
    history.truncate(10);
    expect(history.hyperparametersAt(10)).toBe(first);
  });

  it('stays within its capacity and halves the resolution of the past', () => {
    const history = new History();
    for (let step = 0; step < 450_000; step += 9_999) append(history, stepsFrom(step, 9_999), first);
    expect(history.rows).toBeLessThanOrEqual(historyCapacity);
    expect(history.stride).toBe(8);
    const w1 = history.column('w1');
    for (let row = 0; row < history.rows; row++) expect(w1[row]).toBe(row * history.stride);
    expect(history.at('w1', 1000)).toBe(1000);
  });

  it('tells steps that are taken back from rows that are thinned out', () => {
    const history = new History();
    append(history, stepsFrom(0, 150_000), first);
    const { retractions } = history;
    append(history, stepsFrom(150_000, 100_000), first);
    expect(history.stride).toBe(4);
    expect(history.retractions).toBe(retractions);
    // Steps 0 to 10 at a stride of 1 or 2 have their rows 0, 4, and 8 left; a count at the present stride stays.
    expect([history.rowsKept(11, 1), history.rowsKept(6, 2), history.rowsKept(7, 4)]).toEqual([3, 3, 7]);
    history.truncate(5);
    expect(history.retractions).toBe(retractions + 1);
    history.clear();
    expect(history.retractions).toBe(retractions + 2);
  });

  it('knows where the last step led, and what thinning has lost', () => {
    const history = new History();
    expect(history.weightsAt(0)).toBeNull();
    append(history, stepsFrom(0, 150_001), first);
    expect(history.stride).toBe(2);
    expect(history.head).toEqual(Float64Array.of(150_001, 150_001.01));
    expect(history.weightsAt(150_001)).toEqual(history.head);
    expect(history.weightsAt(1000)).toEqual(Float64Array.of(1000, 1000.01));
    expect(history.weightsAt(1001)).toBeNull();
    expect(history.weightsNear(1001)).toEqual(Float64Array.of(1000, 1000.01));
    history.truncate(1001);
    expect(history.head).toBeNull();
    history.truncate(1000);
    expect(history.head).toEqual(Float64Array.of(1000, 1000.01));
    history.clear();
    expect(history.head).toBeNull();
  });

  it('appends rightly after it was thinned and truncated between kept rows', () => {
    const history = new History();
    append(history, stepsFrom(0, 150_000), first);
    expect(history.stride).toBe(2);
    history.truncate(1001);
    append(history, stepsFrom(1001, 7), first);
    expect([...history.column('w1')].slice(-4)).toEqual([1000, 1002, 1004, 1006]);
  });
});

describe('the log of a network', () => {
  const layout: StepLayout = { dimension: 337, layers: 4 };

  it('keeps scalars and sizes as long as two weights do, and of the weights no more than 8 MB', () => {
    const history = new History();
    for (let step = 0; step < 20_000; step += 1000) append(history, stepsFrom(step, 1000, layout), first);
    expect([history.rows, history.stride]).toEqual([20_000, 1]);
    expect(history.column('deltaSize3')).toHaveLength(20_000);
    const { path } = history;
    expect(path.rows * 338).toBeLessThanOrEqual(1_048_576);
    expect([path.stride, path.rows]).toEqual([8, 2500]);
    expect([...path.epoch.subarray(0, 3)]).toEqual([3.4, 11.4, 19.4]);
    const known = history.weightsAt(16);
    expect(known).toHaveLength(337);
    expect([known?.[0], known?.[336]]).toEqual([16, 19.36]);
    expect(history.weightsAt(17)).toBeNull();
    expect(history.weightsNear(17)).toEqual(known);
    expect(history.at('w337', 17)).toBe(19.36);
    expect(history.at('batchLoss', 17)).toBe(17 + 3.37);
    expect(() => history.column('gradient1')).toThrow(RangeError);
  });

  it('asks for the full loss where the weights are kept', () => {
    const history = new History();
    for (let step = 0; step < 20_000; step += 1000) append(history, stepsFrom(step, 1000, layout), first);
    const asked: number[] = [];
    for (;;) {
      const { steps, weights } = history.fullLoss.missing(history);
      if (steps.length === 0) break;
      // A few at a time, so that nobody waits long for their losses.
      expect(weights).toHaveLength(steps.length * 337);
      expect(weights.length).toBeLessThan(17_000);
      expect(weights.subarray(0, 337)).toEqual(history.weightsAt(steps[0]));
      asked.push(...steps);
      history.fullLoss.append(steps, Float64Array.from(steps));
    }
    expect(asked).toEqual(Array.from({ length: 626 }, (_, point) => 32 * point));
  });

  it('begins anew where steps of another problem come', () => {
    const history = new History();
    append(history, stepsFrom(0, 10), first);
    history.clear();
    const { revision } = history;
    append(history, stepsFrom(0, 10, layout), first);
    expect(history.revision).toBeGreaterThan(revision);
    expect(history.layout).toBe(layout);
    expect([history.rows, history.path.rows]).toEqual([10, 10]);
    expect(stepColumns(layout)).toHaveLength(337 + 6 + 20);
  });

  it('is seen in a plane, which may change at any time', () => {
    const history = new History();
    const unit = (place: number): Float64Array => Float64Array.from({ length: 337 }, (_, w) => Number(w === place));
    append(history, stepsFrom(0, 5, layout), first);
    history.path.show({ origin: new Float64Array(337), across: unit(0), up: unit(100) });
    expect([[...history.path.x], [...history.path.y]]).toEqual([
      [0, 1, 2, 3, 4],
      [1, 2, 3, 4, 5],
    ]);
    append(history, stepsFrom(5, 2, layout), first);
    expect([...history.path.y]).toEqual([1, 2, 3, 4, 5, 6, 7]);
    history.path.show({ origin: unit(1), across: unit(1), up: unit(0) });
    expect(history.path.x[6]).toBeCloseTo(5.01, 12);
    expect(history.path.distance?.[6]).toBeGreaterThan(100);
    history.truncate(3);
    append(history, stepsFrom(3, 1, layout), first);
    expect([...history.path.y]).toEqual([0, 1, 2, 3]);
    expect(history.path.pointOf(unit(0))).toEqual([-1, 1]);
  });
});

describe('the full loss along the path', () => {
  it('asks for steps it does not know, evenly spread, and never for more than it can keep', () => {
    const history = new History();
    append(history, stepsFrom(0, 100), first);
    const { steps, weights } = history.fullLoss.missing(history);
    // And where the last step led.
    expect(steps.length).toBe(101);
    expect([weights[200], weights[201]]).toEqual([...present(history.head)]);
    expect([weights[20], weights[21]]).toEqual([10, 10.01]);
    history.fullLoss.append(steps, Float64Array.from(steps));
    expect(history.fullLoss.missing(history).steps).toEqual([]);
    append(history, stepsFrom(100, 9000), first);
    const more = history.fullLoss.missing(history).steps;
    history.fullLoss.append(more, Float64Array.from(more));
    const { count, step } = history.fullLoss;
    expect(count).toBeLessThanOrEqual(1024);
    expect(new Set(Array.from(step.subarray(1, count), (value, index) => value - step[index]))).toEqual(new Set([16]));
  });
});
