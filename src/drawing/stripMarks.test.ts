import { describe, expect, it } from 'vitest';
import { layoutStrip } from './epochStrip.ts';
import type { Mark, ShapeMark, TextMark } from './marks.ts';
import { type StripContent, stripMarks } from './stripMarks.ts';

const contentOf = (sizes: readonly number[], present: number, change: Partial<StripContent> = {}): StripContent => {
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const order = Int32Array.from({ length: count }, (_, place) => count - 1 - place);
  return { ...{ sizes, present, order, parts: [], lastName: null }, ...change };
};

const marksOf = (content: StripContent, width: number, height = 60): readonly Mark[] =>
  stripMarks(layoutStrip(content.sizes, content.present, { width, height, labelWidth: 60 }), content);

/** Rectangles of a shape, left and width each. */
function cellsOf(marks: readonly Mark[], id: string): readonly (readonly [left: number, width: number])[] {
  const { shape } = marks.find((mark) => mark.id === id) as ShapeMark;
  const cells: (readonly [number, number])[] = [];
  const nothing = (): void => {};
  shape.drawOn({
    ...{ moveTo: nothing, lineTo: nothing, arc: nothing, closePath: nothing },
    rect: (left, _top, width) => cells.push([left, width]),
  });
  return cells;
}

const textsOf = (marks: readonly Mark[]): readonly TextMark[] => marks.filter((mark) => mark.kind === 'text');

describe('the strip of an epoch', () => {
  it('has a cell for each example: of batches that are done, of the pending one, of those to come', () => {
    const marks = marksOf(contentOf([4, 4, 4, 2], 1), 900);
    expect(['done', 'now', 'to-come', 'underline'].map((id) => cellsOf(marks, id).length)).toEqual([4, 4, 6, 4]);
    const [before, now] = [cellsOf(marks, 'done'), cellsOf(marks, 'now')];
    expect(Math.max(...before.map(([left]) => left))).toBeLessThan(Math.min(...now.map(([left]) => left)));
    expect(marks.filter(({ kind }) => kind === 'shape').map((mark) => (mark as ShapeMark).fill)).toEqual([
      ...['example', 'example', 'batch', 'batch'],
    ]);
  });

  it('numbers the cells in the order of the epoch where they have room, on what they lie on', () => {
    const texts = textsOf(marksOf(contentOf([3, 3], 1), 900));
    expect(texts.map(({ text }) => text)).toEqual(['5', '4', '3', '2', '1', '0']);
    expect(texts.map(({ colour }) => colour)).toEqual([...Array(3).fill('ink-soft'), ...Array(3).fill('paper')]);
    expect(textsOf(marksOf(contentOf(Array(20).fill(10), 1), 400))).toEqual([]);
  });

  it('counts on from the batches before the page that is shown', () => {
    const content = contentOf(Array(400).fill(4), 300);
    const layout = layoutStrip(content.sizes, 300, { width: 300, height: 40, labelWidth: 60 });
    expect(layout.firstBatch).toBeGreaterThan(0);
    const numbered = stripMarks({ ...layout, cellWidth: 24 }, content);
    expect(textsOf(numbered)[0].text).toBe(String(content.order[4 * layout.firstBatch]));
  });

  it('parts the line under the batch between micro-batches, not behind the last', () => {
    const widths = cellsOf(marksOf(contentOf([4, 4], 0, { parts: [2, 4] }), 900), 'underline').map(
      ([, width]) => width,
    );
    expect(widths[1]).toBe(widths[0] - 3);
    expect([widths[2], widths[3]]).toEqual([widths[0], widths[0]]);
  });

  it('names the last batch behind its last cell, where that is on the page', () => {
    const content = contentOf([4, 4, 2], 0, { lastName: 'last: 2' });
    const name = textsOf(marksOf(content, 900)).find(({ id }) => id === 'last');
    expect(name).toMatchObject({ text: 'last: 2', anchor: 'start' });
    const ends = ['now', 'to-come'].flatMap((id) =>
      cellsOf(marksOf(content, 900), id).map(([left, width]) => left + width),
    );
    expect(name?.x).toBeGreaterThan(Math.max(...ends));
    const long = contentOf([...Array(400).fill(4), 2], 0, { lastName: 'last: 2' });
    expect(textsOf(marksOf(long, 300, 40)).some(({ id }) => id === 'last')).toBe(false);
  });
});
