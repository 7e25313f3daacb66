// Whether there are runs beside the page's own to be seen.

import { useLab, useLabState } from '../LabContext.tsx';

/** Once something was compared, it goes on while other views than `compare` are looked at. */
export function useIsComparing(view: string): boolean {
  const lab = useLab();
  const isLinked = useLabState(({ beside }) => beside.contenders !== undefined);
  return isLinked || view === 'compare' || lab.companions !== null;
}
