// The switch of slow motion and, while it is on, the five phases of the step: which one is shown, and a way to each.

import { isAsking } from '../../lab/lessonState.ts';
import { phases } from '../../lab/store.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { useText } from '../text/TextContext.tsx';
import css from './SlowMotion.module.css';

export function SlowMotionSwitch() {
  const lab = useLab();
  const { step } = useText();
  const isOn = useLabState((state) => state.phase !== null);
  const isAsked = useLabState((state) => isAsking(state.lesson));
  return (
    <label className={css.switch} title={step.slowMotionHelp} data-on={isOn || undefined}>
      <input
        type="checkbox"
        checked={isOn}
        disabled={isAsked}
        onChange={(event) => lab.setSlowMotion(event.currentTarget.checked)}
      />
      {step.slowMotion}
    </label>
  );
}

/** While slow motion is on. */
export function Phases() {
  const lab = useLab();
  const { step } = useText();
  const phase = useLabState((state) => state.phase);
  if (phase === null) return null;
  return (
    <ol className={css.phases} aria-label={step.phaseList}>
      {phases.map((each) => (
        <li key={each}>
          <button
            type="button"
            data-phase={each}
            data-reached={phases.indexOf(each) <= phases.indexOf(phase) || undefined}
            aria-current={each === phase ? 'step' : undefined}
            onClick={() => lab.setPhase(each)}
          >
            {step.phases[each]}
          </button>
        </li>
      ))}
    </ol>
  );
}
