// The points of weight space at which a surface is sampled: the centres of the cells of a grid.

import type { Examples } from '../../examples.ts';
import type { Loss } from '../../loss.ts';
import type { Model } from '../../model.ts';
import type { Domain } from '../../vector.ts';
import type { Range } from '../extremes.ts';

export interface Grid {
  readonly domain: Domain;
  readonly columns: number;
  readonly rows: number;
  /** w1 of each column, w2 of each row, ascending. */
  readonly w1: Float64Array;
  readonly w2: Float64Array;
}

function centres([low, high]: readonly [number, number], cells: number): Float64Array {
  const size = (high - low) / cells;
  const places = new Float64Array(cells);
  for (let index = 0; index < cells; index++) places[index] = low + (index + 0.5) * size;
  return places;
}

/** The longest table that is kept, in numbers: 8 MB. */
const mostKept = 1_048_576;

/** What one fill leaves to the next: the grid, which is mostly the same, and room for tables. */
export class Room {
  private grid: Grid | null = null;
  private readonly tables: Float64Array[] = [];

  gridOf(domain: Domain, columns: number, rows: number): Grid {
    const { grid } = this;
    if (grid !== null && grid.columns === columns && grid.rows === rows && isSameDomain(grid.domain, domain))
      return grid;
    this.grid = { domain, columns, rows, w1: centres(domain.x, columns), w2: centres(domain.y, rows) };
    return this.grid;
  }

  /** Table `place`, with `length` numbers or more, which are whatever was left in it. */
  table(place: number, length: number): Float64Array {
    const kept = this.tables[place];
    if (kept !== undefined && kept.length >= length) return kept;
    const table = new Float64Array(length);
    if (length <= mostKept) this.tables[place] = table;
    return table;
  }
}

const isSameDomain = (a: Domain, b: Domain): boolean =>
  a.x[0] === b.x[0] && a.x[1] === b.x[1] && a.y[0] === b.y[0] && a.y[1] === b.y[1];

/** Mean loss of each cell, row by row from the lowest w2. */
export type GridValues = Float64Array<ArrayBuffer>;

/** What a fill is given to fill: the grid and its values, whose range it notes. */
export interface Filling {
  readonly grid: Grid;
  readonly values: GridValues;
  readonly range: Range;
  readonly room: Room;
}

/** Fills a grid with mean losses and returns true, or false for a pair of model and loss for which it would not do. */
export type SurfaceFill = (model: Model, loss: Loss, examples: Examples, filling: Filling) => boolean;
