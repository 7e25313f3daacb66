// The loss of a range test against its growing rate, and the rate that it suggests.

import { useMemo } from 'react';
import type { RateRange } from '../../training/studies/rateRange.ts';
import { Axes } from '../plots/Axes.tsx';
import { labelWidth } from '../plots/labels.ts';
import { PlotSvg } from '../plots/PlotSvg.tsx';
import { plotRectangle } from '../plots/plotRectangle.ts';
import plotCss from '../plots/plots.module.css';
import { StillMarks } from '../plots/StateMarks.tsx';
import { usePlotSize } from '../plots/usePlotSize.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './compare.module.css';
import { rangeMarks, rangeScales } from './rangeMarks.ts';
import { useCompareText } from './words.ts';

export function RangePlot({ range, suggested }: { readonly range: RateRange; readonly suggested: number | null }) {
  const words = useCompareText();
  const format = useFormats();
  const { ref, size } = usePlotSize<HTMLElement>();
  const scales = useMemo(() => {
    const plot = plotRectangle(size, 18);
    return plot === null || range.rates.length < 2 ? null : rangeScales(range, plot);
  }, [size, range]);
  const marks = useMemo(
    () => (scales === null ? [] : rangeMarks(labelWidth, scales, range, suggested, format)),
    [scales, range, suggested, format],
  );
  return (
    <div className={css.small}>
      <figure ref={ref} className={plotCss.figure} aria-label={words.rateTest}>
        {scales !== null && (
          <PlotSvg size={size}>
            <Axes plot={scales.plot} x={scales.x} y={scales.y} nameX={words.rateAxis} nameY="" />
            <StillMarks marks={marks} />
          </PlotSvg>
        )}
      </figure>
    </div>
  );
}
