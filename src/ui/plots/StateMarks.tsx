// Layers of weight space that follow the state: marks as SVG or on a canvas, drawn anew whenever one of the named parts of
// the state changes. Nothing renders per step.

import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { gradientScale } from '../../drawing/gradientScale.ts';
import type { Mark } from '../../drawing/marks.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import { defaultStart } from '../../lab/defaults.ts';
import type { LabState } from '../../lab/store.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import { CanvasLayer, type PlotCanvas } from './CanvasLayer.tsx';
import { MarksGroup } from './MarksGroup.ts';
import { type PlotFrame, usePlot } from './PlotContext.tsx';
import css from './plots.module.css';
import { type PartName, useScenePart } from './scene.ts';
import type { LayerOf, SceneSource } from './sceneSource.ts';
import { useTraced } from './TracedContext.tsx';

export interface StateLayerProps {
  readonly part: PartName;
  /** What the marks depend on. Like `marksOf` the same at every rendering. */
  readonly shown: readonly (keyof LabState)[];
  readonly marksOf: LayerOf;
}

/** Makes the marks a part of the scene; calls `show` with those of now and of every change, and returns what ends it. */
function useMarks({ part, shown, marksOf }: StateLayerProps): (show: (marks: readonly Mark[]) => void) => () => void {
  const frame = usePlot();
  const sourceIn = useSceneSource();
  const { store } = useLab();
  useScenePart(
    part,
    useCallback((other) => [{ marks: marksOf(other, sourceIn(other)()) }], [sourceIn, marksOf]),
  );
  return useCallback(
    (show) => {
      const source = sourceIn(frame);
      const draw = (): void => show(marksOf(frame, source()));
      draw();
      return store.subscribe((state, before) => {
        if (!shown.every((key) => state[key] === before[key])) draw();
      });
    },
    [frame, sourceIn, store, shown, marksOf],
  );
}

/** In a frame, the source as it is whenever it is asked for. */
export function useSceneSource(): (frame: PlotFrame) => () => SceneSource {
  const { store, history } = useLab();
  const text = useText();
  const format = useFormats();
  const traced = useTraced();
  const problem = useLabState((state) => state.config.problem);
  const settings = useLabState((state) => state.config.settings);
  const start = useMemo(() => defaultStart({ problem, settings }), [problem, settings]);
  return useCallback(
    (frame) => {
      const scale = gradientScale(frame.viewport, traced?.surface ?? null, start);
      const levels = traced?.labelsIn(frame) ?? [];
      return () => ({ state: store.getState(), history, text, format, levels, scale });
    },
    [traced, start, store, history, text, format],
  );
}

export function StateSvg(props: StateLayerProps) {
  const group = useRef<SVGGElement>(null);
  const shown = useRef<MarksGroup>(null);
  const follow = useMarks(props);
  useLayoutEffect(() => {
    if (group.current === null) return;
    shown.current ??= new MarksGroup(group.current);
    const marks = shown.current;
    return follow((list) => marks.show(list));
  }, [follow]);
  return <g ref={group} className={css.marks} />;
}

export function StateCanvas(props: StateLayerProps) {
  const { viewport, palette } = usePlot();
  const follow = useMarks(props);
  const paint = useCallback(
    (canvas: PlotCanvas) =>
      follow((marks) => {
        canvas.clear();
        paintMarks(canvas.context, palette, marks);
      }),
    [follow, palette],
  );
  return <CanvasLayer bounds={viewport.plot} paint={paint} isMoving />;
}

/** Marks that change with the rendering alone. */
export function StillMarks({ marks }: { readonly marks: readonly Mark[] }) {
  const group = useRef<SVGGElement>(null);
  const shown = useRef<MarksGroup>(null);
  useLayoutEffect(() => {
    if (group.current === null) return;
    shown.current ??= new MarksGroup(group.current);
    shown.current.show(marks);
  }, [marks]);
  return <g ref={group} className={css.marks} />;
}
