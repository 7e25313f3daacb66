// The order of one epoch laid out as cells, cut into its batches by gaps; as many rows as needed, a page of batches
// around the present one where not all have room.

import { updateSize } from '../training/batches.ts';

export interface StripLayout {
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Batches shown: from this one up to, not including, the other. */
  readonly firstBatch: number;
  readonly endBatch: number;
  /** Left and top of each example of the batches shown, in their order. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface StripRoom {
  readonly width: number;
  readonly height: number;
  /** Kept free after the last batch for its label. */
  readonly labelWidth: number;
}

/** Cell widths that are tried, widest first. */
const cellWidths = [26, 22, 18, 15, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1.5, 1, 0.5, 0.25, 0.1];
const tallestCell = 22;
const shortestCell = 7;
const rowGap = 3;

const gapFor = (cellWidth: number): number => (cellWidth >= 6 ? 6 : cellWidth >= 3 ? 4 : 2);

/** Places batches of the given sizes; `present` is in the page that is shown. */
export function layoutStrip(sizes: readonly number[], present: number, room: StripRoom): StripLayout {
  for (const cellWidth of cellWidths) {
    const cellHeight = Math.max(shortestCell, Math.min(tallestCell, cellWidth * 1.2));
    const layout = tryLayout(sizes, 0, cellWidth, cellHeight, room);
    if (layout !== null && layout.endBatch === sizes.length) return stretch(layout, room);
    // Narrower cells than these are worth less than seeing only a part of the epoch.
    if (cellWidth > 3) continue;
    const perPage = layout === null ? 0 : layout.endBatch;
    if (perPage > 0 && sizes.length > 60) {
      const page = Math.floor(present / perPage) * perPage;
      return tryLayout(sizes, page, cellWidth, cellHeight, room) ?? whole(sizes, present, room);
    }
  }
  return whole(sizes, present, room);
}

/** All batches from the present one on, however far down they reach. */
function whole(sizes: readonly number[], present: number, room: StripRoom): StripLayout {
  const endless = { ...room, width: Math.max(room.width, 1), height: Number.POSITIVE_INFINITY };
  const layout = tryLayout(sizes, present, 0.1, shortestCell, endless);
  if (layout === null) throw new RangeError('Batches cannot be laid out.');
  return layout;
}

/** Makes cells as tall as the rows' share of the height allows. */
function stretch(layout: StripLayout, room: StripRoom): StripLayout {
  const rows = layout.y.length === 0 ? 1 : Math.round(layout.y[layout.y.length - 1] / (layout.cellHeight + rowGap)) + 1;
  const cellHeight = Math.max(layout.cellHeight, Math.min(tallestCell, (room.height + rowGap) / rows - rowGap));
  const factor = (cellHeight + rowGap) / (layout.cellHeight + rowGap);
  return { ...layout, cellHeight, y: layout.y.map((top) => top * factor) };
}

function tryLayout(
  sizes: readonly number[],
  firstBatch: number,
  cellWidth: number,
  cellHeight: number,
  { width, height, labelWidth }: StripRoom,
): StripLayout | null {
  const xs: number[] = [];
  const ys: number[] = [];
  const gap = gapFor(cellWidth);
  let [x, y] = [0, 0];
  const isFull = (): boolean => y + cellHeight > height + 1e-9;
  for (let batch = firstBatch; batch < sizes.length; batch++) {
    const isLast = batch === sizes.length - 1;
    const length = sizes[batch] * cellWidth + (isLast ? labelWidth : 0);
    const mark = xs.length;
    if (x > 0 && x + length > width) [x, y] = [0, y + cellHeight + rowGap];
    for (let i = 0; i < sizes[batch]; i++) {
      if (x + cellWidth > width + 1e-9) [x, y] = [0, y + cellHeight + rowGap];
      xs.push(x);
      ys.push(y);
      x += cellWidth;
    }
    if (isLast && x + labelWidth > width) y += cellHeight + rowGap;
    if (isFull()) {
      if (batch === firstBatch) return null;
      return finish(xs.slice(0, mark), ys.slice(0, mark), batch);
    }
    x += gap;
  }
  return finish(xs, ys, sizes.length);

  function finish(left: number[], top: number[], endBatch: number): StripLayout {
    return { cellWidth, cellHeight, firstBatch, endBatch, x: Float64Array.from(left), y: Float64Array.from(top) };
  }
}

/** How an epoch is cut: into updates of `accumulate` batches of `batchSize`. */
export interface Cut {
  readonly batchSize: number;
  readonly accumulate: number;
  readonly dropLast: boolean;
}

/**
 * Sizes of the updates of an epoch of `count` examples: those before `offset` as they were cut, then equal ones and the
 * rest. With `dropLast` the rest of a batch belongs to none.
 */
export function batchSizes(
  done: readonly number[],
  offset: number,
  count: number,
  { batchSize, accumulate, dropLast }: Cut,
): number[] {
  const sizes = [...done];
  for (let at = offset; ; ) {
    const size = updateSize(count - at, batchSize, accumulate, dropLast);
    if (size <= 0) return sizes;
    sizes.push(size);
    at += size;
  }
}

/** Sizes of the batches that fill the first `offset` examples of an epoch, newest last in `taken`, which may reach further back. */
export function doneSizes(taken: Iterable<number>, offset: number, batchSize: number): number[] {
  const sizes: number[] = [];
  let left = offset;
  for (const size of taken) {
    if (left <= 0 || size > left || !(size > 0)) break;
    sizes.push(size);
    left -= size;
  }
  if (left === 0) return sizes.reverse();
  const whole = Math.floor(offset / batchSize);
  const rest = offset - whole * batchSize;
  return [...(rest > 0 ? [rest] : []), ...new Array<number>(whole).fill(batchSize)];
}
