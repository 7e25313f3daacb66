// Two axes around a plot, as marks: its frame, ticks with their numbers in the language's signs, and names.

import { labelSize, type Mark, tickSize } from './marks.ts';
import { type NumberMarks, type Scale, withMarks } from './scale.ts';
import { type Frame, labelHeight } from './scene.ts';
import { lineShape, shapeOf } from './shape.ts';
import { heightOf, type Rectangle, widthOf } from './viewport.ts';

export interface AxesLook {
  readonly plot: Rectangle;
  readonly x: Scale;
  readonly y: Scale;
  readonly nameX: string;
  readonly nameY: string;
  readonly marks: NumberMarks;
  /** By how much lines are moved so that they are sharp: half a pixel on coarse screens. */
  readonly offset: number;
}

const tickLength = 4;
/** Between a tick and the middle of its number, across and up. */
const numberGap = 12;
const sideGap = 7;
/** Pixels between a name and the number beside it. */
const nameGap = 10;

export function axisMarks(measure: Frame['measure'], look: AxesLook): readonly Mark[] {
  const { plot, x, y, nameX, nameY, offset } = look;
  const across = ticksOf(x, Math.max(2, Math.round(widthOf(plot) / 80)), look.marks);
  const up = ticksOf(y, Math.max(2, Math.round(heightOf(plot) / 55)), look.marks);
  const lines = shapeOf((shape) => {
    for (const { value } of across)
      lineShape([x(value) + offset, plot.bottom, x(value) + offset, plot.bottom + tickLength]).drawOn(shape);
    for (const { value } of up)
      lineShape([plot.left - tickLength, y(value) + offset, plot.left, y(value) + offset]).drawOn(shape);
  });
  const frame = shapeOf((shape) => shape.rect(plot.left + offset, plot.top + offset, widthOf(plot), heightOf(plot)));
  const number = { kind: 'text', colour: 'ink-soft', size: tickSize, isTick: true } as const;
  // No number stands where the axis has its name.
  const lastX = plot.right - measure(nameX) - nameGap;
  return [
    { kind: 'shape', shape: frame, stroke: 'line' },
    { kind: 'shape', shape: lines, stroke: 'line' },
    ...across
      .filter(({ value, text }) => text !== '' && x(value) + (tickSize / labelSize / 2) * measure(text) <= lastX)
      .map(
        ({ value, text }): Mark => ({
          ...number,
          text,
          x: x(value) + offset,
          y: plot.bottom + numberGap,
          anchor: 'middle',
        }),
      ),
    ...up
      .filter(({ value, text }) => text !== '' && y(value) >= plot.top + labelHeight + 1)
      .map(
        ({ value, text }): Mark => ({ ...number, text, x: plot.left - sideGap, y: y(value) + offset, anchor: 'end' }),
      ),
    ...nameMarks(measure, plot, nameX, nameY),
  ];
}

/** The names at the ends of the axes; one that is too long for the margin stands in the plot's corner. */
function nameMarks(measure: Frame['measure'], plot: Rectangle, nameX: string, nameY: string): readonly Mark[] {
  const name = { kind: 'text', colour: 'ink', isItalic: true } as const;
  const isOutside = measure(nameY) <= plot.left - sideGap;
  const upper: Mark = isOutside
    ? { ...name, text: nameY, x: plot.left - sideGap, y: plot.top + 5, anchor: 'end' }
    : { ...name, text: `↑ ${nameY}`, x: plot.left + 6, y: plot.top + 10, anchor: 'start', halo: 'paper' };
  const lower: Mark = { ...name, text: nameX, x: plot.right, y: plot.bottom + numberGap + 1, anchor: 'end' };
  return [lower, upper].filter((mark) => mark.kind !== 'text' || mark.text !== '') as Mark[];
}

const ticksOf = (scale: Scale, count: number, marks: NumberMarks): { value: number; text: string }[] => {
  const write = scale.tickFormat(count);
  return scale.ticks(count).map((value) => ({ value, text: withMarks(write(value), marks) }));
};
