// What is kept of a long run: rows at multiples of a stride, never more than the most, whatever came in which portions.

import { describe, expect, it } from 'vitest';
import { Checkpoints } from './checkpoints.ts';
import { ThinnedRows } from './thinnedRows.ts';

/** Appends steps whose column c holds step + c / 100. */
function append(table: ThinnedRows, firstStep: number, count: number): void {
  table.append(firstStep, count, (column) =>
    Float64Array.from({ length: count }, (_, i) => firstStep + i + column / 100),
  );
}

const kept = (table: ThinnedRows): number[] => [...table.column(0)];
const multiples = (stride: number, count: number): number[] => Array.from({ length: count }, (_, row) => row * stride);

describe('a table of rows', () => {
  it('keeps every row while they fit', () => {
    const table = new ThinnedRows(3, 10);
    append(table, 0, 10);
    expect([table.stride, kept(table)]).toEqual([1, multiples(1, 10)]);
    expect([...table.row(7)]).toEqual([7, 7.01, 7.02]);
  });

  it('thins when one more no longer fits, and is the same in any portions', () => {
    for (const portions of [[41], [1, 9, 1, 30], [10, 10, 10, 11], Array<number>(41).fill(1)]) {
      const table = new ThinnedRows(2, 10);
      let step = 0;
      for (const portion of portions) {
        append(table, step, portion);
        step += portion;
      }
      expect([table.stride, kept(table)]).toEqual([8, multiples(8, 6)]);
    }
  });

  it('takes rows one by one as in portions', () => {
    const [one, other] = [new ThinnedRows(1, 8), new ThinnedRows(1, 8)];
    for (let step = 0; step < 100; step++) if (one.due === step) one.push([step]);
    append(other, 0, 100);
    expect([one.stride, kept(one)]).toEqual([other.stride, kept(other)]);
  });

  it('goes on rightly where it was cut between rows', () => {
    const table = new ThinnedRows(1, 10);
    append(table, 0, 25);
    expect(table.stride).toBe(4);
    const { revision } = table;
    table.truncate(13);
    expect(kept(table)).toEqual([0, 4, 8, 12]);
    expect(table.revision).toBeGreaterThan(revision);
    append(table, 13, 8);
    expect(kept(table)).toEqual([0, 4, 8, 12, 16, 20]);
    expect([table.exactRow(16), table.exactRow(17), table.exactRow(24), table.rowOf(19)]).toEqual([4, null, null, 4]);
  });

  it('begins anew at its first stride', () => {
    const table = new ThinnedRows(1, 4, 5);
    append(table, 0, 60);
    expect([table.stride, kept(table)]).toEqual([20, [0, 20, 40]]);
    table.clear();
    append(table, 0, 12);
    expect([table.stride, kept(table)]).toEqual([5, [0, 5, 10]]);
  });
});

describe('checkpoints', () => {
  /** Steps at which a run of so many steps has snapshots, each of `length` numbers. */
  function stepsKept(length: number, steps: number): number[] {
    const checkpoints = new Checkpoints(length);
    for (let step = 0; step < steps; step += 256)
      if (checkpoints.due === step) checkpoints.keep(new Float64Array(length).fill(step));
    const found = new Set<number>();
    for (let step = 0; step < steps; step += 256) found.add(checkpoints.before(step)[length - 1]);
    return [...found];
  }

  it('of two weights stand every 256 steps, 2,048 of them at most', () => {
    expect(stepsKept(13, 2048 * 256)).toEqual(multiples(256, 2048));
    expect(stepsKept(13, 2049 * 256)).toEqual(multiples(512, 1025));
  });

  // Adam's state holds three numbers for each weight.
  it.each([
    [105, 2048],
    [337, 775],
  ])('of %d weights are %d at most, so that they hold 8 MB', (dimension, most) => {
    const length = 4 + dimension + 1 + 3 * dimension;
    expect(stepsKept(length, most * 256)).toHaveLength(most);
    expect(stepsKept(length, (most + 1) * 256)).toEqual(multiples(512, Math.floor(most / 2) + 1));
    expect(most * length).toBeLessThanOrEqual(1_048_576);
  });
});
