// An average of the weights along the page's run, drawn beside its path: it settles where the weights keep wandering.

import { useCallback } from 'react';
import type { Layer } from '../../drawing/marks.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import { freshPen, rowsOfPairs } from '../../drawing/path.ts';
import { type PathStyle, pathLayer, pathStroke } from '../../drawing/scenePath.ts';
import type { Average } from '../../lab/compare/overlays.ts';
import { PathAverage } from '../../lab/compare/pathAverage.ts';
import { useLab } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { type PlotFrame, usePlot } from '../plots/PlotContext.tsx';
import { useScenePart } from '../plots/scene.ts';
import { useOverlay } from './useOverlays.ts';

const averageStyle: PathStyle = { colour: 'update', width: 2.5, hasRoundEnds: true };

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
  const part = useCallback(
    (frame: PlotFrame): readonly Layer[] => {
      const { path } = history;
      const end = path.rowsUpTo(store.getState().cursor);
      const first = average === 'polyak' ? Math.ceil(from / path.stride) : 0;
      const pairs = begin(average).average.extend(path.x, path.y, first, end);
      return [pathLayer(frame.viewport, rowsOfPairs(pairs), averageStyle)];
    },
    [store, history, average, from],
  );
  useScenePart('average', part);
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      let state = begin(average);
      let { revision } = history;
      let { plane } = history.path;
      const draw = (): void => {
        const { path } = history;
        const first = average === 'polyak' ? Math.ceil(from / path.stride) : 0;
        const end = path.rowsUpTo(store.getState().cursor);
        if (revision !== history.revision || plane !== path.plane || end < state.next) {
          canvas.clear();
          revision = history.revision;
          plane = path.plane;
          state = begin(average);
        }
        const begun = Math.max(state.next, first);
        if (end <= begun) return;
        const pairs = state.average.extend(path.x, path.y, begun, end);
        const rows = rowsOfPairs(pairs);
        // The pen counts the rows of what it is given, which are new ones each time.
        const stroke = pathStroke(viewport, rows, { ...state.pen, next: 0 }, rows.x.length, averageStyle);
        state = { ...state, next: end, pen: stroke.pen };
        paintMarks(canvas.context, palette, stroke.marks);
      };
      draw();
      return store.subscribe((now, before) => {
        if (now.cursor !== before.cursor || now.stepCount !== before.stepCount || now.plane !== before.plane) draw();
      });
    },
    [store, history, viewport, palette, average, from],
  );
  return <CanvasLayer bounds={viewport.plot} paint={paint} />;
}

const begin = (average: Exclude<Average, 'none'>) => ({
  average: new PathAverage(average === 'polyak' ? { kind: 'polyak' } : { kind: 'exponential', decay }),
  next: 0,
  pen: freshPen,
});
