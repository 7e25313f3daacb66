// The golden runs in Node. After a deliberate change of the numbers renew their hashes and commit them with the change:
//   RENEW_GOLDEN_RUNS=1 npx vitest run src/training/golden/goldenRuns.test.ts

import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { samplings } from '../batches.ts';
import { hashNumbers } from '../hash.ts';
import { losses } from '../losses/index.ts';
import { models } from '../models/index.ts';
import { optimizers } from '../optimizers/index.ts';
import { present } from '../present.ts';
import { pairProblems } from '../problems/index.ts';
import { resolvePair } from '../run/configuration.ts';
import { pairLayout, stepColumn, stepColumns } from '../run/log.ts';
import { Trainer } from '../run/trainer.ts';
import { schedules } from '../schedules/index.ts';
import type { Weights } from '../vector.ts';
import { type GoldenRun, goldenHash, goldenRuns, goldenStepCount, takeGoldenRun } from './goldenRuns.ts';

const file = new URL('goldenRuns.json', import.meta.url);
const named = goldenRuns.map((run) => [run.name, run] as const);

const hashes = new Map<string, string>();

beforeAll(() => {
  for (const run of goldenRuns) hashes.set(run.name, goldenHash(run));
  if (process.env.RENEW_GOLDEN_RUNS === '1')
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
});

/** The next double above `value`, which is not 0. */
function oneUlpFarther(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + 1n);
  return view.getFloat64(0);
}

const startingAt = (run: GoldenRun, start: Weights): GoldenRun => ({ ...run, config: { ...run.config, start } });

/** The run from a start one ulp farther from 0 in one of its weights. */
function nudged(run: GoldenRun, weight: 'w1' | 'w2'): GoldenRun {
  const [w1, w2] = run.config.start;
  return startingAt(run, weight === 'w1' ? [oneUlpFarther(w1), w2] : [w1, w2 === 0 ? 5e-324 : oneUlpFarther(w2)]);
}

describe('the golden runs', () => {
  it('have the hashes written down, no more and no fewer', () => {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.fromEntries(hashes), 'the numbers changed; if they were meant to, renew the hashes').toEqual(kept);
    expect(hashes.size).toBe(goldenRuns.length);
  });

  it('hold every model, loss, optimizer, problem, schedule, and sampling', () => {
    const settings = goldenRuns.map((run) => resolvePair(run.config));
    expect(new Set(settings.map(({ model }) => model))).toEqual(new Set(Object.values(models)));
    expect(new Set(settings.map(({ loss }) => loss))).toEqual(new Set(Object.values(losses)));
    expect(new Set(goldenRuns.map(({ config }) => config.problem))).toEqual(new Set(Object.keys(pairProblems)));
    expect(new Set(goldenRuns.map(({ config }) => config.optimizer))).toEqual(new Set(Object.keys(optimizers)));
    expect(new Set(goldenRuns.map(({ config }) => config.sampling))).toEqual(new Set(samplings));
    const kinds = goldenRuns.flatMap(({ edits }) => edits.map(({ hyperparameters }) => hyperparameters.schedule.kind));
    expect(new Set(kinds)).toEqual(new Set(Object.keys(schedules)));
  });

  it.each(named)('%s: finite throughout, and moving to its end', (_name, run) => {
    const steps = takeGoldenRun(run);
    expect(steps.buffer.every(Number.isFinite)).toBe(true);
    const last = stepColumn(steps, 'w1').subarray(goldenStepCount - 100);
    expect(new Set(last).size).toBeGreaterThan(50);
  });

  it.each(named)('%s: chaotic exactly if it says so', (_name, run) => {
    const steps = takeGoldenRun(run);
    const other = takeGoldenRun(nudged(run, 'w1'));
    const apart = stepColumns(pairLayout)
      .filter((column) => column === 'w1' || column === 'w2')
      .flatMap((column) => [...stepColumn(steps, column)].map((w, i) => Math.abs(w - stepColumn(other, column)[i])));
    const farthest = Math.max(...apart);
    if (run.isChaotic) expect(farthest).toBeGreaterThan(1e-3);
    else expect(farthest).toBeLessThan(1e-12);
  });
});

describe('a hash', () => {
  it.each(named)('of %s changes with the last bit of either start weight', (name, run) => {
    expect(goldenHash(nudged(run, 'w1'))).not.toBe(hashes.get(name));
    expect(goldenHash(nudged(run, 'w2'))).not.toBe(hashes.get(name));
  });

  it.each(stepColumns(pairLayout))('changes with the last bit of any number in column %s', (column) => {
    const run = goldenRuns[0];
    const steps = takeGoldenRun(run);
    const numbers = stepColumn(steps, column);
    for (const row of [0, 1, 777, goldenStepCount - 1]) {
      const kept = numbers[row];
      numbers[row] = kept === 0 ? 5e-324 : oneUlpFarther(kept);
      expect(hashNumbers(steps.buffer)).not.toBe(hashes.get(run.name));
      numbers[row] = kept;
    }
    expect(hashNumbers(steps.buffer)).toBe(hashes.get(run.name));
  });
});

describe('nothing is left behind by a run', () => {
  it('for later runs in the same process', () => {
    for (const run of goldenRuns.toReversed()) expect(goldenHash(run), run.name).toBe(hashes.get(run.name));
  });

  it('in a trainer that begins another', () => {
    const trainer = new Trainer();
    for (const run of goldenRuns) {
      expect(goldenHash(run, trainer), run.name).toBe(hashes.get(run.name));
      trainer.preview(goldenStepCount, present(run.edits.at(-1)).hyperparameters);
      trainer.rewind(300);
    }
  });

  it('for a run that advances by turns with another', () => {
    const pairs = goldenRuns.map((run, index) => [run, goldenRuns[(index + 1) % goldenRuns.length]]);
    for (const pair of pairs) {
      const runners = pair.map((run) => {
        const trainer = new Trainer();
        trainer.start(run.config);
        return { run, trainer, w1: [] as number[] };
      });
      for (let step = 0; step < 200; step += 10) {
        for (const { run, trainer, w1 } of runners) {
          const { hyperparameters } = run.edits[0];
          const reply = trainer.advance({ steps: 10, milliseconds: 1e9, stepLimit: 1e9, hyperparameters });
          w1.push(...stepColumn(reply.steps, 'w1'));
        }
      }
      for (const { run, w1 } of runners)
        expect(w1, run.name).toEqual([...stepColumn(takeGoldenRun(run), 'w1').subarray(0, 200)]);
    }
  });
});
