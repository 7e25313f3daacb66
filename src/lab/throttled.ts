// Doing something less often than it is asked for: at most once an interval, and always once after it was asked for last.

/** Milliseconds, or what tells them anew each time. */
export type Interval = number | (() => number);

export interface Throttled {
  /** Has it done, at once or as soon as it may be. */
  ask(): void;
  /** Has it done now where it may be, else as soon as it may. */
  take(): void;
  /** Does it now, and not again for what was asked before. */
  flush(): void;
  cancel(): void;
}

interface Clock {
  now(): number;
  /** Calls `call`, with the time, once it is `due` or later. Returns what prevents it. */
  at(due: () => number, call: (now: number) => void): () => void;
}

const timers: Clock = {
  now: () => performance.now(),
  at(due, call) {
    const timer = setTimeout(() => call(performance.now()), due() - performance.now());
    return () => clearTimeout(timer);
  },
};

const frames: Clock = {
  now: () => performance.now(),
  at(due, call) {
    let frame = requestAnimationFrame(function next(now) {
      if (now < due()) frame = requestAnimationFrame(next);
      else call(now);
    });
    return () => cancelAnimationFrame(frame);
  },
};

/**
 * @param interval milliseconds between two times at least
 * @param delay milliseconds from when it is asked for, at least; without any it is done at once where it may be
 */
export function throttled(act: () => void, interval: Interval, delay = 0): Throttled {
  return onClock(timers, act, interval, delay);
}

/** Time between two pictures of what is expensive to draw, in milliseconds: every other frame of sixty a second. */
export const everyOtherFrame = 30;

/** Milliseconds: a little less than a frame of sixty a second takes. */
const wholeFrame = 16;
let leftUntil = Number.NEGATIVE_INFINITY;

/** Has what waits for its interval leave the frame that comes next to whoever calls this. */
export function takeFrame(): void {
  leftUntil = performance.now() + wholeFrame;
}

/**
 * The same in the next frame, however often it is asked for before, and then no sooner than `interval` later. What waits
 * comes at once where the interval has become shorter.
 */
export const perFrame = (draw: () => void, interval: Interval = 0): Throttled => onClock(frames, draw, interval, 0);

function onClock(clock: Clock, act: () => void, given: Interval, delay: number): Throttled {
  const interval = typeof given === 'number' ? () => given : given;
  let last = Number.NEGATIVE_INFINITY;
  let prevent: (() => void) | null = null;
  const run = (now: number): void => {
    prevent = null;
    last = now;
    act();
  };
  const cancel = (): void => {
    prevent?.();
    prevent = null;
  };
  const ask = (): void => {
    if (prevent !== null) return;
    const now = clock.now();
    const due = (): number => {
      const wait = interval();
      return Math.max(last + wait, delay > 0 ? now + delay : 0, clock === frames && wait > 0 ? leftUntil : 0);
    };
    if (clock === timers && delay === 0 && last + interval() <= now) run(now);
    else prevent = clock.at(due, run);
  };
  const flush = (): void => {
    cancel();
    run(clock.now());
  };
  const take = (): void => {
    if (last + interval() <= clock.now()) flush();
    else ask();
  };
  return { ask, take, flush, cancel };
}
