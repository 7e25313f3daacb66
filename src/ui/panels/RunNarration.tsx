// One or two sentences of a run: what just happened, and what is about to happen.

import type { StepDetail } from '../../training/run/run.ts';
import { useHostWishes } from '../host/HostContext.tsx';
import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';
import { useRunText } from '../text/runText.ts';
import { useFormats, useRegistryText, useText } from '../text/TextContext.tsx';
import { pendingWords, readyWords, restingWords, type Words } from './narrationWords.ts';

const EventSentences = lazyPart(() => import('../narration/EventSentences.tsx'), 'EventSentences');

/** Faster than this, steps cannot be read one by one. */
const readableSpeed = 2;

export function RunNarration() {
  const isFast = useLabState((state) => state.status === 'running' && state.speed > readableSpeed);
  return isFast ? <Running /> : <PendingStep />;
}

function Running() {
  const words = useWords();
  const { run, format } = words;
  const cursor = useReadableState((state) => state.cursor);
  const epoch = useReadableState((state) => state.detail?.epoch ?? 0);
  const loss = useReadableState((state) => state.detail?.fullLoss ?? Number.NaN);
  const rest = useReadableState((state) => restingWords(words, state));
  const running = run.running({
    step: format.count(cursor),
    epoch: format.count(epoch + 1),
    loss: format.number(loss),
  });
  return rest === null ? <Told moved={null} next={running} /> : <p>{`${running} ${rest}`}</p>;
}

/** The sentences, with whatever is worth one of its own. */
function Told({ moved, next }: { readonly moved: string | null; readonly next: string }) {
  const detail = useReadableState((state) => state.detail);
  const config = useLabState((state) => state.config);
  const hyperparameters = useLabState((state) => state.hyperparameters);
  return (
    <p>
      <Part before={moved === null ? next : `${moved} ${next}`} around={null}>
        <EventSentences source={{ config, hyperparameters, detail }} moved={moved} next={next} />
      </Part>
    </p>
  );
}

function useWords(): Words {
  return { run: useRunText(), format: useFormats(), word: useRegistryText() };
}

function PendingStep() {
  const { page } = useText();
  const words = useWords();
  const detail = useReadableState((state) => state.detail);
  const config = useLabState((state) => state.config);
  const moved = useMoved(detail);
  const hasButtons = useHostWishes(({ hidden }) => !hidden.has('play') && !hidden.has('step'));
  if (detail === null) return <p>{page.waiting}</p>;
  const shown = { config, detail };
  const rest = restingWords(words, shown);
  if (moved === null) return <p>{rest ?? readyWords(words, shown, hasButtons)}</p>;
  return rest === null ? <Told moved={moved} next={pendingWords(words, shown)} /> : <p>{`${moved} ${rest}`}</p>;
}

/** The sentence on the step before the pending one, or null at the start. */
function useMoved(detail: StepDetail | null): string | null {
  const { history } = useLab();
  const run = useRunText();
  const format = useFormats();
  if (detail === null || detail.step === 0) return null;
  const last = detail.step - 1;
  // A log that was thinned may not have kept this very step.
  if (last % history.stride !== 0 || last >= history.count) return run.taken({ step: format.count(detail.step) });
  const { dimension, layers } = history.layout;
  if (layers > 0)
    return run.movedFar({ weights: format.count(dimension), length: format.number(history.at('updateLength', last)) });
  return run.moved({
    by1: format.signed(history.at('update1', last)),
    by2: format.signed(history.at('update2', last)),
  });
}
