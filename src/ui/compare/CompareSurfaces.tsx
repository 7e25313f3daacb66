// What the comparison paints under the paths: the map of starts, and the fan of many seeds.

import { useCallback } from 'react';
import type { Layer, Mark } from '../../drawing/marks.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import { rowsOfPairs } from '../../drawing/path.ts';
import { pathLayer } from '../../drawing/scenePath.ts';
import { startMapMarks } from '../../drawing/sceneRace.ts';
import type { Viewport } from '../../drawing/viewport.ts';
import type { Fan, Studies } from '../../lab/compare/studies.ts';
import { perFrame } from '../../lab/throttled.ts';
import { isSamePlane, type View } from '../../training/plane.ts';
import type { BasinMap } from '../../training/studies/basins.ts';
import { hasDiverged, stillMoving } from '../../training/theory/minima.ts';
import { useLabState } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { type PlotFrame, usePlot } from '../plots/PlotContext.tsx';
import { useScenePart } from '../plots/scene.ts';
import { basinColours } from './basinColours.ts';
import { colourOfLetter } from './style.ts';
import { useOverlay } from './useOverlays.ts';
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
  useScenePart(
    'starts',
    useCallback((other) => (basins === null ? [] : [{ marks: basinMarks(other.viewport, basins) }]), [basins]),
  );
  const paint = useCallback(
    ({ context }: PlotCanvas): undefined => {
      if (basins !== null) paintMarks(context, palette, basinMarks(viewport, basins));
    },
    [basins, viewport, palette],
  );
  return <CanvasLayer bounds={viewport.plot} paint={paint} />;
}

function basinMarks(viewport: Viewport, { columns, rows, domain, index }: BasinMap): readonly Mark[] {
  const colours = Array.from(index, (end) => {
    if (end === stillMoving) return null;
    return end === hasDiverged ? 'line' : basinColours[end % basinColours.length];
  });
  return startMapMarks(viewport, { columns, rows, domain, colours });
}

/** Paths of thousands of steps, each a stroke of its own: to paint them all takes longer than a frame. */
const membersPerFrame = 2;
const fanOpacity = 0.08;

const memberMarks = (viewport: Viewport, path: Float64Array, letter: string): readonly Mark[] => {
  const { marks } = pathLayer(viewport, rowsOfPairs(path), { colour: colourOfLetter(letter), width: 1 });
  return marks.map((mark) => ({ ...mark, opacity: fanOpacity }));
};

/** The fan, where it is seen in this plane. */
function fanIn({ store }: Studies, plane: View): Pick<Fan, 'parts' | 'letter'> {
  const { fan } = store.getState();
  return fan !== null && isSamePlane(fan.view, plane) ? fan : { parts: [], letter: '' };
}

function FanLayer() {
  const { viewport, palette } = usePlot();
  const plane = useLabState((state) => state.plane);
  const studies = useStudies();
  const part = useCallback(
    (frame: PlotFrame): readonly Layer[] => {
      const { parts, letter } = fanIn(studies, plane);
      return [{ marks: parts.flatMap(({ path }) => memberMarks(frame.viewport, path, letter)) }];
    },
    [studies, plane],
  );
  useScenePart('fan', part);
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      let drawn = 0;
      const draw = (): void => {
        const { parts, letter } = fanIn(studies, plane);
        if (parts.length < drawn) {
          canvas.clear();
          drawn = 0;
        }
        for (const { path } of parts.slice(drawn, drawn + membersPerFrame)) {
          paintMarks(canvas.context, palette, memberMarks(viewport, path, letter));
          drawn++;
        }
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
    [studies, plane, viewport, palette],
  );
  return <CanvasLayer bounds={viewport.plot} paint={paint} />;
}
