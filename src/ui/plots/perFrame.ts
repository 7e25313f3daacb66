// Drawing once for each frame, however many answers arrive before it.

export interface FrameTask {
  /** Has it done with the next frame. */
  ask(): void;
  cancel(): void;
}

/** Time between two pictures of what is dear to draw, in milliseconds: every other frame of sixty a second. */
export const everyOtherFrame = 30;

/** @param interval milliseconds that pass between two drawings at least; the last one asked for always comes */
export function perFrame(draw: () => void, interval = 0): FrameTask {
  let frame: number | null = null;
  let last = Number.NEGATIVE_INFINITY;
  const next = (now: number): void => {
    frame = null;
    if (now - last < interval) {
      frame = requestAnimationFrame(next);
      return;
    }
    last = now;
    draw();
  };
  return {
    ask() {
      frame ??= requestAnimationFrame(next);
    },
    cancel() {
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
    },
  };
}
