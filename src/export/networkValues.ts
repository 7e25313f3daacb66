// What every line of a network's code computes at the pending step, by the `key` of a code value: numbers in the order in
// which the variable has them, a matrix row by row. In a loop over micro-batches it is what the last of them makes.

import type { BatchInspection } from '../training/network/inspect.ts';
import type { StepDetail } from '../training/run/run.ts';
import type { Vector } from '../training/vector.ts';
import { parseExpression } from './scripts/expression.ts';
import type { NetworkProgram } from './scripts/network/networkProgram.ts';
import { evaluate, workedLines } from './scripts/ruleLines.ts';
import { keyOfResult } from './scripts/ruleProgram.ts';

type Values = Map<string, readonly number[]>;

/** @param inspection the whole batch on its way through the layers, as `detail` has it */
export function networkValues(
  program: NetworkProgram,
  detail: StepDetail,
  inspection: BatchInspection,
): ReadonlyMap<string, readonly number[]> {
  const values: Values = new Map();
  setFirst(program, detail.weights.length, values);
  setForward(program, detail, inspection, values);
  setWeights(program, detail, values);
  setRule(program, detail, values);
  return values;
}

/** What lines before the loop give a name. The first weights are the script's own, and stand beside no line. */
function setFirst(program: NetworkProgram, dimension: number, values: Values): void {
  const constants = new Map<string, number>();
  for (const { name, first } of program.arguments.values()) if (typeof first === 'number') constants.set(name, first);
  for (const [name, value] of constants) values.set(`first:${name}`, [value]);
  values.set('first:baseRate', [program.baseRate]);
  for (const { name, initial, isVector } of program.state) {
    const value = evaluate(parseExpression(initial), constants);
    values.set(
      `first:${name}`,
      Array.from({ length: isVector ? dimension : 1 }, () => value),
    );
  }
}

/** The last micro-batch from its inputs to its loss, and the deltas back. */
function setForward(program: NetworkProgram, detail: StepDetail, inspection: BatchInspection, values: Values): void {
  const { network, layers, head } = program;
  const { from, to, loss } = lastMicroBatch(detail);
  // Columns hold unit after unit; code holds example after example.
  const rows = (columns: Vector, width: number): number[] =>
    Array.from({ length: (to - from) * width }, (_, at) => {
      const example = from + Math.floor(at / width);
      return columns[(at % width) * inspection.count + example];
    });
  values.set('batch', [...detail.batch.subarray(from, to)]);
  values.set('x', rows(inspection.inputs, network.spec.inputs.length));
  values.set('y', rows(inspection.target, network.outputs));
  for (const [i, { sum, value, delta, place }] of layers.entries()) {
    const { sum: sums, value: bent, delta: deltas } = inspection.layers[i];
    values.set(sum, rows(sums, place.units));
    values.set(value, rows(bent, place.units));
    values.set(delta, rows(deltas, place.units));
  }
  if (head !== null) values.set(head.name, headValues(head.name, values.get('prediction') ?? [], network.outputs));
  values.set('loss', [loss]);
}

function lastMicroBatch({ microBatches }: StepDetail): StepDetail['microBatches'][number] {
  const last = microBatches.at(-1);
  if (last === undefined) throw new RangeError('A step has at least one micro-batch.');
  return last;
}

/** What is made of the outputs, a row for each example. */
function headValues(name: string, outputs: readonly number[], width: number): readonly number[] {
  if (name !== 'logProbability') return outputs.map((output) => 1 / (1 + Math.exp(-output)));
  return outputs.map((output, at) => {
    const row = outputs.slice(at - (at % width), at - (at % width) + width);
    const most = Math.max(...row);
    return output - most - Math.log(row.reduce((sum, each) => sum + Math.exp(each - most), 0));
  });
}

/** Gradients of the last micro-batch and of the step, and the weights after it. */
function setWeights(program: NetworkProgram, detail: StepDetail, values: Values): void {
  const { sum, weights, update } = detail;
  const next = weights.map((weight, i) => weight + update[i]);
  const { gradient } = lastMicroBatch(detail);
  for (const { place, byWeights, byBiases, weights: matrix, biases } of program.layers) {
    values.set(byWeights, [...gradient.subarray(place.weights, place.biases)]);
    values.set(byBiases, [...gradient.subarray(place.biases, place.end)]);
    values.set(`next${matrix}`, [...next.subarray(place.weights, place.biases)]);
    values.set(`next${biases}`, [...next.subarray(place.biases, place.end)]);
  }
  values.set('gradient', [...sum.total]);
  values.set('norm', [sum.norm]);
  values.set('clippedGradient', [...sum.applied]);
}

/** What the lines of the rule compute, and the optimizer's arguments. */
function setRule(program: NetworkProgram, detail: StepDetail, values: Values): void {
  for (const [name, value] of Object.entries(detail.optimizerValues))
    if (typeof value === 'number') values.set(name, [value]);
  values.set('learningRate', [detail.learningRate]);
  const isVector = new Set(program.vectors);
  for (const { assignment, result } of workedLines(program, detail, [...detail.weights.keys()]))
    values.set(keyOfResult(program, assignment), isVector.has(assignment) ? result : result.slice(0, 1));
  // What the run itself has, to the last digit.
  const { weights, update, nextState } = detail;
  values.set('nextWeights', [...weights.map((weight, at) => weight + update[at])]);
  for (const { name, place, isVector } of program.state)
    values.set(name, [...nextState.subarray(place, place + (isVector ? weights.length : 1))]);
}
