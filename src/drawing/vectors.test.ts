import { path } from 'd3';
import { describe, expect, test } from 'vitest';
import { downhill, drawArrow } from './vectors.ts';
import { createViewport } from './viewport.ts';

const plot = { left: 0, top: 0, right: 400, bottom: 300 };
const viewport = createViewport({ x: [-2, 2], y: [-1.5, 1.5] }, plot);

describe('arrows', () => {
  test('the tip is exact and the shaft ends inside the head', () => {
    const [shaft, head] = [path(), path()];
    drawArrow(shaft, head, [0, 0, 100, 0], { headLength: 10, headWidth: 8 });
    expect(String(shaft)).toBe('M0,0L90.5,0');
    expect(String(head)).toBe('M100,0L90,4L90,-4Z');
  });

  test('an arrow shorter than its head is a smaller head, and one without length is nothing', () => {
    const [shaft, head] = [path(), path()];
    drawArrow(shaft, head, [0, 0, 5, 0], { headLength: 10, headWidth: 8 });
    expect([String(shaft), String(head)]).toEqual(['', 'M5,0L0,2L0,-2Z']);
    drawArrow(shaft, head, [1, 1, 1, 1], { headLength: 10, headWidth: 8 });
    expect(String(head)).toBe('M5,0L0,2L0,-2Z');
  });

  test('gradients are drawn downhill, in the ratio of their lengths', () => {
    const [dx, dy] = downhill(viewport, [3, 0], 0.2);
    expect(dx).toBeCloseTo(-60, 9);
    expect(dy).toBeCloseTo(0, 12);
    expect(downhill(viewport, [0, 1], 0.2)[1]).toBeCloseTo(20, 12);
  });
});
