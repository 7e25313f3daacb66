// A Python script around a listing: heading, data, mini-batches, the loop with its output, and the comparison at the end.

import type { RunRecord } from '../runRecord.ts';
import { type Listing, textOf } from './listing.ts';
import { measuredNames } from './ownColumns.ts';
import type { DataColumn } from './program.ts';
import { pythonFloat, pythonValue, snakeCase } from './python.ts';
import { type RuleProgram, ruleArguments, valuesByStep } from './ruleProgram.ts';
import { batchesAre, batchRows, heading, type Subject, startIs, startRows, wrap } from './scriptText.ts';

/** Lines that print: before the loop, at the end of each step, and after it, where `difference` is what it says. */
export interface Output {
  readonly first: readonly string[];
  readonly ofStep: readonly string[];
  readonly last: readonly string[];
}

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
  readonly output: Output;
  /** Names whose values by step are needed although the rule does not read them. */
  readonly varying?: readonly string[];
  /** Further data, after the mini-batches. */
  readonly more?: readonly string[];
}

/** What is printed of two weights. `weight` is one of them as a Python float. */
export const pairOutput = (weight: (place: 0 | 1) => string): Output => ({
  first: [`print(0, ${weight(0)}, ${weight(1)})`],
  ofStep: [`print(step + 1, ${weight(0)}, ${weight(1)})`],
  last: [`difference = max(abs(${weight(0)} - expected[0]), abs(${weight(1)} - expected[1]))`],
});

export function pythonScript(
  record: RunRecord,
  program: RuleProgram,
  subject: Subject,
  listing: Listing,
  style: PythonStyle,
): string {
  const { output } = style;
  const varying =
    style.varying ??
    ruleArguments(program)
      .filter(({ isVarying }) => isVarying)
      .map(({ name }) => name);
  const columns = subject.columns.map(({ name }) => name);
  const names = measuredNames(columns, record.config.data, (each) => each.join('_'));
  const words = [
    ...heading(record, program, subject, style.library),
    ...style.remarks,
    `Run it with Python 3 after: pip install ${style.install}`,
  ];
  const loop = textOf(listing.loop);
  const [head, ...body] = loop;
  const counted = head.replace(/^for (\w+) in batches:$/, 'for step, $1 in enumerate(batches):');
  return `${[
    `"""${words.join('\n')}`,
    '"""',
    ...listing.imports,
    '',
    '# The training examples, one column after the other.',
    ...subject.columns.flatMap((column, place) => dataLines(column, names[place], style)),
    '',
    `# ${batchesAre(program)}`,
    `batches = ${style.batches(batchRows(record, program, '    '))}`,
    ...varying.map(
      (name) => `${snakeCase(name)}_of_step = [\n${wrap(valuesByStep(record, name).map(pythonValue), '    ')}\n]`,
    ),
    ...(style.more ?? []),
    ...(subject.start === undefined
      ? []
      : ['', `# ${startIs}`, `start = [\n${startRows(subject.start, '    ', pythonFloat)}\n]`]),
    '',
    '# The weights of Minibatch Lab after the last of these steps.',
    `expected = ${expectedText(record.finalWeights)}`,
    '',
    ...(listing.definitions.length > 0 ? ['', ...listing.definitions, '', ''] : []),
    ...textOf(listing.setup),
    '',
    ...output.first,
    counted,
    ...body,
    ...output.ofStep.map((text) => `    ${text}`),
    '',
    ...output.last,
    'print("largest difference from Minibatch Lab:", difference)',
  ].join('\n')}\n`;
}

/** A column of the data; of own data in their units, in which they are called `own`, and what is trained on from these. */
function dataLines(column: DataColumn, own: string, { data }: PythonStyle): readonly string[] {
  const { name, numbers, remark, measured } = column;
  const listed = (values: Float64Array): string => wrap(Array.from(values, pythonFloat), '    ');
  const said = remark === null ? [] : [`# ${remark}`];
  if (measured === null) return [...said, `data_${name} = ${data(listed(numbers))}`];
  const [shift, scale] = [measured.shift, measured.scale].map(pythonFloat);
  return [
    ...said,
    `${own} = [\n${listed(measured.numbers)}\n]`,
    `data_${name} = ${data(`    *((value - ${shift.startsWith('-') ? `(${shift})` : shift}) / ${scale} for value in ${own}),`)}`,
  ];
}

const expectedText = (weights: readonly number[]): string =>
  weights.length === 2 ? `[${weights.map(pythonFloat).join(', ')}]` : `[\n${wrap(weights.map(pythonFloat), '    ')}\n]`;
