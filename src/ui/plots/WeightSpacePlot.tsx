// Weight space: the loss surface, the path on it, and the step about to be taken. The plot is its layers, one over the
// other in one viewport; more layers can be given from outside.

import { type ReactNode, type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { axesOf } from '../../drawing/scale.ts';
import { axisMarks } from '../../drawing/sceneAxes.ts';
import { createViewport, heightOf, type Viewport, widthOf, zoomView } from '../../drawing/viewport.ts';
import { isAsking } from '../../lab/lessonState.ts';
import { canPlaceStart } from '../../lab/planes.ts';
import { shownView } from '../../lab/view.ts';
import { Hideable } from '../host/Control.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { summaryIds } from '../narration/summaryIds.ts';
import { OfRun } from '../run/ofRun.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import { Axes } from './Axes.tsx';
import { axisNames } from './axisNames.ts';
import { labelWidth } from './labels.ts';
import { PlotContext } from './PlotContext.tsx';
import { PlotSvg } from './PlotSvg.tsx';
import { headHeight, plotRectangle } from './plotRectangle.ts';
import css from './plots.module.css';
import { SurfaceLayer } from './SurfaceLayer.tsx';
import { useScene, useScenePart } from './scene.ts';
import { TracedProvider } from './TracedContext.tsx';
import { usePalette } from './usePalette.ts';
import { type PlotSize, usePlotSize } from './usePlotSize.ts';
import { isFineEnough, useZoom } from './useZoom.ts';
import { WeightsMark } from './WeightsMark.tsx';

/** Whether there is room above the plot for the zoom buttons; a small plot shows them only while they have the focus. */
const isRoomy = ({ width, height }: PlotSize): boolean => width >= 240 && height >= 220;

export interface WeightSpacePlotProps {
  /** Canvas layers between the loss surface and the path. */
  readonly surfaces?: ReactNode;
  /** Canvas layers between the path and the arrows; they find the viewport by `usePlot`. */
  readonly layers?: ReactNode;
  /** SVG layers under the arrows of the pending step. */
  readonly children?: ReactNode;
  /** SVG layers over everything. */
  readonly over?: ReactNode;
}

export function WeightSpacePlot({ surfaces, layers, children, over }: WeightSpacePlotProps) {
  const { plots } = useText();
  const { ref, size } = usePlotSize<HTMLElement>(unseenSize);
  const palette = usePalette(ref);
  const viewport = useViewport(size);
  const frame = useMemo(
    () => (viewport === null || palette === null ? null : { viewport, palette, measure: labelWidth }),
    [viewport, palette],
  );
  const scene = useScene();
  useLayoutEffect(() => {
    scene.frame = frame;
  }, [scene, frame]);
  const background = useRef<SVGRectElement>(null);
  const hint = useRef<HTMLParagraphElement>(null);
  useZoom(background, frame === null ? null : viewport, hint);
  return (
    <figure ref={ref} className={css.figure} aria-label={plots.weightSpace} aria-describedby={summaryIds.weights}>
      {frame !== null && (
        <PlotContext value={frame}>
          <TracedProvider>
            <SurfaceLayer />
            {surfaces}
            <OfSteps name="PathLayer" />
            {layers}
            <WeightSpaceSvg size={size} viewport={frame.viewport} background={background} over={over}>
              {children}
            </WeightSpaceSvg>
            <Hideable name="zoom">
              <ZoomButtons viewport={frame.viewport} isOnDemand={!isRoomy(size)} />
            </Hideable>
            <p ref={hint} className={css.zoomHint} aria-hidden="true">
              {plots.zoomHint}
            </p>
          </TracedProvider>
        </PlotContext>
      )}
    </figure>
  );
}

/** Where nothing can be seen the picture still is as it would be, so that it can be exported. */
const unseenSize: PlotSize = { width: 640, height: 520 };

/** The part of the plane in view in this room; tells the lab how wide that is against its height. */
function useViewport(size: PlotSize): Viewport | null {
  const lab = useLab();
  const wanted = useLabState((state) => state.view);
  const plot = useMemo(() => plotRectangle(size, isRoomy(size) ? headHeight : undefined), [size]);
  const aspect = plot === null ? null : widthOf(plot) / heightOf(plot);
  useLayoutEffect(() => {
    if (aspect !== null) lab.setAspect(aspect);
  }, [lab, aspect]);
  return useMemo(
    () => (plot === null ? null : createViewport(shownView(wanted, aspect), plot)),
    [wanted, aspect, plot],
  );
}

interface WeightSpaceSvgProps {
  readonly size: PlotSize;
  readonly viewport: Viewport;
  readonly background: RefObject<SVGRectElement | null>;
  readonly children: ReactNode;
  readonly over: ReactNode;
}

function WeightSpaceSvg({ size, viewport, background, children, over }: WeightSpaceSvgProps) {
  const { plots } = useText();
  const isRunHidden = useLabState((state) => state.layers.hidesRun);
  const isStepHidden = useLabState((state) => state.lesson?.hidesStep === true);
  const { view, plot } = viewport;
  const axes = useMemo(() => axesOf(viewport), [viewport]);
  const { marks } = useFormats();
  const config = useLabState((state) => state.config);
  const isPlaceable = useLabState(canPlaceStart);
  const isMovable = useLabState(({ lesson }) => !isAsking(lesson)) && isPlaceable;
  const shownPlane = useLabState((state) => state.shownPlane);
  const [nameX, nameY] = useMemo(() => axisNames({ config, shownPlane }, plots), [config, shownPlane, plots]);
  const names = useMemo(() => ({ nameX, nameY, marks, offset: 0 }), [nameX, nameY, marks]);
  useScenePart(
    'axes',
    useCallback(
      (other) => [
        {
          marks: axisMarks(other.measure, { plot: other.viewport.plot, ...axesOf(other.viewport), ...names }),
          isAround: true,
        },
      ],
      [names],
    ),
  );
  return (
    <PlotSvg
      size={size}
      data-view={[...view.x, ...view.y].join(',')}
      data-plot={[plot.left, plot.top, plot.right, plot.bottom].join(',')}
    >
      <Axes plot={plot} {...axes} nameX={nameX} nameY={nameY} />
      <SurfaceTitle viewport={viewport} />
      <rect
        ref={background}
        className={css.background}
        x={plot.left}
        y={plot.top}
        width={widthOf(plot)}
        height={heightOf(plot)}
      />
      {!isRunHidden && <OfSteps name="PathEnd" />}
      {children}
      {!isRunHidden && !isStepHidden && <OfRun name="StepArrows" />}
      {!isRunHidden &&
        (isMovable ? (
          <OfRun name="WeightsHandle" before={<WeightsMark isFixed={false} />} />
        ) : (
          <WeightsMark isFixed={!isPlaceable} />
        ))}
      {over}
    </PlotSvg>
  );
}

/** What there is to see of once a step is taken. */
const OfSteps = ({ name }: { readonly name: 'PathLayer' | 'PathEnd' }) =>
  useLabState((state) => state.stepCount > 0) && <OfRun name={name} />;

/** The two buttons with a sign, the padding of the one with a word, and the gaps around them. */
const zoomButtonsWidth = 96;

/** What the contours are of, beside the zoom buttons where there is room. */
function SurfaceTitle({ viewport: { plot } }: { readonly viewport: Viewport }) {
  const { plots, step } = useText();
  const isBatchAlone = useLabState((state) => state.layers.batchSurface === 'instead');
  const title = isBatchAlone ? step.batchSurface : plots.surface;
  if (plot.top < headHeight || labelWidth(title) + zoomButtonsWidth + labelWidth(plots.resetView) > widthOf(plot))
    return null;
  return (
    <text className={css.surfaceTitle} x={plot.left} y={plot.top - 10}>
      {title}
    </text>
  );
}

const zoomStep = 1.5;

interface ZoomButtonsProps {
  readonly viewport: Viewport;
  readonly isOnDemand: boolean;
}

function ZoomButtons({ viewport, isOnDemand }: ZoomButtonsProps) {
  const lab = useLab();
  const { plots } = useText();
  const { plot } = viewport;
  const zoomBy = (factor: number): void => {
    const view = zoomView(viewport, factor, (plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2);
    if (isFineEnough(view)) lab.setView(view);
  };
  const buttons = [
    { name: plots.zoomIn, face: '+', press: () => zoomBy(zoomStep) },
    { name: plots.zoomOut, face: '−', press: () => zoomBy(1 / zoomStep) },
    { name: plots.resetView, face: plots.resetView, press: () => lab.resetView() },
  ];
  return (
    <div className={isOnDemand ? css.zoomButtonsOnDemand : css.zoomButtons}>
      {buttons.map(({ name, face, press }) => (
        <button
          key={name}
          type="button"
          className={face === name ? css.wordButton : css.signButton}
          aria-label={name}
          title={name}
          onClick={press}
        >
          {face}
        </button>
      ))}
    </div>
  );
}
