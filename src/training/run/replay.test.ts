// Steps under edits are the same steps however they are cut into stretches, and end where the run does.

import { describe, expect, it } from 'vitest';
import { allocateSteps, pairLayout, stepColumn } from './log.ts';
import { Loop } from './loop.ts';
import { nextStretch, replay, ruleAt, rulesOf } from './replay.ts';
import type { Edit, Hyperparameters, RunConfig } from './run.ts';
import { setUp } from './setup.ts';
import { stepWriter } from './stepWriter.ts';
import { farOut } from './takeUpdate.ts';

const config: RunConfig = {
  ...{ problem: 'sine-fit', settings: {}, examples: 40, noise: 0.2, seed: 3, start: [-1, 0.8] },
  ...{ optimizer: 'momentum', sampling: 'reshuffle', dropLast: false },
};

const rule = (learningRate: number, batchSize: number): Hyperparameters => ({
  ...{ learningRate, batchSize, optimizer: {} },
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
});

const edits: readonly Edit[] = [
  { step: 0, hyperparameters: rule(0.05, 4) },
  { step: 7, hyperparameters: rule(0.1, 9) },
  { step: 30, hyperparameters: rule(0.02, 40) },
];

function begun(own: RunConfig = config, ofEdits = edits) {
  const loop = new Loop(setUp(own));
  const rules = rulesOf(own.optimizer, ofEdits);
  loop.begin(rules[0].rule);
  return { loop, rules };
}

function taken(stops: readonly number[]) {
  const { loop, rules } = begun();
  const writeStep = stepWriter(pairLayout);
  const buffer = allocateSteps(pairLayout, 50);
  const rows = { firstStep: 0, buffer, capacity: 50 };
  for (const stop of stops) expect(replay(loop, rules, stop, () => writeStep(loop, rows))).toBe(true);
  return { firstStep: 0, count: 50, layout: pairLayout, buffer, capacity: 50 };
}

describe('a replay', () => {
  it('takes the same steps in one stretch or in many', () => {
    const once = taken([50]);
    expect(taken([3, 7, 7, 8, 29, 30, 31, 50]).buffer).toEqual(once.buffer);
    expect([6, 7, 30].map((step) => stepColumn(once, 'batchSize')[step])).toEqual([4, 9, 31]);
    expect(stepColumn(once, 'learningRate')[6]).toBe(0.05);
    expect(stepColumn(once, 'learningRate')[7]).toBe(0.1);
  });

  it('follows an edit at the step it ends at', () => {
    const { loop, rules } = begun();
    replay(loop, rules, 7);
    loop.prepare();
    expect([loop.step, loop.learningRate, loop.size]).toEqual([7, 0.1, 9]);
  });

  it('goes on from a snapshot as from the start', () => {
    const { loop, rules } = begun();
    replay(loop, rules, 20);
    const snapshot = loop.snapshot();
    replay(loop, rules, 45);
    const end = loop.snapshot();
    loop.restore(snapshot, ruleAt(rules, 20));
    replay(loop, rules, 45);
    expect(loop.snapshot()).toEqual(end);
  });

  it('stops at the first weights that are far out', () => {
    const { loop, rules } = begun({ ...config, problem: 'line-fit' }, [{ step: 0, hyperparameters: rule(5, 4) }]);
    expect(replay(loop, rules, 1000)).toBe(false);
    expect(loop.isFarOut).toBe(true);
    const there = loop.step;
    expect(there).toBeLessThan(1000);
    expect(loop.weights.some((weight) => Math.abs(weight) > farOut)).toBe(true);
    expect(replay(loop, rules, 1000)).toBe(false);
    expect(loop.step).toBe(there);
  });
});

describe('a new rule', () => {
  it('lets the count of quiet steps begin anew, and the same one does not', () => {
    const { loop, rules } = begun();
    loop.rest.steps = 12;
    loop.follow(rules[0].rule);
    expect(loop.rest.steps).toBe(12);
    loop.follow(rules[1].rule);
    expect(loop.rest.steps).toBe(0);
  });
});

describe('a stretch', () => {
  it('reaches to the next edit', () => {
    expect([0, 6, 7, 29, 30, 99].map((step) => nextStretch(edits, step).until)).toEqual([
      ...[7, 7, 30, 30, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ]);
    expect(nextStretch(edits, 7).hyperparameters).toBe(edits[1].hyperparameters);
  });
});
