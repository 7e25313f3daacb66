// The part of a plane that a plot shows of the part that was asked for.

import type { Domain } from '../training/vector.ts';

/** Spans that differ by more than this have scales of their own: one would be a line in the other's. */
const mostDifferent = 4;

/** `view` widened about its middle until both axes have the same scale in a plot `aspect` times as wide as high. */
export function withEqualScales(view: Domain, aspect: number): Domain {
  const [spanX, spanY] = [view.x[1] - view.x[0], view.y[1] - view.y[0]];
  const widest = Math.max(spanX, spanY * aspect);
  const widened = ([low, high]: Domain['x'], span: number): Domain['x'] => {
    const missing = Math.max(0, span - (high - low)) / 2;
    return [low - missing, high + missing];
  };
  return { x: widened(view.x, widest), y: widened(view.y, widest / aspect) };
}

/**
 * What is shown of `view`: with equal scales, so that what is perpendicular looks so. Where one span is more than four
 * times the other, or no plot is known, it is `view` itself.
 */
export function shownView(view: Domain, aspect: number | null): Domain {
  const ratio = (view.x[1] - view.x[0]) / (view.y[1] - view.y[0]);
  if (aspect === null || Math.max(ratio, 1 / ratio) > mostDifferent * (1 + 1e-9)) return view;
  return withEqualScales(view, aspect);
}
