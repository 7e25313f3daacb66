// The view of the examples: to change them by hand, to bring others, to arrange them, and what is to be known of them.

import { type ChangeEvent, type DragEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { arrange, dataIn, edit, learnWith, letGoOfData, takeData, withNew } from '../../lab/own/editData.ts';
import { arrangementsFor } from '../../training/ownData/arrangement.ts';
import type { Arrangement } from '../../training/ownData/arrangements.ts';
import { mostOwnExamples, type OwnData } from '../../training/ownData/ownData.ts';
import { problemOf, resolveProblem } from '../../training/run/configuration.ts';
import { kindOf, problemsFor } from '../../training/theory/ownRun.ts';
import { useDialog } from '../dialogs/DialogContext.tsx';
import { Lockable } from '../host/Control.tsx';
import { useIsLocked } from '../host/HostContext.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats, useNotice } from '../text/TextContext.tsx';
import { useViewText } from '../text/viewWords.ts';
import { Advice } from './Advice.tsx';
import { ColumnsTable } from './ColumnsTable.tsx';
import css from './data.module.css';
import { ExamplesTable } from './ExamplesTable.tsx';
import { openFile } from './openFile.ts';
import { ProblemChoice } from './ProblemChoice.tsx';
import { pendingTable } from './pendingTable.ts';
import { SaveTable } from './SaveTable.tsx';
import { useSetup } from './SetupContext.tsx';
import { useDataText } from './words.ts';

export function DataPanel() {
  const lab = useLab();
  const words = useDataText();
  const format = useFormats();
  const config = useLabState((state) => state.config);
  const isLocked = useIsLocked('examples');
  const data = useMemo(() => dataIn(config), [config]);
  const { said, take } = useFiles();
  const problem = problemOf(config);
  const canBeOwn = problem.network !== undefined || problem.takes !== undefined;
  useEffect(() => {
    lab.store.setState({ dataEditing: canBeOwn && !isLocked ? 'open' : 'off' });
    return () => lab.store.setState({ dataEditing: 'off' });
  }, [lab, canBeOwn, isLocked]);
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files;
    if (file === undefined || isLocked) return;
    event.preventDefault();
    take(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file that is dropped can be opened by the button as well
    <div className={css.panel} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Lockable name="examples">
        <Buttons data={data} canBeOwn={canBeOwn} onFile={take} />
        <Arrange />
        <LearnWith />
      </Lockable>
      {said !== '' && <p role="status">{said}</p>}
      <Advice config={config} />
      <p className={css.note}>{canBeOwn ? words.pointer : words.noOwn}</p>
      {data.y.length >= mostOwnExamples && <p className={css.note}>{words.full(format.count(mostOwnExamples))}</p>}
      <Lockable name="examples">
        <ColumnsTable data={data} />
        {canBeOwn && <ExamplesTable data={data} />}
      </Lockable>
      <SaveTable data={data} />
      <p className={css.note}>{words.limits}</p>
    </div>
  );
}

/** Opens files, and says what became of the last one. */
function useFiles(): { readonly said: string; take(file: File): void } {
  const lab = useLab();
  const words = useDataText();
  const notice = useNotice();
  const { setOpen } = useDialog();
  const [said, setSaid] = useState('');
  const read = async (file: File): Promise<void> => {
    try {
      const opened = await openFile(file);
      if (opened.kind === 'table') {
        pendingTable.setState({ text: opened.text });
        setOpen('data');
        setSaid('');
        return;
      }
      if (opened.kind === 'run') {
        const { config, edits, stepsTaken } = opened.run;
        const { hyperparameters } = edits[0];
        // A run that was changed on the way cannot be taken again in one go.
        lab.load({ config, hyperparameters }, edits.length === 1 ? stepsTaken : 0);
      } else if (!takeData(lab, opened.data, lab.store.getState().config.problem)) return;
      setSaid(words.opened(file.name));
    } catch (error) {
      setSaid(words.badFile(error instanceof Error ? notice(error.message) : String(error)));
    }
  };
  return { said, take: (file) => void read(file) };
}

interface ButtonsProps {
  readonly data: OwnData;
  readonly canBeOwn: boolean;
  onFile(file: File): void;
}

function Buttons({ data, canBeOwn, onFile }: ButtonsProps) {
  const lab = useLab();
  const words = useDataText();
  const setup = useSetup();
  const { undo, redo } = useStore(setup.store);
  const { setOpen } = useDialog();
  const input = useRef<HTMLInputElement>(null);
  const hasOwn = useLabState((state) => state.config.data !== undefined);
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.currentTarget.files ?? [];
    event.currentTarget.value = '';
    if (file !== undefined) onFile(file);
  };
  const paste = (): void => {
    pendingTable.setState({ text: '' });
    setOpen('data');
  };
  return (
    <div className={css.buttons}>
      {canBeOwn && (
        <button type="button" disabled={data.y.length >= mostOwnExamples} onClick={() => addInTheMiddle(lab, data)}>
          {words.add}
        </button>
      )}
      <button type="button" onClick={paste}>
        {words.paste}
      </button>
      <button type="button" onClick={() => input.current?.click()}>
        {words.open}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.json,text/csv,text/plain,application/json"
        onChange={choose}
      />
      <button type="button" disabled={undo === 0} onClick={() => setup.undo()}>
        {words.undo}
      </button>
      <button type="button" disabled={redo === 0} onClick={() => setup.redo()}>
        {words.redo}
      </button>
      {hasOwn && (
        <button type="button" onClick={() => letGoOfData(lab)}>
          {words.letGo}
        </button>
      )}
    </div>
  );
}

/** One example more, where the mean of all is; of the class of the one that is chosen, or the first. */
function addInTheMiddle(lab: ReturnType<typeof useLab>, data: OwnData): void {
  const { config, chosenRow } = lab.store.getState();
  const mean = (values: readonly number[]): number =>
    Number((values.reduce((sum, value) => sum + value, 0) / values.length).toPrecision(4));
  const { classes, hasTarget } = kindOf(resolveProblem(config).problem);
  const x = data.x[0].map((_, place) => mean(data.x.map((row) => row[place])));
  const like = chosenRow === null ? 0 : (data.y[chosenRow] ?? 0);
  const y = classes > 0 || !hasTarget ? like : mean(data.y);
  if (edit(lab, withNew(data, x, y))) lab.store.setState({ chosenRow: data.y.length });
}

/** Own data can be learned with every problem that they fit. */
function LearnWith() {
  const lab = useLab();
  const { data, problem } = useLabState((state) => state.config);
  const fitting = useMemo(() => (data === undefined ? [] : problemsFor(data)), [data]);
  if (fitting.length < 2) return null;
  return (
    <div className={css.choices}>
      <ProblemChoice of={fitting} value={problem} onChoose={(each) => learnWith(lab, each)} />
    </div>
  );
}

function Arrange() {
  const lab = useLab();
  const words = useDataText();
  const { arrangements } = useViewText().printed;
  const config = useLabState((state) => state.config);
  const { arrangement = 'as-drawn' } = config;
  const possible = arrangementsFor(kindOf(problemOf(config)));
  return (
    <div className={css.choices}>
      <label>
        <span>{words.arrangement}</span>
        <select value={arrangement} onChange={(event) => arrange(lab, event.currentTarget.value as Arrangement)}>
          {possible.map((each) => (
            <option key={each} value={each}>
              {arrangements[each]}
            </option>
          ))}
        </select>
      </label>
      {arrangement !== 'as-drawn' && <p className={css.note}>{words.arranged[arrangement]}</p>}
    </div>
  );
}
