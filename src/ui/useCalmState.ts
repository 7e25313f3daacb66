// The lab's state for what need not follow every step: at once while the run rests, now and then while it goes on.

import { useEffect, useState } from 'react';
import type { LabState } from '../lab/store.ts';
import { useLab } from './LabContext.tsx';

/** The state, at most every `interval` milliseconds while the run goes on, and always the last one. */
export function useCalmState(interval: number): LabState {
  const { store } = useLab();
  const [state, setState] = useState(() => store.getState());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      clearTimeout(timer);
      timer = undefined;
      setState(store.getState());
    };
    show();
    const unsubscribe = store.subscribe(({ status }) => {
      if (status === 'running') timer ??= setTimeout(show, interval);
      else show();
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store, interval]);
  return state;
}
