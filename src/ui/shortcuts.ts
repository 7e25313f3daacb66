// Single keys that act on the run while the lab's page has the focus: never in a field, never over a control's own
// keys, and not at all when the reader switched them off.

import { useEffect, useSyncExternalStore } from 'react';
import { keep, readKept } from '../embed/capabilities.ts';
import { controlUses, isCovered } from '../embed/keyUse.ts';
import type { Lab } from '../lab/lab.ts';
import { useOpenDialog } from './dialogs/DialogContext.tsx';
import { useHostWishes } from './host/HostContext.tsx';
import { useLab } from './LabContext.tsx';
import { type Shortcut, type ShortcutName, shortcutFor } from './shortcutKeys.ts';

const keptAs = 'shortcuts';
const listeners = new Set<() => void>();
const kept = readKept(keptAs);
let areOn = !(kept.ok && kept.value === 'off');

export function setShortcuts(on: boolean): void {
  areOn = on;
  keep(keptAs, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export const useShortcutsAreOn = (): boolean => useSyncExternalStore(subscribe, () => areOn);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Puts the keys to work on the page's own document: in a frame it hears them only while the frame has the focus. */
export function useShortcuts(): void {
  const lab = useLab();
  const openDialog = useOpenDialog();
  const hidden = useHostWishes((wishes) => wishes.hidden);
  const areWished = useHostWishes((wishes) => wishes.hasShortcuts);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      // A button presses itself again while Enter is held.
      if (event.repeat && event.key === 'Enter' && isPressedByEnter(event.target)) event.preventDefault();
      const shortcut = shortcutOf(event);
      // What the host left out is out of reach of the keys as well.
      if (shortcut === null || !areOn || !areWished || hidden.has(shortcut.name)) return;
      const { name, repeats } = shortcut;
      event.preventDefault();
      if (event.repeat && !repeats) return;
      if (name === 'help') openDialog('keyboard');
      else act(lab, name);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [lab, openDialog, hidden, areWished]);
}

const isPressedByEnter = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('button, summary, a');

/** The shortcut that a key press is, unless a dialog is open or the control that has the focus uses the key itself. */
function shortcutOf(event: KeyboardEvent): Shortcut | null {
  const shortcut = event.defaultPrevented ? null : shortcutFor(event);
  if (shortcut === null || isCovered(document)) return null;
  const target = event.target instanceof Element ? event.target : document.body;
  return controlUses(target, shortcut.key) ? null : shortcut;
}

function act(lab: Lab, name: Exclude<ShortcutName, 'help'>): void {
  const { status, phase } = lab.store.getState();
  switch (name) {
    case 'play':
      if (status === 'running') lab.pause();
      else lab.play();
      break;
    case 'slowMotion':
      lab.setSlowMotion(phase === null);
      break;
    default:
      lab[name]();
  }
}
