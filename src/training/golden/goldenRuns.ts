// Runs whose every number is known: 2,000 steps each, every model, loss, optimizer, schedule, and sampling among them.
// A hash of all their columns stands for the numbers; goldenRuns.json keeps the hashes, and the tests compare them in
// Node and in every browser at hand. In a chaotic run the last bit of the start decides where it ends, so one rounding
// done otherwise anywhere on the way would show in thousands of numbers.

import type { FieldValues } from '../field.ts';
import { hashNumbers } from '../hash.ts';
import { allocateSteps, pairLayout, type Steps, stepColumn, stepColumns } from '../run/log.ts';
import { nextStretch } from '../run/replay.ts';
import type { Edit, Hyperparameters, RunConfig, ScheduleConfig } from '../run/run.ts';
import { Trainer } from '../run/trainer.ts';

export const goldenStepCount = 2000;

export interface GoldenRun {
  /** Unique; the key in goldenRuns.json. */
  readonly name: string;
  /** One ulp in the start grows to more than a thousandth in the weights. */
  readonly isChaotic: boolean;
  readonly config: RunConfig;
  /** By rising step, the first at step 0. */
  readonly edits: readonly Edit[];
}

// Every number of a golden run is written here: none follows the presets of the page, which may change.
const plainConfig = { settings: {}, seed: 1, sampling: 'reshuffle', dropLast: false } as const;

const config = (
  own: Omit<RunConfig, keyof typeof plainConfig> & Partial<Pick<RunConfig, keyof typeof plainConfig>>,
): RunConfig => ({ ...plainConfig, ...own });

const scheduled = (
  kind: ScheduleConfig['kind'],
  values: FieldValues,
  { unit = 'step', warmup = 0 }: Partial<Pick<ScheduleConfig, 'unit' | 'warmup'>> = {},
): ScheduleConfig => ({ kind, unit, warmup, values });

const from = (
  step: number,
  learningRate: number,
  batchSize: number,
  optimizer: FieldValues = {},
  schedule: ScheduleConfig = scheduled('constant', {}),
): Edit => ({ step, hyperparameters: { learningRate, batchSize, optimizer, schedule } satisfies Hyperparameters });

const chaotic = (name: string, own: RunConfig, ...edits: readonly Edit[]): GoldenRun => ({
  name,
  isChaotic: true,
  config: own,
  edits,
});

const calm = (name: string, own: RunConfig, ...edits: readonly Edit[]): GoldenRun => ({
  name,
  isChaotic: false,
  config: own,
  edits,
});

/** What is worth knowing of each stands in its name. */
export const goldenRuns: readonly GoldenRun[] = [
  calm(
    'tug of war, one example at a time, with replacement',
    config({
      problem: 'tug-of-war',
      examples: 60,
      noise: 1,
      start: [-2.4, 1.8],
      optimizer: 'sgd',
      sampling: 'replacement',
    }),
    from(0, 0.3, 1),
  ),
  calm(
    'line fit, momentum, rate falling with every epoch',
    config({
      problem: 'line-fit',
      settings: { offset: 2 },
      examples: 100,
      noise: 0.5,
      start: [-1.8, 1.2],
      optimizer: 'momentum',
    }),
    from(0, 0.01, 7, { dampening: 0.1 }, scheduled('exponential', { gamma: 0.97 }, { unit: 'epoch' })),
  ),
  calm(
    'logistic regression, Adam, cosine with restarts after a warm-up',
    config({
      problem: 'logistic-regression',
      settings: { margin: 1.5 },
      examples: 100,
      noise: 1,
      start: [-1.6, 2.2],
      optimizer: 'adam',
    }),
    from(
      0,
      0.2,
      8,
      { amsgrad: true },
      scheduled('cosine-restarts', { t0: 100, tMult: 2, etaMin: 0.001 }, { warmup: 50 }),
    ),
  ),
  chaotic(
    'two-layer product, all examples at a rate beyond the edge of stability',
    config({ problem: 'two-layer-product', examples: 60, noise: 0.3, start: [1.1, 0.7], optimizer: 'sgd' }),
    from(0, 0.75, 60),
  ),
  calm(
    'two-layer product, mini-batches near the edge of stability',
    config({ problem: 'two-layer-product', examples: 60, noise: 0.3, start: [1.8, -1.7], optimizer: 'sgd' }),
    from(0, 0.2, 8),
  ),
  chaotic(
    'sine fit, SGD with a rate far too large',
    config({ problem: 'sine-fit', examples: 50, noise: 0.1, start: [0.6, 1.3], optimizer: 'sgd' }),
    from(0, 3, 8),
  ),
  chaotic(
    'sine fit, Nesterov momentum, batches of two in one order',
    config({
      problem: 'sine-fit',
      examples: 51,
      noise: 0.2,
      start: [-2, 0.4],
      optimizer: 'nesterov',
      sampling: 'once',
    }),
    from(0, 0.4, 2, { momentum: 0.8 }, scheduled('step', { stepSize: 400, gamma: 0.8 })),
  ),
  chaotic(
    'sine fit, Adam without much memory, decoupled weight decay',
    config({ problem: 'sine-fit', examples: 40, noise: 0.3, start: [1, -1], optimizer: 'adam' }),
    from(0, 1, 5, { beta1: 0.5, beta2: 0.9, weightDecay: 0.01, decoupledWeightDecay: true }),
  ),
  chaotic(
    'Gaussian wells, SGD that leaps from well to well',
    config({ problem: 'gaussian-wells', examples: 120, noise: 0.35, start: [1.7, 0.9], optimizer: 'sgd' }),
    from(0, 3, 4, { momentum: 0.5, dampening: 0.2, weightDecay: 0.05 }),
  ),
  calm(
    'ReLU neuron, Rprop, full batches only',
    config({
      problem: 'relu-neuron',
      examples: 60,
      noise: 0.1,
      start: [-0.6, 1.6],
      optimizer: 'rprop',
      dropLast: true,
    }),
    from(0, 0.01, 16),
  ),
  chaotic(
    'sigmoid neuron with squared error, centered RMSprop with momentum',
    config({ problem: 'sigmoid-neuron', examples: 80, noise: 1, start: [-8, 0], optimizer: 'rmsprop' }),
    from(0, 1, 6, { alpha: 0.5, momentum: 0.7, centered: true }),
  ),
  chaotic(
    'sigmoid neuron with cross-entropy, Adam that soon forgets how steep it was',
    config({
      problem: 'sigmoid-neuron',
      settings: { loss: 'bce' },
      examples: 80,
      noise: 1,
      start: [-8, 0],
      optimizer: 'adam',
    }),
    from(0, 3, 8, { beta2: 0.5 }),
  ),
  calm(
    'sigmoid neuron with cross-entropy, Lion, polynomial fall',
    config({
      problem: 'sigmoid-neuron',
      settings: { loss: 'bce' },
      examples: 80,
      noise: 1,
      start: [-8, 0],
      optimizer: 'lion',
    }),
    from(0, 0.3, 8, { weightDecay: 0.02 }, scheduled('polynomial', { totalIters: 3000, power: 0.7 })),
  ),
  chaotic(
    'tanh neuron, RAdam with a rate far too large',
    config({ problem: 'tanh-neuron', examples: 80, noise: 0.2, start: [1.2, -1.6], optimizer: 'radam' }),
    from(0, 2, 8, { beta1: 0.5, beta2: 0.9 }),
  ),
  calm(
    'tanh neuron from beside the saddle, Nesterov momentum, one cycle in three phases',
    config({ problem: 'tanh-neuron', examples: 80, noise: 0.2, start: [-0.01, 0.02], optimizer: 'nesterov' }),
    from(0, 0.1, 16, {}, scheduled('one-cycle', { totalSteps: 1800, threePhase: true })),
  ),
  chaotic(
    'decay fit, NAdam with a rate far too large',
    config({ problem: 'decay-fit', examples: 80, noise: 0.1, start: [0.4, 2.8], optimizer: 'nadam' }),
    from(0, 1, 8, { beta2: 0.5 }),
  ),
  chaotic(
    'decay fit, RMSprop with momentum and a rate far too large',
    config({ problem: 'decay-fit', examples: 80, noise: 0.1, start: [0.4, 2.8], optimizer: 'rmsprop' }),
    from(0, 1, 8, { alpha: 0.5, momentum: 0.7 }),
  ),
  calm(
    'decay fit, RMSprop with epsilon inside the root, falling as one over time',
    config({ problem: 'decay-fit', examples: 80, noise: 0.1, start: [0.4, 2.8], optimizer: 'rmsprop' }),
    from(0, 0.1, 8, { eps: 0.01, epsInside: true }, scheduled('inverse-time', { decayRate: 0.01 })),
  ),
  chaotic(
    'decay fit, Adamax from far too large a rate, cosine over the whole run',
    config({ problem: 'decay-fit', examples: 80, noise: 0.1, start: [0.4, 2.8], optimizer: 'adamax' }),
    from(0, 1, 8, { beta1: 0.5, beta2: 0.9 }, scheduled('cosine', { tMax: 2000 })),
  ),
  calm(
    'outlier with squared error, Adagrad, examples in the order of the data',
    config({
      problem: 'outlier',
      examples: 40,
      noise: 0.3,
      start: [-1.3, -0.9],
      optimizer: 'adagrad',
      sampling: 'fixed',
    }),
    from(0, 0.5, 3, { learningRateDecay: 0.001 }),
  ),
  calm(
    'outlier with absolute error, Adadelta',
    config({
      problem: 'outlier',
      settings: { loss: 'mae' },
      examples: 40,
      noise: 0.3,
      start: [-1.3, -0.9],
      optimizer: 'adadelta',
    }),
    from(0, 1, 8, { rho: 0.95 }),
  ),
  calm(
    'outlier with Huber loss, AdamW, linear fall',
    config({
      problem: 'outlier',
      settings: { loss: 'huber' },
      examples: 40,
      noise: 0.3,
      start: [-1.3, -0.9],
      optimizer: 'adamw',
    }),
    from(0, 0.05, 8, {}, scheduled('linear', { startFactor: 1, endFactor: 0.01, totalIters: 1500 })),
  ),
  calm(
    'support vector, SGD with weight decay, multistep',
    config({
      problem: 'support-vector',
      settings: { margin: 1.5 },
      examples: 100,
      noise: 0.7,
      start: [-1.4, 1.8],
      optimizer: 'sgd',
    }),
    from(0, 0.5, 8, { weightDecay: 0.01 }, scheduled('multistep', { milestones: [600, 1200, 1200] })),
  ),
  calm(
    'rotated valley, momentum, rate and batch size changed on the way',
    config({
      problem: 'rotated-valley',
      settings: { condition: 50, rotation: 30 },
      examples: 100,
      noise: 0.3,
      start: [-1.2, 1.2],
      optimizer: 'momentum',
      seed: -9007199254740991,
    }),
    from(0, 0.05, 1),
    from(333, 0.1, 17, { momentum: 0.95 }),
    from(1200, 0.2, 50, { momentum: 0.5 }),
  ),
];

/**
 * Takes the run's 2,000 steps.
 * @param trainer begins anew with this run, whatever it did before
 * @throws Error when the run ends before its last step
 */
export function takeGoldenRun(run: GoldenRun, trainer: Trainer = new Trainer()): Steps {
  trainer.start(run.config);
  const buffer = allocateSteps(pairLayout, goldenStepCount);
  const all: Steps = { firstStep: 0, count: goldenStepCount, layout: pairLayout, buffer, capacity: goldenStepCount };
  for (let step = 0; step < goldenStepCount; ) {
    const { hyperparameters, until } = nextStretch(run.edits, step);
    const wanted = Math.min(until, goldenStepCount) - step;
    const request = { steps: wanted, milliseconds: Number.POSITIVE_INFINITY, stepLimit: goldenStepCount };
    const { steps, end } = trainer.advance({ ...request, hyperparameters });
    if (steps.count < wanted) throw new Error(`${run.name}: ${end} at step ${step + steps.count}.`);
    for (const column of stepColumns(pairLayout)) stepColumn(all, column).set(stepColumn(steps, column), step);
    step += wanted;
  }
  return all;
}

/** The hash of every number of every step. */
export const goldenHash = (run: GoldenRun, trainer?: Trainer): string =>
  hashNumbers(takeGoldenRun(run, trainer).buffer);
