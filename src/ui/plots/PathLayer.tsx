// The path of the weights on two canvases: all steps faint, and over them the steps up to the cursor. Both grow by what
// is new; they are drawn afresh only when rows changed, the cursor went back, or the view did.

import { useCallback } from 'react';
import type { CanvasPath } from '../../drawing/contours.ts';
import type { Palette } from '../../drawing/palette.ts';
import {
  drawTrajectory,
  freshPen,
  type Pen,
  pathOpacity,
  segmentsPerFrame,
  segmentsPerRedraw,
  type TrajectoryRows,
} from '../../drawing/trajectory.ts';
import type { Viewport } from '../../drawing/viewport.ts';
import type { History } from '../../lab/history.ts';
import type { LabState } from '../../lab/store.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from './CanvasLayer.tsx';
import { usePlot } from './PlotContext.tsx';

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

const rowsToCursor = ({ cursor }: LabState, history: History): number =>
  Math.min(history.rows, Math.floor(cursor / history.stride) + 1);

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
      let revision = history.revision;
      let pen = freshPen;
      const update = (): void => {
        const end = endOf(store.getState(), history);
        const isAfresh = revision !== history.revision || end < pen.next;
        if (isAfresh) {
          if (pen.next > 0) canvas.clear();
          revision = history.revision;
          pen = freshPen;
        }
        if (end === pen.next) return;
        pen = extendPath(canvas.context, viewport, palette, history, pen, end);
        canvas.context.canvas.style.opacity = (strength * pathOpacity(pen.segments)).toFixed(2);
      };
      update();
      return store.subscribe(update);
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
  const paths = { line, vertices, marks };
  // Of a path drawn afresh the beginning is exact and only the rest is thinned.
  const half = segmentsPerRedraw / 2;
  const next =
    pen.next === 0
      ? drawTrajectory(
          paths,
          viewport,
          rows,
          drawTrajectory(paths, viewport, rows, pen, Math.min(end, half), half),
          end,
          half,
        )
      : drawTrajectory(paths, viewport, rows, pen, end, segmentsPerFrame);
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
