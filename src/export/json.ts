// A run as JSON: its configuration and edits, from which everything follows, and beside them the data and steps that did.
// Numbers are in full precision; what is not a finite number is null.

import { settingsOfFile } from '../lab/settingsCodec.ts';
import { stepColumns } from '../training/run/log.ts';
import type { Edit, RunConfig } from '../training/run/run.ts';
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
  const { config, edits, examples, measured, layout, count, total, columns, finalWeights } = record;
  const file = {
    format: runFormat,
    version: runVersion,
    config,
    edits,
    stepsTaken: total,
    examples: { x1: [...examples.x1], x2: [...examples.x2], y: [...examples.y] },
    // Of own data: trained on is (number - shift) / scale.
    ...(measured !== null && { scaling: measured.scaling }),
    steps: Object.fromEntries(stepColumns(layout).map((name) => [name, [...columns[name]]])),
    // They follow from the configuration, so a long run can do without.
    batches: writesBatches(record) ? Array.from({ length: count }, (_, step) => [...record.batch(step)]) : null,
    finalWeights,
  };
  // One line per entry: the whole on one line is unreadable, and one number per line is a very long file.
  const entries = Object.entries(file).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${entries.join(',\n')}\n}\n`;
}

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
  const { format, version, config, edits, stepsTaken } = (content ?? {}) as Readonly<Record<string, unknown>>;
  if (format !== runFormat) throw new RangeError('This file is not a run of Minibatch Lab.');
  if (version !== runVersion) throw new RangeError(`This file has version ${version}; this page reads ${runVersion}.`);
  if (!Array.isArray(edits) || edits.length === 0) throw new RangeError('This file has no edits.');
  if (!isCount(stepsTaken)) throw new RangeError('This file does not say how many steps were taken.');
  const read = edits.map((edit) => settingsOfFile(config, edit?.hyperparameters));
  const steps = edits.map((edit: { readonly step?: unknown } | null) => edit?.step);
  if (!steps.every((step, place) => isCount(step) && (place === 0 ? step === 0 : step > Number(steps[place - 1]))))
    throw new RangeError('The edits must begin at step 0 and stand in the order of their steps.');
  return {
    config: read[0].config,
    edits: read.map(({ hyperparameters }, place) => ({ step: Number(steps[place]), hyperparameters })),
    stepsTaken,
  };
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
