// The four pictures of data space. Each draws what stays (the examples) and what moves with the step.

import { boundaryLine, drawCurve, drawMark, type Mark, markSize } from '../../drawing/examples.ts';
import { clipSegment, grow, type Viewport } from '../../drawing/viewport.ts';
import { sigmoid } from '../../training/elementary.ts';
import { allocateExamples, type Examples } from '../../training/examples.ts';
import type { StepDetail } from '../../training/run/run.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { DataScene, SceneKind } from './dataScene.ts';
import { labelSize, plotFont } from './labels.ts';
import type { PlotFrame } from './PlotContext.tsx';

type Context = CanvasRenderingContext2D;

/** How far the step has come: what a phase of slow motion has not computed is not drawn. */
export interface Progress {
  /** Predictions of the batch, and with them the model as it stands. */
  readonly hasPredictions: boolean;
  /** What the predictions are off by. */
  readonly hasLosses: boolean;
}

interface DataPicture {
  drawStill?(context: Context, frame: PlotFrame, scene: DataScene, examples: Examples): void;
  drawStep(
    context: Context,
    frame: PlotFrame,
    scene: DataScene,
    examples: Examples,
    detail: StepDetail,
    words: Catalogue['plots'],
    progress: Progress,
  ): void;
}

const curvePoints = 240;

const drawPoints = (
  context: Context,
  { viewport, palette }: PlotFrame,
  x: Float64Array,
  y: Float64Array,
  count: number,
): void => {
  const marks = new Path2D();
  const size = markSize(viewport.plot, count);
  for (let i = 0; i < count; i++) drawMark(marks, 'disc', viewport.x(x[i]), viewport.y(y[i]), size);
  context.fillStyle = palette.example;
  context.globalAlpha = 0.75;
  context.fill(marks);
  context.globalAlpha = 1;
};

/** The batch's marks: larger, in the batch's colour, with a rim of paper. */
function drawBatch(
  context: Context,
  { viewport, palette }: PlotFrame,
  examples: Examples,
  batch: Int32Array,
  y: Float64Array,
  markOf: (index: number) => Mark = () => 'disc',
): void {
  const marks = new Path2D();
  const size = markSize(viewport.plot, examples.count) + 1;
  for (const index of batch) drawMark(marks, markOf(index), viewport.x(examples.x1[index]), viewport.y(y[index]), size);
  context.lineWidth = 1.5;
  context.strokeStyle = palette.paper;
  context.stroke(marks);
  context.fillStyle = palette.batch;
  context.fill(marks);
}

/** A straight line drawn as far as it is near the plot. */
function drawLine(path: Path2D, viewport: Viewport, x1: number, y1: number, x2: number, y2: number): void {
  const visible = clipSegment(grow(viewport.plot, 10), x1, y1, x2, y2);
  if (visible === null) return;
  path.moveTo(visible[0], visible[1]);
  path.lineTo(visible[2], visible[3]);
}

function strokeResiduals(context: Context, { palette }: PlotFrame, lines: Path2D, count: number): void {
  context.strokeStyle = palette.batch;
  context.lineWidth = count > 200 ? 0.7 : 1.25;
  context.stroke(lines);
}

const curve: DataPicture = {
  drawStill: (context, frame, _scene, examples) => drawPoints(context, frame, examples.x1, examples.y, examples.count),
  drawStep(context, frame, { model, loss }, examples, { batch, prediction, weights }, _words, progress) {
    const { viewport, palette } = frame;
    // Cross-entropy takes logits; what they say about the target is the probability.
    const read = (value: number): number => (loss === 'bce' ? sigmoid(value) : value);
    const [residuals, predictions] = [new Path2D(), new Path2D()];
    for (const [row, index] of batch.entries()) {
      const [x, y] = [viewport.x(examples.x1[index]), viewport.y(read(prediction[row]))];
      drawLine(residuals, viewport, x, viewport.y(examples.y[index]), x, y);
      if (Number.isFinite(y)) drawMark(predictions, 'disc', x, y, markSize(viewport.plot, examples.count));
    }
    if (progress.hasLosses) strokeResiduals(context, frame, residuals, batch.length);
    drawBatch(context, frame, examples, batch, examples.y);
    if (!progress.hasPredictions) return;
    const grid = allocateExamples(curvePoints);
    const [low, high] = viewport.view.x;
    for (let i = 0; i < curvePoints; i++) grid.x1[i] = low + ((high - low) * i) / (curvePoints - 1);
    const predicted = new Float64Array(curvePoints);
    model.predict(weights[0], weights[1], grid, predicted);
    const line = new Path2D();
    drawCurve(line, viewport, grid.x1, predicted.map(read));
    context.strokeStyle = palette.prediction;
    context.lineWidth = 2.25;
    context.lineJoin = 'round';
    context.stroke(line);
    if (progress.hasLosses) return;
    context.fillStyle = palette.paper;
    context.lineWidth = 1.5;
    context.fill(predictions);
    context.stroke(predictions);
  },
};

const location: DataPicture = {
  drawStill: (context, frame, _scene, examples) => drawPoints(context, frame, examples.x1, examples.x2, examples.count),
  drawStep(context, frame, _scene, examples, { batch, weights }, words, { hasPredictions }) {
    const { viewport, palette } = frame;
    const [x, y] = [viewport.x(weights[0]), viewport.y(weights[1])];
    const pulls = new Path2D();
    for (const index of batch)
      drawLine(pulls, viewport, x, y, viewport.x(examples.x1[index]), viewport.y(examples.x2[index]));
    // The prediction is the distance itself, so the line to the example is all there is to see of it.
    if (hasPredictions) strokeResiduals(context, frame, pulls, batch.length);
    drawBatch(context, frame, examples, batch, examples.x2);
    const mark = new Path2D();
    drawMark(mark, 'disc', x, y, 5);
    context.fillStyle = palette.weights;
    context.strokeStyle = palette.paper;
    context.lineWidth = 1.5;
    context.fill(mark);
    context.stroke(mark);
    const isLeft = x > (viewport.plot.left + viewport.plot.right) / 2;
    drawWord(context, frame, words.weights, x + (isLeft ? -9 : 9), y - 10, palette.weights, isLeft ? 'right' : 'left');
  },
};

function drawWord(
  context: Context,
  { palette }: PlotFrame,
  word: string,
  x: number,
  y: number,
  colour: string,
  align: CanvasTextAlign,
): void {
  context.font = `600 ${plotFont(labelSize)}`;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = palette.paper;
  context.strokeText(word, x, y);
  context.fillStyle = colour;
  context.fillText(word, x, y);
}

const isOne = (target: number): boolean => target > 0.5;
/** Pixels of the stalk of an example whose loss has a slope of 1. */
const stalkLength = 22;

const classes: DataPicture = {
  drawStill(context, { viewport, palette }, _scene, { count, x1, x2, y }) {
    const size = markSize(viewport.plot, count);
    const [ones, zeros] = [new Path2D(), new Path2D()];
    for (let i = 0; i < count; i++)
      drawMark(isOne(y[i]) ? ones : zeros, isOne(y[i]) ? 'square' : 'disc', viewport.x(x1[i]), viewport.y(x2[i]), size);
    context.fillStyle = palette['example-one'];
    context.fill(ones);
    context.strokeStyle = palette.example;
    context.lineWidth = 1.25;
    context.stroke(zeros);
  },
  drawStep(context, frame, _scene, examples, { batch, byPrediction, weights }, words, progress) {
    const { viewport } = frame;
    const size = Math.hypot(weights[0], weights[1]);
    if (progress.hasPredictions) drawBoundary(context, frame, weights[0], weights[1], words);
    if (size > 0 && progress.hasLosses) {
      // Each example of the batch wants its prediction moved, across the boundary, by as much as its loss is steep.
      const stalks = new Path2D();
      const [normalX, normalY] = [weights[0] / size, -weights[1] / size];
      for (const [row, index] of batch.entries()) {
        const [x, y] = [viewport.x(examples.x1[index]), viewport.y(examples.x2[index])];
        const length = -byPrediction[row] * stalkLength;
        drawLine(stalks, viewport, x, y, x + normalX * length, y + normalY * length);
      }
      strokeResiduals(context, frame, stalks, batch.length);
    }
    drawBatch(context, frame, examples, batch, examples.x2, (index) => (isOne(examples.y[index]) ? 'square' : 'disc'));
  },
};

/** The boundary, its side for class 1 in a light tint, and what is predicted on either side. */
function drawBoundary(context: Context, frame: PlotFrame, w1: number, w2: number, words: Catalogue['plots']): void {
  const { viewport, palette } = frame;
  const line = boundaryLine(viewport, w1, w2);
  if (line === null) return;
  const [x1, y1, x2, y2] = line;
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [normalX, normalY] = [w1 / Math.hypot(w1, w2), -w2 / Math.hypot(w1, w2)];
  const side = new Path2D();
  side.moveTo(x1, y1);
  side.lineTo(x2, y2);
  side.lineTo(x2 + normalX * length, y2 + normalY * length);
  side.lineTo(x1 + normalX * length, y1 + normalY * length);
  context.globalAlpha = 0.09;
  context.fillStyle = palette.prediction;
  context.fill(side);
  context.globalAlpha = 1;
  const boundary = new Path2D();
  drawLine(boundary, viewport, x1, y1, x2, y2);
  context.strokeStyle = palette.prediction;
  context.lineWidth = 2.25;
  context.stroke(boundary);
  const visible = clipSegment(grow(viewport.plot, -16), x1, y1, x2, y2);
  if (visible === null) return;
  // Beside the upper end of the boundary, one word on each side of it.
  const isFirstUpper = visible[1] < visible[3];
  const [x, y] = isFirstUpper ? [visible[0], visible[1]] : [visible[2], visible[3]];
  for (const [direction, word] of [
    [1, words.predictsOne],
    [-1, words.predictsZero],
  ] as const) {
    const [atX, atY] = [x + direction * normalX * 12, y + direction * normalY * 12];
    const align = direction * normalX > 0.3 ? 'left' : direction * normalX < -0.3 ? 'right' : 'center';
    drawInside(context, frame, word, atX, atY, align);
  }
}

/** Writes a word of the prediction if all of it is in the plot. */
function drawInside(
  context: Context,
  frame: PlotFrame,
  word: string,
  x: number,
  y: number,
  align: CanvasTextAlign,
): void {
  context.font = `600 ${plotFont(labelSize)}`;
  const { width } = context.measureText(word);
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  const { plot } = frame.viewport;
  if (left < plot.left + 2 || left + width > plot.right - 2 || y < plot.top + 8 || y > plot.bottom - 8) return;
  drawWord(context, frame, word, x, y, frame.palette.prediction, align);
}

const residuals: DataPicture = {
  drawStep(context, frame, { model }, examples, { batch, weights }, _words, { hasPredictions }) {
    const { viewport, palette } = frame;
    const { count, x1, x2, y } = examples;
    const predicted = new Float64Array(count);
    model.predict(weights[0], weights[1], examples, predicted);
    const base = markSize(viewport.plot, count);
    const spread = Math.sqrt(y.subarray(0, count).reduce((sum, target) => sum + target * target, 0) / count) || 1;
    const inBatch = new Set(batch);
    for (const isBatch of [false, true]) {
      const [low, high] = [new Path2D(), new Path2D()];
      for (let i = 0; i < count; i++) {
        if (inBatch.has(i) !== isBatch) continue;
        const residual = hasPredictions ? predicted[i] - y[i] : 0;
        // Area follows the residual, against the spread of the targets so that sizes compare from step to step.
        const radius = hasPredictions
          ? Math.min(3 * base, 1 + 1.6 * base * Math.sqrt(Math.abs(residual) / spread))
          : base;
        if (Number.isFinite(radius))
          drawMark(residual < 0 ? low : high, 'disc', viewport.x(x1[i]), viewport.y(x2[i]), radius);
      }
      context.fillStyle = context.strokeStyle = isBatch ? palette.batch : palette.example;
      context.lineWidth = isBatch ? 2 : 1.25;
      context.fill(low);
      context.stroke(high);
    }
  },
};

export const dataPictures: Readonly<Record<SceneKind, DataPicture>> = { curve, location, classes, residuals };
