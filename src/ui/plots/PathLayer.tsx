// The path of the weights on two canvases: all steps faint, and over them the steps up to the cursor. Both grow by what
// is new, a stroke at a time; they begin anew only when steps were taken back, the cursor went back, or the view changed.

import { useCallback } from 'react';
import type { CanvasPath } from '../../drawing/contours.ts';
import type { Palette } from '../../drawing/palette.ts';
import {
  drawTrajectory,
  freshPen,
  type Pen,
  pathOpacity,
  segmentsPerStroke,
  strokeEnd,
  type TrajectoryRows,
} from '../../drawing/trajectory.ts';
import type { Viewport } from '../../drawing/viewport.ts';
import type { History } from '../../lab/history.ts';
import type { LabState } from '../../lab/store.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from './CanvasLayer.tsx';
import { usePlot } from './PlotContext.tsx';
import { perFrame } from './perFrame.ts';

export function PathLayer() {
  const isHidden = useLabState((state) => state.layers.hidesRun);
  if (isHidden) return null;
  return (
    <>
      <PathCanvas strength={0.35} endOf={rowsToShow} />
      <PathCanvas strength={1} endOf={rowsToCursor} />
    </>
  );
}

/** All rows, or none while the cursor is at their end and the other canvas shows them. */
const rowsToShow = ({ cursor, stepCount }: LabState, history: History): number =>
  cursor < stepCount ? history.rows : 0;

const rowsToCursor = ({ cursor }: LabState, history: History): number => history.rowsUpTo(cursor);

interface PathCanvasProps {
  readonly strength: number;
  /** How many rows the canvas shows. */
  readonly endOf: (state: LabState, history: History) => number;
}

function PathCanvas({ strength, endOf }: PathCanvasProps) {
  const { viewport, palette } = usePlot();
  const { store, history } = useLab();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      let { retractions, stride } = history;
      let pen = freshPen;
      const draw = (): void => {
        const end = endOf(store.getState(), history);
        // What is drawn of rows that were thinned out since is still the path.
        pen = { ...pen, next: history.rowsKept(pen.next, stride) };
        if (retractions !== history.retractions || end < pen.next) {
          if (pen.next > 0) canvas.clear();
          pen = freshPen;
        }
        ({ retractions, stride } = history);
        if (end === pen.next) return;
        pen = extendPath(canvas.context, viewport, palette, history, pen, strokeEnd(pen.next, end));
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

function extendPath(
  context: CanvasRenderingContext2D,
  viewport: Viewport,
  palette: Palette,
  history: History,
  pen: Pen,
  end: number,
): Pen {
  const rows: TrajectoryRows = {
    w1: history.column('w1'),
    w2: history.column('w2'),
    epoch: history.column('epoch'),
  };
  const [line, vertices, marks] = [new Path2D(), new Path2D(), new Path2D()] satisfies CanvasPath[];
  const next = drawTrajectory({ line, vertices, marks }, viewport, rows, pen, end, segmentsPerStroke);
  context.strokeStyle = context.fillStyle = palette.weights;
  context.lineWidth = 1.1;
  context.lineJoin = 'round';
  context.stroke(line);
  context.fill(vertices);
  context.fillStyle = palette.paper;
  context.lineWidth = 1.4;
  context.fill(marks);
  context.stroke(marks);
  return next;
}
