// What the scripts of all languages say and hold alike: their heading, and numbers set in lines.

import { losses } from '../../training/losses/index.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { optionsOn, shortLabel } from '../../training/optimizers/options.ts';
import { present } from '../../training/present.ts';
import { resolveProblem } from '../../training/run/configuration.ts';
import { nextStretch } from '../../training/run/replay.ts';
import type { Schedule } from '../../training/schedule.ts';
import { schedules } from '../../training/schedules/index.ts';
import type { RunRecord } from '../runRecord.ts';
import { type DataColumn, dataColumn, type Program } from './program.ts';
import { forgets, isClipped, type RuleProgram } from './ruleProgram.ts';

/** Steps a script repeats unless asked for another number: its data and batches stay readable. */
export const scriptSteps = 200;

const lineWidth = 100;

/** Items separated by commas, wrapped and indented. */
export function wrap(items: readonly string[], indentation: string): string {
  const lines: string[] = [];
  let current = '';
  for (const item of items) {
    if (current !== '' && indentation.length + current.length + item.length + 2 > lineWidth) {
      lines.push(`${indentation}${current}`);
      current = '';
    }
    current += `${current === '' ? '' : ' '}${item},`;
  }
  if (current !== '') lines.push(`${indentation}${current}`);
  return lines.join('\n');
}

/** What the list of batches is, in a sentence. */
export const batchesAre = ({ isAccumulated }: RuleProgram): string =>
  isAccumulated
    ? 'The micro-batches of each step: indices of examples.'
    : 'The mini-batch of each step: indices of examples.';

/** The mini-batches, one row each, or one list of rows for each step that has micro-batches. */
export const batchRows = (record: RunRecord, { isAccumulated }: RuleProgram, indentation: string): string =>
  Array.from({ length: record.count }, (_, step) => {
    if (!isAccumulated) return bracketed(Array.from(record.batch(step), String), indentation, indentation);
    const rows = microBatches(record, step).map((indices) =>
      bracketed(Array.from(indices, String), indentation.repeat(2), indentation),
    );
    return `${indentation}[\n${rows.join('\n')}\n${indentation}],`;
  }).join('\n');

/** `[a, b],`, on several lines where one would be too long. */
function bracketed(items: readonly string[], indentation: string, further: string): string {
  const row = `${indentation}[${items.join(', ')}],`;
  if (row.length <= lineWidth) return row;
  return `${indentation}[\n${wrap(items, indentation + further)}\n${indentation}],`;
}

export const startIs = 'The weights before the first step: W1 row by row, b1, W2, ...';

/** The first weights of a network, in the order of PyTorch's parameters. */
export const startRows = (
  start: NonNullable<Subject['start']>,
  indentation: string,
  numberText: (value: number) => string,
): string =>
  start
    .map((matrix) => {
      const rows = matrix.map((row) =>
        typeof row === 'number' ? row : bracketed(row.map(numberText), indentation.repeat(2), indentation),
      );
      const numbers = rows.filter((row) => typeof row === 'number');
      if (numbers.length === rows.length) return bracketed(numbers.map(numberText), indentation, indentation);
      return `${indentation}[\n${rows.join('\n')}\n${indentation}],`;
    })
    .join('\n');

/** The micro-batches of a recorded step, in its order: as many examples each as the batch size of then says. */
export function microBatches(record: RunRecord, step: number): readonly Int32Array[] {
  const { hyperparameters } = nextStretch(record.edits, step);
  return cutBatch(record.batch(step), hyperparameters.batchSize);
}

/** A batch cut in order into parts of `size`, the last of which may be shorter. */
export const cutBatch = (batch: Int32Array, size: number): readonly Int32Array[] =>
  Array.from({ length: Math.ceil(batch.length / size) }, (_, part) => batch.subarray(part * size, (part + 1) * size));

/** What a script trains, and what it prints of it. */
export interface Subject {
  /** On model and loss, in sentences. */
  readonly about: readonly string[];
  readonly printed: string;
  readonly columns: readonly DataColumn[];
  /** The first weights of a network, matrix by matrix; those of two weights stand in the listing. */
  readonly start?: readonly (readonly number[] | readonly (readonly number[])[])[];
}

/** A model of two weights. */
export const pairSubject = (record: RunRecord, program: Program): Subject => ({
  about: [
    `Loss of one example, p the prediction and y the target: ${losses[program.loss].formula}; the loss of a step is the mean over its mini-batch.`,
  ],
  printed: 'Printed: the number of steps taken and the two weights after them.',
  columns: program.columns.map((name) => dataColumn(record, name)),
});

/** What the script is, in sentences. */
export function heading(
  record: RunRecord,
  program: RuleProgram,
  { about, printed }: Subject,
  library: string,
): string[] {
  const { problem } = resolveProblem(record.config);
  const optimizer: Optimizer = optimizers[record.config.optimizer];
  const extent =
    record.count < record.total
      ? `the first ${record.count} of ${record.total} steps`
      : record.count === 1
        ? '1 step'
        : `${record.count} steps`;
  const options = optionsOn(optimizer, (name) => program.arguments.get(name)?.values.find(Boolean)).map(({ label }) =>
    shortLabel(label),
  );
  const rate = present(program.arguments.get('learningRate'));
  return [
    `${problem.title} with ${optimizer.title}: ${extent} of a run of Minibatch Lab, repeated with ${library}.`,
    '',
    ...about,
    `Rule: ${optimizer.equation}${options.length > 0 ? `; besides: ${options.join(', ')}` : ''}`,
    `Source of the rule: ${optimizer.source}`,
    ...(rate.isVarying ? [scheduleRemark(program)] : []),
    ...gradientRemarks(program),
    ...(record.count < record.total ? ['The batches of later steps are left out to keep the script short.'] : []),
    printed,
  ];
}

/** What becomes of the gradient between the batch and the rule. */
function gradientRemarks(program: RuleProgram): string[] {
  return [
    ...(program.isAccumulated
      ? [
          'A step adds up the gradients of its micro-batches, which weigh alike whatever their size, as with loss / k in PyTorch.',
        ]
      : []),
    ...(forgets(program) === 'never'
      ? []
      : ['Where zero_grad is forgotten, the gradient of a step joins the sum of all before it.']),
    ...(isClipped(program)
      ? ['The gradient is clipped as by torch.nn.utils.clip_grad_norm_: times min(1, clipNorm / (its length + 1e-6)).']
      : []),
  ];
}

function scheduleRemark({ schedule }: RuleProgram): string {
  if (schedule === null) return 'The hyperparameters were changed on the way: lists give their value at each step.';
  const { title, equation }: Schedule = schedules[schedule.kind];
  const warmup = schedule.warmup > 0 ? `, after ${schedule.warmup} ${schedule.unit}s of warm-up` : '';
  return `Learning-rate schedule: ${title} (${equation}), t counted in ${schedule.unit}s${warmup}.`;
}
