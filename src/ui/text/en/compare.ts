// English words of the comparison; loaded with it.

export const compare = {
  sections: 'What to compare',
  section: {
    contenders: 'Contenders',
    results: 'Results',
    seeds: 'Many seeds',
    sweep: 'Sweep',
    floor: 'Noise floor',
  },

  contenders: 'Contenders',
  intro:
    'Same problem, same start, same shuffles: whatever differs between these runs comes from their settings. Changing one starts it anew and lets it catch up.',
  contender: (letter: string) => `Contender ${letter}`,
  optimizerOf: (letter: string) => `Optimizer of ${letter}`,
  rateOf: (letter: string) => `Learning rate of ${letter}`,
  sizeOf: (letter: string) => `Batch size of ${letter}`,
  scheduleOf: (letter: string) => `Schedule of ${letter}`,
  learningRate: 'Learning rate',
  batchSize: 'Batch size',
  more: 'Arguments',
  moreOf: (letter: string) => `Arguments of ${letter}`,
  clipNorm: 'Clip norm (0 does not clip)',
  accumulate: 'Micro-batches to an update',
  forgetZeroGrad: 'Forget zero_grad',
  solo: 'Solo',
  soloOf: (letter: string) => `Show ${letter} alone`,
  duplicate: 'Duplicate',
  duplicateOf: (letter: string) => `Duplicate ${letter}`,
  remove: 'Remove',
  removeOf: (letter: string) => `Remove ${letter}`,
  add: 'Add a contender',
  full: 'Four runs side by side are the most.',
  sets: 'Compare at once',
  set: {
    batchSizes: 'One example, mini-batch, largest batch',
    rates: 'A small, a middle, and a large rate',
    optimizers: 'SGD, momentum, Adam',
    valley: 'SGD, momentum, Adam on a long valley',
    adaptive: 'Adagrad, RMSprop, Adam',
    losses: 'Squared error, cross-entropy on one neuron',
    decay: 'Constant, decayed',
  },
  /** Who is first at the same time on the clock, by the loss of all data. */
  first: (of: { letter: string; name: string; clock: string; loss: string; next: string }) =>
    `First now, kept in step by ${of.clock}: ${of.letter} (${of.name}) with loss ${of.loss}; the next has ${of.next}.`,
  noneFirst: (loss: string) => `None is first now: the two lowest both have loss ${loss}.`,
  why: {
    batchSizes:
      'After as many epochs all have seen as many examples: a small batch makes more updates of them, and noisier ones.',
    rates: 'Only the rate differs: with a small one each step is short, and above the limit steps overshoot.',
    best: (steps: string) =>
      `Each has the one of 25 rates with which it came lowest in ${steps} steps of this run, tried just now.`,
    usual: 'Each has its usual rate; to try many here would take too long.',
    optimizers:
      'SGD must keep its rate below what the steepest direction bears; momentum adds up what successive gradients agree on and lets cancel what changes sign; Adam gives each weight a step of its own size.',
    adaptive:
      'Adagrad divides by the root of the sum of all squared gradients so far, which never shrinks; RMSprop and Adam forget old ones, so what they divide by can.',
    losses:
      'Where the neuron is surely wrong, squared error multiplies its gradient by s (1 − s), which is next to nothing there; cross-entropy does not. Both are measured here by squared error.',
    decay: 'Where the rate falls, the steps get shorter, and with them the noise about a minimum.',
  },
  status: {
    diverged: (step: string) => `diverged at step ${step}`,
    converged: (step: string) => `converged, step ${step}`,
    limit: (step: string) => `stopped at its limit, step ${step}`,
    lost: () => 'stopped: its worker was lost',
    running: (step: string, loss: string) => `step ${step}, loss ${loss}`,
  },
  divergedMark: (letter: string) => `${letter} diverged`,

  clock: 'Keep in step by',
  clocks: { step: 'step', epoch: 'epoch', example: 'example seen', time: 'simulated time' },
  axis: { step: 'step', epoch: 'epoch', example: 'examples seen', time: 'simulated time' },
  overhead: 'Overhead per step',
  parallelWidth: 'Examples at once',
  timeMeaning: (of: { overhead: string; width: string; knee: string }) =>
    `A step takes ${of.overhead} + examples / ${of.width}. Up to about ${of.knee} examples the overhead dominates and a larger batch is nearly free; beyond that its cost grows with its size.`,

  branch: 'What if, from here?',
  branchHelp: (step: string) =>
    `Keeps the run so far as a ghost. Then change a knob and go on from step ${step}: the past is the same, and the old future goes on beside it, faded.`,
  branchNone: 'Take a few steps first; then the run can branch at any of them.',
  branched: (step: string) => `The ghost is the run as it was without the change at step ${step}.`,
  forget: 'Remove the ghost',
  ghost: 'old future',

  lossPlot: 'Loss of the contenders',
  lossAt: (at: { clock: string; losses: string }) => `${at.clock} · ${at.losses}`,
  logarithmic: 'log',
  logarithmicHelp: 'Logarithmic loss axis',

  cancel: 'Cancel',
  progress: 'Progress',
  done: (of: { done: string; total: string }) => `${of.done} of ${of.total}`,

  results: 'Results',
  targetLoss: 'Loss to reach',
  name: 'Run',
  steps: 'Steps',
  epochs: 'Epochs',
  examples: 'Examples',
  time: 'Simulated time',
  finalLoss: 'Loss now',
  distance: 'Distance to the minimum',
  notYet: 'not yet',
  sortBy: (column: string) => `Sort by ${column}`,
  exportCsv: 'Save as CSV',
  resultsNote: (target: string) =>
    `Steps, epochs, examples, and time until the loss of all data is first at or below ${target}. The lowest number in a column is bold.`,
  distancePairs: 'The minima of a network are not known, so no distance is given: it is exact for two weights only.',

  seedsOf: 'Run to repeat',
  seedSteps: 'Steps',
  seedsIntro:
    'The same run with the same data and 50 shuffles, its own the first: a narrow band is a steady method, a wide one means luck. Never shuffled, all 50 are one and the same; where shuffling only reorders the sum over a batch of all examples, they differ by rounding alone, which a chaotic run makes more of.',
  varied: 'What differs',
  vary: { shuffles: 'shuffles', 'first weights': 'first weights' },
  firstWeightsIntro:
    'The same run with the same data and the same shuffles from 50 draws of the first weights, its own the first: a narrow band is a steady method, a wide one means luck. First weights that are not drawn, all 0 or all equal, make all 50 one and the same.',
  fanElsewhere: 'The paths were seen in another plane of weight space; run the seeds again to see them in this one.',
  runSeeds: 'Run 50 seeds',
  endedIn: 'Where they ended',
  minimum: (at: { w1: string; w2: string; loss: string }) => `minimum at (${at.w1}, ${at.w2}), loss ${at.loss}`,
  plateau: (at: { w1: string; w2: string; loss: string }) => `plateau near (${at.w1}, ${at.w2}), loss ${at.loss}`,
  moving: 'still on the way',
  held: 'did not diverge',
  divergedShare: 'diverged',
  spread: (of: { low: string; median: string; high: string; steps: string }) =>
    `After ${of.steps} steps the loss is ${of.median} in the middle; half of the runs lie between ${of.low} and ${of.high}.`,
  basins: 'Map the starts',
  basinsIntro: 'Where does the run end from each start? Every start sees the same mini-batches.',
  basinsPairs:
    'The map of starts, and the minima in which runs end, are exact for two weights only: a network has more.',
  hideMap: 'Hide the map',
  hideFan: 'Hide the fan',

  /** Beside it, where an update takes more than one micro-batch. */
  sweepParts: (parts: string) => `Every update takes ${parts} micro-batches, or as many as an epoch of the row has.`,
  sweepIntro: (of: { steps: string; seeds: string }) =>
    `Final loss of all data after ${of.steps} steps, the median of ${of.seeds} shuffles, for every learning rate and batch size. Click a cell to make it a contender.`,
  runSweep: 'Run the sweep',
  followSliders: 'Follow the settings live',
  sweepMap: 'Final loss by learning rate and batch size',
  stability: 'stability limit',
  stabilityOfDraws: 'stability limit, drawn with replacement',
  cell: (of: { rate: string; size: string; loss: string }) =>
    `learning rate ${of.rate}, batch size ${of.size}: loss ${of.loss}`,
  cellDiverged: (of: { rate: string; size: string; share: string }) =>
    `learning rate ${of.rate}, batch size ${of.size}: ${of.share} of the runs diverged`,
  cellEmpty: (of: { rate: string; size: string }) =>
    `learning rate ${of.rate}, batch size ${of.size}: not computed yet`,
  low: 'low loss',
  high: 'high loss',
  divergedCells: 'diverged',
  rateTest: 'Learning-rate range test',
  rateTestIntro:
    'One run whose rate grows a little with every step. Where its loss turns up for good, the rate is too large to stay there.',
  rateTestRprop:
    'Rprop takes the learning rate for its first step sizes only, so a rate that grows with every step would test nothing.',
  runRateTest: 'Run the range test',
  rateAxis: 'learning rate',
  reason: {
    belowTheTurn: (of: { rate: string; at: string }) =>
      `Try ${of.rate}: a third of ${of.at}, the last rate at which the loss was still near its lowest. Beyond it the loss rose for good.`,
    belowTheLimit: (of: { rate: string; at: string }) =>
      `Try ${of.rate}: a third of ${of.at}, the stability limit where the loss was lowest. The test went past that limit before the loss rose, but a run that keeps such a rate is driven away from there.`,
    neverRose: (of: { rate: string; at: string }) =>
      `The loss was still near its lowest at ${of.rate}, the largest rate tried; larger ones deserve a test.`,
    heldWhenTried: (of: { rate: string; at: string }) =>
      `Try ${of.rate}. The loss alone would suggest ${of.at}, but a run with that rate diverged within 3,000 steps, and one with ${of.rate} did not.`,
    noneHeld: (of: { at: string }) =>
      `The loss would suggest ${of.at}, but a run with that rate diverged within 3,000 steps, and so did runs with smaller ones.`,
    neverFell: () => 'No rate lowered the loss by even a fiftieth, so there is nothing to suggest.',
  },
  tryRate: (rate: string) => `Use ${rate}`,

  zoomToCloud: 'Zoom to the cloud',
  wholeView: 'Whole view',
  floorIntro:
    'While the batches disagree and the steps do not shrink, a run that stays near a minimum ends in a cloud, not in a point. The ellipses reach to two standard deviations.',
  measured: 'measured',
  predicted: 'predicted',
  measureFrom: (step: string) => `Measured from step ${step} on, when the start is forgotten.`,
  measureHalf: 'Measured over the second half of the run.',
  transient: (of: { steps: string }) =>
    `The start is forgotten after about ${of.steps} steps. Press Play and wait for them.`,
  samples: (of: { steps: string }) => `${of.steps} steps in the cloud so far.`,
  spreadAlong: 'Standard deviation',
  alongLong: 'along the longer axis',
  alongShort: 'along the shorter axis',
  halveRate: 'half the rate',
  doubleBatch: 'twice the batch',
  floorExact: 'The prediction is exact for the way this run draws its batches.',
  floorUpper:
    'The prediction is exact for examples drawn with replacement. Reshuffling makes the batches of an epoch cancel each other out, so this run is mostly calmer; with small batches of few examples at a large rate it can be wilder.',
  floorNone:
    'No exact prediction here: it exists for SGD and momentum at a constant rate where the loss is quadratic in the weights, with one batch to an update whose gradient is neither clipped nor left in a sum. The measured cloud is drawn all the same.',
  floorPairs:
    'The prediction is exact for two weights only; of a network the measured cloud is drawn, as it is seen in the plane of the picture.',
  floorUnstable:
    'At this learning rate there is no cloud: on average the distance to the minimum grows without bound, even if the run looks calm.',
  floorUnstableDrawn:
    'With examples drawn with replacement there would be no cloud at this learning rate: on average the distance to the minimum would grow without bound. Reshuffled, this run may still have one.',
  floorMissing: 'Too few steps to measure a cloud.',
  floorThinned: (of: { stride: string }) =>
    `So long a run keeps only every ${of.stride}th step, always at the same places of an epoch, which is no sample of the cloud. Reset and measure a shorter run.`,
  average: 'Averaged path',
  averages: { none: 'none', exponential: 'exponential', polyak: 'Polyak' },
};
export type CompareWords = typeof compare;
