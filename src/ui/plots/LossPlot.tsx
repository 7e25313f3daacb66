// Losses over a clock, of one run or of many. Point at a moment to read it, click to go there.

import { useLayoutEffect, useMemo, useState } from 'react';
import { type LossDomain, lossScales } from '../../drawing/lossPicture.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { OfRun } from '../run/ofRun.tsx';
import { Axes } from './Axes.tsx';
import { LossReader } from './LossReader.tsx';
import type { LossSource } from './lossSource.ts';
import { PlotSvg } from './PlotSvg.tsx';
import { headHeight, plotRectangle } from './plotRectangle.ts';
import css from './plots.module.css';
import { useLossPace } from './useLossPace.ts';
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
          <OfRun name="LossCurves" source={source} scales={scales} palette={palette} />
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
