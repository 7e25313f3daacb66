// Shows and hides the parts of a drawing that change with every frame.

/** Writes nothing where nothing changes: even the same attribute, written again, has its style computed anew. */
export function showIf(part: SVGElement | null, isShown: boolean): void {
  const visibility = isShown ? 'inherit' : 'hidden';
  if (part !== null && part.getAttribute('visibility') !== visibility) part.setAttribute('visibility', visibility);
}
