import { describe, expect, it } from 'vitest';
import { type StripRows, stripBoxes, stripMarks } from './layerStrips.ts';
import type { Mark, ShapeMark, TextMark } from './marks.ts';
import { heightOf, widthOf } from './viewport.ts';

const room = { left: 0, top: 0, right: 600, bottom: 400 };
const words = { step: 'step', measure: (text: string) => 6 * text.length, marks: { decimal: '.', group: ',' } };
const texts = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text');
const lines = (marks: readonly Mark[]): ShapeMark[] =>
  marks.filter((mark) => mark.kind === 'shape').filter(({ id }) => id?.startsWith('layer'));

function rowsOf(layers: readonly Float64Array[], strips = 1, count = layers[0].length): StripRows {
  const names = layers.map((_, layer) => String(layer + 1));
  const series = Array.from({ length: strips }, (_, i) => ({ title: `title ${i}`, colour: 'update', layers }) as const);
  return { series, stride: 1, count, cursor: count, names };
}

describe('the boxes of the strips', () => {
  it.each([
    [600, 400],
    [1200, 260],
    [300, 500],
    [330, 260],
    [700, 180],
  ])('in %d x %d are apart and within', (width, height) => {
    const boxes = stripBoxes({ left: 0, top: 0, right: width, bottom: height }, 5, 20);
    for (const [i, box] of boxes.entries()) {
      expect(widthOf(box)).toBeGreaterThan(60);
      expect(heightOf(box)).toBeGreaterThan(8);
      expect(box.right).toBeLessThanOrEqual(width - 20);
      expect(box.bottom).toBeLessThanOrEqual(height - 16);
      for (const other of boxes.slice(0, i))
        expect(
          box.left >= other.right || box.right <= other.left || box.top >= other.bottom || box.bottom <= other.top,
        ).toBe(true);
    }
  });
});

describe('the strips', () => {
  it('have a line for each layer, the first solid, with its number at its end, off the others', () => {
    const marks = stripMarks(
      room,
      rowsOf([Float64Array.of(1, 0.5), Float64Array.of(1, 0.5), Float64Array.of(1, 0.5)]),
      words,
    );
    expect(lines(marks).map(({ id, dash }) => [id, dash?.length])).toEqual([
      ['layer 0', 0],
      ['layer 1', 2],
      ['layer 2', 2],
    ]);
    const names = texts(marks).filter(({ anchor, text }) => anchor === 'start' && text.length === 1);
    expect(names.map(({ text }) => text)).toEqual(['1', '2', '3']);
    expect(names[1].y - names[0].y).toBeGreaterThanOrEqual(12);
    expect(names[2].y - names[1].y).toBeGreaterThanOrEqual(12);
  });

  it('keep what vanishes, explodes, or is nothing within the picture', () => {
    const marks = stripMarks(
      room,
      rowsOf([Float64Array.of(1e-9, 1e-12, 0), Float64Array.of(1, 1e300, Number.POSITIVE_INFINITY)]),
      words,
    );
    for (const { shape } of lines(marks)) {
      expect(String(shape)).not.toMatch(/NaN|Infinity/);
      for (const [, y] of String(shape).matchAll(/,(-?[\d.]+)/g)) {
        expect(Number(y)).toBeGreaterThanOrEqual(0);
        expect(Number(y)).toBeLessThanOrEqual(400);
      }
    }
  });

  it('cost no more for a hundred thousand steps than the picture has pixels', () => {
    const many = Float64Array.from({ length: 100_000 }, (_, i) => 1 + (i % 7));
    const [line] = lines(stripMarks(room, rowsOf([many]), words));
    expect(String(line.shape).match(/[ML]/g)?.length).toBeLessThan(2 * 2400);
  });

  it('say the steps once, under the lowest strips', () => {
    const marks = stripMarks(room, rowsOf([Float64Array.of(1, 2, 3)], 5), words);
    expect(texts(marks).filter(({ text }) => text === 'step')).toHaveLength(1);
    expect(texts(marks).filter(({ text }) => text.startsWith('title'))).toHaveLength(5);
  });

  it('are empty axes before the first step', () => {
    const marks = stripMarks(room, rowsOf([new Float64Array(0)], 1, 0), words);
    expect(lines(marks)).toEqual([]);
    expect(texts(marks).length).toBeGreaterThan(1);
  });
});
