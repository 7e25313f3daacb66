// A run as TensorFlow.js: the gradient by automatic differentiation, the optimizer's rule written out in tensors.
// Its numbers are float32, so it repeats the run to about seven figures at first and fewer later.

import type { RunRecord } from '../runRecord.ts';
import { binding, bindingOf, type Expression, parseExpression } from './expression.ts';
import {
  dataName,
  javascriptClipNorm,
  javascriptConstants,
  javascriptLoop,
  javascriptVarying,
  javascriptZero,
} from './javascriptLoop.ts';
import { pairOutput, wrapJavascript } from './javascriptScript.ts';
import { type CodeLine, indent, type Listing, line } from './listing.ts';
import { type Program, programOf } from './program.ts';
import { isClipped, isSummed, type Kind } from './ruleProgram.ts';
import { pairSubject } from './scriptText.ts';

interface Printed {
  readonly text: string;
  readonly isTensor: boolean;
  /** As `bindingOf`. */
  readonly strength: number;
}

const methods: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '<': 'less',
  '>': 'greater',
};
/** Functions that are not a method of their first operand under the same name. */
const calls: Readonly<Record<string, string>> = {
  max: 'tf.maximum($, $2)',
  where: 'tf.where($, $2, $3)',
  clip: '$.clipByValue($2, $3)',
  zeros: 'tf.zerosLike($)',
  cdf: '$.div(Math.SQRT2).erf().add(1).div(2)',
};

/** Its own, since no gradient passes through a comparison here. */
const huber = 'tf.losses.huberLoss(y, prediction)';

export function printTfjs(expression: Expression, kinds: ReadonlyMap<string, Kind>): string {
  return print(expression, kinds).text;
}

/**
 * Sets the variable `name`. A choice may be the variable itself, which lets go of its numbers before it takes the new ones:
 * a clone keeps them.
 */
export function assignTfjs(name: string, value: Expression, kinds: ReadonlyMap<string, Kind>): string {
  const text = printTfjs(value, kinds);
  return `${name}.assign(${value.kind === 'choice' ? `(${text}).clone()` : text});`;
}

const tensor = (text: string): Printed => ({ text, isTensor: true, strength: 6 });

function print(expression: Expression, kinds: ReadonlyMap<string, Kind>): Printed {
  const strength = bindingOf(expression);
  switch (expression.kind) {
    case 'number':
      return { text: expression.text, isTensor: false, strength };
    case 'name': {
      const { name } = expression;
      const isTensor = name === 'w1' || name === 'w2' || (kinds.get(name) ?? 'scalar') !== 'scalar';
      return { text: name, isTensor, strength };
    }
    case 'negative': {
      const operand = print(expression.operand, kinds);
      return operand.isTensor
        ? tensor(`${operand.text}.neg()`)
        : { text: `-${inside(operand, 6)}`, isTensor: false, strength };
    }
    case 'binary':
      return printBinary(expression, kinds);
    case 'choice': {
      const [condition, yes, no] = [expression.condition, expression.yes, expression.no].map((part) =>
        print(part, kinds),
      ) as [Printed, Printed, Printed];
      const text = `${inside(condition, 1)} ? ${inside(yes, 1)} : ${inside(no, 1)}`;
      return { text, isTensor: yes.isTensor || no.isTensor, strength };
    }
    case 'call':
      return printCall(
        expression.name,
        expression.operands.map((operand) => print(operand, kinds)),
      );
  }
}

const inside = ({ text, strength }: Printed, least: number): string => (strength < least ? `(${text})` : text);

function printBinary(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  kinds: ReadonlyMap<string, Kind>,
): Printed {
  const [a, b] = [print(left, kinds), print(right, kinds)];
  const strength = binding[operator];
  if (!a.isTensor && !b.isTensor) {
    const isPower = operator === '**';
    const sign = operator === '==' ? '===' : operator;
    const text = `${inside(a, isPower ? strength + 1 : strength)} ${sign} ${inside(b, isPower ? strength : strength + 1)}`;
    return { text, isTensor: false, strength };
  }
  if (operator === '**') return tensor(b.text === '2' ? `${inside(a, 6)}.square()` : `${inside(a, 6)}.pow(${b.text})`);
  const method = methods[operator];
  if (a.isTensor) return tensor(`${inside(a, 6)}.${method}(${b.text})`);
  // A number has no methods; sums and products may be turned round.
  if (operator === '+' || operator === '*') return tensor(`${inside(b, 6)}.${method}(${a.text})`);
  return tensor(`tf.${method}(${a.text}, ${b.text})`);
}

function printCall(name: string, operands: readonly Printed[]): Printed {
  if (!operands[0].isTensor) {
    const text = `Math.${name}(${operands.map((operand) => operand.text).join(', ')})`;
    return { text, isTensor: false, strength: 6 };
  }
  const template = calls[name] ?? `$.${name}()`;
  return tensor(
    template.replaceAll(/\$(\d?)/g, (_match, place: string) => {
      const operand = operands[Number(place || 1) - 1];
      return template.startsWith('$') && place === '' ? inside(operand, 6) : operand.text;
    }),
  );
}

function tfjsListing(program: Program): Listing {
  const { kinds } = program;
  const kept = new Set(['w', ...program.state.filter(({ isVector }) => isVector).map(({ name }) => name)]);
  const numbers = new Set(program.state.filter(({ isVector }) => !isVector).map(({ name }) => name));
  const updates = [...program.scalars, ...program.vectors].map(({ name, value }) => {
    if (kept.has(name)) return assignTfjs(name, value, kinds);
    const text = printTfjs(value, kinds);
    return numbers.has(name) ? `${name} = ${text};` : `const ${name} = ${text};`;
  });
  const grad = 'tf.grad(lossOf)(w)';
  const part = program.isAccumulated ? `${grad}.div(microBatches.length)` : grad;
  const zero = javascriptZero(program, 'gradient.assign(tf.zerosLike(w));');
  const ofBatch = [
    ...program.columns.map((column) => `const ${column} = tf.gather(${dataName(column)}Tensor, batch);`),
    'const lossOf = (weights) => {',
    '  const [w1, w2] = tf.unstack(weights);',
    ...program.forward.map(({ name, value }) => `  const ${name} = ${printTfjs(value, kinds)};`),
    `  return tf.mean(${program.loss === 'huber' ? huber : printTfjs(program.lossValue, kinds)});`,
    '};',
  ].map((text) => line(text));
  const isKept = isSummed(program) || isClipped(program);
  const sum = isSummed(program)
    ? `gradient.assign(gradient.add(${part}));`
    : isKept
      ? `gradient.assign(${part});`
      : `const gradient = ${part};`;
  const clip = `Math.min(1, ${javascriptClipNorm(program)} / (gradient.norm().arraySync() + 1e-6))`;
  const after = [
    ...(isClipped(program) ? [line(`gradient.assign(gradient.mul(${clip}));`)] : []),
    ...javascriptVarying(program),
    ...updates.map((text) => line(text)),
    ...zero.last,
  ];
  return {
    imports: [],
    definitions: program.columns.map((column) => `const ${dataName(column)}Tensor = tf.tensor1d(${dataName(column)});`),
    setup: [
      ...javascriptConstants(program),
      line(`const w = tf.variable(tf.tensor1d([${program.start.join(', ')}]));`),
      ...program.state.map(({ name, initial, isVector }) => {
        const first = printTfjs(parseExpression(initial), kinds);
        return line(isVector ? `const ${name} = tf.variable(tf.fill([2], ${first}));` : `let ${name} = ${first};`);
      }),
      ...(isKept ? [line('const gradient = tf.variable(tf.zeros([2]));')] : []),
    ],
    loop: tidied(
      javascriptLoop(program, {
        before: zero.ofStep,
        ofBatch: [...ofBatch, ...zero.ofBatch, line(sum)],
        after,
      }),
    ),
  };
}

/** The loop with the tensors of each step disposed of at its end. */
export const tidied = (loop: readonly CodeLine[]): CodeLine[] => [
  loop[0],
  line('  tf.tidy(() => {'),
  ...indent(loop.slice(1, -1), '  '),
  line('  });'),
  ...loop.slice(-1),
];

/** What a script says of TensorFlow.js, which finds the gradient by `grad`. */
export const tfjsRemarks = (grad: string): readonly string[] => [
  `The gradient comes from ${grad}; the optimizer is written out as its equations, since those of tf.train differ in places.`,
  'TensorFlow.js computes with float32: expect the last difference to be around 1e-6, more on a long or wild run.',
  'Under Node: npm install @tensorflow/tfjs, then node script.mjs. In a browser: load TensorFlow.js first, then paste this into the console.',
];

/** The script within a function that has `tf`, from the page or from the package. */
export function asModule(body: readonly string[]): string {
  const from = body.indexOf('');
  return [
    ...body.slice(0, from + 1),
    '(async () => {',
    "  const tf = globalThis.tf ?? (await import('@tensorflow/tfjs'));",
    ...body.slice(from + 1, -1).map((text) => text.replaceAll(/^(?=.)/gm, '  ')),
    '})();',
    '',
  ].join('\n');
}

/** A script for TensorFlow.js, in a page or console where `tf` is there already, or under Node. */
export function tfjsScript(record: RunRecord): string {
  const program = programOf(record);
  return asModule(
    wrapJavascript(record, program, pairSubject(record, program), tfjsListing(program), {
      library: 'TensorFlow.js',
      remarks: tfjsRemarks('tf.grad'),
      output: pairOutput('w.arraySync()'),
    }),
  );
}
