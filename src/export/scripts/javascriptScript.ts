// A JavaScript script around a listing: heading, data, mini-batches, the loop with its output, and the comparison at the end.

import type { RunRecord } from '../runRecord.ts';
import { type Listing, textOf } from './listing.ts';
import { columnOf, type Program, ruleArguments, valuesByStep } from './program.ts';
import { batchRows, heading, wrap } from './scriptText.ts';

export interface JavascriptStyle {
  readonly library: string;
  /** Sentences that follow the heading. */
  readonly remarks: readonly string[];
  /** An expression for the two weights as an array of numbers. */
  readonly weights: string;
}

/** The lines of the script. */
export function wrapJavascript(
  record: RunRecord,
  program: Program,
  listing: Listing,
  { library, remarks, weights }: JavascriptStyle,
): string[] {
  const varying = ruleArguments(program).filter(({ isVarying }) => isVarying);
  const [head, ...body] = textOf(listing.loop);
  const end = body.pop()!;
  const counted = head.includes('[step, batch]') ? head : 'for (const [step, batch] of batches.entries()) {';
  return [
    ...[...heading(record, program, library), ...remarks].map((sentence) => `// ${sentence}`.trimEnd()),
    '',
    ...listing.imports,
    '// The training examples, one column after the other.',
    ...program.columns.map(
      (column) =>
        `const data${column.toUpperCase()} = [\n${wrap(Array.from(columnOf(record, column), String), '  ')}\n];`,
    ),
    '',
    '// The mini-batch of each step: indices of examples.',
    `const batches = [\n${batchRows(record, '  ')}\n];`,
    ...varying.map(({ name }) => `const ${name}OfStep = [\n${wrap(valuesByStep(record, name).map(String), '  ')}\n];`),
    '',
    '// The weights of Minibatch Lab after the last of these steps.',
    `const expected = [${record.finalWeights.join(', ')}];`,
    '',
    ...listing.definitions,
    ...(listing.definitions.length > 0 ? [''] : []),
    ...textOf(listing.setup),
    '',
    `console.log(0, ...${weights});`,
    counted,
    ...body,
    `  console.log(step + 1, ...${weights});`,
    end,
    '',
    `const difference = Math.max(...${weights}.map((weight, j) => Math.abs(weight - expected[j])));`,
    "console.log('largest difference from Minibatch Lab:', difference);",
    '',
  ];
}
