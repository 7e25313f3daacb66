import { describe, expect, it } from 'vitest';
import { stepColumn } from '../training/run/log.ts';
import { Trainer } from '../training/run/trainer.ts';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';
import { nextEpochStep, usedBy } from './epochs.ts';

const initial = defaultHyperparameters('line-fit', 'sgd');
const withSize = (batchSize: number, accumulate: number) => ({ ...initial, learningRate: 1e-3, batchSize, accumulate });

const plans: (readonly [steps: number, size: number, accumulate?: number])[][] = [
  [[150, 8]],
  [[130, 100]],
  [
    [7, 30],
    [11, 4],
    [40, 53],
    [9, 1],
    [30, 100],
  ],
  [
    [10, 8],
    [3, 90],
    [20, 7],
  ],
  [[60, 8, 3]],
  [
    [11, 8, 4],
    [9, 30, 2],
    [17, 7],
    [8, 3, 5],
  ],
];

describe.each([false, true])('known from settings alone, with dropLast %s,', (dropLast) => {
  it.each(plans.map((plan) => ({ plan })))(
    'what the trainer has used and when its next epoch begins: $plan',
    ({ plan }) => {
      const config = { ...defaultConfig('line-fit', 'sgd'), examples: 100, dropLast };
      const trainer = new Trainer();
      trainer.start(config);
      const rows = plan.flatMap(([steps, size, accumulate = 1]) => {
        const request = { steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, beyondConvergence: true };
        const reply = trainer.advance({ ...request, hyperparameters: withSize(size, accumulate) });
        const [sizes, epochs] = (['batchSize', 'epoch'] as const).map((name) => [...stepColumn(reply.steps, name)]);
        return sizes.map((used, row) => ({ used, epoch: epochs[row] }));
      });
      let from = 0;
      const edits = plan.map(([steps, size, accumulate = 1]) => {
        const edit = { step: from, hyperparameters: withSize(size, accumulate) };
        from += steps;
        return edit;
      });
      let seen = 0;
      rows.forEach(({ used, epoch }, step) => {
        expect(usedBy(edits, config, step).seen).toBe(seen);
        seen += used;
        const next = rows.findIndex((row) => row.epoch > epoch);
        if (next >= 0) expect([step, nextEpochStep(edits, config, step)]).toEqual([step, next]);
      });
      expect(usedBy(edits, config, rows.length).seen).toBe(seen);
    },
  );
});
