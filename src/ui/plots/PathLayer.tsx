// The path of the weights on two canvases: all steps faint, and over them the steps up to the cursor. Both grow by what
// is new, a stroke at a time; they begin anew only when steps were taken back, the cursor went back, or the view changed.

import { useCallback } from 'react';
import type { Layer } from '../../drawing/marks.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import { firstRows, freshPen, pathOpacity, strokeEnd } from '../../drawing/path.ts';
import { ownPath, pathLayer, pathStroke } from '../../drawing/scenePath.ts';
import type { Path } from '../../lab/path.ts';
import type { LabState } from '../../lab/store.ts';
import { perFrame } from '../../lab/throttled.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from './CanvasLayer.tsx';
import { type PlotFrame, usePlot } from './PlotContext.tsx';
import { useScenePart } from './scene.ts';

export function PathLayer() {
  const isHidden = useLabState((state) => state.layers.hidesRun);
  return isHidden ? null : <BothPaths />;
}

function BothPaths() {
  const { store, history } = useLab();
  const part = useCallback(
    ({ viewport }: PlotFrame): readonly Layer[] => {
      const { path } = history;
      const [all, past] = [rowsToShow, rowsToCursor].map((endOf) => firstRows(path, endOf(store.getState(), path)));
      return [pathLayer(viewport, all, ownPath, futureStrength), pathLayer(viewport, past, ownPath)];
    },
    [store, history],
  );
  useScenePart('path', part);
  return (
    <>
      <PathCanvas strength={futureStrength} endOf={rowsToShow} />
      <PathCanvas strength={1} endOf={rowsToCursor} />
    </>
  );
}

/** How strongly the steps after the cursor are drawn. */
const futureStrength = 0.35;

/** All rows, or none while the cursor is at their end and the other canvas shows them. */
const rowsToShow = ({ cursor, stepCount }: LabState, path: Path): number => (cursor < stepCount ? path.rows : 0);

const rowsToCursor = ({ cursor }: LabState, path: Path): number => path.rowsUpTo(cursor);

interface PathCanvasProps {
  readonly strength: number;
  /** How many rows the canvas shows. */
  readonly endOf: (state: LabState, path: Path) => number;
}

function PathCanvas({ strength, endOf }: PathCanvasProps) {
  const { viewport, palette } = usePlot();
  const { store, history } = useLab();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      let { retractions } = history;
      let { stride } = history.path;
      let pen = freshPen;
      const draw = (): void => {
        const { path } = history;
        const end = endOf(store.getState(), path);
        // What is drawn of rows that were thinned out since is still the path.
        pen = { ...pen, next: path.rowsKept(pen.next, stride) };
        if (retractions !== history.retractions || end < pen.next) {
          if (pen.next > 0) canvas.clear();
          pen = freshPen;
        }
        ({ retractions } = history);
        ({ stride } = path);
        if (end === pen.next) return;
        const stroke = pathStroke(viewport, path, pen, strokeEnd(pen.next, end), ownPath);
        pen = stroke.pen;
        paintMarks(canvas.context, palette, stroke.marks);
        canvas.context.canvas.style.opacity = (strength * pathOpacity(pen.segments)).toFixed(2);
        if (pen.next < end) task.ask();
      };
      // What a long path still lacks comes frame by frame, even when no step does.
      const task = perFrame(draw);
      draw();
      const unsubscribe = store.subscribe(draw);
      return () => {
        unsubscribe();
        task.cancel();
      };
    },
    [viewport, palette, store, history, strength, endOf],
  );
  return <CanvasLayer bounds={viewport.plot} paint={paint} />;
}
