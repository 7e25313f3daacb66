// The picture in depth on three canvases: the floor, the sheets, and what stands over them. It is drawn when it is told to, and
// keeps nothing but what is costly to make: the floor's picture, and what WebGL has.

import { floorTransform, type Projection, surfaceStrength } from '../../drawing/depth.ts';
import { type Quad, quadsInOrder } from '../../drawing/depthQuads.ts';
import type { Layer, Mark } from '../../drawing/marks.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import { type Palette, tableColour } from '../../drawing/palette.ts';
import { heightOf, type Rectangle, widthOf } from '../../drawing/viewport.ts';
import { blank } from '../plots/blank.ts';
import { createDepthGl, type DepthGl, type DrawnSheet } from './depthGl.ts';

/** A first frame that takes longer, in milliseconds, is of a machine that had better paint. */
const longestFrame = 40;

/** The floor's picture is larger than it is shown, since it is turned. */
const sharper = 1.5;

export interface DepthCanvases {
  readonly floor: HTMLCanvasElement;
  readonly sheets: HTMLCanvasElement;
  readonly over: HTMLCanvasElement;
}

export interface DepthContent {
  readonly projection: Projection;
  /** Of all three canvases, in the plot's own pixels, and device pixels in each. */
  readonly size: readonly [width: number, height: number];
  readonly ratio: number;
  readonly palette: Palette;
  readonly sheets: readonly DrawnSheet[];
  readonly over: readonly Mark[];
}

export class DepthPicture {
  private readonly canvases: DepthCanvases;
  /** The map by itself, as it becomes the floor. */
  private readonly map = document.createElement('canvas');
  private mapPlace: Rectangle | null = null;
  private gl: DepthGl | null = null;
  /** Whether WebGL is of use here: not yet known, or not after a slow first frame. */
  private usesGl: boolean | null = null;
  /** Paper gets what a canvas paints: the page may be on it before WebGL has drawn, and what WebGL drew may be gone. */
  private isOnPaper = false;
  private content: DepthContent | null = null;

  constructor(canvases: DepthCanvases) {
    this.canvases = canvases;
    canvases.sheets.addEventListener('webglcontextlost', this.onLost);
    canvases.sheets.addEventListener('webglcontextrestored', this.onRestored);
  }

  /** Takes what the map shows now; the rectangle is that of its plot. Returns how long it took, in milliseconds. */
  takeMap(layers: readonly Layer[], plot: Rectangle, palette: Palette, ratio: number): number {
    const began = performance.now();
    const { map } = this;
    map.width = Math.round(widthOf(plot) * ratio * sharper);
    map.height = Math.round(heightOf(plot) * ratio * sharper);
    const context = map.getContext('2d');
    if (context === null) return 0;
    context.setTransform(map.width / widthOf(plot), 0, 0, map.height / heightOf(plot), 0, 0);
    context.translate(-plot.left, -plot.top);
    // Letters that lie on a floor cannot be read; the map beside it has them.
    for (const { marks, opacity: strength = 1, isAround } of layers)
      if (isAround !== true)
        paintMarks(
          context,
          palette,
          marks.flatMap((mark) => onFloor(mark, strength)),
        );
    this.mapPlace = { left: 0, top: 0, right: map.width, bottom: map.height };
    return performance.now() - began;
  }

  draw(content: DepthContent): void {
    this.content = content;
    const drawnByGl = this.drawByGl(content);
    const { floor, sheets, over } = this.canvases;
    sheets.hidden = !drawnByGl;
    floor.dataset.drawn = drawnByGl ? 'webgl' : 'canvas';
    const under = prepared(floor, content);
    if (under === null) return;
    this.drawFloor(under, content);
    if (!drawnByGl) paintSheets(under, content);
    const above = prepared(over, content);
    if (above !== null) paintMarks(above, content.palette, content.over);
  }

  /** The page goes to paper, or comes back from it. */
  print(isOnPaper: boolean): void {
    this.isOnPaper = isOnPaper;
    this.redraw();
  }

  /** The whole picture for a file, the same whatever draws it on the page; null before there is one. */
  painted(): HTMLCanvasElement | null {
    const { content } = this;
    const whole = document.createElement('canvas');
    const context = content === null ? null : prepared(whole, content);
    if (content === null || context === null) return null;
    context.fillStyle = content.palette.paper;
    context.fillRect(0, 0, ...content.size);
    this.drawFloor(context, content);
    paintSheets(context, content);
    paintMarks(context, content.palette, content.over);
    return whole;
  }

  release(): void {
    const { sheets } = this.canvases;
    sheets.removeEventListener('webglcontextlost', this.onLost);
    sheets.removeEventListener('webglcontextrestored', this.onRestored);
    this.gl?.release();
    this.gl = null;
  }

  private readonly onLost = (event: Event): void => {
    // Without this it is never restored.
    event.preventDefault();
    this.gl = null;
    this.redraw();
  };

  private readonly onRestored = (): void => {
    this.usesGl = null;
    this.redraw();
  };

  private redraw(): void {
    if (this.content !== null) this.draw(this.content);
  }

  private drawByGl(content: DepthContent): boolean {
    if (this.usesGl === false || this.isOnPaper) return false;
    const { sheets } = this.canvases;
    sizeTo(sheets, content);
    if (this.gl === null) {
      this.gl = createDepthGl(sheets);
      if (this.gl === null) {
        this.usesGl = false;
        return false;
      }
    }
    if (!this.gl.draw(content.projection, content.size, content.sheets)) return false;
    if (this.usesGl === null && content.sheets.length > 0) this.usesGl = this.isFast(this.gl, content);
    return this.usesGl !== false;
  }

  /** The frame that compiled and loaded everything is there; the same once more is what each later one takes. */
  private isFast(gl: DepthGl, content: DepthContent): boolean {
    gl.finish();
    const began = performance.now();
    gl.draw(content.projection, content.size, content.sheets);
    gl.finish();
    const isFast = performance.now() - began <= longestFrame;
    if (!isFast) {
      gl.release();
      this.gl = null;
    }
    return isFast;
  }

  private drawFloor(context: CanvasRenderingContext2D, { projection }: DepthContent): void {
    if (this.mapPlace === null) return;
    context.save();
    context.transform(...floorTransform(projection, this.mapPlace));
    context.imageSmoothingQuality = 'high';
    context.drawImage(this.map, 0, 0);
    context.restore();
  }
}

/** The mark as it is painted on the floor, in the strength of its layer. */
const onFloor = (mark: Mark, strength: number): readonly Mark[] =>
  mark.kind === 'text' ? [] : mark.kind === 'shape' ? [{ ...mark, opacity: strength * (mark.opacity ?? 1) }] : [mark];

function sizeTo(canvas: HTMLCanvasElement, { size: [width, height], ratio }: DepthContent): void {
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
}

/** A blank canvas whose unit is the plot's own pixel. */
function prepared(canvas: HTMLCanvasElement, content: DepthContent): CanvasRenderingContext2D | null {
  sizeTo(canvas, content);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const [width, height] = content.size;
  blank(context);
  context.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
  return context;
}

function paintSheets(context: CanvasRenderingContext2D, { projection, sheets }: DepthContent): void {
  const shown = surfaceStrength(projection.gaze);
  if (shown <= 0) return;
  context.lineWidth = 0.5;
  context.strokeStyle = 'rgb(0 0 0 / 25%)';
  const surfaces = sheets.map(({ sheet }) => sheet);
  for (const { quad, sheet } of quadsInOrder(projection, surfaces)) {
    const { table, strength } = sheets[sheet];
    context.globalAlpha = strength * shown;
    context.fillStyle = tableColour(table, quad.share);
    outline(context, quad);
    context.fill();
    context.stroke();
  }
  context.globalAlpha = 1;
}

function outline(context: CanvasRenderingContext2D, { corners }: Quad): void {
  context.beginPath();
  context.moveTo(corners[0], corners[1]);
  for (let i = 2; i < corners.length; i += 2) context.lineTo(corners[i], corners[i + 1]);
  context.closePath();
}
