// What of the reader's own data a page needs that has some, and no other: loaded with the first of them, by whoever brings
// them, before they stand in the state.

import type { OwnData } from '../../training/ownData/ownData.ts';

export interface OwnPart {
  /** Data from a message, a file, or the text of a link. @throws RangeError that says what is refused and why */
  read(value: unknown): OwnData;
  /** The text of data in a link. `read` is the inverse. */
  textOf(data: OwnData): string;
  /** Eight signs by which data are told from others, also where the link has no room for them. */
  markOf(data: OwnData): string;
}

let given: OwnPart | null = null;

export function giveOwnPart(part: OwnPart): void {
  given = part;
}

/** @throws an Error where it is not loaded yet */
export function ownPart(): OwnPart {
  if (given === null) throw new Error('What own data need is not loaded.');
  return given;
}

export const isOwnPartThere = (): boolean => given !== null;

const ids = new WeakMap<OwnData, number>();
let lastId = 0;

/** A number by which data are told from any others as long as the page is open; 0 for none. */
export function idOf(data: OwnData | undefined): number {
  if (data === undefined) return 0;
  const id = ids.get(data) ?? ++lastId;
  ids.set(data, id);
  return id;
}

/** Whether a link says something by which examples are others than those that its problem draws, and nobody can read it. */
export const needsOwnPart = (link: string): boolean =>
  given === null && /\b(?:data|arrangement)(?:=|%(?:25)*3d)/i.test(link);
