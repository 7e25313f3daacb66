// The CSV is read back and must hold every number of the run, bit for bit.

import { expect, it } from 'vitest';
import { networkIn } from '../lab/network.ts';
import { nameOfWeight } from '../training/network/layout.ts';
import { present } from '../training/present.ts';
import { stepColumns } from '../training/run/log.ts';
import { usualStyle } from '../training/table/tableStyle.ts';
import { stepsCsv } from './csv.ts';
import { csvCell } from './csvCell.ts';
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
  expect([Number.NaN, Number.POSITIVE_INFINITY, -1e-7, 0].map((value) => csvCell(value))).toEqual([
    '',
    '',
    '-1e-7',
    '0',
  ]);
});

it('quotes what must be quoted and lets no text run as a formula', () => {
  expect(csvCell('a,"b"')).toBe('"a,""b"""');
  expect(['=1+1', '+1', '-1', '@a', '\ta', 'plain'].map((value) => csvCell(value))).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@a",
    "'\ta",
    'plain',
  ]);
});

it('is written for spreadsheets of other languages as they read it', () => {
  const german = usualStyle(',');
  expect(german).toEqual({ delimiter: ';', decimalSign: ',', hasMark: true });
  const [, first] = stepsCsv(record, german).split('\r\n');
  expect(first.split(';')[4]).toBe(String(record.columns.w1[0]).replace('.', ','));
  const both = { delimiter: ',', decimalSign: ',', hasMark: false } as const;
  expect([-1.5, 2, '=A1', '-3', '＝1', '\n=1', 'a;b'].map((value) => csvCell(value, both))).toEqual([
    ...['"-1,5"', '2', "'=A1", "'-3", "'＝1", `"'\n=1"`, '"a;b"'],
  ]);
});

it('leaves the batches out where they would make the file too large', () => {
  const batchSize = record.columns.batchSize.slice().fill(mostIndices);
  const large: RunRecord = { ...record, columns: { ...record.columns, batchSize } };
  const [head, first] = stepsCsv(large).split('\r\n');
  expect(head.split(',')).toEqual(headings.slice(0, -1));
  expect(first.split(',')).toHaveLength(headings.length - 1);
});

it('of a network has a column for every weight by its name, bit for bit, and the sizes by layer', () => {
  const settings = { layers: [3, 2], activation: 'gelu' };
  const options = { config: { settings }, first: { batchSize: 5, clipNorm: 0.5, accumulate: 2 } };
  const run = caseOf('', 'three-clusters', 'adam', { ...options, steps: 12 });
  const network = recordRun(run.config, run.edits, run.steps);
  const [head, ...rows] = stepsCsv(network).slice(0, -2).split('\r\n').map(cellsOf);
  const { layout } = present(networkIn(run.config));
  expect(layout.dimension).toBe(2 * 3 + 3 + 3 * 2 + 2 + 2 * 3 + 3);
  const names = Array.from({ length: layout.dimension }, (_, index) => nameOfWeight(layout, index));
  expect(head.slice(4, 4 + names.length)).toEqual(names);
  expect(new Set(head).size).toBe(head.length);
  for (const [step, row] of rows.entries()) {
    expect(row).toHaveLength(head.length);
    const weights = stepColumns(network.layout)
      .slice(0, layout.dimension)
      .map((name) => network.columns[name][step]);
    expect(row.slice(4, 4 + names.length).map(Number)).toEqual(weights);
    // Two micro-batches of five make an update.
    expect(Number(row[2])).toBe(10);
    expect(present(row.at(-1)).split(' ').map(Number)).toEqual([...network.batch(step)]);
  }
});

/** The cells of a line of which none holds a quotation mark. */
const cellsOf = (line: string): string[] =>
  Array.from(line.matchAll(/(?:"([^"]*)"|([^,]*))(?:,|$)/g), ([, quoted, plain]) => quoted ?? plain).slice(0, -1);
