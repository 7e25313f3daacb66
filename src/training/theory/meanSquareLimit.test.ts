// The limit of the mini-batch: below it the second moment of many runs stays bounded, beyond it it grows. Plain steps with
// real examples drawn with replacement, in a loop of their own, since thousands of runs are needed.
//
// Few runs carry most of a second moment, so few that 4,000 plain runs miss them. After every step the runs are therefore
// drawn anew, each as often as its share of the second moment: what the moment grew by is then the mean over them all.

import { describe, expect, it } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import { meanOfRows, minimumOf, quadraticRows, quadraticStride } from '../objective/quadratic.ts';
import { present } from '../present.ts';
import type { ProblemId } from '../problems/index.ts';
import { Random } from '../random.ts';
import { generateExamples, resolvePair } from '../run/configuration.ts';
import type { Weights } from '../vector.ts';
import { largestStableRate } from './noiseFloor.ts';

const seeds = 4000;
const [settling, steps] = [15, 45];

interface Draws {
  readonly rows: Float64Array;
  readonly minimum: Weights;
  readonly rate: number;
  readonly batchSize: number;
}

/** One step of a run that stands so far from the minimum; returns the square of its new distance. */
function step({ rows, minimum, rate, batchSize }: Draws, random: Random, away: Float64Array, run: number): number {
  const count = rows.length / quadraticStride;
  const [w1, w2] = [minimum[0] + away[2 * run], minimum[1] + away[2 * run + 1]];
  let [g1, g2] = [0, 0];
  for (let draw = 0; draw < batchSize; draw++) {
    const at = quadraticStride * random.below(count);
    g1 += rows[at] * w1 + rows[at + 1] * w2 - rows[at + 3];
    g2 += rows[at + 1] * w1 + rows[at + 2] * w2 - rows[at + 4];
  }
  away[2 * run] -= (2 * rate * g1) / batchSize;
  away[2 * run + 1] -= (2 * rate * g2) / batchSize;
  return away[2 * run] * away[2 * run] + away[2 * run + 1] * away[2 * run + 1];
}

/** By what one step multiplies the second moment of the distance from the minimum, far from it, in the long run. */
function growthOf(draws: Draws): number {
  const random = new Random(11);
  let away = Float64Array.from({ length: 2 * seeds }, () => random.uniform(-1e6, 1e6));
  let growth = 0;
  for (let at = 0; at < steps; at++) {
    const before = away.reduce((sum, part) => sum + part * part, 0);
    const squares = Float64Array.from({ length: seeds }, (_, run) => step(draws, random, away, run));
    const square = squares.reduce((sum, one) => sum + one, 0);
    if (at >= settling) growth += Math.log(square / before);
    away = drawnAnew(away, squares, square, random);
  }
  return Math.exp(growth / (steps - settling));
}

/** As many runs, each as often as its share, all at one distance: the mean square stays what it was. */
function drawnAnew(away: Float64Array, squares: Float64Array, sum: number, random: Random): Float64Array<ArrayBuffer> {
  const next = new Float64Array(2 * seeds);
  const first = random.uniform(0, 1);
  const distance = 1e6;
  let [passed, run] = [squares[0], 0];
  for (let place = 0; place < seeds; place++) {
    while (passed < ((place + first) * sum) / seeds && run < seeds - 1) passed += squares[++run];
    const length = Math.sqrt(squares[run]);
    next[2 * place] = (distance * away[2 * run]) / length;
    next[2 * place + 1] = (distance * away[2 * run + 1]) / length;
  }
  return next;
}

describe.each<ProblemId>(['line-fit', 'tug-of-war', 'rotated-valley'])('in %s', (problem) => {
  const config = { ...defaultConfig(problem, 'sgd'), sampling: 'replacement' } as const;
  const examples = generateExamples(config);
  const rows = present(quadraticRows(resolvePair(config), examples) ?? undefined);
  const minimum = present(minimumOf(meanOfRows(rows)) ?? undefined);

  it.each([1, 2, 4, 8])('with batches of %s the second moment shrinks below it and grows beyond', (batchSize) => {
    const hyperparameters = { ...defaultHyperparameters(problem, 'sgd'), batchSize };
    const limit = present(largestStableRate(config, hyperparameters, examples) ?? undefined);
    const [below, beyond] = [0.97, 1.05].map((share) => growthOf({ rows, minimum, rate: share * limit, batchSize }));
    expect(below).toBeLessThan(1);
    expect(beyond).toBeGreaterThan(1);
  });
});
