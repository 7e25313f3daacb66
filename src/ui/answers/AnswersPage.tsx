// The page that reads answers: a column of codes is pasted, and what was answered is shown by lesson. All of it stays here.

import '../theme.css';
import { type ReactNode, use, useId, useMemo, useState } from 'react';
import { download } from '../../embed/capabilities.ts';
import { answersCsv } from '../../export/answersCsv.ts';
import { type AnswersTo, answersByLesson, type LineFault, type ReadLine, readColumn } from '../../lab/answerColumn.ts';
import { lessons } from '../../lab/lessons/index.ts';
import type { Lesson } from '../../lab/lessons/lesson.ts';
import { Part } from '../parts/Part.tsx';
import { LanguageProvider, useFormats } from '../text/TextContext.tsx';
import css from './answers.module.css';
import { LessonAnswers } from './LessonAnswers.tsx';
import { useAnswersText } from './useAnswersText.ts';

/** All lessons by their keys, in their order; loaded with the first code. */
let loading: Promise<ReadonlyMap<string, Lesson>> | null = null;
const allLessons = (): Promise<ReadonlyMap<string, Lesson>> => {
  loading ??= Promise.all(lessons.map(async ({ key, load }) => [key, await load()] as const)).then(
    (entries) => new Map(entries),
  );
  return loading;
};

/** @param language a language tag; the reader's own languages when absent */
export function AnswersPage({ language }: { readonly language?: string | undefined }) {
  return (
    <LanguageProvider code={language}>
      <div className={css.root}>
        <Part>
          <Answers />
        </Part>
      </div>
    </LanguageProvider>
  );
}

function Answers() {
  const text = useAnswersText();
  const id = useId();
  const [column, setColumn] = useState('');
  const read = useMemo(() => readColumn(column), [column]);
  return (
    <main className={css.page}>
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      <label htmlFor={id}>{text.codes}</label>
      <textarea
        id={id}
        rows={6}
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        value={column}
        onChange={({ currentTarget }) => setColumn(currentTarget.value)}
      />
      <Part before={null}>{column.trim() === '' ? null : <Results {...read} onClear={() => setColumn('')} />}</Part>
    </main>
  );
}

interface ResultsProps {
  readonly lines: readonly ReadLine[];
  readonly faults: readonly LineFault[];
  onClear(): void;
}

function Results({ lines, faults: unread, onClear }: ResultsProps) {
  const text = useAnswersText();
  const { count } = useFormats();
  const known = use(allLessons());
  const { groups, faults: more } = useMemo(() => answersByLesson(lines, known), [lines, known]);
  const faults = [...unread, ...more].toSorted((one, other) => one.line - other.line);
  return (
    <>
      <p role="status">{text.read({ codes: count(lines.length), faults: count(faults.length) })}</p>
      <Taken groups={groups}>
        <button type="button" onClick={onClear}>
          {text.clear}
        </button>
      </Taken>
      {faults.length > 0 && (
        <section aria-label={text.unread}>
          <ul className={css.faults}>
            {faults.map(({ line, fault, lesson }, place) => (
              <li key={place}>{text.faults[fault](count(line), lesson)}</li>
            ))}
          </ul>
        </section>
      )}
      {groups.map((group) => (
        <LessonAnswers key={group.lesson.key} {...group} />
      ))}
    </>
  );
}

/** The table as a file, and as text where a file may not come. */
function Taken({ groups, children }: { readonly groups: readonly AnswersTo[]; readonly children: ReactNode }) {
  const text = useAnswersText();
  const {
    marks: { decimal },
  } = useFormats();
  const id = useId();
  const [saved, setSaved] = useState<{ readonly groups: readonly AnswersTo[]; readonly csv: string } | null>(null);
  const save = (): void => {
    const csv = answersCsv(groups, decimal);
    const result = download('answers.csv', new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    setSaved(result.ok && result.value === 'expected' ? null : { groups, csv });
  };
  return (
    <>
      <div className={css.buttons}>
        {groups.length > 0 && (
          <button type="button" onClick={save}>
            {text.save}
          </button>
        )}
        {children}
      </div>
      {saved?.groups === groups && (
        <div className={css.saved}>
          <p>{text.saved}</p>
          <label htmlFor={id}>{text.table}</label>
          <textarea id={id} readOnly rows={6} dir="ltr" value={saved.csv} />
        </div>
      )}
    </>
  );
}
