// From the keys of a configuration to the things they name, with every check on the way.

import { batchesOf, batchSizeProblem, dataStream, samplings } from '../batches.ts';
import type { Examples } from '../examples.ts';
import { checkFields, withDefaults } from '../field.ts';
import { losses } from '../losses/index.ts';
import { models } from '../models/index.ts';
import type { Pair } from '../objective/pair.ts';
import { optimizers } from '../optimizers/index.ts';
import { arrangements } from '../ownData/arrangements.ts';
import type { PairProblem, Problem, Resolved } from '../problem.ts';
import { networkProblems, problems } from '../problems/index.ts';
import { Random } from '../random.ts';
import { isFiniteWeights } from '../vector.ts';
import { ofNetworks } from './networks.ts';
import { type Data, type ExampleChoice, type HeldOutOrNot, isOwnRun, ownRuns } from './ownRuns.ts';
import type { Hyperparameters, RunConfig } from './run.ts';

export const fewestExamples = 10;
export const mostExamples = 1000;

/** A problem of two weights with its model and loss. */
export interface Setting extends Resolved<PairProblem>, Pair {}

type Choice = ExampleChoice;

/** Whether it is a network that is trained. */
export const hasLayers = ({ problem }: Pick<RunConfig, 'problem'>): boolean => Object.hasOwn(networkProblems, problem);

/** Whether more is trained than a model of two weights on the examples of its problem, for which a page loads more. */
export const isBeyondPairs = (config: Pick<RunConfig, 'problem' | 'data' | 'arrangement'>): boolean =>
  hasLayers(config) || isOwnRun(config);

/** The loss of one example of this run's problem, as text. */
export function exampleFormula(config: Choice): string {
  const { problem, settings } = resolveProblem(config);
  return problem.formula(settings);
}

/** The problem that a configuration names, with what follows from own data. @throws RangeError for data that do not fit */
export function problemOf({ problem, data }: Pick<ExampleChoice, 'problem' | 'data'>): Problem {
  return data === undefined ? problems[problem] : ownRuns().problemWith(problems[problem], data);
}

/** @throws RangeError for an unknown key, a bad setting, or data that do not fit the problem */
export function resolveProblem(config: Choice): Resolved {
  if (!Object.hasOwn(problems, config.problem)) throw new RangeError(`There is no problem named ${config.problem}.`);
  const problem = problemOf(config);
  checkFields(problem.fields, config.settings);
  const resolved = { problem, settings: withDefaults(problem.fields, config.settings) };
  return isOwnRun(config) ? ownRuns().placed(resolved, config) : resolved;
}

/** Model and loss of a problem of two weights; null for a network. @throws RangeError as `resolveProblem` */
export function pairOf(config: Choice): Setting | null {
  const { problem, settings } = resolveProblem(config);
  if (problem.network !== undefined) return null;
  return { problem, settings, model: models[problem.model(settings)], loss: losses[problem.loss(settings)] };
}

/** The same, of a problem that must be one of two weights. @throws RangeError for a network as well */
export function resolvePair(config: Choice): Setting {
  const setting = pairOf(config);
  if (setting === null) throw new RangeError('This is exact for two weights only.');
  return setting;
}

/**
 * All examples of a configuration: a pure function of problem, settings, number, noise, and seed, or of its own data. Of
 * the latter those that are trained on, as they are trained on.
 */
export function generateExamples(config: RunConfig): Examples {
  return config.data === undefined ? drawnExamples(resolveProblem(config), config) : splitExamples(config).examples;
}

function drawnExamples(resolved: Resolved, config: RunConfig): Examples {
  if (isOwnRun(config)) return ownRuns().examples(resolved, config);
  const { problem, settings } = resolved;
  return problem.generate(config.examples, config.noise, settings, new Random(config.seed, dataStream));
}

/** Generator stream of the choice of test points. */
const testStream = 0xe0000000;

export function splitExamples(config: RunConfig): Data {
  const resolved = resolveProblem(config);
  const parts = heldOutOf(resolved, config);
  return isOwnRun(config) ? ownRuns().scaled(resolved, config, parts) : { ...parts, scaling: null };
}

/** The same in the units they have. */
export function heldOutOf(resolved: Resolved, config: RunConfig): HeldOutOrNot {
  const { problem, settings } = resolved;
  const all = drawnExamples(resolved, config);
  const share = problem.network === undefined ? 0 : problem.testShare(settings);
  if (problem.network === undefined || share === 0) return { examples: all, test: null };
  const { training, test } = ofNetworks().holdOut(
    all,
    share,
    problem.data.classes,
    new Random(config.seed, testStream),
  );
  return { examples: training, test };
}

/** How many examples a configuration trains on: those that it does not hold out. */
export function trainingCount({ examples, ...choice }: Choice & Pick<RunConfig, 'examples'>): number {
  const { problem, settings } = resolveProblem(choice);
  if (problem.network === undefined) return examples;
  return examples - ofNetworks().heldOutCount(examples, problem.testShare(settings));
}

/** @throws RangeError that says which part of the configuration is refused and why */
export function checkConfig(config: RunConfig): void {
  const { problem, settings } = resolveProblem(config);
  if (problem.network !== undefined) ofNetworks().check(problem, settings, config);
  else if (config.startPlane !== undefined) throw new RangeError('Two weights lie in one plane only.');
  if (!Object.hasOwn(optimizers, config.optimizer))
    throw new RangeError(`There is no optimizer named ${config.optimizer}.`);
  if (!samplings.includes(config.sampling)) throw new RangeError(`There is no sampling named ${config.sampling}.`);
  if (config.data !== undefined) {
    if (config.examples !== config.data.y.length)
      throw new RangeError(`The data have ${config.data.y.length} examples, not ${config.examples}.`);
  } else if (
    !(Number.isInteger(config.examples) && config.examples >= fewestExamples && config.examples <= mostExamples)
  )
    throw new RangeError(
      `The number of examples is a whole number from ${fewestExamples} to ${mostExamples}, not ${config.examples}.`,
    );
  if (!(Number.isFinite(config.noise) && config.noise >= 0))
    throw new RangeError(`The noise must be at least 0, not ${config.noise}.`);
  if (!Number.isSafeInteger(config.seed)) throw new RangeError(`The seed is a whole number, not ${config.seed}.`);
  if (config.arrangement !== undefined) {
    if (!arrangements.includes(config.arrangement))
      throw new RangeError(`There is no arrangement named ${config.arrangement}.`);
    ownRuns().checkArrangement(problem, config.arrangement);
  }
  if (!isFiniteWeights(config.start)) throw new RangeError('The start is two finite weights.');
}

/**
 * Whether the batches of `hyperparameters` can be cut from so many training examples.
 * @throws RangeError that says what of them is refused and why
 */
export function checkBatches(
  { batchSize, accumulate = 1 }: Pick<Hyperparameters, 'batchSize' | 'accumulate'>,
  examples: number,
  dropLast: boolean,
): void {
  checkBatchSize(batchSize, examples);
  const most = batchesOf(examples, batchSize, dropLast);
  if (!(Number.isInteger(accumulate) && accumulate >= 1 && accumulate <= most))
    throw new RangeError(
      most === 1
        ? `An update takes the only micro-batch of an epoch, not ${accumulate}.`
        : `An update takes 1 to the ${most} micro-batches of an epoch, as a whole number, not ${accumulate}.`,
    );
}

/** @throws RangeError that says why this batch size is refused */
export function checkBatchSize(batchSize: number, examples: number): void {
  const problem = batchSizeProblem(batchSize, examples);
  if (problem !== null) throw new RangeError(problem);
}
