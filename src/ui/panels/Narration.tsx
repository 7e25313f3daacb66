// One or two sentences: what just happened, what is about to happen, and why a run came to an end.

import { isPlainDescent } from '../../lab/plainDescent.ts';
import type { LabState, Status } from '../../lab/store.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useHostWishes } from '../host/HostContext.tsx';
import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';
import { useFormats, useRegistryText, useText } from '../text/TextContext.tsx';
import { compass } from './compass.ts';
import css from './Narration.module.css';

const PhaseCaption = lazyPart(() => import('../step/PhaseCaption.tsx'), 'PhaseCaption');
const Ending = lazyPart(() => import('./Ending.tsx'), 'Ending');

/** Faster than this, steps cannot be read one by one. */
const readableSpeed = 2;

const isEnd = (status: Status): boolean => status === 'diverged' || status === 'converged' || status === 'limit';

export function Narration({ className }: { readonly className?: string | undefined }) {
  const isEnded = useLabState((state) => isEnd(state.status));
  const phase = useLabState((state) => state.phase);
  const isFast = useLabState((state) => state.status === 'running' && state.speed > readableSpeed);
  return (
    <div className={`${css.narration} ${className}`}>
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
  const { page } = useText();
  const format = useFormats();
  const cursor = useReadableState((state) => state.cursor);
  const epoch = useReadableState((state) => state.detail?.epoch ?? 0);
  const loss = useReadableState((state) => state.detail?.fullLoss ?? Number.NaN);
  const resting = useReadableState(selectResting);
  const rest = useRestingWords(resting);
  const running = page.running({
    step: format.count(cursor),
    epoch: format.count(epoch + 1),
    loss: format.number(loss),
  });
  return <p>{rest === null ? running : `${running} ${rest}`}</p>;
}

/** Whether the weights rest at the step shown, and if they do, whether the rule alone may set them moving again. */
function selectResting({ config, detail }: LabState): 'no' | 'forNow' | 'byTheRule' {
  if (!detail?.isResting) return 'no';
  const { canQuicken }: Optimizer = optimizers[config.optimizer];
  return canQuicken?.(detail.nextState, detail.optimizerValues) ? 'byTheRule' : 'forNow';
}

function useRestingWords(resting: ReturnType<typeof selectResting>): string | null {
  const { page } = useText();
  const rule = useRegistryText()(optimizers[useLabState((state) => state.config.optimizer)].title);
  return resting === 'no' ? null : page.resting(resting === 'byTheRule' ? rule : null);
}

function PendingStep() {
  const { page } = useText();
  const format = useFormats();
  const detail = useReadableState((state) => state.detail);
  const count = useLabState((state) => state.config.examples);
  const moved = useMoved(detail);
  const isPlain = useReadableState(isPlainDescent);
  const rule = useRegistryText()(optimizers[useLabState((state) => state.config.optimizer)].title);
  const hasButtons = useHostWishes(({ hidden }) => !hidden.has('play') && !hidden.has('step'));
  const rest = useRestingWords(useReadableState(selectResting));
  if (detail === null) return <p>{page.waiting}</p>;
  if (rest !== null) return <p>{moved === null ? rest : `${moved} ${rest}`}</p>;
  const counsel = page.counsel({
    size: format.count(detail.batch.length),
    count: format.count(count),
    all: detail.batch.length === count,
    one: detail.batch.length === 1,
    direction: wayOf(-detail.gradient[0], -detail.gradient[1]),
  });
  if (moved === null)
    return <p>{hasButtons ? page.ready({ counsel, rule: isPlain ? null : rule }) : page.readyAlone(counsel)}</p>;
  const pending = page.pending({
    counsel: isPlain ? counsel : page.ruleGoes({ counsel, rule, way: wayOf(detail.update[0], detail.update[1]) }),
    batchFrom: format.number(detail.batchLoss),
    batchTo: format.number(detail.nextBatchLoss),
    fullFrom: format.number(detail.fullLoss),
    fullTo: format.number(detail.nextFullLoss),
  });
  return <p>{`${moved} ${pending}`}</p>;

  function wayOf(w1: number, w2: number): string {
    const point = compass(w1, w2);
    return point === null ? page.directionNone : page.directions[point];
  }
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
  return page.moved({
    by1: format.signed(history.at('update1', last)),
    by2: format.signed(history.at('update2', last)),
  });
}
