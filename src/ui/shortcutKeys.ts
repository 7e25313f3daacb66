// The single keys that act on the run, and which of them a key press is.

import { isCommand, type KeyPress, signOf } from '../embed/keyUse.ts';

export type ShortcutName = 'play' | 'step' | 'stepBack' | 'nextEpoch' | 'reset' | 'slowMotion' | 'help';

export interface Shortcut {
  readonly key: string;
  readonly name: ShortcutName;
  /** Acts again and again while the key is held down. */
  readonly repeats?: boolean;
}

/** The keys in the order of the list that a reader sees. */
export const shortcuts: readonly Shortcut[] = [
  { key: ' ', name: 'play' },
  { key: 'ArrowRight', name: 'step', repeats: true },
  { key: 'ArrowLeft', name: 'stepBack', repeats: true },
  { key: 'e', name: 'nextEpoch' },
  { key: 'r', name: 'reset' },
  { key: 's', name: 'slowMotion' },
  { key: '?', name: 'help' },
];

/** The shortcut that is pressed; none together with Ctrl, Alt, or Meta, nor with Shift unless the sign needs it. */
export function shortcutFor(press: KeyPress): Shortcut | null {
  if (press.isComposing || isCommand(press)) return null;
  const sign = signOf(press);
  if (press.shiftKey && sign !== '?') return null;
  return shortcuts.find(({ key }) => key === sign) ?? null;
}
