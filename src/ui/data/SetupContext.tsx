// The history of what was set up, for the whole page: Ctrl+Z goes back in it, Ctrl+Shift+Z or Ctrl+Y forward, but where a
// field has a history of its own.

import { createContext, type ReactNode, use, useEffect, useMemo } from 'react';
import { isCovered, signOf } from '../../embed/keyUse.ts';
import { SetupHistory } from '../../lab/own/setupHistory.ts';
import { present } from '../../training/present.ts';
import { useHostWishes } from '../host/HostContext.tsx';
import { useLab } from '../LabContext.tsx';

const SetupContext = createContext<SetupHistory | null>(null);

export const useSetup = (): SetupHistory => present(use(SetupContext));

const typed = 'input:not([type="checkbox"], [type="range"], [type="radio"]), textarea, [contenteditable]';

export function SetupProvider({ children }: { readonly children: ReactNode }) {
  const lab = useLab();
  const setup = useMemo(() => new SetupHistory(lab), [lab]);
  const areWished = useHostWishes((wishes) => wishes.hasShortcuts);
  useEffect(() => setup.follow(), [setup]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const direction = directionOf(event);
      const isTyped = event.target instanceof Element && event.target.closest(typed) !== null;
      if (direction === null || !areWished || event.defaultPrevented || isTyped || isCovered(document)) return;
      event.preventDefault();
      setup[direction]();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [setup, areWished]);
  return <SetupContext value={setup}>{children}</SetupContext>;
}

function directionOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return null;
  const sign = signOf(event);
  if (sign === 'z') return event.shiftKey ? 'redo' : 'undo';
  return sign === 'y' && !event.shiftKey ? 'redo' : null;
}
