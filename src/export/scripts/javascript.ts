// A run as plain JavaScript without any library: arrays, and the gradient by hand with the chain rule.

import type { RunRecord } from '../runRecord.ts';
import { type Assignment, binding, bindingOf, callsIn, type Expression, parseExpression } from './expression.ts';
import {
  dataName,
  javascriptClipNorm,
  javascriptConstants,
  javascriptLoop,
  javascriptVarying,
  javascriptZero,
} from './javascriptLoop.ts';
import { pairOutput, wrapJavascript } from './javascriptScript.ts';
import { type CodeLine, type CodePhase, indent, type Listing, line, shown, shownFirst } from './listing.ts';
import { type Program, programOf } from './program.ts';
import { isClipped, isSummed, type Kind, keyOfResult } from './ruleProgram.ts';
import { pairSubject } from './scriptText.ts';

/** `$` is the operand, `$2` and `$3` the further ones; the others are those of Math. */
const functions: Readonly<Record<string, string>> = {
  max: 'Math.max($, $2)',
  relu: 'Math.max($, 0)',
  sigmoid: 'sigmoid($)',
  cdf: 'cdf($)',
  pdf: 'pdf($)',
  clip: 'Math.min(Math.max($, $2), $3)',
  zeros: '0',
  ones: '1',
};

/** Prints a name as it stands in a place; the subscript depends on the kind of the name. */
export type NamePrinter = (name: string) => string;

/** A `where` becomes a choice here, and binds as loosely. */
const strengthOf = (expression: Expression): number =>
  expression.kind === 'call' && expression.name === 'where' ? 0 : bindingOf(expression);

export function printJavascript(expression: Expression, nameOf: NamePrinter): string {
  const print = (part: Expression): string => printJavascript(part, nameOf);
  const bound = (part: Expression, least: number): string =>
    strengthOf(part) < least ? `(${print(part)})` : print(part);
  const choice = (condition: Expression, yes: Expression, no: Expression): string =>
    `${bound(condition, 1)} ? ${bound(yes, 1)} : ${bound(no, 1)}`;
  switch (expression.kind) {
    case 'number':
      return expression.text;
    case 'name':
      return nameOf(expression.name);
    case 'negative':
      return `-${bound(expression.operand, 6)}`;
    case 'binary': {
      const { operator, left, right } = expression;
      const strength = binding[operator];
      const isPower = operator === '**';
      const sign = operator === '==' ? '===' : operator;
      return `${bound(left, isPower ? strength + 1 : strength)} ${sign} ${bound(right, isPower ? strength : strength + 1)}`;
    }
    case 'choice':
      return choice(expression.condition, expression.yes, expression.no);
    case 'call': {
      const [first, second, third] = expression.operands;
      if (expression.name === 'where') return choice(first, second, third);
      const texts = expression.operands.map(print);
      const template = functions[expression.name] ?? `Math.${expression.name}($)`;
      return template.replaceAll(/\$(\d?)/g, (_match, place: string) => texts[Number(place || 1) - 1]);
    }
  }
}

/** Within a map over the batch: columns of the batch have a place in it. */
const inBatch =
  (kinds: ReadonlyMap<string, Kind>): NamePrinter =>
  (name) =>
    name === 'w1' ? 'w[0]' : name === 'w2' ? 'w[1]' : kinds.get(name) === 'batch' ? `${name}[i]` : name;

/** Within a loop over the weights: what is kept for each weight has its place, the rest is made anew for each. */
const inWeights = (program: Program): NamePrinter => {
  const kept = new Set(['w', 'gradient', ...program.state.filter(({ isVector }) => isVector).map(({ name }) => name)]);
  return (name) => (kept.has(name) ? `${name}[j]` : name);
};

const constant = (name: string, text: string, phase: CodePhase): CodeLine =>
  line(`const ${name} = ${text};`, phase, [shown(name, name)]);

export function javascriptListing(program: Program): Listing {
  const { forward, backward, scalars, vectors, byPrediction, lossValue } = program;
  const nameOf = inBatch(program.kinds);
  const overBatch = (value: Expression): string => {
    const text = printJavascript(value, nameOf);
    return `batch.map((_, i) => ${text})`;
  };
  const calls = [...[...forward, ...backward].flatMap(({ value }) => callsIn(value)), ...callsIn(byPrediction)];
  const zero = javascriptZero(program, 'gradient.fill(0);');
  const ofBatch = [
    ...program.columns.map((column) => constant(column, `batch.map((index) => ${dataName(column)}[index])`, 'sample')),
    ...forward.map(({ name, value }) => constant(name, overBatch(value), 'forward')),
    constant('loss', `mean(${overBatch(lossValue)})`, 'loss'),
    constant('byPrediction', overBatch(byPrediction), 'backward'),
    ...backward.map(({ name, value }) => constant(name, overBatch(value), 'backward')),
    ...zero.ofBatch,
    ...gradientLines(program, nameOf),
  ];
  const after = [
    ...(isClipped(program) ? clipLines(program) : []),
    ...javascriptVarying(program),
    ...updateLines(program, scalars, vectors),
    ...zero.last,
  ];
  return {
    imports: [],
    definitions: [
      'const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;',
      ...(calls.includes('sigmoid') ? ['const sigmoid = (z) => 1 / (1 + Math.exp(-z));'] : []),
    ],
    setup: [
      ...javascriptConstants(program),
      ...javascriptState(program),
      ...(isSummed(program) ? [line('const gradient = [0, 0];')] : []),
    ],
    loop: javascriptLoop(program, { before: zero.ofStep, ofBatch, after }),
  };
}

/** The factor that makes the gradient no longer than `clipNorm`. */
function clipLines(program: Program): CodeLine[] {
  const factor = `Math.min(1, ${javascriptClipNorm(program)} / (norm + 1e-6))`;
  return [
    constant('norm', 'Math.hypot(...gradient)', 'update'),
    line(`for (let j = 0; j < 2; j++) gradient[j] *= ${factor};`, 'update', [shown('gradient[j]', 'clippedGradient')]),
  ];
}

function gradientLines(program: Program, nameOf: NamePrinter): CodeLine[] {
  const { byWeights, isAccumulated } = program;
  const means = byWeights.map((by) => {
    if (by.kind === 'number' && by.text === '1') return 'mean(byPrediction)';
    const product: Expression = {
      kind: 'binary',
      operator: '*',
      left: { kind: 'name', name: 'byPrediction' },
      right: by,
    };
    return `mean(batch.map((_, i) => ${printJavascript(product, nameOf)}))`;
  });
  if (isSummed(program))
    return means.map((text, place) =>
      line(`gradient[${place}] += ${text}${isAccumulated ? ' / microBatches.length' : ''};`, 'backward', [
        shown(`gradient[${place}]`, `gradient${place + 1}`),
      ]),
    );
  return [
    line('const gradient = [', 'backward', [shown('gradient', 'gradient')]),
    ...means.map((text) => line(`  ${text},`, 'backward')),
    line('];', 'backward'),
  ];
}

function updateLines(program: Program, scalars: readonly Assignment[], vectors: readonly Assignment[]): CodeLine[] {
  const nameOf = inWeights(program);
  const kept = new Set(program.state.map(({ name }) => name));
  const assign = (assignment: Assignment): CodeLine => {
    const { name, value } = assignment;
    const target = nameOf(name);
    const isNew = name !== 'w' && !kept.has(name);
    return line(`${isNew ? 'const ' : ''}${target} = ${printJavascript(value, nameOf)};`, 'update', [
      shown(target, keyOfResult(program, assignment)),
    ]);
  };
  return [
    ...scalars.map(assign),
    line('for (let j = 0; j < 2; j++) {', 'update'),
    ...indent(vectors.map(assign), '  '),
    line('}', 'update'),
  ];
}

const javascriptState = (program: Program): CodeLine[] => [
  line(`const w = [${program.start.join(', ')}];`, null, [shownFirst('w', 'weights')]),
  ...program.state.map(({ name, initial, isVector }) => {
    const first = printJavascript(parseExpression(initial), String);
    return line(isVector ? `const ${name} = [${first}, ${first}];` : `let ${name} = ${first};`, null, [
      shownFirst(name, name),
    ]);
  }),
];

/** A script that repeats the recorded steps in a browser's console or under Node, without any library. */
export function javascriptScript(record: RunRecord): string {
  const program = programOf(record);
  return wrapJavascript(record, program, pairSubject(record, program), javascriptListing(program), {
    library: 'plain JavaScript',
    remarks: [
      'The gradient is written out with the chain rule, the optimizer as its equations.',
      'Run it with Node (node script.mjs), or paste it into the console of a browser.',
    ],
    output: pairOutput('w'),
  }).join('\n');
}
