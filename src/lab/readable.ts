// The state for what is read rather than watched: words and numbers follow every step that can be told apart, and a few
// times a second those that cannot. All readers see the same state, so that what they say agrees.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { glancedSpeed } from './paces.ts';
import type { LabState, LabStore } from './store.ts';
import { takeFrame, throttled } from './throttled.ts';

/** Nobody reads numbers that change more often than this, in milliseconds. */
export const readingTime = 100;
/** The same for a run so fast that every number changes wholly each time. */
export const glancingTime = 350;

/** By then a slow device, too, has drawn the frame that shows what a knob was turned to, in milliseconds. */
const frameTime = 80;

export type ReadableStore = Pick<StoreApi<LabState>, 'getState' | 'getInitialState' | 'subscribe'>;

/**
 * Follows `store`: at once when it was quiet or the run rests, else with its latest state when the time has passed. Where
 * a knob is turned the picture comes first, and the words about it after its frame.
 */
export function readableStore(store: LabStore): ReadableStore {
  const readable = createStore<LabState>(() => store.getState());
  const interval = (): number => (store.getState().speed >= glancedSpeed ? glancingTime : readingTime);
  const publish = throttled(() => {
    // To lay out all words anew is enough for one frame.
    takeFrame();
    readable.setState(store.getState(), true);
  }, interval);
  let isTurning = false;
  const afterwards = throttled(
    () => {
      isTurning = false;
      publish.take();
    },
    0,
    frameTime,
  );
  store.subscribe((state, before) => {
    if (state.hyperparameters !== before.hyperparameters) takeFrame();
    const isSameRun = state.config === before.config && state.status === before.status;
    isTurning =
      isSameRun && state.cursor === before.cursor && (isTurning || state.hyperparameters !== before.hyperparameters);
    if (isTurning) afterwards.ask();
    else if (isSameRun && state.status === 'running') publish.ask();
    else {
      afterwards.cancel();
      publish.flush();
    }
  });
  return readable;
}
