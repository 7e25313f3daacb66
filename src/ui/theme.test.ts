// The promises of theme.css, computed from the file: contrast (WCAG 2.2) and colours told apart by everyone.

import { readFileSync } from 'node:fs';
import { rgb } from 'd3';
import { describe, expect, test } from 'vitest';
import { colourNames, colourTable } from '../drawing/palette.ts';
import { present } from '../training/present.ts';

type Light = readonly [red: number, green: number, blue: number];

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const tokens = [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)];
const themes = {
  light: new Map(tokens.map(([, name, light]) => [name, light])),
  dark: new Map(tokens.map(([, name, , dark]) => [name, dark])),
};

const linear = (colour: string): Light => {
  const { r, g, b } = rgb(colour);
  const channel = (value: number): number =>
    value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return [channel(r), channel(g), channel(b)];
};
const luminance = ([red, green, blue]: Light): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
const contrast = (a: string, b: string): number => {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};

/** Dichromats' view of linear light (Machado, Oliveira, Fernandes 2009, severity 1). */
const sight: Readonly<Record<string, readonly Light[]>> = {
  trichromacy: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const oklab = (light: Light): Light => {
  const cone = (a: number, b: number, c: number): number => Math.cbrt(a * light[0] + b * light[1] + c * light[2]);
  const long = cone(0.4122214708, 0.5363325363, 0.0514459929);
  const middle = cone(0.2119034982, 0.6806995451, 0.1073969566);
  const short = cone(0.0883024619, 0.2817188376, 0.6299787005);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
};
const seen = (colour: string, matrix: readonly Light[]): Light => {
  const light = linear(colour);
  const row = (i: number): number =>
    Math.min(
      1,
      Math.max(
        0,
        matrix[i].reduce((sum, share, k) => sum + share * light[k], 0),
      ),
    );
  return oklab([row(0), row(1), row(2)]);
};

const semantic = [
  'batch',
  'example',
  'example-one',
  'example-gradient',
  'batch-gradient',
  'full-gradient',
  'update',
  'weights',
  'prediction',
  'positive',
  'negative',
  'class-two',
  'class-three',
  'class-four',
  'class-five',
  'loss-full',
  'contender-b',
  'contender-c',
  'contender-d',
];

/** Colours that meet in one plot. */
const together = [
  ['batch-gradient', 'full-gradient', 'update', 'weights', 'example-gradient'],
  ['batch', 'example', 'prediction', 'weights'],
  ['batch', 'example', 'example-one', 'prediction'],
  ['positive', 'negative', 'update', 'weights', 'example-gradient', 'batch-gradient'],
  ['batch', 'example', 'example-one', 'class-two', 'class-three', 'class-four', 'class-five', 'prediction'],
  ['batch', 'loss-full'],
  ['weights', 'contender-b', 'contender-c', 'contender-d'],
];

test('the canvases ask for tokens that the file has', () => {
  expect(colourNames.filter((name) => !themes.light.has(name))).toEqual([]);
});

describe.each(Object.entries(themes))('%s theme', (_theme, colours) => {
  const of = (name: string): string => present(colours.get(name));
  const surface = [...new Uint8Array(colourTable(of('surface-low'), of('surface-high')).buffer)];
  const surfaceColours = Array.from({ length: 256 }, (_, i) => `rgb(${surface.slice(4 * i, 4 * i + 3).join()})`);
  const mapColours = [
    ...['map-negative', 'map-middle', 'map-positive'],
    ...['map-zero', 'map-one', 'map-two', 'map-three', 'map-four', 'map-five'],
  ].map(of);

  test.each(semantic)('--%s has 3:1 against the paper, the whole surface, and a map of units', (name) => {
    for (const ground of [of('paper'), of('paper-raised'), ...surfaceColours, ...mapColours])
      expect(contrast(of(name), ground)).toBeGreaterThanOrEqual(3);
  });

  test.each([...semantic, 'ink', 'ink-soft', 'warning'])('text in --%s has 4.5:1 on the paper', (name) => {
    for (const ground of [of('paper'), of('paper-raised')])
      expect(contrast(of(name), ground)).toBeGreaterThanOrEqual(4.5);
  });

  test('labels on isolines have 4.5:1 on the whole surface', () => {
    for (const ground of surfaceColours) expect(contrast(of('contour-label'), ground)).toBeGreaterThanOrEqual(4.5);
  });

  test('controls and the focus can be seen, and read', () => {
    for (const name of ['control', 'focus']) expect(contrast(of(name), of('paper'))).toBeGreaterThanOrEqual(3);
    expect(contrast(of('control'), of('control-ink'))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(Object.entries(sight))('colours of one plot differ in %s', (_name, matrix) => {
    for (const names of together) {
      for (const [i, a] of names.entries()) {
        for (const b of names.slice(0, i)) {
          const [p, q] = [seen(of(a), matrix), seen(of(b), matrix)];
          expect(Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]), `${a} and ${b}`).toBeGreaterThan(0.04);
        }
      }
    }
  });
});
