// The watched weights of a network as a link names them: `W1[2,1]+b1[2]`, or `none`.

import { indexOfWeight, nameOfWeight } from '../training/network/layout.ts';
import type { Network } from '../training/network/network.ts';
import { watchedAtFirst } from './store.ts';

const none = 'none';

export interface ReadWatched {
  readonly watched: readonly number[];
  /** Why the text was not taken; null when it was. */
  readonly refusal: string | null;
}

/** The text of a link; null for what is watched unless a link says otherwise. */
export function formatWatched(network: Network | null, watched: readonly number[]): string | null {
  return network === null || watched.join() === watchedAtFirst.join() ? null : textOfWatched(network, watched);
}

export const textOfWatched = ({ layout }: Network, watched: readonly number[]): string =>
  watched.length === 0 ? none : watched.map((index) => nameOfWeight(layout, index)).join('+');

/** A comma parts names as well as unit and input, so only one that a name follows on parts two of them. */
const between = /[+;\s]+|,(?=\s*[Wb])/;

/** What cannot be read is refused as a whole. */
export function parseWatched({ layout }: Network, text: string): ReadWatched {
  if (text.trim() === none) return { watched: [], refusal: null };
  try {
    const names = text.split(between).filter((name) => name !== '');
    // None at all is said as a word.
    const meant = names.length === 0 ? [text] : names;
    return { watched: [...new Set(meant.map((name) => indexOfWeight(layout, name)))], refusal: null };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { watched: watchedAtFirst, refusal: error.message };
  }
}
