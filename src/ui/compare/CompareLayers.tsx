// Where the comparison meets weight space. Loaded, computed, and drawn only where there is something to compare.

import { lazy, Suspense } from 'react';
import { useIsComparing } from './useIsComparing.ts';

const CompareSurfaces = lazy(async () => ({ default: (await import('./CompareSurfaces.tsx')).CompareSurfaces }));
const ContenderPaths = lazy(async () => ({ default: (await import('./ContenderPaths.tsx')).ContenderPaths }));
const ContenderMarks = lazy(async () => ({ default: (await import('./ContenderMarks.tsx')).ContenderMarks }));

interface ViewProps {
  /** The view that is chosen. */
  readonly view: string;
}

/** Under the paths of weight space. */
export function ComparisonSurfaces({ view }: ViewProps) {
  return <Suspense>{useIsComparing(view) && <CompareSurfaces />}</Suspense>;
}

/** Over the path of the page's own run. */
export function ComparisonPaths({ view }: ViewProps) {
  return <Suspense>{useIsComparing(view) && <ContenderPaths />}</Suspense>;
}

/** The letters of the contenders at their weights, as SVG. */
export function ComparisonMarks({ view }: ViewProps) {
  return <Suspense>{useIsComparing(view) && <ContenderMarks />}</Suspense>;
}
