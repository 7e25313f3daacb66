// The columns of the batch table for a network: inputs and targets, outputs and loss, and for every watched weight what its
// gradient is made of: delta of its unit times the value at its input.

import { nameOfWeight, placeOfWeight } from '../../training/network/layout.ts';
import type { Network } from '../../training/network/network.ts';
import type { StepDetail } from '../../training/run/run.ts';
import type { BatchColumn } from './batchColumn.ts';
import type { StepText } from './words.ts';

const lastOf = ({ layout }: Network): number => layout.layers.length - 1;

/** What the network predicts for an example, and its loss. */
export function outputColumns(network: Network, step: StepText, classNames: readonly string[]): readonly BatchColumn[] {
  const predictions = Array.from({ length: network.outputs }, (_, k): BatchColumn => {
    const isOnly = network.outputs === 1;
    return {
      id: isOnly ? 'prediction' : `prediction${k + 1}`,
      title: isOnly ? step.prediction : `p${k + 1}`,
      ...(!isOnly && classNames[k] && { ownName: classNames[k] }),
      ...{ phase: 'forward', layer: lastOf(network), quantity: 'batch' },
      value: ({ prediction, batch }, _examples, row) => prediction[k * batch.length + row],
    };
  });
  return [
    ...predictions,
    {
      ...{ id: 'loss', title: step.loss, phase: 'loss', quantity: 'batch' },
      value: ({ loss }, _examples, row) => loss[row],
      mean: ({ batchLoss }) => batchLoss,
    },
  ];
}

/** Delta, the value at the input, and their product, for each watched weight; a bias's gradient is delta itself. */
export const watchedColumns = (network: Network, watched: readonly number[]): readonly BatchColumn[] =>
  watched.flatMap((index) => {
    const of = nameOfWeight(network.layout, index);
    return [...factorColumns(network, index), productColumn(network, index)].map((column) => ({ ...column, of }));
  });

function factorColumns({ layout, spec }: Network, index: number): readonly BatchColumn[] {
  const { layer, unit, input } = placeOfWeight(layout, index);
  if (input === null) return [];
  const delta: BatchColumn = {
    ...{ id: `delta${index}`, title: `δ${layer + 1}[${unit + 1}]`, quantity: 'example-gradient' },
    ...{ phase: 'backward', layer },
    value: ({ network }, _examples, row) => network?.layers[layer].delta[unit * network.count + row] ?? Number.NaN,
  };
  const activation: BatchColumn = {
    ...{ id: `activation${index}`, title: layer === 0 ? spec.inputs[input] : `a${layer}[${input + 1}]` },
    ...(layer === 0 ? { phase: 'sample' } : { phase: 'forward', layer: layer - 1 }),
    quantity: 'batch',
    value({ network }, _examples, row) {
      if (network === null) return Number.NaN;
      const below = layer === 0 ? network.inputs : network.layers[layer - 1].value;
      return below[input * network.count + row];
    },
  };
  return [delta, activation];
}

function productColumn({ layout }: Network, index: number): BatchColumn {
  const { layer, unit, input } = placeOfWeight(layout, index);
  const name = nameOfWeight(layout, index);
  return {
    id: `gradient${index}`,
    title: input === null ? `∂ℓ/∂${name} = δ${layer + 1}[${unit + 1}]` : `∂ℓ/∂${name}`,
    ...{ phase: 'backward', layer, quantity: 'example-gradient' },
    value: ({ network }, _examples, row) => network?.exampleGradients[row * layout.dimension + index] ?? Number.NaN,
    mean: ({ gradient }) => gradient[index],
    update: ({ update }: StepDetail) => update[index],
  };
}
