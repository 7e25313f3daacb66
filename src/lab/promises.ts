// What the sentence on a problem promises, as a change of the run: pressing the phrase in the sentence makes it.

import { withDefaults } from '../training/field.ts';
import type { OptimizerId } from '../training/optimizers/index.ts';
import type { Problem, ProblemSettings } from '../training/problem.ts';
import { type ProblemId, problems } from '../training/problems/index.ts';
import { trainingCount } from '../training/run/configuration.ts';
import type { RunConfig } from '../training/run/run.ts';
import type { Weights } from '../training/vector.ts';
import { defaultOptimizer } from './defaults.ts';
import { configured } from './otherRun.ts';
import type { LabState } from './store.ts';

/** What is changed; all else stays as it is. */
export interface Promised {
  readonly settings?: ProblemSettings;
  readonly noise?: number;
  readonly start?: Weights;
  readonly optimizer?: OptimizerId;
  readonly batchSize?: number | 'all';
}

export const promises = {
  lineStandardised: { problem: 'line-fit', change: { settings: { standardised: true } } },
  clustersParted: { problem: 'logistic-regression', change: { settings: { margin: 4 }, noise: 0.5 } },
  saddleStart: { problem: 'two-layer-product', change: { start: [0, 0] } },
  otherStart: { problem: 'sine-fit', change: { start: [1.6, 0.2] } },
  smallBatches: { problem: 'gaussian-wells', change: { batchSize: 2 } },
  allInBatch: { problem: 'gaussian-wells', change: { batchSize: 'all' } },
  deadStart: { problem: 'relu-neuron', change: { start: [0.4, -1.4] } },
  neuronSquared: { problem: 'sigmoid-neuron', change: { settings: { loss: 'mse' } } },
  neuronEntropy: { problem: 'sigmoid-neuron', change: { settings: { loss: 'bce' } } },
  twinStart: { problem: 'tanh-neuron', change: { start: [-1.2, 1.6] } },
  outlierSquared: { problem: 'outlier', change: { settings: { loss: 'mse' } } },
  outlierAbsolute: { problem: 'outlier', change: { settings: { loss: 'mae' } } },
  outlierHuber: { problem: 'outlier', change: { settings: { loss: 'huber' } } },
  valleyTurned: { problem: 'rotated-valley', change: { settings: { rotation: 75 } } },
  valleyAdam: { problem: 'rotated-valley', change: { optimizer: 'adam' } },
  circlesStraight: { problem: 'circles', change: { settings: { layers: [] } } },
  xorProduct: { problem: 'xor', change: { settings: { layers: [], inputs: ['x1', 'x2', 'x1 x2'] } } },
  clustersStraight: { problem: 'three-clusters', change: { settings: { layers: [] } } },
} as const satisfies Record<string, { readonly problem: ProblemId; readonly change: Promised }>;

export type PromiseId = keyof typeof promises;

type Run = Pick<LabState, 'config' | 'hyperparameters' | 'view'>;

/** The run that keeps the promise, from the present one. */
export function kept(state: Run, { settings, batchSize, ...change }: Promised): Run {
  const { config } = state;
  const own: Partial<RunConfig> = {
    ...change,
    ...(settings !== undefined && { settings: { ...config.settings, ...settings } }),
  };
  const next = Object.keys(own).length > 0 ? configured(state, own) : state;
  if (batchSize === undefined) return next;
  const size = batchSize === 'all' ? trainingCount(next.config) : batchSize;
  return { ...next, hyperparameters: { ...next.hyperparameters, batchSize: size } };
}

/** Whether the run is as promised already. */
export function isKept(
  { config, hyperparameters }: Pick<Run, 'config' | 'hyperparameters'>,
  change: Promised,
): boolean {
  const { fields }: Problem = problems[config.problem];
  const settings = withDefaults(fields, config.settings);
  const size = change.batchSize === 'all' ? trainingCount(config) : change.batchSize;
  return (
    Object.entries(change.settings ?? {}).every(([name, value]) => String(settings[name]) === String(value)) &&
    (change.noise ?? config.noise) === config.noise &&
    (change.optimizer ?? config.optimizer) === config.optimizer &&
    (size ?? hyperparameters.batchSize) === hyperparameters.batchSize &&
    (change.start ?? config.start).every((value, index) => value === config.start[index])
  );
}

/** What the problem has by itself in place of what was promised. */
export function usualOf(problem: ProblemId, { settings, batchSize, ...change }: Promised): Promised {
  const own: Problem = problems[problem];
  const names = Object.keys(settings ?? {});
  return {
    ...(settings !== undefined && {
      settings: Object.fromEntries(
        own.fields.filter(({ name }) => names.includes(name)).map((field) => [field.name, field.default]),
      ),
    }),
    ...(change.noise !== undefined && { noise: own.defaults.noise }),
    ...(change.start !== undefined && { start: own.start(withDefaults(own.fields, {})) }),
    ...(change.optimizer !== undefined && { optimizer: defaultOptimizer }),
    ...(batchSize !== undefined && { batchSize: own.defaults.batchSize }),
  };
}
