// A network as plain JavaScript without any library: arrays of rows, every layer forward and backward by hand with the chain
// rule, and the optimizer's rule written out.

import type { RunRecord } from '../../runRecord.ts';
import { type Assignment, callsIn, type Expression, parseExpression } from '../expression.ts';
import { printJavascript } from '../javascript.ts';
import {
  dataName,
  javascriptClipNorm,
  javascriptConstants,
  javascriptLoop,
  javascriptVarying,
  javascriptZero,
} from '../javascriptLoop.ts';
import { wrapJavascript } from '../javascriptScript.ts';
import { type CodeLine, indent, type Listing, line, ofLayer, shown, shownFirst } from '../listing.ts';
import type { Output } from '../pythonScript.ts';
import { isClipped, isSummed, keyOfResult } from '../ruleProgram.ts';
import { type LayerNames, type NetworkProgram, networkProgramOf, weightNames } from './networkProgram.ts';
import { networkSubject } from './networkSubject.ts';

const always = [
  'const sum = (values) => values.reduce((total, value) => total + value, 0);',
  'const mean = (values) => sum(values) / values.length;',
  '// A number for each number of the rows: row i, place j.',
  'const each = (rows, make) => rows.map((row, i) => row.map((value, j) => make(value, i, j)));',
  '// z = W a + b for each example.',
  'const affine = (W, a, b) => a.map((row) => W.map((w, j) => b[j] + sum(w.map((value, i) => value * row[i]))));',
  '// W transposed times the delta of each example.',
  'const back = (W, delta) => delta.map((row) => W[0].map((_, i) => sum(row.map((d, j) => d * W[j][i]))));',
  '// The mean over the examples of delta times a, for each unit and input.',
  'const meanProduct = (delta, a) =>',
  '  delta[0].map((_, j) => a[0].map((_, i) => mean(delta.map((row, e) => row[j] * a[e][i]))));',
  'const meanRow = (delta) => delta[0].map((_, j) => mean(delta.map((row) => row[j])));',
];

/** What the formulas call that JavaScript does not have. */
const definitions: Readonly<Record<string, readonly string[]>> = {
  sigmoid: ['const sigmoid = (z) => 1 / (1 + Math.exp(-z));'],
  logSoftmax: [
    'const logSoftmax = (row) => {',
    '  const most = Math.max(...row);',
    '  const size = Math.log(sum(row.map((value) => Math.exp(value - most))));',
    '  return row.map((value) => value - most - size);',
    '};',
  ],
  cdf: [
    '// erf by its series, whose terms all have one sign.',
    'const erf = (x) => {',
    '  if (Math.abs(x) > 6) return Math.sign(x);',
    '  let term = (2 / Math.sqrt(Math.PI)) * x * Math.exp(-x * x);',
    '  let total = 0;',
    '  for (let n = 1; total + term !== total; n += 2) {',
    '    total += term;',
    '    term *= (2 * x * x) / (n + 2);',
    '  }',
    '  return total;',
    '};',
    '// The normal distribution and its density.',
    'const cdf = (z) => 0.5 * (1 + erf(z / Math.SQRT2));',
  ],
  pdf: ['const pdf = (z) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);'],
};

export function javascriptNetworkListing(program: NetworkProgram): Listing {
  const { activation, head, lossValue, byPrediction, layers, loss } = program;
  const isBent = layers.length > 1 && activation.value !== 'z';
  const formulas = [
    ...(isBent ? [parseExpression(activation.value), parseExpression(activation.slope)] : []),
    ...(head === null ? [] : [head.value]),
    lossValue,
    byPrediction,
  ];
  const calls = new Set(formulas.flatMap(callsIn));
  const called = Object.keys(definitions).filter((name) => calls.has(name));
  const zero = javascriptZero(program, 'gradients = each(gradients, () => 0);');
  const losses = `each(prediction, (p, i, j) => ${printed(lossValue, ofOutput)})`;
  const ofBatch = [
    constant('x', 'batch.map((index) => inputs[index])', 'sample'),
    constant('y', 'batch.map((index) => targets[index])', 'sample'),
    ...layers.flatMap((layer, i) => ofLayer(forwardLines(program, layer), i)),
    ...(head === null ? [] : [headLine(head)]),
    constant('loss', `mean(${losses}.map(${loss.joins}))`, 'loss'),
    ...backwardLines(program),
    ...zero.ofBatch,
    ...gradientLines(program),
  ];
  return {
    imports: [],
    definitions: [...always, ...called.flatMap((name) => definitions[name])],
    setup: [
      ...javascriptConstants(program),
      ...dataLines(program),
      line(
        `const [${weightNames(program).join(', ')}] = start;`,
        null,
        weightNames(program).map((name) => shownFirst(name, name)),
      ),
      line('// All of them as one list of rows.'),
      line(`const weights = [${layers.map(({ weights, biases }) => `...${weights}, ${biases}`).join(', ')}];`),
      ...stateLines(program),
      ...(isSummed(program) ? [line('let gradients = each(weights, () => 0);')] : []),
    ],
    loop: javascriptLoop(program, {
      before: zero.ofStep,
      ofBatch,
      after: [
        ...(isClipped(program) ? clipLines(program) : []),
        ...javascriptVarying(program),
        ...updateLines(program),
        ...zero.last,
      ],
    }),
  };
}

const constant = (name: string, text: string, phase: CodeLine['phase']): CodeLine =>
  line(`const ${name} = ${text};`, phase, [shown(name, name)]);

const printed = (value: Expression, names: Readonly<Record<string, string>>): string =>
  printJavascript(value, (name) => names[name] ?? name);

/** Within `each` over the outputs: `p` is the output of example i that stands at j. */
const ofOutput: Readonly<Record<string, string>> = {
  prediction: 'p',
  y: 'y[i][j]',
  probability: 'probability[i][j]',
  logProbability: 'logProbability[i][j]',
};

/** `inputs` and `targets`: a row for each example. */
function dataLines(program: NetworkProgram): CodeLine[] {
  const { inputs, target, isOneHot, network } = program;
  const at = { x1: `${dataName('x1')}[i]`, x2: `${dataName('x2')}[i]` };
  const columns = inputs.map((input) => printed(input, at));
  const indicator = isOneHot ? 'Number(y === k)' : 'y';
  const text = printed(target, { y: indicator });
  const row = isOneHot ? `Array.from({ length: ${network.outputs} }, (_, k) => ${text})` : `[${text}]`;
  return [
    line(`const inputs = ${dataName('y')}.map((_, i) => [${columns.join(', ')}]);`),
    line(`const targets = ${dataName('y')}.map((y) => ${row});`),
  ];
}

function forwardLines({ activation }: NetworkProgram, { weights, biases, below, sum, value }: LayerNames): CodeLine[] {
  const lines = [constant(sum, `affine(${weights}, ${below}, ${biases})`, 'forward')];
  if (value !== sum) {
    const bent = printed(parseExpression(activation.value), {});
    lines.push(constant(value, `each(${sum}, (z) => ${bent})`, 'forward'));
  }
  return lines;
}

/** What is made of the outputs: a row at a time where its outputs belong together. */
const headLine = ({ name, value }: Assignment): CodeLine =>
  constant(
    name,
    value.kind === 'call' && value.name === 'logSoftmax'
      ? 'prediction.map(logSoftmax)'
      : `each(prediction, (p) => ${printed(value, { prediction: 'p' })})`,
    'forward',
  );

/** From the outputs down: delta of each layer, and the mean over the batch of delta times what the layer was given. */
function backwardLines({ layers, activation, byPrediction }: NetworkProgram): CodeLine[] {
  return layers.toReversed().flatMap(({ delta, byWeights, byBiases, below, isLast, sum, value }, i, reversed) => {
    const above = reversed[i - 1];
    const through = isLast ? '' : `back(${above.weights}, ${above.delta})`;
    const slope = parseExpression(activation.slope);
    const factor: Expression = { kind: 'binary', operator: '*', left: { kind: 'name', name: 'd' }, right: slope };
    const names = { z: `${sum}[i][j]`, a: `${value}[i][j]` };
    const text = isLast
      ? `each(prediction, (p, i, j) => ${printed(byPrediction, ofOutput)})`
      : activation.slope === '1'
        ? through
        : `each(${through}, (d, i, j) => ${printed(factor, names)})`;
    const lines = [
      constant(delta, text, 'backward'),
      constant(byWeights, `meanProduct(${delta}, ${below})`, 'backward'),
      constant(byBiases, `meanRow(${delta})`, 'backward'),
    ];
    return ofLayer(lines, layers.length - 1 - i);
  });
}

function gradientLines(program: NetworkProgram): CodeLine[] {
  const rows = `[${program.layers.map(({ byWeights, byBiases }) => `...${byWeights}, ${byBiases}`).join(', ')}]`;
  const share = program.isAccumulated ? ' / microBatches.length' : '';
  const text = isSummed(program)
    ? `gradients = each(${rows}, (part, i, j) => gradients[i][j] + part${share});`
    : `${isClipped(program) ? 'let' : 'const'} gradients = ${rows};`;
  return [line(text, 'backward', [shown('gradients', 'gradient')])];
}

function clipLines(program: NetworkProgram): CodeLine[] {
  const factor = `Math.min(1, ${javascriptClipNorm(program)} / (norm + 1e-6))`;
  return [
    constant('norm', 'Math.hypot(...gradients.flat())', 'update'),
    line(`gradients = each(gradients, (g) => g * ${factor});`, 'update', [shown('gradients', 'clippedGradient')]),
  ];
}

/** The rule in a loop over all rows and their places. */
function updateLines(program: NetworkProgram): CodeLine[] {
  const kept = new Set(program.state.filter(({ isVector }) => isVector).map(({ name }) => name));
  const numbers = new Set(program.state.filter(({ isVector }) => !isVector).map(({ name }) => name));
  const nameOf = (name: string): string =>
    name === 'w' ? 'w[j]' : name === 'gradient' ? 'gradients[i][j]' : kept.has(name) ? `${name}[i][j]` : name;
  const assign = (assignment: Assignment): CodeLine => {
    const { name, value } = assignment;
    const isNew = name !== 'w' && !kept.has(name) && !numbers.has(name);
    return line(`${isNew ? 'const ' : ''}${nameOf(name)} = ${printJavascript(value, nameOf)};`, 'update', [
      shown(nameOf(name), keyOfResult(program, assignment)),
    ]);
  };
  return [
    ...program.scalars.map(assign),
    line('for (const [i, w] of weights.entries()) {', 'update'),
    line('  for (let j = 0; j < w.length; j++) {', 'update'),
    ...indent(program.vectors.map(assign), '    '),
    line('  }', 'update'),
    line('}', 'update'),
  ];
}

const stateLines = ({ state }: NetworkProgram): CodeLine[] =>
  state.map(({ name, initial, isVector }) => {
    const first = printJavascript(parseExpression(initial), String);
    return line(isVector ? `const ${name} = each(weights, () => ${first});` : `let ${name} = ${first};`, null, [
      shownFirst(name, name),
    ]);
  });

/** What is printed of a network: the loss of each step, and all weights at the end. */
export const networkOutput = (loss: string, weights: string): Output => ({
  first: [],
  ofStep: [`console.log(step, ${loss});`],
  last: [
    `const final = ${weights};`,
    "console.log('weights:', ...final);",
    'const difference = Math.max(...final.map((weight, j) => Math.abs(weight - expected[j])));',
  ],
});

/** The listing with the loss of a step summed up over its micro-batches, for the script to print. */
function withStepLoss(program: NetworkProgram, listing: Listing): Listing {
  if (!program.isAccumulated) return listing;
  const loop = listing.loop.flatMap((one, i) => {
    if (i === 0) return [one, line('  let stepLoss = 0;')];
    const isLoss = one.values.some(({ key }) => key === 'loss');
    return isLoss ? [one, line('    stepLoss += loss / microBatches.length;')] : [one];
  });
  return { ...listing, loop };
}

/** A script that repeats the recorded steps of a network in a browser's console or under Node, without any library. */
export function javascriptNetworkScript(record: RunRecord): string {
  const program = networkProgramOf(record);
  const listing = withStepLoss(program, javascriptNetworkListing(program));
  return wrapJavascript(record, program, networkSubject(record, program), listing, {
    library: 'plain JavaScript',
    remarks: [
      'Forward and backward are written out layer by layer, the optimizer as its equations.',
      'Run it with Node (node script.mjs), or paste it into the console of a browser.',
    ],
    output: networkOutput(program.isAccumulated ? 'stepLoss' : 'loss', 'weights.flat()'),
  }).join('\n');
}
