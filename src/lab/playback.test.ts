import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Playback } from './playback.ts';

/** The browser's frames: each call of `frame` is one, at a time in milliseconds. */
let waiting: ((time: number) => void) | null = null;
let gaps: number[] = [];
let playback: Playback;

function frame(time: number): void {
  const call = waiting;
  waiting = null;
  call?.(time);
}

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (call: (time: number) => void) => {
    waiting = call;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => {
    waiting = null;
  });
  gaps = [];
  playback = new Playback((milliseconds) => gaps.push(milliseconds));
});
afterEach(() => {
  waiting = null;
  vi.unstubAllGlobals();
});

describe('playback', () => {
  it('owes the time between frames, and little of a long gap', () => {
    playback.start();
    for (const time of [1000, 1016, 1033, 9000]) frame(time);
    expect(gaps).toEqual([0, 16, 17, 100]);
  });

  it('asks for no frame out of sight, and makes up for nothing when it is back', () => {
    playback.start();
    frame(1000);
    playback.isVisible = false;
    expect(waiting).toBe(null);
    playback.isVisible = true;
    frame(9000);
    frame(9016);
    expect(gaps).toEqual([0, 0, 16]);
  });

  it('started out of sight begins when it is seen', () => {
    playback.isVisible = false;
    playback.start();
    expect(waiting).toBe(null);
    playback.isVisible = true;
    expect(waiting).not.toBe(null);
  });

  it('stopped out of sight stays stopped', () => {
    playback.start();
    playback.isVisible = false;
    playback.stop();
    playback.isVisible = true;
    expect(waiting).toBe(null);
  });

  it('when calm changes the picture twice a second at most, and owes all of the time', () => {
    playback.isCalm = true;
    playback.start();
    for (let time = 1000; time <= 3000; time += 20) frame(time);
    expect(gaps).toEqual([0, 500, 500, 500, 500]);
  });

  describe('with long waits between two steps', () => {
    let seen: number[] = [];
    let idle = 0;
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      seen = [];
      const watch = (milliseconds: number) => void seen.push(milliseconds);
      playback = new Playback(
        (milliseconds) => gaps.push(milliseconds),
        () => idle,
        { watch },
      );
    });
    afterEach(() => void vi.useRealTimers());

    it('asks for no frame before the next step is nearly due, and owes the time it slept', () => {
      idle = 250;
      playback.start();
      frame(1000);
      expect(waiting).toBe(null);
      vi.advanceTimersByTime(215);
      expect(waiting).toBe(null);
      vi.advanceTimersByTime(1);
      frame(1217);
      expect(gaps).toEqual([0, 217]);
    });

    it('takes no sleep for a slow frame', () => {
      idle = 250;
      playback.start();
      frame(1000);
      vi.advanceTimersByTime(216);
      idle = 16;
      for (const time of [1217, 1234, 1251]) frame(time);
      expect(seen).toEqual([17, 17]);
    });

    it('stopped while it sleeps it has nothing left to do', () => {
      idle = 250;
      playback.start();
      frame(1000);
      playback.stop();
      expect(vi.getTimerCount()).toBe(0);
      vi.advanceTimersByTime(1000);
      expect(waiting).toBe(null);
    });

    it('awake again it has frames at once, and makes up for nothing', () => {
      idle = 2000;
      playback.start();
      frame(1000);
      vi.advanceTimersByTime(500);
      playback.wake();
      frame(1500);
      expect(gaps).toEqual([0, 0]);
    });
  });
});
