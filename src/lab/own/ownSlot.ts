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

/** Whether a link says something by which examples are others than those that its problem draws. */
export const speaksOfOwn = (link: string): boolean => /\b(?:data|arrangement)(?:=|%(?:25)*3d)/i.test(link);
