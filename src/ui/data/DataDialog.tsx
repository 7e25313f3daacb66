// From text to examples: what was understood of it, the switches to correct that, and what each row that is left out lacks.
// The text is read by a worker; until it has answered, and where it refuses, the present data stay.

import { type DragEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { takeData } from '../../lab/own/editData.ts';
import { type ProblemId, problems } from '../../training/problems/index.ts';
import type { TableChoices, TableReading } from '../../training/table/readTable.ts';
import { kindOf, problemsFor } from '../../training/theory/ownRun.ts';
import { useDialog } from '../dialogs/DialogContext.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats, useNotice } from '../text/TextContext.tsx';
import { useAnswered } from '../useAnswer.ts';
import css from './data.module.css';
import { ofJson, openFile } from './openFile.ts';
import { Preview } from './Preview.tsx';
import { ProblemChoice } from './ProblemChoice.tsx';
import { pendingTable } from './pendingTable.ts';
import { ReadingReport } from './ReadingReport.tsx';
import { TableSwitches } from './TableSwitches.tsx';
import { useDataText } from './words.ts';

/** A field is slow with more than so many characters: of a longer text it shows the beginning. */
const longText = 20_000;

export function DataDialog() {
  const words = useDataText();
  const notice = useNotice();
  const id = useId();
  const [text, setText] = useState(() => pendingTable.getState().text);
  const [choices, setChoices] = useState<TableChoices>({});
  const [failure, setFailure] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => () => pendingTable.setState({ text: '' }), []);
  const isLong = text.length > longText;
  const change = (next: string): void => {
    setText(next);
    setChoices({});
    setFailure('');
  };
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      const opened = await openFile(file);
      if (opened.kind === 'table') change(opened.text);
      else if (opened.kind === 'data') change(JSON.stringify(opened.data));
      else setFailure(words.badFile(words.useOpen));
    } catch (error) {
      setFailure(words.badFile(error instanceof Error ? notice(error.message) : String(error)));
    }
  };
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    void take(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file that is dropped can be chosen by the button as well
    <div className={css.dialog} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <label htmlFor={id}>{words.source}</label>
      <textarea
        id={id}
        className={css.text}
        spellCheck={false}
        dir="ltr"
        placeholder={words.sourceHint}
        value={isLong ? text.slice(0, longText) : text}
        readOnly={isLong}
        onChange={(event) => change(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (pasted.length <= longText) return;
          event.preventDefault();
          change(pasted);
        }}
      />
      {isLong && (
        <p className={css.note}>
          {words.beginningOnly}{' '}
          <button type="button" onClick={() => change('')}>
            {words.clear}
          </button>
        </p>
      )}
      <div className={css.buttons}>
        <button type="button" onClick={() => input.current?.click()}>
          {words.chooseFile}
        </button>
        <input ref={input} type="file" hidden onChange={(event) => void take(event.currentTarget.files?.[0])} />
      </div>
      {failure !== '' && <p role="alert">{failure}</p>}
      {text.trim() === '' ? (
        <p className={css.note}>{words.limits}</p>
      ) : /^\s*\{/.test(text) ? (
        <OfJson text={text} />
      ) : (
        <OfTable text={text} choices={choices} onChoose={(more) => setChoices({ ...choices, ...more })} />
      )}
    </div>
  );
}

/** Data as a host page writes them. */
function OfJson({ text }: { readonly text: string }) {
  const words = useDataText();
  const notice = useNotice();
  const read = useMemo(() => {
    try {
      const opened = ofJson(text);
      return opened.kind === 'data' ? { data: opened.data } : { refusal: words.useOpen };
    } catch (error) {
      return { refusal: error instanceof Error ? notice(error.message) : String(error) };
    }
  }, [text, words, notice]);
  return 'data' in read && read.data !== undefined ? (
    <Use data={read.data} />
  ) : (
    <p role="alert">{words.badFile(read.refusal ?? '')}</p>
  );
}

interface OfTableProps {
  readonly text: string;
  readonly choices: TableChoices;
  onChoose(more: TableChoices): void;
}

function OfTable({ text, choices, onChoose }: OfTableProps) {
  const words = useDataText();
  const config = useLabState((state) => state.config);
  const { problem, seed } = config;
  const request = useMemo(() => {
    const { features, hasTarget, classes } = kindOf(problems[problem]);
    const usual: TableChoices = {
      ...{ wanted: { features, hasTarget, classes }, seed },
      ...(hasTarget && classes === 0 && { isClasses: false }),
    };
    return { text, choices: { ...usual, ...choices } };
  }, [text, choices, problem, seed]);
  const answered = useAnswered('table', request, request);
  if (answered === null) return <p role="status">{words.reading}</p>;
  const { answer: reading, about } = answered;
  return (
    <>
      <ReadingReport reading={reading} />
      {reading.columns.length > 0 && (
        <>
          <TableSwitches reading={reading} onChoose={onChoose} />
          <Preview reading={reading} />
        </>
      )}
      {reading.data !== null && (
        <Use
          data={reading.data}
          target={reading.roles.target === null ? 'none' : reading.isClasses ? 'classes' : 'number'}
          isLate={about !== request}
        />
      )}
    </>
  );
}

interface UseProps {
  readonly data: NonNullable<TableReading['data']>;
  /** What the targets are, where that is known. */
  readonly target?: 'none' | 'classes' | 'number';
  /** Whether they are those of a text that has changed since. */
  readonly isLate?: boolean;
}

/** With which problem they are learned, and the button that begins. */
function Use({ data, target, isLate = false }: UseProps) {
  const lab = useLab();
  const words = useDataText();
  const format = useFormats();
  const { setOpen } = useDialog();
  const present = useLabState((state) => state.config.problem);
  const [chosen, setChosen] = useState<ProblemId | null>(null);
  const fitting = problemsFor(data);
  if (fitting.length === 0) return <p role="alert">{words.noProblem}</p>;
  // What is there to be predicted is, and classes are learned as classes, unless somebody wants it otherwise.
  const suited = fitting.filter((each) => {
    const { hasTarget, classes } = kindOf(problems[each]);
    return target === undefined || (hasTarget === (target !== 'none') && (target !== 'classes' || classes > 0));
  });
  const usual = suited.includes(present) ? present : (suited[0] ?? fitting[0]);
  const problem = chosen !== null && fitting.includes(chosen) ? chosen : usual;
  const begin = (): void => {
    if (takeData(lab, data, problem)) setOpen(null);
  };
  return (
    <div className={css.choices}>
      <ProblemChoice of={fitting} value={problem} onChoose={setChosen} />
      <button type="button" disabled={isLate} onClick={begin}>
        {words.use}
      </button>
      <span className={css.note}>{words.taken(format.count(data.y.length))}</span>
    </div>
  );
}
