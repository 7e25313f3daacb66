// An average of the weights along the page's run, drawn beside its path: it settles where the weights keep wandering.

import { useCallback } from 'react';
import { drawMemberPath } from '../../drawing/fan.ts';
import { PathAverage } from '../../lab/compare/pathAverage.ts';
import { useLab } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { usePlot } from '../plots/PlotContext.tsx';
import { type Average, useOverlay } from './overlays.ts';

/** About a hundred steps count. */
const decay = 0.99;

export function AverageLayer() {
  const average = useOverlay((overlays) => overlays.average);
  const from = useOverlay((overlays) => overlays.averageFrom);
  return average === 'none' ? null : <AverageCanvas key={`${average} ${from}`} average={average} from={from} />;
}

interface AverageCanvasProps {
  readonly average: Exclude<Average, 'none'>;
  /** Polyak's average begins here, after the start is forgotten. */
  readonly from: number;
}

function AverageCanvas({ average, from }: AverageCanvasProps) {
  const { viewport, palette } = usePlot();
  const { store, history } = useLab();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      let state = begin(average);
      let revision = history.revision;
      const draw = (): void => {
        const first = average === 'polyak' ? Math.ceil(from / history.stride) : 0;
        const end = history.rowsUpTo(store.getState().cursor);
        if (revision !== history.revision || end < state.next) {
          canvas.clear();
          revision = history.revision;
          state = begin(average);
        }
        const begun = Math.max(state.next, first);
        if (end <= begun) return;
        const pairs = state.average.extend(history.column('w1'), history.column('w2'), begun, end);
        const line = new Path2D();
        drawMemberPath(line, viewport, state.last === null ? pairs : Float64Array.from([...state.last, ...pairs]));
        state = { ...state, next: end, last: pairs.slice(-2) };
        canvas.context.strokeStyle = palette.update;
        canvas.context.lineWidth = 2.5;
        canvas.context.lineCap = 'round';
        canvas.context.stroke(line);
      };
      draw();
      return store.subscribe((now, before) => {
        if (now.cursor !== before.cursor || now.stepCount !== before.stepCount) draw();
      });
    },
    [store, history, viewport, palette, average, from],
  );
  return <CanvasLayer bounds={viewport.plot} paint={paint} />;
}

const begin = (average: Exclude<Average, 'none'>) => ({
  average: new PathAverage(average === 'polyak' ? { kind: 'polyak' } : { kind: 'exponential', decay }),
  next: 0,
  last: null as Float64Array | null,
});
