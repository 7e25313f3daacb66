// The gradient of each example of the pending step, on a canvas under the arrows of their mean.

import { useCallback, useMemo } from 'react';
import { drawChain, drawFan, drawOne, drawTips, exampleVectors } from '../../drawing/exampleVectors.ts';
import { meanGradientLength } from '../../drawing/surface.ts';
import { gradientScale } from '../../drawing/vectors.ts';
import type { LabState } from '../../lab/store.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { type PlotFrame, usePlot } from '../plots/PlotContext.tsx';

const shownHere = ['detail', 'litExample', 'layers'] as const;

export function GradientLayer() {
  const frame = usePlot();
  const { store } = useLab();
  const surface = useLabState((state) => state.surface);
  const meanLength = useMemo(
    () => (surface === null ? 0 : meanGradientLength(surface, frame.viewport)),
    [surface, frame],
  );
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      const draw = (): void => {
        canvas.clear();
        paintGradients(canvas.context, frame, store.getState(), meanLength);
      };
      draw();
      return store.subscribe((state, before) => {
        if (!shownHere.every((key) => state[key] === before[key])) draw();
      });
    },
    [frame, store, meanLength],
  );
  return <CanvasLayer bounds={frame.viewport.plot} paint={paint} />;
}

function paintGradients(
  context: CanvasRenderingContext2D,
  { viewport, palette }: PlotFrame,
  { detail, layers, litExample }: LabState,
  meanLength: number,
): void {
  if (detail === null) return;
  const { weights, gradient, fullGradient, batch } = detail;
  const scale = gradientScale(viewport, [gradient, fullGradient], meanLength);
  const vectors = exampleVectors(viewport, detail, scale);
  const [x, y] = [viewport.x(weights[0]), viewport.y(weights[1])];
  const [shaft, head] = [new Path2D(), new Path2D()];
  const view = layers.gradientView;
  if (view === 'cloud') drawTips(head, x, y, vectors);
  else (view === 'fan' ? drawFan : drawChain)(shaft, head, x, y, vectors);
  context.globalAlpha = batch.length > 200 ? 0.45 : 0.85;
  strokeArrows(context, shaft, head, palette['example-gradient'], batch.length > 60 ? 0.75 : 1.1);
  context.globalAlpha = 1;
  const row = litExample === null ? -1 : batch.indexOf(litExample);
  if (row < 0) return;
  const [litShaft, litHead] = [new Path2D(), new Path2D()];
  drawOne(litShaft, litHead, x, y, vectors, row, view === 'chain');
  strokeArrows(context, litShaft, litHead, palette.paper, 6);
  strokeArrows(context, litShaft, litHead, palette['example-gradient'], 3);
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
