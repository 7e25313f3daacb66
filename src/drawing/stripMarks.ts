// The strip of an epoch as marks: a cell for each example, dim where its batch is done, bright in the pending one.

import type { StripLayout } from './epochStrip.ts';
import { type Mark, type ShapeMark, tickSize } from './marks.ts';
import { Shape } from './shape.ts';

/** Narrower cells have no room for the number of their example. */
const leastNumbered = 22;

export interface StripContent {
  /** How many examples each batch of the epoch has, and which of them is pending. */
  readonly sizes: readonly number[];
  readonly present: number;
  /** The examples in the order of the epoch. */
  readonly order: Int32Array;
  /** Where in the pending batch each of its micro-batches ends. */
  readonly parts: readonly number[];
  /** What is said of the last batch; null where it is as large as the others. */
  readonly lastName: string | null;
}

export function stripMarks(layout: StripLayout, content: StripContent): readonly Mark[] {
  const { cellWidth, cellHeight, firstBatch, endBatch, x, y } = layout;
  const { sizes, present, parts, lastName } = content;
  const [done, now, toCome, underline] = [new Shape(), new Shape(), new Shape(), new Shape()];
  const isNumbered = cellWidth >= leastNumbered;
  const inset = cellWidth >= 4 ? 1 : 0;
  let cell = 0;
  for (let batch = firstBatch; batch < endBatch; batch++) {
    const shape = batch < present ? done : batch === present ? now : toCome;
    for (let i = 0; i < sizes[batch]; i++, cell++) {
      shape.rect(x[cell], y[cell], cellWidth - inset, cellHeight);
      if (batch !== present) continue;
      // The line under the batch is parted where one micro-batch ends and the next begins.
      const isParted = i + 1 < sizes[batch] && parts.includes(i + 1);
      underline.rect(x[cell], y[cell] + cellHeight + 1, cellWidth - (isParted ? 3 : 0), 2);
    }
  }
  const filled = (id: string, shape: Shape, fill: ShapeMark['fill'], opacity = 1): Mark => ({
    ...{ kind: 'shape', id, shape, opacity },
    ...(fill !== undefined && { fill }),
  });
  const name = lastName === null || endBatch < sizes.length || cell === 0 ? [] : [lastLabel(layout, cell, lastName)];
  return [
    filled('done', done, 'example', isNumbered ? 0.1 : 0.25),
    filled('to-come', toCome, 'example', isNumbered ? 0.28 : 0.65),
    filled('now', now, 'batch'),
    filled('underline', underline, 'batch'),
    ...(isNumbered ? numberMarks(layout, content) : []),
    ...name,
  ];
}

/** Behind the last of the cells. */
const lastLabel = ({ cellWidth, cellHeight, x, y }: StripLayout, cells: number, text: string): Mark => ({
  ...{ kind: 'text', id: 'last', text, anchor: 'start', colour: 'ink-soft' },
  ...{ x: x[cells - 1] + cellWidth + 5, y: y[cells - 1] + cellHeight / 2 },
});

/** The number of each example in its cell. */
function numberMarks(layout: StripLayout, { sizes, present, order }: StripContent): readonly Mark[] {
  const { cellWidth, cellHeight, firstBatch, endBatch, x, y } = layout;
  const before = sizes.slice(0, firstBatch).reduce((sum, size) => sum + size, 0);
  const marks: Mark[] = [];
  let cell = 0;
  for (let batch = firstBatch; batch < endBatch; batch++) {
    const colour = batch === present ? 'paper' : batch < present ? 'ink-soft' : 'ink';
    for (let i = 0; i < sizes[batch]; i++, cell++)
      marks.push({
        ...{ kind: 'text', text: String(order[before + cell]), anchor: 'middle', colour, size: tickSize },
        ...{ x: x[cell] + (cellWidth - 1) / 2, y: y[cell] + cellHeight / 2 },
      });
  }
  return marks;
}
