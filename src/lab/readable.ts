// The state for what is read rather than watched: words and numbers follow every step that can be told apart, and a few
// times a second those that cannot. All readers see the same state, so that what they say agrees.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { glancedSpeed } from './paces.ts';
import type { LabState, LabStore } from './store.ts';
import { throttled } from './throttled.ts';

/** Nobody reads numbers that change more often than this, in milliseconds. */
export const readingTime = 100;
/** The same for a run so fast that every number changes wholly each time. */
export const glancingTime = 350;

export type ReadableStore = Pick<StoreApi<LabState>, 'getState' | 'getInitialState' | 'subscribe'>;

/** Follows `store`: at once when it was quiet or the run rests, else with its latest state when the time has passed. */
export function readableStore(store: LabStore): ReadableStore {
  const readable = createStore<LabState>(() => store.getState());
  const interval = (): number => (store.getState().speed >= glancedSpeed ? glancingTime : readingTime);
  const publish = throttled(() => readable.setState(store.getState(), true), interval);
  store.subscribe((state, before) => {
    const goesOn = state.status === 'running' && before.status === 'running' && state.config === before.config;
    if (goesOn) publish.ask();
    else publish.flush();
  });
  return readable;
}
