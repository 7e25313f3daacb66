// Two axes with ticks and names around a plot.

import type { Scale } from '../../drawing/scale.ts';
import { heightOf, type Rectangle, widthOf } from '../../drawing/viewport.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './plots.module.css';

export interface AxesProps {
  readonly plot: Rectangle;
  readonly x: Scale;
  readonly y: Scale;
  readonly nameX: string;
  readonly nameY: string;
}

const tickLength = 4;
const tickPadding = 3;

interface Tick {
  readonly value: number;
  readonly text: string;
}

/** Ticks with the marks of the language. */
function useTicks(): (scale: Scale, count: number) => readonly Tick[] {
  const format = useFormats();
  const decimalMark = format.number(1.5).charAt(1);
  const groupMark = format.count(1e6).charAt(1);
  return (scale, count) => {
    // One of d3's own logarithmic scales would write 100m for 0.1.
    const write = scale.tickFormat(count, 'base' in scale ? '~g' : undefined);
    const localize = (text: string): string =>
      text.replace(/[.,]/g, (mark) => (mark === '.' ? decimalMark : groupMark));
    return scale.ticks(count).map((value) => ({ value, text: localize(write(value)) }));
  };
}

export function Axes({ plot, x, y, nameX, nameY }: AxesProps) {
  const ticks = useTicks();
  // On coarse screens a line is sharp in the middle of a pixel.
  const offset = devicePixelRatio > 1 ? 0 : 0.5;
  // No text stands where the axis has its name.
  const lastX = plot.right - 8 * nameX.length - 10;
  const firstY = plot.top + 16;
  return (
    <g className={css.axes}>
      <rect x={plot.left} y={plot.top} width={widthOf(plot)} height={heightOf(plot)} className={css.frame} />
      <g transform={`translate(0 ${plot.bottom})`} textAnchor="middle">
        {ticks(x, Math.max(2, Math.round(widthOf(plot) / 80))).map(({ value, text }) => (
          <g key={value} className="tick" transform={`translate(${x(value) + offset} 0)`}>
            <line y2={tickLength} />
            {x(value) <= lastX && (
              <text y={tickLength + tickPadding} dy="0.71em">
                {text}
              </text>
            )}
          </g>
        ))}
      </g>
      <g transform={`translate(${plot.left} 0)`} textAnchor="end">
        {ticks(y, Math.max(2, Math.round(heightOf(plot) / 55))).map(({ value, text }) => (
          <g key={value} className="tick" transform={`translate(0 ${y(value) + offset})`}>
            <line x2={-tickLength} />
            {y(value) >= firstY && (
              <text x={-tickLength - tickPadding} dy="0.32em">
                {text}
              </text>
            )}
          </g>
        ))}
      </g>
      <text className={css.axisName} x={plot.right} y={plot.bottom + 17} textAnchor="end">
        {nameX}
      </text>
      <text className={css.axisName} x={plot.left - 7} y={plot.top + 9} textAnchor="end">
        {nameY}
      </text>
    </g>
  );
}
