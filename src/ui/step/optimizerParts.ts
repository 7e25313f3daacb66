// What an optimizer keeps, as it is seen in the plane of the picture: the part of the update that comes from memory, the rates
// that it has for the weights, and how much of either the plane leaves out.

import { axisRates, memoryPart } from '../../export/scripts/ruleLines.ts';
import type { RuleProgram } from '../../export/scripts/ruleProgram.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { directionOf, type View } from '../../training/plane.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { shareOutside } from '../../training/run/seen.ts';
import { lengthOf, type Point, type Vector } from '../../training/vector.ts';

export interface SeenPart {
  /** Its length in all of weight space. */
  readonly length: number;
  readonly seen: Point;
  /** The share of its length that the plane does not show, 0 to 1. */
  readonly outside: number;
}

export interface SeenParts {
  /** The parts of the update from memory and from the gradient that the rule is given; null for a rule without memory. */
  readonly memory: SeenPart | null;
  readonly gradient: SeenPart | null;
  /** How far a gradient of one goes, along the two directions of the plane that it follows straight; null where all go alike. */
  readonly rates: readonly [Point, Point] | null;
  /** The largest share of such a way that the plane does not show. */
  readonly ratesOutside: number;
}

/** @param program the rule by which the step is about to be taken */
export function seenParts(program: RuleProgram, detail: StepDetail): SeenParts {
  const { plane } = detail.seen;
  const { marks }: Optimizer = optimizers[program.optimizer];
  const { memory, divisors, hasRates } = marks;
  const part = memory.length === 0 ? null : memoryPart(program, detail, divisors);
  const rest = part === null ? null : detail.update.map((update, place) => update - part[place]);
  const seen = (vector: Vector): SeenPart => ({
    length: lengthOf(vector),
    seen: directionOf(plane, vector),
    outside: shareOutside(plane, vector),
  });
  return {
    memory: part && seen(part),
    gradient: rest && seen(rest),
    ...(hasRates ? ratesIn(plane, axisRates(program, detail, divisors, memory)) : { rates: null, ratesOutside: 0 }),
  };
}

/**
 * How much of the update is memory, measured along the update: with the gradient's share it makes 1, so that above 1 the
 * gradient takes some of it back, and below 0 memory does. Null where nothing is remembered, where nothing moves, and
 * where weight decay is a third part.
 */
export function memoryShare(program: RuleProgram, detail: StepDetail): number | null {
  const { memory, divisors } = (optimizers[program.optimizer] as Optimizer).marks;
  const { update, optimizerValues } = detail;
  const hasDecay = typeof optimizerValues.weightDecay === 'number' && optimizerValues.weightDecay !== 0;
  const square = dot(update, update);
  if (memory.length === 0 || hasDecay || !(square > 0)) return null;
  const part = memoryPart(program, detail, divisors);
  return part.every((entry) => entry === 0) ? null : dot(part, update) / square;
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let place = 0; place < a.length; place++) sum += a[place] * b[place];
  return sum;
};

/** A gradient of one along a direction of the plane moves every weight by its own rate; seen again in the plane. */
function ratesIn(view: View, rates: Vector): Pick<SeenParts, 'rates' | 'ratesOutside'> {
  if (view === null)
    return {
      rates: [
        [rates[0], 0],
        [0, rates[1]],
      ],
      ratesOutside: 0,
    };
  const moved = (x: number, y: number): Vector => rates.map((rate, i) => rate * (x * view.across[i] + y * view.up[i]));
  const [[xx, xy], [, yy]] = [directionOf(view, moved(1, 0)), directionOf(view, moved(0, 1))];
  // The two directions that are followed straight, as far as is seen, stand at right angles: the scale is symmetric.
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const directions: readonly Point[] = [
    [Math.cos(angle), Math.sin(angle)],
    [-Math.sin(angle), Math.cos(angle)],
  ];
  const along = directions.map(([x, y]): Point => {
    const rate = xx * x * x + 2 * xy * x * y + yy * y * y;
    return [rate * x, rate * y];
  });
  return {
    rates: [along[0], along[1]],
    ratesOutside: Math.max(...directions.map(([x, y]) => shareOutside(view, moved(x, y)))),
  };
}
