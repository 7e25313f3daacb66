// How a run is drawn, the same in every plot and list: its colour and its line pattern.

import { linePatterns } from '../../drawing/contenders.ts';
import type { ColourName } from '../../drawing/palette.ts';
import type { RunView } from '../../lab/compare/race.ts';

const colours: readonly ColourName[] = ['weights', 'contender-b', 'contender-c', 'contender-d'];

/** Strength of what is past the step that the page shows, and of a ghost. */
export const faded = 0.35;

export const colourOf = ({ slot }: Pick<RunView, 'slot'>): ColourName => colours[slot ?? 0];
export const patternOf = ({ slot }: Pick<RunView, 'slot'>): readonly number[] => linePatterns[slot ?? 0];
