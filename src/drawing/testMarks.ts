// What the tests of pictures read off a list of marks.

import type { ImageMark, Mark, ShapeMark, TextMark, TouchMark } from './marks.ts';
import { createViewport, type Rectangle } from './viewport.ts';

export const plot: Rectangle = { left: 40, top: 10, right: 440, bottom: 310 };
/** A hundred pixels per unit of both axes. */
export const frame = {
  viewport: createViewport({ x: [-2, 2], y: [-1, 2] }, plot),
  measure: (text: string) => 7 * text.length,
};

export const shapes = (marks: readonly Mark[]): ShapeMark[] => marks.filter((mark) => mark.kind === 'shape');
export const texts = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text');
export const touches = (marks: readonly Mark[]): TouchMark[] => marks.filter((mark) => mark.kind === 'touch');
export const images = (marks: readonly Mark[]): ImageMark[] => marks.filter((mark) => mark.kind === 'image');

export function shapeCalled(marks: readonly Mark[], id: string): ShapeMark {
  const found = shapes(marks).find((mark) => mark.id === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
}

/** All numbers of a shape's outline. */
export const numbersOf = ({ shape }: ShapeMark): number[] => (String(shape).match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
