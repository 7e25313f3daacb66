// Marks as elements of an SVG: described, for a page that keeps them in place, and written, for a file.

import { type Colour, type ImageMark, labelSize, type Mark, middleShare, type Raster } from './marks.ts';
import { haloWidth } from './paintMarks.ts';
import { type ColourName, colourNames } from './palette.ts';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export interface SvgElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly text?: string;
}

export interface SvgWords {
  /** How a colour of the palette is written. */
  readonly colour: (name: ColourName) => string;
  /** The address of a picture; null where it can have none. */
  readonly image: (raster: Raster) => string | null;
}

const rounded = (value: number): number => Math.round(100 * value) / 100;

/** Null for a mark that an SVG of these words does not show. */
export function svgElement(mark: Mark, words: SvgWords): SvgElement | null {
  const paint = (colour: Colour | undefined): string | undefined =>
    colour === undefined || !(colourNames as readonly string[]).includes(colour)
      ? colour
      : words.colour(colour as ColourName);
  const { quantity, id } = mark;
  const named = { 'data-quantity': quantity, 'data-testid': id };
  if (mark.kind === 'image') return imageElement(mark, words);
  if (mark.kind === 'touch') {
    const [x1, y1, x2, y2] = mark.ends;
    return { name: 'line', attributes: { ...named, x1, y1, x2, y2, stroke: 'transparent', 'stroke-width': 10 } };
  }
  if (mark.kind === 'text') {
    const size = mark.size ?? labelSize;
    const place =
      mark.angle === undefined
        ? { x: rounded(mark.x), y: rounded(mark.y + middleShare * size) }
        : {
            transform: `translate(${rounded(mark.x)} ${rounded(mark.y)}) rotate(${rounded((180 / Math.PI) * mark.angle)})`,
            dy: rounded(middleShare * size),
          };
    return {
      name: 'text',
      attributes: {
        ...named,
        ...place,
        class: mark.isTick ? 'tick' : undefined,
        fill: paint(mark.colour),
        'font-size': size,
        'font-weight': mark.isBold ? 600 : undefined,
        'font-style': mark.isItalic ? 'italic' : undefined,
        'text-anchor': mark.anchor === 'start' ? undefined : mark.anchor,
        ...(mark.halo !== undefined && {
          stroke: paint(mark.halo),
          'stroke-width': haloWidth,
          'stroke-linejoin': 'round',
          'paint-order': 'stroke',
        }),
      },
      text: mark.text,
    };
  }
  return {
    name: 'path',
    attributes: {
      ...named,
      d: String(mark.shape),
      fill: paint(mark.fill) ?? 'none',
      opacity: mark.opacity,
      ...(mark.stroke !== undefined && {
        stroke: paint(mark.stroke),
        'stroke-width': mark.width,
        'stroke-linejoin': 'round',
        'stroke-linecap': mark.hasRoundEnds ? 'round' : undefined,
        'stroke-dasharray': mark.dash?.length ? mark.dash.join(' ') : undefined,
        'stroke-dashoffset': mark.dashFrom,
      }),
    },
  };
}

function imageElement({ raster, left, top, width, height }: ImageMark, { image }: SvgWords): SvgElement | null {
  const href = image(raster);
  if (href === null) return null;
  const place = { x: rounded(left), y: rounded(top), width: rounded(width), height: rounded(height) };
  return { name: 'image', attributes: { href, ...place, preserveAspectRatio: 'none' } };
}
