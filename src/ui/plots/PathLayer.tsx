// The path of the weights on two canvases: all steps faint, and over them the steps up to the cursor. Both grow by what
// is new, a stroke at a time; they begin anew only when steps were taken back, the cursor went back, or the view changed.

import { useCallback } from 'react';
import type { Layer } from '../../drawing/marks.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import { firstRows } from '../../drawing/path.ts';
import { ownPath, pathLayer } from '../../drawing/scenePath.ts';
import { paced, pathPaceOf } from '../../lab/paces.ts';
import type { Path } from '../../lab/path.ts';
import type { LabState } from '../../lab/store.ts';
import { perFrame } from '../../lab/throttled.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from './CanvasLayer.tsx';
import { type PlotFrame, usePlot } from './PlotContext.tsx';
import { PathPainter } from './pathPainter.ts';
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
  const lab = useLab();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      const { store, history, shedding } = lab;
      const painter = new PathPainter(viewport);
      let shown = '';
      const draw = (): void => {
        const step = painter.next(history, endOf(store.getState(), history.path), shedding.sheds('path'));
        if (step.isAfresh) canvas.clear();
        paintMarks(canvas.context, palette, step.marks);
        const opacity = (strength * step.opacity).toFixed(2);
        if (opacity !== shown) canvas.context.canvas.style.opacity = opacity;
        shown = opacity;
        if (step.isLeft) rest.ask();
      };
      // What a long path still lacks comes frame by frame, even when no step does.
      const rest = perFrame(draw);
      draw();
      const task = paced(lab, draw, pathPaceOf(lab));
      const ends = [store.subscribe(task.ask), shedding.store.subscribe(draw), task.cancel, rest.cancel];
      return () => {
        for (const end of ends) end();
      };
    },
    [viewport, palette, lab, strength, endOf],
  );
  return <CanvasLayer bounds={viewport.plot} paint={paint} />;
}
