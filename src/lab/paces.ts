// How often a part of the picture is painted. While single steps can be told apart every one is shown, at once; of a run
// faster than that the eye follows the weights, and what nobody could read in between is painted a few times a second.

import { isShed, type Shed } from './shedding.ts';
import type { LabState } from './store.ts';
import { perFrame } from './throttled.ts';

/** Steps a second from which on every number and every batch changes wholly from one frame to the next. */
export const glancedSpeed = 40;

/** Whether the run goes so fast that it can be glanced at only. */
export const isGlanced = ({ status, speed }: Pick<LabState, 'status' | 'speed'>): boolean =>
  status === 'running' && speed >= glancedSpeed;

/** Milliseconds between two pictures of such a run: 10 and 5 a second. */
export const viewPace = 100;
export const stripPace = 200;
/** The same on a device that has shed detail: at least 3 a second. */
const shedFactor = 2;
const longestPace = 333;
/** Between two strokes of the path there. */
const shedPathPace = 160;

interface Paced {
  readonly store: { getState(): Pick<LabState, 'status' | 'speed'> };
  readonly shedding: { readonly store: { getState(): Shed } };
}

export const paceOf =
  ({ store, shedding }: Paced, pace: number) =>
  (): number => {
    if (!isGlanced(store.getState())) return 0;
    return isShed('views', shedding.store.getState()) ? Math.min(longestPace, shedFactor * pace) : pace;
  };

/** The path grows with every frame. */
export const pathPaceOf =
  ({ store, shedding }: Paced) =>
  (): number =>
    isGlanced(store.getState()) && isShed('path', shedding.store.getState()) ? shedPathPace : 0;

/** Draws at once where single steps can be told apart, and else in a frame, `pace` milliseconds after the last one. */
export function paced(run: Paced, draw: () => void, pace: () => number): { ask(): void; cancel(): void } {
  const task = perFrame(draw, pace);
  return {
    ask() {
      if (isGlanced(run.store.getState())) task.ask();
      else task.flush();
    },
    cancel: task.cancel,
  };
}
