// Keras's optimizer where its rule is the page's (and so PyTorch's), and what has to be said where it is not.

import { type FieldValue, withDefaults } from '../../training/field.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { present } from '../../training/present.ts';
import type { Schedule } from '../../training/schedule.ts';
import { schedules } from '../../training/schedules/index.ts';
import { type CodeLine, line, shown, shownFirst } from './listing.ts';
import { pythonFloat, pythonValue, pythonVarying } from './python.ts';
import { gradientReadsStep } from './pythonLoop.ts';
import type { PythonStyle } from './pythonScript.ts';
import type { RuleProgram } from './ruleProgram.ts';

/** Keras's optimizer for the rule itself, without sign and weight decay, or null where its rule is another. */
export function kerasOptimizer(program: RuleProgram): string | null {
  const { keras }: Optimizer = optimizers[program.optimizer];
  const value = (name: string): string => pythonFloat(program.arguments.get(name)?.first as number);
  const form = keras.form?.(program.use, value, (name) => `np.float64(${value(name)})`) ?? null;
  if (form === null) return null;
  const [name, ...given] = form;
  const rate = kerasSchedule(program) ?? value('learningRate');
  return `tf.keras.optimizers.${name}(${[`learning_rate=${rate}`, ...given].join(', ')})`;
}

/** The schedule as Keras has it, or null where a list of rates by step takes its place. Keras counts steps. */
function kerasSchedule({ schedule, baseRate, arguments: table }: RuleProgram): string | null {
  if (schedule === null || schedule.warmup > 0 || schedule.unit !== 'step' || !table.get('learningRate')?.isVarying)
    return null;
  const { fields, keras }: Schedule = schedules[schedule.kind];
  const values = withDefaults(fields, schedule.values);
  // Python's own numbers would pass through float32 on their way.
  const double = (value: FieldValue): string => `np.float64(${pythonFloat(value as number)})`;
  const form = keras?.((name) => double(values[name])) ?? null;
  if (form === null) return null;
  const [name, ...given] = form;
  return `tf.keras.optimizers.schedules.${name}(${[double(baseRate), ...given].join(', ')})`;
}

export const kerasSetup = (program: RuleProgram, keras: string): CodeLine[] => [
  line('tf.keras.backend.set_floatx("float64")'),
  line(`optimizer = ${keras}`, null, [shownFirst('learning_rate', 'learningRate')]),
  ...(joinsGradient(program) && program.use.isConstant('weightDecay') && program.use.some('weightDecay')
    ? [line(`weight_decay = ${pythonValue(present(program.arguments.get('weightDecay')).first)}`)]
    : []),
];

/** Whether weight decay joins the gradient, as in PyTorch, before Keras gets it. */
const joinsGradient = (program: RuleProgram): boolean => !(optimizers[program.optimizer] as Optimizer).keras.decays;

const ownArguments = (program: RuleProgram): readonly string[] =>
  joinsGradient(program) ? ['weightDecay', 'maximize'] : [];

/** The gradient that Keras is given where it is not the gradient itself: the first lines of the rule, which compute `g`. */
export const ownGradient = ({ vectors }: RuleProgram): RuleProgram['vectors'] =>
  vectors.filter(({ name }) => name === 'g');

/** `a = a_of_step[step]` for what joins the gradient. */
export const varyingBeforeKeras = (program: RuleProgram): CodeLine[] =>
  pythonVarying(program).filter(({ values }) => ownArguments(program).includes(values[0].key));

/** The learning rate of the step where it changes. */
export const kerasRate = (program: RuleProgram): CodeLine[] =>
  kerasSchedule(program) !== null ||
  (program.use.isConstant('learningRate') && !program.arguments.get('learningRate')?.isVarying)
    ? []
    : [
        line('optimizer.learning_rate = learning_rate_of_step[step]', 'update', [
          shown('optimizer.learning_rate', 'learningRate'),
        ]),
      ];

/** Whether the loop must count its steps for Keras's optimizer, or for what becomes of the gradient. */
export const kerasCountsSteps = (program: RuleProgram): boolean =>
  kerasRate(program).length > 0 || !program.use.isConstant(...ownArguments(program)) || gradientReadsStep(program);

/** What a script says of the optimizer, and the values by step that it needs. */
export function kerasStyle(program: RuleProgram): Pick<PythonStyle, 'remarks' | 'varying'> {
  if (kerasOptimizer(program) === null) {
    const { keras }: Optimizer = optimizers[program.optimizer];
    return { remarks: [`The rule is written out: ${keras.differs}.`] };
  }
  const decays = joinsGradient(program) && program.use.some('weightDecay');
  return {
    remarks: [
      'Keras’s optimizer follows the same rule as PyTorch’s here, so it is used as it is.',
      ...(decays
        ? [
            'Weight decay is added to the gradient, as in PyTorch; Keras’s own weight_decay shrinks the weights directly.',
          ]
        : []),
    ],
    varying: ['learningRate', 'clipNorm', 'forgetZeroGrad', ...ownArguments(program)].filter(
      (name) => !program.use.isConstant(name) && !(name === 'learningRate' && kerasSchedule(program) !== null),
    ),
  };
}

/** How TensorFlow holds the data of a script. */
export const tensorflowStyle = {
  library: 'TensorFlow',
  install: 'tensorflow',
  data: (numbers: string) => `tf.constant([\n${numbers}\n], dtype=tf.float64)`,
  batches: (rows: string) => `[\n${rows}\n]`,
};
