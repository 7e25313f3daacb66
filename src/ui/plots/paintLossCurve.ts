// The loss curve's canvas: epochs, the mini-batch loss of every step, the full loss, and their names at their ends.

import { drawLossLine, drawLossRows, epochMarks, epochStride } from '../../drawing/lossCurve.ts';
import type { Palette } from '../../drawing/palette.ts';
import { type Rectangle, widthOf } from '../../drawing/viewport.ts';
import type { History } from '../../lab/history.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { labelHeight, labelSize, labelWidth, plotFont } from './labels.ts';
import type { LossScales } from './lossScales.ts';

type Context = CanvasRenderingContext2D;

export const dotRadius = 3;
const faded = 0.3;
const epochSpacing = 7;
const epochLabelSpacing = 72;

type PendingLosses = Pick<StepDetail, 'batchLoss' | 'fullLoss'>;

export interface LossPicture {
  readonly history: History;
  readonly scales: LossScales;
  readonly palette: Palette;
  readonly words: { readonly fullLoss: string; readonly batchLoss: string; readonly epoch: (epoch: number) => string };
}

/** @param pending the step at the cursor, whose losses are marked at the ends of the curves; null while it is unknown */
export function paintLossCurve(
  context: Context,
  picture: LossPicture,
  cursor: number,
  pending: PendingLosses | null,
): void {
  const { history } = picture;
  paintEpochs(context, picture);
  const pastRows = Math.min(history.rows, Math.ceil(cursor / history.stride));
  paintBatchLoss(context, picture, 0, pastRows, 1);
  paintBatchLoss(context, picture, Math.max(0, pastRows - 1), history.rows, faded);
  paintFullLoss(context, picture, cursor);
  if (pending !== null) paintPending(context, picture, cursor, pending);
  paintNames(context, picture, pending);
}

/** The losses before the step that is about to be taken, and the way to them from the last step that was. */
function paintPending(context: Context, picture: LossPicture, cursor: number, pending: PendingLosses): void {
  const { history, scales, palette } = picture;
  const { plot, x, y } = scales;
  const { fullLoss } = history;
  const lastRow = history.rows - 1;
  const ends = [
    {
      ...{ loss: pending.batchLoss, colour: palette.batch, width: 1 },
      ...{ lastStep: lastRow * history.stride, lastLoss: history.column('batchLoss')[lastRow] },
    },
    {
      ...{ loss: pending.fullLoss, colour: palette['loss-full'], width: 2 },
      ...{ lastStep: fullLoss.step[fullLoss.count - 1], lastLoss: fullLoss.loss[fullLoss.count - 1] },
    },
  ];
  for (const { loss, colour, width, lastStep, lastLoss } of ends) {
    const height = y(loss);
    if (!(height >= plot.top && height <= plot.bottom)) continue;
    context.strokeStyle = context.fillStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    if (cursor === history.count && lastStep < cursor && y(lastLoss) >= plot.top) {
      context.moveTo(x(lastStep), y(lastLoss));
      context.lineTo(x(cursor), height);
      context.stroke();
    }
    context.beginPath();
    context.arc(x(cursor), height, dotRadius, 0, 2 * Math.PI);
    context.fill();
  }
}

function paintEpochs(context: Context, { history, scales, palette, words }: LossPicture): void {
  const { plot, x } = scales;
  const column = history.column('epoch');
  const last = column[column.length - 1] ?? 0;
  if (last === 0) return;
  const pixelsPerEpoch = (x(history.count) - plot.left) / last;
  const at = (row: number): number => Math.round(x(row * history.stride)) + 0.5;
  const lines = new Path2D();
  for (const { row } of epochMarks(column, epochStride(pixelsPerEpoch, epochSpacing))) {
    lines.moveTo(at(row), plot.bottom);
    lines.lineTo(at(row), plot.bottom - 6);
  }
  context.font = plotFont(11);
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.fillStyle = palette['ink-soft'];
  let free = plot.left;
  for (const { epoch, row } of epochMarks(column, epochStride(pixelsPerEpoch, epochLabelSpacing))) {
    // Epochs are not equally long where the size of the batch was changed.
    if (at(row) < free) continue;
    lines.moveTo(at(row), plot.bottom);
    lines.lineTo(at(row), plot.top);
    const text = words.epoch(epoch);
    free = at(row) + labelWidth(text) + 8;
    if (free < plot.right + 4) context.fillText(text, at(row) + 3, plot.top + 2);
  }
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.stroke(lines);
}

function paintBatchLoss(
  context: Context,
  { history, scales, palette }: LossPicture,
  from: number,
  to: number,
  opacity: number,
): void {
  const { plot, x, y } = scales;
  const path = new Path2D();
  drawLossRows(path, plot, x, y, { loss: history.column('batchLoss'), stride: history.stride }, from, to);
  // Bars side by side are a solid area, which would outweigh the line over it.
  const isArea = x(history.stride) - x(0) < 0.75;
  context.globalAlpha = opacity * (isArea ? 0.45 : 0.8);
  context.strokeStyle = palette.batch;
  context.lineWidth = 1;
  context.lineJoin = 'round';
  context.stroke(path);
  context.globalAlpha = 1;
}

function paintFullLoss(context: Context, { history, scales, palette }: LossPicture, cursor: number): void {
  const { plot, x, y } = scales;
  const { step, loss, count } = history.fullLoss;
  let past = 0;
  while (past < count && step[past] <= cursor) past++;
  const stretch = (from: number, to: number, opacity: number): void => {
    if (to - from < 2) return;
    const path = new Path2D();
    drawLossLine(path, plot, x, y, step.subarray(from, to), loss.subarray(from, to));
    context.lineWidth = 2;
    context.lineJoin = 'round';
    context.strokeStyle = palette['loss-full'];
    context.globalAlpha = opacity;
    context.stroke(path);
    context.globalAlpha = 1;
  };
  stretch(Math.max(0, past - 1), count, faded);
  stretch(0, past, 1);
}

/** The names beside the ends where they have room, else in the corner that the curves leave free; never on each other. */
function paintNames(
  context: Context,
  { history, scales, palette, words }: LossPicture,
  pending: PendingLosses | null,
): void {
  const { plot, x } = scales;
  const ends = endHeights(history, scales, pending);
  if (ends === null) return;
  const end = x(history.count);
  const width = Math.max(labelWidth(words.batchLoss), labelWidth(words.fullLoss));
  const isBeside = end + 8 + width < plot.right;
  const { batch, full } = isBeside ? apart(ends, plot) : inCorner(ends, plot);
  // The line at the step that is shown stands there too.
  const isBefore = end - 6 - width > plot.left + 0.15 * widthOf(plot);
  const at = isBeside ? end + 6 : isBefore ? end - 6 : plot.right - 4;
  const write = (text: string, height: number, colour: string): void => {
    if (!Number.isFinite(height)) return;
    context.font = `600 ${plotFont(labelSize)}`;
    context.textAlign = isBeside ? 'left' : 'right';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = palette.paper;
    context.strokeText(text, at, height);
    context.fillStyle = colour;
    context.fillText(text, at, height);
  };
  write(words.batchLoss, batch, palette.batch);
  write(words.fullLoss, full, palette['loss-full']);
}

/** Heights in pixels that belong to the two curves. */
interface Heights {
  readonly batch: number;
  readonly full: number;
}

/** Where the curves end, within the plot; the noisy one on average. Null before there is anything to name. */
function endHeights(history: History, { plot, y }: LossScales, pending: PendingLosses | null): Heights | null {
  const { fullLoss, rows } = history;
  if (rows < 2 && pending === null) return null;
  const within = (loss: number): number =>
    Math.min(Math.max(Number.isFinite(loss) ? y(loss) : plot.top, plot.top + 16), plot.bottom - 8);
  const recent = history.column('batchLoss').subarray(Math.max(0, rows - Math.max(3, Math.ceil(rows / 20))));
  const recentLoss = recent.reduce((sum, loss) => sum + loss, 0) / recent.length;
  return {
    batch: within(rows < 2 ? pending!.batchLoss : recentLoss),
    full: within(fullLoss.count > 1 ? fullLoss.loss[fullLoss.count - 1] : (pending?.fullLoss ?? Number.NaN)),
  };
}

/** Apart by the height of a label at least, around where the curves end. */
function apart({ batch, full }: Heights, plot: Rectangle): Heights {
  const missing = labelHeight - Math.abs(batch - full);
  if (!(missing > 0)) return { batch, full };
  const [upper, lower] = batch <= full ? [batch, full] : [full, batch];
  const above = Math.max(plot.top + 16, Math.min(upper - missing / 2, plot.bottom - 8 - labelHeight));
  const below = Math.max(Math.min(lower + missing / 2, plot.bottom - 8), above + labelHeight);
  return batch <= full ? { batch: above, full: below } : { batch: below, full: above };
}

/** Room at the top for the names of epochs. */
const epochNameHeight = 18;

/** One above the other where the curves are not: at the top when they end low, else at the bottom. */
function inCorner({ batch, full }: Heights, plot: Rectangle): Heights {
  const isLow = batch + full > plot.top + plot.bottom;
  const above = isLow ? plot.top + epochNameHeight + 8 : plot.bottom - 8 - labelHeight;
  const below = above + labelHeight;
  return batch <= full ? { batch: above, full: below } : { batch: below, full: above };
}
