// Where plain descent would lead with each of the mini-batches drawn anew: a cloud, and two ellipses around it.

import { useCallback } from 'react';
import { drawUpdateCloud, drawUpdateEllipse } from '../../drawing/noise.ts';
import type { LabState } from '../../lab/store.ts';
import { ellipse } from '../../training/noise.ts';
import { useLab } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { type PlotFrame, usePlot } from '../plots/PlotContext.tsx';
import { ellipseDeviations, noiseSample } from './noiseSample.ts';

const shownHere = ['detail', 'examples', 'layers', 'hyperparameters', 'config'] as const;

export function NoiseLayer() {
  const frame = usePlot();
  const { store } = useLab();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      const draw = (): void => {
        canvas.clear();
        paintNoise(canvas.context, frame, store.getState());
      };
      draw();
      return store.subscribe((state, before) => {
        if (!shownHere.every((key) => state[key] === before[key])) draw();
      });
    },
    [frame, store],
  );
  return <CanvasLayer bounds={frame.viewport.plot} paint={paint} />;
}

function paintNoise(context: CanvasRenderingContext2D, { viewport, palette }: PlotFrame, state: LabState): void {
  const sample = noiseSample(state);
  if (sample === null || state.detail === null) return;
  const { weights, learningRate } = state.detail;
  const dots = new Path2D();
  drawUpdateCloud(dots, viewport, weights, sample.gradients, learningRate, 1.8);
  context.fillStyle = palette['batch-gradient'];
  context.globalAlpha = 0.55;
  context.fill(dots);
  context.globalAlpha = 1;
  const { measured, predicted, fullGradient } = sample;
  context.lineJoin = 'round';
  const measuredLine = new Path2D();
  drawUpdateEllipse(
    measuredLine,
    viewport,
    weights,
    measured.mean,
    ellipse(measured.covariance, ellipseDeviations),
    learningRate,
  );
  context.strokeStyle = palette['batch-gradient'];
  context.lineWidth = 2;
  context.stroke(measuredLine);
  const predictedLine = new Path2D();
  drawUpdateEllipse(
    predictedLine,
    viewport,
    weights,
    fullGradient,
    ellipse(predicted, ellipseDeviations),
    learningRate,
  );
  context.strokeStyle = palette['full-gradient'];
  context.setLineDash([6, 4]);
  context.stroke(predictedLine);
  context.setLineDash([]);
  const centre = new Path2D();
  drawUpdateCloud(centre, viewport, weights, Float64Array.from(fullGradient), learningRate, 4);
  context.fillStyle = palette['full-gradient'];
  context.strokeStyle = palette.paper;
  context.lineWidth = 1.5;
  context.fill(centre);
  context.stroke(centre);
}
