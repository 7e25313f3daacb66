import { path } from 'd3';
import { describe, expect, it } from 'vitest';
import { drawPath, restingPen, spreadLabels } from './contenders.ts';
import { createViewport } from './viewport.ts';

const viewport = createViewport({ x: [0, 10], y: [0, 10] }, { left: 0, top: 0, right: 100, bottom: 100 });

describe('the path of a contender', () => {
  const w1 = Float64Array.from([1, 3, 3, 3.001, 7, 2000, 9]);
  const w2 = Float64Array.from([1, 1, 5, 5.001, 5, 5, 5]);

  it('goes through every step that can be told apart, and keeps count of its length', () => {
    const line = path();
    const pen = drawPath(line, viewport, w1, w2, restingPen, 5);
    expect(String(line)).toBe('M10,90L30,90L30,50L70,50');
    expect(pen).toMatchObject({ next: 5, x: 70, y: 50, length: 100 });
  });

  it('is the same in two strokes as in one', () => {
    const [whole, first, second] = [path(), path(), path()];
    const pen = drawPath(whole, viewport, w1, w2, restingPen, 5);
    const between = drawPath(first, viewport, w1, w2, restingPen, 3);
    expect(drawPath(second, viewport, w1, w2, between, 5)).toEqual(pen);
    expect(`${first}${second}`.replace('M30,50', '')).toBe(String(whole));
  });

  it('leaves out what is out of view', () => {
    const line = path();
    drawPath(line, viewport, w1, w2, { ...restingPen, next: 4 }, 7);
    for (const [, x] of String(line).matchAll(/[ML]([-\d.]+),/g)) expect(Math.abs(Number(x))).toBeLessThanOrEqual(104);
  });

  it('of a very long run looks at a few thousand rows', () => {
    const rows = Float64Array.from({ length: 100_000 }, (_, row) => 10 * (row % 2));
    const line = path();
    expect(
      drawPath(
        line,
        viewport,
        rows,
        rows.map((_, row) => row / 1e4),
        restingPen,
        100_000,
      ).next,
    ).toBe(100_000);
    expect(String(line).length).toBeLessThan(4100 * 40);
  });
});

describe('labels at the ends of lines', () => {
  const plot = { left: 0, top: 0, right: 100, bottom: 100 };
  it('stay where they are while they have room', () => {
    expect(spreadLabels([20, 80, 50], 14, plot)).toEqual([20, 80, 50]);
  });
  it('keep apart and inside', () => {
    const placed = spreadLabels([99, 98, 99, 0], 14, plot);
    expect(placed[3]).toBe(7);
    expect([...placed].sort((a, b) => a - b)).toEqual([7, 65, 79, 93]);
    expect(placed[1]).toBe(65);
  });
});
