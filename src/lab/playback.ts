// The one frame loop. While the lab plays, each frame owes a number of steps: the speed times the time since the last
// frame. Speed never touches the mathematics, only how many steps a frame asks for.

/** After a pause of the browser (a hidden tab, a long task) no more than this much time is made up for, in ms. */
const longestGap = 100;

export class Playback {
  private frame: number | null = null;
  private last = 0;
  private readonly onFrame: (milliseconds: number) => void;

  /** @param onFrame gets the time since the last frame, at most `longestGap`; 0 for the first */
  constructor(onFrame: (milliseconds: number) => void) {
    this.onFrame = onFrame;
  }

  start(): void {
    if (this.frame !== null) return;
    this.last = 0;
    this.frame = requestAnimationFrame(this.next);
  }

  stop(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.frame = null;
  }

  private readonly next = (time: number): void => {
    this.frame = requestAnimationFrame(this.next);
    const gap = this.last === 0 ? 0 : Math.min(time - this.last, longestGap);
    this.last = time;
    this.onFrame(gap);
  };
}
