// What went wrong: with the link or a message, in a bar that can be dismissed, and with training itself, with the
// details to pass on.

import type { Notice } from '../../lab/notices.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { lazyPart, Part, UntoldParts } from '../parts/Part.tsx';
import { useNotice, useText } from '../text/TextContext.tsx';
import css from './Notices.module.css';

const Replaced = lazyPart(() => import('./Replaced.tsx'), 'Replaced');
const FailureDetails = lazyPart(() => import('../dialogs/FailureDetails.tsx'), 'FailureDetails');

/** Most sentences that are shown; the ones before the last are folded away. */
const mostShown = 3;

export function Notices({ className }: { readonly className?: string | undefined }) {
  const lab = useLab();
  const { page } = useText();
  const notices = useLabState((state) => state.notices);
  const folded = notices.slice(0, -mostShown);
  return (
    <div className={className} role="status" aria-label={page.notices}>
      {notices.length > 0 && (
        <div className={css.notices}>
          <div className={css.sentences}>
            <Sentences notices={notices.slice(-mostShown)} />
            {folded.length > 0 && (
              <details>
                <summary>{page.moreNotices(folded.length)}</summary>
                <Sentences notices={folded} />
              </details>
            )}
          </div>
          <button type="button" onClick={() => lab.dismissNotices()}>
            {page.dismiss}
          </button>
        </div>
      )}
      <Former />
      <Failure />
      <UntoldParts />
    </div>
  );
}

function Former() {
  const isKept = useLabState(({ former }) => former !== null);
  if (!isKept) return null;
  return (
    <Part>
      <Replaced />
    </Part>
  );
}

function Sentences({ notices }: { readonly notices: readonly Notice[] }) {
  const { page } = useText();
  const say = useNotice();
  return (
    <ul>
      {notices.map(({ sentence, count }) => (
        <li key={sentence}>
          <bdi>{say(sentence)}</bdi>
          {count > 1 && ` ${page.times(count)}`}
        </li>
      ))}
    </ul>
  );
}

function Failure() {
  const lab = useLab();
  const { frame } = useText();
  const failure = useLabState((state) => state.failure);
  if (failure === null) return null;
  return (
    <div className={css.failure}>
      <p>{frame.failure}</p>
      <button type="button" onClick={() => lab.reset()}>
        {frame.tryAgain}
      </button>
      <Part>
        <FailureDetails text={failure} />
      </Part>
    </div>
  );
}
