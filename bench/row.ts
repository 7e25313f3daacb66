// One comparison of a benchmark: our time and a reference's time for the same work, measured in the same process.

export interface BenchRow {
  readonly name: string;
  /** Milliseconds of our code for the work named (or any unit in which less is better, the same for both). */
  readonly ours: number;
  readonly reference: number;
  /** ours / reference. */
  readonly ratio: number;
  /** The largest ratio that meets the goal. */
  readonly goal: number;
}

export function isGoalMet(row: BenchRow): boolean {
  return row.ratio <= row.goal;
}

const titles = ['benchmark', 'ours', 'reference', 'ratio', 'goal', ''] as const;

function cells(row: BenchRow): readonly string[] {
  const verdict = isGoalMet(row) ? 'met' : 'NOT met';
  return [row.name, number(row.ours), number(row.reference), number(row.ratio), `≤ ${row.goal}`, verdict];
}

function number(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 });
}

/** The rows as a table of text; numbers stand flush right. */
export function formatRows(rows: readonly BenchRow[]): string {
  const table = [titles, ...rows.map(cells)];
  const widths = titles.map((_, column) => Math.max(...table.map((line) => line[column].length)));
  const isText = (column: number): boolean => column === 0 || column === titles.length - 1;
  return table
    .map((line) =>
      line
        .map((cell, column) => (isText(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
