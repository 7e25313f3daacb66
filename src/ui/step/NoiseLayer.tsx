// Where the arrow of each mini-batch drawn anew would end: a cloud around the tip of the full one, and two ellipses.

import { drawTipCloud, drawTipEllipse } from '../../drawing/noise.ts';
import { gradientScale } from '../../drawing/vectors.ts';
import type { LabState } from '../../lab/store.ts';
import { ellipse } from '../../training/theory/noise.ts';
import type { PlotFrame } from '../plots/PlotContext.tsx';
import { ellipseDeviations, noiseSample } from './noiseSample.ts';
import { StateCanvas } from './StateCanvas.tsx';

const shownHere = ['detail', 'examples', 'layers', 'hyperparameters', 'config'] as const;

export const NoiseLayer = () => <StateCanvas shown={shownHere} paintState={paintNoise} />;

function paintNoise(
  context: CanvasRenderingContext2D,
  { viewport, palette }: PlotFrame,
  state: LabState,
  meanLength: number,
): void {
  const sample = noiseSample(state);
  if (sample === null || state.detail === null) return;
  const { weights, gradient, fullGradient: full } = state.detail.seen;
  const scale = gradientScale(viewport, [gradient, full], meanLength);
  const dots = new Path2D();
  drawTipCloud(dots, viewport, weights, sample.gradients, scale, 1.8);
  context.fillStyle = palette['batch-gradient'];
  context.globalAlpha = 0.55;
  context.fill(dots);
  context.globalAlpha = 1;
  const { measured, predicted, fullGradient } = sample;
  context.lineJoin = 'round';
  const measuredLine = new Path2D();
  drawTipEllipse(
    measuredLine,
    viewport,
    weights,
    measured.mean,
    ellipse(measured.covariance, ellipseDeviations),
    scale,
  );
  context.strokeStyle = palette['batch-gradient'];
  context.lineWidth = 2;
  context.stroke(measuredLine);
  const predictedLine = new Path2D();
  drawTipEllipse(predictedLine, viewport, weights, fullGradient, ellipse(predicted, ellipseDeviations), scale);
  context.strokeStyle = palette['full-gradient'];
  context.setLineDash([6, 4]);
  context.stroke(predictedLine);
  context.setLineDash([]);
  const centre = new Path2D();
  drawTipCloud(centre, viewport, weights, Float64Array.from(fullGradient), scale, 4);
  context.fillStyle = palette['full-gradient'];
  context.strokeStyle = palette.paper;
  context.lineWidth = 1.5;
  context.fill(centre);
  context.stroke(centre);
}
