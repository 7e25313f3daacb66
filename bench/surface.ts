// The loss surface against a direct loop over every example at every point, and one step's forward pass, loss, and
// backward pass against the same arithmetic as one straight-line loop.

import { cos, exp, log1p, sigmoid, sin, tanh } from '../src/training/elementary.ts';
import type { Examples } from '../src/training/examples.ts';
import { type LossId, losses } from '../src/training/losses/index.ts';
import { welschScale } from '../src/training/losses/welsch.ts';
import { type ModelId, models } from '../src/training/models/index.ts';
import { fusedStep } from '../src/training/objective/fused.ts';
import { sampleLossSurface } from '../src/training/objective/lossSurface.ts';
import { Workspace } from '../src/training/objective/workspace.ts';
import { race } from './race.ts';
import type { BenchRow } from './row.ts';
import { sampleExamples } from './sampleExamples.ts';

const CELLS = 128;
const EXAMPLES = 1000;
const BATCH = 32;
const LOW = -3;
const HIGH = 3;

const row = (name: string, times: { ours: number; reference: number }, goal: number): BenchRow => ({
  name,
  ...times,
  ratio: times.ours / times.reference,
  goal,
});

/** Mean loss at one point by a straight-line loop. */
type MeanLoss = (w1: number, w2: number, examples: Examples) => number;

/** The engine's own functions, not this project's: the faster of the two to compare with. */
const meanLosses: readonly { model: ModelId; loss: LossId; goal: number; meanLoss: MeanLoss }[] = [
  {
    model: 'line',
    loss: 'mse',
    goal: 0.02,
    meanLoss(w1, w2, { count, x1, y }) {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const residual = w1 * x1[i] + w2 - y[i];
        sum += residual * residual;
      }
      return sum / count;
    },
  },
  {
    model: 'plane',
    loss: 'bce',
    goal: 0.1,
    meanLoss(w1, w2, { count, x1, x2, y }) {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const logit = w1 * x1[i] + w2 * x2[i];
        sum += Math.max(logit, 0) - logit * y[i] + Math.log1p(Math.exp(-Math.abs(logit)));
      }
      return sum / count;
    },
  },
  {
    model: 'line',
    loss: 'mae',
    goal: 1.5,
    meanLoss(w1, w2, { count, x1, y }) {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += Math.abs(w1 * x1[i] + w2 - y[i]);
      return sum / count;
    },
  },
  {
    model: 'line',
    loss: 'huber',
    goal: 1.5,
    meanLoss(w1, w2, { count, x1, y }) {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const size = Math.abs(w1 * x1[i] + w2 - y[i]);
        sum += size < 1 ? 0.5 * size * size : size - 0.5;
      }
      return sum / count;
    },
  },
  {
    model: 'plane',
    loss: 'hinge',
    goal: 1.5,
    meanLoss(w1, w2, { count, x1, x2, y }) {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += Math.max(0, 1 - (2 * y[i] - 1) * (w1 * x1[i] + w2 * x2[i]));
      return sum / count;
    },
  },
  {
    model: 'product',
    loss: 'mse',
    goal: 1.5,
    meanLoss(w1, w2, { count, x1, y }) {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const residual = w2 * (w1 * x1[i]) - y[i];
        sum += residual * residual;
      }
      return sum / count;
    },
  },
  {
    model: 'tanh-neuron',
    loss: 'mse',
    goal: 1.5,
    meanLoss(w1, w2, { count, x1, y }) {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const residual = w2 * Math.tanh(w1 * x1[i]) - y[i];
        sum += residual * residual;
      }
      return sum / count;
    },
  },
  {
    model: 'relu-neuron',
    loss: 'mse',
    goal: 1.5,
    meanLoss(w1, w2, { count, x1, y }) {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const residual = Math.max(0, w1 * x1[i] + w2) - y[i];
        sum += residual * residual;
      }
      return sum / count;
    },
  },
  {
    model: 'sigmoid-neuron',
    loss: 'mse',
    goal: 1.5,
    meanLoss(w1, w2, { count, x1, y }) {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const residual = 1 / (1 + Math.exp(-w1 * x1[i] - w2)) - y[i];
        sum += residual * residual;
      }
      return sum / count;
    },
  },
  {
    model: 'sine',
    loss: 'mse',
    goal: 1.5,
    meanLoss(w1, w2, { count, x1, y }) {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const residual = Math.sin(w1 * x1[i] + w2) - y[i];
        sum += residual * residual;
      }
      return sum / count;
    },
  },
  {
    model: 'decay',
    loss: 'mse',
    goal: 1.5,
    meanLoss(w1, w2, { count, x1, y }) {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const residual = w1 * Math.exp(-w2 * x1[i]) - y[i];
        sum += residual * residual;
      }
      return sum / count;
    },
  },
  {
    model: 'location',
    loss: 'identity',
    goal: 1.5,
    meanLoss(w1, w2, { count, x1, x2 }) {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += (w1 - x1[i]) * (w1 - x1[i]) + (w2 - x2[i]) * (w2 - x2[i]);
      return sum / count;
    },
  },
  {
    model: 'location',
    loss: 'welsch',
    goal: 1.5,
    meanLoss(w1, w2, { count, x1, x2 }) {
      const scale = 2 * welschScale * welschScale;
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const squares = (w1 - x1[i]) * (w1 - x1[i]) + (w2 - x2[i]) * (w2 - x2[i]);
        sum += 1 - Math.exp(-squares / scale);
      }
      return sum / count;
    },
  },
];

function directSurface(meanLoss: MeanLoss, examples: Examples, values: Float64Array): void {
  const size = (HIGH - LOW) / CELLS;
  for (let line = 0; line < CELLS; line++) {
    for (let column = 0; column < CELLS; column++)
      values[line * CELLS + column] = meanLoss(LOW + (column + 0.5) * size, LOW + (line + 0.5) * size, examples);
  }
}

function surfaceRows(): BenchRow[] {
  const examples = sampleExamples(EXAMPLES);
  const values = new Float64Array(CELLS * CELLS);
  const domain = { x: [LOW, HIGH], y: [LOW, HIGH] } as const;
  return meanLosses.map(({ model, loss, goal, meanLoss }) => {
    const times = race(
      () => sampleLossSurface(models[model], losses[loss], examples, domain, CELLS, CELLS),
      () => directSurface(meanLoss, examples, values),
      4,
    );
    return row(`surface ${CELLS}x${CELLS}, ${EXAMPLES} examples, ${model} ${loss}`, times, goal);
  });
}

/** One batch: mean loss and mean gradient into `result`. */
type Step = (w1: number, w2: number, batch: Examples, result: Float64Array) => void;

function finish(result: Float64Array, count: number, loss: number, gradient1: number, gradient2: number): void {
  result[0] = loss / count;
  result[1] = gradient1 / count;
  result[2] = gradient2 / count;
}

const steps: readonly { model: ModelId; loss: LossId; step: Step }[] = [
  {
    model: 'line',
    loss: 'mse',
    step(w1, w2, { count, x1, y }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const residual = w1 * x1[i] + w2 - y[i];
        loss += residual * residual;
        g1 += 2 * residual * x1[i];
        g2 += 2 * residual;
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'line',
    loss: 'mae',
    step(w1, w2, { count, x1, y }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const residual = w1 * x1[i] + w2 - y[i];
        const slope = Math.sign(residual);
        loss += Math.abs(residual);
        g1 += slope * x1[i];
        g2 += slope;
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'line',
    loss: 'huber',
    step(w1, w2, { count, x1, y }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const residual = w1 * x1[i] + w2 - y[i];
        const size = Math.abs(residual);
        const slope = size < 1 ? residual : Math.sign(residual);
        loss += size < 1 ? 0.5 * size * size : size - 0.5;
        g1 += slope * x1[i];
        g2 += slope;
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'line',
    loss: 'bce',
    step(w1, w2, { count, x1, y }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const logit = w1 * x1[i] + w2;
        const small = exp(-Math.abs(logit));
        const slope = (logit < 0 ? small : 1) / (1 + small) - y[i];
        loss += Math.max(logit, 0) - logit * y[i] + log1p(small);
        g1 += slope * x1[i];
        g2 += slope;
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'plane',
    loss: 'mse',
    step(w1, w2, { count, x1, x2, y }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const residual = w1 * x1[i] + w2 * x2[i] - y[i];
        loss += residual * residual;
        g1 += 2 * residual * x1[i];
        g2 += 2 * residual * x2[i];
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'plane',
    loss: 'bce',
    step(w1, w2, { count, x1, x2, y }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const logit = w1 * x1[i] + w2 * x2[i];
        const small = exp(-Math.abs(logit));
        const slope = (logit < 0 ? small : 1) / (1 + small) - y[i];
        loss += Math.max(logit, 0) - logit * y[i] + log1p(small);
        g1 += slope * x1[i];
        g2 += slope * x2[i];
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'plane',
    loss: 'hinge',
    step(w1, w2, { count, x1, x2, y }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const side = 2 * y[i] - 1;
        const shortfall = 1 - side * (w1 * x1[i] + w2 * x2[i]);
        const slope = shortfall < 0 ? 0 : -side;
        loss += Math.max(shortfall, 0);
        g1 += slope * x1[i];
        g2 += slope * x2[i];
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'product',
    loss: 'mse',
    step(w1, w2, { count, x1, y }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const x = x1[i];
        const residual = w2 * (w1 * x) - y[i];
        loss += residual * residual;
        g1 += 2 * residual * (w2 * x);
        g2 += 2 * residual * (w1 * x);
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'tanh-neuron',
    loss: 'mse',
    step(w1, w2, { count, x1, y }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const x = x1[i];
        const activation = tanh(w1 * x);
        const residual = w2 * activation - y[i];
        loss += residual * residual;
        g1 += 2 * residual * (w2 * (1 - activation * activation) * x);
        g2 += 2 * residual * activation;
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'relu-neuron',
    loss: 'mse',
    step(w1, w2, { count, x1, y }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const sum = w1 * x1[i] + w2;
        const residual = Math.max(sum, 0) - y[i];
        const slope = sum <= 0 ? 0 : 2 * residual;
        loss += residual * residual;
        g1 += slope * x1[i];
        g2 += slope;
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'sigmoid-neuron',
    loss: 'mse',
    step(w1, w2, { count, x1, y }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const probability = sigmoid(w1 * x1[i] + w2);
        const residual = probability - y[i];
        const slope = 2 * residual * probability * (1 - probability);
        loss += residual * residual;
        g1 += slope * x1[i];
        g2 += slope;
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'sine',
    loss: 'mse',
    step(w1, w2, { count, x1, y }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const phase = w1 * x1[i] + w2;
        const residual = sin(phase) - y[i];
        const slope = 2 * residual * cos(phase);
        loss += residual * residual;
        g1 += slope * x1[i];
        g2 += slope;
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'decay',
    loss: 'mse',
    step(w1, w2, { count, x1, y }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const x = x1[i];
        const remaining = exp(-w2 * x);
        const residual = w1 * remaining - y[i];
        loss += residual * residual;
        g1 += 2 * residual * remaining;
        g2 -= 2 * residual * w1 * x * remaining;
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'location',
    loss: 'identity',
    step(w1, w2, { count, x1, x2 }, result) {
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const d1 = w1 - x1[i];
        const d2 = w2 - x2[i];
        loss += d1 * d1 + d2 * d2;
        g1 += 2 * d1;
        g2 += 2 * d2;
      }
      finish(result, count, loss, g1, g2);
    },
  },
  {
    model: 'location',
    loss: 'welsch',
    step(w1, w2, { count, x1, x2 }, result) {
      const scale = 2 * welschScale * welschScale;
      let [loss, g1, g2] = [0, 0, 0];
      for (let i = 0; i < count; i++) {
        const d1 = w1 - x1[i];
        const d2 = w2 - x2[i];
        const depth = exp(-(d1 * d1 + d2 * d2) / scale);
        const slope = depth / scale;
        loss += 1 - depth;
        g1 += slope * (2 * d1);
        g2 += slope * (2 * d2);
      }
      finish(result, count, loss, g1, g2);
    },
  },
];

const REPEATS = 2000;

/** One batch as the training loop takes it: the fused loop of the pair, or the phases where it has none. */
function trainedStep(model: ModelId, loss: LossId, batch: Examples): (w1: number, w2: number) => void {
  const order = Int32Array.from({ length: BATCH }, (_, i) => i);
  const fused = fusedStep({ model: models[model], loss: losses[loss] });
  if (fused !== null) {
    const [weights, gradient] = [new Float64Array(2), new Float64Array(2)];
    return (w1, w2) => {
      weights[0] = w1;
      weights[1] = w2;
      fused(weights, batch, order, 0, BATCH, gradient);
    };
  }
  const workspace = new Workspace(models[model], losses[loss], BATCH);
  return (w1, w2) => {
    workspace.sample(batch, order, 0, BATCH);
    workspace.forward(w1, w2);
    workspace.measure();
    workspace.backward(w1, w2);
  };
}

function stepRatio(model: ModelId, loss: LossId, step: Step, batch: Examples): { ours: number; reference: number } {
  const ours = trainedStep(model, loss, batch);
  const result = new Float64Array(3);
  const weightAt = (repeat: number): number => 0.4 + (repeat & 15) / 16;
  return race(
    () => {
      for (let repeat = 0; repeat < REPEATS; repeat++) ours(weightAt(repeat), -0.3);
    },
    () => {
      for (let repeat = 0; repeat < REPEATS; repeat++) step(weightAt(repeat), -0.3, batch, result);
    },
    40,
  );
}

/** Each pair in turn, and each once more after all of them have run in this process; the worse ratio counts. */
function stepRows(): BenchRow[] {
  const batch = sampleExamples(BATCH);
  const measure = () => steps.map(({ model, loss, step }) => stepRatio(model, loss, step, batch));
  const [first, again] = [measure(), measure()];
  return steps.map(({ model, loss }, i) => {
    const [before, after] = [first[i], again[i]];
    const worse = after.ours / after.reference > before.ours / before.reference ? after : before;
    const perStep = { ours: worse.ours / REPEATS, reference: worse.reference / REPEATS };
    return row(`forward, loss, backward, ${BATCH} examples, ${model} ${loss}`, perStep, 1.5);
  });
}

export const benchSurface = (): BenchRow[] => [...surfaceRows(), ...stepRows()];
