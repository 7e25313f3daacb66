// The colours of theme.css as values a canvas can use, and the colour table of the loss surface.

import { tableIndex, tableSize } from './tracing/tableIndex.ts';

export const colourNames = [
  'paper',
  'ink',
  'ink-soft',
  'line',
  'batch',
  'example',
  'example-one',
  'example-gradient',
  'batch-gradient',
  'full-gradient',
  'update',
  'weights',
  'control',
  'prediction',
  'positive',
  'negative',
  'class-two',
  'class-three',
  'class-four',
  'class-five',
  'focus',
  'loss-full',
  'contender-b',
  'contender-c',
  'contender-d',
  'surface-low',
  'surface-high',
  'map-negative',
  'map-middle',
  'map-positive',
  'map-zero',
  'map-one',
  'map-two',
  'map-three',
  'map-four',
  'map-five',
  'contour',
  'contour-label',
] as const;
export type ColourName = (typeof colourNames)[number];
export type Palette = Readonly<Record<ColourName, string>>;

/**
 * The colours in force at `parent`. Read through a probe, since `light-dark()` is resolved only where it is used; all of
 * it is written before any of it is read, so that the page's style is worked out once.
 */
export function readPalette(parent: Element): Palette {
  const page = parent.ownerDocument;
  const probe = page.createElement('span');
  probe.hidden = true;
  const drops = colourNames.map((name) => {
    const drop = page.createElement('i');
    drop.style.color = `var(--${name})`;
    return drop;
  });
  probe.append(...drops);
  parent.append(probe);
  const colours = drops.map((drop, place) => [colourNames[place], getComputedStyle(drop).color]);
  probe.remove();
  return Object.fromEntries(colours) as Palette;
}

type Triple = readonly [number, number, number];

const toLinear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const fromLinear = (value: number): number => {
  const share = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, share)));
};

/** Red, green, and blue, 0 to 255, of a colour as style sheets compute it, `rgb(74, 122, 156)`, or write it, `#4a7a9c`. */
function channelsOf(colour: string): Triple {
  const digits = colour.startsWith('#') ? colour.match(/[\da-f]{2}/gi)?.map((pair) => Number.parseInt(pair, 16)) : null;
  return (digits ?? colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0]) as unknown as Triple;
}

/** OKLab of an sRGB colour (Ottosson 2020, https://bottosson.github.io/posts/oklab/). */
function toOklab(colour: string): Triple {
  const [red, green, blue] = channelsOf(colour).map(toLinear) as unknown as Triple;
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

function fromOklab([lightness, a, b]: Triple): Triple {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    fromLinear(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    fromLinear(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ];
}

/** `tableSize` colours from `low` to `high`, evenly spaced in OKLab, as the bytes red, green, blue, alpha of an image. */
export function colourTable(low: string, high: string): Uint32Array {
  const [from, to] = [toOklab(low), toOklab(high)];
  const bytes = new Uint8ClampedArray(4 * tableSize);
  for (let i = 0; i < tableSize; i++) {
    const share = i / (tableSize - 1);
    const mix = (k: 0 | 1 | 2): number => from[k] + share * (to[k] - from[k]);
    bytes.set([...fromOklab([mix(0), mix(1), mix(2)]), 255], 4 * i);
  }
  return new Uint32Array(bytes.buffer);
}

/** One colour of a table as CSS. */
export function tableColour(table: Uint32Array, share: number): `rgb(${string}` {
  const [red, green, blue] = new Uint8Array(table.buffer, 4 * tableIndex(share), 3);
  return `rgb(${red} ${green} ${blue})`;
}
