// A scene as an SVG document of its own, under a title: the same layers that the page draws. Nothing in it refers to a
// style sheet or a font file.

import { type Layer, labelSize, type Raster } from '../drawing/marks.ts';
import type { Palette } from '../drawing/palette.ts';
import { type SvgElement, type SvgWords, svgElement } from '../drawing/svgMarks.ts';
import { heightOf, type Rectangle, widthOf } from '../drawing/viewport.ts';

export interface Picture {
  readonly title: string;
  readonly palette: Palette;
  readonly layers: readonly Layer[];
  readonly plot: Rectangle;
  /** The address of a picture of pixels; null leaves it out. */
  readonly image: (raster: Raster) => string | null;
}

export const pictureWidth = 720;
const margin = { left: 56, top: 40, right: 16, bottom: 40 };

/** The rectangle of a plot `aspect` times as wide as high, and the height of the picture around it. */
export function pictureRoom(aspect: number): { readonly plot: Rectangle; readonly height: number } {
  const { left, top } = margin;
  const right = pictureWidth - margin.right;
  const bottom = Math.round(top + (right - left) / aspect);
  return { plot: { left, top, right, bottom }, height: bottom + margin.bottom };
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function tag(name: string, attributes: SvgElement['attributes'], content = ''): string {
  const written = Object.entries(attributes)
    // What a page is tested and lit by means nothing in a file.
    .filter(([key, value]) => value !== undefined && !key.startsWith('data-') && key !== 'class')
    .map(([key, value]) => ` ${key}="${escapeText(String(value))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

export function pictureSvg({ title, palette, layers, plot, image }: Picture): string {
  const words: SvgWords = { colour: (name) => palette[name], image };
  const [width, height] = [pictureWidth, plot.bottom + margin.bottom];
  const box = { x: plot.left, y: plot.top, width: widthOf(plot), height: heightOf(plot) };
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...{ width, height, viewBox: `0 0 ${width} ${height}` },
      'font-family': 'system-ui, -apple-system, Segoe UI, sans-serif',
      'font-size': labelSize,
    },
    [
      tag('title', {}, escapeText(title)),
      tag('rect', { width, height, fill: palette.paper }),
      tag('text', { x: plot.left, y: 24, fill: palette.ink, 'font-weight': 600, 'font-size': 15 }, escapeText(title)),
      tag('clipPath', { id: 'plot' }, tag('rect', box)),
      ...layers.map((layer) => layerTag(layer, words)),
    ].join('\n'),
  );
}

function layerTag({ marks, opacity, isAround = false }: Layer, words: SvgWords): string {
  const content = marks
    // What only a pointer finds is not for a file.
    .flatMap((mark) => (mark.kind === 'touch' ? [] : (svgElement(mark, words) ?? [])))
    .map(({ name, attributes, text = '' }) => tag(name, attributes, escapeText(text)))
    .join('\n');
  return content === '' ? '' : tag('g', { opacity, 'clip-path': isAround ? undefined : 'url(#plot)' }, content);
}
