// The columns of the batch table: what each holds, in which phase it is computed, and which quantity it is.

import { networkIn } from '../../lab/network.ts';
import { models } from '../../training/models/index.ts';
import { classesOf } from '../../training/ownData/ownData.ts';
import { resolvePair, resolveProblem } from '../../training/run/configuration.ts';
import type { RunConfig, StepDetail } from '../../training/run/run.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { BatchColumn } from './batchColumn.ts';
import { outputColumns, watchedColumns } from './watchedColumns.ts';
import type { StepText } from './words.ts';

/** An example's gradient by the chain rule, for one weight. */
export const exampleGradient = ({ byPrediction, byW1, byW2 }: StepDetail, row: number, place: 0 | 1): number =>
  byPrediction[row] * (place === 0 ? byW1 : byW2)[row];

interface Words {
  readonly step: StepText;
  readonly plots: Catalogue['plots'];
}

type Choice = Pick<RunConfig, 'problem' | 'settings' | 'data'>;

/** @param watched the weights of a network whose gradients are taken apart; of two weights it is always both */
export function batchColumns(config: Choice, words: Words, watched: readonly number[] = []): readonly BatchColumn[] {
  const network = networkIn(config);
  if (network === null) return [...sampledColumns(config, words), ...computedColumns(words)];
  const { problem } = resolveProblem(config);
  const features = problem.network === undefined ? 1 : problem.data.features;
  const classNames = config.data?.classes ?? [];
  return [
    ...namedColumns([...featureColumns(features, words), targetColumn(words)], config),
    ...outputColumns(network, words.step, classNames),
    ...watchedColumns(network, watched),
  ];
}

/** The inputs that the model reads, and the target where there is one. */
function sampledColumns(config: Choice, words: Words): readonly BatchColumn[] {
  const { model } = resolvePair(config);
  const inputs = featureColumns(model.features, words);
  // A point that pulls the weights is input and target in one.
  return namedColumns(model === models.location ? inputs : [...inputs, targetColumn(words)], config);
}

/** The same with what the reader's own columns, and classes, are called. */
function namedColumns(columns: readonly BatchColumn[], { data }: Choice): readonly BatchColumn[] {
  if (data === undefined) return columns;
  const { names = [], classes } = data;
  return columns.map((column, place) => {
    const ownName = names[column.id === 'y' ? data.x[0].length : place];
    const isOfClass = column.id === 'y' && classes !== undefined && classesOf(data) > 0;
    return { ...column, ...(ownName && { ownName }), ...(isOfClass && { classNames: classes }) };
  });
}

const exampleColumn = (name: 'x1' | 'x2' | 'y', title: string): BatchColumn => ({
  ...{ id: name, title, phase: 'sample', quantity: 'batch' },
  value: ({ batch }, examples, row) => examples[name][batch[row]],
});

const featureColumns = (features: 1 | 2, { plots }: Words): readonly BatchColumn[] =>
  features === 1 ? [exampleColumn('x1', plots.x)] : [exampleColumn('x1', plots.x1), exampleColumn('x2', plots.x2)];

const targetColumn = ({ step }: Words): BatchColumn => exampleColumn('y', step.target);

function computedColumns({ step }: Words): readonly BatchColumn[] {
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
        update: ({ update }) => update[place],
      }),
    ),
  ];
}
