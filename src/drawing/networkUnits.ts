// The units of a network as marks over their maps: frames that light up as a step comes through, the example's place, what
// each unit says and its delta, and which units no gradient passes.

import type { UnitState } from '../training/network/inspect.ts';
import { type Mark, type TextMark, tickSize } from './marks.ts';
import type { Progress } from './networkPhase.ts';
import { type NetworkPart, type NetworkPlan, textLineHeight, unitBox } from './networkPlan.ts';
import type { ColourName } from './palette.ts';
import { addDisc, type Shape, shapeOf } from './shape.ts';
import { heightOf, type Rectangle, widthOf } from './viewport.ts';

/** Numbers of one example or means over the batch, column by column; columns[0] of `deltas` is empty. */
export interface UnitNumbers {
  readonly values: readonly (readonly number[])[];
  readonly deltas: readonly (readonly number[])[];
  /** Whether they are means over the batch. */
  readonly isMean: boolean;
}

export interface UnitsState {
  readonly progress: Progress;
  /** Null where none are written. */
  readonly numbers: UnitNumbers | null;
  /** The example's place in every map, from 0 at the left and the bottom to 1; null where there is none to show. */
  readonly examplePlace: readonly [across: number, up: number] | null;
  /** Of each hidden layer; null where they are not known. */
  readonly states: readonly (readonly UnitState[])[] | null;
  readonly pointed: NetworkPart | null;
}

export interface UnitWords {
  readonly titles: readonly string[];
  readonly inputs: readonly string[];
  /** What each output should be, and the loss; where they are not known, none. */
  readonly outputs: readonly string[];
  readonly loss: string | null;
  /** The numbers of a unit, shorter where `width` pixels do not hold more. */
  writeValue(value: number, width: number): string;
  writeDelta(delta: number, width: number): string;
}

export function unitMarks(plan: NetworkPlan, state: UnitsState): readonly Mark[] {
  const { progress, numbers, examplePlace, states, pointed } = state;
  const lastColumn = plan.columns.length - 1;
  return plan.columns.flatMap((units, column) =>
    units.flatMap((place, unit) => {
      const box = unitBox(place, plan.side);
      const isPointed = pointed?.kind === 'unit' && pointed.column === column && pointed.unit === unit;
      const isHidden = column > 0 && column < lastColumn;
      return [
        ...veilOf(box, column, progress),
        ...frameOf(box, column, progress, numbers?.isMean ?? true),
        ...(isPointed ? [pointedFrame(box)] : []),
        ...(examplePlace === null ? [] : exampleDot(box, examplePlace)),
        ...(isHidden ? badgeOf(box, states?.[column - 1]?.[unit] ?? 'active') : []),
      ];
    }),
  );
}

const isKnown = (column: number, { valuesBelow }: Progress): boolean => column === 0 || column - 1 < valuesBelow;

/** Over what the step has not come to. */
const veilOf = (box: Rectangle, column: number, progress: Progress): readonly Mark[] =>
  isKnown(column, progress) ? [] : [{ kind: 'shape', shape: boxShape(box), fill: 'paper', opacity: 0.6 }];

function frameOf(box: Rectangle, column: number, progress: Progress, isMean: boolean): readonly Mark[] {
  const isLit = progress.lit === column - 1;
  const isBack = isLit && progress.deltasFrom === progress.lit;
  const stroke: ColourName = isBack ? deltaColour(isMean) : isLit ? 'weights' : 'ink-soft';
  return [{ kind: 'shape', shape: boxShape(box), stroke, width: isLit ? 2.5 : 1, ...(isLit && { id: 'lit' }) }];
}

const deltaColour = (isMean: boolean): ColourName => (isMean ? 'batch-gradient' : 'example-gradient');

const pointedFrame = ({ left, top, right, bottom }: Rectangle): Mark => ({
  ...{ kind: 'shape', stroke: 'focus', width: 2.5 },
  shape: boxShape({ left: left - 3, top: top - 3, right: right + 3, bottom: bottom + 3 }),
});

const boxShape = (box: Rectangle): Shape =>
  shapeOf((shape) => shape.rect(box.left, box.top, widthOf(box), heightOf(box)));

/** Smaller maps have no room for marks within. */
const leastMarked = 14;

function exampleDot(box: Rectangle, [across, up]: readonly [number, number]): readonly Mark[] {
  const isOutside = across < 0 || across > 1 || up < 0 || up > 1;
  if (widthOf(box) < leastMarked || isOutside) return [];
  const dot = shapeOf((shape) =>
    addDisc(shape, box.left + across * widthOf(box), box.bottom - up * heightOf(box), widthOf(box) > 40 ? 3 : 2.2),
  );
  return [{ kind: 'shape', shape: dot, fill: 'batch', stroke: 'paper', width: 1.2, quantity: 'example' }];
}

/** At the upper right corner: a cross where a unit is dead, two level bars where it is saturated. */
function badgeOf({ right, top }: Rectangle, state: UnitState): readonly Mark[] {
  if (state === 'active') return [];
  const ground = shapeOf((shape) => addDisc(shape, right, top, 6));
  const strokes = shapeOf((shape) => {
    const line = (x1: number, y1: number, x2: number, y2: number): void => {
      shape.moveTo(right + x1, top + y1);
      shape.lineTo(right + x2, top + y2);
    };
    if (state === 'dead') {
      line(-2.8, -2.8, 2.8, 2.8);
      line(-2.8, 2.8, 2.8, -2.8);
    } else {
      line(-3, -1.7, 3, -1.7);
      line(-3, 1.7, 3, 1.7);
    }
  });
  return [
    { kind: 'shape', shape: ground, fill: 'paper', stroke: 'ink', width: 1, id: state },
    { kind: 'shape', shape: strokes, stroke: 'ink', width: 1.6 },
  ];
}

export function textMarks(
  plan: NetworkPlan,
  { progress, numbers }: Pick<UnitsState, 'progress' | 'numbers'>,
  words: UnitWords,
  measure: (text: string) => number,
): readonly Mark[] {
  return [
    ...titleMarks(plan, words, measure),
    ...inputMarks(plan, words),
    ...outputMarks(plan, progress, words),
    ...(numbers === null ? [] : numberMarks(plan, progress, numbers, words)),
  ];
}

function titleMarks({ columns, titleY, pitch }: NetworkPlan, { titles }: UnitWords, measure: (text: string) => number) {
  if (titleY === null) return [];
  return columns.flatMap(([first], column): readonly Mark[] => {
    const text = titles[column];
    // The outer titles may reach beyond their columns on one side only.
    if (measure(text) > pitch - 6) return [];
    return [{ kind: 'text', text, x: first.x, y: titleY, anchor: 'middle', colour: 'ink-soft', size: tickSize }];
  });
}

const inputMarks = ({ columns, side }: NetworkPlan, { inputs }: UnitWords): readonly Mark[] =>
  columns[0].map(({ x, y }, input) => ({
    ...{ kind: 'text', text: inputs[input], x: x - side / 2 - 5, y, anchor: 'end', colour: 'ink', isItalic: true },
  }));

/** Half the width of the longest number under a unit. */
const numberReach = 44;

/**
 * What each output should be beside it, and the loss at the right edge, under all that is written of the outputs; beside the
 * last of them where there is no room under it, in the middle before the next column that comes down as far.
 */
function outputMarks(
  { columns, side, room, textLines }: NetworkPlan,
  { hasLoss }: Progress,
  { outputs, loss }: UnitWords,
): readonly Mark[] {
  const last = columns[columns.length - 1];
  const look = { kind: 'text', colour: 'ink', size: tickSize } as const;
  const marks = last.flatMap(({ x, y }, unit): readonly Mark[] =>
    outputs[unit] === undefined ? [] : [{ ...look, text: outputs[unit], x: x + side / 2 + 6, y, anchor: 'start' }],
  );
  if (loss === null || !hasLoss) return marks;
  const lowest = last[last.length - 1];
  const underOf = ({ y }: Pick<typeof lowest, 'y'>): number => y + side / 2 + textLineHeight * (textLines + 0.75);
  const under = underOf(lowest);
  const bottom = room.bottom - textLineHeight / 2;
  const as = { ...look, text: loss, isBold: true, halo: 'paper', id: 'loss' } as const;
  if (under <= bottom) return [...marks, { ...as, x: room.right, y: under, anchor: 'end' }];
  const before = columns.slice(0, -1).findLast((units) => underOf(units[units.length - 1]) > bottom);
  const free = lowest.x - Math.max(side / 2, numberReach) - textLineHeight / 2;
  if (before === undefined) return [...marks, { ...as, x: free, y: bottom, anchor: 'end' }];
  return [...marks, { ...as, x: (before[0].x + lowest.x) / 2, y: bottom, anchor: 'middle' }];
}

function numberMarks(plan: NetworkPlan, progress: Progress, numbers: UnitNumbers, words: UnitWords): readonly Mark[] {
  const { columns, side, textLines, pitch } = plan;
  const { values, deltas, isMean } = numbers;
  if (textLines === 0) return plan.hasRoomBeside ? numbersBeside(plan, progress, numbers, words) : [];
  const width = Math.max(side, pitch - 8);
  return columns.flatMap((units, column) =>
    units.flatMap(({ x, y }, unit): readonly Mark[] => {
      const hasDelta = column > 0 && column - 1 >= progress.deltasFrom;
      const lines: Pick<TextMark, 'text' | 'colour' | 'quantity'>[] = [];
      if (isKnown(column, progress) && !(hasDelta && textLines === 1))
        lines.push({ text: words.writeValue(values[column][unit], width), colour: 'ink' });
      if (hasDelta)
        lines.push({
          text: words.writeDelta(deltas[column][unit], width),
          colour: deltaColour(isMean),
          quantity: deltaColour(isMean),
        });
      return lines.map((line, place) => ({
        ...{ kind: 'text', x, anchor: 'middle', size: tickSize, halo: 'paper', ...line },
        y: y + side / 2 + textLineHeight * (place + 0.5) + 1,
      }));
    }),
  );
}

/** Where there is no room under units: what the layer that the step goes through has just computed, beside them. */
function numbersBeside(
  { columns, side, gap }: NetworkPlan,
  { lit, deltasFrom }: Progress,
  { values, deltas, isMean }: UnitNumbers,
  words: UnitWords,
): readonly Mark[] {
  if (lit === null) return [];
  const column = lit + 1;
  const isBack = deltasFrom === lit;
  // At the right of the outputs stands what they should be.
  const isLast = column === columns.length - 1;
  const [colour, anchor] = [isBack ? deltaColour(isMean) : 'ink', isLast ? 'end' : 'start'] as const;
  const away = (isLast ? -1 : 1) * (side / 2 + 3);
  return columns[column].map(({ x, y }, unit) => ({
    ...{ kind: 'text', x: x + away, y, anchor, size: tickSize, halo: 'paper', colour, id: 'beside' },
    ...(isBack && { quantity: deltaColour(isMean) }),
    text: isBack ? words.writeDelta(deltas[column][unit], gap) : words.writeValue(values[column][unit], gap),
  }));
}
