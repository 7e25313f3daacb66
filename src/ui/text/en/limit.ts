// English words that explain the limit of the learning rate.

export const limit = {
  title: 'The limit of the learning rate',
  close: 'Close',
  /** What the formula is made of. */
  largest: 'largest curvature',
  momentum: 'momentum',
  decay: 'weight decay',
  dampening: 'dampening',
  flat: (largest: string) =>
    `The largest curvature here is ${largest}: nothing curves upward, so no rate is too large for it, and along what curves down the weights leave at any rate.`,
  why: 'Along one direction a step of all examples takes rate × curvature of the distance away: all of it at 1, as much as there was to the other side at 2, and more beyond.',
  whyMomentum:
    'With momentum the velocity takes part: the factor is the size of the larger root of what one step makes of distance and velocity.',
  withDecay: 'In all of this the weight decay counts as curvature of the loss.',
  here: 'The curvature is that of the loss of all examples at these weights. Where that is no quadratic it is another elsewhere, and so is the limit.',

  direction: 'direction',
  curvature: 'curvature',
  factor: 'factor per step',
  becomes: 'a distance',
  steepest: 'steepest',
  flattest: 'flattest',
  shrinks: 'shrinks',
  swings: 'shrinks, side to side',
  stays: 'stays',
  grows: 'grows',
  condition: (number: string) =>
    `The steepest direction curves ${number} times as much as the flattest: the condition number, for which a valley is slow.`,
  noCondition:
    'Along the flattest direction the loss does not curve upward, so nothing pulls the weights back along it.',
  halving: (steps: string) =>
    `Along the slower of the two, all examples in the batch halve a distance in about ${steps} steps.`,
  noHalving: 'At this rate a distance along one of them does not shrink.',
  measured: (steps: string) => `In this run the distance from the minimum has last halved in ${steps} steps.`,
  notMeasured: 'In this run the distance from the minimum has not halved yet.',

  ofBatch: {
    whole: 'Every update takes all examples, so this limit is that of the run’s own steps.',
    replacement: (of: { limit: string; size: string }) =>
      `Of batches of ${of.size} drawn with replacement the limit is ${of.limit}. Beyond it the spread of many such runs grows without end, though a single one may look calm for long.`,
    reshuffle: (of: { limit: string; size: string }) =>
      `Were batches of ${of.size} drawn with replacement, their limit would be ${of.limit}. Beyond it the spread of many such runs grows without end, though a single one may look calm for long. Shuffled epochs are mostly calmer.`,
    repeated: (of: { limit: string; size: string }) =>
      `Every epoch has the same batches of ${of.size}, and the limit of this run is ${of.limit}: beyond it the run itself grows from epoch to epoch.`,
    unknown:
      'For these mini-batches no limit is computed. They mostly meet trouble earlier than all examples at once, since their own curvatures scatter.',
  },
  clipped: 'Clipping keeps a run beyond the limit from flying off, not from bouncing.',
  adaptive:
    'How long a step of this rule is does not follow from the gradient’s length alone, so no limit follows from the curvature. Most rules that divide by the recent size of the gradients, or take only their signs, step about as far near a minimum as far from it: at a fixed rate they rattle there in the end, the wider the larger the rate, and only a falling rate brings them to rest.',
};
