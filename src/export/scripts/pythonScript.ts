// A Python script around a listing: heading, data, mini-batches, the loop with its output, and the comparison at the end.

import type { RunRecord } from '../runRecord.ts';
import { type Listing, textOf } from './listing.ts';
import { columnOf, type Program, ruleArguments, valuesByStep } from './program.ts';
import { pythonFloat, pythonValue, snakeCase } from './python.ts';
import { batchRows, heading, wrap } from './scriptText.ts';

export interface PythonStyle {
  readonly library: string;
  /** What `pip install` is given. */
  readonly install: string;
  /** Sentences that follow the heading. */
  readonly remarks: readonly string[];
  /** A column of the data from its wrapped numbers. */
  readonly data: (numbers: string) => string;
  /** The list of mini-batches from its rows. */
  readonly batches: (rows: string) => string;
  /** A weight as a Python float. */
  readonly weight: (place: 0 | 1) => string;
  /** Names whose values by step are needed although the rule does not read them. */
  readonly varying?: readonly string[];
  /** Further data, after the mini-batches. */
  readonly more?: readonly string[];
}

export function pythonScript(record: RunRecord, program: Program, listing: Listing, style: PythonStyle): string {
  const { weight } = style;
  const varying =
    style.varying ??
    ruleArguments(program)
      .filter(({ isVarying }) => isVarying)
      .map(({ name }) => name);
  const words = [
    ...heading(record, program, style.library),
    ...style.remarks,
    `Run it with Python 3 after: pip install ${style.install}`,
  ];
  const loop = textOf(listing.loop);
  const [head, ...body] = loop;
  const counted = head.startsWith('for step') ? head : 'for step, batch in enumerate(batches):';
  return `${[
    `"""${words.join('\n')}`,
    '"""',
    ...listing.imports,
    '',
    '# The training examples, one column after the other.',
    ...program.columns.map(
      (column) => `data_${column} = ${style.data(wrap(Array.from(columnOf(record, column), pythonFloat), '    '))}`,
    ),
    '',
    '# The mini-batch of each step: indices of examples.',
    `batches = ${style.batches(batchRows(record, '    '))}`,
    ...varying.map(
      (name) => `${snakeCase(name)}_of_step = [\n${wrap(valuesByStep(record, name).map(pythonValue), '    ')}\n]`,
    ),
    ...(style.more ?? []),
    '',
    '# The weights of Minibatch Lab after the last of these steps.',
    `expected = [${record.finalWeights.map(pythonFloat).join(', ')}]`,
    '',
    ...(listing.definitions.length > 0 ? ['', ...listing.definitions, '', ''] : []),
    ...textOf(listing.setup),
    '',
    `print(0, ${weight(0)}, ${weight(1)})`,
    counted,
    ...body,
    `    print(step + 1, ${weight(0)}, ${weight(1)})`,
    '',
    `difference = max(abs(${weight(0)} - expected[0]), abs(${weight(1)} - expected[1]))`,
    'print("largest difference from Minibatch Lab:", difference)',
  ].join('\n')}\n`;
}
