import { scaleLinear, scaleLog } from 'd3';
import { describe, expect, it } from 'vitest';
import { logarithmicScale, niceLogarithmic } from './logarithmicScale.ts';
import { linearScale, niceLinear } from './scale.ts';

const counts = [2, 3, 5, 8, 12];

describe('the linear scale', () => {
  it.each([
    [0, 1],
    [-3.7, 12.25],
    [0, 123_456],
    [1e-9, 3e-9],
  ])('from %d to %d is that of d3', (low, high) => {
    const [scale, reference] = [linearScale([low, high], [300, 20]), scaleLinear([low, high], [300, 20])];
    for (const share of [-0.5, 0, 0.3, 1, 2]) {
      const value = low + share * (high - low);
      expect(scale(value)).toBeCloseTo(reference(value), 8);
      expect((scale.invert(scale(value)) - value) / (high - low)).toBeCloseTo(0, 12);
    }
    for (const count of counts) {
      expect(scale.ticks(count)).toEqual(reference.ticks(count));
      const texts = reference.ticks(count).map(reference.tickFormat(count));
      expect(scale.ticks(count).map(scale.tickFormat(count))).toEqual(texts);
    }
    expect(niceLinear([low, high])).toEqual(reference.nice().domain());
  });
});

describe('the logarithmic scale', () => {
  it.each([
    [0.1, 1],
    [0.01, 1000],
    [1e-12, 1e4],
    [1, 10],
    [2, 3],
    [0.3, 40],
  ])('from %d to %d is that of d3', (low, high) => {
    const scale = logarithmicScale([low, high], [300, 20]);
    const reference = scaleLog([low, high], [300, 20]).clamp(true);
    for (const value of [0, low / 2, low, Math.sqrt(low * high), high, high * 2]) {
      expect(scale(value)).toBeCloseTo(value > 0 ? reference(value) : 300, 8);
    }
    expect(scale.invert(scale(Math.sqrt(low * high))) / Math.sqrt(low * high)).toBeCloseTo(1, 12);
    for (const count of counts) {
      expect(scale.ticks(count)).toEqual(reference.ticks(count));
      const texts = reference.ticks(count).map(reference.tickFormat(count, '~g'));
      expect(scale.ticks(count).map(scale.tickFormat(count))).toEqual(texts);
    }
    expect(niceLogarithmic([low, high])).toEqual(reference.nice().domain());
  });
});

describe('numbers too long for the margin of a plot', () => {
  it('are counted in a power of ten on a linear scale', () => {
    const { exponent, write } = linearScale([-1.8e6, 1.3e6], [0, 100]).powerFormat(6);
    expect(exponent).toBe(6);
    expect([-1.5e6, -5e5, 0, 1e6].map(write)).toEqual(['−1.5', '−0.5', '0.0', '1.0']);
    expect(linearScale([-9000, 9000], [0, 100]).powerFormat(6)).toMatchObject({ exponent: 0 });
  });

  it('are powers of ten on a logarithmic scale', () => {
    const { exponent, write } = logarithmicScale([1e-3, 1e13], [0, 100]).powerFormat(5);
    expect(exponent).toBe(0);
    expect([1e-3, 1, 1000, 1e4, 1e12].map(write)).toEqual(['0.001', '1', '1000', '10⁴', '10¹²']);
    expect(logarithmicScale([1e4, 9e4], [0, 100]).powerFormat(9).write(2e4)).toBe('2·10⁴');
  });

  it('are as they always were where they are short', () => {
    const scale = linearScale([-0.3, 0.7], [0, 100]);
    expect(scale.ticks(5).map(scale.powerFormat(5).write)).toEqual(scale.ticks(5).map(scale.tickFormat(5)));
  });
});
