// The one true sentence of every problem, held against numbers at the problem's defaults, over 20 seeds where chance has a say.

import { expect, it } from 'vitest';
import type { FieldValues } from '../field.ts';
import { withDefaults } from '../field.ts';
import { eigen, hessian } from '../objective/curvature.ts';
import { FullBatch } from '../objective/fullBatch.ts';
import { sampleMeanLoss } from '../objective/lossSurface.ts';
import { pairObjective } from '../objective/pairObjective.ts';
import type { Problem } from '../problem.ts';
import { resolvePair } from '../run/configuration.ts';
import { Loop } from '../run/loop.ts';
import { Rule } from '../run/rule.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { setUp } from '../run/setup.ts';
import type { Weights } from '../vector.ts';
import { type PairProblemId, type ProblemId, pairProblems, problems } from './index.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

const setUpPair = (config: RunConfig) => ({ ...setUp(config), objective: pairObjective(resolvePair(config)) });

function configOf(problem: ProblemId, settings: FieldValues = {}, change: Partial<RunConfig> = {}): RunConfig {
  const { defaults, start, fields }: Problem = problems[problem];
  return {
    ...{ problem, settings, examples: defaults.examples, noise: defaults.noise, seed: 7 },
    ...{ start: start(withDefaults(fields, settings)), optimizer: 'sgd', sampling: 'reshuffle', dropLast: false },
    ...change,
  };
}

/** A loop of this configuration under the problem's own rate and batch size, but for `change`. */
function begun(config: RunConfig, change: Partial<Hyperparameters> = {}): Loop {
  const { learningRate, batchSize } = problems[config.problem].defaults;
  const schedule = { kind: 'constant', unit: 'step', warmup: 0, values: {} } as const;
  const loop = new Loop(setUpPair(config));
  loop.begin(new Rule(config.optimizer, { learningRate, batchSize, optimizer: {}, schedule, ...change }));
  return loop;
}

function go(loop: Loop, steps: number): Weights {
  for (let taken = 0; taken < steps; taken++) {
    loop.prepare();
    loop.commit();
  }
  return [loop.weights[0], loop.weights[1]];
}

const lossAt = (config: RunConfig, [w1, w2]: Weights): number => {
  const { objective, examples } = setUpPair(config);
  return sampleMeanLoss(objective.pair.model, objective.pair.loss, examples, Float64Array.of(w1, w2))[0];
};

const gradientAt = (config: RunConfig, weights: Weights): Weights => {
  const { objective, examples } = setUpPair(config);
  const { fullGradient } = new FullBatch(objective, examples).measureAt(Float64Array.from(weights));
  return [fullGradient[0], fullGradient[1]];
};

/** Loss and gradient of each example by itself. */
function examplesAt(config: RunConfig, [w1, w2]: Weights) {
  const { objective, examples } = setUpPair(config);
  const { model, loss } = objective.pair;
  const column = () => new Float64Array(examples.count);
  const [prediction, byPrediction, byW1, byW2] = [column(), column(), column(), column()];
  model.predict(w1, w2, examples, prediction);
  model.derivative(w1, w2, examples, byW1, byW2);
  loss.derivative(prediction, examples.y, examples.count, byPrediction);
  return { examples, prediction, byPrediction, byW1, byW2 };
}

it('tug of war: every example pulls toward itself, and plain descent follows the mean pull of the mini-batch', () => {
  const loop = begun(configOf('tug-of-war'));
  for (let step = 0; step < 50; step++) {
    loop.prepare();
    const { offset } = loop;
    const { examples } = setUp(configOf('tug-of-war'));
    let [x, y] = [0, 0];
    for (const index of loop.order.subarray(offset, offset + loop.size)) {
      x += (examples.x1[index] - loop.weights[0]) / loop.size;
      y += (examples.x2[index] - loop.weights[1]) / loop.size;
    }
    expect(loop.update[0] / (2 * loop.learningRate * x)).toBeCloseTo(1, 9);
    expect(loop.update[1] / (2 * loop.learningRate * y)).toBeCloseTo(1, 9);
    loop.commit();
  }
});

it('line fit: every point pulls the line toward itself, and standardising rounds the stretched bowl', () => {
  const config = configOf('line-fit');
  const { examples, prediction, byPrediction, byW1, byW2 } = examplesAt(config, config.start);
  for (let i = 0; i < examples.count; i++) {
    // A short step against its own gradient takes the line at x nearer to the point.
    const after = prediction[i] - 1e-3 * byPrediction[i] * (byW1[i] ** 2 + byW2[i] ** 2);
    expect(Math.abs(after - examples.y[i])).toBeLessThanOrEqual(Math.abs(prediction[i] - examples.y[i]));
  }
  const condition = (settings: FieldValues): number => {
    const { objective, examples: all } = setUpPair(configOf('line-fit', settings));
    const { values } = eigen(hessian(objective.pair.model, objective.pair.loss, all, [0, 0]));
    return values[0] / values[1];
  };
  expect(condition({ offset: 5 })).toBeGreaterThan(100 * condition({ offset: 0 }));
  expect(condition({ offset: 5, standardised: true })).toBeCloseTo(1, 6);
});

it('logistic regression: less overlap takes the minimum farther out, and a parting line takes it away', () => {
  const lengthOfMinimum = (margin: number, seed: number): number => {
    const config = configOf('logistic-regression', { margin }, { seed });
    return Math.hypot(...go(begun(config, { batchSize: config.examples, learningRate: 2 }), 4000));
  };
  for (const seed of [1, 2, 3, 4, 5]) expect(lengthOfMinimum(2, seed)).toBeGreaterThan(lengthOfMinimum(1, seed));
  const parted = configOf('logistic-regression', { margin: 4 }, { noise: 0.2 });
  const direction: Weights = [2, 1];
  const losses = [1, 3, 10, 30].map((length) => lossAt(parted, [direction[0] * length, direction[1] * length]));
  expect(losses).toEqual([...losses].sort((a, b) => b - a));
  expect(losses.at(-1)).toBeLessThan(1e-9);
});

it('two-layer product: a saddle at zero, floors of equal loss, steeper farther out', () => {
  const config = configOf('two-layer-product');
  const { objective, examples } = setUpPair(config);
  const sharpness = (weights: Weights) =>
    eigen(hessian(objective.pair.model, objective.pair.loss, examples, weights)).values;
  const floor = [0.5, 1, 2, 4].map((w1): Weights => [w1, 1 / w1]);
  for (const place of floor) expect(lossAt(config, place)).toBeCloseTo(lossAt(config, [1, 1]), 9);
  expect(sharpness([0, 0])[0]).toBeGreaterThan(0);
  expect(sharpness([0, 0])[1]).toBeLessThan(0);
  expect(sharpness([2, 0.5])[0]).toBeGreaterThan(sharpness([1, 1])[0]);
  expect(sharpness([4, 0.25])[0]).toBeGreaterThan(sharpness([2, 0.5])[0]);
});

it('sine fit: many local minima, and the start decides where a run ends', () => {
  const ends = new Set<string>();
  for (let w1 = -4; w1 <= 4; w1 += 1)
    for (let w2 = -3; w2 <= 3; w2 += 1) {
      const config = configOf('sine-fit', {}, { start: [w1, w2] });
      const end = go(begun(config, { batchSize: config.examples }), 1500);
      if (Math.hypot(...gradientAt(config, end)) < 1e-3) ends.add(end.map((entry) => Math.round(4 * entry)).join());
    }
  expect(ends.size).toBeGreaterThan(5);
});

it('Gaussian wells: small batches carry at least half of 20 seeds out, the full batch none', () => {
  const leaves = (seed: number, batchSize: number): boolean => {
    const loop = begun(configOf('gaussian-wells', {}, { seed }), { batchSize });
    for (let steps = 0; steps < 300; steps++) if (go(loop, 1)[0] < -0.4) return true;
    return false;
  };
  const { batchSize, examples } = problems['gaussian-wells'].defaults;
  expect(seeds.filter((seed) => leaves(seed, batchSize)).length).toBeGreaterThanOrEqual(10);
  expect(seeds.filter((seed) => leaves(seed, examples)).length).toBe(0);
});

it('ReLU neuron: a step that lands where it is off is the last that moves the weights', () => {
  const config = configOf('relu-neuron', {}, { start: [0.5, -3] });
  expect(gradientAt(config, config.start)).toEqual([0, 0]);
  expect(go(begun(config), 500)).toEqual(config.start);
});

it('sigmoid neuron: a plateau with squared error; with cross-entropy as steep there as anywhere', () => {
  const around: Weights[] = [];
  for (let w1 = -9.6; w1 <= 8; w1 += 1.6) for (let w2 = -7.2; w2 <= 6; w2 += 1.6) around.push([w1, w2]);
  /** How steep it is at the start, as a share of how steep it is anywhere in view. */
  const share = (loss: string, seed: number): number => {
    const { objective, examples, config } = setUp(configOf('sigmoid-neuron', { loss }, { seed }));
    const full = new FullBatch(objective, examples);
    const steepness = (weights: Weights) => Math.hypot(...full.measureAt(Float64Array.from(weights)).fullGradient);
    return steepness(config.start) / Math.max(...around.map(steepness), steepness(config.start));
  };
  for (const seed of seeds) {
    expect(share('mse', seed)).toBeLessThan(0.35);
    expect(share('bce', seed)).toBeGreaterThan(0.75);
  }
});

it('tanh neuron: every minimum has a twin, and a saddle lies between them', () => {
  const config = configOf('tanh-neuron');
  const end = go(begun(config, { batchSize: config.examples }), 4000);
  expect(lossAt(config, [-end[0], -end[1]])).toBe(lossAt(config, end));
  expect(gradientAt(config, [0, 0]).map(Math.abs)).toEqual([0, 0]);
  const { objective, examples } = setUpPair(config);
  const { values } = eigen(hessian(objective.pair.model, objective.pair.loss, examples, [0, 0]));
  expect(values[0]).toBeGreaterThan(0);
  expect(values[1]).toBeLessThan(0);
});

it('decay fit: a greater height makes up for part of a faster decay, and the way down has a bend', () => {
  const config = configOf('decay-fit');
  const best = (w2: number): { w1: number; loss: number } => {
    let found = { w1: 0, loss: Number.POSITIVE_INFINITY };
    for (let w1 = 0; w1 <= 4; w1 += 0.01) {
      const loss = lossAt(config, [w1, w2]);
      if (loss < found.loss) found = { w1, loss };
    }
    return found;
  };
  const floor = [0.6, 0.8, 1, 1.2].map(best);
  expect(floor.map(({ w1 }) => w1)).toEqual(floor.map(({ w1 }) => w1).sort((a, b) => a - b));
  const [least, faster] = [best(0.8), best(1.2)];
  const rise = (loss: number): number => loss - least.loss;
  expect(rise(faster.loss)).toBeLessThan(0.8 * rise(lossAt(config, [least.w1, 1.2])));
  // On its way the height passes where it ends, for every seed and batch: the path has a bend.
  for (const seed of seeds) {
    const loop = begun(configOf('decay-fit', {}, { seed }));
    const heights = Array.from({ length: 600 }, () => go(loop, 1)[0]);
    expect(Math.max(...heights), `seed ${seed}`).toBeGreaterThan(0.1 + (heights.at(-1) ?? 0));
  }
});

it('outlier: squared error lets it pull with its whole distance, the others no harder than any far example', () => {
  for (const loss of ['mae', 'huber']) {
    const { byPrediction } = examplesAt(configOf('outlier', { loss }), [1, 0.3]);
    expect(Math.abs(byPrediction[0])).toBe(Math.max(...byPrediction.map(Math.abs)));
    const { byPrediction: far } = examplesAt(configOf('outlier', { loss }), [1, 30]);
    expect(new Set(far.map(Math.abs)).size).toBe(1);
  }
  const { byPrediction, prediction, examples } = examplesAt(configOf('outlier'), [1, 0.3]);
  expect(byPrediction[0]).toBeCloseTo(2 * (prediction[0] - examples.y[0]), 12);
});

it('support vector: no gradient beyond the margin, a pull inside it and on the wrong side', () => {
  const config = configOf('support-vector');
  for (const weights of [config.start, [1, 0.5], [3, 2]] as const) {
    const { examples, prediction, byPrediction } = examplesAt(config, weights);
    for (let i = 0; i < examples.count; i++) {
      const margin = (2 * examples.y[i] - 1) * prediction[i];
      expect(byPrediction[i] === 0).toBe(margin >= 1);
    }
  }
});

it('rotated valley: descent turns with it; Adam takes another path but at right angles', () => {
  const path = (rotation: number, optimizer: 'sgd' | 'adam'): number[] => {
    const config = configOf('rotated-valley', { rotation }, { optimizer });
    const loop = begun(config);
    // Seen in the valley's own axes, from its minimum.
    const angle = (rotation * Math.PI) / 180;
    return Array.from({ length: 60 }, () => go(loop, 1)).flatMap(([w1, w2]) => {
      const [x, y] = [w1 - 0.8, w2 - 0.4];
      return [x * Math.cos(angle) + y * Math.sin(angle), y * Math.cos(angle) - x * Math.sin(angle)];
    });
  };
  const apart = (optimizer: 'sgd' | 'adam', rotation: number): number => {
    const [straight, turned] = [path(0, optimizer), path(rotation, optimizer)];
    return Math.max(...straight.map((entry, i) => Math.abs(entry - turned[i])));
  };
  for (const rotation of [30, 45, 90]) expect(apart('sgd', rotation)).toBeLessThan(1e-9);
  for (const rotation of [30, 45]) expect(apart('adam', rotation)).toBeGreaterThan(0.05);
  expect(apart('adam', 90)).toBeLessThan(1e-6);
});

const withDeviation = (Object.keys(pairProblems) as PairProblemId[]).filter((id) =>
  pairProblems[id].noiseMeaning({}).startsWith('standard deviation'),
);

it.each(withDeviation)('what the noise of %s is called, it is', (id) => {
  const generated = (noise: number) => setUp(configOf(id, {}, { examples: 1000, noise })).examples.y;
  const [still, noisy] = [generated(0), generated(0.5)];
  // The first example of Outlier stands where it stands.
  const errors = Array.from(noisy, (y, i) => y - still[i]).slice(1);
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const deviation = Math.sqrt(errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / errors.length);
  expect(deviation).toBeGreaterThan(0.45);
  expect(deviation).toBeLessThan(0.55);
});
