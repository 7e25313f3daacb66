// Whether the weights go round a place without getting on: over three stretches of at least two epochs each their mean stays
// where it is, in every direction, compared with how far they stray there.

import { trainingCount } from '../training/run/configuration.ts';
import type { Hyperparameters, RunConfig, StepDetail } from '../training/run/run.ts';
import { updatesOf } from './epochs.ts';
import type { History } from './history.ts';
import { hasLayers } from './network.ts';

/** Steps of a stretch at least, and rows that are looked at in one at most. */
const leastSteps = 40;
const mostRows = 200;

/** The farthest that the mean may move from stretch to stretch, in standard deviations along the direction of its move. */
const farthest = 0.5;

interface Run {
  readonly config: RunConfig;
  readonly hyperparameters: Hyperparameters;
}

type Log = Pick<History, 'path' | 'edits' | 'stride'>;

export function isCircling({ config, hyperparameters }: Run, { step, batch }: StepDetail, history: Log): boolean {
  const { schedule, batchSize } = hyperparameters;
  const isSteady = schedule.kind === 'constant' && schedule.warmup === 0 && !hyperparameters.forgetZeroGrad;
  // Of a network its log cannot tell: over 20 seeds most losses without a trend, and many means of weights that stay where
  // they are, were a plateau that the run left later. Where all examples are in the batch, or their order is always the
  // same, nothing is noise.
  const count = trainingCount(config);
  const isNoisy = config.sampling === 'replacement' || (config.sampling === 'reshuffle' && batch.length < count);
  if (hasLayers(config) || !isSteady || !isNoisy) return false;
  const perEpoch = updatesOf(count, { batchSize, accumulate: hyperparameters.accumulate ?? 1 }, config.dropLast);
  const length = Math.max(leastSteps, 2 * perEpoch);
  const since = history.edits.at(-1)?.step ?? 0;
  const { path, stride } = history;
  if (step - 3 * length < since || length / stride < leastSteps) return false;
  const stretches = [0, 1, 2].map((age) => cloudOf(path, (step - age * length) / stride, length / stride));
  const [now, before, earlier] = stretches;
  return isStill(now, before) && isStill(before, earlier) && isStill(now, earlier);
}

interface Cloud {
  readonly x: number;
  readonly y: number;
  /** Variances and covariance. */
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** Of the rows (end - length, end]. */
function cloudOf(path: Log['path'], end: number, length: number): Cloud {
  const [xs, ys] = [path.x, path.y];
  const last = Math.min(Math.floor(end), path.rows - 1);
  const pace = Math.max(1, Math.floor(length / mostRows));
  const rows: number[] = [];
  for (let row = last; row > last - length && row >= 0; row -= pace) rows.push(row);
  const mean = (of: (row: number) => number): number => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const [x, y] = [mean((row) => xs[row]), mean((row) => ys[row])];
  return {
    x,
    y,
    xx: mean((row) => (xs[row] - x) ** 2),
    xy: mean((row) => (xs[row] - x) * (ys[row] - y)),
    yy: mean((row) => (ys[row] - y) ** 2),
  };
}

/** Whether the means of two clouds are close in every direction, by the spread of the later: dᵀ C⁻¹ d < farthest². */
function isStill({ x, y, xx, xy, yy }: Cloud, before: Cloud): boolean {
  const [dx, dy] = [x - before.x, y - before.y];
  const determinant = xx * yy - xy * xy;
  // Weights that move along one line only, or not at all, do not go round.
  if (!(determinant > 1e-9 * xx * yy)) return false;
  return yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy < farthest * farthest * determinant;
}
