// The one switch between the two levels.

import { Hideable } from '../host/Control.tsx';
import { useText } from '../text/TextContext.tsx';
import { useLevel } from './LevelContext.tsx';

interface LevelSwitchProps {
  readonly className: string | undefined;
  /** What it is to who cannot see it: in a menu an item. */
  readonly role: 'switch' | 'menuitemcheckbox';
}

export function LevelSwitch({ className, role }: LevelSwitchProps) {
  const { page } = useText();
  const { level, setLevel } = useLevel();
  const isAll = level === 'all';
  return (
    <Hideable name="level">
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles have it */}
      <button
        type="button"
        role={role}
        aria-checked={isAll}
        className={className}
        onClick={() => setLevel(isAll ? 'first' : 'all')}
      >
        <span aria-hidden="true">{isAll ? '☑' : '☐'}</span> {page.everything}
      </button>
    </Hideable>
  );
}
