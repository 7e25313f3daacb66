// The rule of the pending step line by line, with the numbers of each line for either weight. The lines are those of the
// exported scripts, so rule, code, and scripts cannot differ.

import { present } from '../../training/present.ts';
import type { StepDetail } from '../../training/run/run.ts';
import type { Vector } from '../../training/vector.ts';
import type { Assignment, Expression } from './expression.ts';
import { type RuleProgram, ruleOf } from './ruleProgram.ts';

/** The present value of a name. */
export type Lookup = ReadonlyMap<string, number>;

export interface RuleLine {
  readonly name: string;
  readonly value: Expression;
  /** Whether it is worked out for each weight, or once for both. */
  readonly isVector: boolean;
  /** The values of all names before the line, and of its own name after it, weight by weight as they were asked for. */
  readonly before: readonly Lookup[];
  readonly result: readonly number[];
}

const functions: Readonly<Record<string, (...operands: readonly number[]) => number>> = {
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
  max: Math.max,
  clip: (value, low, high) => Math.min(Math.max(value, low), high),
  zeros: () => 0,
  ones: () => 1,
  where: (condition, yes, no) => (condition ? yes : no),
};

/** @throws ReferenceError for a name that has no value, RangeError for a function that no rule uses */
export function evaluate(expression: Expression, lookup: Lookup): number {
  const value = (part: Expression): number => evaluate(part, lookup);
  switch (expression.kind) {
    case 'number':
      return Number(expression.text);
    case 'name': {
      const found = lookup.get(expression.name);
      if (found === undefined) throw new ReferenceError(`${expression.name} has no value.`);
      return found;
    }
    case 'negative':
      return -value(expression.operand);
    case 'choice':
      return value(expression.condition) ? value(expression.yes) : value(expression.no);
    case 'call': {
      const call = functions[expression.name];
      if (call === undefined) throw new RangeError(`${expression.name} is not a function of a rule.`);
      return call(...expression.operands.map(value));
    }
    case 'binary':
      return operate(expression.operator, value(expression.left), value(expression.right));
  }
}

function operate(operator: Extract<Expression, { kind: 'binary' }>['operator'], left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '**':
      return left ** right;
    case '<':
      return Number(left < right);
    case '>':
      return Number(left > right);
    case '==':
      return Number(left === right);
  }
}

/** What every name is worth before the first line. */
function firstLookup({ state }: RuleProgram, detail: StepDetail, place: number): Map<string, number> {
  const lookup = new Map<string, number>([
    ['w', detail.weights[place]],
    // What the rule is given: clipped, and with what was kept of older ones.
    ['gradient', detail.sum.applied[place]],
    ['step', detail.step],
  ]);
  for (const [name, value] of Object.entries(detail.optimizerValues))
    if (typeof value === 'number' || typeof value === 'boolean') lookup.set(name, Number(value));
  // Rprop reads the learning rate once, for its first step size.
  lookup.set('learningRate', detail.learningRate);
  for (const { name, place: at, isVector } of state) lookup.set(name, detail.state[at + (isVector ? place : 0)]);
  return lookup;
}

/** One line worked out: what its names were worth before it, and what it makes, weight by weight. */
interface Worked {
  readonly assignment: Assignment;
  /** Change with the next line. */
  readonly lookups: readonly Lookup[];
  readonly result: readonly number[];
}

/** Line after line for the weights at `places`. */
export function* workedLines(
  program: RuleProgram,
  detail: StepDetail,
  places: readonly number[],
): Generator<Worked, void> {
  const lookups = places.map((place) => firstLookup(program, detail, place));
  for (const assignment of ruleOf(program)) {
    const result = lookups.map((lookup) => evaluate(assignment.value, lookup));
    yield { assignment, lookups, result };
    for (const [i, lookup] of lookups.entries()) lookup.set(assignment.name, result[i]);
  }
}

/** @param places the indices of the weights for which each line is worked out, at least one */
export function ruleLines(
  program: RuleProgram,
  detail: StepDetail,
  places: readonly number[] = [0, 1],
): readonly RuleLine[] {
  const isVector = new Set(program.vectors);
  return Array.from(workedLines(program, detail, places), ({ assignment, lookups, result }) => ({
    name: assignment.name,
    value: assignment.value,
    isVector: isVector.has(assignment),
    before: lookups.map((lookup) => new Map(lookup)),
    result,
  }));
}

/**
 * The updates that the rule would make of the weights at `places` with another gradient and another memory, while the names
 * in `kept` have the values of the step as it is. `changesAt` says what is other for a weight.
 */
function otherUpdates(
  program: RuleProgram,
  detail: StepDetail,
  places: readonly number[],
  kept: ReadonlySet<string>,
  changesAt: (place: number) => Iterable<readonly [string, number]>,
): Vector {
  const assignments = ruleOf(program);
  return Float64Array.from(places, (place) => {
    const asIs = firstLookup(program, detail, place);
    const other = new Map([...asIs, ...changesAt(place)]);
    for (const { name, value } of assignments) {
      const result = kept.size > 0 ? evaluate(value, asIs) : 0;
      other.set(name, kept.has(name) ? result : evaluate(value, other));
      asIs.set(name, result);
    }
    return present(other.get('w')) - detail.weights[place];
  });
}

/** The weights of a step by their indices. */
const everyPlace = ({ weights }: StepDetail): readonly number[] => [...weights.keys()];

/** What of the update of every weight comes from the memory: the update without this gradient, all divisors as they are. */
export const memoryPart = (program: RuleProgram, detail: StepDetail, divisors: readonly string[]): Vector =>
  otherUpdates(program, detail, everyPlace(detail), new Set(divisors), () => [['gradient', 0]]);

/** How far each weight would go for a gradient of one alone: the rate that the rule has for that axis. */
export function axisRates(
  program: RuleProgram,
  detail: StepDetail,
  divisors: readonly string[],
  memory: readonly string[],
): Vector {
  const [places, kept] = [everyPlace(detail), new Set(divisors)];
  const without = memory.map((name) => [name, 0] as const);
  const updateBy = (gradient: number): Vector =>
    otherUpdates(program, detail, places, kept, (place) => [
      ['gradient', gradient],
      ['w', detail.weights[place]],
      ...without,
    ]);
  const still = updateBy(0);
  return updateBy(1).map((update, place) => Math.abs(update - still[place]));
}
