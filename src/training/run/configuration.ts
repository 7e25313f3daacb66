// From the keys of a configuration to the things they name, with every check on the way.

import { dataStream, samplings } from '../batches.ts';
import type { Examples } from '../examples.ts';
import { checkFields, type FieldValue, withDefaults } from '../field.ts';
import { losses } from '../losses/index.ts';
import { models } from '../models/index.ts';
import type { Pair } from '../objective/pair.ts';
import { optimizers } from '../optimizers/index.ts';
import type { Problem } from '../problem.ts';
import { problems } from '../problems/index.ts';
import { Random } from '../random.ts';
import { isFiniteWeights } from '../vector.ts';
import type { RunConfig } from './run.ts';

export const fewestExamples = 10;
export const mostExamples = 1000;

export interface Setting extends Pair {
  readonly problem: Problem;
  readonly settings: Readonly<Record<string, FieldValue>>;
}

/** The loss of one example of this run's problem, as text. */
export function exampleFormula(config: Pick<RunConfig, 'problem' | 'settings'>): string {
  const { problem, settings } = resolveProblem(config);
  return problem.formula(settings);
}

/** Model and loss of a problem under its settings. @throws RangeError for an unknown key or a bad setting */
export function resolveProblem(config: Pick<RunConfig, 'problem' | 'settings'>): Setting {
  if (!Object.hasOwn(problems, config.problem)) throw new RangeError(`There is no problem named ${config.problem}.`);
  const problem: Problem = problems[config.problem];
  checkFields(problem.fields, config.settings);
  const settings = withDefaults(problem.fields, config.settings);
  return { problem, settings, model: models[problem.model(settings)], loss: losses[problem.loss(settings)] };
}

/** The training examples of a configuration: a pure function of problem, settings, number, noise, and seed. */
export function generateExamples(config: RunConfig): Examples {
  const { problem, settings } = resolveProblem(config);
  return problem.generate(config.examples, config.noise, settings, new Random(config.seed, dataStream));
}

/** @throws RangeError that says which part of the configuration is refused and why */
export function checkConfig(config: RunConfig): void {
  resolveProblem(config);
  if (!Object.hasOwn(optimizers, config.optimizer))
    throw new RangeError(`There is no optimizer named ${config.optimizer}.`);
  if (!samplings.includes(config.sampling)) throw new RangeError(`There is no sampling named ${config.sampling}.`);
  if (!(Number.isInteger(config.examples) && config.examples >= fewestExamples && config.examples <= mostExamples))
    throw new RangeError(
      `The number of examples is a whole number from ${fewestExamples} to ${mostExamples}, not ${config.examples}.`,
    );
  if (!(Number.isFinite(config.noise) && config.noise >= 0))
    throw new RangeError(`The noise must be at least 0, not ${config.noise}.`);
  if (!Number.isSafeInteger(config.seed)) throw new RangeError(`The seed is a whole number, not ${config.seed}.`);
  if (!isFiniteWeights(config.start)) throw new RangeError('The start is two finite weights.');
}

/** @throws RangeError that says why this batch size is refused */
export function checkBatchSize(batchSize: number, examples: number): void {
  if (!(Number.isInteger(batchSize) && batchSize >= 1 && batchSize <= examples))
    throw new RangeError(`The batch size is a whole number from 1 to the ${examples} examples, not ${batchSize}.`);
}
