// What is worth knowing of examples before one trains on them: the first of six things that holds, with its numbers.

import type { Examples } from '../examples.ts';
import { networkOf } from '../network/network.ts';
import type { ExampleKind } from '../ownData/arrangement.ts';
import { scaledExamples, scalingOf } from '../ownData/scaling.ts';
import type { Resolved } from '../problem.ts';
import { heldOutOf, resolveProblem, splitExamples } from '../run/configuration.ts';
import type { RunConfig } from '../run/run.ts';
import { kindOf } from './ownRun.ts';
import { isSeparable } from './separable.ts';

export type Advice =
  /** Condition numbers of the inputs as they are, and as they would be if they were standardised. */
  | { readonly kind: 'unscaled'; readonly condition: number; readonly standardised: number }
  | { readonly kind: 'rare'; readonly label: number; readonly count: number; readonly of: number }
  | { readonly kind: 'equal' }
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'separable' }
  | { readonly kind: 'few'; readonly rows: number; readonly weights: number };

/** From here on the scale is worth a word. */
const badCondition = 100;
/** Below this share a class is rare. */
const rareShare = 0.05;

/** Null where nothing needs to be said. Of the training part alone, in the units of the data. */
export function adviceOn(config: RunConfig): Advice | null {
  const resolved = resolveProblem(config);
  const kind = kindOf(resolved.problem);
  const raw = heldOutOf(resolved, config).examples;
  return (
    unscaled(resolved, config, kind, raw) ??
    rare(kind, raw) ??
    equal(kind, raw) ??
    constant(kind, raw) ??
    (isSeparable(resolved, splitExamples(config).examples) ? { kind: 'separable' } : null) ??
    few(resolved, raw)
  );
}

function unscaled(resolved: Resolved, config: RunConfig, kind: ExampleKind, raw: Examples): Advice | null {
  const isScaled = config.data !== undefined && config.standardise !== false;
  const inputs = inputsOf(resolved);
  if (isScaled || inputs === null) return null;
  const { examples } = splitExamples(config);
  const condition = conditionNumber(inputs(examples));
  const better = conditionNumber(inputs(scaledExamples(raw, scalingOf(raw, kind, 'standardised'))));
  return condition > badCondition && better < condition ? { kind: 'unscaled', condition, standardised: better } : null;
}

/** What the weights of the first layer multiply, column by column; null where that has no scale of its own. */
function inputsOf({ problem, settings }: Resolved): ((examples: Examples) => readonly Float64Array[]) | null {
  const ones = ({ count }: Examples): Float64Array => new Float64Array(count).fill(1);
  if (problem.network !== undefined) {
    const { features } = problem.data;
    return (examples) => [examples.x1, ...(features === 2 ? [examples.x2] : []), ones(examples)];
  }
  switch (problem.model(settings)) {
    case 'plane':
      return ({ x1, x2 }) => [x1, x2];
    case 'line':
    case 'relu-neuron':
    case 'sigmoid-neuron':
      return (examples) => [examples.x1, ones(examples)];
    default:
      return null;
  }
}

/** Largest eigenvalue over smallest of the columns' mean products, by Jacobi's rotations. */
export function conditionNumber(columns: readonly Float64Array[]): number {
  const size = columns.length;
  const matrix = columns.map((a) => columns.map((b) => meanProduct(a, b)));
  for (let sweep = 0; sweep < 30; sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(matrix, p, q);
  const values = matrix.map((row, index) => Math.abs(row[index]));
  return Math.max(...values) / Math.min(...values);
}

/** Turns the axes p and q so that nothing joins them any more. */
function rotate(matrix: number[][], p: number, q: number): void {
  const joined = matrix[p][q];
  if (joined === 0) return;
  const theta = (matrix[q][q] - matrix[p][p]) / (2 * joined);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(tangent * tangent + 1);
  const s = tangent * c;
  for (const row of matrix) [row[p], row[q]] = [c * row[p] - s * row[q], s * row[p] + c * row[q]];
  const [rowP, rowQ] = [matrix[p], matrix[q]];
  matrix[p] = rowP.map((value, column) => c * value - s * rowQ[column]);
  matrix[q] = rowQ.map((value, column) => s * rowP[column] + c * value);
}

function meanProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum / a.length;
}

function rare({ classes }: ExampleKind, { count, y }: Examples): Advice | null {
  const counts = Array.from({ length: classes }, (_, label) => {
    let own = 0;
    for (let row = 0; row < count; row++) if (y[row] === label) own++;
    return own;
  });
  const least = Math.min(...counts);
  const label = counts.indexOf(least);
  return classes > 0 && least < rareShare * count ? { kind: 'rare', label, count: least, of: count } : null;
}

const isConstant = (column: Float64Array): boolean => column.every((value) => value === column[0]);

const equal = ({ hasTarget }: ExampleKind, { x1, x2, y }: Examples): Advice | null =>
  isConstant(x1) && isConstant(x2) && (!hasTarget || isConstant(y)) ? { kind: 'equal' } : null;

const constant = ({ hasTarget }: ExampleKind, { y }: Examples): Advice | null =>
  hasTarget && isConstant(y) ? { kind: 'constant', value: y[0] } : null;

function few({ problem, settings }: Resolved, { count }: Examples): Advice | null {
  const weights = problem.network === undefined ? 2 : networkOf(problem.network(settings)).layout.dimension;
  return count < weights ? { kind: 'few', rows: count, weights } : null;
}
