// A run as TensorFlow: GradientTape, and Keras's optimizer where its rule is the page's (and so PyTorch's);
// where it differs, the rule is written out and a sentence says how Keras's differs.

import type { Loss } from '../../training/loss.ts';
import { losses } from '../../training/losses/index.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import type { RunRecord } from '../runRecord.ts';
import { parseExpression } from './expression.ts';
import { type CodeLine, indent, type Listing, line, shown, shownFirst } from './listing.ts';
import { type Program, programOf, readsStep } from './program.ts';
import {
  mathImport,
  nameInPython,
  printPython,
  pythonAssignment,
  pythonConstants,
  pythonFloat,
  pythonLoopHead,
  pythonSample,
  pythonValue,
  pythonVarying,
} from './python.ts';
import { pythonScript } from './pythonScript.ts';

/** Keras's optimizer for the rule itself, without sign and weight decay, or null where its rule is another. */
function kerasOptimizer(program: Program): string | null {
  const { keras }: Optimizer = optimizers[program.optimizer];
  const value = (name: string): string => pythonFloat(program.arguments.get(name)?.first as number);
  const form = keras.form?.(program.use, value, (name) => `np.float64(${value(name)})`) ?? null;
  if (form === null) return null;
  const [name, ...given] = form;
  return `tf.keras.optimizers.${name}(${[`learning_rate=${value('learningRate')}`, ...given].join(', ')})`;
}

export function tensorflowListing(program: Program): Listing {
  const keras = kerasOptimizer(program);
  const loss = (losses[program.loss] as Loss).tensorflow ?? printPython(program.lossValue, 'tensorflow', program.kinds);
  const taped = [
    ...program.forward.map((one) => pythonAssignment(one, 'tensorflow', program, 'forward')),
    line(`loss = tf.reduce_mean(${loss})`, 'loss', [shown('loss', 'loss')]),
  ];
  const update = keras === null ? writtenOut(program) : applied(program);
  const body = [
    pythonSample(program, (column) => `tf.gather(data_${column}, batch)`),
    line('with tf.GradientTape() as tape:', 'forward'),
    ...indent(taped, '    '),
    line('gradient = tape.gradient(loss, w)', 'backward', [shown('gradient', 'gradient')]),
    ...update,
  ];
  const rateVaries = program.arguments.get('learningRate')!.isVarying;
  return {
    imports: [
      ...(keras === null ? mathImport(program) : []),
      ...(keras?.includes('np.') ? ['import numpy as np'] : []),
      'import tensorflow as tf',
    ],
    definitions: [],
    setup: [
      ...(keras === null ? pythonConstants(program) : kerasSetup(program, keras)),
      line(`w = tf.Variable([${program.start.map(pythonFloat).join(', ')}], dtype=tf.float64)`, null, [
        shownFirst('w', 'weights'),
      ]),
      ...(keras === null ? tensorflowState(program) : []),
    ],
    loop: [
      pythonLoopHead(keras === null ? readsStep(program) : rateVaries || signAndDecayVary(program)),
      ...indent(body, '    '),
    ],
  };
}

const kerasSetup = (program: Program, keras: string): CodeLine[] => [
  line('tf.keras.backend.set_floatx("float64")'),
  line(`optimizer = ${keras}`, null, [shownFirst('learning_rate', 'learningRate')]),
  ...(joinsGradient(program) && program.use.isConstant('weightDecay') && program.use.some('weightDecay')
    ? [line(`weight_decay = ${pythonValue(program.arguments.get('weightDecay')!.first)}`)]
    : []),
];

/** Whether weight decay joins the gradient, as in PyTorch, before Keras gets it. */
const joinsGradient = (program: Program): boolean => !(optimizers[program.optimizer] as Optimizer).keras.decays;

const ownArguments = (program: Program): readonly string[] =>
  joinsGradient(program) ? ['weightDecay', 'maximize'] : [];

const signAndDecayVary = (program: Program): boolean => !program.use.isConstant(...ownArguments(program));

/** What the gradient becomes before Keras gets it: the first lines of the rule, which compute `g`. */
function applied(program: Program): CodeLine[] {
  const own = program.vectors.filter(({ name }) => name === 'g');
  const varying = pythonVarying(program).filter(({ values }) => ownArguments(program).includes(values[0].key));
  const rate = program.arguments.get('learningRate')!.isVarying
    ? [
        line('optimizer.learning_rate = learning_rate_of_step[step]', 'update', [
          shown('optimizer.learning_rate', 'learningRate'),
        ]),
      ]
    : [];
  return [
    ...varying,
    ...own.map((one) => pythonAssignment(one, 'tensorflow', program, 'update')),
    ...rate,
    line(`optimizer.apply_gradients([(${own.length > 0 ? 'g' : 'gradient'}, w)])`, 'update', [
      shown('w', 'nextWeights'),
    ]),
  ];
}

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
  const isKeras = kerasOptimizer(program) !== null;
  const remark = isKeras
    ? 'Keras’s optimizer follows the same rule as PyTorch’s here, so it is used as it is.'
    : `The rule is written out: ${(optimizers[program.optimizer] as Optimizer).keras.differs}.`;
  const decay =
    isKeras && joinsGradient(program) && program.use.some('weightDecay')
      ? ['Weight decay is added to the gradient, as in PyTorch; Keras’s own weight_decay shrinks the weights directly.']
      : [];
  return pythonScript(record, program, tensorflowListing(program), {
    library: 'TensorFlow',
    install: 'tensorflow',
    remarks: [remark, ...decay],
    data: (numbers) => `tf.constant([\n${numbers}\n], dtype=tf.float64)`,
    batches: (rows) => `[\n${rows}\n]`,
    weight: (place) => `float(w[${place}])`,
    ...(isKeras
      ? { varying: ['learningRate', ...ownArguments(program)].filter((name) => !program.use.isConstant(name)) }
      : {}),
  });
}
