// The list of keys, and the switch that takes the single ones away.

import { useHostWishes } from '../host/HostContext.tsx';
import { shortcuts } from '../shortcutKeys.ts';
import { setShortcuts, useShortcutsAreOn } from '../shortcuts.ts';
import css from './dialogs.module.css';
import { useDialogText } from './text.ts';

const signs: Readonly<Record<string, string>> = { ArrowRight: '→', ArrowLeft: '←' };

export function KeyboardKeys() {
  const { keyboard } = useDialogText();
  const areSwitchedOn = useShortcutsAreOn();
  const areWished = useHostWishes((wishes) => wishes.hasShortcuts);
  const areOn = areSwitchedOn && areWished;
  const face = (key: string): string => (key === ' ' ? keyboard.space : (signs[key] ?? key.toUpperCase()));
  const rows = [
    ...shortcuts.map(({ key, name }) => ({ key: face(key), does: keyboard.keys[name], isSingle: true })),
    { key: keyboard.tab, does: keyboard.tabDoes, isSingle: false },
    { key: keyboard.escape, does: keyboard.escapeDoes, isSingle: false },
    { key: keyboard.arrows, does: keyboard.arrowsDo, isSingle: false },
    { key: keyboard.enter, does: keyboard.enterDoes, isSingle: false },
  ];
  return (
    <>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={areOn}
          disabled={!areWished}
          onChange={(event) => setShortcuts(event.currentTarget.checked)}
        />
        {keyboard.on}
      </label>
      <p className={css.note}>{areWished ? keyboard.onHelp : keyboard.offByHost}</p>
      <table className={css.keys}>
        <thead>
          <tr>
            <th scope="col">{keyboard.key}</th>
            <th scope="col">{keyboard.does}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, does, isSingle }) => (
            <tr key={key} data-off={(isSingle && !areOn) || undefined}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
