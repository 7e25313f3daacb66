// Draws the picture in depth whenever what it shows has changed, as long as it can be seen: the state at most once a frame, and
// the floor, which is all of the map, no more often than it can be drawn beside everything else.

import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { createProjection, type Gaze, gazes, type Projection, surfaceStrength } from '../../drawing/depth.ts';
import {
  cutMarks,
  depthFrameMarks,
  raised,
  raisedPathMarks,
  raisedWeightsMarks,
  unnamed,
} from '../../drawing/depthMarks.ts';
import type { Mark } from '../../drawing/marks.ts';
import { tickSize } from '../../drawing/marks.ts';
import type { Palette } from '../../drawing/palette.ts';
import { lineShape } from '../../drawing/shape.ts';
import { createViewport, heightOf, type Rectangle, widthOf } from '../../drawing/viewport.ts';
import { throttled } from '../../lab/throttled.ts';
import { present } from '../../training/present.ts';
import type { Point } from '../../training/vector.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { axisNames } from '../plots/axisNames.ts';
import type { PlotFrame } from '../plots/PlotContext.tsx';
import { presentWeights } from '../plots/presentWeights.ts';
import { useScene } from '../plots/scene.ts';
import { type PlotSize, plotScaleOf } from '../plots/usePlotSize.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
import { useSeen } from '../useSeen.ts';
import { DepthPicture } from './depthPicture.ts';
import { type Cut, useCut } from './useCut.ts';
import type { DepthSheets } from './useDepthSheets.ts';
import { useDepthText } from './words.ts';

export interface Depth {
  readonly size: PlotSize;
  readonly palette: Palette | null;
  readonly sheets: DepthSheets | null;
  readonly gaze: Gaze;
}

/** Room around the picture: the scale of heights, the names of axes. */
const around = { left: 52, top: 26, right: 18, bottom: 24 };
/** The floor takes at most a fifth of the time. */
const floorShare = 5;
const shortestPause = 30;

interface Canvases {
  readonly floor: RefObject<HTMLCanvasElement | null>;
  readonly sheets: RefObject<HTMLCanvasElement | null>;
  readonly over: RefObject<HTMLCanvasElement | null>;
}

export function useDepthPicture({ size, palette, sheets, gaze }: Depth) {
  const canvases: Canvases = { floor: useRef(null), sheets: useRef(null), over: useRef(null) };
  const { floor } = canvases;
  const picture = useRef<DepthPicture>(null);
  const projection = useRef<Projection>(null);
  const pointed = useRef<Point>(null);
  const floorFrame = useRef<PlotFrame>(null);
  const { store } = useLab();
  const scene = useScene();
  useMade(canvases, picture);
  const isSeen = useSeen(floor);
  const overMarks = useOverMarks(sheets, useCut(isSeen, sheets));

  const draw = useCallback((): void => {
    const frame = scene.frame;
    const element = floor.current;
    if (frame === null || element === null || palette === null || !(size.width > 0 && size.height > 0)) return;
    const { view, plot } = frame.viewport;
    const room = roomIn(size);
    if (room.right <= room.left || room.bottom <= room.top) return;
    const seen = createProjection({ view, aspect: widthOf(plot) / heightOf(plot), gaze, room });
    projection.current = seen;
    picture.current?.draw({
      ...{ projection: seen, size: [size.width, size.height], palette, sheets: sheets?.drawn ?? [] },
      ratio: devicePixelRatio * plotScaleOf(element),
      over: overMarks(seen, pointed.current),
    });
  }, [scene, floor, palette, size, gaze, sheets, overMarks]);

  const latestDraw = useRef(draw);
  useLayoutEffect(() => {
    latestDraw.current = draw;
    if (isSeen) draw();
  }, [draw, isSeen]);

  useLayoutEffect(() => {
    if (!isSeen || palette === null) return;
    let pause = shortestPause;
    const takeMap = throttled(
      () => {
        const { frame } = scene;
        if (frame === null || picture.current === null) return;
        floorFrame.current = frameOfFloor(frame, palette, size, floorFrame.current);
        const { viewport } = floorFrame.current;
        const took = picture.current.takeMap(
          scene.layers(floorFrame.current),
          viewport.plot,
          palette,
          devicePixelRatio,
        );
        pause = Math.max(shortestPause, floorShare * took);
        latestDraw.current();
      },
      () => pause,
      1,
    );
    takeMap.flush();
    const unsubscribe = store.subscribe(takeMap.ask);
    return () => {
      unsubscribe();
      takeMap.cancel();
    };
  }, [isSeen, palette, scene, store, size]);

  const point = useCallback((weights: Point | null): void => {
    pointed.current = weights;
    latestDraw.current();
  }, []);
  return { canvases, picture, projection, point };
}

/** Makes the picture, and takes it away with the component. */
function useMade({ floor, sheets, over }: Canvases, picture: RefObject<DepthPicture | null>): void {
  useLayoutEffect(() => {
    const [below, between, above] = [present(floor.current), present(sheets.current), present(over.current)];
    const made = new DepthPicture({ floor: below, sheets: between, over: above });
    picture.current = made;
    const toPaper = (): void => made.print(true);
    const fromPaper = (): void => made.print(false);
    addEventListener('beforeprint', toPaper);
    addEventListener('afterprint', fromPaper);
    return () => {
      removeEventListener('beforeprint', toPaper);
      removeEventListener('afterprint', fromPaper);
      made.release();
      picture.current = null;
    };
  }, [floor, sheets, over, picture]);
}

const roomIn = ({ width, height }: PlotSize): Rectangle => ({
  ...around,
  right: width - around.right,
  bottom: height - around.bottom,
});

/** The map in about the size that its picture has as a floor, so that its arrows are as thick as on the map. */
function frameOfFloor(map: PlotFrame, palette: Palette, size: PlotSize, before: PlotFrame | null): PlotFrame {
  const { view, plot } = map.viewport;
  const aspect = widthOf(plot) / heightOf(plot);
  const { scale } = createProjection({ view, aspect, gaze: gazes.oblique, room: roomIn(size) });
  // Not rounded: axes of one scale are to stay so, or the map would mark right angles that need no mark.
  const [width, height] = [scale * aspect, scale];
  const known = before?.viewport;
  const isKnown = known?.view === view && known.plot.right === width && known.plot.bottom === height;
  if (before !== null && isKnown && before.palette === palette) return before;
  const viewport = createViewport(view, { left: 0, top: 0, right: width, bottom: height });
  return { palette, viewport, measure: unnamed };
}

/** What stands over the sheets now. */
function useOverMarks(
  sheets: DepthSheets | null,
  cut: Cut | null,
): (seen: Projection, pointed: Point | null) => readonly Mark[] {
  const { store, history } = useLab();
  const words = useDepthText();
  const { plots } = useText();
  const format = useFormats();
  const config = useLabState((state) => state.config);
  const shownPlane = useLabState((state) => state.shownPlane);
  const [nameX, nameY] = useMemo(() => axisNames({ config, shownPlane }, plots), [config, shownPlane, plots]);
  return useCallback(
    (seen, pointed) => {
      if (sheets === null) return [];
      const { main, scale, kind } = sheets;
      const state = store.getState();
      const { path } = history;
      const heightName = words.heights[kind];
      const marks: Mark[] = [...depthFrameMarks(seen, { nameX, nameY, heightName, marks: format.marks, kind, scale })];
      // Straight from above the floor has all of it.
      if (!state.layers.hidesRun && surfaceStrength(seen.gaze) > 0) {
        const isStepShown = state.lesson?.hidesStep !== true && (state.phase === null || state.phase === 'update');
        const known = cut !== null && cut.detail === state.detail ? cut.places : null;
        if (state.detail !== null && isStepShown)
          marks.push(...cutMarks(seen, main, state.detail.seen.weights, state.detail.seen.update, known));
        marks.push(...raisedPathMarks(seen, main, path, path.rowsUpTo(state.cursor)));
        const [w1, w2] = presentWeights(state, history);
        const isThere = state.detail?.seen.weights[0] === w1 && state.detail.seen.weights[1] === w2;
        marks.push(...raisedWeightsMarks(seen, main, [w1, w2], isThere ? known : null));
      }
      if (pointed === null) return marks;
      const place = raised(seen, main, pointed);
      if (place === null) return marks;
      const { domain, columns, rows, values } = main.surface;
      const cell = (at: number, [low, high]: readonly [number, number], count: number): number =>
        Math.min(count - 1, Math.max(0, Math.floor(((at - low) / (high - low)) * count)));
      const loss = values[cell(pointed[1], domain.y, rows) * columns + cell(pointed[0], domain.x, columns)];
      const [x, y] = [format.number(pointed[0]), format.number(pointed[1])];
      return [
        ...marks,
        { kind: 'shape', shape: lineShape([...place.floor, ...place.high]), stroke: 'ink', width: 1 },
        {
          ...{ kind: 'text', text: words.place({ nameX, x, nameY, y, loss: format.number(loss) }), x: seen.room.right },
          ...{ y: 9, anchor: 'end', size: tickSize, colour: 'ink', halo: 'paper' },
        },
      ];
    },
    [sheets, cut, store, history, words, nameX, nameY, format],
  );
}
