// The training loop of a configuration as short code, line by line, with the phase each line belongs to and the variables
// whose present values stand beside it. The lines are those of the exported scripts.

import type { Examples } from '../training/examples.ts';
import type { Hyperparameters, RunConfig, StepDetail } from '../training/run/run.ts';
import { javascriptListing } from './scripts/javascript.ts';
import type { CodeLine, Listing } from './scripts/listing.ts';
import { numpyListing } from './scripts/numpy.ts';
import { type Program, programOfConfiguration } from './scripts/program.ts';
import { pytorchListing } from './scripts/pytorch.ts';
import { tensorflowListing } from './scripts/tensorflow.ts';

export type { CodeLine, CodePhase, CodeQuantity, CodeValue } from './scripts/listing.ts';

const listings = {
  numpy: numpyListing,
  pytorch: pytorchListing,
  tensorflow: tensorflowListing,
  javascript: javascriptListing,
} as const satisfies Record<string, (program: Program) => Listing>;

export type CodeLanguage = keyof typeof listings;
export const codeLanguages = Object.keys(listings) as readonly CodeLanguage[];

/** The lines before the loop and those of the loop, in order. `data_x`, `batches`, and `..._of_step` are taken as given. */
export function codeOf(language: CodeLanguage, config: RunConfig, hyperparameters: Hyperparameters): CodeLine[] {
  const { setup, loop } = listings[language](programOfConfiguration(config, hyperparameters));
  return [...setup, ...loop];
}

/**
 * The present numbers by the `key` of a code value: one number, two for a pair of weights, or one per example of the
 * batch. A key that is absent has no number to show. Keys of an optimizer's state give it after the step.
 */
export function codeValues(
  config: RunConfig,
  hyperparameters: Hyperparameters,
  detail: StepDetail,
  examples: Examples,
): ReadonlyMap<string, readonly number[]> {
  const { batch, weights, update } = detail;
  const values = new Map<string, readonly number[]>([
    ['batch', [...batch]],
    ['y', Array.from(batch, (index) => examples.y[index])],
    ['x', Array.from(batch, (index) => examples.x1[index])],
    ['x1', Array.from(batch, (index) => examples.x1[index])],
    ['x2', Array.from(batch, (index) => examples.x2[index])],
    ['prediction', [...detail.prediction]],
    ['byPrediction', [...detail.byPrediction]],
    ['loss', [detail.batchLoss]],
    ['gradient', [...detail.gradient]],
    ['learningRate', [detail.learningRate]],
    ['weights', [...weights]],
    ['nextWeights', [weights[0] + update[0], weights[1] + update[1]]],
    ['t', [detail.step + 1]],
  ]);
  for (const [name, value] of Object.entries(detail.optimizerValues))
    if (typeof value === 'number') values.set(name, [value]);
  for (const { name, place, isVector } of programOfConfiguration(config, hyperparameters).state)
    values.set(name, [...detail.nextState.slice(place, place + (isVector ? 2 : 1))]);
  return values;
}
