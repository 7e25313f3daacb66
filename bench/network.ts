// A step of a network, recorded as the page records it, against straight-line loops written for that one network, and against
// a graph of units and links as objects; the batch's gradient alone; and the loss on a plane of weights.

import { surfaceGrids } from '../src/lab/surfaces.ts';
import { initialWeights } from '../src/training/network/initial.ts';
import { type NetworkObjective, networkObjective } from '../src/training/objective/networkObjective.ts';
import { Random } from '../src/training/random.ts';
import { allocateSteps } from '../src/training/run/log.ts';
import { setUp } from '../src/training/run/setup.ts';
import { Trainer } from '../src/training/run/trainer.ts';
import { objectGraph } from './networks/objects.ts';
import {
  batchSize,
  configOf,
  examples,
  type GradientOf,
  hyperparameters,
  type Learner,
  learn,
  learnAndRecord,
  order,
  steps,
} from './networks/steps.ts';
import { straightLarge, straightSmall } from './networks/straight.ts';
import type { BenchRow } from './row.ts';

/** The engine compiles what it will in the first rounds, which do not count. */
const warmUp = 15;
const rounds = 45;

/** The trainer as the page has it take steps: the network's loss, sizes, and weights of every one are written down. */
function recorded(layers: readonly number[]): Learner {
  const trainer = new Trainer();
  const config = configOf(layers);
  const { dimension, layers: places } = networkOf(layers);
  const buffer = allocateSteps({ dimension, layers: places.length }, steps);
  return (weights) => {
    trainer.start(config);
    const start = performance.now();
    const { steps: taken, detail } = trainer.advance({
      ...{ steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: steps, hyperparameters, buffer },
    });
    const milliseconds = performance.now() - start;
    if (taken.count !== steps) throw new Error(`the trainer took ${taken.count} of ${steps} steps`);
    weights.set(detail.weights);
    return milliseconds;
  };
}

const networkOf = (hidden: readonly number[]): NetworkObjective =>
  networkObjective({ inputs: ['x1', 'x2'], hidden, activation: 'tanh', loss: 'bce', classes: 2 });

/** The same steps must come to the same weights, or the race is over different work. */
function checkEqual(name: string, learners: readonly Learner[], weights: Float64Array): void {
  const ends = learners.map((learner) => {
    const own = weights.slice();
    learner(own);
    return own;
  });
  for (const end of ends)
    if (end.some((weight, i) => !(Math.abs(weight - ends[0][i]) <= 1e-9))) throw new Error(`${name} differs`);
}

/** Rows against the straight line, and one against the object graph, whose time is to be so many times as long. */
function raceRows(hidden: readonly number[], straight: GradientOf, timesAsFast: number): BenchRow[] {
  const objective = networkOf(hidden);
  const { sizes } = objective.network.layout;
  const name = sizes.join('-');
  const weights = setUp(configOf(hidden)).start;
  const gradients = learn((w, from, to, gradient) => objective.sum(w, examples, order, from, to, gradient));
  const learners = [recorded(hidden), gradients, learnAndRecord(straight), learn(straight), objectGraph(sizes)];
  checkEqual(name, learners, weights);
  const times = learners.map((): number[] => []);
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [index, learner] of learners.entries()) {
      const milliseconds = learner(weights.slice());
      if (round >= warmUp) times[index].push(milliseconds);
    }
  }
  const [ofRecorded, ofGradients, ofStraightRecorded, ofStraight, ofObjects] = times;
  const row = (what: string, ours: readonly number[], reference: readonly number[], goal: number): BenchRow => ({
    name: `${name}, a batch of ${batchSize}, ${what} (µs)`,
    ours: (median(ours) * 1000) / steps,
    reference: (median(reference) * 1000) / steps,
    // Whatever else the machine does in a round slows both.
    ratio: median(ours.map((time, round) => time / reference[round])),
    goal,
  });
  return [
    row('recorded, straight line recorded', ofRecorded, ofStraightRecorded, 1.3),
    row('recorded, objects', ofRecorded, ofObjects, Number((1 / timesAsFast).toFixed(2))),
    row('gradient alone, straight line', ofGradients, ofStraight, 1.3),
  ];
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];

/** The loss on a plane of weights, so many cells a side, in milliseconds against the goal. */
function surfaceRow(size: number, goal: number): BenchRow {
  const objective = networkOf([8, 8]);
  const random = new Random(3);
  const direction = () => Float64Array.from({ length: objective.dimension }, () => random.normal() / 10);
  const origin = initialWeights(objective.network, { kind: 'torch' }, 1);
  const plane = { origin, across: direction(), up: direction() };
  const values = new Float64Array(size * size);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    const surface = objective.surface(plane, examples, null, 0, examples.count);
    surface.fillRows({ x: [-3, 3], y: [-3, 3] }, size, size, 0, size, values);
    best = Math.min(best, performance.now() - start);
  }
  return {
    name: `2-8-8-1, plane of ${size} x ${size}, 200 examples (ms)`,
    ...{ ours: best, reference: goal, ratio: best / goal, goal: 1 },
  };
}

export function benchNetwork(): BenchRow[] {
  const [coarse, fine] = surfaceGrids(true).map(({ columns }) => columns);
  return [
    ...raceRows([4, 2], straightSmall(), 2),
    ...raceRows([8, 8, 8], straightLarge(), 3),
    surfaceRow(coarse, 100),
    surfaceRow(fine, 1000),
  ];
}
