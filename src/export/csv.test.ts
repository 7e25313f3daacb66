// The CSV is read back and must hold every number of the run, bit for bit.

import { expect, it } from 'vitest';
import { present } from '../training/present.ts';
import { csvCell, stepsCsv } from './csv.ts';
import { mostIndices, type RunRecord, recordRun } from './runRecord.ts';
import { caseOf } from './scripts/scriptCases.ts';

const { config, edits, steps } = caseOf('', 'sine-fit', 'adam', { later: { 7: { batchSize: 5, learningRate: 0.3 } } });
const record = recordRun(config, edits, steps);

const headings = [
  'step',
  'epoch',
  'batch size',
  'learning rate',
  'w1',
  'w2',
  'batch loss',
  'gradient1',
  'gradient2',
  'update1',
  'update2',
  'batch',
];

it('has one row per step with every number in full', () => {
  const text = stepsCsv(record);
  expect(text.endsWith('\r\n')).toBe(true);
  const [head, ...rows] = text.slice(0, -2).split('\r\n');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(head.split(',')).toEqual(headings);
  expect(rows).toHaveLength(steps);
  for (const [step, row] of rows.entries()) {
    const cells = row.split(',');
    const { columns } = record;
    expect(cells.slice(0, -1).map(Number)).toEqual([
      step,
      columns.epoch[step],
      columns.batchSize[step],
      columns.learningRate[step],
      columns.w1[step],
      columns.w2[step],
      columns.batchLoss[step],
      columns.gradient1[step],
      columns.gradient2[step],
      columns.update1[step],
      columns.update2[step],
    ]);
    expect(present(cells.at(-1)).split(' ').map(Number)).toEqual([...record.batch(step)]);
  }
});

it('leaves a number that is not finite empty', () => {
  expect([Number.NaN, Number.POSITIVE_INFINITY, -1e-7, 0].map(csvCell)).toEqual(['', '', '-1e-7', '0']);
});

it('quotes what must be quoted and lets no text run as a formula', () => {
  expect(csvCell('a,"b"')).toBe('"a,""b"""');
  expect(['=1+1', '+1', '-1', '@a', '\ta', 'plain'].map(csvCell)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@a",
    "'\ta",
    'plain',
  ]);
});

it('leaves the batches out where they would make the file too large', () => {
  const batchSize = record.columns.batchSize.slice().fill(mostIndices);
  const large: RunRecord = { ...record, columns: { ...record.columns, batchSize } };
  const [head, first] = stepsCsv(large).split('\r\n');
  expect(head.split(',')).toEqual(headings.slice(0, -1));
  expect(first.split(',')).toHaveLength(headings.length - 1);
});
