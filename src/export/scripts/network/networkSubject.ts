// What a script says of a network before its code: its layers and loss as formulas, its data, and its first weights.

import { formulaLines } from '../../../training/network/network.ts';
import type { RunRecord } from '../../runRecord.ts';
import { dataColumn } from '../program.ts';
import type { Subject } from '../scriptText.ts';
import type { NetworkProgram } from './networkProgram.ts';

export function networkSubject(record: RunRecord, program: NetworkProgram): Subject {
  const { network, columns, layers, loss } = program;
  const { classes } = network.spec;
  const formulas = formulaLines(network);
  const target = loss.target(classes);
  return {
    about: [
      `The network, x the inputs ${network.spec.inputs.join(', ')}, the loss that of one example with the target y:`,
      ...formulas.map((formula) => `  ${formula}`),
      'The loss of a step is the mean over its mini-batch.',
      ...(network.outputs > 1 && loss.joins === 'mean' ? ['The loss of an example is the mean over its outputs.'] : []),
      ...(target === 'y' || classes === 0 ? [] : ['The classes are the numbers -1 and +1 for this loss.']),
    ],
    printed:
      'Printed: each step, counted from 0, with the loss of its mini-batch; then the weights after the last one.',
    columns: columns.map((name) => dataColumn(record, name)),
    start: layers.flatMap(({ place }) => {
      const { weights, biases, end, inputs } = place;
      const numbers = firstWeights(record);
      const matrix = Array.from({ length: (biases - weights) / inputs }, (_, unit) =>
        numbers.slice(weights + unit * inputs, weights + (unit + 1) * inputs),
      );
      return [matrix, numbers.slice(biases, end)];
    }),
  };
}

/** The weights before the first step. */
const firstWeights = ({ count, columns, finalWeights }: RunRecord): readonly number[] =>
  count === 0 ? finalWeights : finalWeights.map((_, i) => columns[`w${i + 1}`][0]);
