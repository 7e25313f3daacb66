// The columns of the log that tell how large the numbers of each layer were.

import type { StripRows, StripSeries } from '../../drawing/layerStrips.ts';
import type { ColourName } from '../../drawing/palette.ts';
import type { History } from '../../lab/history.ts';
import type { LabState } from '../../lab/store.ts';
import type { Network } from '../../training/network/network.ts';
import type { LayerQuantity } from '../../training/run/log.ts';
import type { NetworkText } from './words.ts';

/** What the strips show, in the order of a step; the last is the update's size by that of the weights. */
export const stripQuantities = ['activation', 'delta', 'gradient', 'update', 'ratio'] as const;
export type StripQuantity = (typeof stripQuantities)[number];

const colours: Readonly<Record<StripQuantity, ColourName>> = {
  activation: 'prediction',
  delta: 'example-gradient',
  gradient: 'batch-gradient',
  update: 'update',
  ratio: 'weights',
};

/** Null where the log holds no steps of this network. */
export function stripRows(
  { stepCount, cursor }: Pick<LabState, 'stepCount' | 'cursor'>,
  history: History,
  { layout }: Network,
  words: NetworkText,
): StripRows | null {
  if (history.rows === 0 || history.layout.layers !== layout.layers.length) return null;
  const column = (quantity: LayerQuantity, layer: number): Float64Array =>
    history.column(`${quantity}Size${layer + 1}`);
  const numbers = (quantity: StripQuantity, layer: number): Float64Array => {
    if (quantity !== 'ratio') return column(quantity, layer);
    const weights = column('weights', layer);
    return column('update', layer).map((size, row) => size / weights[row]);
  };
  const series = stripQuantities.map(
    (quantity): StripSeries => ({
      title: words.strips[quantity],
      colour: colours[quantity],
      layers: layout.layers.map((_, layer) => numbers(quantity, layer)),
    }),
  );
  const names = layout.layers.map((_, layer) => String(layer + 1));
  return { series, stride: history.stride, count: stepCount, cursor, names };
}
