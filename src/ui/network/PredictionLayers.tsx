// What a network predicts, in data space: one canvas under the examples and one over them, drawn at most once a frame.

import { useCallback } from 'react';
import { paintMarks } from '../../drawing/paintMarks.ts';
import { perFrame } from '../../lab/throttled.ts';
import type { Network } from '../../training/network/network.ts';
import { useLab } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { usePlot } from '../plots/PlotContext.tsx';
import { type DataLayer, overExamples, underExamples } from './dataLayers.ts';
import { useDataMaps } from './useDataMaps.ts';

interface LayerProps {
  readonly network: Network;
}

export function PredictionMap({ network }: LayerProps) {
  useDataMaps('prediction', network, usePlot().viewport.view);
  return <Layer layer={underExamples} network={network} />;
}

export const PredictionMarks = ({ network }: LayerProps) => <Layer layer={overExamples} network={network} />;

function Layer({ layer, network }: LayerProps & { readonly layer: DataLayer }) {
  const frame = usePlot();
  const { store } = useLab();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      const task = perFrame(() => {
        canvas.clear();
        paintMarks(canvas.context, frame.palette, layer.marks(frame, store.getState(), network));
      });
      // At once, for a page may be on its way to paper.
      task.flush();
      const unsubscribe = store.subscribe((state, before) => {
        if (layer.shown.some((key) => state[key] !== before[key])) task.ask();
      });
      return () => {
        unsubscribe();
        task.cancel();
      };
    },
    [frame, layer, store, network],
  );
  return <CanvasLayer bounds={frame.viewport.plot} paint={paint} />;
}
