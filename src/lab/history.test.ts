import { describe, expect, it } from 'vitest';
import { type Steps, stepColumnCount } from '../training/run/log.ts';
import type { Hyperparameters } from '../training/run/run.ts';
import { History, historyCapacity } from './history.ts';

const hyperparameters = (learningRate: number): Hyperparameters => ({
  learningRate,
  batchSize: 1,
  optimizer: {},
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
});
const first = hyperparameters(1);

/** Steps whose column c holds step + c / 100. */
function stepsFrom(firstStep: number, count: number, capacity = count + 3): Steps {
  const buffer = new Float64Array(capacity * stepColumnCount);
  for (let column = 0; column < stepColumnCount; column++)
    for (let row = 0; row < count; row++) buffer[column * capacity + row] = firstStep + row + column / 100;
  return { firstStep, count, buffer, capacity };
}

describe('the log', () => {
  it('keeps every step and column', () => {
    const history = new History();
    history.append(stepsFrom(0, 3), first);
    history.append(stepsFrom(3, 2000), first);
    expect(history.count).toBe(2003);
    expect(history.column('w1').length).toBe(2003);
    for (const step of [0, 2, 3, 1024, 2002]) {
      expect(history.at('w1', step)).toBe(step);
      expect(history.at('update1', step)).toBe(step + 0.04);
    }
  });

  it('forgets what is truncated and knows that it did', () => {
    const history = new History();
    history.append(stepsFrom(0, 50), first);
    const { revision } = history;
    history.truncate(20);
    expect(history.revision).toBeGreaterThan(revision);
    history.append(stepsFrom(20, 5), first);
    expect([...history.column('w1')]).toEqual(Array.from({ length: 25 }, (_, step) => step));
  });

  it('knows which hyperparameters a step used', () => {
    const history = new History();
    const second = hyperparameters(2);
    history.append(stepsFrom(0, 10), first);
    history.append(stepsFrom(10, 10), second);
    expect(history.hyperparametersAt(9)).toBe(first);
    expect(history.hyperparametersAt(10)).toBe(second);
    history.truncate(10);
    expect(history.hyperparametersAt(10)).toBe(first);
  });

  it('stays within its capacity and halves the resolution of the past', () => {
    const history = new History();
    for (let step = 0; step < 450_000; step += 9_999) history.append(stepsFrom(step, 9_999), first);
    expect(history.rows).toBeLessThanOrEqual(historyCapacity);
    expect(history.stride).toBe(8);
    const w1 = history.column('w1');
    for (let row = 0; row < history.rows; row++) expect(w1[row]).toBe(row * history.stride);
    expect(history.at('w1', 1000)).toBe(1000);
  });

  it('tells steps that are taken back from rows that are thinned out', () => {
    const history = new History();
    history.append(stepsFrom(0, 150_000), first);
    const { retractions } = history;
    history.append(stepsFrom(150_000, 100_000), first);
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
    history.append(stepsFrom(0, 150_001), first);
    // The columns of step s hold s and s + 0.01 and, for its update, s + 0.04 and s + 0.05.
    expect(history.stride).toBe(2);
    expect(history.head).toEqual([150_000 + (150_000 + 0.04), 150_000 + 0.01 + (150_000 + 0.05)]);
    expect(history.weightsAt(150_001)).toBe(history.head);
    expect(history.weightsAt(1000)).toEqual([1000, 1000.01]);
    expect(history.weightsAt(1001)).toBeNull();
    expect(history.weightsNear(1001)).toEqual([1000, 1000.01]);
    history.truncate(1001);
    expect(history.head).toBeNull();
    history.truncate(1000);
    expect(history.head).toEqual([1000, 1000.01]);
    history.clear();
    expect(history.head).toBeNull();
  });

  it('appends rightly after it was thinned and truncated between kept rows', () => {
    const history = new History();
    history.append(stepsFrom(0, 150_000), first);
    expect(history.stride).toBe(2);
    history.truncate(1001);
    history.append(stepsFrom(1001, 7), first);
    expect([...history.column('w1')].slice(-4)).toEqual([1000, 1002, 1004, 1006]);
  });
});

describe('the full loss along the path', () => {
  it('asks for steps it does not know, evenly spread, and never for more than it can keep', () => {
    const history = new History();
    history.append(stepsFrom(0, 100), first);
    const { steps, weights } = history.fullLoss.missing(history);
    // And where the last step led.
    expect(steps.length).toBe(101);
    expect([weights[200], weights[201]]).toEqual([...history.head!]);
    expect([weights[20], weights[21]]).toEqual([10, 10.01]);
    history.fullLoss.append(steps, Float64Array.from(steps));
    expect(history.fullLoss.missing(history).steps).toEqual([]);
    history.append(stepsFrom(100, 9000), first);
    const more = history.fullLoss.missing(history).steps;
    history.fullLoss.append(more, Float64Array.from(more));
    const { count, step } = history.fullLoss;
    expect(count).toBeLessThanOrEqual(1024);
    expect(new Set(Array.from(step.subarray(1, count), (value, index) => value - step[index]))).toEqual(new Set([16]));
  });
});
