// What the link and the code ask of the lab: where it begins, how it looks, what it leaves out, and what it fixes.

import { type ReactNode, useId } from 'react';
import { hideableNames, lockableNames } from '../../embed/names.ts';
import { viewName } from '../../embed/viewName.ts';
import type { HostTheme, HostWishes } from '../../embed/wishes.ts';
import { NumberInput } from '../controls/NumberInput.tsx';
import { useLab } from '../LabContext.tsx';
import { panels } from '../panels/panelList.ts';
import { useViewText } from '../text/viewWords.ts';
import css from './dialogs.module.css';
import { useDialogText } from './text.ts';

export interface Choices {
  readonly withStep: boolean;
  readonly isEmbedded: boolean;
  readonly autoplay: boolean;
  readonly startsWhenVisible: boolean;
  readonly theme: HostTheme;
  readonly language: 'auto' | 'en' | 'de';
  readonly height: number;
  readonly hidden: ReadonlySet<string>;
  readonly locked: ReadonlySet<string>;
}

/** As the page is on the screen now: its theme, its language, and what it leaves out and fixes. */
export function choicesNow({ theme, language, hidden, locked }: HostWishes, { dataset }: HTMLElement): Choices {
  const shown = dataset.theme;
  return {
    ...{ withStep: true, isEmbedded: true, autoplay: false, startsWhenVisible: false, height: 720, hidden, locked },
    theme: shown === 'light' || shown === 'dark' ? shown : theme,
    language: language === null ? 'auto' : /^de\b/i.test(language) ? 'de' : 'en',
  };
}

/** The choices as wishes; whether the lab is embedded is another matter for a link than for a frame. */
export const wishesOf = ({ autoplay, startsWhenVisible, theme, language, hidden, locked }: Choices) => ({
  ...{ autoplay, startsWhenVisible, theme, hidden, locked },
  language: language === 'auto' ? null : language,
});

/** Height of the frame, in CSS pixels. */
const heightField = { kind: 'number', name: 'height', default: 720, min: 240, max: 2000, integer: true } as const;

type Choose = (change: Partial<Choices>) => void;

interface ChoiceProps {
  readonly choices: Choices;
  readonly choose: Choose;
}

export function ShareChoices({ choices, choose }: ChoiceProps) {
  return (
    <div className={css.choices}>
      <div className={css.options}>
        <Options choices={choices} choose={choose} />
        <LockList choices={choices} choose={choose} />
      </div>
      <HideList choices={choices} choose={choose} />
    </div>
  );
}

function Options({ choices, choose }: ChoiceProps) {
  const { store, history } = useLab();
  const { share } = useDialogText();
  const isPlain = history.edits.length <= 1;
  return (
    <>
      {store.getState().cursor > 0 && (
        <>
          <Check
            label={share.withStep}
            isOn={choices.withStep && isPlain}
            isOff={!isPlain}
            onChange={(withStep) => choose({ withStep })}
          />
          {!isPlain && <p className={css.note}>{share.noStep}</p>}
        </>
      )}
      <Check label={share.embed} isOn={choices.isEmbedded} onChange={(isEmbedded) => choose({ isEmbedded })} />
      <Check label={share.autoplay} isOn={choices.autoplay} onChange={(autoplay) => choose({ autoplay })} />
      <Check
        label={share.startVisible}
        isOn={choices.startsWhenVisible}
        onChange={(startsWhenVisible) => choose({ startsWhenVisible })}
      />
      <Choice
        label={share.theme}
        value={choices.theme}
        names={share.themes}
        onChange={(theme) => choose({ theme: theme as HostTheme })}
      />
      <Choice
        label={share.language}
        value={choices.language}
        names={share.languages}
        onChange={(language) => choose({ language: language as Choices['language'] })}
      />
      <span className={css.choice}>
        <span aria-hidden="true">{share.height}</span>
        <NumberInput
          field={{ ...heightField, label: share.height }}
          value={choices.height}
          step={10}
          onCommit={(height) => choose({ height })}
        />
      </span>
    </>
  );
}

function LockList({ choices, choose }: ChoiceProps) {
  const { share } = useDialogText();
  const entries = lockableNames.map((name) => ({ name, label: share.names[name] }));
  return (
    <NameList legend={share.lock} entries={entries} chosen={choices.locked}>
      {(locked) => choose({ locked })}
    </NameList>
  );
}

function HideList({ choices, choose }: ChoiceProps) {
  const text = useViewText();
  const { share } = useDialogText();
  const plots = [
    { name: viewName('data'), label: share.view(text.tabData) },
    { name: viewName('loss'), label: share.view(text.tabLoss) },
  ];
  const views = panels.map((panel) => ({ name: viewName(panel.id), label: share.view(panel.title(text)) }));
  const entries = [...hideableNames.map((name) => ({ name, label: share.names[name] })), ...plots, ...views];
  return (
    <NameList legend={share.hide} note={share.hideHelp} entries={entries} chosen={choices.hidden}>
      {(hidden) => choose({ hidden })}
    </NameList>
  );
}

interface NameListProps {
  readonly legend: string;
  readonly note?: string;
  readonly entries: readonly { readonly name: string; readonly label: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly children: (chosen: ReadonlySet<string>) => void;
}

function NameList({ legend, note, entries, chosen, children: onChange }: NameListProps) {
  return (
    <fieldset className={css.names}>
      <legend>{legend}</legend>
      {note !== undefined && <p className={css.note}>{note}</p>}
      <div className={css.nameColumns}>
        {entries.map(({ name, label }) => (
          <Check
            key={name}
            label={label}
            isOn={chosen.has(name)}
            onChange={(isOn) => onChange(new Set(isOn ? [...chosen, name] : [...chosen].filter((one) => one !== name)))}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface CheckProps {
  readonly label: ReactNode;
  readonly isOn: boolean;
  readonly isOff?: boolean;
  onChange(isOn: boolean): void;
}

function Check({ label, isOn, isOff = false, onChange }: CheckProps) {
  return (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={isOn}
        disabled={isOff}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly names: Readonly<Record<string, string>>;
  onChange(value: string): void;
}

export function Choice({ label, value, names, onChange }: SelectProps) {
  const id = useId();
  return (
    <span className={css.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {Object.entries(names).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
