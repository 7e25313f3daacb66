// Shows, hides, and moves the parts of a drawing that change with every frame.

import type { Segment } from '../../drawing/viewport.ts';

/** Writes nothing where nothing changes: even the same attribute, written again, has its style computed anew. */
export function showIf(part: SVGElement | null, isShown: boolean): void {
  const visibility = isShown ? 'inherit' : 'hidden';
  if (part !== null && part.getAttribute('visibility') !== visibility) part.setAttribute('visibility', visibility);
}

export function moveLine(line: SVGLineElement, segment: Segment): void {
  for (const [i, name] of (['x1', 'y1', 'x2', 'y2'] as const).entries()) line.setAttribute(name, String(segment[i]));
}
