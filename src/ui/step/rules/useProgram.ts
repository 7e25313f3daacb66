// The rule of the present configuration, in the notation of the exported scripts.

import { useMemo } from 'react';
import { type RuleProgram, ruleOfConfiguration } from '../../../export/scripts/ruleProgram.ts';
import { useLabState } from '../../LabContext.tsx';

/** @param dimension how many weights it moves */
export function useProgram(dimension: number): RuleProgram {
  const config = useLabState((state) => state.config);
  const hyperparameters = useLabState((state) => state.hyperparameters);
  return useMemo(() => ruleOfConfiguration(config, dimension, hyperparameters), [config, dimension, hyperparameters]);
}
