// Makes the file of each kind of export from what the lab shows now.

import { colourTable, readPalette } from '../../drawing/palette.ts';
import { lossScale, surfaceImage } from '../../drawing/surface.ts';
import { exportText } from '../../export/forHost.ts';
import { pictureHeight, pictureSvg, pictureWidth } from '../../export/picture.ts';
import { pngOf } from '../../export/pixels.ts';
import type { Lab } from '../../lab/lab.ts';
import type { LossSurface } from '../../training/objective/lossSurface.ts';
import { sampleBatchSurface } from '../step/batchSurface.ts';
import type { Catalogue } from '../text/catalogue.ts';

export const exportKinds = [
  'svg',
  'png',
  'csv',
  'json',
  'numpy',
  'pytorch',
  'tensorflow',
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

export interface PictureWords {
  readonly title: string;
  readonly plots: Catalogue['plots'];
  readonly decimalMark: string;
}

/**
 * @param theme an element whose colours the picture takes
 * @param scale pixels per unit of a PNG
 * @throws Error when the browser refuses to make it
 */
export async function exportFile(
  lab: Lab,
  kind: ExportKind,
  scale: number,
  theme: Element,
  words: PictureWords,
): Promise<ExportFile> {
  if (kind === 'svg' || kind === 'png') {
    const svg = pictureOf(lab, theme, words);
    const name = `minibatch-lab.${kind}`;
    if (kind === 'svg')
      return { name, content: new Blob([svg], { type: 'image/svg+xml' }), text: svg, isPicture: true };
    return { name, content: await pngOf(svg, pictureWidth, pictureHeight, scale), text: null, isPicture: true };
  }
  const isTable = kind === 'csv' || kind === 'json';
  const file = exportText(lab, isTable ? kind : 'script', kind);
  if (file === null) throw new Error(`There is no export called ${kind}.`);
  return { name: file.name, content: new Blob([file.text], { type: file.type }), text: file.text, isPicture: false };
}

function pictureOf({ store, history }: Lab, theme: Element, { title, plots, decimalMark }: PictureWords): string {
  const state = store.getState();
  const { cursor, detail, surface, view, phase, layers } = state;
  const palette = readPalette(theme);
  const batchSurface = layers.batchSurface === 'off' ? null : sampleBatchSurface(state, view);
  const shownSurface = layers.batchSurface === 'instead' ? batchSurface : surface;
  const rows = history.rowsUpTo(cursor);
  return pictureSvg({
    title,
    names: {
      w1: plots.w1,
      w2: plots.w2,
      update: plots.update,
      batchGradient: plots.batchGradientArrow,
      fullGradient: plots.fullGradientArrow,
    },
    palette,
    view,
    surface: shownSurface,
    surfaceImage: surfacePixels(shownSurface, palette['surface-low'], palette['surface-high']),
    batchSurface: layers.batchSurface === 'over' ? batchSurface : null,
    rows: {
      w1: history.column('w1').subarray(0, rows),
      w2: history.column('w2').subarray(0, rows),
      epoch: history.column('epoch').subarray(0, rows),
    },
    detail,
    gradients: layers.gradients || phase === 'backward' ? layers.gradientView : null,
    decimalMark,
  });
}

function surfacePixels(surface: LossSurface | null, low: string, high: string): string | null {
  if (surface === null) return null;
  return surfaceImage(surface, lossScale(surface), colourTable(low, high)).toDataURL('image/png');
}
