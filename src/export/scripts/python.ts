// Formulas as Python, for any of the three libraries that compute with whole arrays: NumPy, PyTorch, and TensorFlow.

import type { FieldValue } from '../../training/field.ts';
import { type Assignment, binding, bindingOf, type Expression } from './expression.ts';
import type { CodeLine, CodePhase } from './listing.ts';
import { line, shown, shownFirst } from './listing.ts';
import type { Program } from './program.ts';
import { isOfGradient, type Kind, keyOfResult, kindOf, type RuleProgram, ruleArguments } from './ruleProgram.ts';

export type PythonLibrary = 'numpy' | 'torch' | 'tensorflow';

/** The functions of a library by name here; `$` is the operand, `$2` and `$3` the further ones. */
const functions: Readonly<Record<PythonLibrary, Readonly<Record<string, string>>>> = {
  numpy: {
    log1p: 'np.log1p($)',
    max: 'np.maximum($, $2)',
    relu: 'np.maximum($, 0)',
    sigmoid: 'sigmoid($)',
    logSoftmax: 'log_softmax($)',
    cdf: 'cdf($)',
    pdf: 'pdf($)',
    clip: 'np.clip($, $2, $3)',
    zeros: 'np.zeros_like($)',
    ones: 'np.ones_like($)',
    where: 'np.where($, $2, $3)',
  },
  torch: {
    log1p: 'torch.log1p($)',
    max: 'torch.maximum($, $2)',
    relu: 'torch.relu($)',
    sigmoid: 'torch.sigmoid($)',
    clip: 'torch.clamp($, $2, $3)',
    zeros: 'torch.zeros_like($)',
    where: 'torch.where($, $2, $3)',
  },
  tensorflow: {
    log1p: 'tf.math.log1p($)',
    max: 'tf.maximum($, $2)',
    relu: 'tf.nn.relu($)',
    sigmoid: 'tf.sigmoid($)',
    clip: 'tf.clip_by_value($, $2, $3)',
    zeros: 'tf.zeros_like($)',
    where: 'tf.where($, $2, $3)',
  },
};
const prefixes: Readonly<Record<PythonLibrary, string>> = { numpy: 'np', torch: 'torch', tensorflow: 'tf' };

/** `learningRate` as `learning_rate`; the capitals of a matrix stay, as in `dW1`. */
export const snakeCase = (name: string): string =>
  name.replaceAll(/[A-Z](?=[a-z])/g, (letter) => `_${letter.toLowerCase()}`);

export const nameInPython = (name: string): string =>
  name === 'w1' ? 'w[0]' : name === 'w2' ? 'w[1]' : snakeCase(name);

/** A number that Python takes for a float. */
export const pythonFloat = (value: number): string => {
  if (value === Number.POSITIVE_INFINITY) return 'float("inf")';
  const text = String(value);
  return Number.isInteger(value) && !text.includes('e') ? `${text}.0` : text;
};

export const pythonValue = (value: FieldValue): string =>
  value === true
    ? 'True'
    : value === false
      ? 'False'
      : Array.isArray(value)
        ? `[${value.join(', ')}]`
        : value === Number.POSITIVE_INFINITY
          ? 'float("inf")'
          : String(value);

export function printPython(expression: Expression, library: PythonLibrary, kinds: ReadonlyMap<string, Kind>): string {
  const print = (part: Expression): string => printPython(part, library, kinds);
  const bound = (part: Expression, least: number): string =>
    bindingOf(part) < least ? `(${print(part)})` : print(part);
  switch (expression.kind) {
    case 'number':
      return expression.text;
    case 'name':
      return nameInPython(expression.name);
    case 'negative':
      return `-${bound(expression.operand, 4)}`;
    case 'binary': {
      const { operator, left, right } = expression;
      const strength = binding[operator];
      const isPower = operator === '**';
      return `${bound(left, isPower ? strength + 1 : strength)} ${operator} ${bound(right, isPower ? strength : strength + 1)}`;
    }
    case 'choice':
      return `${bound(expression.yes, 1)} if ${bound(expression.condition, 1)} else ${bound(expression.no, 1)}`;
    case 'call':
      return printCall(expression.name, expression.operands, library, kinds);
  }
}

function printCall(
  name: string,
  operands: readonly Expression[],
  library: PythonLibrary,
  kinds: ReadonlyMap<string, Kind>,
): string {
  const texts = operands.map((operand) => printPython(operand, library, kinds));
  if (operands.every((operand) => kindOf(operand, kinds) === 'scalar')) return `math.${name}(${texts.join(', ')})`;
  // torch.maximum takes tensors alone.
  if (library === 'torch' && name === 'max' && kindOf(operands[1], kinds) === 'scalar')
    return `torch.clamp(${texts[0]}, min=${texts[1]})`;
  const template = functions[library][name] ?? `${prefixes[library]}.${name}($)`;
  return template.replaceAll(/\$(\d?)/g, (_match, place: string) => texts[Number(place || 1) - 1]);
}

/** `name = value` as a line; `assign` writes it where a plain assignment will not do. */
export function pythonAssignment(
  assignment: Assignment,
  library: PythonLibrary,
  program: RuleProgram,
  phase: CodePhase,
  assign: (name: string, text: string) => string = (target, text) => `${target} = ${text}`,
): CodeLine {
  const { name, value } = assignment;
  const target = nameInPython(name);
  return line(assign(target, printPython(value, library, program.kinds)), phase, [
    shown(target, keyOfResult(program, assignment)),
  ]);
}

/** `a, b = 1, 2`: the arguments that stay the same; none gives no line. */
export function pythonConstants(program: RuleProgram): CodeLine[] {
  const constants = ruleArguments(program).filter(({ isVarying }) => !isVarying);
  if (constants.length === 0) return [];
  const names = constants.map(({ name }) => snakeCase(name));
  const values = constants.map(({ first }) => pythonValue(first));
  return [
    line(
      `${names.join(', ')} = ${values.join(', ')}`,
      null,
      constants.map(({ name }) => shownFirst(snakeCase(name), name)),
    ),
  ];
}

/** `a = a_of_step[step]`: the rule's arguments that change from step to step. */
export const pythonVarying = (program: RuleProgram): CodeLine[] =>
  ruleArguments(program)
    .filter(({ name, isVarying }) => isVarying && !isOfGradient(name))
    .map(({ name }) =>
      line(`${snakeCase(name)} = ${snakeCase(name)}_of_step[step]`, 'update', [shown(snakeCase(name), name)]),
    );

/** `x, y = data_x[batch], data_y[batch]`. */
export function pythonSample(program: Program, take: (column: string) => string): CodeLine {
  const { columns } = program;
  return line(
    `${columns.join(', ')} = ${columns.map(take).join(', ')}`,
    'sample',
    columns.map((column) => shown(column, column)),
  );
}

/** Python's own functions stand where a rule takes the root of a single number. */
export function mathImport(program: RuleProgram): string[] {
  const printed = [...program.scalars, ...program.vectors].map(({ value }) =>
    printPython(value, 'torch', program.kinds),
  );
  return printed.some((text) => text.includes('math.')) ? ['import math'] : [];
}
