// Repeats training runs computed by PyTorch, step by step, and compares every number. The format is described in reference/README.md.
// REFERENCE_RUNS names another folder of runs, REFERENCE_NETWORKS one of networks; without the first the table
// reference/differences.json is written.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { meanGradient, meanLoss } from './batches.ts';
import { clipToNorm } from './clipNorm.ts';
import { allocateExamples, type Examples, gatherExamples } from './examples.ts';
import { type FieldValue, withDefaults } from './field.ts';
import { losses } from './losses/index.ts';
import { models } from './models/index.ts';
import type { ActivationId } from './network/activations/index.ts';
import type { InputId } from './network/inputs.ts';
import type { NetworkLossId } from './network/losses/index.ts';
import { type NetworkObjective, networkObjective } from './objective/networkObjective.ts';
import { initialState, type Optimizer } from './optimizer.ts';
import { optimizers } from './optimizers/index.ts';
import { GradientSum } from './run/gradientSum.ts';
import { Rule as RunRule } from './run/rule.ts';
import type { Schedule } from './schedule.ts';
import { schedules } from './schedules/index.ts';

const tolerance = 1e-12;
const folder = process.env.REFERENCE_RUNS || join(import.meta.dirname, 'reference', 'runs');
const networkFolder = process.env.REFERENCE_NETWORKS || join(import.meta.dirname, 'reference', 'networks');
const tablePath = join(import.meta.dirname, 'reference', 'differences.json');

type Spec = { readonly name: string } & Readonly<Record<string, unknown>>;

/** What runs of pairs and of networks have in common; `Expected` names what is compared at each step. */
interface AnyRun<Expected extends string> {
  readonly loss: string;
  readonly optimizer: Spec;
  readonly schedule: Spec | null;
  readonly x: readonly (number | readonly number[])[];
  readonly y: readonly number[];
  readonly start: readonly number[];
  readonly batches: readonly (readonly number[])[];
  readonly expect: Readonly<Record<Expected, readonly (number | readonly number[])[]>>;
}

type ReferenceRun = AnyRun<Quantity> & { readonly model: string };

type ReferenceNetwork = AnyRun<Quantity> & {
  readonly layers: readonly number[];
  readonly activation: string;
  readonly clipNorm: number | null;
  readonly accumulate: number;
  readonly firstBatch: {
    /** Layer by layer, example by example, the outputs among them. */
    readonly activations: readonly (readonly (readonly number[])[])[];
    readonly exampleGradients: readonly (readonly number[])[];
  };
  readonly expect: { readonly clippedNorm?: readonly number[] };
};

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
    const [x1, x2 = 0] = [features].flat();
    examples.x1[row] = x1;
    examples.x2[row] = x2;
    examples.y[row] = y[row];
  }
  return examples;
}

const quantities = ['learningRate', 'loss', 'gradient', 'weights'] as const;
type Quantity = (typeof quantities)[number];

/** What a step of a run is before the optimizer has its turn. */
interface StepReader {
  readonly steps: number;
  /** Writes the mean gradient of step t at `weights` and returns the mean loss. */
  measure(t: number, weights: Float64Array, gradient: Float64Array): number;
  /** What becomes of the gradient before the optimizer sees it. */
  clip?(gradient: Float64Array): void;
}

/** What this project computes at each step, in the form of `expect`. */
function repeatRun(run: AnyRun<Quantity>, { steps, measure, clip }: StepReader): Record<Quantity, number[][]> {
  const { optimizer, learningRate, values } = readOptimizer(run.optimizer);
  const plan = readSchedule(run.schedule, learningRate);
  const weights = Float64Array.from(run.start);
  const [gradient, update] = [weights.slice(), weights.slice()];
  // The schedule sets its first rate before the optimizer makes its state at the first step.
  let state = initialState(optimizer, weights.length, values, plan.schedule.rate(0, plan.base, plan.values));
  let nextState: Float64Array = new Float64Array(state.length);
  const result: Record<Quantity, number[][]> = { learningRate: [], loss: [], gradient: [], weights: [] };

  for (let t = 0; t < steps; t++) {
    const rate = plan.schedule.rate(t, plan.base, plan.values);
    const momentum = plan.schedule.momentum?.(t, plan.values) ?? null;
    if (momentum !== null && optimizer.momentumField !== undefined) values[optimizer.momentumField] = momentum;
    result.learningRate.push([rate]);
    result.loss.push([measure(t, weights, gradient)]);
    result.gradient.push([...gradient]);
    clip?.(gradient);
    optimizer.update(weights, gradient, state, rate, values, nextState, update);
    [state, nextState] = [nextState, state];
    for (let i = 0; i < weights.length; i++) weights[i] += update[i];
    result.weights.push([...weights]);
  }
  return result;
}

/** Model and loss of a pair, one after the other. */
function readPair(run: ReferenceRun): StepReader {
  const model = known('model', run.model, models);
  const loss = known('loss', run.loss, losses);
  const examples = readExamples(run.x, run.y);
  const batch = allocateExamples(run.y.length);
  const column = () => new Float64Array(run.y.length);
  const [prediction, lossColumn, byPrediction, byW1, byW2] = [column(), column(), column(), column(), column()];
  return {
    steps: run.batches.length,
    measure(t, weights, gradient) {
      const rows = Int32Array.from(run.batches[t]);
      gatherExamples(examples, rows, 0, rows.length, batch);
      model.predict(weights[0], weights[1], batch, prediction);
      loss.value(prediction, batch.y, batch.count, lossColumn);
      loss.derivative(prediction, batch.y, batch.count, byPrediction);
      model.derivative(weights[0], weights[1], batch, byW1, byW2);
      meanGradient(byPrediction, byW1, byW2, batch.count, gradient);
      return meanLoss(lossColumn, batch.count);
    },
  };
}

function readObjective({ layers, activation, loss }: ReferenceNetwork): NetworkObjective {
  const inputs: readonly InputId[] = ['x1', 'x2'];
  return networkObjective({
    inputs: inputs.slice(0, layers[0]),
    hidden: layers.slice(1, -1),
    activation: activation as ActivationId,
    loss: loss as NetworkLossId,
    // Squared errors are those of numbers here, whatever the points are.
    classes: loss === 'cross-entropy' ? layers[layers.length - 1] : loss === 'bce' ? 2 : 0,
  });
}

/**
 * The training loop's own way from micro-batches to a clipped gradient. Updates of these runs may go on into the next
 * epoch, as the loop's never do, so that a smaller micro-batch stands among others: there each is measured by itself.
 */
function readNetwork(run: ReferenceNetwork, norms: number[]): StepReader {
  const { accumulate, clipNorm, batches } = run;
  const sum = new GradientSum(readObjective(run), readExamples(run.x, run.y));
  const batchSize = Math.max(...batches.map((rows) => rows.length));
  const schedule = { kind: 'constant', unit: 'step', warmup: 0, values: {} } as const;
  const rule = new RunRule('sgd', { learningRate: 1, batchSize, optimizer: {}, schedule, accumulate, clipNorm });
  sum.restore(rule);
  let applied = sum.applied;
  let norm = 0;

  function measureAtOnce(weights: Float64Array, rows: readonly number[], gradient: Float64Array): number {
    sum.measure(weights, rule, Int32Array.from(rows), 0, rows.length);
    gradient.set(sum.gradient);
    applied = sum.applied;
    norm = sum.norm;
    return sum.batchLoss;
  }

  function measureSingly(weights: Float64Array, parts: ReferenceNetwork['batches'], gradient: Float64Array): number {
    const [part, total] = [gradient.slice(), new Float64Array(gradient.length)];
    let loss = 0;
    for (const rows of parts) {
      loss += measureAtOnce(weights, rows, part) / parts.length;
      for (let i = 0; i < total.length; i++) total[i] += part[i] / parts.length;
    }
    gradient.set(total);
    norm = clipNorm === null ? 0 : clipToNorm(total, clipNorm);
    applied = total;
    return loss;
  }

  return {
    steps: batches.length / accumulate,
    measure(t, weights, gradient) {
      const parts = batches.slice(t * accumulate, (t + 1) * accumulate);
      const isEven = parts.slice(0, -1).every(({ length }) => length === batchSize);
      return isEven ? measureAtOnce(weights, parts.flat(), gradient) : measureSingly(weights, parts, gradient);
    },
    clip(gradient) {
      gradient.set(applied);
      if (clipNorm !== null) norms.push(norm);
    },
  };
}

type Differences = { runs: number; steps: number; largest: number } & Record<Quantity, number>;
const table: Record<string, Differences> = {};

/** |found - expected| / max(1, |expected|), refused where it is too large. */
function differenceOf(what: string, found: number, expected: number): number {
  const difference = Math.abs(found - expected) / Math.max(1, Math.abs(expected));
  // Written so that a difference that is not a number fails too.
  if (!(difference <= tolerance)) expect.fail(`${what} is ${found} and should be ${expected}: ${difference} apart`);
  return difference;
}

/** Compares a run at every step; the largest relative difference of each quantity. */
function compareSteps(run: AnyRun<Quantity>, reader: StepReader): Record<Quantity, number> {
  expect(reader.steps, 'steps').toBeGreaterThan(0);
  const actual = repeatRun(run, reader);
  const largest = { learningRate: 0, loss: 0, gradient: 0, weights: 0 };
  for (const quantity of quantities) {
    expect(run.expect[quantity], `steps of ${quantity}`).toHaveLength(reader.steps);
    for (const [t, expected] of run.expect[quantity].entries()) {
      const numbers = [expected].flat();
      expect(actual[quantity][t], `${quantity} of step ${t}`).toHaveLength(numbers.length);
      for (const [i, value] of numbers.entries()) {
        const difference = differenceOf(`${quantity}[${i}] of step ${t}`, actual[quantity][t][i], value);
        largest[quantity] = Math.max(largest[quantity], difference);
      }
    }
  }
  return largest;
}

/** Compares a run of a pair and keeps the largest differences for the table. */
function compareRun(run: ReferenceRun): void {
  const largest = compareSteps(run, readPair(run));
  table[run.optimizer.name] ??= { runs: 0, steps: 0, largest: 0, learningRate: 0, loss: 0, gradient: 0, weights: 0 };
  const row = table[run.optimizer.name];
  row.runs += 1;
  row.steps += run.batches.length;
  for (const quantity of quantities) {
    row[quantity] = Math.max(row[quantity], largest[quantity]);
    row.largest = Math.max(row.largest, largest[quantity]);
  }
}

function compareNetwork(run: ReferenceNetwork): void {
  const norms: number[] = [];
  compareSteps(run, readNetwork(run, norms));
  expect(norms, 'clipped norms').toHaveLength(run.expect.clippedNorm?.length ?? 0);
  for (const [t, norm] of norms.entries()) differenceOf(`norm of step ${t}`, norm, run.expect.clippedNorm?.[t] ?? 0);
  compareFirstBatch(run);
}

/** Every activation and every example's gradient of the first batch, at the first weights. */
function compareFirstBatch(run: ReferenceNetwork): void {
  const { activations, exampleGradients } = run.firstBatch;
  const objective = readObjective(run);
  const rows = Int32Array.from(run.batches[0]);
  const weights = Float64Array.from(run.start);
  const inspection = objective.inspect(weights, readExamples(run.x, run.y), rows, 0, rows.length);
  expect(inspection.layers, 'layers').toHaveLength(activations.length);
  for (const [layer, examples] of activations.entries()) {
    const { value } = inspection.layers[layer];
    expect(value, `units and examples of layer ${layer}`).toHaveLength(examples.flat().length);
    for (const [e, units] of examples.entries())
      for (const [unit, expected] of units.entries())
        differenceOf(`layer ${layer}, unit ${unit}, example ${e}`, value[unit * rows.length + e], expected);
  }
  expect(inspection.exampleGradients, 'gradients').toHaveLength(exampleGradients.flat().length);
  for (const [i, expected] of exampleGradients.flat().entries())
    differenceOf(`number ${i} of the examples' gradients`, inspection.exampleGradients[i], expected);
}

const runsIn = (from: string): readonly string[] =>
  existsSync(from) ? readdirSync(from).filter((file) => file.endsWith('.json')) : [];

/** Reads a file and compares it; what fails names the file. */
function compareFile<Run>(from: string, file: string, compare: (run: Run) => void): void {
  try {
    compare(JSON.parse(readFileSync(join(from, file), 'utf8')) as Run);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const files = runsIn(folder);

describe('runs computed by PyTorch', () => {
  let passed = 0;

  it('are there', () => {
    expect(files.length, `reference runs in ${folder}`).toBeGreaterThan(0);
  });

  it.each(files)('%s', (file) => {
    compareFile(folder, file, compareRun);
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

describe('networks computed by PyTorch', () => {
  const networks = runsIn(networkFolder);

  it('are there', () => {
    expect(networks.length, `reference networks in ${networkFolder}`).toBeGreaterThan(0);
  });

  it.each(networks)('%s', (file) => compareFile(networkFolder, file, compareNetwork));
});
