// The last stretch of the path: from the last row that is drawn to the weights. The log has the weights before each step,
// so where the newest step led is on no canvas yet.

import { useLayoutEffect, useRef } from 'react';
import { clipSegment, type Segment, type Viewport } from '../../drawing/viewport.ts';
import type { History } from '../../lab/history.ts';
import type { Weights } from '../../training/vector.ts';
import { useLab } from '../LabContext.tsx';
import { moveLine, showIf } from './moved.ts';
import { usePlot } from './PlotContext.tsx';
import css from './plots.module.css';
import { presentWeights } from './presentWeights.ts';

/** From the last row of a path to `cursor` to the weights there; null where none of it is in view. */
export function endOfPath(viewport: Viewport, history: History, cursor: number, [w1, w2]: Weights): Segment | null {
  const { plot, x, y } = viewport;
  const last = history.rowsUpTo(cursor) - 1;
  if (last < 0) return null;
  return clipSegment(plot, x(history.column('w1')[last]), y(history.column('w2')[last]), x(w1), y(w2));
}

export function PathEnd() {
  const { viewport } = usePlot();
  const { store, history } = useLab();
  const line = useRef<SVGLineElement>(null);
  useLayoutEffect(() => {
    const move = (): void => {
      const state = store.getState();
      const segment = endOfPath(viewport, history, state.cursor, presentWeights(state, history));
      showIf(line.current, segment !== null);
      if (segment !== null && line.current !== null) moveLine(line.current, segment);
    };
    move();
    return store.subscribe((state, before) => {
      if (state.detail !== before.detail || state.cursor !== before.cursor || state.config !== before.config) move();
    });
  }, [viewport, store, history]);
  return <line ref={line} visibility="hidden" className={css.pathEnd} data-testid="path-end" />;
}
