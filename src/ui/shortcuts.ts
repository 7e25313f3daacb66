// Single keys that act on the run while the lab's page has the focus: never in a field, never over a control's own
// keys, and not at all when the reader switched them off.

import { useEffect, useSyncExternalStore } from 'react';
import { keep, readKept } from '../embed/capabilities.ts';
import type { Lab } from '../lab/lab.ts';
import { useOpenDialog } from './dialogs/DialogContext.tsx';
import { useHostWishes } from './host/HostContext.tsx';
import { useLab } from './LabContext.tsx';

export type ShortcutName = 'play' | 'step' | 'stepBack' | 'nextEpoch' | 'reset' | 'slowMotion' | 'help';

/** The keys in the order of the list that a reader sees. */
export const shortcuts: readonly { readonly key: string; readonly name: ShortcutName }[] = [
  { key: ' ', name: 'play' },
  { key: 'ArrowRight', name: 'step' },
  { key: 'ArrowLeft', name: 'stepBack' },
  { key: 'e', name: 'nextEpoch' },
  { key: 'r', name: 'reset' },
  { key: 's', name: 'slowMotion' },
  { key: '?', name: 'help' },
];

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
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const name = shortcutOf(event);
      // What the host left out is out of reach of the keys as well.
      if (name === null || !areOn || hidden.has(name)) return;
      event.preventDefault();
      if (name === 'help') openDialog('keyboard');
      else act(lab, name);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [lab, openDialog, hidden]);
}

/** Elements with a use of their own for letters, and those with one for Space or the arrows. */
const typed = 'input:not([type="checkbox"], [type="range"], [type="radio"]), select, textarea, [contenteditable]';
const ownSpace = 'button, input, a, summary, [role="slider"], [role="tab"]';
const ownArrows = 'input, [role="slider"], [role="tab"], [role="tablist"]';

function shortcutOf(event: KeyboardEvent): ShortcutName | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const found = shortcuts.find((shortcut) => shortcut.key === key);
  if (found === undefined || document.querySelector('dialog[open], :popover-open') !== null) return null;
  const target = event.target instanceof Element ? event.target : document.body;
  const isTaken = (selector: string): boolean => target.closest(selector) !== null;
  if (isTaken(typed)) return null;
  if (found.key === ' ' && isTaken(ownSpace)) return null;
  return found.key.startsWith('Arrow') && (isTaken(ownArrows) || event.shiftKey || scrolls(target)) ? null : found.name;
}

/** Whether the arrow keys scroll something around `target` sideways. */
function scrolls(target: Element): boolean {
  for (let element: Element | null = target; element !== null; element = element.parentElement)
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'auto') return true;
  return false;
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
