// The loss of a network on a grid of a plane of weights. Below the lowest layer that the plane changes, everything is the
// same at every point and is computed once; in that layer the sums are linear in the point, z = z0 + x zx + y zy; a unit
// there that the plane leaves alone has one value everywhere. So two weights into one unit cost one activation a point.

import type { Plane } from '../plane.ts';
import type { Domain, Vector } from '../vector.ts';
import { type DataColumns, gather } from './columns.ts';
import type { ComputedNetwork } from './computed.ts';
import { addLosses, forward } from './forward.ts';
import type { LayerPlace } from './layout.ts';
import { affine } from './matrix.ts';
import { blockSize, makePass, type Pass } from './pass.ts';

/** What no point of the plane changes in a block of examples. */
interface Block {
  readonly count: number;
  readonly target: Vector;
  /** The values of all units of the lowest changed layer at the origin. */
  readonly values: Vector;
  /** z0, zx, zy of its changed units. */
  readonly sums: readonly [Vector, Vector, Vector];
}

export class NetworkSurface {
  private readonly network: ComputedNetwork;
  private readonly plane: Plane;
  private readonly examples: number;
  private readonly pass: Pass;
  /** The weights of a point, of the layers above the lowest changed one. */
  private readonly weights: Vector;
  /** The lowest layer that the plane changes, the last where it changes none; and which of its units. */
  private readonly lowest: number;
  private readonly changed: readonly number[];
  private readonly blocks: readonly Block[];
  /** Sums and values of the changed units, side by side. */
  private readonly sum: Vector;
  private readonly value: Vector;

  /** The mean loss of the rows order[from, to), or without an order of the rows from .. to - 1, on `plane`. */
  constructor(
    network: ComputedNetwork,
    plane: Plane,
    columns: DataColumns,
    order: Int32Array | null,
    from: number,
    to: number,
  ) {
    this.network = network;
    this.plane = plane;
    this.examples = to - from;
    this.pass = makePass(network);
    this.weights = plane.origin.slice();
    const { layers } = network.layout;
    const lowest = layers.findIndex((place) => changedUnits(plane, place).length > 0);
    this.lowest = lowest < 0 ? layers.length - 1 : lowest;
    this.changed = changedUnits(plane, layers[this.lowest]);
    this.sum = new Float64Array(this.changed.length * blockSize);
    this.value = this.sum.slice();
    this.blocks = this.makeBlocks(columns, order, from, to);
  }

  /**
   * Fills the rows [fromRow, toRow) of a grid of columns x rows cells over `domain`, a value for the centre of each cell:
   * row by row from the lowest y, each from the lowest x. `values` holds the whole grid.
   */
  fillRows(domain: Domain, columns: number, rows: number, fromRow: number, toRow: number, values: Vector): void {
    const [left, right] = domain.x;
    const [low, high] = domain.y;
    values.fill(0, fromRow * columns, toRow * columns);
    for (const block of this.blocks) {
      this.begin(block);
      for (let row = fromRow; row < toRow; row++) {
        const y = low + ((row + 0.5) / rows) * (high - low);
        for (let column = 0; column < columns; column++) {
          const x = left + ((column + 0.5) / columns) * (right - left);
          const cell = row * columns + column;
          values[cell] = this.addBlock(block, x, y, values[cell]);
        }
      }
    }
    for (let cell = fromRow * columns; cell < toRow * columns; cell++) values[cell] /= this.examples;
  }

  /** Mean loss at one point. */
  at(x: number, y: number): number {
    const value = new Float64Array(1);
    this.fillRows({ x: [x, x], y: [y, y] }, 1, 1, 0, 1, value);
    return value[0];
  }

  private makeBlocks(columns: DataColumns, order: Int32Array | null, from: number, to: number): readonly Block[] {
    const blocks: Block[] = [];
    for (let start = from; start < to; start += blockSize) {
      const count = Math.min(blockSize, to - start);
      gather(columns, order, start, count, this.pass);
      blocks.push(this.makeBlock(count));
    }
    return blocks;
  }

  private makeBlock(count: number): Block {
    const { pass, plane, lowest, changed } = this;
    forward(pass, plane.origin, count);
    const { place, value } = pass.layers[lowest];
    const below = lowest === 0 ? pass.inputs : pass.layers[lowest - 1].value;
    const sumsAlong = (direction: Vector): Vector => {
      const all = new Float64Array(place.units * count);
      affine(direction, place, below, count, all);
      return Float64Array.from(changed.flatMap((unit) => [...all.subarray(unit * count, (unit + 1) * count)]));
    };
    return {
      count,
      target: pass.target.slice(0, pass.network.outputs * count),
      values: value.slice(0, place.units * count),
      sums: [sumsAlong(plane.origin), sumsAlong(plane.across), sumsAlong(plane.up)],
    };
  }

  private begin(block: Block): void {
    this.pass.target.set(block.target);
    this.pass.layers[this.lowest].value.set(block.values);
  }

  /** Adds the losses of the block's examples at a point to `loss`. */
  private addBlock(block: Block, x: number, y: number, loss: number): number {
    const { pass, network, lowest, weights } = this;
    const { count } = block;
    this.fillChanged(block, x, y);
    this.moveTo(x, y);
    for (let index = lowest + 1; index < pass.layers.length; index++) {
      const { place, sum, value } = pass.layers[index];
      affine(weights, place, pass.layers[index - 1].value, count, sum);
      if (value !== sum) network.activation.value(sum, place.units * count, value);
    }
    return addLosses(pass, count, loss);
  }

  /** Sums and values of the changed units of the lowest changed layer. */
  private fillChanged({ count, sums: [origin, across, up] }: Block, x: number, y: number): void {
    const { pass, changed, sum, lowest } = this;
    const size = changed.length * count;
    for (let at = 0; at < size; at++) sum[at] = origin[at] + x * across[at] + y * up[at];
    let bent = sum;
    if (lowest < pass.layers.length - 1) {
      bent = this.value;
      this.network.activation.value(sum, size, bent);
    }
    const { value } = pass.layers[lowest];
    for (let index = 0; index < changed.length; index++) {
      const to = changed[index] * count;
      const at = index * count;
      for (let e = 0; e < count; e++) value[to + e] = bent[at + e];
    }
  }

  /** The weights of the point above the lowest changed layer; that layer itself needs none. */
  private moveTo(x: number, y: number): void {
    const { weights, network, lowest } = this;
    const { origin, across, up } = this.plane;
    for (let i = network.layout.layers[lowest].end; i < weights.length; i++)
      weights[i] = origin[i] + x * across[i] + y * up[i];
  }
}

/** The units of a layer of which the plane changes a weight or the bias. */
function changedUnits({ across, up }: Plane, { units, inputs, weights, biases }: LayerPlace): readonly number[] {
  const isMoved = (i: number): boolean => across[i] !== 0 || up[i] !== 0;
  return Array.from({ length: units }, (_, unit) => unit).filter((unit) => {
    for (let input = 0; input < inputs; input++) if (isMoved(weights + unit * inputs + input)) return true;
    return isMoved(biases + unit);
  });
}
