// Makes the file of each kind of export from what the lab shows now.

import type { Raster } from '../../drawing/marks.ts';
import { drawRaster } from '../../drawing/paintMarks.ts';
import { readPalette } from '../../drawing/palette.ts';
import { createViewport, heightOf, widthOf } from '../../drawing/viewport.ts';
import { plainStyle } from '../../export/csvCell.ts';
import { exportText } from '../../export/forHost.ts';
import { pictureRoom, pictureSvg, pictureWidth } from '../../export/picture.ts';
import { pngOf } from '../../export/pixels.ts';
import type { Lab } from '../../lab/lab.ts';
import { markOf, type TableStyle } from '../../training/table/tableStyle.ts';
import type { Scene } from '../plots/scene.ts';

export const exportKinds = [
  'svg',
  'png',
  'csv',
  'json',
  'numpy',
  'pytorch',
  'pytorch-tensors',
  'tensorflow',
  'keras',
  'tfjs',
  'javascript',
] as const;
export type ExportKind = (typeof exportKinds)[number];

export interface ExportFile {
  readonly name: string;
  readonly content: Blob;
  /** The content to read and copy; null for a picture of pixels. */
  readonly text: string | null;
  readonly isPicture: boolean;
}

/**
 * @param theme an element whose colours the picture takes
 * @param scale pixels per unit of a PNG
 * @param style how a table is written
 * @throws Error when the browser refuses to make it
 */
export async function exportFile(
  lab: Lab,
  scene: Scene,
  kind: ExportKind,
  scale: number,
  theme: Element,
  title: string,
  style: TableStyle = plainStyle,
): Promise<ExportFile> {
  if (kind === 'svg' || kind === 'png') {
    const { svg, height } = pictureOf(scene, theme, title);
    const name = `minibatch-lab.${kind}`;
    if (kind === 'svg')
      return { name, content: new Blob([svg], { type: 'image/svg+xml' }), text: svg, isPicture: true };
    return { name, content: await pngOf(svg, pictureWidth, height, scale), text: null, isPicture: true };
  }
  const isTable = kind === 'csv' || kind === 'json';
  const file = exportText(lab, isTable ? kind : 'script', kind, style);
  if (file === null) throw new Error(`There is no export called ${kind}.`);
  const content = new Blob([kind === 'csv' ? markOf(style) : '', file.text], { type: file.type });
  return { name: file.name, content, text: file.text, isPicture: false };
}

/** What weight space shows, in a frame as wide against its height as the page's own. */
function pictureOf(scene: Scene, theme: Element, title: string): { readonly svg: string; readonly height: number } {
  if (scene.frame === null) throw new Error('There is no picture yet.');
  const { viewport, measure } = scene.frame;
  const { plot, height } = pictureRoom(widthOf(viewport.plot) / heightOf(viewport.plot));
  const palette = readPalette(theme);
  const layers = scene.layers({ viewport: createViewport(viewport.view, plot), palette, measure });
  return { svg: pictureSvg({ title, palette, layers, plot, image: addressOf }), height };
}

function addressOf(raster: Raster): string {
  const canvas = document.createElement('canvas');
  drawRaster(canvas, raster);
  return canvas.toDataURL('image/png');
}
