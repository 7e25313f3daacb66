// A JavaScript script around a listing: heading, data, mini-batches, the loop with its output, and the comparison at the end.

import { present } from '../../training/present.ts';
import type { RunRecord } from '../runRecord.ts';
import { dataName } from './javascriptLoop.ts';
import { type Listing, textOf } from './listing.ts';
import { measuredNames } from './ownColumns.ts';
import type { DataColumn } from './program.ts';
import type { Output } from './pythonScript.ts';
import { type RuleProgram, ruleArguments, valuesByStep } from './ruleProgram.ts';
import { batchesAre, batchRows, heading, type Subject, startIs, startRows, wrap } from './scriptText.ts';

export interface JavascriptStyle {
  readonly library: string;
  /** Sentences that follow the heading. */
  readonly remarks: readonly string[];
  readonly output: Output;
}

/** What is printed of two weights: an expression for an array of both. */
export const pairOutput = (weights: string): Output => ({
  first: [`console.log(0, ...${weights});`],
  ofStep: [`console.log(step + 1, ...${weights});`],
  last: [`const difference = Math.max(...${weights}.map((weight, j) => Math.abs(weight - expected[j])));`],
});

const expectedText = (weights: readonly number[]): string =>
  weights.length === 2 ? `[${weights.join(', ')}]` : `[\n${wrap(weights.map(String), '  ')}\n]`;

const camelCase = ([first, ...words]: readonly string[]): string =>
  [first, ...words.map((word) => `${word[0].toUpperCase()}${word.slice(1)}`)].join('');

/** A column of the data; of own data in their units, in which they are called `own`, and what is trained on from these. */
function dataLines({ name, numbers, remark, measured }: DataColumn, own: string): readonly string[] {
  const listed = (values: Float64Array): string => `[\n${wrap(Array.from(values, String), '  ')}\n]`;
  const said = remark === null ? [] : [`// ${remark}`];
  if (measured === null) return [...said, `const ${dataName(name)} = ${listed(numbers)};`];
  const { shift, scale } = measured;
  return [
    ...said,
    `const ${own} = ${listed(measured.numbers)};`,
    `const ${dataName(name)} = ${own}.map((value) => (value - ${shift < 0 ? `(${shift})` : shift}) / ${scale});`,
  ];
}

/** The lines of the script. */
export function wrapJavascript(
  record: RunRecord,
  program: RuleProgram,
  subject: Subject,
  listing: Listing,
  { library, remarks, output }: JavascriptStyle,
): string[] {
  const columns = subject.columns.map(({ name }) => name);
  const names = measuredNames(columns, record.config.data, camelCase);
  const varying = ruleArguments(program).filter(({ isVarying }) => isVarying);
  const [head, ...body] = textOf(listing.loop);
  const end = present(body.pop());
  const counted = head.replace(/^for \(const (\w+) of batches\)/, 'for (const [step, $1] of batches.entries())');
  return [
    ...[...heading(record, program, subject, library), ...remarks].map((sentence) => `// ${sentence}`.trimEnd()),
    '',
    ...listing.imports,
    '// The training examples, one column after the other.',
    ...subject.columns.flatMap((column, place) => dataLines(column, names[place])),
    '',
    `// ${batchesAre(program)}`,
    `const batches = [\n${batchRows(record, program, '  ')}\n];`,
    ...varying.map(({ name }) => `const ${name}OfStep = [\n${wrap(valuesByStep(record, name).map(String), '  ')}\n];`),
    ...(subject.start === undefined
      ? []
      : ['', `// ${startIs}`, `const start = [\n${startRows(subject.start, '  ', String)}\n];`]),
    '',
    '// The weights of Minibatch Lab after the last of these steps.',
    `const expected = ${expectedText(record.finalWeights)};`,
    '',
    ...listing.definitions,
    ...(listing.definitions.length > 0 ? [''] : []),
    ...textOf(listing.setup),
    '',
    ...output.first,
    counted,
    ...body,
    ...output.ofStep.map((text) => `  ${text}`),
    end,
    '',
    ...output.last,
    "console.log('largest difference from Minibatch Lab:', difference);",
    '',
  ];
}
