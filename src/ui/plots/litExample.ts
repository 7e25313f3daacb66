// The example that is pointed at, in data space: a ring around it and, when it is in the batch, what it is off by.

import { markSize } from '../../drawing/examples.ts';
import { clipSegment, grow } from '../../drawing/viewport.ts';
import { sigmoid } from '../../training/elementary.ts';
import type { Examples } from '../../training/examples.ts';
import type { StepDetail } from '../../training/run/run.ts';
import type { DataScene } from './dataScene.ts';
import type { PlotFrame } from './PlotContext.tsx';

export function drawLitExample(
  context: CanvasRenderingContext2D,
  { viewport, palette }: PlotFrame,
  { kind, loss }: DataScene,
  examples: Examples,
  { batch, prediction, weights }: StepDetail,
  index: number,
): void {
  if (index >= examples.count) return;
  const x = viewport.x(examples.x1[index]);
  const y = viewport.y(kind === 'curve' ? examples.y[index] : examples.x2[index]);
  const row = batch.indexOf(index);
  const marks = new Path2D();
  if (row >= 0 && kind === 'curve') {
    const value = loss === 'bce' ? sigmoid(prediction[row]) : prediction[row];
    addLine(x, viewport.y(value));
  }
  if (row >= 0 && kind === 'location') addLine(viewport.x(weights[0]), viewport.y(weights[1]));
  const radius = markSize(viewport.plot, examples.count) + 5;
  marks.moveTo(x + radius, y);
  marks.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = 5;
  context.strokeStyle = palette.paper;
  context.stroke(marks);
  context.lineWidth = 2.5;
  context.strokeStyle = palette['example-gradient'];
  context.stroke(marks);

  function addLine(toX: number, toY: number): void {
    const visible = clipSegment(grow(viewport.plot, 10), x, y, toX, toY);
    if (visible === null) return;
    marks.moveTo(visible[0], visible[1]);
    marks.lineTo(visible[2], visible[3]);
  }
}
