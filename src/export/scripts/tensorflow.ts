// A run as TensorFlow: GradientTape, and Keras's optimizer where its rule is the page's (and so PyTorch's);
// where it differs, the rule is written out and a sentence says how Keras's differs.

import type { Loss } from '../../training/loss.ts';
import { losses } from '../../training/losses/index.ts';
import type { RunRecord } from '../runRecord.ts';
import { parseExpression } from './expression.ts';
import {
  kerasCountsSteps,
  kerasOptimizer,
  kerasRate,
  kerasSetup,
  kerasStyle,
  ownGradient,
  tensorflowStyle,
  varyingBeforeKeras,
} from './kerasOptim.ts';
import { type CodeLine, indent, type Listing, line, shown, shownFirst } from './listing.ts';
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
import { clipConstant, clipLines, pythonLoop, sumText, zeroLines } from './pythonLoop.ts';
import { pairOutput, pythonScript } from './pythonScript.ts';
import { forgets, isClipped, isSummed, readsStep } from './ruleProgram.ts';
import { pairSubject } from './scriptText.ts';

export function tensorflowListing(program: Program): Listing {
  const keras = kerasOptimizer(program);
  const loss = (losses[program.loss] as Loss).tensorflow ?? printPython(program.lossValue, 'tensorflow', program.kinds);
  const taped = [
    ...program.forward.map((one) => pythonAssignment(one, 'tensorflow', program, 'forward')),
    line(`loss = tf.reduce_mean(${loss})`, 'loss', [shown('loss', 'loss')]),
  ];
  const update = keras === null ? writtenOut(program) : applied(program);
  const zeros = 'gradient = tf.zeros(2, tf.float64)';
  const zero = zeroLines(program, zeros);
  const ofBatch = [
    pythonSample(program, (column) => `tf.gather(data_${column}, batch)`),
    line('with tf.GradientTape() as tape:', 'forward'),
    ...indent(taped, '    '),
    ...(isSummed(program) ? zero.ofBatch : []),
    line(sumText(program, 'tape.gradient(loss, w)'), 'backward', [shown('gradient', 'gradient')]),
  ];
  const after = [
    ...(isClipped(program) ? clipLines(program, 'tf.norm(gradient)', (factor) => `tf.minimum(${factor}, 1.0)`) : []),
    ...update,
    ...zero.last,
  ];
  const countsSteps = keras === null ? readsStep(program) : kerasCountsSteps(program);
  return {
    imports: [
      ...(keras === null ? mathImport(program) : []),
      ...(keras?.includes('np.') ? ['import numpy as np'] : []),
      'import tensorflow as tf',
    ],
    definitions: [],
    setup: [
      ...(keras === null ? pythonConstants(program) : [...kerasSetup(program, keras), ...clipConstant(program)]),
      line(`w = tf.Variable([${program.start.map(pythonFloat).join(', ')}], dtype=tf.float64)`, null, [
        shownFirst('w', 'weights'),
      ]),
      ...(keras === null ? tensorflowState(program) : []),
      ...(forgets(program) === 'never' ? [] : [line(zeros)]),
    ],
    loop: pythonLoop(countsSteps, program, { before: zero.ofStep, ofBatch, after }),
  };
}

/** Keras's step, after what the gradient becomes before Keras gets it. */
const applied = (program: Program): CodeLine[] => [
  ...varyingBeforeKeras(program),
  ...ownGradient(program).map((one) => pythonAssignment(one, 'tensorflow', program, 'update')),
  ...kerasRate(program),
  line(`optimizer.apply_gradients([(${ownGradient(program).length > 0 ? 'g' : 'gradient'}, w)])`, 'update', [
    shown('w', 'nextWeights'),
  ]),
];

const writtenOut = (program: Program): CodeLine[] => [
  ...pythonVarying(program),
  ...[...program.scalars, ...program.vectors].map((one) =>
    pythonAssignment(one, 'tensorflow', program, 'update', (target, text) =>
      target === 'w' ? `w.assign(${text})` : `${target} = ${text}`,
    ),
  ),
];

const tensorflowState = (program: Program): CodeLine[] =>
  program.state.map(({ name, initial, isVector }) => {
    const value = nameInPython(name);
    const first = printPython(parseExpression(initial), 'tensorflow', program.kinds);
    const filled = first === '0' ? 'tf.zeros(2, tf.float64)' : `tf.fill([2], tf.constant(${first}, tf.float64))`;
    return line(`${value} = ${isVector ? filled : first}`, null, [shownFirst(value, name)]);
  });

/** A Python script that repeats the recorded steps with TensorFlow in float64. */
export function tensorflowScript(record: RunRecord): string {
  const program = programOf(record);
  return pythonScript(record, program, pairSubject(record, program), tensorflowListing(program), {
    ...tensorflowStyle,
    ...kerasStyle(program),
    output: pairOutput((place) => `float(w[${place}])`),
  });
}
