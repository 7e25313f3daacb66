// One or two sentences: what just happened, what is about to happen, and why a run came to an end.

import { isAsking } from '../../lab/lessonState.ts';
import { hasLayers } from '../../lab/network.ts';
import type { Status } from '../../lab/store.ts';
import { useLabState } from '../LabContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';
import { OfRun, useOfRun } from '../run/ofRun.tsx';
import { useText } from '../text/TextContext.tsx';
import css from './Narration.module.css';

const PhaseCaption = lazyPart(() => import('../step/PhaseCaption.tsx'), 'PhaseCaption');
const Ending = lazyPart(() => import('./Ending.tsx'), 'Ending');

const isEnd = (status: Status): boolean => status === 'diverged' || status === 'converged' || status === 'limit';

export function Narration({ className }: { readonly className?: string | undefined }) {
  const isEnded = useLabState((state) => isEnd(state.status));
  const phase = useLabState((state) => state.phase);
  const text = useText();
  const longestIn = useOfRun('longestIn');
  const isNetwork = useLabState((state) => hasLayers(state.config));
  return (
    <div className={`${css.narration} ${className}`} data-longest={longestIn?.(text, isNetwork) ?? text.page.longest}>
      <Part key={phase === null ? 'step' : 'phase'}>
        {!isEnded && (phase !== null ? <PhaseCaption phase={phase} /> : <BetweenSteps />)}
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

/** Nothing is said of the step that a question asks for. */
function BetweenSteps() {
  const { page, frame } = useText();
  const isAsked = useLabState((state) => state.detail === null && isAsking(state.lesson));
  return isAsked ? <p>{frame.asked}</p> : <OfRun name="RunNarration" before={<p>{page.waiting}</p>} />;
}
