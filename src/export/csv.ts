// The steps of a run as CSV (RFC 4180): one row per step, lines end in CRLF, numbers in full precision with a decimal point.
// What is not a finite number is left empty. Spreadsheets of other languages want other signs.

import { networkIn } from '../lab/network.ts';
import { nameOfWeight } from '../training/network/layout.ts';
import type { Network } from '../training/network/network.ts';
import { type StepColumn, stepColumns } from '../training/run/log.ts';
import type { StepLayout } from '../training/run/run.ts';
import type { TableStyle } from '../training/table/tableStyle.ts';
import { csvText } from './csvCell.ts';
import { type RunRecord, writesBatches } from './runRecord.ts';

/** Columns in the order of the file: the first few, the weights, the loss, and then whatever else is known of a step. */
function columnsOf(layout: StepLayout): readonly StepColumn[] {
  const all = stepColumns(layout);
  const first: readonly StepColumn[] = ['epoch', 'batchSize', 'learningRate'];
  const weights = all.slice(0, layout.dimension);
  const rest = all.slice(layout.dimension).filter((name) => !first.includes(name) && name !== 'batchLoss');
  return [...first, ...weights, 'batchLoss', ...rest];
}

/** `batch size` for `batchSize`; the weights of a network by the names that they have on the page. */
function headingOf(column: StepColumn, network: Network | null): string {
  const weight = /^w(\d+)$/.exec(column);
  if (weight !== null && network !== null) return nameOfWeight(network.layout, Number(weight[1]) - 1);
  return column.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/**
 * The steps as CSV. `w1` and `w2`, or `W1[1,1]` and so on, are the weights before the step; `batch` holds the indices of its examples, separated
 * by spaces, unless the run has more than `mostIndices` of them.
 */
export function stepsCsv(record: RunRecord, style?: TableStyle): string {
  const { columns, count, layout } = record;
  const names = columnsOf(layout);
  const hasBatches = writesBatches(record);
  const network = networkIn(record.config);
  const rows: (number | string)[][] = [
    ['step', ...names.map((name) => headingOf(name, network)), ...(hasBatches ? ['batch'] : [])],
  ];
  for (let step = 0; step < count; step++) {
    const numbers = [step, ...names.map((column) => columns[column][step])];
    rows.push(hasBatches ? [...numbers, record.batch(step).join(' ')] : numbers);
  }
  return csvText(rows, style);
}
