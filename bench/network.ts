// One mini-batch through a network and back: the loss and all gradients, against straight-line loops written for that one
// network with the project's own tanh, and against a graph of units and links as objects, as TensorFlow Playground keeps it.

import { exp, log1p, tanh } from '../src/training/elementary.ts';
import { networkDatasets } from '../src/training/network/datasets/index.ts';
import { initialWeights } from '../src/training/network/initial.ts';
import { networkObjective } from '../src/training/objective/networkObjective.ts';
import { Random } from '../src/training/random.ts';
import type { BenchRow } from './row.ts';

const BATCH = 10;
const EXAMPLES = 200;
const STEPS = 2000;
const ROUNDS = 15;
const RATE = 0.03;

/** A network that learns: one call takes STEPS plain steps over the batches of the order. */
type Learner = (weights: Float64Array) => void;

const examples = networkDatasets.circles.sample(EXAMPLES, 0.1, 'labels', new Random(1));
const { x1, x2, y } = examples;
const order = Int32Array.from({ length: EXAMPLES }, (_, row) => row);
new Random(2).shuffle(order);

/** Plain descent along whatever writes the sum of a batch's gradients and returns the sum of its losses. */
function learn(sum: (weights: Float64Array, from: number, to: number, gradient: Float64Array) => number): Learner {
  let losses = 0;
  return (weights) => {
    const gradient = new Float64Array(weights.length);
    for (let step = 0; step < STEPS; step++) {
      const from = (step * BATCH) % EXAMPLES;
      losses += sum(weights, from, from + BATCH, gradient);
      for (let i = 0; i < weights.length; i++) weights[i] -= (RATE * gradient[i]) / BATCH;
    }
    if (Number.isNaN(losses)) throw new Error('the loss is no number');
  };
}

/** 2-4-2-1: W1 at 0, b1 at 8, W2 at 12, b2 at 20, W3 at 22, b3 at 24. */
function straightSmall(): Learner {
  const [a1, d1] = [new Float64Array(4), new Float64Array(4)];
  const [a2, d2] = [new Float64Array(2), new Float64Array(2)];
  return learn((w, from, to, g) => {
    g.fill(0);
    let loss = 0;
    for (let at = from; at < to; at++) {
      const row = order[at];
      const [p, q] = [x1[row], x2[row]];
      for (let j = 0; j < 4; j++) a1[j] = tanh(w[8 + j] + w[2 * j] * p + w[2 * j + 1] * q);
      for (let j = 0; j < 2; j++) {
        let z = w[20 + j];
        for (let i = 0; i < 4; i++) z += w[12 + 4 * j + i] * a1[i];
        a2[j] = tanh(z);
      }
      const output = w[24] + w[22] * a2[0] + w[23] * a2[1];
      const small = exp(-Math.abs(output));
      loss += Math.max(output, 0) - output * y[row] + log1p(small);
      const delta = (output < 0 ? small : 1) / (1 + small) - y[row];
      g[24] += delta;
      for (let i = 0; i < 2; i++) {
        g[22 + i] += delta * a2[i];
        d2[i] = delta * w[22 + i] * (1 - a2[i] * a2[i]);
      }
      for (let i = 0; i < 4; i++) d1[i] = (w[12 + i] * d2[0] + w[16 + i] * d2[1]) * (1 - a1[i] * a1[i]);
      for (let j = 0; j < 2; j++) {
        g[20 + j] += d2[j];
        for (let i = 0; i < 4; i++) g[12 + 4 * j + i] += d2[j] * a1[i];
      }
      for (let j = 0; j < 4; j++) {
        g[8 + j] += d1[j];
        g[2 * j] += d1[j] * p;
        g[2 * j + 1] += d1[j] * q;
      }
    }
    return loss;
  });
}

/** 2-8-8-8-1: W1 at 0, b1 at 16, W2 at 24, b2 at 88, W3 at 96, b3 at 160, W4 at 168, b4 at 176. */
function straightLarge(): Learner {
  const column = (): Float64Array => new Float64Array(8);
  const [a1, a2, a3, d1, d2, d3] = [column(), column(), column(), column(), column(), column()];
  const ahead = (w: Float64Array, from: number, below: Float64Array, above: Float64Array): void => {
    for (let j = 0; j < 8; j++) {
      let z = w[from + 64 + j];
      for (let i = 0; i < 8; i++) z += w[from + 8 * j + i] * below[i];
      above[j] = tanh(z);
    }
  };
  const back = (w: Float64Array, from: number, above: Float64Array, a: Float64Array, d: Float64Array): void => {
    for (let i = 0; i < 8; i++) {
      let sum = 0;
      for (let j = 0; j < 8; j++) sum += w[from + 8 * j + i] * above[j];
      d[i] = sum * (1 - a[i] * a[i]);
    }
  };
  const add = (g: Float64Array, from: number, d: Float64Array, below: Float64Array): void => {
    for (let j = 0; j < 8; j++) {
      const delta = d[j];
      g[from + 64 + j] += delta;
      for (let i = 0; i < 8; i++) g[from + 8 * j + i] += delta * below[i];
    }
  };
  return learn((w, from, to, g) => {
    g.fill(0);
    let loss = 0;
    for (let at = from; at < to; at++) {
      const row = order[at];
      const [p, q] = [x1[row], x2[row]];
      for (let j = 0; j < 8; j++) a1[j] = tanh(w[16 + j] + w[2 * j] * p + w[2 * j + 1] * q);
      ahead(w, 24, a1, a2);
      ahead(w, 96, a2, a3);
      let output = w[176];
      for (let i = 0; i < 8; i++) output += w[168 + i] * a3[i];
      const small = exp(-Math.abs(output));
      loss += Math.max(output, 0) - output * y[row] + log1p(small);
      const delta = (output < 0 ? small : 1) / (1 + small) - y[row];
      g[176] += delta;
      for (let i = 0; i < 8; i++) {
        g[168 + i] += delta * a3[i];
        d3[i] = delta * w[168 + i] * (1 - a3[i] * a3[i]);
      }
      back(w, 96, d3, a2, d2);
      back(w, 24, d2, a1, d1);
      add(g, 96, d3, a2);
      add(g, 24, d2, a1);
      for (let j = 0; j < 8; j++) {
        g[16 + j] += d1[j];
        g[2 * j] += d1[j] * p;
        g[2 * j + 1] += d1[j] * q;
      }
    }
    return loss;
  });
}

interface Link {
  readonly source: Unit;
  readonly destination: Unit;
  weight: number;
  derivative: number;
  accumulated: number;
  count: number;
}

interface Bend {
  readonly output: (sum: number) => number;
  readonly derivative: (sum: number) => number;
}

interface Unit {
  readonly inputs: Link[];
  readonly outputs: Link[];
  readonly bend: Bend;
  bias: number;
  sum: number;
  output: number;
  byOutput: number;
  bySum: number;
  accumulated: number;
  count: number;
}

/** As in TensorFlow Playground, which keeps sums, not outputs, for the way back. */
const tanhBend: Bend = {
  output: tanh,
  derivative: (sum) => {
    const output = tanh(sum);
    return 1 - output * output;
  },
};
const noBend: Bend = { output: (sum) => sum, derivative: () => 1 };

/** nn.ts of tensorflow/playground written anew: a unit for each unit, a link for each weight, one example after the other. */
function objectGraph(sizes: readonly number[]): Learner {
  const layers = sizes.map((size, index) =>
    Array.from({ length: size }, (): Unit => {
      const bend = index === sizes.length - 1 ? noBend : tanhBend;
      return {
        ...{ inputs: [], outputs: [], bend, bias: 0, sum: 0, output: 0 },
        ...{ byOutput: 0, bySum: 0, accumulated: 0, count: 0 },
      };
    }),
  );
  for (const [index, layer] of layers.slice(1).entries()) {
    for (const destination of layer) {
      for (const source of layers[index]) {
        const link: Link = { source, destination, weight: 0, derivative: 0, accumulated: 0, count: 0 };
        destination.inputs.push(link);
        source.outputs.push(link);
      }
    }
  }
  const last = layers[layers.length - 1][0];

  function forward(inputs: readonly number[]): void {
    for (const [index, input] of inputs.entries()) layers[0][index].output = input;
    for (let index = 1; index < layers.length; index++) {
      for (const unit of layers[index]) {
        unit.sum = unit.bias;
        for (const link of unit.inputs) unit.sum += link.weight * link.source.output;
        unit.output = unit.bend.output(unit.sum);
      }
    }
  }

  function backward(): void {
    for (let index = layers.length - 1; index > 0; index--) {
      const layer = layers[index];
      for (const unit of layer) {
        unit.bySum = unit.byOutput * unit.bend.derivative(unit.sum);
        unit.accumulated += unit.bySum;
        unit.count++;
      }
      for (const unit of layer) {
        for (const link of unit.inputs) {
          link.derivative = unit.bySum * link.source.output;
          link.accumulated += link.derivative;
          link.count++;
        }
      }
      if (index === 1) continue;
      for (const unit of layers[index - 1]) {
        unit.byOutput = 0;
        for (const link of unit.outputs) unit.byOutput += link.weight * link.destination.bySum;
      }
    }
  }

  function update(): void {
    for (const layer of layers.slice(1)) {
      for (const unit of layer) {
        unit.bias -= (RATE * unit.accumulated) / unit.count;
        unit.accumulated = 0;
        unit.count = 0;
        for (const link of unit.inputs) {
          link.weight -= (RATE / link.count) * link.accumulated;
          link.accumulated = 0;
          link.count = 0;
        }
      }
    }
  }

  function* places(): Generator<{ weight: number } | { bias: number }> {
    for (const layer of layers.slice(1)) {
      for (const unit of layer) yield* unit.inputs;
      yield* layer;
    }
  }

  return (weights) => {
    for (const [i, place] of [...places()].entries())
      Object.assign(place, 'weight' in place ? { weight: weights[i] } : { bias: weights[i] });
    let losses = 0;
    for (let step = 0; step < STEPS; step++) {
      const from = (step * BATCH) % EXAMPLES;
      for (let at = from; at < from + BATCH; at++) {
        const row = order[at];
        forward([x1[row], x2[row]]);
        const small = exp(-Math.abs(last.output));
        losses += Math.max(last.output, 0) - last.output * y[row] + log1p(small);
        last.byOutput = (last.output < 0 ? small : 1) / (1 + small) - y[row];
        backward();
      }
      update();
    }
    if (Number.isNaN(losses)) throw new Error('the loss is no number');
    for (const [i, place] of [...places()].entries()) weights[i] = 'weight' in place ? place.weight : place.bias;
  };
}

/** Shortest time of a step in microseconds. */
function timeOf(learner: Learner, weights: Float64Array): number {
  const own = weights.slice();
  const start = performance.now();
  learner(own);
  return ((performance.now() - start) * 1000) / STEPS;
}

/** The same steps must come to the same weights, or the race is over different work. */
function checkEqual(name: string, learners: readonly Learner[], weights: Float64Array): void {
  const ends = learners.map((learner) => {
    const own = weights.slice();
    learner(own);
    return own;
  });
  for (const end of ends)
    if (end.some((weight, i) => Math.abs(weight - ends[0][i]) > 1e-9)) throw new Error(`${name} differs`);
}

/** A row against the straight line, and one against the object graph, whose time is to be so many times as long. */
function raceRows(hidden: readonly number[], straight: Learner, timesAsFast: number): BenchRow[] {
  const objective = networkObjective({ inputs: ['x1', 'x2'], hidden, activation: 'tanh', loss: 'bce', classes: 2 });
  const { sizes } = objective.network.layout;
  const name = sizes.join('-');
  const weights = initialWeights(objective.network, { kind: 'torch' }, 1);
  const ours = learn((w, from, to, gradient) => objective.sum(w, examples, order, from, to, gradient));
  const graph = objectGraph(sizes);
  checkEqual(name, [ours, straight, graph], weights);
  const best = [ours, straight, graph].map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, learner] of [ours, straight, graph].entries())
      best[index] = Math.min(best[index], timeOf(learner, weights));
  }
  const row = (against: string, reference: number, goal: number): BenchRow => ({
    name: `${name}, ${against}`,
    ours: best[0],
    reference,
    ratio: best[0] / reference,
    goal,
  });
  return [
    row('a batch of 10, straight line', best[1], 1.3),
    row('a batch of 10, objects', best[2], Number((1 / timesAsFast).toFixed(2))),
  ];
}

/** The loss on a plane of weights, 64 x 64 cells, in milliseconds against the goal of a second. */
function surfaceRow(): BenchRow {
  const objective = networkObjective({
    inputs: ['x1', 'x2'],
    hidden: [8, 8],
    activation: 'tanh',
    loss: 'bce',
    classes: 2,
  });
  const random = new Random(3);
  const direction = () => Float64Array.from({ length: objective.dimension }, () => random.normal() / 10);
  const origin = initialWeights(objective.network, { kind: 'torch' }, 1);
  const plane = { origin, across: direction(), up: direction() };
  const values = new Float64Array(64 * 64);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    const surface = objective.surface(plane, examples, null, 0, EXAMPLES);
    surface.fillRows({ x: [-3, 3], y: [-3, 3] }, 64, 64, 0, 64, values);
    best = Math.min(best, performance.now() - start);
  }
  return {
    name: '2-8-8-1, surface 64 x 64 of 200 examples, ms',
    ours: best,
    reference: 1000,
    ratio: best / 1000,
    goal: 1,
  };
}

export function benchNetwork(): BenchRow[] {
  return [...raceRows([4, 2], straightSmall(), 2), ...raceRows([8, 8, 8], straightLarge(), 3), surfaceRow()];
}
