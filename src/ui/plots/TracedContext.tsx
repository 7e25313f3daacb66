// The surface of weight space with its isolines, their levels written once for all that is drawn of them or kept off them.

import { createContext, type ReactNode, use, useMemo } from 'react';
import { nameLevels, type TracedSurface } from '../../drawing/sceneSurface.ts';
import { useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';

const TracedContext = createContext<TracedSurface | null>(null);

/** Null before there is a surface. */
export const useTraced = (): TracedSurface | null => use(TracedContext);

export function TracedProvider({ children }: { readonly children: ReactNode }) {
  const surface = useLabState((state) => state.surface);
  const { marks } = useFormats();
  const traced = useMemo(() => (surface === null ? null : nameLevels(surface, marks)), [surface, marks]);
  return <TracedContext value={traced}>{children}</TracedContext>;
}
