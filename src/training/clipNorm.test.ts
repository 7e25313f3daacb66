import { describe, expect, it } from 'vitest';
import { clipToNorm } from './clipNorm.ts';

describe('clipping by norm', () => {
  const clipped = (most: number, ...numbers: number[]) => {
    const gradient = Float64Array.from(numbers);
    const length = clipToNorm(gradient, most);
    return { length, gradient: [...gradient] };
  };

  it('leaves a short gradient to the bit', () => {
    expect(clipped(5.1, 3, -4)).toEqual({ length: 5, gradient: [3, -4] });
    expect(clipped(1, 0, 0, 0)).toEqual({ length: 0, gradient: [0, 0, 0] });
  });

  it('makes a long one as long as allowed and keeps its direction', () => {
    const { length, gradient } = clipped(0.5, 30, -40, 0);
    expect(length).toBe(50);
    expect(gradient[0]).toBe((30 * 0.5) / (50 + 1e-6));
    expect(gradient[1] / gradient[0]).toBeCloseTo(-4 / 3, 15);
    expect(Math.hypot(...gradient)).toBeCloseTo(0.5, 7);
  });

  it('takes a hair off one of just the length allowed, as PyTorch does', () => {
    expect(clipped(5, 3, 4).gradient).toEqual([3 * (5 / (5 + 1e-6)), 4 * (5 / (5 + 1e-6))]);
  });

  it('of numbers that are none makes none', () => {
    expect(clipped(1, Number.NaN, 1).gradient).toEqual([Number.NaN, Number.NaN]);
    expect(clipped(1, Number.POSITIVE_INFINITY, 1).gradient).toEqual([Number.NaN, 0]);
  });
});
