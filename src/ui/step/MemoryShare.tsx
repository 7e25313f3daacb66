// How much of the update that is about to be made is memory, in one sentence.

import { useMemo } from 'react';
import { ruleOfConfiguration } from '../../export/scripts/ruleProgram.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useLabState } from '../LabContext.tsx';
import type { Formats } from '../text/format.ts';
import { useFormats } from '../text/TextContext.tsx';
import { memoryShare } from './optimizerParts.ts';
import { type StepText, useStepText } from './words.ts';

export function MemoryShare({ detail }: { readonly detail: StepDetail }) {
  const words = useStepText();
  const format = useFormats();
  const config = useLabState((state) => state.config);
  const hyperparameters = useLabState((state) => state.hyperparameters);
  const share = useMemo(
    () => memoryShare(ruleOfConfiguration(config, detail.weights.length, hyperparameters), detail),
    [config, hyperparameters, detail],
  );
  return share !== null && memoryWords(share, words, format);
}

/** Of the two shares the second is what is left to 100 of the first as it is written. */
export function memoryWords(share: number, { memoryShare: say }: StepText, { percent }: Formats): string {
  const whole = Math.round(100 * share);
  const written = (hundredths: number): string => percent(hundredths / 100);
  if (whole > 100) return say({ share: written(whole), rest: written(whole - 100), kind: 'beyond' });
  if (whole < 0) return say({ share: written(-whole), rest: written(100 - whole), kind: 'against' });
  return say({ share: written(whole), rest: written(100 - whole), kind: 'part' });
}
