// The way of the arrow keys through a network: up and down among the units of a column and among the weights of a layer,
// left and right from a unit to a weight and on to the next unit.

import { type Layout, placeOfWeight } from '../training/network/layout.ts';
import type { NetworkPart, UnitPart } from './networkPlan.ts';

export type NetworkKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

const keys: readonly string[] = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
] satisfies NetworkKey[];

export const isNetworkKey = (key: string): key is NetworkKey => keys.includes(key);

/** The part that a key goes to from `part`; `part` itself where the picture ends. */
export const nextPart = (layout: Layout, part: NetworkPart, key: NetworkKey): NetworkPart =>
  part.kind === 'unit' ? fromUnit(layout, part, key) : fromWeight(layout, part.index, key);

function fromUnit({ sizes, layers }: Layout, part: UnitPart, key: NetworkKey): NetworkPart {
  const { column, unit } = part;
  const last = sizes[column] - 1;
  const at = (place: number): NetworkPart => ({ kind: 'unit', column, unit: Math.max(0, Math.min(last, place)) });
  if (key === 'ArrowUp') return at(unit - 1);
  if (key === 'ArrowDown') return at(unit + 1);
  if (key === 'Home') return at(0);
  if (key === 'End') return at(last);
  const layer = key === 'ArrowRight' ? layers[column] : layers[column - 1];
  if (layer === undefined) return part;
  const index = key === 'ArrowRight' ? layer.weights + unit : layer.weights + unit * layer.inputs;
  return { kind: 'weight', index };
}

function fromWeight(layout: Layout, index: number, key: NetworkKey): NetworkPart {
  const { layer, unit, input } = placeOfWeight(layout, index);
  if (key === 'ArrowRight' || (key === 'ArrowLeft' && input === null)) return { kind: 'unit', column: layer + 1, unit };
  if (key === 'ArrowLeft') return { kind: 'unit', column: layer, unit: input ?? 0 };
  const order = weightsOfLayer(layout, layer);
  const last = order.length - 1;
  const place = order.indexOf(index);
  const next = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: last }[key];
  return { kind: 'weight', index: order[Math.max(0, Math.min(last, next))] };
}

/** The indices of a layer, unit by unit: its weights, then its bias. */
export function weightsOfLayer({ layers }: Layout, layer: number): readonly number[] {
  const { inputs, units, weights, biases } = layers[layer];
  return Array.from({ length: units }, (_, unit) => [
    ...Array.from({ length: inputs }, (_, input) => weights + unit * inputs + input),
    biases + unit,
  ]).flat();
}
