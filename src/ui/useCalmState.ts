// The lab's state for what need not follow every step: with what is read while the run rests, now and then while it goes
// on.

import { useEffect, useState } from 'react';
import type { LabState } from '../lab/store.ts';
import { throttled } from '../lab/throttled.ts';
import { useLab } from './LabContext.tsx';

/** The state, at most every `interval` milliseconds while the run goes on, and always the last one. */
export function useCalmState(interval: number): LabState {
  const { readable: store } = useLab();
  const [state, setState] = useState(() => store.getState());
  useEffect(() => {
    const show = throttled(() => setState(store.getState()), interval, interval);
    show.flush();
    const unsubscribe = store.subscribe(({ status }) => {
      if (status === 'running') show.ask();
      else show.flush();
    });
    return () => {
      show.cancel();
      unsubscribe();
    };
  }, [store, interval]);
  return state;
}
