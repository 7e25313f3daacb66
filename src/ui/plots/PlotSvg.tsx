// The drawing of a plot that can be touched: SVG in the plot's own pixels, which are larger than the page's where the
// layout enlarges its plots, and the place of a pointer in them.

import type { PointerEvent, ReactNode, SVGProps } from 'react';
import css from './plots.module.css';
import { type PlotSize, scaled } from './usePlotSize.ts';

export interface PlotSvgProps extends SVGProps<SVGSVGElement> {
  readonly size: PlotSize;
  readonly children: ReactNode;
}

export function PlotSvg({ size, children, ...attributes }: PlotSvgProps) {
  return (
    <svg
      role="presentation"
      className={css.svg}
      viewBox={`0 0 ${size.width} ${size.height}`}
      style={{ width: scaled(size.width), height: scaled(size.height) }}
      {...attributes}
    >
      {children}
    </svg>
  );
}

/** Where a pointer is in the drawing that `element` belongs to, in the plot's own pixels. */
export function placeIn(
  element: SVGGraphicsElement,
  { clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>,
): readonly [x: number, y: number] {
  const svg = element.ownerSVGElement;
  if (svg === null) throw new Error('This is part of no drawing.');
  const { left, top, width } = svg.getBoundingClientRect();
  const perPixel = svg.viewBox.baseVal.width / width;
  return [(clientX - left) * perPixel, (clientY - top) * perPixel];
}
