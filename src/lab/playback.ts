// The one frame loop. While the lab plays, each frame owes a number of steps: the speed times the time since the last
// frame. Speed never touches the mathematics, only how many steps a frame asks for. Out of sight there are no frames.

/** After a pause of the browser (a hidden tab, a long task) no more than this much time is made up for, in ms. */
const longestGap = 100;

/** Time between two pictures for readers who asked for little motion, in milliseconds. */
const calmInterval = 500;

export class Playback {
  private frame: number | null = null;
  private last = 0;
  private isPlaying = false;
  private isSeen = true;
  private interval = 0;
  private readonly onFrame: (milliseconds: number) => void;

  /** @param onFrame gets the time since its last call, which is made up for within bounds; 0 for the first */
  constructor(onFrame: (milliseconds: number) => void) {
    this.onFrame = onFrame;
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

  private resume(): void {
    if (!this.isPlaying || !this.isSeen || this.frame !== null) return;
    this.last = 0;
    this.frame = requestAnimationFrame(this.next);
  }

  private suspend(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.frame = null;
  }

  private readonly next = (time: number): void => {
    this.frame = requestAnimationFrame(this.next);
    const gap = this.last === 0 ? 0 : time - this.last;
    if (this.last !== 0 && gap < this.interval) return;
    this.last = time;
    this.onFrame(Math.min(gap, this.interval + longestGap));
  };
}
