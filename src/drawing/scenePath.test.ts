import { describe, expect, it } from 'vitest';
import { freshPen, rowsOfPairs } from './path.ts';
import { ownPath, pathEnd, pathEndMark, pathLayer, pathStroke } from './scenePath.ts';
import { frame, numbersOf, shapes } from './testMarks.ts';

const { viewport } = frame;
const rows = {
  x: Float64Array.of(-1.5, -1, -1, 0.5, 1.5),
  y: Float64Array.of(-0.5, -0.5, 0.5, 0.5, 0.5),
  epoch: Float64Array.of(0, 0, 1, 1, 1),
};
const dashed = { colour: 'contender-b', width: 1.7, dash: [7, 4] } as const;

describe('the marks of a path', () => {
  it('of the run itself are a line, a dot a step, and a ring where an epoch begins', () => {
    const [line, steps, epochs] = shapes(pathLayer(viewport, rows, ownPath).marks);
    expect(numbersOf(line)).toEqual([90, 260, 140, 260, 140, 160, 290, 160, 390, 160]);
    expect(String(steps.shape).match(/M/g)).toHaveLength(4);
    expect(numbersOf(epochs).slice(0, 2)).toEqual([143, 160]);
    expect(epochs).toMatchObject({ fill: 'paper', stroke: 'weights' });
  });

  it('of another run are a line alone, whose dashes go on from stroke to stroke', () => {
    const first = pathStroke(viewport, rows, freshPen, 3, dashed);
    const second = pathStroke(viewport, rows, first.pen, 5, dashed);
    expect(shapes(first.marks)).toMatchObject([{ dash: [7, 4], dashFrom: 0 }]);
    expect(shapes(second.marks)).toMatchObject([{ dash: [7, 4], dashFrom: 150 }]);
    expect(numbersOf(shapes(second.marks)[0])).toEqual([140, 160, 290, 160, 390, 160]);
  });

  it('fade with the distance from the plane, and leave nothing out', () => {
    const distance = Float64Array.of(0, 0, 1e9, 1e9, 0);
    const { marks } = pathStroke(viewport, { ...rows, distance }, freshPen, 5, dashed);
    expect(shapes(marks).map(({ opacity }) => opacity)).toEqual([undefined, 0.25, undefined]);
    expect(shapes(marks).map(numbersOf)).toEqual([
      [90, 260, 140, 260],
      [140, 260, 140, 160, 290, 160],
      [290, 160, 390, 160],
    ]);
    const near = pathStroke(viewport, { ...rows, distance: new Float64Array(5) }, freshPen, 5, dashed);
    expect(near.marks).toEqual(pathStroke(viewport, rows, freshPen, 5, dashed).marks);
  });

  it('stroke by stroke are those of the whole path', () => {
    const long = {
      x: Float64Array.from({ length: 2500 }, (_, i) => 1.8 * Math.sin(i)),
      y: Float64Array.from({ length: 2500 }, (_, i) => 0.5 + Math.cos(1.3 * i)),
    };
    const pieces = shapes(pathLayer(viewport, long, dashed).marks);
    expect(pieces).toHaveLength(3);
    const count = pieces.reduce((sum, mark) => sum + (String(mark.shape).match(/L/g) ?? []).length, 0);
    expect(count).toBe(2499);
  });

  it('are fewer than the rows of a very long run', () => {
    const far = Float64Array.from({ length: 100_000 }, (_, row) => 3.9 * (row % 2) - 2);
    const { marks } = pathLayer(viewport, { x: far, y: far.map((_, row) => row / 5e4 - 0.5) }, dashed);
    const count = shapes(marks).reduce((sum, mark) => sum + (String(mark.shape).match(/L/g) ?? []).length, 0);
    expect(count).toBeLessThan(8000);
  });

  it('stay within reach of a canvas where the run does not', () => {
    const wild = { x: Float64Array.of(0, 1e200, 0), y: Float64Array.of(0, 3, 1) };
    for (const mark of shapes(pathLayer(viewport, wild, dashed).marks))
      expect(numbersOf(mark).every((value) => Math.abs(value) < 500)).toBe(true);
  });
});

it('the last stretch leads from the last row to the weights, and is nothing before the first', () => {
  const ends = pathEnd(viewport, rows, 2, [0, 1]);
  expect(ends).toEqual([140, 260, 240, 110]);
  expect(pathEnd(viewport, rows, 0, [0, 1])).toBeNull();
  expect(pathEnd(viewport, rows, 2, [Number.NaN, 1])).toBeNull();
  expect(ends && pathEndMark(ends, dashed, 'end')).toMatchObject({ stroke: 'contender-b', dash: [7, 4], id: 'end' });
});

it('pairs are rows of both axes', () => {
  expect(rowsOfPairs(Float64Array.of(1, 2, 3, 4))).toEqual({ x: Float64Array.of(1, 3), y: Float64Array.of(2, 4) });
});
