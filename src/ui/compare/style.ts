// How a run is drawn, the same in every plot and list: its colour and its line pattern.

import { linePatterns } from '../../drawing/contenders.ts';
import type { ColourName } from '../../drawing/palette.ts';
import { letters } from '../../lab/compare/contender.ts';
import type { RunView } from '../../lab/compare/race.ts';

const colours: readonly ColourName[] = ['weights', 'contender-b', 'contender-c', 'contender-d'];

/** Strength of what is past the step that the page shows, and of a ghost. */
export const faded = 0.35;

export const colourOf = ({ slot }: Pick<RunView, 'slot'>): ColourName => colours[slot ?? 0];
/** The colour of the run with this letter. */
export const colourOfLetter = (letter: string): ColourName =>
  colours[Math.max(0, Object.values(letters).indexOf(letter))];
export const patternOf = ({ slot }: Pick<RunView, 'slot'>): readonly number[] => linePatterns[slot ?? 0];
