// Going through the run: buttons, speed, and the scrubber over all steps taken.

import { isAsking } from '../../lab/lessonState.ts';
import type { LabState } from '../../lab/store.ts';
import { Hideable } from '../host/Control.tsx';
import { useIsHidden } from '../host/HostContext.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { SlowMotionSwitch } from '../step/SlowMotion.tsx';
import { useText } from '../text/TextContext.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { Scrubber } from './Scrubber.tsx';
import { Speed } from './Speed.tsx';
import css from './transport.module.css';

export function Transport({ className }: { readonly className?: string | undefined }) {
  const lab = useLab();
  const { page } = useText();
  const isOver = useIsOver();
  const isAsked = useLabState((state) => isAsking(state.lesson));
  return (
    <section className={`${css.frame} ${className}`} aria-label={page.transport} data-direction="ltr">
      <div className={css.transport}>
        <div className={css.buttons}>
          <TransportButton id="reset" icon="reset" name={page.reset} isIdle={isAsked} onPress={() => lab.reset()} />
          <StepBack />
          <PlayOrPause />
          <TransportButton id="step" icon="step" name={page.step} isIdle={isOver} onPress={() => lab.step()} />
          <TransportButton
            id="nextEpoch"
            icon="nextEpoch"
            name={page.nextEpoch}
            isIdle={isOver}
            onPress={() => lab.nextEpoch()}
          />
        </div>
        <Hideable name="speed">
          <Speed />
        </Hideable>
        <div className={css.track}>
          <Scrubber />
          <Hideable name="slowMotion">
            <SlowMotionSwitch />
          </Hideable>
        </div>
      </div>
    </section>
  );
}

/** No step can be taken from where the run diverged; in slow motion its last phases can still be seen. */
const isOverHere = ({ status, phase }: LabState): boolean =>
  status === 'diverged' && (phase === null || phase === 'update');

/** Whether neither the run nor another beside it can go on. */
function useIsOver(): boolean {
  const { companions } = useLab();
  return useLabState((state) => isAsking(state.lesson) || (isOverHere(state) && companions === null));
}

function PlayOrPause() {
  const lab = useLab();
  const { page } = useText();
  const isOver = useIsOver();
  const isRunning = useLabState((state) => state.status === 'running');
  return isRunning ? (
    <TransportButton id="play" icon="pause" name={page.pause} isMain onPress={() => lab.pause()} />
  ) : (
    <TransportButton id="play" icon="play" name={page.play} isMain isIdle={isOver} onPress={() => lab.play()} />
  );
}

function StepBack() {
  const lab = useLab();
  const { page } = useText();
  const isFirst = useLabState((state) => state.cursor === 0 && (state.phase === null || state.phase === 'sample'));
  return (
    <TransportButton
      id="stepBack"
      icon="stepBack"
      name={page.stepBack}
      isIdle={isFirst}
      onPress={() => lab.stepBack()}
    />
  );
}

interface TransportButtonProps {
  /** The name by which a host page speaks of it. */
  readonly id: string;
  readonly icon: IconName;
  readonly name: string;
  readonly isMain?: boolean;
  /** Looks and says that it would do nothing now, yet keeps the focus. */
  readonly isIdle?: boolean;
  onPress(): void;
}

function TransportButton({ id, icon, name, isMain, isIdle, onPress }: TransportButtonProps) {
  if (useIsHidden(id)) return null;
  return (
    <button
      type="button"
      className={isMain ? css.main : css.button}
      title={name}
      aria-disabled={isIdle || undefined}
      onClick={isIdle ? undefined : onPress}
    >
      <Icon name={icon} />
      <span className={css.word}>{name}</span>
    </button>
  );
}
