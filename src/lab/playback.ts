// The one frame loop. While the lab plays, each frame owes a number of steps: the speed times the time since the last
// frame. Speed never touches the mathematics, only how many steps a frame asks for. Out of sight there are no frames, nor
// while nothing is owed for longer than a few of them.

import type { Shedding } from './shedding.ts';

/** After a pause of the browser (a hidden tab, a long task) no more than this much time is made up for, in ms. */
const longestGap = 100;

/** Time between two pictures for readers who asked for little motion, in milliseconds. */
const calmInterval = 500;

/** With less to wait than this frames go on, in milliseconds; a longer wait ends so much before the next step is due. */
const shortestSleep = 120;
const wakeAhead = 34;

/** Milliseconds until a playback of so many steps a second owes a whole step; 0 where nothing plays. */
export const idleTime = (credit: number | null, speed: number): number =>
  credit === null ? 0 : (1000 * Math.max(0, 1 - credit)) / speed;

export class Playback {
  private frame: number | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private last = 0;
  /** Milliseconds that were slept through since the last frame. */
  private slept = 0;
  private isPlaying = false;
  private isSeen = true;
  private interval = 0;
  private readonly onFrame: (milliseconds: number) => void;
  private readonly idle: () => number;
  private readonly shedding: Pick<Shedding, 'watch'> | null;

  /**
   * @param onFrame gets the time since its last call, which is made up for within bounds; 0 for the first
   * @param idle milliseconds from now on in which nothing will be owed
   * @param shedding is told how many milliseconds a frame came after the one before it
   */
  constructor(
    onFrame: (milliseconds: number) => void,
    idle = (): number => 0,
    shedding: Pick<Shedding, 'watch'> | null = null,
  ) {
    this.onFrame = onFrame;
    this.idle = idle;
    this.shedding = shedding;
  }

  start(): void {
    this.isPlaying = true;
    this.resume();
  }

  stop(): void {
    this.isPlaying = false;
    this.suspend();
  }

  set isVisible(isVisible: boolean) {
    this.isSeen = isVisible;
    if (isVisible) this.resume();
    else this.suspend();
  }

  set isCalm(isCalm: boolean) {
    this.interval = isCalm ? calmInterval : 0;
  }

  /** What is owed from now on is another amount: frames come again, and nothing is made up for. */
  wake(): void {
    if (this.timer === null) return;
    this.suspend();
    this.resume();
  }

  private resume(): void {
    if (!this.isPlaying || !this.isSeen || this.frame !== null || this.timer !== null) return;
    this.last = 0;
    this.slept = 0;
    this.ask();
  }

  private suspend(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    if (this.timer !== null) clearTimeout(this.timer);
    this.frame = null;
    this.timer = null;
  }

  private ask(): void {
    this.frame = requestAnimationFrame(this.next);
  }

  private readonly next = (time: number): void => {
    this.ask();
    const gap = this.last === 0 ? 0 : time - this.last;
    if (this.last !== 0 && gap < this.interval) return;
    if (gap > 0 && this.slept === 0 && this.interval === 0) this.shedding?.watch(gap);
    const most = this.interval + this.slept + longestGap;
    this.last = time;
    this.slept = 0;
    this.onFrame(Math.min(gap, most));
    this.sleep();
  };

  /** No frame is asked for while none has anything to do. */
  private sleep(): void {
    const idle = this.interval === 0 ? this.idle() : 0;
    if (idle < shortestSleep || this.frame === null) return;
    this.suspend();
    this.slept = idle - wakeAhead;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.ask();
    }, this.slept);
  }
}
