// Which layer learns first: on its way back through sigmoids the gradient shrinks, so the layer at the end moves most.

import type { FieldValues } from '../../training/field.ts';
import type { Experiments } from '../../training/studies/experiments.ts';
import { defineLesson, type LessonRun } from './lesson.ts';

const layers = [1, 2, 3, 4, 5] as const;

interface Truth {
  /** How far a weight of each layer moves in the first step, as a root mean square; the outputs are the last layer. */
  readonly moves: readonly number[];
  /** The same with tanh units and Xavier's first weights. */
  readonly tanh: readonly number[];
}

function firstMoves(experiments: Experiments, { config, hyperparameters }: LessonRun, settings: FieldValues) {
  const own = { ...config, settings: { ...config.settings, ...settings } };
  const { column } = experiments.course({ config: own, hyperparameters, steps: 1 });
  return layers.map((layer) => column(`updateSize${layer}`)[0]);
}

const [first, last] = [0, layers.length - 1];

function farthest({ moves }: Truth): string {
  const most = moves.indexOf(Math.max(...moves));
  const isAlike = Math.max(...moves) < 2 * Math.min(...moves);
  if (isAlike) return 'alike';
  return most === first ? 'first' : most === last ? 'last' : 'middle';
}

export const lesson = defineLesson<'choose', Truth>({
  key: 'which-layer-learns-first',
  settings: 'problem=circles&layers=8,8,8,8&activation=sigmoid&batchSize=200',
  steps: 1,
  form: { kind: 'choose', options: ['first', 'middle', 'last', 'alike'] },
  truth: (experiments, run) => ({
    moves: firstMoves(experiments, run, {}),
    tanh: firstMoves(experiments, run, { activation: 'tanh', initial: 'xavier' }),
  }),
  outcome: farthest,
  features: (option, truth) => ({
    layer: option === farthest(truth),
    differ: (option === 'alike') === (farthest(truth) === 'alike'),
  }),
  figures: ({ moves, tanh }) => ({ moves, times: moves[last] / moves[first], tanh }),
  observations: (truth) => {
    const layer = farthest(truth);
    return { last: layer === 'last', first: layer === 'first', other: layer !== 'last' && layer !== 'first' };
  },
  reasons: { product: null, data: 'layers near the data learn first', shared: 'the error is shared out evenly' },
  change: 'activation=tanh&initial=xavier',
  claim: {
    holds: ({ moves, tanh }) =>
      moves[last] === Math.max(...moves) && moves[last] > 50 * moves[first] && tanh[last] < 10 * tanh[first],
  },
});
