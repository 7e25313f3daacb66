// Where the views beside weight space stand: there from the first picture on, so that nothing moves when they come.

import type { ReactNode } from 'react';
import { viewName } from '../embed/viewName.ts';
import css from './App.module.css';
import { Hideable } from './host/Control.tsx';

export interface PlacesProps {
  readonly epochStrip?: ReactNode;
  readonly panels?: ReactNode;
  readonly dataSpace?: ReactNode;
  readonly lossCurve?: ReactNode;
}

export function Places({ epochStrip, panels, dataSpace, lossCurve }: PlacesProps) {
  return (
    <>
      <Hideable name="epochStrip">
        <div className={css.epochStrip}>{epochStrip}</div>
      </Hideable>
      <div className={css.panels}>{panels}</div>
      <Hideable name={viewName('data')}>
        <div className={css.dataSpace}>{dataSpace}</div>
      </Hideable>
      <Hideable name={viewName('loss')}>
        <div className={css.lossCurve}>{lossCurve}</div>
      </Hideable>
    </>
  );
}
