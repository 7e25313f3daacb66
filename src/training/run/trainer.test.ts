// The promises of the training loop: what a step is, that a log replays to the bit, and where a run stops.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashNumbers } from '../hash.ts';
import { type OptimizerId, optimizers } from '../optimizers/index.ts';
import { present } from '../present.ts';
import type { Problem } from '../problem.ts';
import { type PairProblemId, pairProblems, problems } from '../problems/index.ts';
import { pairLayout, type StepColumn, stepColumn, stepColumns } from './log.ts';
import type { Hyperparameters, RunConfig } from './run.ts';
import { type AdvanceReply, Trainer } from './trainer.ts';

const problemIds = Object.keys(pairProblems) as PairProblemId[];
const optimizerIds = Object.keys(optimizers) as OptimizerId[];

const config = (change: Partial<RunConfig> = {}): RunConfig => {
  const problem = change.problem ?? 'line-fit';
  const { defaults, start, fields }: Problem = problems[problem];
  const settings = Object.fromEntries(fields.map((f) => [f.name, f.default]));
  return {
    problem,
    settings: {},
    examples: defaults.examples,
    noise: defaults.noise,
    seed: 5,
    start: start(settings),
    optimizer: 'sgd',
    sampling: 'reshuffle',
    dropLast: false,
    ...change,
  };
};

const hyperparameters = (change: Partial<Hyperparameters> = {}): Hyperparameters => ({
  learningRate: 0.02,
  batchSize: 7,
  optimizer: {},
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
  ...change,
});

const advance = (trainer: Trainer, steps: number, change: Partial<Hyperparameters> = {}): AdvanceReply =>
  trainer.advance({
    steps,
    milliseconds: Number.POSITIVE_INFINITY,
    stepLimit: 1e9,
    hyperparameters: hyperparameters(change),
  });

const columnsOf = (...replies: readonly AdvanceReply[]): Record<StepColumn, number[]> =>
  Object.fromEntries(
    stepColumns(pairLayout).map((name) => [name, replies.flatMap((reply) => [...stepColumn(reply.steps, name)])]),
  ) as Record<StepColumn, number[]>;

function begun(change: Partial<RunConfig> = {}): Trainer {
  const trainer = new Trainer();
  trainer.start(config(change));
  return trainer;
}

describe('a step', () => {
  it.each(problemIds)('of %s goes to weights + update', (problem) => {
    const { w1, w2, update1, update2 } = columnsOf(advance(begun({ problem }), 200));
    for (let step = 0; step + 1 < w1.length; step++) {
      expect(w1[step + 1]).toBe(w1[step] + update1[step]);
      expect(w2[step + 1]).toBe(w2[step] + update2[step]);
    }
  });

  it.each([
    ...problemIds.map((problem) => [problem, {}] as const),
    ['sigmoid-neuron', { loss: 'bce' }] as const,
    ['outlier', { loss: 'mae' }] as const,
    ['outlier', { loss: 'huber' }] as const,
  ])('of %s %j is to the bit what its five phases say', (problem, settings) => {
    const trainer = begun({ problem, settings });
    for (let step = 0; step < 40; step++) {
      const detail = trainer.preview(step, hyperparameters());
      const taken = columnsOf(advance(trainer, 1));
      expect([taken.update1[0], taken.update2[0]]).toEqual([...detail.update]);
      expect([taken.gradient1[0], taken.gradient2[0]]).toEqual([...detail.gradient]);
      expect(taken.batchLoss[0]).toBe(detail.batchLoss);
    }
  });

  it('averages the gradients of its rows', () => {
    const trainer = begun({ problem: 'sine-fit' });
    const detail = advance(trainer, 9).detail;
    const rows = [...detail.byPrediction].map((outer, row) => outer * detail.byW1[row]);
    expect(detail.gradient[0]).toBeCloseTo(rows.reduce((sum, value) => sum + value, 0) / rows.length, 12);
  });
});

describe('an epoch', () => {
  it('visits every example once, in batches of the size asked for, the last one shorter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 80 }), fc.integer({ min: 1, max: 80 }), (examples, wanted) => {
        const batchSize = Math.min(wanted, examples);
        const trainer = begun({ examples });
        for (let epoch = 0; epoch < 3; epoch++) {
          const seen: number[] = [];
          const sizes: number[] = [];
          for (;;) {
            const detail = trainer.preview(
              epoch * Math.ceil(examples / batchSize) + sizes.length,
              hyperparameters({ batchSize }),
            );
            if (detail.epoch !== epoch) break;
            seen.push(...detail.batch);
            sizes.push(detail.batch.length);
            advance(trainer, 1, { batchSize });
          }
          expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: examples }, (_, index) => index));
          const last = examples % batchSize || batchSize;
          expect(sizes).toEqual([...Array(Math.ceil(examples / batchSize) - 1).fill(batchSize), last]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('averages the last, shorter batch over its own size', () => {
    const trainer = begun({ examples: 10 });
    const { detail } = advance(trainer, 1);
    expect(detail.batch.length).toBe(3);
    const mean = detail.loss.reduce((sum, value) => sum + value, 0) / 3;
    expect(detail.batchLoss).toBeCloseTo(mean, 12);
  });

  it('leaves the last batch out with dropLast', () => {
    const { batchSize, epoch } = columnsOf(advance(begun({ examples: 10, dropLast: true }), 5, { batchSize: 4 }));
    expect(batchSize).toEqual([4, 4, 4, 4, 4]);
    expect(epoch).toEqual([0, 0, 1, 1, 2]);
  });

  it('is reshuffled, but for the samplings that say otherwise', () => {
    const orderOf = (sampling: RunConfig['sampling'], step: number) => {
      const trainer = begun({ sampling, examples: 30 });
      return [...advance(trainer, step, { batchSize: 30 }).detail.order];
    };
    expect(orderOf('reshuffle', 1)).not.toEqual(orderOf('reshuffle', 0));
    expect(orderOf('once', 1)).toEqual(orderOf('once', 0));
    expect(orderOf('fixed', 3)).toEqual(Array.from({ length: 30 }, (_, index) => index));
    expect(new Set(orderOf('replacement', 0)).size).toBeLessThan(30);
  });

  it('goes on from the same place when the batch size changes', () => {
    const trainer = begun({ examples: 20 });
    advance(trainer, 1, { batchSize: 6 });
    const { detail } = advance(trainer, 1, { batchSize: 3 });
    expect([detail.epoch, detail.offset]).toEqual([0, 9]);
    expect(trainer.preview(2, hyperparameters({ batchSize: 20 })).batch.length).toBe(11);
  });
});

describe('a log', () => {
  it.each(
    problemIds.flatMap(
      (problem) =>
        [
          [problem, 'momentum'],
          [problem, 'adam'],
        ] as const,
    ),
  )('of %s with %s is the same in one go, in slices, and after rewinding', (problem, optimizer) => {
    const whole = columnsOf(advance(begun({ problem, optimizer }), 700));
    const sliced = begun({ problem, optimizer });
    expect(columnsOf(advance(sliced, 5), advance(sliced, 5), advance(sliced, 690))).toEqual(whole);
    const back = begun({ problem, optimizer });
    const first = advance(back, 650);
    for (const step of [649, 513, 512, 300, 256, 1, 0]) {
      back.rewind(step);
      const again = columnsOf(advance(back, 650 - step));
      for (const name of stepColumns(pairLayout)) expect(again[name]).toEqual(columnsOf(first)[name].slice(step));
    }
  });

  it.each(optimizerIds)('with edits under %s replays to the bit', (optimizer) => {
    const changes = [{ learningRate: 0.01 }, { learningRate: 0.03, batchSize: 3 }, { batchSize: 11 }];
    const trainer = begun({ optimizer });
    const replies = [
      advance(trainer, 300, changes[0]),
      advance(trainer, 41, changes[1]),
      advance(trainer, 400, changes[2]),
    ];
    const after = trainer.preview(741, hyperparameters(changes[2]));
    // As a trainer that takes over from a lost one: the log's steps again, in slices of its own.
    const successor = begun({ optimizer });
    for (const steps of [1, 299]) advance(successor, steps, changes[0]);
    for (const steps of [40, 1]) advance(successor, steps, changes[1]);
    for (const steps of [177, 223]) advance(successor, steps, changes[2]);
    expect(successor.preview(741, hyperparameters(changes[2]))).toEqual(after);
    const middle = trainer.preview(320, hyperparameters(changes[1]));
    expect([...middle.update]).toEqual([columnsOf(...replies).update1[320], columnsOf(...replies).update2[320]]);
    trainer.rewind(320);
    const again = columnsOf(advance(trainer, 21, changes[1]), advance(trainer, 400, changes[2]));
    expect(again.w1).toEqual(columnsOf(...replies).w1.slice(320));
  });

  it('is not changed by looking ahead, back, or at surfaces', () => {
    const watched = begun({ optimizer: 'adam' });
    const replies: AdvanceReply[] = [];
    for (let round = 0; round < 30; round++) {
      replies.push(advance(watched, 10));
      watched.preview(round * 3, hyperparameters({ learningRate: 5, batchSize: 1 }));
      watched.preview(10 * (round + 1), hyperparameters({ learningRate: 0.5 }));
      watched.surface({ domain: { x: [-1, 1], y: [-1, 1] }, columns: 4, rows: 4 });
      watched.losses(Float64Array.of(0, 0, 1, 1));
    }
    expect(columnsOf(...replies)).toEqual(columnsOf(advance(begun({ optimizer: 'adam' }), 300)));
  });

  it('does not depend on the buffers it is written to', () => {
    const trainer = begun();
    const small = new Float64Array(35);
    const request = {
      steps: 1000,
      milliseconds: 1e9,
      stepLimit: 1e9,
      hyperparameters: hyperparameters(),
      buffer: small,
    };
    expect(trainer.advance(request).steps.count).toBe(3);
  });
});

describe('a run stops by itself', () => {
  it('at the first far-out weights, and keeps them finite', () => {
    const trainer = begun();
    const reply = advance(trainer, 10_000, { learningRate: 3 });
    expect(reply.end).toBe('diverged');
    expect(reply.detail.weights.every(Number.isFinite)).toBe(true);
    expect(advance(trainer, 10, { learningRate: 3 }).steps.count).toBe(0);
  });

  it('when nothing moves any more, and goes on by hand', () => {
    const trainer = begun({ problem: 'tug-of-war' });
    const full = { batchSize: config({ problem: 'tug-of-war' }).examples, learningRate: 0.3 };
    const reply = advance(trainer, 10_000, full);
    expect(reply.end).toBe('converged');
    expect(Math.hypot(...reply.detail.fullGradient)).toBeLessThan(1e-6);
    expect(advance(trainer, 1, full).steps.count).toBe(0);
    const request = { steps: 1, milliseconds: 1e9, stepLimit: 1e9, hyperparameters: hyperparameters(full) };
    expect(trainer.advance({ ...request, beyondConvergence: true }).steps.count).toBe(1);
    expect(trainer.advance({ ...request, steps: 200, beyondConvergence: true })).toMatchObject({
      steps: { count: 200 },
      end: 'converged',
    });
  });

  it('as soon after going back to an edit as if it had never been', () => {
    const full = { batchSize: config().examples, learningRate: 0.1 };
    const straight = advance(begun(), 5000, full);
    expect([straight.end, straight.steps.count > 512]).toEqual(['converged', true]);
    // A snapshot is taken at steps 256 and 512, and none beside them.
    for (const edited of [511, 512, 513]) {
      const trainer = begun();
      advance(trainer, edited, full);
      advance(trainer, 5, { ...full, learningRate: 0.05 });
      trainer.rewind(edited);
      const again = advance(trainer, 5000, full);
      expect([again.end, edited + again.steps.count], `${edited}`).toEqual(['converged', straight.steps.count]);
    }
  });

  it('and no sooner than a whole gradient, not each of its parts, is as short as is said', () => {
    const trainer = begun({ problem: 'tug-of-war' });
    const slow = { batchSize: config({ problem: 'tug-of-war' }).examples, learningRate: 0.01 };
    const { steps, end } = advance(trainer, 10_000, slow);
    expect(end).toBe('converged');
    const last = (column: StepColumn): number => present(stepColumn(steps, column).at(-1));
    expect(Math.hypot(last('gradient1'), last('gradient2'))).toBeLessThanOrEqual(1e-6);
  });

  it.each<[OptimizerId, number]>([
    ['sgd', 0.3],
    ['momentum', 0.05],
    ['adagrad', 0.5],
  ])('where weight decay and the gradient cancel: %s', (optimizer, learningRate) => {
    const trainer = begun({ problem: 'tug-of-war', optimizer });
    const { examples } = config({ problem: 'tug-of-war' });
    const decayed = { batchSize: examples, learningRate, optimizer: { weightDecay: 0.5 } };
    const { end, detail } = advance(trainer, 20_000, decayed);
    expect(end).toBe('converged');
    expect(Math.hypot(...detail.fullGradient)).toBeGreaterThan(0.01);
    const slope = detail.fullGradient.map((entry, place) => entry + 0.5 * detail.weights[place]);
    expect(Math.hypot(...slope)).toBeLessThan(1e-5);
  });

  it.each<[string, Partial<RunConfig>, Partial<Hyperparameters>]>([
    ['reshuffled', {}, { learningRate: 0.1, batchSize: 8 }],
    ['one example at a time', {}, { learningRate: 0.01, batchSize: 2 }],
    ['drawn with replacement', { sampling: 'replacement' }, { learningRate: 0.1, batchSize: 1 }],
    ['with the last batch left out', { dropLast: true }, { learningRate: 0.1, batchSize: 7 }],
  ])('and never while some example still pulls: %s', (_name, change, given) => {
    // Almost all margins are kept, so that many batches in a row have no gradient at all.
    const trainer = new Trainer();
    const margins = { problem: 'support-vector', settings: { margin: 2.5 }, noise: 0.5 } as const;
    trainer.start({ ...config({ problem: 'support-vector' }), ...margins, ...change });
    const { end, detail, steps } = advance(trainer, 20_000, given);
    if (end === 'converged') expect(Math.hypot(...detail.fullGradient)).toBeLessThanOrEqual(1e-6);
    else expect(steps.count).toBe(20_000);
  });

  it('at the step limit', () => {
    const trainer = begun();
    const request = { steps: 500, milliseconds: 1e9, stepLimit: 120, hyperparameters: hyperparameters() };
    expect(trainer.advance(request).end).toBe('limit');
    expect(trainer.advance({ ...request, stepLimit: 150 }).steps.count).toBe(30);
  });

  it('in time', () => {
    let time = 0;
    const trainer = new Trainer(() => time++);
    trainer.start(config());
    const request = { steps: 1e6, milliseconds: 3, stepLimit: 1e9, hyperparameters: hyperparameters() };
    expect(trainer.advance(request).steps.count).toBe(192);
  });
});

describe('gradient descent on Line fit', () => {
  it.each([
    ['sgd', {}, 2],
    ['momentum', { momentum: 0.5 }, 3],
    ['nesterov', { momentum: 0.5 }, 1.5],
  ] as const)('with %s converges at 0.99 of its limit and diverges at 1.01', (optimizer, values, numerator) => {
    for (const offset of [0, 2]) {
      const run = (share: number) => {
        const trainer = begun({ optimizer, settings: { offset } });
        const batchSize = config().examples;
        const largestEigenvalue = present(
          trainer.preview(0, hyperparameters({ batchSize, optimizer: values })).largestEigenvalue,
        );
        return advance(trainer, 16_000, {
          batchSize,
          optimizer: values,
          learningRate: (share * numerator) / largestEigenvalue,
        }).end;
      };
      expect(run(0.99)).not.toBe('diverged');
      expect(run(1.01)).toBe('diverged');
    }
  });
});

describe('bad input', () => {
  it.each([
    [{ examples: 9 }, /examples/],
    [{ examples: 10.5 }, /examples/],
    [{ noise: -1 }, /noise/],
    [{ seed: 0.5 }, /seed/],
    [{ start: [Number.NaN, 0] }, /start/],
    [{ problem: 'constructor' }, /problem/],
    [{ settings: { offset: 99 } }, /offset/i],
  ] as [Partial<RunConfig>, RegExp][])('%j is refused', (change, sentence) => {
    const full = { ...config(), ...change } as RunConfig;
    expect(() => new Trainer().start(full)).toThrow(sentence);
    expect(() => new Trainer().start(full)).toThrow(RangeError);
  });

  it('in the hyperparameters is refused and leaves the run as it was', () => {
    const trainer = begun();
    advance(trainer, 5);
    expect(() => advance(trainer, 5, { batchSize: 1001 })).toThrow(/batch size/);
    expect(() => advance(trainer, 5, { learningRate: 0 })).toThrow(/learning rate/);
    expect(() => advance(trainer, 5, { optimizer: { beta9: 1 } })).toThrow(RangeError);
    expect(columnsOf(advance(trainer, 5))).toEqual(
      columnsOf(
        (() => {
          const plain = begun();
          advance(plain, 5);
          return advance(plain, 5);
        })(),
      ),
    );
  });
});

it('the same configuration gives the same numbers, and another seed others', () => {
  const hashOf = (seed: number) => hashNumbers(Float64Array.from(columnsOf(advance(begun({ seed }), 50)).w1));
  expect(hashOf(5)).toBe(hashOf(5));
  expect(hashOf(5)).not.toBe(hashOf(6));
});
