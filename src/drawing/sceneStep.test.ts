import { describe, expect, it } from 'vitest';
import { arrowKinds, type PlaneStep, type StepLook, stepLabels, stepMarks } from './sceneStep.ts';
import { frame, numbersOf, plot, shapeCalled, shapes, texts, touches } from './testMarks.ts';
import { createViewport, type Rectangle } from './viewport.ts';

const step: PlaneStep = { weights: [-1, 1], gradient: [-4, 2], fullGradient: [-6, 1], update: [0.4, -0.2] };
const look: StepLook = {
  ...{ scale: 0.2, shown: arrowKinds, notes: ['gradients drawn × 0.2'] },
  names: { update: 'update', batch: '−mini-batch gradient', full: '−full gradient' },
};

const { x, y } = frame.viewport;
const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('the marks of a step', () => {
  it('are arrows whose tips are the numbers: gradients downhill and to scale, the update as it is', () => {
    const ends = Object.fromEntries(touches(stepMarks(frame, step, look)).map((mark) => [mark.id, mark.ends]));
    const from = [x(-1), y(1)];
    expect(ends['arrow-update']).toEqual([...from, x(-1 + 0.4), y(1 - 0.2)]);
    expect(ends['arrow-batch-gradient'].map(Math.round)).toEqual([...from, x(-1 + 0.8), y(1 - 0.4)].map(Math.round));
    expect(ends['arrow-full-gradient'].map(Math.round)).toEqual([...from, x(-1 + 1.2), y(1 - 0.2)].map(Math.round));
  });

  it('have each head exactly at its tip, and a ring where the weights will be', () => {
    const marks = stepMarks(frame, step, look);
    const head = shapes(marks).find(({ fill }) => fill === 'update');
    expect(head && numbersOf(head).slice(0, 2)).toEqual(
      [x(-0.6), y(0.8)].map((value) => Math.round(100 * value) / 100),
    );
    expect(numbersOf(shapeCalled(marks, 'next-weights')).slice(0, 2)).toEqual([x(-0.6) + 6, y(0.8)]);
  });

  it('draw the shorter of two arrows on one line over the longer, whichever it is', () => {
    const order = (update: PlaneStep['update']): string[] =>
      touches(stepMarks(frame, { ...step, update }, look)).map(({ id = '' }) => id);
    expect(order([0.4, -0.2])).toEqual(['arrow-full-gradient', 'arrow-batch-gradient', 'arrow-update']);
    expect(order([1.2, -0.6])).toEqual(['arrow-full-gradient', 'arrow-update', 'arrow-batch-gradient']);
  });

  it('are only those of the phase', () => {
    const marks = stepMarks(frame, step, { ...look, shown: ['batch'] });
    expect(touches(marks).map(({ id }) => id)).toEqual(['arrow-batch-gradient']);
    expect(shapes(marks).some(({ id }) => id === 'next-weights')).toBe(false);
  });

  it('have no names and nothing to touch while they move too fast to be read', () => {
    const marks = stepMarks(frame, step, { ...look, names: null, notes: [] });
    expect(touches(marks)).toEqual([]);
    expect(texts(marks)).toEqual([]);
    expect(shapes(marks).length).toBe(shapes(stepMarks(frame, step, look)).filter(({ width }) => width !== 1).length);
  });

  it('leave out what is not finite, and the head of an arrow that leaves the plot', () => {
    const lost = stepMarks(frame, { ...step, update: [Number.NaN, 0], gradient: [-1e300, 0] }, look);
    expect(touches(lost).map(({ id }) => id)).not.toContain('arrow-update');
    expect(shapes(lost).filter(({ fill }) => fill === 'batch-gradient')).toEqual([]);
    for (const mark of shapes(lost)) expect(numbersOf(mark).every((value) => Math.abs(value) < 500)).toBe(true);
  });
});

describe('the names of the arrows', () => {
  it('stand off the weights, off where they lead, off each other, and off every arrow', () => {
    for (const shrink of [1, 0.3, 0.1, 0.03, 0.01]) {
      for (const at of [
        [-1, 1],
        [0, 0],
        [1.9, -0.9],
        [1.5, 1.8],
      ] as const) {
        const small: PlaneStep = {
          weights: at,
          gradient: [-4 * shrink, 2 * shrink],
          fullGradient: [-6 * shrink, shrink],
          update: [0.4 * shrink, -0.2 * shrink],
        };
        const labels = stepLabels(frame, small, look);
        for (const [i, box] of labels.entries()) {
          const near = Math.hypot(
            Math.max(box.left - x(at[0]), 0, x(at[0]) - box.right),
            Math.max(box.top - y(at[1]), 0, y(at[1]) - box.bottom),
          );
          expect(near).toBeGreaterThanOrEqual(9);
          for (const other of labels.slice(0, i)) expect(overlaps(box, other)).toBe(false);
        }
      }
    }
  });

  it('are all there beside short arrows, each with a line to what it names', () => {
    const still: PlaneStep = {
      weights: [0, 0.5],
      gradient: [-0.3, 0.1],
      fullGradient: [-0.2, 0.2],
      update: [0.03, -0.01],
    };
    const labels = stepLabels(frame, still, look);
    expect(labels.map(({ kind }) => kind)).toEqual([...arrowKinds]);
    for (const { leader } of labels) expect(leader).not.toBeNull();
    expect(texts(stepMarks(frame, still, look)).map(({ text }) => text)).toEqual([
      ...['update', '−mini-batch gradient', '−full gradient', 'gradients drawn × 0.2'],
    ]);
  });
});

describe('the notes about the gradients', () => {
  it('are there only where a gradient is in view', () => {
    const written = (weights: PlaneStep['weights']): boolean =>
      texts(stepMarks(frame, { ...step, weights }, look)).some(({ text }) => text === look.notes[0]);
    expect(written(step.weights)).toBe(true);
    expect(written([-500, 500])).toBe(false);
  });
});

describe('the sign of a right angle', () => {
  const stretched = { ...frame, viewport: createViewport({ x: [-2, 2], y: [-10, 20] }, plot) };

  it('is there only where the axes have different scales', () => {
    expect(shapes(stepMarks(frame, step, look)).some(({ id }) => id === 'right-angle')).toBe(false);
    expect(shapes(stepMarks(stretched, step, look)).some(({ id }) => id === 'right-angle')).toBe(true);
  });

  it('lies between the gradient and the direction of the isoline as these axes show them', () => {
    const fullGradient = [-6, 1] as const;
    const { viewport } = stretched;
    const mark = shapeCalled(stepMarks(stretched, { ...step, fullGradient, weights: [0, 5] }, look), 'right-angle');
    const [x1, y1, , , x3, y3] = numbersOf(mark);
    const [originX, originY] = [viewport.x(0), viewport.y(5)];
    // Taken back from pixels to the plane both directions are perpendicular, and one of them is the gradient's.
    const along = [(x1 - originX) / viewport.scaleX, -(y1 - originY) / viewport.scaleY];
    const down = [(x3 - originX) / viewport.scaleX, -(y3 - originY) / viewport.scaleY];
    const cosine = (a: readonly number[], b: readonly number[]): number =>
      (a[0] * b[0] + a[1] * b[1]) / Math.hypot(...a) / Math.hypot(...b);
    expect(cosine(along, down)).toBeCloseTo(0, 2);
    expect(cosine(down, fullGradient)).toBeCloseTo(-1, 2);
  });
});
