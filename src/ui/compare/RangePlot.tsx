// The loss of a range test against its growing rate, and the rate that it suggests.

import { line } from 'd3';
import { lossRange } from '../../drawing/lossCurve.ts';
import { linearScale, logarithmicScale, niceLinear } from '../../drawing/scale.ts';
import type { RateRange } from '../../training/studies/rateRange.ts';
import { Axes } from '../plots/Axes.tsx';
import { plotRectangle } from '../plots/margins.ts';
import { PlotSvg } from '../plots/PlotSvg.tsx';
import plotCss from '../plots/plots.module.css';
import { usePlotSize } from '../plots/usePlotSize.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './compare.module.css';
import { useCompareText } from './words.ts';

export function RangePlot({ range, suggested }: { readonly range: RateRange; readonly suggested: number | null }) {
  const words = useCompareText();
  const format = useFormats();
  const { ref, size } = usePlotSize<HTMLElement>();
  const plot = plotRectangle(size, 18);
  const { rates, smoothLosses, fullLosses } = range;
  const finite = fullLosses.filter(Number.isFinite);
  // Where the loss ran away the axis has no room for it.
  const { high } = lossRange([finite.map((loss) => Math.min(loss, 2 * finite[0]))], false);
  const isDrawn = plot !== null && rates.length > 1;
  const x = logarithmicScale([rates[0], rates.at(-1)!], plot === null ? [0, 1] : [plot.left, plot.right]);
  const y = linearScale(niceLinear([0, high]), plot === null ? [1, 0] : [plot.bottom, plot.top]);
  const top = plot?.top ?? 0;
  const path = line<number>(
    (_, step) => x(rates[step]),
    (loss) => Math.max(top, Number.isFinite(loss) ? y(loss) : top),
  );
  return (
    <div className={css.small}>
      <figure ref={ref} className={plotCss.figure} aria-label={words.rateTest}>
        {isDrawn && (
          <PlotSvg size={size}>
            <Axes plot={plot} x={x} y={y} nameX={words.rateAxis} nameY="" />
            <path className={css.rangeRaw} d={path(Array.from(fullLosses)) ?? ''} />
            <path className={css.rangeLine} d={path(Array.from(smoothLosses)) ?? ''} />
            {suggested !== null && suggested >= rates[0] && suggested <= rates.at(-1)! && (
              <g className={css.suggestion}>
                <line x1={x(suggested)} x2={x(suggested)} y1={plot.top} y2={plot.bottom} />
                <text x={x(suggested)} y={plot.top - 5} textAnchor="middle">
                  {format.number(suggested)}
                </text>
              </g>
            )}
          </PlotSvg>
        )}
      </figure>
    </div>
  );
}
