// The mini-batches of a run one after the other, known before any weights are: which rows of which epoch's order.
// Orders are kept, so that runs of other batch sizes and rates on the same shuffles need not shuffle again.

import { type BatchPosition, epochOrder, isDrawnAnew, type Sampling, settlePosition, updateSize } from '../batches.ts';

/** Most indices kept: 4 MB. Later epochs are shuffled whenever they are asked for. */
const mostKept = 1_048_576;

/** The orders of all epochs of one seed. */
export class EpochOrders {
  readonly examples: number;
  private readonly seed: number;
  private readonly sampling: Sampling;
  private readonly kept: (Int32Array | undefined)[] = [];
  private readonly spare: Int32Array;
  private spareEpoch = -1;

  constructor(seed: number, sampling: Sampling, examples: number) {
    this.seed = seed;
    this.sampling = sampling;
    this.examples = examples;
    this.spare = new Int32Array(examples);
  }

  /** The order of an epoch, good until another one is asked for. */
  of(asked: number): Int32Array {
    const epoch = isDrawnAnew(this.sampling) ? asked : 0;
    const kept = this.kept[epoch];
    if (kept !== undefined) return kept;
    if ((epoch + 1) * this.examples <= mostKept) {
      const order = new Int32Array(this.examples);
      epochOrder(this.seed, this.sampling, epoch, order);
      this.kept[epoch] = order;
      return order;
    }
    if (epoch !== this.spareEpoch) epochOrder(this.seed, this.sampling, epoch, this.spare);
    this.spareEpoch = epoch;
    return this.spare;
  }
}

/** Walks through the batches: `advance`, then read where the batch is. */
export class BatchSequence {
  epoch = 0;
  /** The batch is `order[offset .. offset + size)`. */
  order: Int32Array;
  offset = 0;
  size = 0;
  private readonly orders: EpochOrders;
  private readonly batchSize: number;
  private readonly accumulate: number;
  private readonly dropLast: boolean;

  /** @param accumulate micro-batches of `batchSize` that make one batch here, that of an update */
  constructor(orders: EpochOrders, batchSize: number, dropLast: boolean, accumulate = 1) {
    this.orders = orders;
    this.batchSize = batchSize;
    this.accumulate = accumulate;
    this.dropLast = dropLast;
    this.order = orders.of(0);
  }

  /** On to the next batch; the first call comes to the first one. */
  advance(): void {
    const { examples } = this.orders;
    const next: BatchPosition = settlePosition(
      { epoch: this.epoch, offset: this.offset + this.size },
      examples,
      this.batchSize,
      this.dropLast,
    );
    if (next.epoch !== this.epoch) this.order = this.orders.of(next.epoch);
    this.epoch = next.epoch;
    this.offset = next.offset;
    this.size = updateSize(examples - next.offset, this.batchSize, this.accumulate, this.dropLast);
  }
}

/**
 * Seed of the shuffles of member k of a group of runs on the same data; member 0 is the run itself. The data keep the
 * run's own seed. Counts toward zero, where no seed leaves the range of whole numbers.
 */
export const memberSeed = (seed: number, member: number): number => (seed > 0 ? seed - member : seed + member);
