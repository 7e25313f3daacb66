// What happens in one phase of the pending step, in one sentence with its numbers.

import type { Phase } from '../../lab/store.ts';
import { useLabState } from '../LabContext.tsx';
import type { LayeredPhase } from '../network/NetworkPhaseCaption.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';
import { useFormats, useRegistryText, useText } from '../text/TextContext.tsx';
import { phaseSentence } from './phaseWords.ts';
import { useStepText } from './words.ts';

const MemoryShare = lazyPart(() => import('./MemoryShare.tsx'), 'MemoryShare');
const NetworkPhaseCaption = lazyPart(() => import('../network/NetworkPhaseCaption.tsx'), 'NetworkPhaseCaption');

/** Phases that go through the layers of a network, or move all its weights, and say so. */
const isLayered = (phase: Phase): phase is LayeredPhase => phase !== 'sample' && phase !== 'loss';

export function PhaseCaption({ phase }: { readonly phase: Phase }) {
  const { page } = useText();
  const detail = useLabState((state) => state.detail);
  const config = useLabState((state) => state.config);
  const words = { step: useStepText(), format: useFormats(), word: useRegistryText() };
  return (
    <p aria-live="polite" data-testid="phase-caption">
      {detail === null ? (
        page.waiting
      ) : detail.network !== null && isLayered(phase) ? (
        <Part>
          <NetworkPhaseCaption phase={phase} detail={detail} />
        </Part>
      ) : (
        phaseSentence(phase, words, { config, detail })
      )}
      {detail !== null && phase === 'update' && (
        <Part around={null}>
          {' '}
          <MemoryShare detail={detail} />
        </Part>
      )}
    </p>
  );
}
