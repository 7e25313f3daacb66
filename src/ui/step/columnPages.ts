// A table of more columns than its panel holds in one line: the columns that are shown together, page by page.

import { type RefObject, useLayoutEffect, useState } from 'react';
import type { BatchColumn } from './batchColumn.ts';

export interface ColumnPage {
  readonly columns: readonly BatchColumn[];
  /** What it holds, as a few titles. */
  readonly name: string;
}

/** Widths in heights of the letters: of the row's name, of a column of numbers, and of one of small gradients. */
const [nameWidth, plainWidth, gradientWidth] = [3.2, 4.5, 6.4];
const widthOf = (columns: readonly BatchColumn[]): number =>
  columns.reduce((sum, { of }) => sum + (of === undefined ? plainWidth : gradientWidth), nameWidth);

/** The columns of one watched weight stand together wherever so many fit. */
function groupsOf(columns: readonly BatchColumn[], room: number): readonly (readonly BatchColumn[])[] {
  const groups: BatchColumn[][] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    const isSame = last !== undefined && column.of !== undefined && last[0].of === column.of;
    if (isSame && widthOf([...last, column]) <= room) last.push(column);
    else groups.push([column]);
  }
  return groups;
}

/** @param room width of a line in heights of the letters; a page holds a column at least */
export function columnPages(columns: readonly BatchColumn[], room: number): readonly ColumnPage[] {
  const pages: BatchColumn[][] = [[]];
  for (const group of groupsOf(columns, room)) {
    const last = pages[pages.length - 1];
    if (last.length === 0 || widthOf([...last, ...group]) <= room) last.push(...group);
    else pages.push([...group]);
  }
  return pages.map((own) => ({ columns: own, name: nameOf(own) }));
}

/** The first and the last of the titles that belong to no weight, and the names of the weights. */
function nameOf(columns: readonly BatchColumn[]): string {
  const plain = columns.filter(({ of }) => of === undefined).map(({ title }) => title);
  const weights = [...new Set(columns.flatMap(({ of }) => of ?? []))];
  const ends = plain.length > 2 ? [`${plain[0]} … ${plain[plain.length - 1]}`] : plain;
  return [...ends, ...weights].join(', ');
}

/** The width of a line of `scroller` in heights of its letters; without end until that is known. */
export function useRoomInLine(scroller: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => {
      const letter = Number.parseFloat(getComputedStyle(element.querySelector('table') ?? element).fontSize);
      if (element.clientWidth > 0) setRoom(element.clientWidth / letter);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return room;
}
