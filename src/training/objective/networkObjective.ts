// A network and the loss of its outputs as a function of all its weights: what the training loop knows of it.
//
// The folder network/, in the order in which it is best read:
//   network.ts     the plan of a network, laid out by layout.ts; computed.ts: with its activation and its loss
//   forward.ts     from the inputs to the loss, layer by layer        pass.ts: what a block of examples leaves behind
//   backward.ts    the chain rule from the loss to every weight       matrix.ts, products.ts: the sums in all of these
//   inspect.ts     all of that for one batch, kept and measured       tangent.ts: how it changes along a direction
//   initial.ts     the first weights                                  datasets/: points to learn from
//   surface.ts     the loss on a plane of weights                     maps.ts: every unit over the plane of data
//   activationCode.ts, lossCode.ts   how code says an activation and a loss, for the page's code and scripts alone
// Examples go through in blocks, one after the other, and every sum runs over examples in order: a batch has the same bits
// however it is cut, alone or as part of an inspection.

import { type Examples, inOrder } from '../examples.ts';
import { type PrincipalPlane, principalPlane, randomPlane } from '../foundPlanes.ts';
import { addGradients, backward } from '../network/backward.ts';
import { ColumnsCache, type DataColumns, gather } from '../network/columns.ts';
import { type ComputedNetwork, computedNetwork } from '../network/computed.ts';
import { addLosses, forward } from '../network/forward.ts';
import { decideClasses } from '../network/heads.ts';
import { initialWeights } from '../network/initial.ts';
import type { Initial } from '../network/initialFields.ts';
import {
  type BatchInspection,
  inspectBatch,
  overflowingLayer,
  overflowingPart,
  type UnitState,
  unitStates,
} from '../network/inspect.ts';
import type { LayerPlace } from '../network/layout.ts';
import { UnitMaps } from '../network/maps.ts';
import { type NetworkSpec, networkOf } from '../network/network.ts';
import { blockSize, makePass, type Pass } from '../network/pass.ts';
import { NetworkSurface } from '../network/surface.ts';
import { addHessianProducts, backwardTangent, forwardTangent, makeTangent, type Tangent } from '../network/tangent.ts';
import type { Plane } from '../plane.ts';
import { clear, copy, type Domain, type Vector } from '../vector.ts';
import type { Objective } from './objective.ts';
import { type Sharpness, type SharpnessSearch, sharpness } from './sharpness.ts';

/**
 * An Examples object once given must not change: its columns are kept. `predict` writes the outputs as they leave the last
 * layer, output k of row e at [k * examples.count + e].
 * @throws RangeError for a network that cannot be, see networkOf.
 */
export function networkObjective(spec: NetworkSpec): NetworkObjective {
  return new NetworkObjective(computedNetwork(networkOf(spec)));
}

export class NetworkObjective implements Objective {
  readonly network: ComputedNetwork;
  readonly dimension: number;
  readonly layers: readonly LayerPlace[];
  private readonly cache: ColumnsCache;
  private readonly pass: Pass;
  /** Made when a direction is first asked for. */
  private tangent: Tangent | null = null;

  constructor(network: ComputedNetwork) {
    this.network = network;
    this.dimension = network.layout.dimension;
    this.layers = network.layout.layers;
    this.cache = new ColumnsCache(network);
    this.pass = makePass(network);
  }

  /** `squares`, when given, receives for each layer the sums over units and rows of value^2 and of delta^2, side by side. */
  sum(
    weights: Vector,
    examples: Examples,
    order: Int32Array,
    from: number,
    to: number,
    gradient: Vector,
    squares?: Vector,
  ): number {
    return this.addUp(weights, examples, order, from, to, gradient, squares, 1);
  }

  mean(
    weights: Vector,
    examples: Examples,
    order: Int32Array,
    from: number,
    to: number,
    gradient: Vector,
    squares?: Vector,
  ): number {
    const count = to - from;
    return this.addUp(weights, examples, order, from, to, gradient, squares, count) / count;
  }

  /** Writes the sum of the gradients divided by `by`, returns the sum of the losses. */
  private addUp(
    weights: Vector,
    examples: Examples,
    order: Int32Array,
    from: number,
    to: number,
    gradient: Vector,
    squares: Vector | undefined,
    by: number,
  ): number {
    const columns = this.cache.of(examples);
    const { pass } = this;
    clear(pass.squares);
    let loss = 0;
    for (let start = from; start < to; start += blockSize) {
      const count = this.forwardBlock(weights, columns, order, start, to);
      loss = addLosses(pass, count, loss);
      backward(pass, weights, count);
      addGradients(pass, count, gradient, start === from, start + count === to ? by : 1);
    }
    if (squares !== undefined) copy(pass.squares, squares);
    return loss;
  }

  meanLoss(weights: Vector, examples: Examples): number {
    return this.meanLossOf(weights, examples, null, 0, examples.count);
  }

  /** The mean loss at each of many weights, D numbers each. */
  meanLosses(weights: Vector, examples: Examples): Float64Array {
    const { dimension } = this;
    return Float64Array.from({ length: weights.length / dimension }, (_, point) =>
      this.meanLoss(weights.subarray(point * dimension, (point + 1) * dimension), examples),
    );
  }

  /** Mean loss of the rows order[from, to), or without an order of the rows from .. to - 1. */
  meanLossOf(weights: Vector, examples: Examples, order: Int32Array | null, from: number, to: number): number {
    const columns = this.cache.of(examples);
    let loss = 0;
    for (let start = from; start < to; start += blockSize) {
      const count = this.forwardBlock(weights, columns, order, start, to);
      loss = addLosses(this.pass, count, loss);
    }
    return loss / (to - from);
  }

  predict(weights: Vector, examples: Examples, prediction: Vector): void {
    const columns = this.cache.of(examples);
    const { network, pass } = this;
    const total = examples.count;
    for (let start = 0; start < total; start += blockSize) {
      const count = this.forwardBlock(weights, columns, null, start, total);
      for (let k = 0; k < network.outputs; k++)
        prediction.set(pass.last.value.subarray(k * count, (k + 1) * count), k * total + start);
    }
  }

  slopes(weights: Vector, plane: Plane, examples: Examples, alongX: Vector, alongY: Vector): void {
    const columns = this.cache.of(examples);
    for (let start = 0; start < examples.count; start += blockSize) {
      const count = this.forwardBlock(weights, columns, null, start, examples.count);
      addLosses(this.pass, count, 0);
      this.slopesOfBlock(weights, plane.across, count, alongX, start);
      this.slopesOfBlock(weights, plane.up, count, alongY, start);
    }
  }

  hessianTimes(
    weights: Vector,
    vector: Vector,
    examples: Examples,
    order: Int32Array,
    from: number,
    to: number,
    into: Vector,
  ): void {
    const columns = this.cache.of(examples);
    const { pass } = this;
    this.tangent ??= makeTangent(this.network);
    clear(into);
    for (let start = from; start < to; start += blockSize) {
      const count = this.forwardBlock(weights, columns, order, start, to);
      addLosses(pass, count, 0);
      backward(pass, weights, count);
      forwardTangent(pass, this.tangent, weights, vector, count);
      backwardTangent(pass, this.tangent, weights, vector, count);
      addHessianProducts(pass, this.tangent, count, into);
    }
    for (let i = 0; i < into.length; i++) into[i] /= to - from;
  }

  /** The first weights that a seed draws, see initialWeights. */
  firstWeights(initial: Initial, seed: number): Vector {
    return initialWeights(this.network, initial, seed);
  }

  /** The class that each row's outputs stand for; for data with classes only. */
  decide(weights: Vector, examples: Examples): Int32Array {
    const { count } = examples;
    const outputs = new Float64Array(this.network.outputs * count);
    this.predict(weights, examples, outputs);
    const classes = new Int32Array(count);
    decideClasses(this.network, outputs, count, classes);
    return classes;
  }

  /** Largest eigenvalue of the Hessian of the mean loss of all rows. */
  sharpness(weights: Vector, examples: Examples, search?: SharpnessSearch): Sharpness {
    return sharpness(this, weights, examples, inOrder(examples.count), 0, examples.count, search);
  }

  /** Everything that the rows order[from, to) leave behind on their way forward and back. */
  inspect(weights: Vector, examples: Examples, order: Int32Array, from: number, to: number): BatchInspection {
    return inspectBatch(this.network, weights, this.cache.of(examples), order, from, to);
  }

  /** The layer, counted from 0, in which a step ran into numbers that are not finite, or null. */
  overflowIn(batch: BatchInspection, update: Vector): number | null {
    return overflowingLayer(batch) ?? overflowingPart(this.network.layout, update);
  }

  /** What every unit says over the plane of data. */
  maps(view: Domain, columns: number, rows: number): UnitMaps {
    return new UnitMaps(this.network, view, columns, rows);
  }

  /** The mean loss of the rows order[from, to), or without an order of the rows from .. to - 1, on a plane of weights. */
  surface(plane: Plane, examples: Examples, order: Int32Array | null, from: number, to: number): NetworkSurface {
    return new NetworkSurface(this.network, plane, this.cache.of(examples), order, from, to);
  }

  /** A plane of filter-normalised random directions. @throws RangeError where all weights are 0 */
  randomPlane(origin: Vector, seed: number): Plane {
    return randomPlane(this.network.layout, origin, seed);
  }

  /** The plane of a path, see principalPlane. @throws RangeError where the path is a point or a straight line */
  principalPlane(origin: Vector, path: Vector): PrincipalPlane {
    return principalPlane(origin, path);
  }

  /** The state of each unit of each hidden layer on all examples. */
  unitStates(weights: Vector, examples: Examples): readonly (readonly UnitState[])[] {
    return unitStates(this.network, weights, this.cache.of(examples), examples.count);
  }

  /** Sends the rows from `start` on, at most a block of them, through the network; returns how many. */
  private forwardBlock(
    weights: Vector,
    columns: DataColumns,
    order: Int32Array | null,
    start: number,
    to: number,
  ): number {
    const count = Math.min(blockSize, to - start);
    gather(columns, order, start, count, this.pass);
    forward(this.pass, weights, count);
    return count;
  }

  /** Writes d loss of each example of the block along `direction`: the derivative by the outputs times their change. */
  private slopesOfBlock(weights: Vector, direction: Vector, count: number, along: Vector, start: number): void {
    const { network, pass } = this;
    this.tangent ??= makeTangent(network);
    forwardTangent(pass, this.tangent, weights, direction, count);
    const { last, target, kept } = pass;
    network.loss.derivative(last.value, target, network.outputs, count, last.delta, kept);
    const change = this.tangent[this.tangent.length - 1].value;
    for (let e = 0; e < count; e++) {
      let slope = 0;
      for (let at = e; at < network.outputs * count; at += count) slope += last.delta[at] * change[at];
      along[start + e] = slope;
    }
  }
}
