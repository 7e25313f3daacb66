// The steps of a run as CSV (RFC 4180): one row per step, lines end in CRLF, numbers in full precision with a decimal point.
// What is not a finite number is left empty.

import type { StepColumn } from '../training/run/log.ts';
import { type RunRecord, writesBatches } from './runRecord.ts';

/** The headings after `step`, with the column of the record each one shows. */
const headings: readonly (readonly [heading: string, column: StepColumn])[] = [
  ['epoch', 'epoch'],
  ['batch size', 'batchSize'],
  ['learning rate', 'learningRate'],
  ['w1', 'w1'],
  ['w2', 'w2'],
  ['batch loss', 'batchLoss'],
  ['gradient1', 'gradient1'],
  ['gradient2', 'gradient2'],
  ['update1', 'update1'],
  ['update2', 'update2'],
];

/**
 * The steps as CSV. `w1` and `w2` are the weights before the step; `batch` holds the indices of its examples, separated
 * by spaces, unless the run has more than `mostIndices` of them.
 */
export function stepsCsv(record: RunRecord): string {
  const { columns, count } = record;
  const hasBatches = writesBatches(record);
  const rows = [['step', ...headings.map(([heading]) => heading), ...(hasBatches ? ['batch'] : [])].map(csvCell)];
  for (let step = 0; step < count; step++) {
    const row = [step, ...headings.map(([, column]) => columns[column][step])].map(csvCell);
    if (hasBatches) row.push(csvCell(record.batch(step).join(' ')));
    rows.push(row);
  }
  return `${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
}

/** A number as it is; a text quoted where it must be, and never one that a spreadsheet would run as a formula. */
export function csvCell(value: number | string): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
