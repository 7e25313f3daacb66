// The rule of the present configuration, in the notation of the exported scripts.

import { useMemo } from 'react';
import { type Program, programOfConfiguration } from '../../../export/scripts/program.ts';
import { useLabState } from '../../LabContext.tsx';

export function useProgram(): Program {
  const config = useLabState((state) => state.config);
  const hyperparameters = useLabState((state) => state.hyperparameters);
  return useMemo(() => programOfConfiguration(config, hyperparameters), [config, hyperparameters]);
}
