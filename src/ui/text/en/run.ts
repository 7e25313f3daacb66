// English words of what is to be seen only of a run that can be changed or goes on, and of what is typed.
export const run = {
  learningRateNow: (rate: string) => `now ${rate}`,
  learningRateNowTitle: 'The rate of the pending step, after the schedule',
  limit: (rate: string) => `limit ${rate}`,
  limitExceeded: (rate: string) => `above the limit ${rate}`,
  /** The same where gradients are clipped. */
  limitClipped: (rate: string) => `above the limit ${rate}: clipped, it bounces`,
  limitClippedMeaning: 'Clipping keeps such a run from flying off, not from bouncing.',
  limitNever: 'no rate settles',
  limitNeverMeaning:
    'Where zero_grad is forgotten all gradients so far pull on, so about a minimum the weights swing for ever, or farther and farther.',
  limitNone: 'no limit: nothing curves upward here',
  limitOf: 'here, for the full batch',
  limitOfBoth: (of: { batch: string; size: string; isDrawn: boolean }) =>
    `full batch, ${of.batch} ${of.isDrawn ? 'draws' : 'batches'} of ${of.size}`,
  limitAdaptive: 'no fixed limit',
  limitAdaptiveMeaning: 'How long a step of this rule is does not follow from the gradient’s length alone.',
  limitMeaning:
    'With all examples in the batch and the curvature that the loss has here, steps above this rate overshoot more and more along the direction that curves up most. Where the loss curves down, as on a saddle, the weights leave at any rate.',
  /** Of an update's gradient, relative to one example's. */
  updateNoise: (noise: string) => `noise × ${noise}`,
  updateNoiseMeaning:
    'How far the gradient of an update strays from that of all data, as a standard deviation over many draws: so many times as far as that of a single example.',
  updateCost: (gradients: string) => `cost ${gradients}`,
  updateCostMeaning: 'Gradients of single examples that one update takes.',
  stepsPerEpoch: (of: { steps: string; single: boolean }) =>
    of.single ? '1 step per epoch' : `${of.steps} steps per epoch`,

  typed: (label: string) => `${label}, typed`,
  notANumber: 'This needs a number.',
  eitherNumber: (one: string, other: string) => `This could be ${one} or ${other}: type the one that is meant.`,
  beyondNumbers: 'No number here is that large or that close to 0.',
  notAList: 'This needs whole numbers with commas between them.',
  itStays: (value: string) => `It stays at ${value}.`,
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
  /** Where more than two weights are pulled at, in place of a direction. */
  pullLong: (of: { weights: string; length: string }) =>
    `at all ${of.weights} weights, with a gradient of length ${of.length}`,
  /** How the examples of the batch pull together; the beginning of a sentence stands before it. */
  pull: (of: { size: string; count: string; all: boolean; one: boolean; isDrawn: boolean; way: string }) => {
    if (of.all) return `all ${of.count} examples together pull ${of.way}`;
    if (of.isDrawn)
      return of.one
        ? `the one example drawn from ${of.count} pulls ${of.way}`
        : `${of.size} draws from ${of.count} examples together pull ${of.way}`;
    return of.one
      ? `1 of ${of.count} examples pulls ${of.way}`
      : `${of.size} of ${of.count} examples together pull ${of.way}`;
  },
  /** What the rule makes of the pull; null where it steps the way of the pull. */
  ready: (of: { pull: string; rule: string | null }) =>
    of.rule === null
      ? `Here, ${of.pull}. Press Step to take a step that way, or Play to keep going.`
      : `Here, ${of.pull}. Press Step to see what ${of.rule} makes of it, or Play to keep going.`,
  /** Where the step would not move the weights. */
  readyStill: (pull: string) => `Here, ${pull}. Press Step to draw the next batch, or Play to keep going.`,
  /** Where the host has left out the buttons. */
  readyAlone: (pull: string) => `Here, ${pull}.`,
  moved: (of: { by1: string; by2: string }) => `Last step: w1 ${of.by1}, w2 ${of.by2}.`,
  movedFar: (of: { weights: string; length: string }) =>
    `Last step: the ${of.weights} weights moved a distance of ${of.length}.`,
  /** Of what may be said before a step, the longest; the others come when they are needed. */
  tooSmallARate: 'The rate is so small that 100 such steps cover less than a tenth of the way.',
  taken: (of: { step: string }) => `Step ${of.step} is taken.`,
  ruleGoesFar: (of: { pull: string; rule: string; length: string }) =>
    `${of.pull}, and ${of.rule} moves them a distance of ${of.length}`,
  /** `rule` and `way` are the optimizer's name and where its step goes, which need not be where the examples pull. */
  ruleGoes: (of: { pull: string; rule: string; way: string }) => `${of.pull}, and ${of.rule} goes ${of.way}`,
  /** Two texts that are alike stand for a loss that hardly changes. */
  pending: (of: { goes: string; batchFrom: string; batchTo: string; fullFrom: string; fullTo: string }) => {
    const batch =
      of.batchFrom === of.batchTo
        ? `leave the loss of this batch at ${of.batchTo}`
        : `take the loss of this batch from ${of.batchFrom} to ${of.batchTo}`;
    const full =
      of.fullFrom === of.fullTo
        ? `leave that of all data at ${of.fullTo}`
        : `take that of all data from ${of.fullFrom} to ${of.fullTo}`;
    return `Next, ${of.goes}. The step would ${batch} and ${full}.`;
  },
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
