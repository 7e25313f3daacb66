// The training loop of a configuration as short code, line by line, with the phase each line belongs to and the variables
// whose present values stand beside it. The lines are those of the exported scripts.

import type { Examples } from '../training/examples.ts';
import type { Hyperparameters, RunConfig, StepDetail } from '../training/run/run.ts';
import { parseExpression } from './scripts/expression.ts';
import { javascriptListing } from './scripts/javascript.ts';
import type { CodeLine, Listing } from './scripts/listing.ts';
import { numpyListing } from './scripts/numpy.ts';
import { type Program, programOfConfiguration } from './scripts/program.ts';
import { pytorchListing } from './scripts/pytorch.ts';
import { evaluate, ruleLines } from './scripts/ruleLines.ts';
import { keyOfResult, ruleOf } from './scripts/ruleProgram.ts';
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
 * What every line computes, by the `key` of a code value: one number, two for the weights, or one per example of the
 * batch; before the loop at its start, in the loop at the pending step, in a loop over micro-batches at the last of them.
 * A key that is absent has no number to show.
 */
export function codeValues(
  config: RunConfig,
  hyperparameters: Hyperparameters,
  detail: StepDetail,
  examples: Examples,
): ReadonlyMap<string, readonly number[]> {
  const program = programOfConfiguration(config, hyperparameters);
  const { weights, update, sum } = detail;
  const { from, to, loss } = detail.microBatches.at(-1) ?? { from: 0, to: detail.batch.length, loss: detail.batchLoss };
  const batch = detail.batch.subarray(from, to);
  const values = new Map<string, readonly number[]>([...firstValues(program), ...ruleValues(program, detail)]);
  for (const [name, value] of Object.entries(detail.optimizerValues))
    if (typeof value === 'number') values.set(name, [value]);
  for (const [key, numbers] of [
    ['batch', [...batch]],
    ['y', Array.from(batch, (index) => examples.y[index])],
    ['x', Array.from(batch, (index) => examples.x1[index])],
    ['x1', Array.from(batch, (index) => examples.x1[index])],
    ['x2', Array.from(batch, (index) => examples.x2[index])],
    ['prediction', [...detail.prediction.subarray(from, to)]],
    ['byPrediction', [...detail.byPrediction.subarray(from, to)]],
    ['loss', [loss]],
    ['gradient', [...sum.total]],
    ['gradient1', [sum.total[0]]],
    ['gradient2', [sum.total[1]]],
    ['norm', [sum.norm]],
    ['clippedGradient', [...sum.applied]],
    ['learningRate', [detail.learningRate]],
    ['nextWeights', [weights[0] + update[0], weights[1] + update[1]]],
  ] as const)
    values.set(key, numbers);
  for (const { name, place, isVector } of program.state)
    values.set(name, [...detail.nextState.slice(place, place + (isVector ? 2 : 1))]);
  return values;
}

/** What the lines before the loop compute. */
function firstValues(program: Program): [key: string, numbers: readonly number[]][] {
  const constants = new Map<string, number>();
  for (const { name, first } of program.arguments.values()) if (typeof first === 'number') constants.set(name, first);
  const state = program.state.map(({ name, initial, isVector }): [string, number[]] => {
    const value = evaluate(parseExpression(initial), constants);
    return [`first:${name}`, isVector ? [value, value] : [value]];
  });
  return [
    ['first:weights', program.start],
    ['first:baseRate', [program.baseRate]],
    ...[...constants].map(([name, value]): [string, number[]] => [`first:${name}`, [value]]),
    ...state,
  ];
}

/** What the lines of the rule compute. */
const ruleValues = (program: Program, detail: StepDetail): [key: string, numbers: readonly number[]][] => {
  const assignments = ruleOf(program);
  return ruleLines(program, detail).map(({ result, isVector }, i) => [
    keyOfResult(program, assignments[i]),
    isVector ? result : [result[0]],
  ]);
};
