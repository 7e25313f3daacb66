// A run as JSON: its configuration and edits, from which everything follows, and beside them the data and steps that did.
// Numbers are in full precision; what is not a finite number is null.

import * as v from 'valibot';
import { type Sampling, samplings } from '../training/batches.ts';
import { type OptimizerId, optimizers } from '../training/optimizers/index.ts';
import { type PairProblemId, pairProblems } from '../training/problems/index.ts';
import { checkConfig } from '../training/run/configuration.ts';
import { stepColumns } from '../training/run/log.ts';
import { Rule } from '../training/run/rule.ts';
import type { Edit, RunConfig } from '../training/run/run.ts';
import { type ScheduleId, schedules } from '../training/schedules/index.ts';
import { type RunRecord, writesBatches } from './runRecord.ts';

export const runFormat = 'minibatch-lab-run';
/** Grows when a file of the version before could no longer be read as one of this. */
export const runVersion = 1;

export interface RunFile {
  readonly config: RunConfig;
  /** The first is at step 0. */
  readonly edits: readonly Edit[];
  /** How many steps the run had taken. */
  readonly stepsTaken: number;
}

/** The run as JSON text, with as many of its steps as `record` holds. */
export function runJson(record: RunRecord): string {
  const { config, edits, examples, layout, count, total, columns, finalWeights } = record;
  const file = {
    format: runFormat,
    version: runVersion,
    config,
    edits,
    stepsTaken: total,
    examples: { x1: [...examples.x1], x2: [...examples.x2], y: [...examples.y] },
    steps: Object.fromEntries(stepColumns(layout).map((name) => [name, [...columns[name]]])),
    // They follow from the configuration, so a long run can do without.
    batches: writesBatches(record) ? Array.from({ length: count }, (_, step) => [...record.batch(step)]) : null,
    finalWeights,
  };
  // One line per entry: the whole on one line is unreadable, and one number per line is a very long file.
  const entries = Object.entries(file).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${entries.join(',\n')}\n}\n`;
}

const fieldValues = v.record(
  v.string(),
  v.union([v.number(), v.boolean(), v.string(), v.array(v.number()), v.array(v.string())]),
);
const step = v.pipe(v.number(), v.integer(), v.minValue(0));
const keyOf = <Key extends string>(registry: Readonly<Record<Key, unknown>>) =>
  v.picklist(Object.keys(registry) as Key[]);

const fileSchema = v.object({
  config: v.object({
    problem: keyOf<PairProblemId>(pairProblems),
    settings: fieldValues,
    examples: v.number(),
    noise: v.number(),
    seed: v.number(),
    start: v.tuple([v.number(), v.number()]),
    optimizer: keyOf<OptimizerId>(optimizers),
    sampling: v.picklist(samplings as readonly [Sampling]),
    dropLast: v.boolean(),
  }),
  edits: v.pipe(
    v.array(
      v.object({
        step,
        hyperparameters: v.object({
          learningRate: v.number(),
          batchSize: v.number(),
          optimizer: fieldValues,
          schedule: v.object({
            kind: keyOf<ScheduleId>(schedules),
            unit: v.picklist(['step', 'epoch']),
            warmup: v.number(),
            values: fieldValues,
          }),
        }),
      }),
    ),
    v.minLength(1),
  ),
  stepsTaken: step,
});

/**
 * The configuration and edits of a file that `runJson` wrote. What it says of steps is not read: they follow.
 * @throws RangeError in one sentence: what is wrong with the file, or which of its values is refused and why
 */
export function parseRunFile(text: string): RunFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new RangeError('This file is not JSON.');
  }
  const { format, version } = (content ?? {}) as { readonly format?: unknown; readonly version?: unknown };
  if (format !== runFormat) throw new RangeError('This file is not a run of Minibatch Lab.');
  if (version !== runVersion) throw new RangeError(`This file has version ${version}; this page reads ${runVersion}.`);
  const parsed = v.safeParse(fileSchema, content);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new RangeError(`${v.getDotPath(issue) ?? 'The file'} is not right: ${issue.message}.`);
  }
  check(parsed.output);
  return parsed.output;
}

function check({ config, edits }: RunFile): void {
  checkConfig(config);
  edits.forEach(({ step: at, hyperparameters }, place) => {
    const { batchSize } = hyperparameters;
    if (place === 0 ? at !== 0 : at <= edits[place - 1].step)
      throw new RangeError('The edits must begin at step 0 and stand in the order of their steps.');
    if (!(Number.isInteger(batchSize) && batchSize >= 1 && batchSize <= config.examples))
      throw new RangeError(
        `The batch size is a whole number from 1 to the ${config.examples} examples, not ${batchSize}.`,
      );
    new Rule(config.optimizer, hyperparameters);
  });
}
