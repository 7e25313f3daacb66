// The gradient of each example of the pending step, on a canvas under the arrows of their mean.

import { drawChain, drawFan, drawOne, drawTips, exampleVectors } from '../../drawing/exampleVectors.ts';
import { gradientScale } from '../../drawing/vectors.ts';
import type { LabState } from '../../lab/store.ts';
import type { PlotFrame } from '../plots/PlotContext.tsx';
import { StateCanvas } from './StateCanvas.tsx';

const shownHere = ['detail', 'litExample', 'layers', 'phase'] as const;

/** Whether the arrows of all examples are drawn, not only of the one that is lit. */
const showsGradients = ({ phase, layers }: LabState): boolean => phase === 'backward' || layers.gradients;

export const GradientLayer = () => <StateCanvas shown={shownHere} paintState={paintGradients} />;

function paintGradients(
  context: CanvasRenderingContext2D,
  { viewport, palette }: PlotFrame,
  state: LabState,
  meanLength: number,
): void {
  const { detail, layers, litExample } = state;
  if (detail === null) return;
  const { batch } = detail;
  const { weights, gradient, fullGradient } = detail.seen;
  const scale = gradientScale(viewport, [gradient, fullGradient], meanLength);
  const vectors = exampleVectors(viewport, detail, scale);
  const [x, y] = [viewport.x(weights[0]), viewport.y(weights[1])];
  const colour = palette['example-gradient'];
  const view = layers.gradientView;
  if (showsGradients(state)) {
    const [shaft, head] = [new Path2D(), new Path2D()];
    if (view === 'cloud') drawTips(head, x, y, vectors);
    else (view === 'fan' ? drawFan : drawChain)(shaft, head, x, y, vectors);
    context.globalAlpha = batch.length > 200 ? 0.45 : 0.85;
    strokeArrows(context, shaft, head, colour, batch.length > 60 ? 0.75 : 1.1);
    context.globalAlpha = 1;
  }
  const row = litExample === null ? -1 : batch.indexOf(litExample);
  if (row < 0) return;
  const [shaft, head] = [new Path2D(), new Path2D()];
  drawOne(shaft, head, x, y, vectors, row, view === 'chain' && showsGradients(state));
  strokeArrows(context, shaft, head, palette.paper, 6);
  strokeArrows(context, shaft, head, colour, 3);
}

function strokeArrows(
  context: CanvasRenderingContext2D,
  shaft: Path2D,
  head: Path2D,
  colour: string,
  width: number,
): void {
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = width;
  context.stroke(shaft);
  context.fill(head);
}
