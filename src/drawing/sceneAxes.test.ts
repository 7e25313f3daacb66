import { describe, expect, it } from 'vitest';
import { axesOf, type NumberMarks } from './scale.ts';
import { axisMarks } from './sceneAxes.ts';
import { frame, numbersOf, plot, shapes, texts } from './testMarks.ts';
import { createViewport } from './viewport.ts';

const english: NumberMarks = { decimal: '.', group: ',' };
const german: NumberMarks = { decimal: ',', group: '.' };

const axes = (view: { x: [number, number]; y: [number, number] }, marks = english, names = ['w1', 'w2']) =>
  axisMarks(frame.measure, {
    ...{ plot, ...axesOf(createViewport(view, plot)), marks, offset: 0 },
    ...{ nameX: names[0], nameY: names[1] },
  });

describe('the marks of two axes', () => {
  it('have a number at its place', () => {
    const marks = texts(axes({ x: [-2, 2], y: [-1, 2] }));
    expect(marks.find(({ text }) => text === '−1')).toMatchObject({ x: 140, anchor: 'middle', isTick: true });
    expect(marks.find(({ text, anchor }) => text === '1.0' && anchor === 'end')).toMatchObject({ y: 110 });
  });

  it('have as many ticks as lines, all outside the frame', () => {
    const [box, ticks] = shapes(axes({ x: [-2, 2], y: [-1, 2] }));
    expect(String(box.shape)).toBe('M40,10h400v300h-400Z');
    const lines = numbersOf(ticks);
    for (let i = 0; i < lines.length; i += 4) expect(lines[i] < 40 || lines[i + 3] > 310).toBe(true);
  });

  it('write numbers with the signs of the language', () => {
    const ticks = (marks: NumberMarks): string[] =>
      texts(axes({ x: [0, 40_000], y: [0, 2.4] }, marks))
        .filter(({ isTick }) => isTick)
        .map(({ text }) => text);
    expect(ticks(english)).toEqual(expect.arrayContaining(['10,000', '0.5']));
    expect(ticks(german)).toEqual(expect.arrayContaining(['10.000', '0,5']));
  });

  it('leave room for names of any length: a long one stands inside, and no number under the other', () => {
    const names = ['along the batch gradient', 'across it, towards the full gradient'];
    const marks = texts(axes({ x: [-2, 2], y: [-1, 2] }, english, names));
    const [across, up] = names.map((name) => marks.find(({ text }) => text.endsWith(name)));
    expect(across).toMatchObject({ x: 440, anchor: 'end' });
    expect(up).toMatchObject({ text: `↑ ${names[1]}`, anchor: 'start', halo: 'paper' });
    for (const { anchor, x } of marks.filter(({ isTick }) => isTick))
      if (anchor === 'middle') expect(x).toBeLessThan(440 - 7 * names[0].length);
  });

  it('have no text for a name that is empty', () => {
    expect(texts(axes({ x: [0, 1], y: [0, 1] }, english, ['step', ''])).map(({ text }) => text)).not.toContain('↑ ');
  });
});
