// The picture shows what the page shows: the path up to the weights, the batch's own surface where it is drawn, and
// nothing that a document of its own could not hold.

import { expect, it } from 'vitest';
import { colourNames, type Palette } from '../drawing/palette.ts';
import { defaultConfig, defaultHyperparameters, defaultView } from '../lab/defaults.ts';
import { stepColumn } from '../training/run/log.ts';
import { Trainer } from '../training/run/trainer.ts';
import { type PictureOptions, pictureSvg } from './picture.ts';

/** A colour per name, so that each part is known by its own. */
const palette = Object.fromEntries(colourNames.map((name, i) => [name, `rgb(${i}, 0, 0)`])) as Palette;

function optionsAfter(count: number): PictureOptions {
  const config = defaultConfig('line-fit', 'sgd');
  const trainer = new Trainer(() => 0);
  trainer.start(config);
  const { steps, detail } = trainer.advance({
    ...{ steps: count, milliseconds: 1000, stepLimit: count, beyondConvergence: true },
    hyperparameters: defaultHyperparameters('line-fit', 'sgd'),
  });
  const view = defaultView(config);
  const column = (name: 'w1' | 'w2' | 'epoch') => stepColumn(steps, name).slice(0, steps.count);
  return {
    title: 'Fish & <chips>',
    names: { w1: 'w1', w2: 'w2', update: 'update', batchGradient: 'mini-batch', fullGradient: 'full' },
    ...{ palette, view, detail, decimalMark: '.' },
    surface: trainer.surface({ domain: view, columns: 32, rows: 32 }),
    surfaceImage: null,
    batchSurface: null,
    rows: { w1: column('w1'), w2: column('w2'), epoch: column('epoch') },
    gradients: null,
  };
}

const paths = (svg: string): string[] => [...svg.matchAll(/<path [^>]*>/g)].map(([path]) => path);
const numbersOf = (text: string): number[] => (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

it('draws the path up to the weights', () => {
  const options = optionsAfter(3);
  const svg = pictureSvg(options);
  const line = paths(svg).find((path) => path.includes('stroke-width="1.1"'))!;
  const [x, y] = numbersOf(line.match(/ d="([^"]*)"/)![1]).slice(-2);
  // The dot of the weights is the last circle in their colour.
  const dot = [...svg.matchAll(/<circle cx="([^"]*)" cy="([^"]*)"[^>]*fill="([^"]*)"/g)].find(
    ([, , , fill]) => fill === palette.weights,
  )!;
  expect(Math.hypot(x - Number(dot[1]), y - Number(dot[2]))).toBeLessThan(0.02);
  expect(line.match(/L/g)).toHaveLength(3);
});

it('draws the surface of the batch over the full one where the page does', () => {
  const options = optionsAfter(1);
  const ofBatch = (svg: string) => paths(svg).filter((path) => path.includes(`stroke="${palette.batch}"`));
  expect(ofBatch(pictureSvg(options))).toHaveLength(0);
  const [drawn] = ofBatch(pictureSvg({ ...options, batchSurface: options.surface }));
  expect(drawn.match(/M/g)!.length).toBeGreaterThan(3);
});

it('writes the title as text', () => {
  expect(pictureSvg(optionsAfter(1))).toContain('<title>Fish &amp; &lt;chips></title>');
});
