// The weights of a network as marks: lines as wide as the weights are large, their sign told by colour and by dashes, the
// update as a halo around them, and what is watched or pointed at.

import type { Vector } from '../training/vector.ts';
import { type Mark, type ShapeMark, tickSize } from './marks.ts';
import type { Progress } from './networkPhase.ts';
import type { NetworkPart, NetworkPlan } from './networkPlan.ts';
import type { ColourName } from './palette.ts';
import { discShape, lineShape } from './shape.ts';
import type { Segment } from './viewport.ts';

/** What the widths of lines stand for. */
export interface EdgeScale {
  /** The weight whose line is the widest, a round number not below any of them. */
  readonly weight: number;
  /** By how much wider an update is drawn than a weight: 1, 2, or 5 times a power of ten; 0 where nothing moves. */
  readonly updateFactor: number;
}

/** How much wider than the widest line the halo of the largest update is at most. */
const widestHalo = 1.5;

export function edgeScale(weights: Vector, update: Vector | null): EdgeScale {
  const weight = roundUp(largestOf(weights)) || 1;
  const moved = update === null ? 0 : largestOf(update);
  const factor = (widestHalo * weight) / moved;
  return { weight, updateFactor: moved > 0 && Number.isFinite(factor) ? roundDown(factor) : 0 };
}

/** Pixels of the widest line. */
export const widestLine = ({ side }: Pick<NetworkPlan, 'side'>): number => Math.max(2.5, Math.min(7, 0.16 * side));

function largestOf(vector: Vector): number {
  let largest = 0;
  for (const value of vector) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  return largest;
}

const roundSteps = [1, 2, 5, 10];

/** The next 1, 2, or 5 times a power of ten; 0 for 0. */
function roundUp(value: number): number {
  if (value === 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return exact((roundSteps.find((step) => step >= (value / power) * (1 - 1e-9)) ?? 10) * power);
}

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return exact((roundSteps.findLast((step) => step <= (value / power) * (1 + 1e-9)) ?? 1) * power);
}

const exact = (value: number): number => Number(value.toPrecision(1));

export interface EdgeState {
  readonly weights: Vector;
  /** Null where the picture shows none. */
  readonly update: Vector | null;
  readonly progress: Progress;
  readonly watched: ReadonlySet<number>;
  /** What the pointer or the keyboard is at. */
  readonly pointed: NetworkPart | null;
}

const dimmed = 0.22;
/** The thinnest line. */
const least = 0.5;

export function edgeMarks(plan: NetworkPlan, { weight, updateFactor }: EdgeScale, state: EdgeState): readonly Mark[] {
  const { lines, layout } = plan;
  const perWeight = widestLine(plan) / weight;
  const { weights, update, progress, watched, pointed } = state;
  const [under, halos, edges]: ShapeMark[][] = [[], [], []];
  for (const [layer, { weights: from, biases, end }] of layout.layers.entries()) {
    const reached = isReached(layer, progress) ? 1 : dimmed;
    for (let index = from; index < end; index++) {
      const value = weights[index];
      if (!Number.isFinite(value)) continue;
      const line = lines[index];
      const width = Math.max(least, perWeight * Math.abs(value));
      const isPointed = pointed?.kind === 'weight' && pointed.index === index;
      if (watched.has(index)) under.push(...rimOf(line, width + 2.5, 'weights', `watched ${index}`));
      if (isPointed) under.push(...rimOf(line, width + (watched.has(index) ? 6 : 2.5), 'focus', `pointed ${index}`));
      if (update !== null)
        halos.push(...haloOf(line, width, perWeight * updateFactor * Math.abs(update[index]), update[index]));
      edges.push(...edgeOf(line, value, width, reached * strengthOf(value, weight), index >= biases));
    }
  }
  return [...under, ...halos, ...edges];
}

/** Forward light goes up through the layers, backward light down; before and after, all lines are alike. */
const isReached = (layer: number, { lit, valuesBelow, deltasFrom }: Progress): boolean =>
  lit === null || (deltasFrom > lit ? layer < valuesBelow : layer >= deltasFrom);

/** Lines of weights near zero are fainter as well: among many they would hide the others. */
const strengthOf = (value: number, weight: number): number => 0.35 + 0.65 * Math.min(1, (4 * Math.abs(value)) / weight);

const colourOf = (value: number): ColourName => (value < 0 ? 'negative' : 'positive');

/** Below zero a line is dashed, the dashes longer than the gaps and both longer on wider lines. */
const dashOf = (value: number, width: number): { readonly dash?: readonly number[] } =>
  value < 0 ? { dash: [3 + 1.5 * width, 2 + width] } : {};

function edgeOf(line: Segment, value: number, width: number, opacity: number, isBias: boolean): readonly ShapeMark[] {
  const colour = colourOf(value);
  const edge: ShapeMark = {
    ...{ kind: 'shape', shape: lineShape(line), stroke: colour, width, opacity },
    ...(isBias ? {} : dashOf(value, width)),
  };
  if (!isBias) return [edge];
  // Where a stub is too short for dashes its end tells the sign: filled above zero, hollow below.
  const end = discShape(line[0], line[1], 1.6 + width / 2);
  const fill = value < 0 ? 'paper' : colour;
  return [edge, { kind: 'shape', shape: end, fill, stroke: colour, width: 1.2, opacity: Math.max(opacity, dimmed) }];
}

function haloOf(line: Segment, width: number, added: number, update: number): readonly ShapeMark[] {
  if (!(added > 0.05)) return [];
  const shape = lineShape(line);
  const wide = width + added;
  return [
    { kind: 'shape', shape, stroke: 'update', width: wide, opacity: 0.5, ...dashOf(update, 2), quantity: 'update' },
  ];
}

/** Two fine lines along both sides. */
const rimOf = (line: Segment, inner: number, stroke: ColourName, id: string): readonly ShapeMark[] => [
  { kind: 'shape', shape: lineShape(line), stroke, width: inner + 3, hasRoundEnds: true, id },
  { kind: 'shape', shape: lineShape(line), stroke: 'paper', width: inner, hasRoundEnds: true },
];

/** The names of watched weights along their lines, one after the other at different places; of many only the first. */
export function watchedLabels(
  { lines, gap }: NetworkPlan,
  watched: readonly number[],
  nameOf: (index: number) => string,
  measure: (text: string) => number,
): readonly Mark[] {
  return watched.slice(0, mostLabelled).flatMap((index, place): readonly Mark[] => {
    const text = nameOf(index);
    if (measure(text) > gap) return [];
    const [x1, y1, x2, y2] = lines[index];
    const share = labelShares[place % labelShares.length];
    const at = { x: x1 + share * (x2 - x1), y: y1 + share * (y2 - y1) };
    const look = { anchor: 'middle', colour: 'weights', halo: 'paper', size: tickSize, isBold: true } as const;
    return [{ kind: 'text', text, ...at, ...look, quantity: 'weights' }];
  });
}

const mostLabelled = 8;
const labelShares = [0.5, 0.36, 0.64, 0.28];
