// Where the comparison meets weight space. Loaded, computed, and drawn only where there is something to compare.

import { lazyPart, Part } from '../parts/Part.tsx';
import { useIsComparing } from './useIsComparing.ts';

const CompareSurfaces = lazyPart(() => import('./CompareSurfaces.tsx'), 'CompareSurfaces');
const ContenderPaths = lazyPart(() => import('./ContenderPaths.tsx'), 'ContenderPaths');
const ContenderMarks = lazyPart(() => import('./ContenderMarks.tsx'), 'ContenderMarks');

interface ViewProps {
  /** The view that is chosen. */
  readonly view: string;
}

/** Under the paths of weight space. */
export function ComparisonSurfaces({ view }: ViewProps) {
  return (
    useIsComparing(view) && (
      <Part around={null}>
        <CompareSurfaces />
      </Part>
    )
  );
}

/** Over the path of the page's own run. */
export function ComparisonPaths({ view }: ViewProps) {
  return (
    useIsComparing(view) && (
      <Part around={null}>
        <ContenderPaths />
      </Part>
    )
  );
}

/** The letters of the contenders at their weights, as SVG. */
export function ComparisonMarks({ view }: ViewProps) {
  return (
    useIsComparing(view) && (
      <Part around={null}>
        <ContenderMarks />
      </Part>
    )
  );
}
