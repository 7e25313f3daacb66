// Blanks a canvas, also one on its way to paper. There Chromium repeats stroke by stroke what was drawn since a canvas was
// blank, and blanking it again would clear what lies under it on the page, the map under the path as well. Where something
// was taken from a canvas and more was drawn since, be it a pixel that is cleared once more, it prints pixels.

let taker: CanvasRenderingContext2D | null = null;

/** Afterwards its unit is the device pixel. */
export function blank(context: CanvasRenderingContext2D): void {
  const { canvas } = context;
  context.resetTransform();
  context.clearRect(0, 0, canvas.width, canvas.height);
  if (document.documentElement.dataset.printing === undefined) return;
  taker ??= document.createElement('canvas').getContext('2d');
  taker?.drawImage(canvas, 0, 0);
  context.clearRect(0, 0, 1, 1);
}
