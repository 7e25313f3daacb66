// The loss surface by the better algorithm, written by hand for one pair of model and loss each, with all memory asked for
// once: means of a quadratic form, and products of exponentials that the weights share. Values, smallest, and largest.

import type { Examples } from '../src/training/examples.ts';
import { type LossId, losses } from '../src/training/losses/index.ts';
import { type ModelId, models } from '../src/training/models/index.ts';
import { sampleLossSurface } from '../src/training/objective/lossSurface.ts';
import { Room } from '../src/training/objective/surfaces/grid.ts';
import { race } from './race.ts';
import type { BenchRow } from './row.ts';
import { sampleExamples } from './sampleExamples.ts';

const cells = 128;
const low = -3;
const high = 3;
const domain = { x: [low, high], y: [low, high] } as const;

const values = new Float64Array(cells * cells);
const range = { minimum: 0, maximum: 0 };
const weights = Float64Array.from({ length: cells }, (_, cell) => low + ((cell + 0.5) / cells) * (high - low));

type Best = (examples: Examples) => void;

/** mean (w1 x + w2 - y)² = w1² mean x² + 2 w1 (w2 mean x - mean xy) + (w2² - 2 w2 mean y + mean y²). */
const squares: Best = ({ count, x1, y }) => {
  let [x, xx, xy, ySum, yy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    x += x1[i];
    xx += x1[i] * x1[i];
    xy += x1[i] * y[i];
    ySum += y[i];
    yy += y[i] * y[i];
  }
  let [minimum, maximum] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const a = xx / count;
  for (let row = 0; row < cells; row++) {
    const w2 = weights[row];
    const b = (2 * (w2 * x - xy)) / count;
    const c = (w2 * w2 * count - 2 * w2 * ySum + yy) / count;
    for (let column = 0; column < cells; column++) {
      const w1 = weights[column];
      const value = (a * w1 + b) * w1 + c;
      values[row * cells + column] = value;
      if (value < minimum) minimum = value;
      if (value > maximum) maximum = value;
    }
  }
  range.minimum = minimum;
  range.maximum = maximum;
};

const mostExamples = 1000;
const byColumn = new Float64Array(cells * mostExamples);
const byRow = new Float64Array(cells * mostExamples);
const signed1 = new Float64Array(mostExamples);
const signed2 = new Float64Array(mostExamples);

/** Sum of log(1 + e^(w1 u1) e^(w2 u2)): the logarithm of a product, which is taken before it can overflow. */
const logistic: Best = ({ count, x1, x2, y }) => {
  let [size1, size2] = [0, 0];
  for (let i = 0; i < count; i++) {
    const sign = 1 - 2 * y[i];
    signed1[i] = sign * x1[i];
    signed2[i] = sign * x2[i];
    size1 = Math.max(size1, Math.abs(x1[i]));
    size2 = Math.max(size2, Math.abs(x2[i]));
  }
  for (let cell = 0; cell < cells; cell++) {
    for (let i = 0; i < count; i++) {
      byColumn[cell * count + i] = Math.exp(weights[cell] * signed1[i]);
      byRow[cell * count + i] = Math.exp(weights[cell] * signed2[i]);
    }
  }
  range.minimum = Number.POSITIVE_INFINITY;
  range.maximum = Number.NEGATIVE_INFINITY;
  const safe = Math.floor(690 / (high * (size1 + size2) + 0.7));
  for (let row = 0; row < cells; row++) logisticRow(row, count, safe);
};

function logisticRow(row: number, count: number, safe: number): void {
  const atRow = row * count;
  let { minimum, maximum } = range;
  for (let column = 0; column < cells; column += 4) {
    const at0 = column * count;
    const [at1, at2, at3] = [at0 + count, at0 + 2 * count, at0 + 3 * count];
    let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
    for (let from = 0; from < count; from += safe) {
      const to = Math.min(count, from + safe);
      let [p0, p1, p2, p3] = [1, 1, 1, 1];
      for (let i = from; i < to; i++) {
        const factor = byRow[atRow + i];
        p0 *= 1 + byColumn[at0 + i] * factor;
        p1 *= 1 + byColumn[at1 + i] * factor;
        p2 *= 1 + byColumn[at2 + i] * factor;
        p3 *= 1 + byColumn[at3 + i] * factor;
      }
      sum0 += Math.log(p0);
      sum1 += Math.log(p1);
      sum2 += Math.log(p2);
      sum3 += Math.log(p3);
    }
    const cell = row * cells + column;
    values[cell] = sum0 / count;
    values[cell + 1] = sum1 / count;
    values[cell + 2] = sum2 / count;
    values[cell + 3] = sum3 / count;
    minimum = Math.min(minimum, values[cell], values[cell + 1], values[cell + 2], values[cell + 3]);
    maximum = Math.max(maximum, values[cell], values[cell + 1], values[cell + 2], values[cell + 3]);
  }
  range.minimum = minimum;
  range.maximum = maximum;
}

function rowOf(model: ModelId, loss: LossId, best: Best, count: number, rounds: number): BenchRow {
  const examples = sampleExamples(count);
  const room = new Room();
  const sample = () => sampleLossSurface(models[model], losses[loss], examples, domain, cells, cells, room);
  const times = race(sample, () => best(examples), rounds);
  const surface = sample();
  best(examples);
  const differs = [...values.keys()].some((cell) => !(Math.abs(values[cell] - surface.values[cell]) < 1e-9));
  if (differs || !(Math.abs(range.minimum - surface.minimum) + Math.abs(range.maximum - surface.maximum) < 1e-9))
    throw new Error(`${model} ${loss}: the surfaces differ`);
  return {
    name: `surface ${cells}x${cells}, ${count} examples, ${model} ${loss}, the same algorithm (ms)`,
    ...times,
    ratio: times.ours / times.reference,
    goal: 2,
  };
}

export const benchBestSurfaces = (): BenchRow[] => [
  rowOf('line', 'mse', squares, mostExamples, 4000),
  rowOf('plane', 'bce', logistic, mostExamples, 40),
  rowOf('line', 'mse', squares, 32, 4000),
  rowOf('plane', 'bce', logistic, 32, 600),
];
