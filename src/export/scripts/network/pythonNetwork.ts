// What the Python scripts of a network share: its data, its layers forward, and the update of each of its matrices.

import { type Assignment, parseExpression, renamed } from '../expression.ts';
import { type CodeLine, indent, type Listing, line, ofLayer, shown, shownFirst } from '../listing.ts';
import { nameInPython, type PythonLibrary, printPython, pythonAssignment } from '../python.ts';
import type { Output } from '../pythonScript.ts';
import { gradientNames, type NetworkProgram, weightNames } from './networkProgram.ts';

/** How a library says what the others say otherwise. */
export interface PythonWords {
  readonly library: PythonLibrary;
  /** Columns of numbers side by side, a row for each example. */
  readonly sideBySide: (columns: string) => string;
  /** A column as a matrix of one column. */
  readonly asMatrix: (column: string) => string;
  /** A row for each example, 1 at its class and else 0. */
  readonly oneHot: (column: string, classes: number) => string;
  /** The rows of a matrix that a batch asks for. */
  readonly rows: (matrix: string) => string;
  /** W transposed. */
  readonly transposed: (matrix: string) => string;
}

/** `inputs = ...` and `targets = ...`: what the network is given, and what its outputs should be. */
export function pythonData(
  program: NetworkProgram,
  { library, sideBySide, asMatrix, oneHot }: PythonWords,
): CodeLine[] {
  const { network, kinds } = program;
  const columns = program.inputs.map((input) =>
    printPython(input, library, kinds).replaceAll(/\bx[12]\b/g, (name) => `data_${name}`),
  );
  const indicator = program.isOneHot ? oneHot('data_y', network.outputs) : asMatrix('data_y');
  const target = printPython(program.target, library, kinds).replaceAll(/\by\b/g, indicator);
  return [line(`inputs = ${sideBySide(columns.join(', '))}`), line(`targets = ${target}`)];
}

/** `x, y = inputs[batch], targets[batch]`. */
export const pythonRows = ({ rows }: PythonWords): CodeLine =>
  line(`x, y = ${rows('inputs')}, ${rows('targets')}`, 'sample', [shown('x', 'x'), shown('y', 'y')]);

/** `z1 = x @ W1.T + b1`, `a1 = tanh(z1)`, ..., `prediction = ...`. `bend` is f(z) where the library has its own. */
export function pythonForward(program: NetworkProgram, words: PythonWords, bend?: string): CodeLine[] {
  const { library, transposed } = words;
  return program.layers.flatMap(({ weights, biases, below, sum, value }, layer) => {
    const text = `${sum} = ${below} @ ${transposed(weights)} + ${biases}`;
    const lines = [line(text, 'forward', [shown(sum, sum)])];
    if (value !== sum) {
      const bent =
        bend?.replaceAll(/\bz\b/g, sum) ?? printLayer(program, library, program.activation.value, { z: sum });
      lines.push(line(`${value} = ${bent}`, 'forward', [shown(value, value)]));
    }
    return ofLayer(lines, layer);
  });
}

/** What is made of the outputs: probabilities. */
export function headLine({ head, kinds }: NetworkProgram, library: PythonLibrary): CodeLine {
  if (head === null) throw new TypeError('Nothing is made of these outputs.');
  const name = nameInPython(head.name);
  return line(`${name} = ${printPython(head.value, library, kinds)}`, 'forward', [shown(name, head.name)]);
}

/** A formula of z and a with the names of a layer. */
export const printLayer = (
  program: NetworkProgram,
  library: PythonLibrary,
  formula: string,
  names: Readonly<Record<string, string>>,
): string => printPython(renamed(parseExpression(formula), names), library, program.kinds);

/** The update of a rule that is one line, matrix by matrix: `write` makes it of a name, what is taken off, and what was. */
export function plainUpdate(
  program: NetworkProgram,
  library: PythonLibrary,
  gradients: readonly string[],
  write: (name: string, amount: string) => string,
): CodeLine[] {
  const { value } = program.vectors[0];
  if (value.kind !== 'binary') throw new TypeError('A plain rule takes something off the weights.');
  return weightNames(program).map((name, i) => {
    const amount = printPython(value.right, library, program.kinds).replaceAll(/\bgradient\b/g, gradients[i]);
    return line(write(name, amount), 'update', [shown(name, `next${name}`)]);
  });
}

export interface UpdateWords {
  readonly library: PythonLibrary;
  /** The list of the weights. */
  readonly weights: string;
  /** The list of their gradients, or else how `w` tells its own. */
  readonly gradients: { readonly list: string } | { readonly own: string };
  /** Sets a matrix to a value in place. */
  readonly assign: (name: string, text: string) => string;
}

/** The rule in a loop over all matrices and biases. */
export function pythonUpdate(
  program: NetworkProgram,
  { library, weights, gradients, assign }: UpdateWords,
): CodeLine[] {
  const kept = program.state.filter(({ isVector }) => isVector).map(({ name }) => name);
  const inPlace = new Set(['w', ...kept]);
  const over = [
    ['w', weights],
    ...('list' in gradients ? [['gradient', gradients.list]] : []),
    ...kept.map((name) => [nameInPython(name), allOf(name)]),
  ];
  const names = over.map(([name]) => name).join(', ');
  const lists = over.map(([, list]) => list).join(', ');
  const write = (one: Assignment): CodeLine =>
    pythonAssignment(one, library, program, 'update', (target, text) =>
      inPlace.has(one.name) ? assign(target, text) : `${target} = ${text}`,
    );
  const own =
    'own' in gradients ? [line(`gradient = ${gradients.own}`, 'update', [shown('gradient', 'clippedGradient')])] : [];
  return [
    ...program.scalars.map((one) => pythonAssignment(one, library, program, 'update')),
    line(over.length === 1 ? `for w in ${weights}:` : `for ${names} in zip(${lists}):`, 'update'),
    ...indent([...own, ...program.vectors.map(write)], '    '),
  ];
}

/** What a variable of the rule is called that holds a number for every weight, one matrix after the other. */
export const allOf = (name: string): string => `all_${nameInPython(name)}`;

/** `[dW1, db1, dW2, db2]`. */
export const gradientList = (program: NetworkProgram): string => `[${gradientNames(program).join(', ')}]`;

/** `W1, b1, W2, b2`. */
export const weightTuple = (program: NetworkProgram): string => weightNames(program).join(', ');

/** The state of the rule: `zeros` and `filled` make what has the form of `w`. */
export function pythonNetworkState(
  program: NetworkProgram,
  library: PythonLibrary,
  weights: string,
  like: (first: string | null) => string,
): CodeLine[] {
  return program.state.map(({ name, initial, isVector }) => {
    const first = printPython(parseExpression(initial), library, program.kinds);
    if (!isVector) return line(`${nameInPython(name)} = ${first}`, null, [shownFirst(nameInPython(name), name)]);
    return line(`${allOf(name)} = [${like(first === '0' ? null : first)} for w in ${weights}]`, null, [
      shownFirst(allOf(name), name),
    ]);
  });
}

/** What is printed of a network: the loss of each step, and all weights at the end. `weights` is the list of them. */
export const networkOutput = (program: NetworkProgram, weights: string, loss = 'float(loss)'): Output => ({
  first: [],
  ofStep: [program.isAccumulated ? 'print(step, step_loss)' : `print(step, ${loss})`],
  last: [
    `final = ${weights}`,
    'print("weights:", *final)',
    'difference = max(abs(a - b) for a, b in zip(final, expected))',
  ],
});

/** The listing with the loss of a step summed up over its micro-batches, for the script to print. */
export function withStepLoss(program: NetworkProgram, listing: Listing, loss = 'float(loss)'): Listing {
  if (!program.isAccumulated) return listing;
  const loop = listing.loop.flatMap((one, i) => {
    if (i === 0) return [one, line('    step_loss = 0.0')];
    const isLoss = one.values.some(({ key }) => key === 'loss');
    const indentation = /^ */.exec(one.text)?.[0] ?? '';
    return isLoss ? [one, line(`${indentation}step_loss += ${loss} / len(micro_batches)`)] : [one];
  });
  return { ...listing, loop };
}
