// Going through the run: buttons, speed, and the scrubber over all steps taken.

import { useLab, useLabState } from '../LabContext.tsx';
import { SlowMotion } from '../step/SlowMotion.tsx';
import { useText } from '../text/TextContext.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { Scrubber } from './Scrubber.tsx';
import { Speed } from './Speed.tsx';
import css from './transport.module.css';

export function Transport({ className }: { readonly className?: string | undefined }) {
  const lab = useLab();
  const { page } = useText();
  return (
    <section className={`${css.frame} ${className}`} aria-label={page.transport}>
      <div className={css.transport}>
        <div className={css.buttons}>
          <TransportButton icon="reset" name={page.reset} onPress={() => lab.reset()} />
          <StepBack />
          <PlayOrPause />
          <TransportButton icon="step" name={page.step} onPress={() => lab.step()} />
          <TransportButton icon="nextEpoch" name={page.nextEpoch} onPress={() => lab.nextEpoch()} />
        </div>
        <Speed />
        <Scrubber />
        <SlowMotion />
      </div>
    </section>
  );
}

function PlayOrPause() {
  const lab = useLab();
  const { page } = useText();
  const isRunning = useLabState((state) => state.status === 'running');
  return isRunning ? (
    <TransportButton icon="pause" name={page.pause} isMain onPress={() => lab.pause()} />
  ) : (
    <TransportButton icon="play" name={page.play} isMain onPress={() => lab.play()} />
  );
}

function StepBack() {
  const lab = useLab();
  const { page } = useText();
  const isFirst = useLabState((state) => state.cursor === 0 && (state.phase === null || state.phase === 'sample'));
  return <TransportButton icon="stepBack" name={page.stepBack} isIdle={isFirst} onPress={() => lab.stepBack()} />;
}

interface TransportButtonProps {
  readonly icon: IconName;
  readonly name: string;
  readonly isMain?: boolean;
  /** Looks and says that it would do nothing now, yet keeps the focus. */
  readonly isIdle?: boolean;
  onPress(): void;
}

function TransportButton({ icon, name, isMain, isIdle, onPress }: TransportButtonProps) {
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
