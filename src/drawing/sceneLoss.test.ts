import { describe, expect, it } from 'vitest';
import { readingMarks } from './lossNames.ts';
import { type LossCurve, type LossPicture, lossScales, namedEpochs } from './lossPicture.ts';
import { lossMarks } from './sceneLoss.ts';
import { frame, numbersOf, plot, shapes, texts } from './testMarks.ts';

const scales = lossScales({ span: 20, low: 0, high: 8 }, plot, false);
const curve: LossCurve = {
  ...{ name: 'full loss', colour: 'loss-full', width: 2, past: 3 },
  points: { clock: Float64Array.of(0, 5, 10), loss: Float64Array.of(8, 4, 2) },
  end: { clock: 10, loss: 2 },
};
const picture = (curves: readonly LossCurve[], more: Partial<LossPicture> = {}): LossPicture => ({
  ...{ curves, bands: [], epochs: [], write: String, ...more },
});
const marksOf = (...curves: LossCurve[]) => lossMarks(frame.measure, scales, picture(curves));

describe('a curve', () => {
  it('goes through its points, in its colour and with its dashes', () => {
    const [line] = shapes(marksOf({ ...curve, dash: [7, 4] })).filter(({ stroke }) => stroke === 'loss-full');
    expect(numbersOf(line)).toEqual([40, 10, 140, 160, 240, 235]);
    expect(line).toMatchObject({ width: 2, dash: [7, 4], opacity: 1 });
  });

  it('is faint from the step that the page shows on', () => {
    const lines = shapes(marksOf({ ...curve, past: 2 })).filter(({ stroke }) => stroke === 'loss-full');
    expect(lines.map(({ opacity }) => opacity)).toEqual([0.3, 1]);
    expect(lines.map(numbersOf)).toEqual([
      [140, 160, 240, 235],
      [40, 10, 140, 160],
    ]);
  });

  it('of rows has each a stride after the one before', () => {
    const rows: LossCurve = { ...curve, points: { stride: 4, loss: Float64Array.of(8, 4, 2) } };
    const [line] = shapes(marksOf(rows)).filter(({ stroke }) => stroke === 'loss-full');
    expect(numbersOf(line)).toEqual([40, 10, 120, 160, 200, 235]);
  });

  it('is joined to the loss that comes next, and ends in a dot', () => {
    const coming = shapes(marksOf({ ...curve, next: { clock: 12, loss: 1, isJoined: true } }));
    expect(numbersOf(coming.filter(({ stroke }) => stroke === 'loss-full')[1])).toEqual([240, 235, 280, 272.5]);
    expect(numbersOf(coming.filter(({ fill }) => fill === 'loss-full')[0]).slice(0, 2)).toEqual([283, 272.5]);
    // In the past, nothing follows on the last point; and what cannot be seen has no dot.
    const apart = marksOf({ ...curve, next: { clock: 3, loss: 1, isJoined: false } });
    expect(shapes(apart).filter(({ stroke }) => stroke === 'loss-full')).toHaveLength(1);
    const above = marksOf({ ...curve, next: { clock: 12, loss: 900, isJoined: true } });
    expect(shapes(above).filter(({ fill }) => fill === 'loss-full')).toHaveLength(0);
  });
});

describe('a curve that leaves the plot', () => {
  it('has a mark at the border where it leaves, which says how far it goes', () => {
    const wild = { ...curve, points: { clock: Float64Array.of(0, 5, 10), loss: Float64Array.of(4, 100, 260) } };
    const marks = marksOf(wild);
    expect(texts(marks).map(({ text }) => text)).toContain('260');
    const [tip] = shapes(marks).filter(({ stroke, fill }) => stroke === 'paper' && fill === 'loss-full');
    expect(numbersOf(tip)[0]).toBe(scales.x(5));
    expect(texts(marksOf(curve)).map(({ text }) => text)).toEqual(['full loss']);
  });

  it('without end says so', () => {
    const lost = { ...curve, points: { clock: Float64Array.of(0, 5), loss: Float64Array.of(4, Number.NaN) } };
    expect(texts(marksOf(lost)).map(({ text }) => text)).toContain('Infinity');
  });

  it('has its mark beside the others, not on them', () => {
    const wild = (colour: LossCurve['colour'], clock: number): LossCurve => ({
      ...{ ...curve, name: '', colour, points: { clock: Float64Array.of(clock), loss: Float64Array.of(123456) } },
    });
    const words = texts(marksOf(wild('weights', 5), wild('contender-b', 5.1), wild('contender-c', 19.9)));
    expect(words).toHaveLength(3);
    for (const [i, a] of words.entries())
      for (const b of words.slice(0, i)) expect(Math.abs(a.y - b.y) >= 15 || Math.abs(a.x - b.x) > 45).toBe(true);
    for (const { x, anchor } of words) expect(anchor === 'end' ? x <= plot.right : x + 42 <= plot.right).toBe(true);
  });

  it('on a logarithmic axis too', () => {
    const logarithmic = lossScales({ span: 20, low: 0.01, high: 10 }, plot, true);
    const wild = { ...curve, points: { clock: Float64Array.of(0, 5), loss: Float64Array.of(4, 1e6) } };
    const words = texts(lossMarks(frame.measure, logarithmic, picture([wild]))).map(({ text }) => text);
    expect(words).toContain('1000000');
  });
});

describe('names', () => {
  const named = (name: string, clock: number, loss: number): LossCurve => ({ ...curve, name, end: { clock, loss } });

  it('stand beside the ends, apart from each other', () => {
    const [first, second] = texts(marksOf(named('mini-batch loss', 10, 2), named('full loss', 10, 2.05)));
    expect([first.x, first.anchor]).toEqual([scales.x(10) + 6, 'start']);
    expect(Math.abs(first.y - second.y)).toBeGreaterThanOrEqual(15);
  });

  it('without room there go to the corner that the curves leave free', () => {
    const words = texts(marksOf(named('mini-batch loss', 19, 0.3), named('full loss', 19, 0.2)));
    expect(words.every(({ anchor, y }) => anchor === 'end' && y < 100)).toBe(true);
    const above = texts(marksOf(named('mini-batch loss', 19, 7.8), named('full loss', 19, 7.7)));
    expect(above.every(({ y }) => y > 250)).toBe(true);
  });

  it('as short as a letter stay with their curves', () => {
    const [letter] = texts(marksOf(named('B', 20, 4)));
    expect(letter).toMatchObject({ y: 160, anchor: 'end' });
  });

  it('keep off what stands at the border where curves leave the plot', () => {
    const wild = (name: string): LossCurve => ({
      ...{ ...curve, name, end: { clock: 2, loss: 9e9 } },
      points: { clock: Float64Array.of(0, 1, 2), loss: Float64Array.of(4, 1e8, 9e9) },
    });
    const words = texts(marksOf(wild('mini-batch loss'), wild('full loss')));
    const tips = words.filter(({ text }) => text === '9000000000');
    const names = words.filter(({ text }) => text.endsWith('loss'));
    expect([tips.length, names.length]).toEqual([2, 2]);
    for (const name of names) for (const { y } of tips) expect(name.y - y).toBeGreaterThanOrEqual(8);
  });

  it('are left out where nothing is known', () => {
    expect(texts(marksOf(named('B', 0, Number.NaN)))).toEqual([]);
  });
});

describe('what lies under the curves', () => {
  it('is a line for each epoch, a long one with a name', () => {
    const epochs = namedEpochs(
      [
        { epoch: 2, row: 5 },
        { epoch: 3, row: 10 },
      ],
      [{ epoch: 3, row: 10 }],
      1,
      (epoch) => `epoch ${epoch}`,
    );
    const marks = lossMarks(frame.measure, scales, picture([], { epochs }));
    expect(texts(marks)).toMatchObject([{ text: 'epoch 3', x: 243.5 }]);
    expect(numbersOf(shapes(marks)[0])).toEqual([140.5, 310, 140.5, 304, 240.5, 310, 240.5, 10]);
  });

  it('is the band of many runs with its middle', () => {
    const clock = Float64Array.of(0, 10);
    const band = {
      colour: 'weights',
      clock,
      lower: Float64Array.of(1, 1),
      upper: Float64Array.of(3, 2),
      middle: clock,
    } as const;
    const [, area, middle] = shapes(lossMarks(frame.measure, scales, picture([], { bands: [band] })));
    expect(String(area.shape)).toBe('M40,197.5L240,235L240,272.5L40,272.5Z');
    expect(middle).toMatchObject({ stroke: 'weights', width: 1.4 });
  });
});

it('a reading is a line at its clock, a dot on each curve, and words that stay beside the switch', () => {
  const dots = [
    { loss: 4, colour: 'batch' },
    { loss: Number.POSITIVE_INFINITY, colour: 'weights' },
    { loss: Number.NaN, colour: 'ink' },
  ] as const;
  const marks = readingMarks(frame.measure, scales, { clock: 20, words: 'step 20, loss 4', dots }, 400);
  expect(numbersOf(shapes(marks)[0])).toEqual([440, 10, 440, 310]);
  expect(
    shapes(marks)
      .slice(1)
      .map((dot) => numbersOf(dot)[1]),
  ).toEqual([160, 10]);
  const [words] = texts(marks);
  expect(words.x + frame.measure(words.text) / 2).toBe(400);
});
