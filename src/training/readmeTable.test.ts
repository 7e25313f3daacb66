// The README's table of differences from PyTorch is the one that the reference test wrote, never typed by hand.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { optimizers } from './optimizers/index.ts';

interface Row {
  readonly runs: number;
  readonly steps: number;
  readonly learningRate: number;
  readonly loss: number;
  readonly gradient: number;
  readonly weights: number;
}

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const readmePath = pathOf('../../README.md');
const differences: Readonly<Record<string, Row>> = JSON.parse(
  readFileSync(pathOf('reference/differences.json'), 'utf8'),
);

const header = ['optimizer', 'runs', 'steps', 'learning rate', 'loss', 'gradient', 'weights'];

/** A table in the form that the formatter leaves alone: every column as wide as its widest cell. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const [first, ...others] = rows;
  return [line(first), line(rule), ...others.map(line)].join('\n');
}

it('stands in the README as the reference runs gave it', () => {
  const figure = (value: number): string => (value === 0 ? '0' : value.toExponential(1));
  const rows = Object.entries(differences).map(([key, row]) => [
    optimizers[key as keyof typeof optimizers].title,
    String(row.runs),
    String(row.steps),
    ...[row.learningRate, row.loss, row.gradient, row.weights].map(figure),
  ]);
  const readme = readFileSync(readmePath, 'utf8');
  const place = /(<!-- differences:start.*? -->\n)(.*?)(<!-- differences:end -->)/s;
  expect(readme, 'the README has a place for the table').toMatch(place);
  const written = readme.replace(
    place,
    (_, start: string, __, end: string) => `${start}\n${tableOf([header, ...rows])}\n\n${end}`,
  );
  if (written !== readme && process.env.CI === undefined) writeFileSync(readmePath, written);
  expect(readFileSync(readmePath, 'utf8')).toBe(written);
});
