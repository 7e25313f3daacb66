// The columns of the batch table: what each holds, in which phase it is computed, and which quantity it is.

import type { Phase } from '../../lab/store.ts';
import type { Examples } from '../../training/examples.ts';
import { models } from '../../training/models/index.ts';
import { resolvePair } from '../../training/run/configuration.ts';
import type { RunConfig, StepDetail } from '../../training/run/run.ts';
import type { Quantity } from '../quantity.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { StepText } from './words.ts';

export interface BatchColumn {
  readonly id: string;
  readonly title: string;
  /** The phase that computes it. */
  readonly phase: Phase;
  readonly quantity: Quantity;
  value(detail: StepDetail, examples: Examples, row: number): number;
  /** What stands in the last row: the number that the rest of the page shows, not a mean taken here. */
  mean?(detail: StepDetail): number;
}

/** An example's gradient by the chain rule, for one weight. */
export const exampleGradient = ({ byPrediction, byW1, byW2 }: StepDetail, row: number, place: 0 | 1): number =>
  byPrediction[row] * (place === 0 ? byW1 : byW2)[row];

interface Words {
  readonly step: StepText;
  readonly plots: Catalogue['plots'];
}

export function batchColumns(config: Pick<RunConfig, 'problem' | 'settings'>, words: Words): BatchColumn[] {
  return [...sampledColumns(config, words), ...computedColumns(words)];
}

/** The inputs that the model reads, and the target where there is one. */
function sampledColumns(
  { problem: id, settings }: Pick<RunConfig, 'problem' | 'settings'>,
  { plots, step }: Words,
): BatchColumn[] {
  const { model } = resolvePair({ problem: id, settings });
  const column = (name: 'x1' | 'x2' | 'y', title: string): BatchColumn => ({
    id: name,
    title,
    phase: 'sample',
    quantity: 'batch',
    value: ({ batch }, examples, row) => examples[name][batch[row]],
  });
  const inputs = model.features === 1 ? [column('x1', plots.x)] : [column('x1', plots.x1), column('x2', plots.x2)];
  // A point that pulls the weights is input and target in one.
  return model === models.location ? inputs : [...inputs, column('y', step.target)];
}

function computedColumns({ step }: Words): BatchColumn[] {
  return [
    {
      id: 'prediction',
      title: step.prediction,
      phase: 'forward',
      quantity: 'batch',
      value: ({ prediction }, _examples, row) => prediction[row],
    },
    {
      id: 'loss',
      title: step.loss,
      phase: 'loss',
      quantity: 'batch',
      value: ({ loss }, _examples, row) => loss[row],
      mean: ({ batchLoss }) => batchLoss,
    },
    {
      id: 'byPrediction',
      title: step.byPrediction,
      phase: 'backward',
      quantity: 'example-gradient',
      value: ({ byPrediction }, _examples, row) => byPrediction[row],
    },
    {
      id: 'byW1',
      title: step.byW1,
      phase: 'backward',
      quantity: 'example-gradient',
      value: ({ byW1 }, _examples, row) => byW1[row],
    },
    {
      id: 'byW2',
      title: step.byW2,
      phase: 'backward',
      quantity: 'example-gradient',
      value: ({ byW2 }, _examples, row) => byW2[row],
    },
    ...([0, 1] as const).map(
      (place): BatchColumn => ({
        id: place === 0 ? 'gradient1' : 'gradient2',
        title: place === 0 ? step.gradient1 : step.gradient2,
        phase: 'backward',
        quantity: 'example-gradient',
        value: (detail, _examples, row) => exampleGradient(detail, row, place),
        mean: ({ gradient }) => gradient[place],
      }),
    ),
  ];
}
