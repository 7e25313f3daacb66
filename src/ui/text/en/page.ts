// English words of the page's frame, controls, and panels.

export const page = {
  title: 'Minibatch Lab',
  problem: 'Problem',
  ofOwnData: (title: string) => `${title} · own data`,
  families: {
    bowl: 'Bowls',
    valley: 'Valleys',
    minima: 'Many minima',
    neuron: 'Neurons',
    network: 'Networks',
  },
  optimizer: 'Optimizer',
  optimizerFamilies: { basic: 'Basic', adaptive: 'Adaptive', other: 'Other' },
  settings: 'Settings',
  close: 'Close',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  more: 'More',
  /** The switch between the few things of a first lesson and all there is. */
  everything: 'All controls and views',
  faces: { label: 'In the large place', network: 'Network', weights: 'Weight space', data: 'Data', loss: 'Loss' },
  backToRun: 'Back to the run',
  dismiss: 'Dismiss',
  notices: 'Notices',
  /** Of notices folded away, from 1. */
  moreNotices: (count: number) => (count === 1 ? '1 more' : `${count} more`),
  /** How often a notice was said, from 2. */
  times: (count: number) => `(${count} times)`,

  transport: 'Run',
  play: 'Play',
  pause: 'Pause',
  step: 'Step',
  stepBack: 'Step back',
  nextEpoch: 'Next epoch',
  reset: 'Reset',
  stepOfRun: 'Step of the run',
  position: (at: { step: string; steps: string }) => `step ${at.step} of ${at.steps}`,
  /** Follows the position where there is room. */
  positionEpoch: (epoch: string) => `, epoch ${epoch}`,
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
  batchSize: 'Batch size',
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
  /** As long as what is said before a step becomes, for the room that is kept for it, until it is said. */
  longest:
    'The rate is so small that 100 such steps cover less than a tenth of the way. Next, 000 of 0,000 examples together pull down and to the right, and Adadelta goes down and to the right. The step would take the loss of this batch from −0.0000 to −0.00000 and take that of all data from −0.0000 to −0.00000.',
};
