// Where the reader looks from: changed by dragging and by keys at once, by the buttons on a way that can be followed with
// the eye, unless the reader asked for less motion. Nothing turns by itself.

import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { boundedGaze, type Gaze, gazeBetween, gazes } from '../../drawing/depth.ts';

/** Milliseconds from one of the named gazes to another. */
const wayTime = 700;

export interface GazeState {
  readonly gaze: Gaze;
  /** At once. */
  set(gaze: Gaze): void;
  /** On the way. */
  go(gaze: Gaze): void;
}

export function useGaze(): GazeState {
  const [gaze, setGaze] = useState<Gaze>(gazes.oblique);
  const present = useRef<Gaze>(gaze);
  const frame = useRef(0);
  const show = useCallback((next: Gaze): void => {
    present.current = boundedGaze(next);
    setGaze(present.current);
  }, []);
  const set = useCallback(
    (next: Gaze): void => {
      cancelAnimationFrame(frame.current);
      show(next);
    },
    [show],
  );
  const go = useCallback(
    (to: Gaze): void => {
      cancelAnimationFrame(frame.current);
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
        show(to);
        return;
      }
      const from = present.current;
      const began = performance.now();
      const move = (now: number): void => {
        const share = Math.min(1, Math.max(0, (now - began) / wayTime));
        show(share === 1 ? to : gazeBetween(from, to, share));
        if (share < 1) frame.current = requestAnimationFrame(move);
      };
      frame.current = requestAnimationFrame(move);
    },
    [show],
  );
  useLayoutEffect(() => () => cancelAnimationFrame(frame.current), []);
  return { gaze, set, go };
}
