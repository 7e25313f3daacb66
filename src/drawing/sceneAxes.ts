// Two axes around a plot, as marks: its frame, ticks with their numbers in the language's signs, and names.

import { labelSize, type Mark, tickSize } from './marks.ts';
import { type NumberMarks, type Scale, superscript, withMarks } from './scale.ts';
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
/** About how far apart numbers stand across. */
const tickDistance = 80;
const sideGap = 7;
/** Pixels between a name and the number beside it. */
const nameGap = 10;

export function axisMarks(measure: Frame['measure'], look: AxesLook): readonly Mark[] {
  const { plot, x, y, offset } = look;
  const width = (text: string): number => (tickSize / labelSize) * measure(text);
  const { ticks: across, name: nameX } = numbersOf(look.nameX, {
    scale: x,
    count: Math.max(2, Math.round(widthOf(plot) / tickDistance)),
    marks: look.marks,
    fits: (text) => width(text) <= tickDistance - nameGap,
  });
  const { ticks: up, name: nameY } = numbersOf(look.nameY, {
    scale: y,
    count: Math.max(2, Math.round(heightOf(plot) / 55)),
    marks: look.marks,
    fits: (text) => width(text) <= plot.left - sideGap,
  });
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
      .filter(({ value, text }) => text !== '' && x(value) + width(text) / 2 <= lastX)
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

interface Axis {
  readonly scale: Scale;
  readonly count: number;
  readonly marks: NumberMarks;
  /** Whether there is room for a number. */
  readonly fits: (text: string) => boolean;
}

interface Numbers {
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** The quantity, over a power of ten where its numbers would find no room. */
  readonly name: string;
}

function numbersOf(name: string, { scale, count, marks, fits }: Axis): Numbers {
  const written = (write: (value: number) => string): Numbers['ticks'] =>
    scale.ticks(count).map((value) => ({ value, text: withMarks(write(value), marks) }));
  const plain = written(scale.tickFormat(count));
  if (plain.every(({ text }) => fits(text))) return { ticks: plain, name };
  const { exponent, write } = scale.powerFormat(count);
  return { ticks: written(write), name: exponent === 0 ? name : `${name} / 10${superscript(exponent)}` };
}
