// One arrow of the few in a plot, moved by setting attributes rather than by rendering: a shaft, a head, and an unseen
// wide line from end to end that carries the exact coordinates and takes the pointer.

import { path } from 'd3';
import type { Ref } from 'react';
import { type ArrowShape, drawArrow } from '../../drawing/vectors.ts';
import { clipSegment, type Rectangle, type Segment } from '../../drawing/viewport.ts';
import { moveLine, showIf } from './moved.ts';
import css from './plots.module.css';

export interface ArrowProps {
  readonly ref: Ref<SVGGElement>;
  readonly quantity: string;
  readonly testId: string;
}

export function Arrow({ ref, quantity, testId }: ArrowProps) {
  return (
    <g
      ref={ref}
      className={css.arrow}
      data-quantity={quantity}
      style={{ color: `var(--${quantity})` }}
      visibility="hidden"
    >
      <path className={css.shaft} />
      <path className={css.head} />
      <line data-testid={testId} className={css.exactLine} />
    </g>
  );
}

/**
 * Moves an arrow; what lies outside `plot` is not shown.
 * @param ends null, or not finite, where there is no arrow to show
 * @param isExact whether the unseen line, which lies where the pointer and the tests can find it, follows
 */
export function moveArrow(
  group: SVGGElement | null,
  plot: Rectangle,
  ends: Segment | null,
  shape: ArrowShape,
  isExact: boolean,
): void {
  if (group === null) return;
  const isDrawable = ends?.every(Number.isFinite) ?? false;
  showIf(group, isDrawable);
  if (ends === null || !isDrawable) return;
  const [shaftElement, headElement, line] = group.children;
  if (isExact) moveLine(line as SVGLineElement, ends);
  const visible = clipSegment(plot, ...ends);
  const [shaft, head] = [path(), path()];
  if (visible !== null) drawArrow(shaft, head, visible, shape);
  shaftElement.setAttribute('d', String(shaft));
  headElement.setAttribute('d', visible?.[2] === ends[2] && visible[3] === ends[3] ? String(head) : '');
}
