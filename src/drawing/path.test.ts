import { path } from 'd3';
import { describe, expect, test } from 'vitest';
import { drawPath, freshPen, type PathRows, pathOpacity, segmentsPerStroke, strokeEnd } from './path.ts';
import { createViewport } from './viewport.ts';

const viewport = createViewport({ x: [0, 10], y: [0, 10] }, { left: 0, top: 0, right: 100, bottom: 100 });

const rowsOf = (points: readonly (readonly [number, number, number])[]): PathRows => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
  epoch: Float64Array.from(points, ([, , epoch]) => epoch),
});

const paths = () => ({ line: path(), vertices: path(), marks: path() });
const arcs = (drawn: { toString(): string }): number => (String(drawn).match(/M/g) ?? []).length;
const segments = (drawn: { toString(): string }): number => (String(drawn).match(/L/g) ?? []).length;

const walk = rowsOf(Array.from({ length: 60 }, (_, i) => [5 + 3 * Math.sin(i), 5 + 3 * Math.cos(1.7 * i), i >> 4]));

describe('drawPath', () => {
  test('draws a line through the steps, a vertex for each, and a mark where an epoch begins', () => {
    const drawn = paths();
    drawPath(
      drawn,
      viewport,
      rowsOf([
        [1, 1, 0],
        [2, 1, 0],
        [2, 3, 1],
        [4, 3, 1],
      ]),
      freshPen,
      4,
      100,
    );
    expect(String(drawn.line)).toBe('M10,90L20,90L20,70L40,70');
    expect(arcs(drawn.vertices)).toBe(3);
    expect(String(drawn.marks)).toContain('M23,70');
    expect(arcs(drawn.marks)).toBe(1);
  });

  test('in pieces it draws the same segments as at once', () => {
    const whole = paths();
    drawPath(whole, viewport, walk, freshPen, 60, 100);
    const pieces = paths();
    let pen = freshPen;
    for (const end of [1, 7, 30, 31, 60]) pen = drawPath(pieces, viewport, walk, pen, end, 100);
    expect(segments(pieces.line)).toBe(segments(whole.line));
    expect(arcs(pieces.vertices)).toBe(arcs(whole.vertices));
    expect(arcs(pieces.marks)).toBe(arcs(whole.marks));
    expect(pen.segments).toBe(59);
  });

  test('never draws more segments than the limit, and always reaches the last row', () => {
    const drawn = paths();
    const pen = drawPath(drawn, viewport, walk, freshPen, 60, 10);
    expect(segments(drawn.line)).toBeLessThanOrEqual(10);
    expect(arcs(drawn.vertices)).toBe(0);
    expect([pen.x, pen.y]).toEqual([viewport.x(walk.x[59]), viewport.y(walk.y[59])]);
  });

  test('leaves out what moves less than half a pixel', () => {
    const drawn = paths();
    drawPath(
      drawn,
      viewport,
      rowsOf([
        [1, 1, 0],
        [1.01, 1, 0],
        [1.02, 1, 0],
        [2, 1, 0],
      ]),
      freshPen,
      4,
      100,
    );
    expect(String(drawn.line)).toBe('M10,90L20,90');
  });

  test('cuts the line at the border and takes it up again, with no coordinate out of reach', () => {
    const drawn = paths();
    drawPath(
      drawn,
      viewport,
      rowsOf([
        [5, 5, 0],
        [1e12, 5, 0],
        [5, 2, 0],
        [Number.NaN, 0, 0],
      ]),
      freshPen,
      4,
      100,
    );
    const numbers = (String(drawn.line).match(/-?\d+(\.\d+)?(e[+-]?\d+)?/g) ?? []).map(Number);
    expect(String(drawn.line).startsWith('M50,50L104,50')).toBe(true);
    expect(numbers.every((value) => value >= -4 && value <= 104)).toBe(true);
  });
});

test('a long path is drawn in a few strokes: every row of its beginning, and the rest with rows left out', () => {
  const ends: number[] = [];
  for (let next = 0; next < 100_000; ) {
    next = strokeEnd(next, 100_000);
    ends.push(next);
  }
  expect(ends).toEqual([1000, 2000, 3000, 4000, 36_000, 68_000, 100_000]);
  expect(ends[0]).toBeLessThanOrEqual(segmentsPerStroke);
  expect(strokeEnd(17, 18)).toBe(18);
});

test('a cloud of segments is drawn fainter than a few', () => {
  expect(pathOpacity(10)).toBe(0.85);
  expect(pathOpacity(5000)).toBeLessThan(0.6);
  expect(pathOpacity(1e9)).toBeGreaterThan(0.4);
});
