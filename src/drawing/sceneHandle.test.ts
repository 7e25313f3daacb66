import { expect, it } from 'vitest';
import { handleMarks, handlePlace } from './sceneHandle.ts';
import { frame, numbersOf, plot, shapes, texts } from './testMarks.ts';

it('the weights are a dot where they are', () => {
  const marks = handleMarks(frame, [0.5, 1], 'weights (0.5, 1)');
  expect(texts(marks)).toEqual([]);
  expect(numbersOf(shapes(marks)[0]).slice(0, 2)).toEqual([295, 110]);
  expect(handlePlace(frame.viewport, [0.5, 1])).toEqual([290, 110]);
});

it('out of view they are an arrow at the border towards them, with their values inside the plot', () => {
  for (const at of [
    [1e6, 2e6],
    [-50, 0.5],
    [0, -7],
    [3, 9],
  ] as const) {
    const marks = handleMarks(frame, at, 'weights (far, away)');
    const [text] = texts(marks);
    expect(text.x - 67 >= plot.left && text.x + 67 <= plot.right).toBe(true);
    expect(text.y >= plot.top && text.y <= plot.bottom).toBe(true);
    const [tipX, tipY] = numbersOf(shapes(marks)[0]);
    const [x, y] = handlePlace(frame.viewport, at) ?? [Number.NaN, Number.NaN];
    // The tip points from the middle of the plot to the weights.
    const toWeights = [frame.viewport.x(at[0]) - 240, frame.viewport.y(at[1]) - 160];
    const cross = (tipX - x) * toWeights[1] - (tipY - y) * toWeights[0];
    expect(cross / Math.hypot(...toWeights) / 8).toBeCloseTo(0, 1);
  }
});

it('where they are nowhere there is nothing', () => {
  expect(handleMarks(frame, [Number.NaN, 0], '')).toEqual([]);
});
