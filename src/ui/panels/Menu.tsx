// What is needed now and then: controls that the level keeps out of sight, sharing, the account of the numbers, the keys,
// printing.

import { type ReactNode, useId, useRef, useState } from 'react';
import { print } from '../../embed/capabilities.ts';
import { type DialogName, useOpenDialog } from '../dialogs/DialogContext.tsx';
import { Hideable } from '../host/Control.tsx';
import { useLab } from '../LabContext.tsx';
import { LevelSwitch } from '../level/LevelSwitch.tsx';
import { useText } from '../text/TextContext.tsx';
import css from './Menu.module.css';

const dialogs = ['export', 'share', 'about', 'keyboard'] as const satisfies readonly DialogName[];

interface MenuProps {
  /** Opens the settings; null where they have a button of their own. */
  readonly onSettings: (() => void) | null;
  /** Controls that have no place elsewhere. */
  readonly children: ReactNode;
}

export function Menu({ onSettings, children }: MenuProps) {
  const lab = useLab();
  const { frame, page } = useText();
  const openDialog = useOpenDialog();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const choose = (act: () => void): void => {
    // Closing first gives the focus back to the button, where a dialog then returns it.
    list.current?.hidePopover();
    act();
  };
  const printPage = (): void => {
    if (!print().ok) lab.notify([frame.printRefused]);
  };
  return (
    <div className={css.menu}>
      <button type="button" popoverTarget={id} aria-expanded={isOpen}>
        {frame.menu}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        className={css.list}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        <div className={css.controls}>
          {children}
          <LevelSwitch className={undefined} role="switch" />
          {onSettings !== null && (
            <Hideable name="settings">
              <button type="button" onClick={() => choose(onSettings)}>
                {page.settings} …
              </button>
            </Hideable>
          )}
        </div>
        {dialogs.map((name) => (
          <button key={name} type="button" onClick={() => choose(() => openDialog(name))}>
            {frame[name]}
          </button>
        ))}
        <button type="button" onClick={() => choose(printPage)}>
          {frame.print}
        </button>
      </div>
    </div>
  );
}
