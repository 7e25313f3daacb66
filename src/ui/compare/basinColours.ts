// Colours of the minima on the map of starts, the lowest first; past the last they repeat. Of middling lightness, so that
// the path and the isolines can be seen on them in both themes.
import type { Colour } from '../../drawing/marks.ts';

export const basinColours: readonly Colour[] = ['#5b8fb9', '#c98a5a', '#7fa36b', '#a988b8', '#b9a957', '#6aa5a0'];
