// The next point: a step is minus the rate times the mean gradient of the batch, no more.

import type { Point } from '../../training/vector.ts';
import { firstLesson } from './firstLesson.ts';
import { defineLesson } from './lesson.ts';

interface Truth {
  readonly start: Point;
  readonly gradient: Point;
  readonly update: Point;
  readonly next: Point;
  /** The mean point of the batch. */
  readonly mean: Point;
}

const between = ([a, b]: Point, [c, d]: Point): number => Math.sqrt((c - a) * (c - a) + (d - b) * (d - b));

/** How far along the way from the start to the batch's mean point a point lies, as a share. */
function shareOf([x, y]: Point, { start, mean }: Truth): number {
  const [acrossX, acrossY] = [mean[0] - start[0], mean[1] - start[1]];
  return ((x - start[0]) * acrossX + (y - start[1]) * acrossY) / (acrossX * acrossX + acrossY * acrossY);
}

export const lesson = defineLesson<'place', Truth>({
  key: firstLesson.key,
  settings: `problem=${firstLesson.problem}`,
  form: { kind: 'place' },
  truth(experiments, { config, hyperparameters }) {
    const trainer = experiments.begin(config);
    const { weights, gradient, update } = trainer.preview(0, hyperparameters);
    const pair = ([x, y]: ArrayLike<number> & Iterable<number>): Point => [x, y];
    const [start, slope, step] = [pair(weights), pair(gradient), pair(update)];
    return {
      start,
      gradient: slope,
      update: step,
      next: [start[0] + step[0], start[1] + step[1]],
      // The gradient is 2 (w - mean).
      mean: [start[0] - slope[0] / 2, start[1] - slope[1] / 2],
    };
  },
  outcome: ({ next }) => next,
  features: (point, truth) => ({
    // Within 30 degrees of the way the step goes: the share along it against the whole distance.
    direction: shareOf(point, truth) * between(truth.start, truth.mean) > 0.866 * between(truth.start, point),
    length: Math.abs(between(truth.start, point) / between(truth.start, truth.next) - 1) <= 0.2,
    nearIt: between(point, truth.next) <= 0.2 * between(truth.start, truth.next),
  }),
  figures: (truth, point) => ({
    gradient: truth.gradient,
    update: truth.update,
    next: truth.next,
    share: shareOf(truth.next, truth),
    ...(point !== null && { ownShare: shareOf(point, truth) }),
  }),
  observations: (truth) => {
    const share = shareOf(truth.next, truth);
    return { part: share > 0.05 && share < 0.95, whole: Math.abs(share - 1) <= 0.05, nothing: share <= 0.05 };
  },
  reasons: { rate: null, minimum: 'the step goes to the minimum', nearest: 'the nearest example decides' },
  change: 'learningRate=0.5',
  claim: { holds: (truth) => Math.abs(shareOf(truth.next, truth) - 0.2) < 1e-9 },
});
