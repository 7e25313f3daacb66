// What weight space shows of a run, against the numbers of the trainer.

import { describe, expect, it } from 'vitest';
import { numbersOf, shapeCalled, shapes, texts, touches } from '../../drawing/testMarks.ts';
import { createViewport, widthOf } from '../../drawing/viewport.ts';
import { problems } from '../../training/problems/index.ts';
import { handleLayer } from './handleLayer.ts';
import { pathEndLayer, stepLayer } from './stepLayer.ts';
import { runAfter, testPlot } from './testSource.ts';

const problemIds = Object.keys(problems) as (keyof typeof problems)[];

describe('the step about to be taken', () => {
  it.each(problemIds)('of %s has its arrows where its numbers are', (problem) => {
    const { frame, source } = runAfter(3, problem);
    const from = source();
    const detail = from.state.detail?.seen;
    if (detail === undefined) throw new Error('There is no step.');
    const { x, y } = frame.viewport;
    for (const { id, ends } of touches(stepLayer(frame, from))) {
      const [w1, w2] = [frame.viewport.across(ends[2]), frame.viewport.up(ends[3])];
      const vector = [w1 - detail.weights[0], w2 - detail.weights[1]];
      const factor = id === 'arrow-update' ? 1 : -from.scale;
      const wanted =
        id === 'arrow-update' ? detail.update : id === 'arrow-full-gradient' ? detail.fullGradient : detail.gradient;
      expect(ends.slice(0, 2)).toEqual([x(detail.weights[0]), y(detail.weights[1])]);
      for (const axis of [0, 1] as const) expect(vector[axis]).toBeCloseTo(factor * wanted[axis], 6);
    }
  });

  it.each(problemIds)('of %s is drawn to one scale at every step, which the plot says', (problem) => {
    const scales = [0, 1, 5, 40].map((count) => {
      const { frame, source } = runAfter(count, problem);
      const note = texts(stepLayer(frame, source())).find(({ text }) => text.startsWith('gradients drawn'));
      return note?.text;
    });
    expect(new Set(scales).size).toBe(1);
    expect(scales[0]).toMatch(/^gradients drawn × [\d.]+$/);
  });

  it.each(problemIds)(
    'of %s begins with an arrow no shorter than a tenth of the side, and not out of the plot',
    (problem) => {
      const { frame, source } = runAfter(0, problem);
      const full = touches(stepLayer(frame, source())).find(({ id }) => id === 'arrow-full-gradient');
      const [x1, y1, x2, y2] = full?.ends ?? [0, 0, 0, 0];
      const share = Math.hypot(x2 - x1, y2 - y1) / 420;
      expect(share).toBeGreaterThan(0.08);
      expect(share).toBeLessThan(0.6);
    },
  );

  it('has no names while a run plays fast, and the arrows of its phase in slow motion', () => {
    const { frame, source } = runAfter(2);
    expect(texts(stepLayer(frame, source({ status: 'running', speed: 60 })))).toEqual([]);
    expect(texts(stepLayer(frame, source({ status: 'running', speed: 2 }))).length).toBeGreaterThan(0);
    const ids = (phase: 'sample' | 'backward' | 'update') =>
      touches(stepLayer(frame, source({ phase }))).map(({ id }) => id);
    expect(ids('sample')).toEqual([]);
    expect(ids('backward')).toEqual(['arrow-batch-gradient']);
    expect(new Set(ids('update'))).toEqual(new Set(['arrow-update', 'arrow-batch-gradient']));
  });

  it('says where the axes differ, and only there', () => {
    const { frame, source } = runAfter(2);
    const said = (marks: ReturnType<typeof stepLayer>) =>
      texts(marks)
        .map(({ text }) => text)
        .join(' ');
    expect(said(stepLayer(frame, source()))).not.toContain('stretched');
    const { view } = frame.viewport;
    const stretched = createViewport({ x: view.x, y: [view.y[0] * 10, view.y[1] * 10] }, testPlot);
    const marks = stepLayer({ ...frame, viewport: stretched }, source());
    expect(said(marks)).toContain('w1 is stretched × 10.0');
    expect(shapeCalled(marks, 'right-angle').stroke).toBe('full-gradient');
  });
});

describe('the weights and the end of the path', () => {
  it('are where the log and the step have them', () => {
    const { frame, source } = runAfter(4);
    const from = source();
    const { x, y } = frame.viewport;
    const [w1, w2] = from.state.detail?.seen.weights ?? [0, 0];
    const handle = numbersOf(shapes(handleLayer(frame, from))[0]);
    expect(handle[0]).toBeCloseTo(x(w1) + 5, 1);
    const end = numbersOf(shapeCalled(pathEndLayer(frame, from), 'path-end'));
    expect(end[2]).toBeCloseTo(x(w1), 1);
    expect(end[3]).toBeCloseTo(y(w2), 1);
    expect(end[0]).toBeCloseTo(x(from.history.at('w1', 3)), 1);
  });

  it('are at the start before there is a step', () => {
    const { frame, source } = runAfter(0);
    expect(pathEndLayer(frame, source())).toEqual([]);
    const [mark] = shapes(handleLayer(frame, source({ detail: null })));
    expect(numbersOf(mark)[0]).toBeCloseTo(frame.viewport.x(source().state.config.start[0]) + 5, 1);
    expect(widthOf(testPlot)).toBe(560);
  });
});
