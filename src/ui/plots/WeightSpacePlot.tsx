// Weight space: the loss surface, the path on it, and the step about to be taken. The plot is its layers, one over the
// other in one viewport; more layers can be given from outside.

import { scaleLinear } from 'd3';
import { type ReactNode, type RefObject, useMemo, useRef } from 'react';
import { createViewport, heightOf, type Rectangle, type Viewport, widthOf, zoomView } from '../../drawing/viewport.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { useText } from '../text/TextContext.tsx';
import { Axes } from './Axes.tsx';
import { plotRectangle } from './margins.ts';
import { PathLayer } from './PathLayer.tsx';
import { PendingStep } from './PendingStep.tsx';
import { PlotContext } from './PlotContext.tsx';
import css from './plots.module.css';
import { SurfaceLayer } from './SurfaceLayer.tsx';
import { usePalette } from './usePalette.ts';
import { usePlotSize } from './usePlotSize.ts';
import { isFineEnough, useZoom } from './useZoom.ts';
import { WeightsHandle } from './WeightsHandle.tsx';

export interface WeightSpacePlotProps {
  /** Canvas layers between the path and the arrows; they find the viewport by `usePlot`. */
  readonly layers?: ReactNode;
  /** SVG layers under the arrows of the pending step. */
  readonly children?: ReactNode;
}

export function WeightSpacePlot({ layers, children }: WeightSpacePlotProps) {
  const { plots } = useText();
  const { ref, size } = usePlotSize<HTMLElement>();
  const palette = usePalette(ref);
  const view = useLabState((state) => state.view);
  const viewport = useMemo(() => {
    const plot = plotRectangle(size);
    return plot === null ? null : createViewport(view, plot);
  }, [view, size]);
  const frame = useMemo(
    () => (viewport === null || palette === null ? null : { viewport, palette }),
    [viewport, palette],
  );
  const background = useRef<SVGRectElement>(null);
  useZoom(background, frame === null ? null : viewport);
  return (
    <figure ref={ref} className={css.figure} aria-label={plots.weightSpace}>
      {frame !== null && (
        <PlotContext value={frame}>
          <SurfaceLayer />
          <PathLayer />
          {layers}
          <WeightSpaceSvg viewport={frame.viewport} background={background}>
            {children}
          </WeightSpaceSvg>
          <ZoomButtons viewport={frame.viewport} />
        </PlotContext>
      )}
    </figure>
  );
}

interface WeightSpaceSvgProps {
  readonly viewport: Viewport;
  readonly background: RefObject<SVGRectElement | null>;
  readonly children: ReactNode;
}

function WeightSpaceSvg({ viewport, background, children }: WeightSpaceSvgProps) {
  const { plots } = useText();
  const { view, plot } = viewport;
  const x = scaleLinear(view.w1, [plot.left, plot.right]);
  const y = scaleLinear(view.w2, [plot.bottom, plot.top]);
  const taken = useMemo(() => (isRoomy(plot) ? [buttonArea(plot)] : []), [plot]);
  return (
    <svg
      className={css.svg}
      role="presentation"
      data-view={[...view.w1, ...view.w2].join(',')}
      data-plot={[plot.left, plot.top, plot.right, plot.bottom].join(',')}
    >
      <Axes plot={plot} x={x} y={y} nameX={plots.w1} nameY={plots.w2} />
      <rect
        ref={background}
        className={css.background}
        x={plot.left}
        y={plot.top}
        width={widthOf(plot)}
        height={heightOf(plot)}
      />
      {children}
      <PendingStep taken={taken} />
      <WeightsHandle />
    </svg>
  );
}

const isRoomy = (plot: Rectangle): boolean => widthOf(plot) >= 240 && heightOf(plot) >= 150;

const hasWords = (plot: Rectangle): boolean => widthOf(plot) >= 320;

/** Where the zoom buttons stand, which labels keep off. */
const buttonArea = (plot: Rectangle): Rectangle => ({
  left: plot.right - (hasWords(plot) ? 150 : 92),
  top: plot.top,
  right: plot.right,
  bottom: plot.top + 34,
});

const zoomStep = 1.5;

function ZoomButtons({ viewport }: { readonly viewport: Viewport }) {
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
    { name: plots.resetView, face: hasWords(plot) ? plots.resetView : '⤢', press: () => lab.resetView() },
  ];
  return (
    <div
      className={isRoomy(plot) ? css.zoomButtons : css.zoomButtonsOnDemand}
      style={{ top: plot.top + 4, left: plot.left, width: widthOf(plot) - 4 }}
    >
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
