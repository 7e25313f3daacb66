// Marks on a canvas.

import {
  type Colour,
  type ImageMark,
  labelSize,
  type Mark,
  middleShare,
  type Raster,
  type ShapeMark,
  type TextMark,
} from './marks.ts';
import type { ColourName, Palette } from './palette.ts';

type Context = CanvasRenderingContext2D;

export const plotFont = (size: number): string => `${size}px system-ui, -apple-system, "Segoe UI", sans-serif`;
export const haloWidth = 4;

export function paintMarks(context: Context, palette: Palette, marks: readonly Mark[]): void {
  for (const mark of marks) {
    if (mark.kind === 'shape') paintShape(context, palette, mark);
    else if (mark.kind === 'text') paintText(context, palette, mark);
    else if (mark.kind === 'image') paintImage(context, mark);
  }
}

const colourIn = (palette: Palette, colour: Colour): string => palette[colour as ColourName] ?? colour;

function paintShape(context: Context, palette: Palette, mark: ShapeMark): void {
  if (mark.shape.isEmpty) return;
  context.beginPath();
  mark.shape.drawOn(context);
  context.globalAlpha = mark.opacity ?? 1;
  if (mark.fill !== undefined) {
    context.fillStyle = colourIn(palette, mark.fill);
    context.fill();
  }
  if (mark.stroke !== undefined) {
    context.strokeStyle = colourIn(palette, mark.stroke);
    context.lineWidth = mark.width ?? 1;
    context.lineJoin = 'round';
    context.lineCap = mark.hasRoundEnds ? 'round' : 'butt';
    context.setLineDash(mark.dash === undefined ? [] : [...mark.dash]);
    context.lineDashOffset = mark.dashFrom ?? 0;
    context.stroke();
  }
  context.globalAlpha = 1;
}

function paintText(context: Context, palette: Palette, mark: TextMark): void {
  const size = mark.size ?? labelSize;
  context.save();
  context.translate(mark.x, mark.y);
  context.rotate(mark.angle ?? 0);
  context.font = `${mark.isItalic ? 'italic ' : ''}${mark.isBold ? '600 ' : ''}${plotFont(size)}`;
  context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
  context.textBaseline = 'alphabetic';
  if (mark.halo !== undefined) {
    context.lineJoin = 'round';
    context.setLineDash([]);
    context.lineWidth = haloWidth;
    context.strokeStyle = colourIn(palette, mark.halo);
    context.strokeText(mark.text, 0, middleShare * size);
  }
  context.fillStyle = colourIn(palette, mark.colour);
  context.fillText(mark.text, 0, middleShare * size);
  context.restore();
}

let scratch: HTMLCanvasElement | undefined;

function paintImage(context: Context, { raster, left, top, width, height }: ImageMark): void {
  scratch ??= document.createElement('canvas');
  drawRaster(scratch, raster);
  context.imageSmoothingQuality = 'high';
  context.drawImage(scratch, left, top, width, height);
}

/** Makes `canvas` the raster, one pixel a sample. */
export function drawRaster(canvas: HTMLCanvasElement, { columns, rows, pixels }: Raster): void {
  canvas.width = columns;
  canvas.height = rows;
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), columns, rows), 0, 0);
}
