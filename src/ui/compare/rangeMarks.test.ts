import { describe, expect, it } from 'vitest';
import { frame, numbersOf, plot, shapes, texts } from '../../drawing/testMarks.ts';
import { english } from '../text/language.ts';
import { rangeMarks, rangeScales } from './rangeMarks.ts';

const range = {
  rates: Float64Array.of(0.01, 0.1, 1, 10),
  fullLosses: Float64Array.of(4, 2, 1, 1e5),
  smoothLosses: Float64Array.of(4, 3, 2, 300),
};
const scales = rangeScales(range as never, plot);
const marks = (suggested: number | null) =>
  rangeMarks(frame.measure, scales, range as never, suggested, english.format);

describe('a range test', () => {
  it('has every factor of the rate as wide, and its losses up to twice the first', () => {
    expect([scales.x(0.1), scales.x(1)].map(Math.round)).toEqual([173, 307]);
    expect(scales.domain).toEqual({ span: 10, low: 0, high: 8 });
  });

  it('draws every loss faintly and their mean over them, none beyond the plot', () => {
    const [raw, mean] = shapes(marks(null)).filter(({ stroke }) => stroke === 'loss-full');
    expect(raw.opacity).toBeCloseTo(0.35, 9);
    expect(mean).toMatchObject({ opacity: 1, width: 2 });
    expect(numbersOf(mean).slice(0, 2)).toEqual([40, scales.y(4)]);
    for (const line of [raw, mean])
      expect(numbersOf(line).every((value, i) => i % 2 === 0 || value >= plot.top - 3)).toBe(true);
  });

  it('says where the mean leaves the plot, and how far it goes, once', () => {
    expect(texts(marks(null)).map(({ text }) => text)).toEqual(['300']);
  });

  it('marks the rate that it suggests, and none out of its rates', () => {
    const [line] = shapes(marks(1)).filter(({ stroke }) => stroke === 'control');
    expect(numbersOf(line)[0]).toBeCloseTo(scales.x(1), 1);
    expect(texts(marks(1)).map(({ text }) => text)).toContain('1.00');
    for (const out of [null, 0.001, 20])
      expect(shapes(marks(out)).some(({ stroke }) => stroke === 'control')).toBe(false);
  });
});
