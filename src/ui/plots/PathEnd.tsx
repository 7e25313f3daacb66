// The last stretch of the path: from the last row that is drawn to the weights. The log has the weights before each step,
// so where the newest step led is on no canvas yet.

import { useLayoutEffect, useRef } from 'react';
import { clipSegment } from '../../drawing/viewport.ts';
import { useLab } from '../LabContext.tsx';
import { moveLine, showIf } from './moved.ts';
import { rowsToCursor } from './PathLayer.tsx';
import { usePlot } from './PlotContext.tsx';
import css from './plots.module.css';
import { presentWeights } from './presentWeights.ts';

export function PathEnd() {
  const { viewport } = usePlot();
  const { store, history } = useLab();
  const line = useRef<SVGLineElement>(null);
  useLayoutEffect(() => {
    const move = (): void => {
      const state = store.getState();
      const last = rowsToCursor(state, history) - 1;
      const [w1, w2] = presentWeights(state, history);
      const segment =
        last < 0
          ? null
          : clipSegment(
              viewport.plot,
              viewport.x(history.column('w1')[last]),
              viewport.y(history.column('w2')[last]),
              viewport.x(w1),
              viewport.y(w2),
            );
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
