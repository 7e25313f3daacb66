// A canvas in weight space that is painted anew whenever one of the named parts of the state changes.

import { useCallback } from 'react';
import type { LabState } from '../../lab/store.ts';
import { useLab } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { type PlotFrame, usePlot } from '../plots/PlotContext.tsx';
import { useMeanLength } from './useMeanLength.ts';

/** @param meanLength length of the surface's mean gradient, which scales all gradient arrows alike */
export type PaintState = (
  context: CanvasRenderingContext2D,
  frame: PlotFrame,
  state: LabState,
  meanLength: number,
) => void;

interface StateCanvasProps {
  /** What the painting depends on. Like `paintState` the same at every rendering. */
  readonly shown: readonly (keyof LabState)[];
  readonly paintState: PaintState;
}

export function StateCanvas({ shown, paintState }: StateCanvasProps) {
  const frame = usePlot();
  const { store } = useLab();
  const meanLength = useMeanLength();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      const draw = (): void => {
        canvas.clear();
        paintState(canvas.context, frame, store.getState(), meanLength);
      };
      draw();
      return store.subscribe((state, before) => {
        if (!shown.every((key) => state[key] === before[key])) draw();
      });
    },
    [frame, store, meanLength, shown, paintState],
  );
  return <CanvasLayer bounds={frame.viewport.plot} paint={paint} />;
}
