// Which columns of a network's batch table are shown, where one line does not hold all.

import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import css from './BatchTable.module.css';
import type { BatchColumn } from './batchColumn.ts';
import { type ColumnPage, columnPages, useRoomInLine } from './columnPages.ts';
import { useStepText } from './words.ts';

/** Of a network's columns those that fit in a line, and what chooses among them where others do not. */
export function useColumnPage(
  scroller: RefObject<HTMLDivElement | null>,
  columns: readonly BatchColumn[],
  isNetwork: boolean,
  watched: readonly number[],
): { readonly page: readonly BatchColumn[]; readonly choice: ReactNode } {
  const room = useRoomInLine(scroller);
  const pages = useMemo(
    () => columnPages(columns, isNetwork ? room : Number.POSITIVE_INFINITY),
    [columns, isNetwork, room],
  );
  const [chosen, setChosen] = useState(0);
  const before = useRef(watched);
  // Whoever watches another weight wants to see it.
  useEffect(() => {
    const added = watched.find((index) => !before.current.includes(index));
    before.current = watched;
    const page = pages.findIndex(({ columns: own }) => own.some(({ id }) => id === `gradient${added}`));
    if (page >= 0) setChosen(page);
  }, [watched, pages]);
  const at = Math.min(chosen, pages.length - 1);
  const choice = pages.length > 1 && <ColumnChoice pages={pages} at={at} onChoose={setChosen} />;
  return { page: pages[at].columns, choice };
}

interface ColumnChoiceProps {
  readonly pages: readonly ColumnPage[];
  readonly at: number;
  onChoose(page: number): void;
}

function ColumnChoice({ pages, at, onChoose }: ColumnChoiceProps) {
  const step = useStepText();
  return (
    <div className={css.pages}>
      <button type="button" aria-label={step.columnsBefore} disabled={at === 0} onClick={() => onChoose(at - 1)}>
        ‹
      </button>
      <select aria-label={step.columns} value={at} onChange={({ currentTarget: { value } }) => onChoose(Number(value))}>
        {pages.map(({ name }, page) => (
          <option key={name} value={page}>
            {name}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-label={step.columnsAfter}
        disabled={at === pages.length - 1}
        onClick={() => onChoose(at + 1)}
      >
        ›
      </button>
    </div>
  );
}
