// The runs that the tests of the scripts repeat: every optimizer on three problems, then every model, loss, and schedule,
// the options of the rules, and edits on the way.

import type { FieldValues } from '../../training/field.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import type { OptimizerId } from '../../training/optimizers/index.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import type { OwnData } from '../../training/ownData/ownData.ts';
import type { Problem } from '../../training/problem.ts';
import { type PairProblemId, type ProblemId, pairProblems, problems } from '../../training/problems/index.ts';
import type { Edit, Hyperparameters, RunConfig, ScheduleConfig } from '../../training/run/run.ts';

export interface Case {
  readonly name: string;
  readonly config: RunConfig;
  readonly edits: readonly Edit[];
  readonly steps: number;
}

const noSchedule: ScheduleConfig = { kind: 'constant', unit: 'step', warmup: 0, values: {} };

/** A rate that moves the weights well within 40 steps. */
function rateOf(optimizer: OptimizerId): number {
  const { suggestedRate }: Optimizer = optimizers[optimizer];
  return typeof suggestedRate === 'number' ? suggestedRate : 0.07 * suggestedRate.share;
}

type Change = Partial<Omit<Hyperparameters, 'schedule'>> & { readonly schedule?: Partial<ScheduleConfig> };

export interface CaseOptions {
  readonly config?: Partial<RunConfig>;
  readonly first?: Change;
  /** Later edits, each over the one before. */
  readonly later?: Readonly<Record<number, Change>>;
  readonly steps?: number;
}

const changed = (hyperparameters: Hyperparameters, { schedule, ...rest }: Change): Hyperparameters => ({
  ...hyperparameters,
  ...rest,
  schedule: { ...hyperparameters.schedule, ...schedule },
});

export function caseOf(name: string, problem: ProblemId, optimizer: OptimizerId, options: CaseOptions = {}): Case {
  const { fields, defaults, start }: Problem = problems[problem];
  const settings: FieldValues = options.config?.settings ?? {};
  const all = Object.fromEntries(fields.map((field) => [field.name, field.default]));
  const config: RunConfig = {
    problem,
    settings,
    examples: 30,
    noise: defaults.noise,
    seed: 7,
    start: start({ ...all, ...settings }),
    optimizer,
    sampling: 'reshuffle',
    dropLast: false,
    ...options.config,
  };
  let current = changed(
    { learningRate: rateOf(optimizer), batchSize: 8, optimizer: {}, schedule: noSchedule },
    options.first ?? {},
  );
  const edits: Edit[] = [{ step: 0, hyperparameters: current }];
  for (const [step, change] of Object.entries(options.later ?? {})) {
    current = changed(current, change);
    edits.push({ step: Number(step), hyperparameters: current });
  }
  return { name, config, edits, steps: options.steps ?? 40 };
}

const optimizerIds = Object.keys(optimizers) as OptimizerId[];
const threeProblems: readonly PairProblemId[] = ['line-fit', 'logistic-regression', 'tanh-neuron'];

/** Every optimizer x three problems. */
export const optimizerCases: readonly Case[] = threeProblems.flatMap((problem) =>
  optimizerIds.map((optimizer) => caseOf(`${problem} with ${optimizer}`, problem, optimizer)),
);

/** Every problem, and so every model, and every loss there is to choose. */
export const problemCases: readonly Case[] = (Object.keys(pairProblems) as PairProblemId[]).flatMap((problem) => {
  const choice = pairProblems[problem].fields.find(({ name }) => name === 'loss');
  const chosen = choice?.kind === 'choice' ? choice.choices.map(({ value }) => ({ loss: value })) : [{}];
  return chosen.map((settings) =>
    caseOf(`${problem} ${JSON.stringify(settings)}`, problem, 'sgd', { config: { settings } }),
  );
});

const scheduled = (
  name: string,
  optimizer: OptimizerId,
  schedule: Partial<ScheduleConfig>,
  more: CaseOptions = {},
): Case => caseOf(name, 'line-fit', optimizer, { ...more, first: { ...more.first, schedule } });

/** Every schedule, by step and by epoch, with warm-up, and past its end. */
export const scheduleCases: readonly Case[] = [
  scheduled('constant factor', 'sgd', { values: { factor: 0.5, totalIters: 7 } }),
  scheduled('constant factor of 0', 'sgd', { values: { factor: 0, totalIters: 7 } }),
  scheduled('step', 'sgd', { kind: 'step', values: { stepSize: 9, gamma: 0.5 } }),
  scheduled('multistep', 'momentum', { kind: 'multistep', values: { milestones: [5, 5, 20], gamma: 0.6 } }),
  scheduled('exponential', 'adam', { kind: 'exponential', values: { gamma: 0.97 } }),
  scheduled('cosine', 'sgd', { kind: 'cosine', values: { tMax: 15, etaMin: 0.001 } }),
  scheduled('cosine restarts', 'rmsprop', { kind: 'cosine-restarts', values: { t0: 5, tMult: 2 } }),
  scheduled('linear', 'adagrad', { kind: 'linear', values: { startFactor: 0.2, endFactor: 0.9, totalIters: 12 } }),
  scheduled('polynomial', 'sgd', { kind: 'polynomial', values: { totalIters: 50, power: 2 } }),
  scheduled('inverse time', 'sgd', { kind: 'inverse-time', values: { decayRate: 0.2 } }),
  scheduled('inverse time by epoch', 'adam', { kind: 'inverse-time', unit: 'epoch', warmup: 2 }),
  scheduled('one cycle', 'momentum', { kind: 'one-cycle', values: { totalSteps: 40 } }),
  scheduled('one cycle of beta 1', 'adamw', {
    kind: 'one-cycle',
    values: { totalSteps: 60, annealStrategy: 'linear' },
  }),
  scheduled('one cycle in three phases', 'nadam', { kind: 'one-cycle', values: { totalSteps: 45, threePhase: true } }),
  scheduled('one cycle without momentum', 'adagrad', { kind: 'one-cycle', values: { totalSteps: 45 } }),
  scheduled('one cycle past its end', 'sgd', { kind: 'one-cycle', values: { totalSteps: 20, cycleMomentum: false } }),
  scheduled('one step of a cycle', 'momentum', { kind: 'one-cycle' }, { steps: 1 }),
  scheduled('one cycle without a rise', 'sgd', { kind: 'one-cycle', values: { pctStart: 0 } }),
  scheduled('cosine by epoch', 'sgd', { kind: 'cosine', unit: 'epoch', values: { tMax: 6 } }),
  scheduled(
    'exponential by epoch, short batches dropped',
    'lion',
    { kind: 'exponential', unit: 'epoch' },
    { config: { dropLast: true } },
  ),
  scheduled('warm-up', 'adam', { kind: 'cosine', warmup: 6 }),
  scheduled('Rprop, which heeds no schedule', 'rprop', { kind: 'cosine', values: { tMax: 15 } }),
  scheduled('Rprop, which begins with the first rate of a schedule', 'rprop', { kind: 'linear', warmup: 3 }),
];

const withOptions = (optimizer: OptimizerId, values: FieldValues, more: CaseOptions = {}): Case =>
  caseOf(`${optimizer} ${JSON.stringify(values)}`, 'line-fit', optimizer, {
    ...more,
    first: { ...more.first, optimizer: values },
  });

/** The options of every rule. */
export const optionCases: readonly Case[] = [
  withOptions('sgd', { momentum: 0.8, dampening: 0.3, weightDecay: 0.05 }, { first: { learningRate: 0.03 } }),
  withOptions('sgd', { momentum: 0.8, nesterov: true }, { first: { learningRate: 0.02 } }),
  withOptions('sgd', { maximize: true, weightDecay: 0.1 }, { steps: 15 }),
  withOptions('momentum', { momentum: 0.5, weightDecay: 0.1 }),
  withOptions('nesterov', { maximize: true, weightDecay: 0.1 }, { steps: 15 }),
  withOptions('adagrad', { learningRateDecay: 0.1, initialAccumulatorValue: 0.5, weightDecay: 0.1 }),
  withOptions('rmsprop', { centered: true, weightDecay: 0.1 }),
  withOptions('rmsprop', { momentum: 0.7, alpha: 0.9, eps: 1e-3 }),
  withOptions('rmsprop', { epsInside: true, eps: 1e-3, weightDecay: 0.1 }),
  withOptions('rmsprop', { epsInside: true, centered: true, momentum: 0.5, eps: 1e-2 }),
  withOptions('adam', { amsgrad: true, beta2: 0.8, weightDecay: 0.1 }),
  withOptions('adam', { decoupledWeightDecay: true, weightDecay: 0.1, maximize: true }),
  withOptions('adamw', { amsgrad: true, weightDecay: 0.3, beta1: 0.3 }),
  withOptions('adamw', { weightDecay: 0 }),
  withOptions('adam', { beta1: 0, beta2: 0 }),
  withOptions('adadelta', { rho: 0.7, eps: 1e-4, weightDecay: 0.1 }),
  withOptions('adamax', { beta2: 0.9, weightDecay: 0.1, maximize: true }),
  withOptions('nadam', { decoupledWeightDecay: true, weightDecay: 0.1, momentumDecay: 0.1 }),
  withOptions('radam', { beta2: 0.9, weightDecay: 0.1 }),
  withOptions('radam', { decoupledWeightDecay: true, weightDecay: 0.1 }),
  withOptions('rprop', { etaMinus: 0.4, etaPlus: 1.3, stepMax: 0.2, maximize: true }, { steps: 15 }),
  withOptions('lion', { weightDecay: 0.2, beta1: 0.8 }),
];

/** Every sampling, and hyperparameters that change on the way. */
export const editCases: readonly Case[] = [
  caseOf('with replacement', 'line-fit', 'sgd', { config: { sampling: 'replacement' } }),
  caseOf('shuffled once', 'line-fit', 'sgd', { config: { sampling: 'once', dropLast: true } }),
  caseOf('in fixed order', 'line-fit', 'sgd', { config: { sampling: 'fixed' }, first: { batchSize: 30 } }),
  caseOf('rate and batch size changed', 'logistic-regression', 'adam', {
    later: { 7: { learningRate: 0.02 }, 9: { batchSize: 3 }, 20: { batchSize: 30, learningRate: 0.3 } },
  }),
  caseOf('momentum switched on and off', 'line-fit', 'sgd', {
    first: { learningRate: 0.02 },
    later: {
      6: { optimizer: { momentum: 0.8, dampening: 0.2 } },
      14: { optimizer: {} },
      21: { optimizer: { momentum: 0.6, nesterov: true } },
    },
  }),
  caseOf('momentum of the velocity and rate changed', 'line-fit', 'nesterov', {
    later: { 10: { optimizer: { momentum: 0.5 } }, 20: { learningRate: 0.01 } },
  }),
  caseOf('RMSprop centered and sped up on the way', 'line-fit', 'rmsprop', {
    later: { 8: { optimizer: { centered: true } }, 16: { optimizer: { momentum: 0.4 } }, 30: { optimizer: {} } },
  }),
  caseOf('epsilon moved into the root on the way', 'line-fit', 'rmsprop', {
    later: { 8: { optimizer: { epsInside: true, eps: 1e-3 } }, 20: { optimizer: { eps: 1e-3 } } },
  }),
  caseOf('AMSGrad on the way', 'tanh-neuron', 'adam', {
    later: {
      8: { optimizer: { amsgrad: true, weightDecay: 0.1 } },
      20: { optimizer: { decoupledWeightDecay: true, weightDecay: 0.2, beta1: 0.5 } },
      30: { optimizer: { maximize: true } },
    },
  }),
  caseOf('weight decay on the way', 'line-fit', 'adadelta', {
    later: { 8: { optimizer: { weightDecay: 0.3 } }, 20: { optimizer: { maximize: true } } },
  }),
  caseOf('accumulator edited too late to act', 'line-fit', 'adagrad', {
    later: { 8: { optimizer: { initialAccumulatorValue: 3, learningRateDecay: 0.2 } } },
  }),
  caseOf('schedule changed on the way', 'line-fit', 'momentum', {
    first: { schedule: { kind: 'cosine', values: { tMax: 30 } } },
    later: { 15: { schedule: { kind: 'one-cycle', values: { totalSteps: 40 } } } },
  }),
  caseOf('Rprop edited', 'line-fit', 'rprop', {
    later: { 12: { learningRate: 1, optimizer: { etaMinus: 0.7 } } },
  }),
];

/** Measurements far from 0, each column on a scale of its own, one of them below 0. */
export const measuredData = (features: 1 | 2, classes: number): OwnData => ({
  x: Array.from({ length: 24 }, (_, row) =>
    [170 + ((row * 37) % 19) * 1.3, -0.02 - ((row * 53) % 23) * 0.001].slice(0, features),
  ),
  y: Array.from({ length: 24 }, (_, row) => (classes > 0 ? (row * 7) % classes : 50 + ((row * 41) % 17) * 2.1)),
  names: ['height (cm)', 'b', 'weight (kg)'].slice(3 - features - 1),
});

/** Own data, on their own scale and not, and examples that are arranged in another way. */
export const ownCases: readonly Case[] = [
  ...(['line-fit', 'outlier', 'relu-neuron', 'tanh-neuron'] as const).map((problem) =>
    caseOf(`own data on ${problem}`, problem, 'sgd', { config: { data: measuredData(1, 0), examples: 24 } }),
  ),
  ...(['logistic-regression', 'support-vector', 'tug-of-war', 'gaussian-wells'] as const).map((problem) =>
    caseOf(`own data on ${problem}`, problem, 'adam', { config: { data: measuredData(2, 2), examples: 24 } }),
  ),
  caseOf('own data on a sigmoid neuron', 'sigmoid-neuron', 'sgd', {
    config: { data: measuredData(1, 2), examples: 24 },
  }),
  caseOf('own data as they are', 'line-fit', 'sgd', {
    config: { data: measuredData(1, 0), examples: 24, standardise: false },
    first: { learningRate: 1e-5 },
  }),
  caseOf('own data that are centred only', 'logistic-regression', 'sgd', {
    config: { data: measuredData(2, 2), examples: 24, standardise: false, arrangement: 'sorted' },
    first: { learningRate: 0.01 },
  }),
  caseOf('an outlier among the examples', 'line-fit', 'sgd', { config: { arrangement: 'outlier' } }),
];

const gradientEdits: Readonly<Record<number, Change>> = {
  5: { forgetZeroGrad: true },
  9: { clipNorm: 0.2 },
  14: { forgetZeroGrad: false, accumulate: 2 },
  20: { clipNorm: null },
  26: { accumulate: 1, batchSize: 5 },
};

/** What becomes of the gradient between the batch and the rule, for problems of two weights and for networks. */
export const gradientSettings: readonly (readonly [string, Pick<CaseOptions, 'first' | 'later' | 'config'>])[] = [
  ['clipped', { first: { clipNorm: 0.3 } }],
  ['three micro-batches', { first: { accumulate: 3 } }],
  ['two micro-batches, short ones dropped', { first: { accumulate: 2 }, config: { dropLast: true } }],
  ['zero_grad forgotten', { first: { forgetZeroGrad: true, learningRate: 0.01 } }],
  ['all three', { first: { forgetZeroGrad: true, learningRate: 0.02, clipNorm: 0.5, accumulate: 2 } }],
  ['changed on the way', { first: { learningRate: 0.02 }, later: gradientEdits }],
];

export const gradientCases: readonly Case[] = gradientSettings.flatMap(([name, options]) =>
  (['sgd', 'adam', 'lion', 'rprop'] as const).map((optimizer) =>
    caseOf(`${name}, ${optimizer}`, 'logistic-regression', optimizer, options),
  ),
);

export const allCases: readonly Case[] = [
  ...ownCases,
  ...optimizerCases,
  ...problemCases,
  ...scheduleCases,
  ...optionCases,
  ...editCases,
  ...gradientCases,
];
