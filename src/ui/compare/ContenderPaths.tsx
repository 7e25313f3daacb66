// The paths of the contenders on two canvases: up to the end of the page's run faint, and over them up to the cursor.
// The page's own path is not drawn here. Both canvases grow by what is new.

import { useCallback } from 'react';
import type { Layer } from '../../drawing/marks.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import { firstRows, freshPen, type Pen, segmentsPerStroke, strokeEnd } from '../../drawing/path.ts';
import { pathLayer, pathStroke } from '../../drawing/scenePath.ts';
import type { RunView } from '../../lab/compare/raceState.ts';
import { pathPaceOf } from '../../lab/paces.ts';
import { perFrame } from '../../lab/throttled.ts';
import type { View } from '../../training/plane.ts';
import { useLab } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { type PlotFrame, usePlot } from '../plots/PlotContext.tsx';
import { bareSegments } from '../plots/pathPainter.ts';
import { useScenePart } from '../plots/scene.ts';
import { AverageLayer } from './AverageLayer.tsx';
import { contenderStyle, faded } from './style.ts';
import { useRace, watchRace } from './useRace.ts';

export function ContenderPaths() {
  const race = useRace();
  const part = useCallback(
    ({ viewport }: PlotFrame): readonly Layer[] =>
      (
        [
          [stepsAhead, faded],
          [stepsBehind, 1],
        ] as const
      ).flatMap(([stepsOf, strength]) =>
        race.runs
          .filter(({ slot, isShown }) => slot !== 0 && isShown)
          .map((run) => {
            const rows = firstRows(run.history.path, rowsShown(run, stepsOf(run)));
            return pathLayer(viewport, rows, contenderStyle(run), strength);
          }),
      ),
    [race],
  );
  useScenePart('contenderPaths', part);
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
  readonly plane: View;
  readonly pen: Pen;
}

const nothingOf = (run: RunView): Drawn => {
  const { retractions, path } = run.history;
  return { run, retractions, stride: path.stride, plane: path.plane, pen: freshPen };
};

const rowsShown = ({ history }: RunView, steps: number): number => (steps < 0 ? 0 : history.path.rowsUpTo(steps));

function PathsCanvas({ strength, stepsOf }: PathsCanvasProps) {
  const frame = usePlot();
  const race = useRace();
  const lab = useLab();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      canvas.context.canvas.style.opacity = String(strength);
      let drawn: readonly Drawn[] = [];
      /** Whether corners were left out on a slow device. */
      let isBare = false;
      const update = (): void => {
        const isShed = lab.shedding.sheds('path');
        const comesBack = isBare && !isShed;
        isBare = isShed;
        const runs = race.runs.filter(({ slot, isShown }) => slot !== 0 && isShown);
        const isAfresh =
          comesBack ||
          runs.length !== drawn.length ||
          runs.some((run, index) => !continues(drawn[index], run, rowsShown(run, stepsOf(run))));
        if (isAfresh) {
          if (drawn.length > 0) canvas.clear();
          drawn = runs.map(nothingOf);
        }
        let isDone: boolean;
        do {
          isDone = true;
          drawn = runs.map((run, index) => {
            const end = rowsShown(run, stepsOf(run));
            const next = rowsDrawn(drawn[index]);
            const pen = extend(canvas.context, frame, run, { ...drawn[index].pen, next }, strokeEnd(next, end), isShed);
            isDone &&= pen.next === end;
            return { ...nothingOf(run), pen };
          });
          // What comes back comes back whole.
        } while (comesBack && !isDone);
        if (!isDone) task.ask();
      };
      const task = perFrame(update);
      update();
      const ends = [watchRace(race, lab, update, pathPaceOf(lab)), lab.shedding.store.subscribe(update), task.cancel];
      return () => {
        for (const end of ends) end();
      };
    },
    [frame, race, lab, strength, stepsOf],
  );
  return <CanvasLayer bounds={frame.viewport.plot} paint={paint} />;
}

/** Rows of the log as it is now that are on the canvas; one that was thinned out since still belongs to the path. */
const rowsDrawn = ({ run, stride, pen }: Drawn): number => run.history.path.rowsKept(pen.next, stride);

/** Whether the canvas shows the beginning of what is to be shown of this run. */
const continues = (drawn: Drawn, next: RunView, rows: number): boolean =>
  drawn.run.slot === next.slot &&
  drawn.run.history === next.history &&
  drawn.retractions === next.history.retractions &&
  drawn.plane === next.history.path.plane &&
  rowsDrawn(drawn) <= rows;

function extend(
  context: CanvasRenderingContext2D,
  { viewport, palette }: PlotFrame,
  run: RunView,
  pen: Pen,
  end: number,
  isShed: boolean,
): Pen {
  if (end === pen.next) return pen;
  const limit = isShed ? bareSegments : segmentsPerStroke;
  const stroke = pathStroke(viewport, run.history.path, pen, end, contenderStyle(run), limit);
  paintMarks(context, palette, stroke.marks);
  return stroke.pen;
}
