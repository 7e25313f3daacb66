// A control as the host page wants it: as it is, left out, or shown but fixed, with the reason.

import type { ReactNode } from 'react';
import { useText } from '../text/TextContext.tsx';
import css from './Control.module.css';
import { useIsHidden, useLock } from './HostContext.tsx';

interface ControlProps {
  /** The name by which the host speaks of it. */
  readonly name: string;
  readonly children: ReactNode;
}

export function Control({ name, children }: ControlProps) {
  return (
    <Hideable name={name}>
      <Lockable name={name}>{children}</Lockable>
    </Hideable>
  );
}

/** What can be left out but has nothing to fix. */
export function Hideable({ name, children }: ControlProps) {
  return useIsHidden(name) ? null : children;
}

/** A control that can be fixed but not left out. */
export function Lockable({ name, children }: ControlProps) {
  const { frame } = useText();
  const lock = useLock(name);
  const isLocked = lock !== null;
  const sentence = lock === null ? undefined : lock === 'host' ? frame.locked : frame.lockedByQuestion;
  return (
    // Always there, so that fixing a control that is in use does not make it anew.
    <fieldset
      className={css.control}
      disabled={isLocked}
      data-locked={isLocked || undefined}
      role={isLocked ? 'group' : 'presentation'}
      aria-label={sentence}
      title={sentence}
    >
      {children}
    </fieldset>
  );
}
