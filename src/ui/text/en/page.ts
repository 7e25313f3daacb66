// English words of the page's frame, controls, and panels.

export const page = {
  title: 'Minibatch Lab',
  problem: 'Problem',
  optimizer: 'Optimizer',
  moreOptimizers: 'More optimizers',
  settings: 'Settings',
  close: 'Close',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  more: 'More',
  backToRun: 'Back to the run',
  dismiss: 'Dismiss',
  notices: 'Notices',

  transport: 'Run',
  play: 'Play',
  pause: 'Pause',
  step: 'Step',
  stepBack: 'Step back',
  nextEpoch: 'Next epoch',
  reset: 'Reset',
  stepOfRun: 'Step of the run',
  position: (at: { step: string; steps: string; epoch: string }) => `step ${at.step} of ${at.steps}, epoch ${at.epoch}`,
  speed: 'Speed',
  speedHalf: '1 step in 2 s',
  speedOne: '1 step/s',
  speedSteps: (steps: string) => `${steps} steps/s`,
  /** The same in slow motion. */
  phaseHalf: '1 phase in 2 s',
  phaseOne: '1 phase/s',
  speedPhases: (phases: string) => `${phases} phases/s`,
  speedTop: 'as fast as it goes',

  learningRate: 'Learning rate',
  learningRateNow: (rate: string) => `now ${rate}`,
  learningRateNowTitle: 'The rate of the pending step, after the schedule',
  limit: (rate: string) => `limit ${rate}`,
  limitExceeded: (rate: string) => `above the limit ${rate}`,
  limitNone: 'no limit: nothing curves upward here',
  limitOf: 'here, for the full batch',
  limitMeaning:
    'With all examples in the batch and the curvature that the loss has here, steps above this rate overshoot more and more along the direction that curves up most. Where the loss curves down, as on a saddle, the weights leave at any rate.',
  batchSize: 'Batch size',
  oneExample: 'one example',
  fullBatch: 'full batch',
  stepsPerEpoch: (of: { steps: string; single: boolean }) =>
    of.single ? '1 step per epoch' : `${of.steps} steps per epoch`,

  typed: (label: string) => `${label}, typed`,
  notANumber: 'This needs a number.',
  eitherNumber: (one: string, other: string) => `This could be ${one} or ${other}: type the one that is meant.`,
  beyondNumbers: 'No number here is that large or that close to 0.',
  notAList: 'This needs whole numbers with commas between them.',
  itStays: (value: string) => `It stays at ${value}.`,
  /** A refusal in the language of the page; `word` translates what the registries of training say. */
  notice: (english: string, _word: (english: string) => string) => english,

  data: 'Data',
  newSeed: 'New seed',
  start: 'Start',
  startW1: 'Start of w1',
  startW2: 'Start of w2',
  batches: 'Batches',
  sampling: 'Order',
  samplings: {
    reshuffle: 'shuffled anew every epoch',
    once: 'shuffled once',
    fixed: 'never shuffled',
    replacement: 'drawn with replacement',
  },
  dropLast: 'Leave out the shorter last batch',
  schedule: 'Learning-rate schedule',
  scheduleKind: 'Schedule',
  unit: 'Counted in',
  units: { step: 'steps', epoch: 'epochs' },
  warmup: 'Warm-up',
  startsAnew: 'starts the run anew',
  fromNextStep: 'acts from the next step',

  waiting: 'The examples are being made.',
  directions: [
    'to the right',
    'up and to the right',
    'up',
    'up and to the left',
    'to the left',
    'down and to the left',
    'down',
    'down and to the right',
  ],
  directionNone: 'nowhere',
  counsel: (of: { size: string; count: string; all: boolean; one: boolean; direction: string }) =>
    of.all
      ? `all ${of.count} examples together say: go ${of.direction}`
      : of.one
        ? `1 of ${of.count} examples says: go ${of.direction}`
        : `${of.size} of ${of.count} examples say: go ${of.direction}`,
  /** What the rule makes of the advice; null where the step is the one that the examples advise. */
  ready: (of: { counsel: string; rule: string | null }) =>
    of.rule === null
      ? `Here, ${of.counsel}. Press Step to take that step, or Play to keep going.`
      : `Here, ${of.counsel}. Press Step to see what ${of.rule} makes of it, or Play to keep going.`,
  /** Where the host has left out the buttons. */
  readyAlone: (counsel: string) => `Here, ${counsel}.`,
  moved: (of: { by1: string; by2: string }) => `Last step: w1 ${of.by1}, w2 ${of.by2}.`,
  taken: (of: { step: string }) => `Step ${of.step} is taken.`,
  /** `rule` and `way` are the optimizer's name and where its step goes, which need not be where the examples say. */
  ruleGoes: (of: { counsel: string; rule: string; way: string }) => `${of.counsel}, and ${of.rule} goes ${of.way}`,
  pending: (of: { counsel: string; batchFrom: string; batchTo: string; fullFrom: string; fullTo: string }) =>
    `Next, ${of.counsel}. That would take the loss of this batch from ${of.batchFrom} to ${of.batchTo}, that of all data from ${of.fullFrom} to ${of.fullTo}.`,
  /** Where nothing moves for now; `rule` is the optimizer's name where its steps may grow again by themselves. */
  resting: (rule: string | null) =>
    `Resting for now: over a whole epoch no gradient (with its weight decay) or update was longer than 0.000001. ${
      rule === null
        ? 'It counts as converged once it has stayed so for long and has at most 0.0001 to go.'
        : `But ${rule} can answer gradients as small as these with longer steps later on.`
    }`,
  running: (of: { step: string; epoch: string; loss: string }) =>
    `Running: step ${of.step}, epoch ${of.epoch}. The loss of all data is ${of.loss}.`,
};
