// Losses over a clock, of one run or of many. Point at a moment to read it, click to go there.

import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { type LossDomain, type LossScales, lossScales } from '../../drawing/lossPicture.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import type { Palette } from '../../drawing/palette.ts';
import { dotRadius, lossMarks } from '../../drawing/sceneLoss.ts';
import { paceOf, viewPace } from '../../lab/paces.ts';
import { everyOtherFrame } from '../../lab/throttled.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { Axes } from './Axes.tsx';
import { CanvasLayer, type PlotCanvas } from './CanvasLayer.tsx';
import { LossReader } from './LossReader.tsx';
import { labelWidth } from './labels.ts';
import type { LossSource } from './lossSource.ts';
import { PlotSvg } from './PlotSvg.tsx';
import { headHeight, plotRectangle } from './plotRectangle.ts';
import css from './plots.module.css';
import { usePalette } from './usePalette.ts';
import { usePlotSize } from './usePlotSize.ts';

export function LossPlot({ source }: { readonly source: LossSource }) {
  const { words, summaryId } = source;
  const { ref, size } = usePlotSize<HTMLElement>();
  const palette = usePalette(ref);
  const lab = useLab();
  const isLogarithmic = useLabState((state) => state.isLossLogarithmic);
  const domain = useDomain(source, isLogarithmic);
  const plot = useMemo(() => plotRectangle(size, headHeight), [size]);
  const scales = useMemo(
    () => (plot === null ? null : lossScales(domain, plot, isLogarithmic)),
    [domain, plot, isLogarithmic],
  );
  return (
    <figure ref={ref} className={css.figure} aria-label={words.figure} aria-describedby={summaryId}>
      {scales !== null && palette !== null && (
        <>
          <Curves source={source} scales={scales} palette={palette} />
          <PlotSvg size={size}>
            <Axes plot={scales.plot} x={scales.x} y={scales.y} nameX={words.axis} nameY="" />
            <LossReader source={source} scales={scales} />
          </PlotSvg>
          <button
            type="button"
            className={css.switch}
            aria-pressed={isLogarithmic}
            aria-label={words.logarithmicHelp}
            title={words.logarithmicHelp}
            onClick={() => lab.setLossLogarithmic(!isLogarithmic)}
          >
            {words.logarithmic}
          </button>
        </>
      )}
    </figure>
  );
}

/** The axes as a value that changes in leaps, so that they are drawn anew only now and then. */
function useDomain(source: LossSource, isLogarithmic: boolean): LossDomain {
  const pace = useLossPace();
  const [domain, setDomain] = useState(() => source.domain(isLogarithmic));
  useLayoutEffect(() => {
    const update = (): void => {
      const next = source.domain(isLogarithmic);
      setDomain((shown) =>
        shown.span === next.span && shown.low === next.low && shown.high === next.high ? shown : next,
      );
    };
    update();
    return source.watch(update, pace);
  }, [source, isLogarithmic, pace]);
  return domain;
}

/** Milliseconds between two pictures of the losses. */
function useLossPace(): () => number {
  const lab = useLab();
  return useMemo(() => {
    const pace = paceOf(lab, viewPace);
    return () => Math.max(everyOtherFrame, pace());
  }, [lab]);
}

interface CurvesProps {
  readonly source: LossSource;
  readonly scales: LossScales;
  readonly palette: Palette;
}

function Curves({ source, scales, palette }: CurvesProps) {
  const pace = useLossPace();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      let drawn = Number.NaN;
      const draw = (): void => {
        if (source.isTooSoon(scales, drawn)) return;
        drawn = source.newest();
        canvas.clear();
        paintMarks(canvas.context, palette, lossMarks(labelWidth, scales, source.picture(scales)));
      };
      draw();
      return source.watch(draw, pace);
    },
    [source, scales, palette, pace],
  );
  // The dots of the first step stand on the left border.
  return <CanvasLayer bounds={{ ...scales.plot, left: scales.plot.left - dotRadius }} paint={paint} />;
}
