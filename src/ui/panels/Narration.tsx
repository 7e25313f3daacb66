// One or two sentences: what just happened, what is about to happen, and why a run came to an end.

import { isAsking } from '../../lab/lessonState.ts';
import type { Status } from '../../lab/store.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useHostWishes } from '../host/HostContext.tsx';
import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';
import { useFormats, useRegistryText, useText } from '../text/TextContext.tsx';
import css from './Narration.module.css';
import { longestWords, pendingWords, readyWords, restingWords, type Words } from './narrationWords.ts';

const PhaseCaption = lazyPart(() => import('../step/PhaseCaption.tsx'), 'PhaseCaption');
const EventSentences = lazyPart(() => import('../narration/EventSentences.tsx'), 'EventSentences');
const Ending = lazyPart(() => import('./Ending.tsx'), 'Ending');

/** Faster than this, steps cannot be read one by one. */
const readableSpeed = 2;

const isEnd = (status: Status): boolean => status === 'diverged' || status === 'converged' || status === 'limit';

export function Narration({ className }: { readonly className?: string | undefined }) {
  const isEnded = useLabState((state) => isEnd(state.status));
  const phase = useLabState((state) => state.phase);
  const isFast = useLabState((state) => state.status === 'running' && state.speed > readableSpeed);
  const words = useWords();
  const longest = useReadableState((state) => longestWords(words, state));
  return (
    <div className={`${css.narration} ${className}`} data-longest={longest}>
      <Part key={phase === null ? 'step' : 'phase'}>
        {!isEnded && (phase !== null ? <PhaseCaption phase={phase} /> : isFast ? <Running /> : <PendingStep />)}
      </Part>
      {/* Always there, so that an end is announced when it comes. */}
      <div role="status" className={css.ending}>
        {isEnded && (
          <Part>
            <Ending />
          </Part>
        )}
      </div>
    </div>
  );
}

function Running() {
  const words = useWords();
  const { page, format } = words;
  const cursor = useReadableState((state) => state.cursor);
  const epoch = useReadableState((state) => state.detail?.epoch ?? 0);
  const loss = useReadableState((state) => state.detail?.fullLoss ?? Number.NaN);
  const rest = useReadableState((state) => restingWords(words, state));
  const running = page.running({
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
  const { page } = useText();
  return { page, format: useFormats(), word: useRegistryText() };
}

function PendingStep() {
  const { frame } = useText();
  const words = useWords();
  const isAsked = useLabState((state) => isAsking(state.lesson));
  const detail = useReadableState((state) => state.detail);
  const config = useLabState((state) => state.config);
  const moved = useMoved(detail);
  const hasButtons = useHostWishes(({ hidden }) => !hidden.has('play') && !hidden.has('step'));
  if (detail === null && isAsked) return <p>{frame.asked}</p>;
  if (detail === null) return <p>{words.page.waiting}</p>;
  const shown = { config, detail };
  const rest = restingWords(words, shown);
  if (moved === null) return <p>{rest ?? readyWords(words, shown, hasButtons)}</p>;
  return rest === null ? <Told moved={moved} next={pendingWords(words, shown)} /> : <p>{`${moved} ${rest}`}</p>;
}

/** The sentence on the step before the pending one, or null at the start. */
function useMoved(detail: StepDetail | null): string | null {
  const { history } = useLab();
  const { page } = useText();
  const format = useFormats();
  if (detail === null || detail.step === 0) return null;
  const last = detail.step - 1;
  // A log that was thinned may not have kept this very step.
  if (last % history.stride !== 0 || last >= history.count) return page.taken({ step: format.count(detail.step) });
  const { dimension, layers } = history.layout;
  if (layers > 0)
    return page.movedFar({ weights: format.count(dimension), length: format.number(history.at('updateLength', last)) });
  return page.moved({
    by1: format.signed(history.at('update1', last)),
    by2: format.signed(history.at('update2', last)),
  });
}
