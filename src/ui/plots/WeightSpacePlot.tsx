// Weight space: the loss surface, the path on it, and the step about to be taken. The plot is its layers, one over the
// other in one viewport; more layers can be given from outside.

import { type ReactNode, type RefObject, useMemo, useRef } from 'react';
import { linearScale } from '../../drawing/scale.ts';
import { createViewport, heightOf, type Viewport, widthOf, zoomView } from '../../drawing/viewport.ts';
import { Hideable } from '../host/Control.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { summaryIds } from '../narration/summaryIds.ts';
import { useText } from '../text/TextContext.tsx';
import { Axes } from './Axes.tsx';
import { labelWidth } from './labels.ts';
import { plotRectangle } from './margins.ts';
import { PathEnd } from './PathEnd.tsx';
import { PathLayer } from './PathLayer.tsx';
import { PendingStep } from './PendingStep.tsx';
import { PlotContext } from './PlotContext.tsx';
import { PlotSvg } from './PlotSvg.tsx';
import css from './plots.module.css';
import { SurfaceLayer } from './SurfaceLayer.tsx';
import { usePalette } from './usePalette.ts';
import { type PlotSize, usePlotSize } from './usePlotSize.ts';
import { isFineEnough, useZoom } from './useZoom.ts';
import { WeightsHandle } from './WeightsHandle.tsx';

/** Room above the plot for the zoom buttons; a small plot shows them only while they have the focus. */
const headHeight = 30;
const isRoomy = ({ width, height }: PlotSize): boolean => width >= 240 && height >= 190;

export interface WeightSpacePlotProps {
  /** Canvas layers between the loss surface and the path. */
  readonly surfaces?: ReactNode;
  /** Canvas layers between the path and the arrows; they find the viewport by `usePlot`. */
  readonly layers?: ReactNode;
  /** SVG layers under the arrows of the pending step. */
  readonly children?: ReactNode;
}

export function WeightSpacePlot({ surfaces, layers, children }: WeightSpacePlotProps) {
  const { plots } = useText();
  const { ref, size } = usePlotSize<HTMLElement>();
  const palette = usePalette(ref);
  const view = useLabState((state) => state.view);
  const viewport = useMemo(() => {
    const plot = plotRectangle(size, isRoomy(size) ? headHeight : undefined);
    return plot === null ? null : createViewport(view, plot);
  }, [view, size]);
  const frame = useMemo(
    () => (viewport === null || palette === null ? null : { viewport, palette }),
    [viewport, palette],
  );
  const background = useRef<SVGRectElement>(null);
  const hint = useRef<HTMLParagraphElement>(null);
  useZoom(background, frame === null ? null : viewport, hint);
  return (
    <figure ref={ref} className={css.figure} aria-label={plots.weightSpace} aria-describedby={summaryIds.weights}>
      {frame !== null && (
        <PlotContext value={frame}>
          <SurfaceLayer />
          {surfaces}
          <PathLayer />
          {layers}
          <WeightSpaceSvg size={size} viewport={frame.viewport} background={background}>
            {children}
          </WeightSpaceSvg>
          <Hideable name="zoom">
            <ZoomButtons viewport={frame.viewport} isOnDemand={!isRoomy(size)} />
          </Hideable>
          <p ref={hint} className={css.zoomHint} aria-hidden="true">
            {plots.zoomHint}
          </p>
        </PlotContext>
      )}
    </figure>
  );
}

interface WeightSpaceSvgProps {
  readonly size: PlotSize;
  readonly viewport: Viewport;
  readonly background: RefObject<SVGRectElement | null>;
  readonly children: ReactNode;
}

function WeightSpaceSvg({ size, viewport, background, children }: WeightSpaceSvgProps) {
  const { plots } = useText();
  const isRunHidden = useLabState((state) => state.layers.hidesRun);
  const { view, plot } = viewport;
  const x = linearScale(view.x, [plot.left, plot.right]);
  const y = linearScale(view.y, [plot.bottom, plot.top]);
  return (
    <PlotSvg
      size={size}
      data-view={[...view.x, ...view.y].join(',')}
      data-plot={[plot.left, plot.top, plot.right, plot.bottom].join(',')}
    >
      <Axes plot={plot} x={x} y={y} nameX={plots.w1} nameY={plots.w2} />
      <SurfaceTitle viewport={viewport} />
      <rect
        ref={background}
        className={css.background}
        x={plot.left}
        y={plot.top}
        width={widthOf(plot)}
        height={heightOf(plot)}
      />
      {!isRunHidden && <PathEnd />}
      {children}
      {!isRunHidden && <PendingStep />}
      {!isRunHidden && <WeightsHandle />}
    </PlotSvg>
  );
}

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
    <text className={css.surfaceTitle} x={plot.left} y={plot.top - 9}>
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
