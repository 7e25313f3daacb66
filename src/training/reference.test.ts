// Repeats training runs computed by PyTorch, step by step, and compares every number. The format is described in reference/README.md.
// REFERENCE_RUNS names another folder of runs; without it the table reference/differences.json is written.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { meanGradient, meanLoss } from './batches.ts';
import { allocateExamples, type Examples, gatherExamples } from './examples.ts';
import { type FieldValue, withDefaults } from './field.ts';
import { losses } from './losses/index.ts';
import { models } from './models/index.ts';
import { initialState, type Optimizer } from './optimizer.ts';
import { optimizers } from './optimizers/index.ts';
import type { Schedule } from './schedule.ts';
import { schedules } from './schedules/index.ts';

const tolerance = 1e-12;
const ownFolder = join(import.meta.dirname, 'reference', 'runs');
const folder = process.env.REFERENCE_RUNS || ownFolder;
const tablePath = join(import.meta.dirname, 'reference', 'differences.json');

type Spec = { readonly name: string } & Readonly<Record<string, unknown>>;

interface ReferenceRun {
  readonly model: string;
  readonly loss: string;
  readonly optimizer: Spec;
  readonly schedule: Spec | null;
  readonly x: readonly (number | readonly [number, number])[];
  readonly y: readonly number[];
  readonly start: readonly [number, number];
  readonly batches: readonly (readonly number[])[];
  readonly expect: {
    readonly learningRate: readonly number[];
    readonly loss: readonly number[];
    readonly gradient: readonly (readonly [number, number])[];
    readonly weights: readonly (readonly [number, number])[];
  };
}

/** What one torch argument is called here: a field, two fields for a pair, or nothing as long as it is switched off. */
type Argument = string | readonly [string, string] | { readonly ignoredWhen: readonly unknown[] };

const off: Argument = { ignoredWhen: [false, null] };
const implementation = { foreach: off, fused: off, capturable: off, differentiable: off };
const shared = { lr: 'learningRate', weight_decay: 'weightDecay', maximize: 'maximize', ...implementation };
const moments = { ...shared, betas: ['beta1', 'beta2'], eps: 'eps' } as const;
const decoupled = { decoupled_weight_decay: 'decoupledWeightDecay' };

const optimizerArguments: Readonly<Record<string, Readonly<Record<string, Argument>>>> = {
  sgd: { ...shared, momentum: 'momentum', dampening: 'dampening', nesterov: 'nesterov' },
  adagrad: {
    ...shared,
    lr_decay: 'learningRateDecay',
    initial_accumulator_value: 'initialAccumulatorValue',
    eps: 'eps',
  },
  rmsprop: { ...shared, alpha: 'alpha', eps: 'eps', momentum: 'momentum', centered: 'centered' },
  adadelta: { ...shared, rho: 'rho', eps: 'eps' },
  adam: { ...moments, ...decoupled, amsgrad: 'amsgrad' },
  adamw: { ...moments, amsgrad: 'amsgrad' },
  adamax: moments,
  nadam: { ...moments, ...decoupled, momentum_decay: 'momentumDecay' },
  radam: { ...moments, ...decoupled },
  rprop: {
    lr: 'learningRate',
    maximize: 'maximize',
    ...implementation,
    etas: ['etaMinus', 'etaPlus'],
    step_sizes: ['stepMin', 'stepMax'],
  },
};

const atStart: Argument = { ignoredWhen: [-1] };
const progress = { last_epoch: atStart, verbose: { ignoredWhen: [false, 'deprecated'] } };

const scheduleArguments: Readonly<Record<string, Readonly<Record<string, Argument>>>> = {
  constant: { ...progress, factor: 'factor', total_iters: 'totalIters' },
  step: { ...progress, step_size: 'stepSize', gamma: 'gamma' },
  multistep: { ...progress, milestones: 'milestones', gamma: 'gamma' },
  exponential: { ...progress, gamma: 'gamma' },
  cosine: { ...progress, T_max: 'tMax', eta_min: 'etaMin' },
  'cosine-restarts': { ...progress, T_0: 't0', T_mult: 'tMult', eta_min: 'etaMin' },
  linear: { ...progress, start_factor: 'startFactor', end_factor: 'endFactor', total_iters: 'totalIters' },
  polynomial: { ...progress, total_iters: 'totalIters', power: 'power' },
  'one-cycle': {
    ...progress,
    max_lr: 'learningRate',
    total_steps: 'totalSteps',
    epochs: 'epochs',
    steps_per_epoch: 'stepsPerEpoch',
    pct_start: 'pctStart',
    anneal_strategy: 'annealStrategy',
    cycle_momentum: 'cycleMomentum',
    base_momentum: 'baseMomentum',
    max_momentum: 'maxMomentum',
    div_factor: 'divFactor',
    final_div_factor: 'finalDivFactor',
    three_phase: 'threePhase',
  },
};

/** Where this project's default is not torch's. */
const torchDefaults: Readonly<Record<string, Readonly<Record<string, FieldValue>>>> = {
  constant: { factor: 1 / 3 },
};

function known<T>(kind: string, name: string, registry: Readonly<Record<string, T>>): T {
  if (!Object.hasOwn(registry, name)) throw new Error(`unknown ${kind} ${name}`);
  return registry[name];
}

/** The values of a spec under this project's names. */
function translate({ name, ...given }: Spec, table: Readonly<Record<string, Argument>>): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const [argument, value] of Object.entries(given)) {
    const meaning = known(`argument of ${name}:`, argument, table);
    if (typeof meaning === 'string') {
      if (value !== null) values[meaning] = value as FieldValue;
    } else if (!('ignoredWhen' in meaning)) {
      const [first, second] = value as readonly [number, number];
      values[meaning[0]] = first;
      values[meaning[1]] = second;
    } else if (!meaning.ignoredWhen.includes(value)) {
      throw new Error(`${name} with ${argument} = ${String(value)} is another computation`);
    }
  }
  return values;
}

interface Rule {
  readonly optimizer: Optimizer;
  readonly learningRate: number;
  readonly values: Record<string, FieldValue>;
}

function readOptimizer(spec: Spec): Rule {
  const { learningRate, ...values } = translate(spec, known('optimizer', spec.name, optimizerArguments));
  const optimizer: Optimizer = known('optimizer', spec.name, optimizers);
  return {
    optimizer,
    learningRate: (learningRate as number | undefined) ?? optimizer.defaultLearningRate,
    values: withDefaults(optimizer.fields, values),
  };
}

interface Plan {
  readonly schedule: Schedule;
  readonly base: number;
  readonly values: Record<string, FieldValue>;
}

/** The schedule of a run; `learningRate` is the optimizer's, which one-cycle replaces by its own. */
function readSchedule(spec: Spec | null, learningRate: number): Plan {
  if (spec === null)
    return { schedule: schedules.constant, base: learningRate, values: withDefaults(schedules.constant.fields, {}) };
  const schedule: Schedule = known('schedule', spec.name, schedules);
  const translated = translate(spec, known('schedule', spec.name, scheduleArguments));
  const { learningRate: highest, epochs, stepsPerEpoch, ...values } = { ...torchDefaults[spec.name], ...translated };
  // torch takes one rate for each parameter group, here one, as a number or as a list.
  const base = highest === undefined ? learningRate : [highest].flat()[0];
  if (epochs !== undefined && values.totalSteps === undefined)
    values.totalSteps = (epochs as number) * (stepsPerEpoch as number);
  for (const name of ['baseMomentum', 'maxMomentum']) if (Array.isArray(values[name])) values[name] = values[name][0];
  return { schedule, base: base as number, values: withDefaults(schedule.fields, values) };
}

function readExamples(x: ReferenceRun['x'], y: readonly number[]): Examples {
  const examples = allocateExamples(y.length);
  for (const [row, features] of x.entries()) {
    examples.x1[row] = typeof features === 'number' ? features : features[0];
    examples.x2[row] = typeof features === 'number' ? 0 : features[1];
    examples.y[row] = y[row];
  }
  return examples;
}

const quantities = ['learningRate', 'loss', 'gradient', 'weights'] as const;
type Quantity = (typeof quantities)[number];

/** What this project computes at each step, in the form of `expect`. */
function repeatRun(run: ReferenceRun): Record<Quantity, number[][]> {
  const model = known('model', run.model, models);
  const loss = known('loss', run.loss, losses);
  const { optimizer, learningRate, values } = readOptimizer(run.optimizer);
  const plan = readSchedule(run.schedule, learningRate);
  const examples = readExamples(run.x, run.y);
  const batch = allocateExamples(run.y.length);
  const [prediction, lossColumn, byPrediction, byW1, byW2] = Array.from(
    { length: 5 },
    () => new Float64Array(run.y.length),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const weights = Float64Array.from(run.start);
  const gradient = new Float64Array(2);
  const update = new Float64Array(2);
  // The schedule sets its first rate before the optimizer makes its state at the first step.
  let state = initialState(optimizer, 2, values, plan.schedule.rate(0, plan.base, plan.values));
  let nextState: Float64Array = new Float64Array(state.length);
  const result: Record<Quantity, number[][]> = { learningRate: [], loss: [], gradient: [], weights: [] };

  for (const [t, indices] of run.batches.entries()) {
    const rate = plan.schedule.rate(t, plan.base, plan.values);
    const momentum = plan.schedule.momentum?.(t, plan.values) ?? null;
    if (momentum !== null && optimizer.momentumField !== undefined) values[optimizer.momentumField] = momentum;
    gatherExamples(examples, Int32Array.from(indices), 0, indices.length, batch);
    model.predict(weights[0], weights[1], batch, prediction);
    loss.value(prediction, batch.y, batch.count, lossColumn);
    loss.derivative(prediction, batch.y, batch.count, byPrediction);
    model.derivative(weights[0], weights[1], batch, byW1, byW2);
    meanGradient(byPrediction, byW1, byW2, batch.count, gradient);
    optimizer.update(weights, gradient, state, rate, values, nextState, update);
    [state, nextState] = [nextState, state];
    weights[0] += update[0];
    weights[1] += update[1];
    result.learningRate.push([rate]);
    result.loss.push([meanLoss(lossColumn, batch.count)]);
    result.gradient.push([...gradient]);
    result.weights.push([...weights]);
  }
  return result;
}

type Differences = { runs: number; steps: number; largest: number } & Record<Quantity, number>;
const table: Record<string, Differences> = {};

/** Compares a run at every step and keeps the largest relative differences for the table. */
function compareRun(run: ReferenceRun): void {
  expect(run.batches.length, 'steps').toBeGreaterThan(0);
  const actual = repeatRun(run);
  table[run.optimizer.name] ??= { runs: 0, steps: 0, largest: 0, learningRate: 0, loss: 0, gradient: 0, weights: 0 };
  const row = table[run.optimizer.name];
  row.runs += 1;
  row.steps += run.batches.length;
  for (const quantity of quantities) {
    expect(run.expect[quantity], `steps of ${quantity}`).toHaveLength(run.batches.length);
    for (const [t, expected] of run.expect[quantity].entries()) {
      for (const [i, value] of [expected].flat().entries()) {
        const found = actual[quantity][t][i];
        const difference = Math.abs(found - value) / Math.max(1, Math.abs(value));
        // Written so that a difference that is not a number fails too.
        if (!(difference <= tolerance))
          expect.fail(`${quantity}[${i}] of step ${t} is ${found} and should be ${value}: ${difference} apart`);
        row[quantity] = Math.max(row[quantity], difference);
        row.largest = Math.max(row.largest, difference);
      }
    }
  }
}

const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];

describe('runs computed by PyTorch', () => {
  let passed = 0;

  it('are there', () => {
    expect(files.length, `reference runs in ${folder}`).toBeGreaterThan(0);
  });

  it.each(files)('%s', (file) => {
    try {
      compareRun(JSON.parse(readFileSync(join(folder, file), 'utf8')) as ReferenceRun);
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
    passed += 1;
  });

  afterAll(() => {
    const rows = Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = rows.map(
      ([name, { runs, steps, largest }]) =>
        `${name.padEnd(10)}${String(runs).padStart(4)} runs${String(steps).padStart(6)} steps   ${largest.toExponential(1)}`,
    );
    process.stdout.write(`largest |difference| / max(1, |expected|) per optimizer\n${lines.join('\n')}\n`);
    // A table of some of the runs would be read as a table of all of them.
    if (process.env.REFERENCE_RUNS || passed === 0 || passed < files.length) return;
    const twoFigures = (value: number): number => Number(value.toPrecision(2));
    const rounded = rows.map(([name, { runs, steps, largest, ...row }]) => [
      name,
      {
        runs,
        steps,
        largest: twoFigures(largest),
        ...Object.fromEntries(quantities.map((q) => [q, twoFigures(row[q])])),
      },
    ]);
    const text = `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`;
    if (!existsSync(tablePath) || readFileSync(tablePath, 'utf8') !== text) writeFileSync(tablePath, text);
  });
});
