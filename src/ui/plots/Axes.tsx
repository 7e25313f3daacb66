// Two axes with ticks and names around a plot, by d3.

import { type Axis, axisBottom, axisLeft, type NumberValue, type ScaleContinuousNumeric, select } from 'd3';
import { useLayoutEffect, useRef } from 'react';
import { heightOf, type Rectangle, widthOf } from '../../drawing/viewport.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './plots.module.css';

type AxisScale = ScaleContinuousNumeric<number, number>;

export interface AxesProps {
  readonly plot: Rectangle;
  readonly x: AxisScale;
  readonly y: AxisScale;
  readonly nameX: string;
  readonly nameY: string;
}

/** d3's tick texts with the marks of the language; of a logarithmic scale only some carry one. */
function useTickFormat(): (scale: AxisScale, count: number) => (value: { valueOf(): number }) => string {
  const format = useFormats();
  const decimalMark = format.number(1.5).charAt(1);
  const groupMark = format.count(1e6).charAt(1);
  return (scale, count) => {
    const write = scale.tickFormat(count, isLogarithmic(scale) ? '~g' : undefined);
    return (value) => write(value.valueOf()).replace(/[.,]/g, (mark) => (mark === '.' ? decimalMark : groupMark));
  };
}

const isLogarithmic = (scale: AxisScale): boolean => 'base' in scale;

export function Axes({ plot, x, y, nameX, nameY }: AxesProps) {
  const across = useRef<SVGGElement>(null);
  const up = useRef<SVGGElement>(null);
  const tickFormat = useTickFormat();
  useLayoutEffect(() => {
    const countX = Math.max(2, Math.round(widthOf(plot) / 80));
    const countY = Math.max(2, Math.round(heightOf(plot) / 55));
    const drawAxis = (group: SVGGElement | null, axis: Axis<NumberValue>, scale: AxisScale, count: number): void => {
      if (group === null) return;
      select(group).call(axis.ticks(count).tickSize(4).tickPadding(3).tickFormat(tickFormat(scale, count)));
    };
    drawAxis(across.current, axisBottom<NumberValue>(x), x, countX);
    drawAxis(up.current, axisLeft<NumberValue>(y), y, countY);
    hideTicksUnder(across.current, 'x', plot.right - 8 * nameX.length - 10);
    hideTicksUnder(up.current, 'y', plot.top + 12);
  });
  return (
    <g className={css.axes}>
      <rect x={plot.left} y={plot.top} width={widthOf(plot)} height={heightOf(plot)} className={css.frame} />
      <g ref={across} transform={`translate(0 ${plot.bottom})`} />
      <g ref={up} transform={`translate(${plot.left} 0)`} />
      <text className={css.axisName} x={plot.right} y={plot.bottom + 17} textAnchor="end">
        {nameX}
      </text>
      <text className={css.axisName} x={plot.left - 7} y={plot.top + 9} textAnchor="end">
        {nameY}
      </text>
    </g>
  );
}

/** Takes away the tick texts that stand where the axis has its name. */
function hideTicksUnder(axis: SVGGElement | null, direction: 'x' | 'y', limit: number): void {
  if (axis === null) return;
  select(axis)
    .selectAll<SVGGElement, unknown>('.tick')
    .each(function () {
      const [x, y] = (this.getAttribute('transform') ?? '').match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [0, 0];
      const isUnder = direction === 'x' ? x > limit : y < limit;
      select(this)
        .select('text')
        .style('visibility', isUnder ? 'hidden' : 'inherit');
    });
}
