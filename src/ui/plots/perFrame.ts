// Drawing once for each frame, however many answers arrive before it.

export interface FrameTask {
  /** Has it done with the next frame. */
  ask(): void;
  cancel(): void;
}

export function perFrame(draw: () => void): FrameTask {
  let frame: number | null = null;
  return {
    ask() {
      frame ??= requestAnimationFrame(() => {
        frame = null;
        draw();
      });
    },
    cancel() {
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
    },
  };
}
