// A network as TensorFlow.js: the gradient by automatic differentiation, the optimizer's rule written out in tensors.
// Its numbers are float32, so it repeats the run to about seven figures at first and fewer later.

import type { RunRecord } from '../../runRecord.ts';
import { parseExpression, renamed } from '../expression.ts';
import {
  dataName,
  javascriptClipNorm,
  javascriptConstants,
  javascriptLoop,
  javascriptVarying,
  javascriptZero,
} from '../javascriptLoop.ts';
import { wrapJavascript } from '../javascriptScript.ts';
import { type Listing, line } from '../listing.ts';
import { isClipped, isSummed } from '../ruleProgram.ts';
import { asModule, assignTfjs, printTfjs, tfjsRemarks, tidied } from '../tfjs.ts';
import { networkOutput } from './javascriptNetwork.ts';
import { type NetworkProgram, networkProgramOf, weightNames } from './networkProgram.ts';
import { networkSubject } from './networkSubject.ts';

function tfjsNetworkListing(program: NetworkProgram): Listing {
  const names = weightNames(program).join(', ');
  const share = program.isAccumulated ? '.div(microBatches.length)' : '';
  const zero = javascriptZero(program, 'gradients.forEach((gradient) => gradient.assign(tf.zerosLike(gradient)));');
  const ofBatch = [
    'const x = tf.gather(inputs, batch);',
    'const y = tf.gather(targets, batch);',
    `const lossOf = (${names}) => {`,
    ...forwardLines(program).map((text) => `  ${text}`),
    '};',
  ].map((text) => line(text));
  const part = isSummed(program) ? `gradients[i].add(grad${share})` : 'grad';
  const gradient = [
    'const { value: loss, grads } = tf.valueAndGrads(lossOf)(weights);',
    `stepLoss += loss.arraySync()${program.isAccumulated ? ' / microBatches.length' : ''};`,
    `grads.forEach((grad, i) => gradients[i].assign(${part}));`,
  ].map((text) => line(text));
  return {
    imports: [],
    definitions: [],
    setup: [
      ...javascriptConstants(program),
      ...dataLines(program).map((text) => line(text)),
      line('const weights = start.map((values) => tf.variable(tf.tensor(values)));'),
      ...stateLines(program).map((text) => line(text)),
      line('const gradients = weights.map((w) => tf.variable(tf.zerosLike(w)));'),
      line('let stepLoss;'),
    ],
    loop: tidied(
      javascriptLoop(program, {
        before: [line('stepLoss = 0;'), ...zero.ofStep],
        ofBatch: [...ofBatch, ...zero.ofBatch, ...gradient],
        after: [
          ...(isClipped(program) ? clipLines(program).map((text) => line(text)) : []),
          ...javascriptVarying(program),
          ...updateLines(program).map((text) => line(text)),
          ...zero.last,
        ],
      }),
    ),
  };
}

/** The columns as tensors, side by side. */
function dataLines(program: NetworkProgram): string[] {
  const { columns, inputs, target, isOneHot, network, kinds } = program;
  const features = columns.filter((name) => name !== 'y');
  const y = dataName('y');
  const indicator = isOneHot
    ? `tf.oneHot(tf.tensor1d(${y}, 'int32'), ${network.outputs}).toFloat()`
    : `tf.tensor2d(${y}, [${y}.length, 1])`;
  return [
    ...features.map((name) => `const ${name} = tf.tensor1d(${dataName(name)});`),
    `const inputs = tf.stack([${inputs.map((input) => printTfjs(input, kinds)).join(', ')}], 1);`,
    `const targets = ${printTfjs(target, kinds).replaceAll(/\by\b/g, indicator)};`,
  ];
}

/** From the inputs to the mean loss of the batch. */
function forwardLines({ layers, activation, loss, head, lossValue, kinds }: NetworkProgram): string[] {
  const lines = layers.flatMap(({ weights, biases, below, sum, value }) => {
    const total = `const ${sum} = tf.matMul(${below}, ${weights}, false, true).add(${biases});`;
    if (value === sum) return [total];
    const bent =
      activation.tfjs?.replaceAll(/\bz\b/g, sum) ??
      printTfjs(renamed(parseExpression(activation.value), { z: sum }), kinds);
    return [total, `const ${value} = ${bent};`];
  });
  if (loss.tfjs !== undefined) return [...lines, `return ${loss.tfjs};`];
  if (head !== null) lines.push(`const ${head.name} = ${printTfjs(head.value, kinds)};`);
  const ofOutputs = printTfjs(lossValue, kinds);
  return [...lines, `return ${ofOutputs}${loss.joins === 'sum' ? '.sum(1)' : ''}.mean();`];
}

function clipLines(program: NetworkProgram): string[] {
  return [
    'const norm = Math.hypot(...gradients.map((gradient) => gradient.norm().arraySync()));',
    `const factor = Math.min(1, ${javascriptClipNorm(program)} / (norm + 1e-6));`,
    'gradients.forEach((gradient) => gradient.assign(gradient.mul(factor)));',
  ];
}

const keptBy = (program: NetworkProgram): readonly string[] =>
  program.state.filter(({ isVector }) => isVector).map(({ name }) => name);

/** What holds a variable of the rule for every weight, one matrix after the other. */
const allOf = (name: string): string => `all${name[0].toUpperCase()}${name.slice(1)}`;

function updateLines(program: NetworkProgram): string[] {
  const kept = new Set(['w', ...keptBy(program)]);
  const numbers = new Set(program.state.filter(({ isVector }) => !isVector).map(({ name }) => name));
  const assign = ({ name, value }: NetworkProgram['vectors'][number]): string => {
    if (kept.has(name)) return assignTfjs(name, value, program.kinds);
    const text = printTfjs(value, program.kinds);
    return numbers.has(name) ? `${name} = ${text};` : `const ${name} = ${text};`;
  };
  return [
    ...program.scalars.map(assign),
    'weights.forEach((w, i) => {',
    '  const gradient = gradients[i];',
    ...keptBy(program).map((name) => `  const ${name} = ${allOf(name)}[i];`),
    ...program.vectors.map((one) => `  ${assign(one)}`),
    '});',
  ];
}

const stateLines = (program: NetworkProgram): string[] =>
  program.state.map(({ name, initial, isVector }) => {
    const first = printTfjs(parseExpression(initial), program.kinds);
    if (!isVector) return `let ${name} = ${first};`;
    return `const ${allOf(name)} = weights.map((w) => tf.variable(tf.fill(w.shape, ${first})));`;
  });

/** A script of a network for TensorFlow.js, in a page or console where `tf` is there already, or under Node. */
export function tfjsNetworkScript(record: RunRecord): string {
  const program = networkProgramOf(record);
  const weights = 'weights.flatMap((w) => Array.from(w.dataSync()))';
  return asModule(
    wrapJavascript(record, program, networkSubject(record, program), tfjsNetworkListing(program), {
      library: 'TensorFlow.js',
      remarks: tfjsRemarks('tf.valueAndGrads'),
      output: networkOutput('stepLoss', weights),
    }),
  );
}
