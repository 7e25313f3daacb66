// What the scripts of all languages say and hold alike: their heading, and numbers set in lines.

import { losses } from '../../training/losses/index.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { optionsOn, shortLabel } from '../../training/optimizers/options.ts';
import { resolveProblem } from '../../training/run/configuration.ts';
import type { Schedule } from '../../training/schedule.ts';
import { schedules } from '../../training/schedules/index.ts';
import type { RunRecord } from '../runRecord.ts';
import type { Program } from './program.ts';

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

/** The mini-batches, one row each. */
export const batchRows = (record: RunRecord, indentation: string): string =>
  Array.from({ length: record.count }, (_, step) => {
    const indices = Array.from(record.batch(step), String);
    const row = `${indentation}[${indices.join(', ')}],`;
    return row.length <= lineWidth ? row : `${indentation}[\n${wrap(indices, indentation.repeat(2))}\n${indentation}],`;
  }).join('\n');

/** What the script is, in sentences. */
export function heading(record: RunRecord, program: Program, library: string): string[] {
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
  const rate = program.arguments.get('learningRate')!;
  return [
    `${problem.title} with ${optimizer.title}: ${extent} of a run of Minibatch Lab, repeated with ${library}.`,
    '',
    `Loss of one example, p the prediction and y the target: ${losses[program.loss].formula}; the loss of a step is the mean over its mini-batch.`,
    `Rule: ${optimizer.equation}${options.length > 0 ? `; besides: ${options.join(', ')}` : ''}`,
    `Source of the rule: ${optimizer.source}`,
    ...(rate.isVarying ? [scheduleRemark(program)] : []),
    ...(record.count < record.total ? ['The batches of later steps are left out to keep the script short.'] : []),
    'Printed: the number of steps taken and the two weights after them.',
  ];
}

function scheduleRemark({ schedule }: Program): string {
  if (schedule === null) return 'The hyperparameters were changed on the way: lists give their value at each step.';
  const { title, equation }: Schedule = schedules[schedule.kind];
  const warmup = schedule.warmup > 0 ? `, after ${schedule.warmup} ${schedule.unit}s of warm-up` : '';
  return `Learning-rate schedule: ${title} (${equation}), t counted in ${schedule.unit}s${warmup}.`;
}
