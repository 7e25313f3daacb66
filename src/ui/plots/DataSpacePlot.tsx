// Data space: the examples with the model's present prediction, and the mini-batch with what it is off by.

import { useCallback, useMemo, useRef } from 'react';
import { paintMarks } from '../../drawing/paintMarks.ts';
import { axesOf } from '../../drawing/scale.ts';
import { createViewport, type Rectangle, type Viewport } from '../../drawing/viewport.ts';
import { paced, paceOf, viewPace } from '../../lab/paces.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { summaryIds } from '../narration/summaryIds.ts';
import { lazyPart, Part } from '../parts/Part.tsx';
import { useText } from '../text/TextContext.tsx';
import { Axes } from './Axes.tsx';
import { CanvasLayer, type PlotCanvas } from './CanvasLayer.tsx';
import { DataKey } from './DataKey.tsx';
import { keyLines, keyRoom } from './dataKeyEntries.ts';
import { type DataScene, dataScene, dataView, isAgainstTarget } from './dataScene.ts';
import { type DataScales, originalView, scaledView, scalesOf } from './dataUnits.ts';
import { labelWidth } from './labels.ts';
import { PlotContext, usePlot } from './PlotContext.tsx';
import { PlotSvg } from './PlotSvg.tsx';
import { pictureOf } from './pictureOf.ts';
import { plotRectangle } from './plotRectangle.ts';
import css from './plots.module.css';
import { usePalette } from './usePalette.ts';
import { usePlotSize } from './usePlotSize.ts';

const PredictionMap = lazyPart(() => import('../network/PredictionLayers.tsx'), 'PredictionMap');
const PredictionMarks = lazyPart(() => import('../network/PredictionLayers.tsx'), 'PredictionMarks');
const ExampleEditor = lazyPart(() => import('../data/ExampleEditor.tsx'), 'ExampleEditor');
const ExampleArea = lazyPart(() => import('../network/ExampleArea.tsx'), 'ExampleArea');

export function DataSpacePlot() {
  const { plots } = useText();
  const { ref, size } = usePlotSize<HTMLElement>();
  const palette = usePalette(ref);
  const scene = useScene();
  const hasKey = size.height >= 150;
  const editing = useLabState((state) => state.dataEditing);
  const isDragged = editing === 'drag';
  const isEdited = editing !== 'off';
  const held = useRef<Viewport | null>(null);
  const isPlane = !isAgainstTarget(scene);
  const scales = useScales(isPlane);
  const [nameX, nameY] = useAxisNames(isPlane);
  const frame = useMemo(() => {
    const onePlot = plotRectangle(size, hasKey ? keyRoom(1) : undefined);
    if (onePlot === null || palette === null) return null;
    const lines = hasKey ? keyLines(scene, plots, { plot: onePlot, measure: labelWidth }, size.height) : 0;
    const plot = lines > 1 ? (plotRectangle(size, keyRoom(lines)) ?? onePlot) : onePlot;
    // While an example is dragged the axes hold still, in the units of the data.
    const last = isDragged && held.current !== null && isSamePlot(held.current.plot, plot) ? held.current : null;
    const view = last === null ? dataView(scene, plot) : scaledView(last.view, scales);
    const viewport = createViewport(view, plot);
    const inUnits = last ?? createViewport(originalView(view, scales), plot);
    held.current = inUnits;
    return { viewport, palette, measure: labelWidth, axes: axesOf(inUnits), lines };
  }, [scene, scales, isDragged, size, palette, plots, hasKey]);
  return (
    <figure ref={ref} className={css.figure} aria-label={plots.dataSpace} aria-describedby={summaryIds.data}>
      {frame !== null && (
        <PlotContext value={frame}>
          {'network' in scene && (
            <Part around={null}>
              <PredictionMap network={scene.network} />
            </Part>
          )}
          <SceneCanvas scene={scene} />
          {'network' in scene && (
            <Part around={null}>
              <PredictionMarks network={scene.network} />
            </Part>
          )}
          <PlotSvg size={size} aria-hidden={isEdited ? undefined : 'true'}>
            <Axes plot={frame.viewport.plot} {...frame.axes} nameX={nameX} nameY={nameY} />
            {hasKey && (
              <DataKey scene={scene} place={{ plot: frame.viewport.plot, measure: labelWidth }} lines={frame.lines} />
            )}
            {isEdited ? (
              <Part around={null}>
                <ExampleEditor isPlane={isPlane} axes={frame.axes} />
              </Part>
            ) : (
              'network' in scene && (
                <Part around={null}>
                  <ExampleArea isPlane={isPlane} />
                </Part>
              )
            )}
          </PlotSvg>
        </PlotContext>
      )}
    </figure>
  );
}

const isSamePlot = (a: Rectangle, b: Rectangle): boolean =>
  a.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom;

/** How the two axes lead from what is trained on to the units of the data. */
function useScales(isPlane: boolean): DataScales {
  const scaling = useLabState((state) => state.scaling);
  return useMemo(() => scalesOf(scaling, isPlane), [scaling, isPlane]);
}

function useAxisNames(isPlane: boolean): readonly [string, string] {
  const { plots } = useText();
  // Of the features, then of the target: the first two are those that are seen.
  const [first, second] = useLabState((state) => state.config.data?.names) ?? [];
  return isPlane ? [first || plots.x1, second || plots.x2] : [first || plots.x, second || plots.y];
}

const shownHere = ['sampled', 'examples', 'phase', 'litExample'] as const;

/** What is drawn changes with the problem and its examples only. */
function useScene(): DataScene {
  const problem = useLabState((state) => state.config.problem);
  const settings = useLabState((state) => state.config.settings);
  // Of own data only how many classes they have is asked for; it stays while an example is moved.
  const data = useLabState((state) => state.config.data);
  const arrangement = useLabState((state) => state.config.arrangement);
  const examples = useLabState((state) => state.examples);
  const test = useLabState((state) => state.test);
  return useMemo(
    () =>
      dataScene(
        { problem, settings, ...(data !== undefined && { data }), ...(arrangement !== undefined && { arrangement }) },
        examples,
        test,
      ),
    [problem, settings, data, arrangement, examples, test],
  );
}

/** Two canvases where they can be apart: the examples, which stay, and what moves with the step. */
function SceneCanvas({ scene }: { readonly scene: DataScene }) {
  const frame = usePlot();
  const lab = useLab();
  const { plots } = useText();
  const picture = useMemo(() => pictureOf(scene), [scene]);
  const paintExamples = useCallback(
    ({ context }: PlotCanvas): undefined => {
      paintMarks(context, frame.palette, picture.still(frame));
    },
    [frame, picture],
  );
  const paintStep = useCallback(
    (canvas: PlotCanvas) => {
      const { store } = lab;
      const draw = (): void => {
        const { sampled: detail, examples, phase, litExample } = store.getState();
        canvas.clear();
        if (detail === null || examples === null || examples !== scene.examples) return;
        const progress = {
          hasPredictions: phase !== 'sample',
          hasLosses: phase !== 'sample' && phase !== 'forward',
        };
        const step = { examples, detail, words: plots, progress };
        const lit = litExample === null ? [] : picture.lit(frame, step, litExample);
        paintMarks(canvas.context, frame.palette, [...picture.step(frame, step), ...lit]);
      };
      draw();
      const task = paced(lab, draw, paceOf(lab, viewPace));
      const unsubscribe = store.subscribe((state, before) => {
        const isSame = shownHere.every((key) => state[key] === before[key]);
        if (!isSame) task.ask();
      });
      return () => {
        unsubscribe();
        task.cancel();
      };
    },
    [frame, scene, picture, lab, plots],
  );
  return (
    <>
      <CanvasLayer bounds={frame.viewport.plot} paint={paintExamples} />
      <CanvasLayer bounds={frame.viewport.plot} paint={paintStep} isMoving />
    </>
  );
}
