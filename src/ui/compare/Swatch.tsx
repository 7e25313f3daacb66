// A stretch of a run's line, as it is drawn in the plots.

import type { RunView } from '../../lab/compare/raceState.ts';
import css from './compare.module.css';
import { colourOf, patternOf } from './style.ts';

export function Swatch({ run }: { readonly run: Pick<RunView, 'slot'> }) {
  return (
    <svg className={css.swatch} viewBox="0 0 28 8" aria-hidden="true" style={{ color: `var(--${colourOf(run)})` }}>
      <line x1="1" x2="27" y1="4" y2="4" strokeDasharray={patternOf(run).join(' ') || undefined} />
    </svg>
  );
}
