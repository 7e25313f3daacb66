// English words about the curve of the learning-rate schedule.

export const schedule = {
  curveName: 'Learning rate over the run',
  /** How far a run has come, as its schedule counts. */
  curveAfter: {
    step: (count: string) => `after ${count} ${count === '1' ? 'step' : 'steps'}`,
    epoch: (count: string) => `after ${count} ${count === '1' ? 'epoch' : 'epochs'}`,
  },
  curveNow: (of: { rate: string; after: string }) => `${of.rate} ${of.after}`,
  /** What follows once the run has outlasted its schedule. */
  scheduleEnds: {
    small: (after: string) => `The run is longer than its cycle: ${after} the rate stays at its last value.`,
    rises: (after: string) => `The run is longer than the way down: ${after} the rate rises again, as PyTorch’s does.`,
    falls: (after: string) => `The run is longer than the way up: ${after} the rate falls again, as PyTorch’s does.`,
    zero: (after: string) => `The rate is 0 ${after}: the weights no longer move.`,
  },
  /** Of a schedule such as 1/t. */
  damping:
    'Added up, these rates grow without end, so plain descent can still reach any place; their squares do not, so the noise of the batches dies out: the noise floor, whose height goes with the rate, sinks to 0 with it. Under a constant rate it stays (Robbins and Monro).',
  curveUnits: { step: 'step', epoch: 'epoch' },
  curveRate: 'learning rate',
  curveMeaning: (of: { lowest: string; highest: string; length: string; unit: string }) =>
    `The rate of each ${of.unit} from 0 to ${of.length}: between ${of.lowest} and ${of.highest}.`,
};
