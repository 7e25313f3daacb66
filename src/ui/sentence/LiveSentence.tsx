// The sentence on a problem in which what it promises can be pressed: it does so, and pressed again goes back. Its terms
// say what they mean.

import { isKept, kept, type Promised, type PromiseId, promises, usualOf } from '../../lab/promises.ts';
import { Term } from '../glossary/Term.tsx';
import type { TermId } from '../glossary/words.ts';
import { useIsLocked } from '../host/HostContext.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import css from './LiveSentence.module.css';
import { partsOf } from './parts.ts';
import { useLiveText } from './words.ts';

const allPromises = Object.entries(promises) as [PromiseId, (typeof promises)[PromiseId]][];

export function LiveSentence({ text }: { readonly text: string }) {
  const { phrases, terms } = useLiveText();
  const problem = useLabState((state) => state.config.problem);
  const own = allPromises.filter(([, promised]) => promised.problem === problem);
  const parts = partsOf<PromiseId | TermId>(text, [
    ...own.map(([id]) => ({ id, phrase: phrases[id] })),
    ...Object.entries(terms).map(([id, pattern]) => ({ id: id as TermId, phrase: new RegExp(pattern, 'u') })),
  ]);
  return parts.map(({ from, text: words, id }) => {
    if (id === null) return words;
    if (id in promises)
      return <Phrase key={from} id={id as PromiseId} words={words} promised={promises[id as PromiseId].change} />;
    return (
      <Term key={from} id={id as TermId}>
        {words}
      </Term>
    );
  });
}

interface PhraseProps {
  readonly id: PromiseId;
  readonly words: string;
  readonly promised: Promised;
}

function Phrase({ id, words, promised }: PhraseProps) {
  const lab = useLab();
  const { does, goBack, goBackTitle } = useLiveText();
  const isLocked = useIsLocked('settings');
  const isOn = useLabState((state) => isKept(state, promised));
  const former = useLabState((state) => state.former);
  const usual = usualOf(promises[id].problem, promised);
  const isUsual = useLabState((state) => isKept(state, usual));
  // What is so by itself promises nothing to press.
  if (isLocked || (isOn && isUsual && former === null)) return words;
  const press = (): void => {
    const keep = (change: Promised): void => lab.tryOut(kept(lab.store.getState(), change));
    if (!isOn) keep(promised);
    else if (former !== null) lab.takeBack();
    else keep(usual);
  };
  return (
    <button
      type="button"
      className={css.phrase}
      data-said
      aria-pressed={isOn}
      title={isOn ? goBackTitle : does[id]}
      onClick={press}
    >
      {words}
      {isOn && <small> ({goBack})</small>}
    </button>
  );
}
