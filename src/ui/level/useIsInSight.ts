// Whether something that belongs to the second level stands in sight: at that level, where the host says so, and where
// the run needs it. What was needed once stays, so that nothing goes from under a reader's hand.

import { useMemo, useState } from 'react';
import { defaultOptimizer } from '../../lab/defaults.ts';
import { settingFields } from '../../lab/settings.ts';
import { fieldsSaid, keysOf, toValues } from '../../lab/settingsCodec.ts';
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

/** What is set elsewhere than among the settings: in the head of the page and at its knobs. */
const atHand: ReadonlySet<string> = new Set(
  'problem optimizer learningRate batchSize start1 start2 momentum beta1 beta2 alpha rho'.split(' '),
);

/** Whether a setting that is folded away is not as usual. */
export function useHasSettings(): boolean {
  const config = useLabState((state) => state.config);
  const hyperparameters = useLabState((state) => state.hyperparameters);
  return useMemo(() => {
    const values = toValues({ config, hyperparameters });
    const said = fieldsSaid(settingFields(keysOf(values), config.settings), values);
    return said.some(({ name }) => !atHand.has(name));
  }, [config, hyperparameters]);
}
