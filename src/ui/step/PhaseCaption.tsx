// What happens in one phase of the pending step, in one sentence with its numbers.

import type { Phase } from '../../lab/store.ts';
import { useLabState } from '../LabContext.tsx';
import { useFormats, useRegistryText, useText } from '../text/TextContext.tsx';
import { phaseSentence } from './phaseWords.ts';
import { useStepText } from './words.ts';

export function PhaseCaption({ phase }: { readonly phase: Phase }) {
  const { page } = useText();
  const detail = useLabState((state) => state.detail);
  const config = useLabState((state) => state.config);
  const words = { step: useStepText(), format: useFormats(), word: useRegistryText() };
  return (
    <p aria-live="polite" data-testid="phase-caption">
      {detail === null ? page.waiting : phaseSentence(phase, words, { config, detail })}
    </p>
  );
}
