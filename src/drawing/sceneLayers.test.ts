// The parts of weight space beside the step and the path: what each draws from which numbers.

import { describe, expect, it } from 'vitest';
import type { LossSurface } from '../training/objective/lossSurface.ts';
import { exampleVectors } from './exampleVectors.ts';
import { colourNames, type Palette } from './palette.ts';
import { batchSurfaceMarks } from './sceneBatch.ts';
import { gradientMarks, litGradientMarks } from './sceneGradients.ts';
import { memoryMarks } from './sceneMemory.ts';
import { noiseMarks } from './sceneNoise.ts';
import { cloudMarks, letterMarks, startMapMarks } from './sceneRace.ts';
import { colourSurface, nameLevels, surfaceMarks } from './sceneSurface.ts';
import { frame, images, numbersOf, plot, shapeCalled, shapes, texts, touches } from './testMarks.ts';
import { tracingOf } from './tracing/tracing.ts';
import { createViewport } from './viewport.ts';

const { viewport } = frame;
const { x, y } = viewport;
const palette = Object.fromEntries(colourNames.map((name) => [name, '#808080'])) as Palette;
const german = { decimal: ',', group: '.' };

function bowl(size = 48): LossSurface {
  const { view } = viewport;
  const values = Float64Array.from({ length: size * size }, (_, i) => {
    const across = view.x[0] + (4 * ((i % size) + 0.5)) / size;
    const up = view.y[0] + (3 * (Math.floor(i / size) + 0.5)) / size;
    return 0.3 + across ** 2 + 2 * (up - 0.5) ** 2;
  });
  const [minimum, maximum] = [Math.min(...values), Math.max(...values)];
  return { domain: view, columns: size, rows: size, values, minimum, maximum };
}

describe('the surface', () => {
  const coloured = colourSurface(nameLevels({ ...bowl(), tracing: tracingOf(bowl()) }, german), palette);

  it('is a picture of a pixel a sample that covers what was sampled, under the isolines', () => {
    const marks = surfaceMarks(frame, coloured);
    expect(images(marks)).toMatchObject([{ left: 40, top: 10, width: 400, height: 300 }]);
    expect(images(marks)[0].raster).toMatchObject({ columns: 48, rows: 48 });
    expect(marks.map(({ kind }) => kind).slice(0, 2)).toEqual(['image', 'shape']);
  });

  it('lies where it was sampled while the view has moved on', () => {
    const moved = { ...frame, viewport: createViewport({ x: [0, 2], y: [0.5, 2] }, plot) };
    expect(images(surfaceMarks(moved, coloured))).toMatchObject([{ left: -360, top: 10, width: 800, height: 600 }]);
  });

  it('has isolines on which the loss is what is written beside them, in the language of the page', () => {
    const labels = texts(surfaceMarks(frame, coloured));
    expect(labels.length).toBeGreaterThan(2);
    expect(labels.some(({ text }) => text.includes(','))).toBe(true);
    for (const { text, x: at, y: height } of labels) {
      const loss = 0.3 + viewport.across(at) ** 2 + 2 * (viewport.up(height) - 0.5) ** 2;
      expect(loss / Number(text.replace(',', '.'))).toBeCloseTo(1, 1);
    }
  });

  it('of a batch is isolines alone, or stands in its place with a picture of its own', () => {
    expect(batchSurfaceMarks(frame, bowl(), null).map(({ kind }) => kind)).toEqual(['shape']);
    expect(batchSurfaceMarks(frame, bowl(), palette).map(({ kind }) => kind)).toEqual(['image', 'shape']);
    const [lines] = shapes(batchSurfaceMarks(frame, bowl(), null));
    expect(lines).toMatchObject({ stroke: 'batch' });
    expect(numbersOf(lines).length).toBeGreaterThan(200);
  });
});

describe('the gradients of the examples', () => {
  const slopes = { x: Float64Array.of(-1, -3, 1), y: Float64Array.of(2, 0, 1) };
  const vectors = exampleVectors(viewport, slopes, 0.1, [{ from: 0, to: 3 }]);

  it('are a fan from the weights, a chain that ends on their mean, or a cloud of their tips', () => {
    const fan = shapes(gradientMarks(viewport, [0, 0], vectors, 'fan'))[0];
    expect(String(fan.shape).match(new RegExp(`M${x(0)},${y(0)}`, 'g'))).toHaveLength(3);
    const chain = shapes(gradientMarks(viewport, [0, 0], vectors, 'chain'))[1];
    // Three corners of the last head; its tip is the first.
    expect(numbersOf(chain).slice(-6, -4)).toEqual([x(0.1), y(-0.1)]);
    const cloud = shapes(gradientMarks(viewport, [0, 0], vectors, 'cloud'))[1];
    expect(String(cloud.shape).match(/M/g)).toHaveLength(3);
  });

  it('of one example lie over a rim of paper', () => {
    const marks = shapes(litGradientMarks(viewport, [0, 0], vectors, 1, false));
    expect(marks.map(({ stroke, fill }) => stroke ?? fill)).toEqual([
      ...['paper', 'paper', 'example-gradient', 'example-gradient'],
    ]);
    expect(numbersOf(marks[3]).slice(0, 2)).toEqual([x(0.3), y(0)]);
  });
});

describe('the noise', () => {
  const gradients = Float64Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? -2 : 1) + Math.sin(17 * i));
  const ellipse = { major: [1, 0], minor: [0, 0.5] } as const;
  const noise = {
    gradients,
    measured: { mean: [-2, 1] as const, ellipse },
    predicted: { mean: [-2.1, 1.1] as const, ellipse },
  };
  const [dots, measured, predicted, centre] = shapes(noiseMarks(viewport, [-1, 1], noise, 0.2));

  it('is a dot at the tip of every arrow, and one at that of the full gradient', () => {
    expect(String(dots.shape).match(/M/g)).toHaveLength(200);
    expect(numbersOf(dots)[0]).toBeCloseTo(x(-1 - 0.2 * gradients[0]) + 1.8, 1);
    expect(numbersOf(centre)[0]).toBeCloseTo(x(-1 + 0.42) + 4, 1);
  });

  it('has ellipses around the tip of their mean, to the scale of the arrows', () => {
    for (const [outline, mean] of [
      [measured, [-2, 1]],
      [predicted, [-2.1, 1.1]],
    ] as const) {
      const numbers = numbersOf(outline);
      const across = numbers.filter((_, i) => i % 2 === 0);
      const down = numbers.filter((_, i) => i % 2 === 1);
      expect((Math.max(...across) + Math.min(...across)) / 2).toBeCloseTo(x(-1 - 0.2 * mean[0]), 1);
      expect(Math.max(...across) - Math.min(...across)).toBeCloseTo(2 * 0.2 * 100, 1);
      expect(Math.max(...down) - Math.min(...down)).toBeCloseTo(0.2 * 100, 1);
    }
    expect(predicted.dash).toEqual([6, 4]);
  });
});

describe("the optimizer's marks", () => {
  const step = { weights: [-1, 1], gradient: [-4, 2], fullGradient: [-6, 1], update: [0.9, -0.6] } as const;
  const names = { memory: 'from memory', gradient: 'from this gradient', rates: 'rate per axis' };

  it('take the update apart, tip to tail', () => {
    const ends = touches(memoryMarks(frame, step, { part: [0.5, 0.1], rates: null }, names, [])).map(
      (mark) => mark.ends,
    );
    expect(ends).toEqual([
      [x(-1), y(1), x(-0.5), y(1.1)],
      [x(-0.5), y(1.1), x(-0.1), y(0.4)],
    ]);
  });

  it('name the parts off both arrows and off the names that stand already', () => {
    const taken = [{ left: x(-1), right: x(0.5), top: y(1.5), bottom: y(1.05) }];
    const found = texts(memoryMarks(frame, step, { part: [0.5, 0.1], rates: null }, names, taken));
    expect(found.map(({ text }) => text)).toEqual(['from memory', 'from this gradient']);
    for (const { text, x: at, y: height } of found) {
      const half = frame.measure(text) / 2;
      const isOff =
        at + half <= taken[0].left ||
        at - half >= taken[0].right ||
        height >= taken[0].bottom ||
        height <= taken[0].top;
      expect(isOff).toBe(true);
    }
  });

  it('have bars in the ratio of the rates, cut at the border', () => {
    const marks = memoryMarks(
      frame,
      step,
      {
        part: null,
        rates: [
          [0.02, 0],
          [0, 0.01],
        ],
      },
      names,
      [],
    );
    const bars = numbersOf(shapeCalled(marks, 'axis-rates'));
    expect(bars.slice(0, 4)).toEqual([x(-1) - 56, y(1), x(-1) + 56, y(1)]);
    expect(bars.slice(12, 16)).toEqual([x(-1), y(1) + 28, x(-1), y(1) - 28]);
    // Turned bars are as long, and what marks their ends stands across them.
    const turned = memoryMarks(
      frame,
      step,
      {
        part: null,
        rates: [
          [0.6, 0.8],
          [-0.4, 0.3],
        ],
      },
      names,
      [],
    );
    const [x1, y1, x2, y2, ax, ay, bx, by] = numbersOf(shapeCalled(turned, 'axis-rates'));
    expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(112, 10);
    expect((x2 - x1) * (bx - ax) + (y2 - y1) * (by - ay)).toBeCloseTo(0, 10);
    const atEdge = memoryMarks(
      frame,
      { ...step, weights: [1.9, 1] },
      {
        part: null,
        rates: [
          [1, 0],
          [0, 1],
        ],
      },
      names,
      [],
    );
    expect(Math.max(...numbersOf(shapeCalled(atEdge, 'axis-rates')))).toBeLessThanOrEqual(plot.right);
  });

  it('are nothing for a rule without either, or where the rates are not numbers', () => {
    expect(memoryMarks(frame, step, { part: null, rates: null }, names, [])).toEqual([]);
    expect(
      memoryMarks(
        frame,
        step,
        {
          part: [0, 0],
          rates: [
            [Number.NaN, 0],
            [0, 1],
          ],
        },
        names,
        [],
      ),
    ).toEqual([]);
  });
});

describe('many runs', () => {
  const runner = (letter: string, at: readonly [number, number], note = '') => ({
    ...{ letter, at, note, colour: 'contender-b' as const },
  });

  it('have letters beside their weights, never on each other or on any weights', () => {
    const runners = [
      runner('A', [0, 0]),
      runner('B', [0.01, 0.02]),
      runner('C', [0.05, 0]),
      runner('D', [-0.03, 0.05]),
    ];
    const rings = shapes(letterMarks(frame, runners, [])).filter(({ fill }) => fill === 'paper');
    const middles = rings.map((mark) => numbersOf(mark)).map(([right, height]) => [right - 7.5, height]);
    expect(middles).toHaveLength(4);
    for (const [i, [atX, atY]] of middles.entries()) {
      for (const { at } of runners) expect(Math.hypot(atX - x(at[0]), atY - y(at[1]))).toBeGreaterThan(7);
      for (const [otherX, otherY] of middles.slice(0, i))
        expect(Math.max(Math.abs(atX - otherX), Math.abs(atY - otherY))).toBeGreaterThanOrEqual(15);
    }
  });

  it('that left the view are marked at its border, with their word inside', () => {
    const marks = letterMarks(frame, [runner('B', [1e9, -1e8], 'B diverged')], []);
    const [note] = texts(marks).filter(({ id }) => id === 'contender-B-note');
    expect(note).toMatchObject({ text: 'B diverged', anchor: 'end' });
    expect(note.x < plot.right && note.y < plot.bottom).toBe(true);
  });

  it('wander in an ellipse of weights', () => {
    const ellipse = { major: [0.5, 0], minor: [0, 0.25] } as const;
    const [outline] = shapes(cloudMarks(viewport, { mean: [0, 0.5], ellipse }, 'measured'));
    const across = numbersOf(outline).filter((_, i) => i % 2 === 0);
    expect([Math.min(...across), Math.max(...across)]).toEqual([x(-0.5), x(0.5)]);
    expect(outline).toMatchObject({ id: 'cloud-measured', stroke: 'weights' });
  });

  it('end where the map of starts says: cells share whole pixels, and free ones are not painted', () => {
    const map = {
      columns: 3,
      rows: 2,
      domain: viewport.view,
      colours: ['#111111', '#222222', null, '#111111', null, null],
    };
    const marks = shapes(startMapMarks(viewport, map as Parameters<typeof startMapMarks>[1]));
    expect(marks.map(({ fill }) => fill)).toEqual(['#111111', '#222222']);
    expect(String(marks[0].shape)).toBe('M40,160h133v150h-133ZM40,10h133v150h-133Z');
    expect(String(marks[1].shape)).toBe('M173,160h134v150h-134Z');
  });
});
