// The paths of the contenders on two canvases: up to the end of the page's run faint, and over them up to the cursor.
// The page's own path is not drawn here. Both canvases grow by what is new.

import { useCallback } from 'react';
import { drawPath, type PathPen, restingPen } from '../../drawing/contenders.ts';
import { strokeEnd } from '../../drawing/trajectory.ts';
import type { RunView } from '../../lab/compare/race.ts';
import { useLab } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { type PlotFrame, usePlot } from '../plots/PlotContext.tsx';
import { perFrame } from '../plots/perFrame.ts';
import { AverageLayer } from './AverageLayer.tsx';
import { colourOf, faded, patternOf } from './style.ts';
import { useRace, watchRace } from './useRace.ts';

export function ContenderPaths() {
  return (
    <>
      <PathsCanvas strength={faded} stepsOf={stepsAhead} />
      <PathsCanvas strength={1} stepsOf={stepsBehind} />
      <AverageLayer />
    </>
  );
}

/** Steps to show; of a path that has no future yet, the other canvas shows all. */
const stepsAhead = ({ cursor, head, slot }: RunView): number => (slot === null || cursor < head ? head : -1);
const stepsBehind = ({ cursor, slot }: RunView): number => (slot === null ? -1 : cursor);

interface PathsCanvasProps {
  readonly strength: number;
  readonly stepsOf: (run: RunView) => number;
}

/** What is on the canvas of one run; the pen counts rows as they were at the stride. */
interface Drawn {
  readonly run: RunView;
  readonly retractions: number;
  readonly stride: number;
  readonly pen: PathPen;
}

const nothingOf = (run: RunView): Drawn => {
  const { retractions, stride } = run.history;
  return { run, retractions, stride, pen: restingPen };
};

const pathRows = ({ history }: RunView, steps: number): number => (steps < 0 ? 0 : history.rowsUpTo(steps));

function PathsCanvas({ strength, stepsOf }: PathsCanvasProps) {
  const frame = usePlot();
  const race = useRace();
  const lab = useLab();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      canvas.context.canvas.style.opacity = String(strength);
      let drawn: readonly Drawn[] = [];
      const update = (): void => {
        const runs = race.runs.filter(({ slot, isShown }) => slot !== 0 && isShown);
        const isAfresh =
          runs.length !== drawn.length ||
          runs.some((run, index) => !continues(drawn[index], run, pathRows(run, stepsOf(run))));
        if (isAfresh) {
          if (drawn.length > 0) canvas.clear();
          drawn = runs.map(nothingOf);
        }
        let isDone = true;
        drawn = runs.map((run, index) => {
          const end = pathRows(run, stepsOf(run));
          const next = rowsDrawn(drawn[index]);
          const pen = extend(canvas.context, frame, run, { ...drawn[index].pen, next }, strokeEnd(next, end));
          isDone &&= pen.next === end;
          return { ...nothingOf(run), pen };
        });
        if (!isDone) task.ask();
      };
      const task = perFrame(update);
      update();
      const unwatch = watchRace(race, lab, update);
      return () => {
        unwatch();
        task.cancel();
      };
    },
    [frame, race, lab, strength, stepsOf],
  );
  return <CanvasLayer bounds={frame.viewport.plot} paint={paint} />;
}

/** Rows of the log as it is now that are on the canvas; one that was thinned out since still belongs to the path. */
const rowsDrawn = ({ run, stride, pen }: Drawn): number => run.history.rowsKept(pen.next, stride);

/** Whether the canvas shows the beginning of what is to be shown of this run. */
const continues = (drawn: Drawn, next: RunView, rows: number): boolean =>
  drawn.run.slot === next.slot &&
  drawn.run.history === next.history &&
  drawn.retractions === next.history.retractions &&
  rowsDrawn(drawn) <= rows;

function extend(
  context: CanvasRenderingContext2D,
  { viewport, palette }: PlotFrame,
  run: RunView,
  pen: PathPen,
  end: number,
): PathPen {
  if (end === pen.next) return pen;
  const line = new Path2D();
  const next = drawPath(line, viewport, run.history.column('w1'), run.history.column('w2'), pen, end);
  context.lineJoin = 'round';
  context.lineWidth = 1.7;
  context.strokeStyle = palette[colourOf(run)];
  context.setLineDash([...patternOf(run)]);
  context.lineDashOffset = pen.length;
  context.stroke(line);
  return next;
}
