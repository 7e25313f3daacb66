import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../embed/keyUse.ts';
import { shortcutFor, shortcuts } from './shortcutKeys.ts';

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});
const nameOf = (key: string, code: string, more?: Partial<KeyPress>): string | undefined =>
  shortcutFor(press(key, code, more))?.name;

describe('a single key', () => {
  it.each([
    [' ', 'Space', 'play'],
    ['ArrowRight', 'ArrowRight', 'step'],
    ['ArrowLeft', 'ArrowLeft', 'stepBack'],
    ['e', 'KeyE', 'nextEpoch'],
    ['E', 'KeyE', 'nextEpoch'],
    ['r', 'KeyR', 'reset'],
    ['s', 'KeyS', 'slowMotion'],
  ])('%j acts', (key, code, name) => {
    expect(nameOf(key, code)).toBe(name);
  });

  it.each([
    ['Dvorak', 'e', 'KeyD', 'nextEpoch'],
    ['Dvorak', '.', 'KeyE', undefined],
    ['Dvorak', 'o', 'KeyS', undefined],
    ['German', 'z', 'KeyY', undefined],
    ['German', 'ß', 'Minus', undefined],
    ['Turkish', 'ş', 'Semicolon', undefined],
    ['Russian', 'у', 'KeyE', 'nextEpoch'],
    ['Russian', 'к', 'KeyR', 'reset'],
    ['Russian', 'ы', 'KeyS', 'slowMotion'],
    ['Russian', 'ж', 'Semicolon', undefined],
    ['Greek', 'ε', 'KeyE', 'nextEpoch'],
    ['Hebrew', 'ק', 'KeyE', 'nextEpoch'],
    ['Arabic', 'س', 'KeyS', 'slowMotion'],
    ['Hindi', 'े', 'KeyS', 'slowMotion'],
    ['Thai', 'พ', 'KeyR', 'reset'],
    ['Japanese', 'い', 'KeyE', 'nextEpoch'],
    ['Korean', 'ㄷ', 'KeyE', 'nextEpoch'],
  ])('of a keyboard that is %s: %s is known by its letter, or its place', (_, key, code, name) => {
    expect(nameOf(key, code)).toBe(name);
  });

  it.each(['?', '؟', '？'])('%s opens the list, with Shift or without', (key) => {
    expect(nameOf(key, 'Slash', { shiftKey: true })).toBe('help');
    expect(nameOf(key, 'Comma')).toBe('help');
  });

  it.each(['ctrlKey', 'altKey', 'metaKey', 'shiftKey', 'isComposing'] as const)('with %s is not ours', (modifier) => {
    for (const { key } of shortcuts.filter((shortcut) => shortcut.name !== 'help'))
      expect(nameOf(key, '', { [modifier]: true }), key).toBeUndefined();
    expect(nameOf('у', 'KeyE', { [modifier]: true })).toBeUndefined();
    if (modifier !== 'shiftKey') expect(nameOf('?', 'Slash', { [modifier]: true })).toBeUndefined();
  });

  it('acts again while it is held only where it goes on by steps', () => {
    expect(shortcuts.filter(({ repeats }) => repeats).map(({ name }) => name)).toEqual(['step', 'stepBack']);
  });
});
