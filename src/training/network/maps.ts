// What every unit of a network says over the plane of data (or over a line, where the data have one feature).

import { allocateExamples, type Examples } from '../examples.ts';
import type { Domain, Vector } from '../vector.ts';
import { ColumnsCache, gather } from './columns.ts';
import type { ComputedNetwork } from './computed.ts';
import { forward } from './forward.ts';
import { blockSize, makePass, type Pass } from './pass.ts';

/** Maps of one layer: unit after unit, each with columns x rows cells, row by row from the lowest x2, each from the lowest x1. */
export type LayerMaps = Float32Array<ArrayBuffer>;

export class UnitMaps {
  readonly columns: number;
  readonly rows: number;
  /** The inputs, the values of each hidden layer, and the outputs as they leave the last layer. */
  readonly layers: readonly LayerMaps[];
  private readonly cells: Examples;
  private readonly cache: ColumnsCache;
  private readonly pass: Pass;

  /** A cell is seen at its centre, as in a loss surface. With one row x2 is the middle of `view.y`. */
  constructor(network: ComputedNetwork, view: Domain, columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
    this.cells = cellsOf(view, columns, rows);
    this.cache = new ColumnsCache(network);
    this.pass = makePass(network);
    this.layers = network.layout.sizes.map((units) => new Float32Array(units * columns * rows));
    for (const [index, input] of this.cache.of(this.cells).inputs.entries())
      this.layers[0].set(input, index * columns * rows);
  }

  /** Renews the maps of all layers above the inputs. */
  draw(weights: Vector): void {
    const { cells, pass } = this;
    for (let start = 0; start < cells.count; start += blockSize) {
      const count = Math.min(blockSize, cells.count - start);
      gather(this.cache.of(cells), null, start, count, pass);
      forward(pass, weights, count);
      for (const [index, { value, place }] of pass.layers.entries()) {
        for (let unit = 0; unit < place.units; unit++) {
          const to = unit * cells.count + start;
          for (let e = 0; e < count; e++) this.layers[index + 1][to + e] = value[unit * count + e];
        }
      }
    }
  }
}

function cellsOf({ x, y }: Domain, columns: number, rows: number): Examples {
  const cells = allocateExamples(columns * rows);
  for (let cell = 0; cell < cells.count; cell++) {
    cells.x1[cell] = x[0] + (((cell % columns) + 0.5) / columns) * (x[1] - x[0]);
    cells.x2[cell] = y[0] + ((Math.floor(cell / columns) + 0.5) / rows) * (y[1] - y[0]);
  }
  return cells;
}
