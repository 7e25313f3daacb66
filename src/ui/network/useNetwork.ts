// The network of the run as it is configured.

import { useMemo } from 'react';
import { networkIn } from '../../lab/network.ts';
import type { Network } from '../../training/network/network.ts';
import { useLabState } from '../LabContext.tsx';

/** Null where the run's model has two weights and no layers. */
export function useNetwork(): Network | null {
  const problem = useLabState((state) => state.config.problem);
  const settings = useLabState((state) => state.config.settings);
  const data = useLabState((state) => state.config.data);
  return useMemo(
    () => networkIn({ problem, settings, ...(data !== undefined && { data }) }),
    [problem, settings, data],
  );
}
