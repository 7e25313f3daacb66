// Counting: an epoch goes through all examples once and takes as many updates as it has batches.

import { defineLesson } from './lesson.ts';

const sizes = [30, 8] as const;

interface Truth {
  readonly examples: number;
  /** Of the first epoch, for each batch size. */
  readonly updates: readonly number[];
  readonly last: readonly number[];
}

export const lesson = defineLesson<'fill', Truth>({
  key: 'counting',
  settings: 'problem=line-fit&batchSize=30',
  steps: 4,
  form: {
    kind: 'fill',
    given: [
      { row: 'examples', cells: [100, 100] },
      { row: 'batch', cells: sizes },
    ],
    asked: [
      { row: 'updates', count: 2 },
      { row: 'last', count: 2 },
    ],
  },
  truth: (experiments, { config, hyperparameters }) => {
    const epochs = sizes.map((batchSize) => {
      const asked = { config, hyperparameters: { ...hyperparameters, batchSize }, steps: config.examples };
      const { column } = experiments.course(asked);
      const updates = column('epoch').filter((epoch) => epoch === 0).length;
      return { updates, last: column('batchSize')[updates - 1] };
    });
    return {
      examples: config.examples,
      updates: epochs.map(({ updates }) => updates),
      last: epochs.map(({ last }) => last),
    };
  },
  outcome: ({ updates, last }) => ({ updates0: updates[0], updates1: updates[1], last0: last[0], last1: last[1] }),
  features: (written, { updates, last }) => ({
    updates: updates.every((count, index) => written[`updates${index}`] === count),
    last: last.every((size, index) => written[`last${index}`] === size),
  }),
  figures: ({ examples, updates, last }) => ({
    updates,
    last,
    total: updates.map((count, index) => (count - 1) * sizes[index] + last[index]),
    examples,
  }),
  observations: ({ examples, updates, last }) => {
    const isAll = updates.every((count, index) => (count - 1) * sizes[index] + last[index] === examples);
    return { all: isAll, dropped: !isAll, full: false };
  },
  reasons: { rest: null, dropped: 'what fills no batch is always left out', step: 'an epoch is one update' },
  change: 'dropLast=1',
  slips: ({ examples, updates, last }, cell) => {
    const index = Number(cell.at(-1));
    const size = sizes[index];
    const named: Record<string, number> = cell.startsWith('updates')
      ? { down: Math.floor(examples / size), fraction: examples / size, step: 1, each: examples }
      : { full: size, none: 0 };
    const truth = (cell.startsWith('updates') ? updates : last)[index];
    return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== truth));
  },
  claim: {
    holds: ({ examples, updates, last }) =>
      sizes.every((size, index) => updates[index] === Math.ceil(examples / size) && last[index] === examples % size),
  },
});
