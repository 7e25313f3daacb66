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
});
