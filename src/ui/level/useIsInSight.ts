// Whether something that belongs to the second level stands in sight: at that level, where the host says so, and where
// the run needs it. What was needed once stays, so that nothing goes from under a reader's hand.

import { useState } from 'react';
import { defaultOptimizer } from '../../lab/defaults.ts';
import { hasSettings } from '../../lab/setElsewhere.ts';
import { useHostWishes } from '../host/HostContext.tsx';
import { useLabState } from '../LabContext.tsx';
import { useLevel } from './LevelContext.tsx';

/** @param isNeeded whether the run has something there that is not as usual */
export function useIsInSight(name: string, isNeeded = false): boolean {
  const { level } = useLevel();
  const isShown = useHostWishes(({ shown }) => shown.has(name));
  const [wasNeeded, setWasNeeded] = useState(isNeeded);
  if (isNeeded && !wasNeeded) setWasNeeded(true);
  return level === 'all' || isShown || isNeeded || wasNeeded;
}

export const useHasOptimizer = (): boolean => useLabState(({ config }) => config.optimizer !== defaultOptimizer);

/** Whether a setting that is folded away is not as usual. */
export const useHasSettings = (): boolean => useLabState(hasSettings);
