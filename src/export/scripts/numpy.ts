// A run as NumPy: the gradient by hand with the chain rule, and the optimizer's rule written out.

import type { RunRecord } from '../runRecord.ts';
import { callsIn, type Expression, parseExpression } from './expression.ts';
import { type CodeLine, type Listing, line, shown, shownFirst } from './listing.ts';
import { type Program, programOf } from './program.ts';
import {
  mathImport,
  nameInPython,
  printPython,
  pythonAssignment,
  pythonConstants,
  pythonFloat,
  pythonSample,
  pythonVarying,
} from './python.ts';
import { clipLines, pythonLoop, sumText, zeroLines } from './pythonLoop.ts';
import { pairOutput, pythonScript } from './pythonScript.ts';
import { forgets, isClipped, isSummed, readsStep } from './ruleProgram.ts';
import { pairSubject } from './scriptText.ts';

export const sigmoidInNumpy: readonly string[] = [
  '# 1 / (1 + exp(-z)), written so that nothing overflows.',
  'def sigmoid(z):',
  '    return np.exp(-np.logaddexp(0, -z))',
];

export function numpyListing(program: Program): Listing {
  const { forward, backward, scalars, vectors, lossValue, byPrediction } = program;
  const print = (expression: Expression): string => printPython(expression, 'numpy', program.kinds);
  const calls = [...forward, ...backward, ...scalars, ...vectors].flatMap(({ value }) => callsIn(value));
  const usesSigmoid = [...calls, ...callsIn(byPrediction)].includes('sigmoid');
  const zeros = 'gradient = np.zeros(2)';
  const zero = zeroLines(program, zeros);
  const gradient = `np.array([${program.byWeights.map((by) => meanGradient(by, print)).join(', ')}])`;
  const ofBatch = [
    pythonSample(program, (column) => `data_${column}[batch]`),
    ...forward.map((one) => pythonAssignment(one, 'numpy', program, 'forward')),
    line(`loss = np.mean(${print(lossValue)})`, 'loss', [shown('loss', 'loss')]),
    line(`by_prediction = ${print(byPrediction)}`, 'backward', [shown('by_prediction', 'byPrediction')]),
    ...backward.map((one) => pythonAssignment(one, 'numpy', program, 'backward')),
    ...(isSummed(program) ? zero.ofBatch : []),
    line(sumText(program, gradient), 'backward', [shown('gradient', 'gradient')]),
  ];
  const after = [
    ...(isClipped(program) ? clipLines(program, 'np.linalg.norm(gradient)', (factor) => `min(1, ${factor})`) : []),
    ...pythonVarying(program),
    ...[...scalars, ...vectors].map((one) => pythonAssignment(one, 'numpy', program, 'update')),
    ...zero.last,
  ];
  return {
    imports: [...mathImport(program), 'import numpy as np'],
    definitions: usesSigmoid ? sigmoidInNumpy : [],
    setup: [
      ...pythonConstants(program),
      line(`w = np.array([${program.start.map(pythonFloat).join(', ')}])`, null, [shownFirst('w', 'weights')]),
      ...numpyState(program),
      ...(forgets(program) === 'never' ? [] : [line(zeros)]),
    ],
    loop: pythonLoop(readsStep(program), program, { before: zero.ofStep, ofBatch, after }),
  };
}

/** The mean over the batch of d loss/d prediction times d prediction/d w. */
function meanGradient(byWeight: Expression, print: (expression: Expression) => string): string {
  if (byWeight.kind === 'number' && byWeight.text === '1') return 'np.mean(by_prediction)';
  const product: Expression = {
    kind: 'binary',
    operator: '*',
    left: { kind: 'name', name: 'byPrediction' },
    right: byWeight,
  };
  return `np.mean(${print(product)})`;
}

const numpyState = (program: Program): CodeLine[] =>
  program.state.map(({ name, initial, isVector }) => {
    const value = nameInPython(name);
    const first = printPython(parseExpression(initial), 'numpy', program.kinds);
    const text = !isVector ? first : first === '0' ? 'np.zeros(2)' : `np.full(2, ${first})`;
    return line(`${value} = ${text}`, null, [shownFirst(value, name)]);
  });

/** A Python script that repeats the recorded steps with NumPy alone. */
export function numpyScript(record: RunRecord): string {
  const program = programOf(record);
  return pythonScript(record, program, pairSubject(record, program), numpyListing(program), {
    library: 'NumPy',
    install: 'numpy',
    remarks: ['The gradient is written out with the chain rule, the optimizer as its equations.'],
    data: (numbers) => `np.array([\n${numbers}\n])`,
    batches: (rows) => `[\n${rows}\n]`,
    output: pairOutput((place) => `float(w[${place}])`),
  });
}
