// The path on its canvas: grown step by step, with less of it on a slow device, and whole again at rest.

import { describe, expect, it } from 'vitest';
import type { Mark } from '../../drawing/marks.ts';
import { firstRows } from '../../drawing/path.ts';
import { ownPath, pathLayer } from '../../drawing/scenePath.ts';
import { createViewport } from '../../drawing/viewport.ts';
import { History } from '../../lab/history.ts';
import { pairLayout, stepColumns } from '../../training/run/log.ts';
import type { Hyperparameters } from '../../training/run/run.ts';
import { PathPainter } from './pathPainter.ts';

const viewport = createViewport({ x: [-1, 1], y: [-1, 1] }, { left: 0, top: 0, right: 300, bottom: 200 });
const hyperparameters = { batchSize: 4 } as Hyperparameters;

/** Takes `count` steps of a spiral, ten to an epoch. */
function take(history: History, count: number): void {
  const names = stepColumns(pairLayout);
  const buffer = new Float64Array(names.length * count);
  const first = history.count;
  for (let row = 0; row < count; row++) {
    const angle = (first + row) / 9;
    const radius = 0.9 - (first + row) / 6000;
    buffer[names.indexOf('w1') * count + row] = radius * Math.cos(angle);
    buffer[names.indexOf('w2') * count + row] = radius * Math.sin(angle);
    buffer[names.indexOf('epoch') * count + row] = Math.floor((first + row) / 10);
  }
  const steps = { firstStep: first, count, capacity: count, layout: pairLayout, buffer };
  history.append(steps, hyperparameters, Float64Array.of(0, 0));
}

/** What is on the canvas after these frames of `[steps taken, whether detail is shed]`. */
function canvasAfter(frames: readonly (readonly [steps: number, isShed: boolean])[]): {
  readonly history: History;
  readonly marks: readonly Mark[];
} {
  const history = new History();
  const painter = new PathPainter(viewport);
  let marks: Mark[] = [];
  for (const [steps, isShed] of frames) {
    take(history, steps);
    let isLeft = true;
    while (isLeft) {
      const step = painter.next(history, history.path.rows, isShed);
      if (step.isAfresh) marks = [];
      marks.push(...step.marks);
      isLeft = step.isLeft;
    }
  }
  return { history, marks };
}

const written = (marks: readonly Mark[]): readonly string[] =>
  marks.map((mark) => JSON.stringify({ ...mark, shape: mark.kind === 'shape' ? String(mark.shape) : null }));

const dotsOf = (marks: readonly Mark[]): readonly Mark[] =>
  marks.filter((mark) => mark.kind === 'shape' && mark.fill !== undefined);

describe('the painter of a path', () => {
  it('adds what is new and leaves what is there', () => {
    const { marks } = canvasAfter([
      [40, false],
      [60, false],
    ]);
    expect(dotsOf(marks)).toHaveLength(4);
  });

  it('leaves dots and corners out where detail is shed, never the line', () => {
    const { marks } = canvasAfter([[100, true]]);
    expect(dotsOf(marks)).toEqual([]);
    expect(marks).toHaveLength(1);
    const corners = canvasAfter([[900, true]]).marks.map((mark) => (mark.kind === 'shape' ? String(mark.shape) : ''));
    expect(corners.join('').split('L').length).toBeLessThanOrEqual(122);
  });

  it('paints at rest, after shedding, what a run that never shed shows', () => {
    const shed = canvasAfter([
      [300, false],
      [2500, true],
      [1700, true],
      [0, false],
    ]);
    const { path } = shed.history;
    const whole = canvasAfter([[4500, false]]);
    expect(written(shed.marks)).toEqual(written(whole.marks));
    expect(written(shed.marks)).toEqual(written(pathLayer(viewport, firstRows(path, path.rows), ownPath).marks));
  });

  it('begins anew where steps were taken back', () => {
    const history = new History();
    const painter = new PathPainter(viewport);
    take(history, 50);
    painter.next(history, 50, false);
    history.truncate(20);
    expect(painter.next(history, 20, false)).toMatchObject({ isAfresh: true, isLeft: false });
  });
});
