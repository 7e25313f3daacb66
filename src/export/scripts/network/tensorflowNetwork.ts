// A network as TensorFlow, in two ways: variables under GradientTape, and a model of Keras. Keras's optimizer is used where
// its rule is the page's (and so PyTorch's); where it differs, the rule is written out.

import type { RunRecord } from '../../runRecord.ts';
import {
  kerasCountsSteps,
  kerasOptimizer,
  kerasRate,
  kerasSetup,
  kerasStyle,
  ownGradient,
  tensorflowStyle,
  varyingBeforeKeras,
} from '../kerasOptim.ts';
import { type CodeLine, indent, type Listing, line, shown, shownFirst } from '../listing.ts';
import { mathImport, printPython, pythonConstants, pythonVarying } from '../python.ts';
import { clipConstant, clipNormText, type LoopBody, pythonLoop, zeroLines } from '../pythonLoop.ts';
import { pythonScript } from '../pythonScript.ts';
import { forgets, isClipped, isSummed, readsStep } from '../ruleProgram.ts';
import { type NetworkProgram, networkProgramOf, weightNames } from './networkProgram.ts';
import { networkSubject } from './networkSubject.ts';
import {
  headLine,
  networkOutput,
  type PythonWords,
  pythonData,
  pythonForward,
  pythonNetworkState,
  pythonRows,
  pythonUpdate,
  weightTuple,
  withStepLoss,
} from './pythonNetwork.ts';

const words: PythonWords = {
  library: 'tensorflow',
  sideBySide: (columns) => `tf.stack([${columns}], axis=1)`,
  asMatrix: (column) => `${column}[:, None]`,
  oneHot: (column, classes) => `tf.one_hot(tf.cast(${column}, tf.int32), ${classes}, dtype=tf.float64)`,
  rows: (matrix) => `tf.gather(${matrix}, batch)`,
  transposed: (matrix) => `tf.transpose(${matrix})`,
};

const modelWeights = 'model.trainable_variables';

/** Variables and GradientTape. */
export const tapeListing = (program: NetworkProgram): Listing =>
  tapedListing(program, {
    weights: 'weights',
    imports: [],
    setup: [
      line(
        `weights = ${weightTuple(program)} = [tf.Variable(values, dtype=tf.float64) for values in start]`,
        null,
        weightNames(program).map((name) => shownFirst(name, name)),
      ),
    ],
    forward: pythonForward(program, words, program.activation.tensorflow),
  });

/** A model of Keras that trains itself, or under GradientTape where Keras would do something else. */
export function kerasListing(program: NetworkProgram): Listing {
  if (trainsItself(program)) return selfTrained(program);
  return tapedListing(program, {
    weights: modelWeights,
    imports: ['import numpy as np'],
    setup: modelLines(program, null),
    forward: [line('prediction = model(x)', 'forward', [shown('prediction', 'prediction')])],
  });
}

/** Whether `train_on_batch` does what the run did. */
const trainsItself = (program: NetworkProgram): boolean =>
  kerasOptimizer(program) !== null && ownGradient(program).length === 0 && !isClipped(program) && !isSummed(program);

/** A Keras model with the first weights in it. `outputArgument` is what `activation=` of the last layer is given. */
function modelLines({ layers, activation, network }: NetworkProgram, outputArgument: string | null): CodeLine[] {
  const dense = layers.map(({ place, isLast }) => {
    const argument = isLast ? outputArgument : activation.kerasArgument;
    return `    tf.keras.layers.Dense(${place.units}${argument === null ? '' : `, activation=${argument}`}),`;
  });
  return [
    'model = tf.keras.Sequential([',
    `    tf.keras.layers.Input(shape=(${network.spec.inputs.length},)),`,
    ...dense,
    '])',
    '# Keras has a column for each unit where PyTorch has a row.',
    'model.set_weights([np.transpose(values) for values in start])',
  ].map((text) => line(text));
}

/** Keras goes through forward, loss, backward, and update by itself. */
function selfTrained(program: NetworkProgram): Listing {
  const { kerasArgument = null, keras } = program.loss;
  const train: CodeLine = {
    ...line('loss = model.train_on_batch(x, y)', 'forward', [shown('loss', 'loss')]),
    until: 'update',
  };
  return {
    imports: ['import numpy as np', 'import tensorflow as tf'],
    definitions: [],
    setup: [
      ...kerasSetup(program, kerasOptimizer(program) ?? ''),
      ...pythonData(program, words),
      ...modelLines(program, kerasArgument),
      line(`model.compile(optimizer=optimizer, loss=${keras})`),
    ],
    loop: pythonLoop(kerasCountsSteps(program), program, {
      before: [],
      ofBatch: [pythonRows(words), ...kerasRate(program).map((one) => ({ ...one, phase: 'forward' as const })), train],
      after: [],
    }),
  };
}

interface Taped {
  /** The list of all weights. */
  readonly weights: string;
  readonly imports: readonly string[];
  readonly setup: readonly CodeLine[];
  readonly forward: readonly CodeLine[];
}

function tapedListing(program: NetworkProgram, taped: Taped): Listing {
  const { weights } = taped;
  const keras = kerasOptimizer(program);
  const zeros = `gradients = [tf.zeros_like(w) for w in ${weights}]`;
  const zero = zeroLines(program, zeros);
  const body: LoopBody = {
    before: isSummed(program) ? zero.ofStep : [],
    ofBatch: [
      pythonRows(words),
      line('with tf.GradientTape() as tape:', 'forward'),
      ...indent([...taped.forward, ...lossLines(program)], '    '),
      ...(isSummed(program) ? zero.ofBatch : []),
      line(gradientText(program, weights), 'backward', [shown('gradients', 'gradient')]),
    ],
    after: [
      ...clipLines(program),
      ...(keras === null ? writtenOut(program, weights) : applied(program, weights)),
      ...zero.last,
    ],
  };
  const numpy = taped.imports.length > 0 || keras?.includes('np.') === true ? ['import numpy as np'] : [];
  return {
    imports: [...(keras === null ? mathImport(program) : []), ...numpy, 'import tensorflow as tf'],
    definitions: [],
    setup: [
      ...(keras === null
        ? ['tf.keras.backend.set_floatx("float64")'].map((text) => line(text)).concat(pythonConstants(program))
        : [...kerasSetup(program, keras), ...clipConstant(program)]),
      ...pythonData(program, words),
      ...taped.setup,
      ...(keras === null ? tensorflowState(program, weights) : []),
      ...(forgets(program) === 'never' ? [] : [line(zeros)]),
    ],
    loop: pythonLoop(keras === null ? readsStep(program) : kerasCountsSteps(program), program, body),
  };
}

/** The loss of a batch, where TensorFlow has none of its own from the notation. */
function lossLines(program: NetworkProgram): CodeLine[] {
  const { loss, head, lossValue, kinds } = program;
  const print = loss.tensorflow ?? printPython(lossValue, 'tensorflow', kinds);
  const needsHead = loss.tensorflow === undefined && head !== null;
  return [
    ...(needsHead ? [headLine(program, 'tensorflow')] : []),
    line(`loss = tf.reduce_mean(${print})`, 'loss', [shown('loss', 'loss')]),
  ];
}

function gradientText(program: NetworkProgram, weights: string): string {
  const gradients = `tape.gradient(loss, ${weights})`;
  if (!isSummed(program)) return `gradients = ${gradients}`;
  const share = program.isAccumulated ? ' / len(micro_batches)' : '';
  return `gradients = [total + part${share} for total, part in zip(gradients, ${gradients})]`;
}

function clipLines(program: NetworkProgram): CodeLine[] {
  if (!isClipped(program)) return [];
  const factor = `tf.minimum(${clipNormText(program)} / (norm + 1e-6), 1.0)`;
  return [
    line('norm = tf.linalg.global_norm(gradients)', 'update', [shown('norm', 'norm')]),
    line(`gradients = [gradient * ${factor} for gradient in gradients]`, 'update', [
      shown('gradients', 'clippedGradient'),
    ]),
  ];
}

/** Keras's step, after what the gradients become before Keras gets them. */
function applied(program: NetworkProgram, weights: string): CodeLine[] {
  const own = ownGradient(program).map(({ value }) => {
    const text = printPython(value, 'tensorflow', program.kinds);
    return line(`gradients = [${text} for gradient, w in zip(gradients, ${weights})]`, 'update', [
      shown('gradients', 'g'),
    ]);
  });
  return [
    ...varyingBeforeKeras(program),
    ...own,
    ...kerasRate(program),
    line(`optimizer.apply_gradients(zip(gradients, ${weights}))`, 'update', [shown(weights, 'nextWeights')]),
  ];
}

const writtenOut = (program: NetworkProgram, weights: string): CodeLine[] => [
  ...pythonVarying(program),
  ...pythonUpdate(program, {
    library: 'tensorflow',
    weights,
    gradients: { list: 'gradients' },
    assign: (name, text) => `${name}.assign(${text})`,
  }),
];

const tensorflowState = (program: NetworkProgram, weights: string): CodeLine[] =>
  pythonNetworkState(program, 'tensorflow', weights, (first) =>
    first === null
      ? 'tf.Variable(tf.zeros_like(w))'
      : `tf.Variable(tf.fill(w.shape, tf.constant(${first}, tf.float64)))`,
  );

/** A Python script that repeats the recorded steps of a network with TensorFlow's variables, in float64. */
export function tapeScript(record: RunRecord): string {
  const program = networkProgramOf(record);
  const numbers = '[float(number) for w in weights for number in w.numpy().flat]';
  return tensorflowNetworkScript(record, program, tapeListing(program), numbers);
}

/** The same with a model of Keras. */
export function kerasScript(record: RunRecord): string {
  const program = networkProgramOf(record);
  const numbers = '[float(number) for w in model.get_weights() for number in w.T.flat]';
  return tensorflowNetworkScript(record, program, kerasListing(program), numbers);
}

const tensorflowNetworkScript = (
  record: RunRecord,
  program: NetworkProgram,
  listing: Listing,
  numbers: string,
): string =>
  pythonScript(record, program, networkSubject(record, program), withStepLoss(program, listing), {
    ...tensorflowStyle,
    ...kerasStyle(program),
    output: networkOutput(program, numbers),
  });
