// How a run is drawn, the same in every plot and list: its colour and its line pattern.

import type { ColourName } from '../../drawing/palette.ts';
import type { PathStyle } from '../../drawing/scenePath.ts';
import { letters } from '../../lab/compare/contender.ts';
import type { RunView } from '../../lab/compare/raceState.ts';

const colours: readonly ColourName[] = ['weights', 'contender-b', 'contender-c', 'contender-d'];

/** Strength of what is past the step that the page shows, and of a ghost. */
export const faded = 0.35;

export const colourOf = ({ slot }: Pick<RunView, 'slot'>): ColourName => colours[slot ?? 0];
/** The colour of the run with this letter. */
export const colourOfLetter = (letter: string): ColourName =>
  colours[Math.max(0, Object.values(letters).indexOf(letter))];

/** Dashes and gaps in pixels, so that lines are told apart without their colours; the first is solid. */
const linePatterns: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3]];
export const patternOf = ({ slot }: Pick<RunView, 'slot'>): readonly number[] => linePatterns[slot ?? 0];

export const contenderStyle = (run: Pick<RunView, 'slot'>): PathStyle => ({
  ...{ colour: colourOf(run), width: 1.7, dash: patternOf(run) },
});
