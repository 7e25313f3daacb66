// Link and code of this run for others: what is shared and in which form is chosen here, and the result is shown.

import { useId, useState } from 'react';
import { linkForOthers } from '../../lab/linkTo.ts';
import { useHostWishes } from '../host/HostContext.tsx';
import { useLab } from '../LabContext.tsx';
import { CopyText } from './CopyText.tsx';
import css from './dialogs.module.css';
import { type PageAddress, pageAddress, typedAddress } from './pageAddress.ts';
import { Choice, type Choices, choicesNow, ShareChoices, wishesOf } from './ShareChoices.tsx';
import { type ShareForm, shareCode, shareForms, shareLink } from './shareForms.ts';
import { useDialogText } from './text.ts';

export function Share() {
  const lab = useLab();
  const { share } = useDialogText();
  const wishesNow = useHostWishes((wishes) => wishes);
  const [choices, setChoices] = useState<Choices>(() => choicesNow(wishesNow, document.documentElement));
  const [form, setForm] = useState<ShareForm>('frame');
  const here = pageAddress(location.href);
  const [typed, setTyped] = useState('');
  const page = typedAddress(typed) ?? here.page;
  const hash = linkForOthers(lab, choices.withStep);
  const wishes = wishesOf(choices);
  const { isEmbedded, height } = choices;
  const framed = { hash, wishes: { ...wishes, isEmbedded }, title: share.frameTitle, height };
  return (
    <>
      <p>{share.intro}</p>
      {here.hindrance !== null && <Elsewhere address={here} typed={typed} onType={setTyped} />}
      <CopyText label={share.link} text={shareLink({ page, hash, wishes })} rows={2} />
      <Choice
        label={share.form}
        value={form}
        names={Object.fromEntries(shareForms.map((key) => [key, share.forms[key]]))}
        onChange={(key) => setForm(key as ShareForm)}
      />
      <CopyText label={share.snippet} text={shareCode(form, { ...framed, page })} rows={8} />
      <p className={css.note}>{share.formNotes[form]}</p>
      <ShareChoices choices={choices} choose={(change) => setChoices((before) => ({ ...before, ...change }))} />
      <Preview
        address={here.isReal && mayLoadFrames() ? shareLink({ ...framed, page: here.page }) : null}
        height={height}
      />
    </>
  );
}

interface ElsewhereProps {
  readonly address: PageAddress;
  readonly typed: string;
  readonly onType: (text: string) => void;
}

/** Says that others cannot open the lab where it is, and asks where they can. */
function Elsewhere({ address, typed, onType }: ElsewhereProps) {
  const { share } = useDialogText();
  const id = useId();
  const isNone = typed.trim() !== '' && typedAddress(typed) === null;
  return (
    <div className={css.elsewhere} role="note">
      <p>{share.hindrances[address.hindrance ?? 'none']}</p>
      <label htmlFor={id}>{share.elsewhere}</label>
      <input
        id={id}
        type="url"
        spellCheck={false}
        dir="ltr"
        placeholder="https://your.server/minibatch-lab/"
        value={typed}
        aria-invalid={isNone}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <span role="status">{isNone && share.noAddress}</span>
    </div>
  );
}

/** The single file carries a policy that lets nothing be loaded, not even itself. */
const mayLoadFrames = (): boolean => document.querySelector('meta[http-equiv="Content-Security-Policy"]') === null;

/** Widths at which the preview can be looked at, in CSS pixels: a phone's to a projector's. */
const [narrowest, widest] = [320, 1920];

/** The page inside itself, as the code would show it, as wide as one likes; opened when asked for, since it is a whole page. */
function Preview({ address, height }: { readonly address: string | null; readonly height: number }) {
  const { share } = useDialogText();
  const [isOpen, setOpen] = useState(false);
  const [width, setWidth] = useState(672);
  const id = useId();
  return (
    <details className={css.preview} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{share.preview}</summary>
      {isOpen &&
        (address === null ? (
          <p className={css.note}>{share.noPreview}</p>
        ) : (
          <>
            <label htmlFor={id}>{share.width(width)}</label>
            <input
              id={id}
              type="range"
              min={narrowest}
              max={widest}
              step={8}
              value={width}
              onChange={(event) => setWidth(event.currentTarget.valueAsNumber)}
            />
            <section className={css.scroller} aria-label={share.preview}>
              {/* A frame does not load anew for another hash alone. */}
              <iframe key={address} src={address} title={share.preview} height={height} style={{ inlineSize: width }} />
            </section>
          </>
        ))}
    </details>
  );
}
