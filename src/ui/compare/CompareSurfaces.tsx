// What the comparison paints under the paths: the map of starts, and the fan of many seeds.

import { useCallback } from 'react';
import { drawMemberPath } from '../../drawing/fan.ts';
import { hasDiverged, stillMoving } from '../../training/theory/minima.ts';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { usePlot } from '../plots/PlotContext.tsx';
import { perFrame } from '../plots/perFrame.ts';
import { basinColours } from './basinColours.ts';
import { useOverlay } from './overlays.ts';
import { colourOfLetter } from './style.ts';
import { useStudies, useStudyState } from './useStudies.ts';

export function CompareSurfaces() {
  const hasMap = useStudyState(({ basins }) => basins !== null);
  const hasFan = useStudyState(({ fan }) => fan !== null);
  const hidesFan = useOverlay((overlays) => overlays.hidesFan);
  return (
    <>
      {hasMap && <BasinLayer />}
      {hasFan && !hidesFan && <FanLayer />}
    </>
  );
}

function BasinLayer() {
  const { viewport, palette } = usePlot();
  const basins = useStudyState((state) => state.basins);
  const paint = useCallback(
    ({ context }: PlotCanvas): undefined => {
      if (basins === null) return;
      const { columns, rows, domain, index } = basins;
      const x = (column: number): number =>
        Math.round(viewport.x(domain.x[0] + (column / columns) * (domain.x[1] - domain.x[0])));
      const y = (row: number): number =>
        Math.round(viewport.y(domain.y[0] + (row / rows) * (domain.y[1] - domain.y[0])));
      context.globalAlpha = 0.55;
      index.forEach((end, cell) => {
        if (end === stillMoving) return;
        const [column, row] = [cell % columns, Math.floor(cell / columns)];
        context.fillStyle = end === hasDiverged ? palette.line : basinColours[end % basinColours.length];
        context.fillRect(x(column), y(row + 1), x(column + 1) - x(column), y(row) - y(row + 1));
      });
      context.globalAlpha = 1;
    },
    [basins, viewport, palette],
  );
  return <CanvasLayer bounds={viewport.plot} paint={paint} />;
}

/** Paths of thousands of steps, each a stroke of its own: to paint them all takes longer than a frame. */
const membersPerFrame = 2;
const fanOpacity = 0.08;

function FanLayer() {
  const { viewport, palette } = usePlot();
  const studies = useStudies();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      let drawn = 0;
      const draw = (): void => {
        const { parts = [], letter = '' } = studies.store.getState().fan ?? {};
        if (parts.length < drawn) {
          canvas.clear();
          drawn = 0;
        }
        canvas.context.strokeStyle = palette[colourOfLetter(letter)];
        canvas.context.globalAlpha = fanOpacity;
        canvas.context.lineWidth = 1;
        for (const { path } of parts.slice(drawn, drawn + membersPerFrame)) {
          const line = new Path2D();
          drawMemberPath(line, viewport, path);
          canvas.context.stroke(line);
          drawn++;
        }
        canvas.context.globalAlpha = 1;
        if (drawn < parts.length) task.ask();
      };
      const task = perFrame(draw);
      draw();
      const unsubscribe = studies.store.subscribe(task.ask);
      return () => {
        unsubscribe();
        task.cancel();
      };
    },
    [studies, viewport, palette],
  );
  return <CanvasLayer bounds={viewport.plot} paint={paint} />;
}
