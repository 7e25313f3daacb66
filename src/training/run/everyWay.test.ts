// Any way through a run (edits, going back, looking ahead) comes to the very numbers of the straight run, and these to the very
// numbers of its definition, written out plainly.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { batchesOf, epochOrder, isEpochOver, samplings } from '../batches.ts';
import { activations } from '../network/activations/index.ts';
import { initialState } from '../optimizer.ts';
import { optimizers } from '../optimizers/index.ts';
import { present } from '../present.ts';
import { problems } from '../problems/index.ts';
import { lengthOf, type Vector } from '../vector.ts';
import { hasLayers } from './configuration.ts';
import { stepColumn, stepColumns } from './log.ts';
import { Rule } from './rule.ts';
import type { Edit, Hyperparameters, RunConfig } from './run.ts';
import { setUp } from './setup.ts';
import { type AdvanceReply, Trainer } from './trainer.ts';

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] => Object.keys(table) as Key[];
const oneOf = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const share = fc.double({ min: 0, max: 1, noNaN: true });

const configs: fc.Arbitrary<RunConfig> = fc
  .record({
    problem: oneOf(keys(problems)),
    settings: fc.record({
      layers: fc.oneof(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }), fc.constant([16])),
      activation: oneOf(keys(activations)),
    }),
    examples: fc.integer({ min: 10, max: 150 }),
    noise: fc.constant(0.2),
    seed: fc.integer({ min: -5, max: 5 }),
    start: fc.constant([0.1, -0.2] as const),
    optimizer: oneOf(keys(optimizers)),
    sampling: oneOf(samplings),
    dropLast: fc.boolean(),
  })
  .map((config) => (hasLayers(config) ? config : { ...config, settings: {} }));

interface Choice extends Omit<Hyperparameters, 'batchSize' | 'accumulate' | 'optimizer'> {
  readonly batch: number;
  readonly accumulated: number;
}

const choices: fc.Arbitrary<Choice> = fc.record({
  learningRate: oneOf([0.001, 0.05, 0.3, 3]),
  batch: share,
  accumulated: fc.oneof(fc.constant(0), share),
  clipNorm: oneOf([null, 0.01, 1]),
  forgetZeroGrad: fc.boolean(),
  schedule: oneOf([
    { kind: 'constant', unit: 'step', warmup: 0, values: {} },
    { kind: 'constant', unit: 'step', warmup: 7, values: {} },
    { kind: 'one-cycle', unit: 'step', warmup: 0, values: { totalSteps: 50 } },
    { kind: 'cosine', unit: 'epoch', warmup: 2, values: {} },
  ] as const),
});

/** The choice with as many examples and micro-batches as there are. */
function chosen({ batch, accumulated, ...rest }: Choice, examples: number, dropLast: boolean): Hyperparameters {
  const batchSize = 1 + Math.floor(batch * (examples - 1));
  const most = batchesOf(examples, batchSize, dropLast);
  return { ...rest, batchSize, accumulate: 1 + Math.floor(accumulated * (most - 1)), optimizer: {} };
}

const deeds = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('advance' as const),
      steps: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant(256)),
      edit: fc.option(choices),
    }),
    fc.record({ kind: fc.constant('rewind' as const), to: share, toSnapshot: fc.boolean() }),
    fc.record({ kind: fc.constant('preview' as const), to: share, edit: choices }),
  ),
  { minLength: 2, maxLength: 8 },
);

const advance = (trainer: Trainer, steps: number, hyperparameters: Hyperparameters): AdvanceReply =>
  trainer.advance({ steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, hyperparameters });

const rowsOf = ({ steps }: AdvanceReply): number[][] => {
  const columns = stepColumns(steps.layout).map((name) => stepColumn(steps, name));
  return Array.from({ length: steps.count }, (_, row) => columns.map((column) => column[row]));
};

/** The rows and edits that are left after all deeds. */
function wander(trainer: Trainer, config: RunConfig, first: Choice, ways: readonly Deed[]) {
  const { count } = trainer.start(config).examples;
  let hyperparameters = chosen(first, count, config.dropLast);
  let edits: Edit[] = [];
  const rows: number[][] = [];
  for (const deed of ways) {
    const step = rows.length;
    if (deed.kind === 'advance') {
      if (deed.edit !== null) hyperparameters = chosen(deed.edit, count, config.dropLast);
      edits = [...edits.filter((edit) => edit.step < step), { step, hyperparameters }];
      rows.push(...rowsOf(advance(trainer, deed.steps, hyperparameters)));
    } else if (deed.kind === 'preview') {
      trainer.preview(Math.floor(deed.to * step), chosen(deed.edit, count, config.dropLast));
    } else {
      const to = Math.floor(deed.to * step);
      rows.length = to - (deed.toSnapshot ? to % 256 : 0);
      trainer.rewind(rows.length);
    }
  }
  return { rows, edits: edits.filter(({ step }) => step < rows.length) };
}
type Deed = typeof deeds extends fc.Arbitrary<readonly (infer Each)[]> ? Each : never;

/** The definition: gradients of micro-batches weigh alike, are added to what was carried, clipped in place, and applied. */
function defined(config: RunConfig, edits: readonly Edit[], count: number): number[][] {
  const { objective, examples, start } = setUp(config);
  const order = new Int32Array(examples.count);
  const weights = start.slice();
  const zeros = weights.map(() => 0);
  let [epoch, used, rule, carried] = [0, 0, new Rule(config.optimizer, edits[0].hyperparameters), zeros];
  let state = initialState(rule.optimizer, weights.length, rule.values, rule.rateAt(0, 0));
  return Array.from({ length: count }, (_, step) => {
    const edit = edits.find((own) => own.step === step);
    if (edit !== undefined) rule = new Rule(config.optimizer, edit.hyperparameters);
    const { batchSize } = rule.hyperparameters;
    if (isEpochOver(examples.count - used, batchSize, config.dropLast)) [epoch, used] = [epoch + 1, 0];
    epochOrder(config.seed, config.sampling, epoch, order);
    const [parts, first]: [{ loss: number; gradient: Vector }[], number] = [[], used];
    while (parts.length < rule.accumulate && !isEpochOver(examples.count - used, batchSize, config.dropLast)) {
      const end = Math.min(used + batchSize, examples.count);
      const gradient = zeros.slice();
      const loss = objective.sum(weights, examples, order, used, end, gradient) / (end - used);
      parts.push({ loss, gradient: gradient.map((sum) => sum / (end - used)) });
      used = end;
    }
    const gradient = zeros.map((_zero, i) => parts.reduce((sum, part) => sum + part.gradient[i], 0) / parts.length);
    const total = gradient.map((value, i) => carried[i] + value);
    const factor = rule.clipNorm === null ? 1 : Math.min(1, rule.clipNorm / (lengthOf(total) + 1e-6));
    const applied = total.map((value) => value * factor);
    const rate = rule.rateAt(step, epoch);
    const [nextState, update] = [state.slice(), zeros.slice()];
    rule.optimizer.update(weights, applied, state, rate, rule.values, nextState, update);
    const vectors = objective.dimension === 2 ? [...weights, ...gradient, ...update] : [...weights];
    const loss = parts.reduce((sum, part) => sum + part.loss, 0) / parts.length;
    const lengths = objective.dimension === 2 ? [] : [lengthOf(gradient), lengthOf(update)];
    weights.forEach((weight, i) => {
      weights[i] = weight + update[i];
    });
    [state, carried] = [nextState, rule.forgetsZeroGrad ? applied : zeros];
    return [...vectors, loss, rate, used - first, epoch, ...lengths];
  });
}

it('any way through a run is the straight one, and what its definition says', () => {
  fc.assert(
    fc.property(configs, choices, deeds, (config, first, ways) => {
      const wandered = new Trainer();
      const { rows, edits } = wander(wandered, config, first, ways);
      if (rows.length === 0) return;
      const straight = new Trainer();
      straight.start(config);
      const replies = edits.map(({ step, hyperparameters }, index) =>
        advance(straight, (edits[index + 1]?.step ?? rows.length) - step, hyperparameters),
      );
      expect(replies.flatMap(rowsOf)).toEqual(rows);
      for (const [step, row] of defined(config, edits, rows.length).entries())
        expect(rows[step].slice(0, row.length)).toEqual(row);
      // What no row tells, such as momentum and whether the run rests, shows as both go on.
      const { hyperparameters } = present(edits.at(-1));
      const [one, other] = [wandered, straight].map((trainer) => advance(trainer, 600, hyperparameters));
      expect(rowsOf(one)).toEqual(rowsOf(other));
      expect([one.end, one.detail]).toEqual([other.end, other.detail]);
    }),
    { numRuns: 25, seed: 12 },
  );
});
