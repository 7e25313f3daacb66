// What the views of one step add to weight space, against the numbers of the trainer.

import { describe, expect, it } from 'vitest';
import { images, numbersOf, shapeCalled, shapes, texts, touches } from '../../drawing/testMarks.ts';
import { createViewport } from '../../drawing/viewport.ts';
import { axisRates } from '../../export/scripts/ruleLines.ts';
import { ruleOfConfiguration } from '../../export/scripts/ruleProgram.ts';
import type { Layers } from '../../lab/store.ts';
import type { OptimizerId } from '../../training/optimizers/index.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { directionOf } from '../../training/plane.ts';
import { generateExamples } from '../../training/run/configuration.ts';
import { seenAnew } from '../../training/run/networkSight.ts';
import { stepPlane, weightsPlane } from '../../training/spannedPlanes.ts';
import { stepLayer } from '../plots/stepLayer.ts';
import { runAfter, testPlot } from '../plots/testSource.ts';
import { stepViews } from '../text/en/stepViews.ts';
import { batchSurfaceLayer } from './BatchSurfaceLayer.tsx';
import { gradientLayer } from './GradientLayer.tsx';
import { noiseLayer } from './NoiseLayer.tsx';
import { memoryLayer } from './OptimizerMarks.tsx';
import { seenParts } from './optimizerParts.ts';

const layers: Layers = {
  ...{ gradients: true, gradientView: 'chain', batchSurface: 'over', hidesRun: false, resampleSeed: 1 },
};

function seen(
  count: number,
  optimizer: OptimizerId = 'sgd',
  change: Parameters<ReturnType<typeof runAfter>['source']>[0] = {},
) {
  const run = runAfter(count, 'line-fit', optimizer);
  const { config, hyperparameters, detail } = run.source().state;
  if (detail === null) throw new Error('The trainer gave no step.');
  const { weights, batch, seen: at } = detail;
  const { batchSize } = hyperparameters;
  const asked = {
    examples: generateExamples(config),
    batchSurface: run.trainer.surface({ domain: run.frame.viewport.view, columns: 64, rows: 48, batch }),
    draws: {
      weights: at.weights,
      sample: run.trainer.noise({ weights, batchSize, count: 500, seed: 1, sampling: config.sampling }),
    },
  };
  return { frame: run.frame, source: run.source({ ...asked, layers, ...change }) };
}

describe('the gradients of the examples', () => {
  it('end as a chain on the tip of the mini-batch gradient', () => {
    const { frame, source } = seen(3);
    const tip = touches(stepLayer(frame, source)).find(({ id }) => id === 'arrow-batch-gradient')?.ends ?? [0, 0, 0, 0];
    const heads = shapes(gradientLayer(frame, source))[1];
    // Three corners of the last head; its tip is the first.
    const [x, y] = numbersOf(heads).slice(-6, -4);
    expect(x).toBeCloseTo(tip[2], 1);
    expect(y).toBeCloseTo(tip[3], 1);
  });

  it('are there where they are asked for and in their phase, and the lit one alone otherwise', () => {
    const off = { ...layers, gradients: false };
    const count = (change: Parameters<typeof seen>[2]): number => {
      const { frame, source } = seen(3, 'sgd', change);
      return gradientLayer(frame, source).length;
    };
    expect(count({ layers: off })).toBe(0);
    expect(count({ layers: off, phase: 'backward' })).toBe(2);
    const { source } = seen(3);
    const [lit] = source.state.detail?.batch ?? [];
    expect(count({ layers: off, litExample: lit })).toBe(4);
    expect(count({ layers, litExample: lit })).toBe(6);
  });
});

describe('the loss of the batch alone', () => {
  it('is isolines over the loss of all, or a picture in its place', () => {
    const { frame, source } = seen(3);
    expect(images(batchSurfaceLayer(frame, source))).toEqual([]);
    expect(shapes(batchSurfaceLayer(frame, source))).toMatchObject([{ stroke: 'batch' }]);
    const instead = seen(3, 'sgd', { layers: { ...layers, batchSurface: 'instead' } });
    expect(images(batchSurfaceLayer(instead.frame, instead.source))).toHaveLength(1);
  });
});

describe('the noise', () => {
  it('is a cloud around the tip of the full gradient', () => {
    const { frame, source } = seen(3);
    const tip = touches(stepLayer(frame, source)).find(({ id }) => id === 'arrow-full-gradient')?.ends ?? [0, 0, 0, 0];
    const [dots, , , centre] = shapes(noiseLayer(frame, source));
    const [x, y] = numbersOf(centre);
    expect([x - 4, y].map(Math.round)).toEqual([tip[2], tip[3]].map(Math.round));
    const places = numbersOf(dots);
    expect(places.length).toBeGreaterThan(1000);
  });

  it('is nothing before the first draw', () => {
    const { frame, source } = seen(3, 'sgd', { draws: null });
    expect(noiseLayer(frame, source)).toEqual([]);
  });
});

describe("the optimizer's marks", () => {
  it('of momentum take the update apart: both parts, tip to tail, end where it ends', () => {
    const { frame, source } = seen(5, 'momentum');
    const update = touches(stepLayer(frame, source)).find(({ id }) => id === 'arrow-update')?.ends ?? [0, 0, 0, 0];
    const parts = touches(memoryLayer(stepViews)(frame, source)).map(({ ends }) => ends);
    expect(parts).toHaveLength(2);
    expect(parts[0].slice(0, 2)).toEqual(update.slice(0, 2));
    expect(parts[0].slice(2)).toEqual(parts[1].slice(0, 2));
    for (const axis of [2, 3]) expect(parts[1][axis]).toBeCloseTo(update[axis], 6);
  });

  it('of Adam have the rate of each axis, and names on no other name', () => {
    const { frame, source } = seen(5, 'adam');
    const marks = memoryLayer(stepViews)(frame, source);
    expect(shapeCalled(marks, 'axis-rates').stroke).toBe('control');
    const names = [...texts(marks), ...texts(stepLayer(frame, source))].filter(({ isBold }) => isBold);
    for (const [i, a] of names.entries())
      for (const b of names.slice(0, i)) {
        const isApart = Math.abs(a.y - b.y) >= 15 || Math.abs(a.x - b.x) >= 3 * (a.text.length + b.text.length);
        expect(isApart).toBe(true);
      }
  });

  it.each(Object.keys(optimizers) as OptimizerId[])('of %s are numbers, whatever the rule keeps', (optimizer) => {
    for (const count of [0, 1, 7]) {
      const { frame, source } = seen(count, optimizer);
      for (const mark of shapes(memoryLayer(stepViews)(frame, source)))
        expect(numbersOf(mark).every(Number.isFinite)).toBe(true);
    }
  });

  it('of a network are seen in its plane, whichever that is, and add up to the update there', () => {
    for (const optimizer of ['momentum', 'adam'] as const) {
      const run = runAfter(6, 'circles', optimizer);
      const { config, hyperparameters, detail } = run.source().state;
      if (detail === null) throw new Error('The trainer gave no step.');
      const program = ruleOfConfiguration(config, detail.weights.length, hyperparameters);
      const origin = detail.weights;
      const step = stepPlane(origin, detail.gradient, detail.fullGradient);
      for (const plane of [weightsPlane(origin, 3, 7), step]) {
        const seenThere = seenAnew(detail, plane);
        const { memory, gradient, rates, ratesOutside } = seenParts(program, seenThere);
        if (memory === null || gradient === null) throw new Error('There is no memory.');
        for (const axis of [0, 1])
          expect(memory.seen[axis] + gradient.seen[axis]).toBeCloseTo(seenThere.seen.update[axis], 12);
        const shown = Math.hypot(...memory.seen);
        expect(shown ** 2 + (memory.outside * memory.length) ** 2).toBeCloseTo(memory.length ** 2, 12);
        if (optimizer === 'momentum') expect(rates).toBeNull();
        else if (plane !== step) {
          const { divisors, memory: kept } = optimizers.adam.marks;
          const all = axisRates(program, detail, divisors, kept);
          const lengths = rates?.map((rate) => Math.hypot(...rate)).toSorted();
          expect(lengths).toEqual([all[3], all[7]].toSorted());
          expect(ratesOutside).toBeLessThan(1e-12);
        } else {
          // Along either bar a gradient is followed straight, as far as is seen.
          const { divisors, memory: kept } = optimizers.adam.marks;
          const all = axisRates(program, detail, divisors, kept);
          for (const [x, y] of rates ?? []) {
            const way = all.map((rate, i) => rate * (x * plane.across[i] + y * plane.up[i]));
            const [dx, dy] = directionOf(plane, way);
            expect(dx * y - dy * x).toBeCloseTo(0, 12);
            expect(Math.hypot(dx, dy)).toBeCloseTo(x * x + y * y, 12);
          }
          expect(ratesOutside).toBeGreaterThan(0.1);
        }
        const shownState = { detail: seenThere, plane, shownPlane: null };
        const { weights: at, update } = seenThere.seen;
        const far = 2 * Math.hypot(...update);
        const [x, y] = at.map((middle) => [middle - far, middle + far] as const);
        const frame = { ...run.frame, viewport: createViewport({ x, y }, testPlot) };
        const marks = memoryLayer(stepViews)(frame, run.source(shownState));
        if (optimizer === 'adam') expect(shapeCalled(marks, 'axis-rates')).toBeDefined();
        else expect(marks.length).toBeGreaterThan(0);
      }
      expect(memoryLayer(stepViews)(run.frame, run.source())).toEqual([]);
    }
  });

  it('wait for the update in slow motion', () => {
    const { frame, source } = seen(5, 'momentum', { phase: 'backward' });
    expect(memoryLayer(stepViews)(frame, source)).toEqual([]);
  });
});
