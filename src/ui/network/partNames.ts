// What the parts of a network are called.

import type { NetworkPart, UnitPart } from '../../drawing/networkPlan.ts';
import { type Layout, nameOfWeight, placeOfWeight } from '../../training/network/layout.ts';
import type { Network } from '../../training/network/network.ts';
import type { NetworkText } from './words.ts';

/** `input x1`, `unit 2 of layer 1`, `output 1`. */
export function nameOfUnit(
  { spec, layout }: Network,
  { column, unit }: Omit<UnitPart, 'kind'>,
  words: NetworkText,
): string {
  if (column === 0) return words.input(spec.inputs[unit]);
  if (column < layout.sizes.length - 1) return words.unit({ unit: String(unit + 1), layer: String(column) });
  return layout.sizes[column] === 1 ? words.onlyOutput : words.output(String(unit + 1));
}

/** The ends of a weight by name; a bias comes from nowhere. */
export function endsOfWeight(
  network: Network,
  index: number,
  words: NetworkText,
): { readonly from: string | null; readonly to: string } {
  const { layer, unit, input } = placeOfWeight(network.layout, index);
  return {
    from: input === null ? null : nameOfUnit(network, { column: layer, unit: input }, words),
    to: nameOfUnit(network, { column: layer + 1, unit }, words),
  };
}

/** `W1[2,1], weight from input x1 to unit 2 of layer 1`. */
export function nameOfPart(network: Network, part: NetworkPart, words: NetworkText): string {
  if (part.kind === 'unit') return nameOfUnit(network, part, words);
  const name = nameOfWeight(network.layout, part.index);
  const { from, to } = endsOfWeight(network, part.index, words);
  return from === null ? words.bias({ name, to }) : words.weight({ name, from, to });
}

/** The weight that a part stands for when it is to be watched: itself, or a unit's bias; inputs have none. */
export function weightOfPart({ layers }: Layout, part: NetworkPart): number | null {
  if (part.kind === 'weight') return part.index;
  return part.column === 0 ? null : layers[part.column - 1].biases + part.unit;
}
