// A run as TensorFlow: GradientTape, and Keras's optimizer where its rule is the page's (and so PyTorch's);
// where it differs, the rule is written out and a sentence says how Keras's differs.

import type { LossId } from '../../training/losses/index.ts';
import type { OptimizerId } from '../../training/optimizers/index.ts';
import type { RunRecord } from '../runRecord.ts';
import { parseExpression } from './expression.ts';
import { type CodeLine, indent, type Listing, line, shown } from './listing.ts';
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

const differences: Readonly<Partial<Record<OptimizerId, string>>> = {
  sgd: 'Keras’s SGD has no dampening, and its velocity holds the learning rate, so a change of rate acts on past gradients too',
  momentum:
    'Keras’s SGD has no dampening, and its velocity holds the learning rate, so a change of rate acts on past gradients too',
  nesterov: 'the velocity of Keras’s SGD holds the learning rate, so a change of rate acts on past gradients too',
  adagrad: 'Keras’s Adagrad adds epsilon inside the root and starts its sum of squares at 0.1',
  rmsprop: 'Keras’s RMSprop adds epsilon inside the root, and its velocity holds the learning rate',
  adam: 'Keras’s Adam adds epsilon before the bias correction, which makes it up to 1/√(1 − beta 2) times larger at first',
  adamw:
    'Keras’s AdamW adds epsilon before the bias correction, which makes it up to 1/√(1 − beta 2) times larger at first',
  adamax: 'Keras’s Adamax adds epsilon after the maximum instead of inside it',
  nadam: 'Keras’s Nadam warms beta 1 up at a fixed pace (momentum decay 1 instead of 0.004) and adds epsilon elsewhere',
  radam: 'Keras has no RAdam',
  rprop: 'Keras has no Rprop',
  adadelta: 'Keras’s Adadelta keeps one rho and epsilon for the whole run',
  lion: 'Keras’s Lion keeps the same betas for the whole run',
};

const isConstant = (program: Program, ...names: string[]): boolean =>
  names.every((name) => program.arguments.get(name)?.isVarying !== true);
const isOff = (program: Program, name: string): boolean => !program.arguments.get(name)?.values.some(Boolean);
const isOn = (program: Program, name: string): boolean => program.arguments.get(name)?.values.every(Boolean) === true;

/** Keras's optimizer for the rule itself, without sign and weight decay, or null where its rule is another. */
function kerasOptimizer(program: Program): string | null {
  const value = (name: string): string => pythonFloat(program.arguments.get(name)!.first as number);
  // A plain number would pass through float32 on its way into Keras.
  const double = (name: string): string => `np.float64(${value(name)})`;
  const rate = `learning_rate=${value('learningRate')}`;
  switch (program.optimizer) {
    case 'sgd':
    case 'momentum':
    case 'nesterov': {
      if (isOff(program, 'momentum')) return `tf.keras.optimizers.SGD(${rate})`;
      if (!isOn(program, 'momentum') || !isOff(program, 'dampening')) return null;
      if (!isConstant(program, 'learningRate', 'momentum', 'nesterov')) return null;
      const looksAhead = program.optimizer === 'nesterov' || isOn(program, 'nesterov');
      return `tf.keras.optimizers.SGD(${rate}, momentum=${double('momentum')}${looksAhead ? ', nesterov=True' : ''})`;
    }
    case 'adadelta':
      return isConstant(program, 'rho', 'eps')
        ? `tf.keras.optimizers.Adadelta(${rate}, rho=${value('rho')}, epsilon=${value('eps')})`
        : null;
    case 'lion':
      return isConstant(program, 'beta1', 'beta2', 'weightDecay')
        ? `tf.keras.optimizers.Lion(${rate}, beta_1=${value('beta1')}, beta_2=${value('beta2')}${isOff(program, 'weightDecay') ? '' : `, weight_decay=${double('weightDecay')}`})`
        : null;
    default:
      return null;
  }
}

const lossCalls: Readonly<Partial<Record<LossId, string>>> = {
  bce: 'tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=prediction)',
};

export function tensorflowListing(program: Program): Listing {
  const keras = kerasOptimizer(program);
  const loss = lossCalls[program.loss] ?? printPython(program.lossValue, 'tensorflow', program.kinds);
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
        shown('w', 'weights'),
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
  line(`optimizer = ${keras}`, null, [shown('learning_rate', 'learningRate')]),
  ...(joinsGradient(program) && isConstant(program, 'weightDecay') && !isOff(program, 'weightDecay')
    ? [line(`weight_decay = ${pythonValue(program.arguments.get('weightDecay')!.first)}`)]
    : []),
];

/** Lion's weight decay is Keras's own; elsewhere it joins the gradient as in PyTorch. */
const joinsGradient = (program: Program): boolean => program.optimizer !== 'lion';

const ownArguments = (program: Program): readonly string[] =>
  joinsGradient(program) ? ['weightDecay', 'maximize'] : [];

const signAndDecayVary = (program: Program): boolean => !isConstant(program, ...ownArguments(program));

/** What the gradient becomes before Keras gets it: the first lines of the rule, which compute `g`. */
function applied(program: Program): CodeLine[] {
  const own = program.pairs.filter(({ name }) => name === 'g');
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
  ...[...program.scalars, ...program.pairs].map((one) =>
    pythonAssignment(one, 'tensorflow', program, 'update', (target, text) =>
      target === 'w' ? `w.assign(${text})` : `${target} = ${text}`,
    ),
  ),
];

const tensorflowState = (program: Program): CodeLine[] =>
  program.state.map(({ name, initial, isPair }) => {
    const value = nameInPython(name);
    const first = printPython(parseExpression(initial), 'tensorflow', program.kinds);
    const filled = first === '0' ? 'tf.zeros(2, tf.float64)' : `tf.fill([2], tf.constant(${first}, tf.float64))`;
    return line(`${value} = ${isPair ? filled : first}`, null, [shown(value, name)]);
  });

/** A Python script that repeats the recorded steps with TensorFlow in float64. */
export function tensorflowScript(record: RunRecord): string {
  const program = programOf(record);
  const isKeras = kerasOptimizer(program) !== null;
  const remark = isKeras
    ? 'Keras’s optimizer follows the same rule as PyTorch’s here, so it is used as it is.'
    : `The rule is written out: ${differences[program.optimizer]}.`;
  const decay =
    isKeras && joinsGradient(program) && !isOff(program, 'weightDecay')
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
      ? { varying: ['learningRate', ...ownArguments(program)].filter((name) => !isConstant(program, name)) }
      : {}),
  });
}
