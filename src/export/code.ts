// The training loop of a configuration as short code, line by line, with the phase each line belongs to and the variables
// whose present values stand beside it. The lines are those of the exported scripts.

import type { Examples } from '../training/examples.ts';
import { splitExamples } from '../training/run/configuration.ts';
import type { Hyperparameters, RunConfig, StepDetail } from '../training/run/run.ts';
import { networkValues } from './networkValues.ts';
import { parseExpression } from './scripts/expression.ts';
import { javascriptListing } from './scripts/javascript.ts';
import type { CodeLine, CodePhase, Listing } from './scripts/listing.ts';
import { javascriptNetworkListing } from './scripts/network/javascriptNetwork.ts';
import {
  type NetworkProgram,
  networkOfConfiguration,
  networkProgramOfConfiguration,
} from './scripts/network/networkProgram.ts';
import { numpyNetworkListing } from './scripts/network/numpyNetwork.ts';
import { sequentialListing, tensorsListing } from './scripts/network/pytorchNetwork.ts';
import { kerasListing, tapeListing } from './scripts/network/tensorflowNetwork.ts';
import { numpyListing } from './scripts/numpy.ts';
import { type Column, columnRemark } from './scripts/ownColumns.ts';
import { type Program, programOfConfiguration } from './scripts/program.ts';
import { pytorchListing, pytorchTensorsListing } from './scripts/pytorch.ts';
import { evaluate, ruleLines } from './scripts/ruleLines.ts';
import { keyOfResult, ruleOf } from './scripts/ruleProgram.ts';
import { tensorflowListing } from './scripts/tensorflow.ts';

export type { CodeLine, CodePhase, CodeQuantity, CodeValue } from './scripts/listing.ts';

interface Language {
  /** Absent where a library says nothing of its own of two weights. */
  readonly ofPair?: (program: Program) => Listing;
  readonly ofNetwork: (program: NetworkProgram) => Listing;
}

const languages = {
  numpy: { ofPair: numpyListing, ofNetwork: numpyNetworkListing },
  pytorch: { ofPair: pytorchListing, ofNetwork: sequentialListing },
  'pytorch-tensors': { ofPair: pytorchTensorsListing, ofNetwork: tensorsListing },
  tensorflow: { ofPair: tensorflowListing, ofNetwork: tapeListing },
  keras: { ofNetwork: kerasListing },
  javascript: { ofPair: javascriptListing, ofNetwork: javascriptNetworkListing },
} as const satisfies Record<string, Language>;

export type CodeLanguage = keyof typeof languages;

/** The languages that have something to say of a configuration. */
export function codeLanguagesOf(config: RunConfig): readonly CodeLanguage[] {
  const all = Object.keys(languages) as CodeLanguage[];
  return networkOfConfiguration(config) === null ? all.filter((each) => 'ofPair' in languages[each]) : all;
}

/**
 * The lines before the loop and those of the loop, in order. `data_x`, `start`, `batches`, and `..._of_step` are taken as
 * given.
 * @throws RangeError for a language that has nothing to say of two weights
 */
export function codeOf(language: CodeLanguage, config: RunConfig, hyperparameters: Hyperparameters): CodeLine[] {
  const { ofPair, ofNetwork }: Language = languages[language];
  const remarks = (columns: readonly Column[]): readonly CodeLine[] =>
    columnRemarks(config, columns).map((remark) => ({
      ...{ text: `${language === 'javascript' ? '//' : '#'} ${remark}`, phase: null, values: [] },
    }));
  if (networkOfConfiguration(config) !== null) {
    const program = networkProgramOfConfiguration(config, hyperparameters);
    const { setup, loop } = ofNetwork(program);
    return [...setup, ...remarks(program.columns), ...loop];
  }
  if (ofPair === undefined) throw new RangeError(`There is no code of two weights in ${language}.`);
  const program = programOfConfiguration(config, hyperparameters);
  const { setup, loop } = ofPair(program);
  return [...setup, ...remarks(program.columns), ...loop];
}

/** What the columns of own data are, and what was done to them. */
function columnRemarks(config: RunConfig, columns: readonly Column[]): readonly string[] {
  const { data } = config;
  if (data === undefined) return [];
  const { scaling } = splitExamples(config);
  return columns.flatMap((column) => columnRemark(column, data, scaling) ?? []);
}

const phases: readonly CodePhase[] = ['sample', 'forward', 'loss', 'backward', 'update'];

/**
 * Whether a line belongs to a phase, or goes through it.
 * @param presentLayer the layer of weights that the phase has come to; null where it is at none, or through all
 */
export function isOfPhase(
  { phase, until = phase, layer }: CodeLine,
  present: CodePhase,
  presentLayer: number | null = null,
): boolean {
  const place = phases.indexOf(present);
  const isThere = phase !== null && phases.indexOf(phase) <= place && place <= phases.indexOf(until);
  return isThere && (layer === undefined || presentLayer === null || layer === presentLayer);
}

/** What every line of the code computes; see `pairValues` and `networkValues`. */
export function codeValues(
  config: RunConfig,
  hyperparameters: Hyperparameters,
  detail: StepDetail,
  examples: Examples,
): ReadonlyMap<string, readonly number[]> {
  return detail.network === null
    ? pairValues(config, hyperparameters, detail, examples)
    : networkValues(networkProgramOfConfiguration(config, hyperparameters), detail, detail.network);
}

/**
 * What every line computes, by the `key` of a code value: one number, two for the weights, or one per example of the
 * batch; before the loop at its start, in the loop at the pending step, in a loop over micro-batches at the last of them.
 * A key that is absent has no number to show.
 */
function pairValues(
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
