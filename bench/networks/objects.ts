// A network as a graph of units and links, each an object, as TensorFlow Playground keeps it.

import { exp, log1p, tanh } from '../../src/training/elementary.ts';
import { batchSize, beginBatch, examples, type Learner, order, rate, steps } from './steps.ts';

const { x1, x2, y } = examples;

interface Link {
  readonly source: Unit;
  readonly destination: Unit;
  /** What a penalty on its weight adds to the gradient; none here, but it is asked for. */
  readonly penalty: Penalty | null;
  /** Whether a penalty has driven the weight to 0 for good. */
  isDead: boolean;
  weight: number;
  derivative: number;
  accumulated: number;
  count: number;
}

interface Penalty {
  readonly isAbsolute: boolean;
  readonly derivative: (weight: number) => number;
}

const penaltyRate = 0;

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
export function objectGraph(sizes: readonly number[]): Learner {
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
        const link: Link = {
          source,
          destination,
          penalty: null,
          isDead: false,
          weight: 0,
          derivative: 0,
          accumulated: 0,
          count: 0,
        };
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
          if (link.isDead) continue;
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
        if (unit.count > 0) {
          unit.bias -= (rate * unit.accumulated) / unit.count;
          unit.accumulated = 0;
          unit.count = 0;
        }
        for (const link of unit.inputs) updateLink(link);
      }
    }
  }

  function updateLink(link: Link): void {
    if (link.isDead || link.count === 0) return;
    const { penalty } = link;
    const byPenalty = penalty === null ? 0 : penalty.derivative(link.weight);
    link.weight -= (rate / link.count) * link.accumulated;
    const next = link.weight - rate * penaltyRate * byPenalty;
    if (penalty?.isAbsolute === true && link.weight * next < 0) {
      link.weight = 0;
      link.isDead = true;
    } else link.weight = next;
    link.accumulated = 0;
    link.count = 0;
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
    const start = performance.now();
    for (let step = 0; step < steps; step++) {
      const from = beginBatch(step);
      for (let at = from; at < from + batchSize; at++) {
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
    const milliseconds = performance.now() - start;
    for (const [i, place] of [...places()].entries()) weights[i] = 'weight' in place ? place.weight : place.bias;
    return milliseconds;
  };
}
