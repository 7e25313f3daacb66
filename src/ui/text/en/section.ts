// English words of the section along the step.

export const section = {
  figure: 'Section along the step',
  axes: { rate: 'learning rate', share: 'share of the update' },
  loss: 'loss',
  batch: 'this batch',
  all: 'all examples',
  parabola: 'slope and curvature',
  here: 'here',
  landing: 'this step',
  bestBatch: 'best for the batch',
  bestAll: 'best for all',
  breakEven: 'break-even',

  handle: 'Learning rate on the section',
  handleHelp: 'Drag it, or use the arrow keys: it is the learning rate of the slider.',

  waiting: 'The losses along the step are being computed.',
  overflow: 'A number of this step is not finite, so there is nothing to cut along.',
  still: 'This update moves no weight, so it has no direction to cut along.',

  /** Two texts that are alike stand for a loss that hardly changes. */
  lands: (of: { batchFrom: string; batchTo: string; allFrom: string; allTo: string }) =>
    `The step takes the loss of this batch from ${of.batchFrom} to ${of.batchTo}, and that of all examples from ${of.allFrom} to ${of.allTo}.`,
  landsAsOne: (of: { from: string; to: string }) =>
    `The batch has the loss of all examples; the step takes it from ${of.from} to ${of.to}.`,
  /** In place of a loss that no number can hold. */
  overflowing: 'more than a number can hold',
  uphill:
    'At its beginning the update leads uphill for this batch, as older gradients, weight decay, or climbing can make it.',
  level: 'At its beginning the loss of this batch neither falls nor rises along the update.',
  /** Where on the axis the losses ahead are lowest. */
  best: (of: { batch: string; all: string }) =>
    `Of what is drawn ahead, the loss of the batch is lowest ${of.batch}, that of all examples ${of.all}.`,
  bestAsOne: (all: string) => `Of what is drawn ahead, the loss is lowest ${all}.`,
  bestAt: {
    rate: (rate: string) => `at a rate of ${rate}`,
    share: (share: string) => `after ${share} of the update`,
  },
  bestAtEdge: 'at the edge of this picture, if not beyond it',
  bestHere: 'here, where it begins',
  even: {
    rate: (rate: string) => `Break-even: at a rate of ${rate} the batch’s loss is back where it began.`,
    share: (share: string) => `Break-even: after ${share} of the update the batch’s loss is back where it began.`,
  },
  evenIsOneStep:
    'That tells of this one step alone. The limit of stability tells whether many steps at one rate settle: a step beyond the limit can still end lower, and one below it higher.',
  evenIsNoLimit: 'That tells of this one step alone, not whether many such steps settle.',
  rise: (of: { loss: string }) => `Between here and its end the batch’s loss rises to ${of.loss}, above both.`,
  clipped: (share: string) => `What the optimizer is given is clipped to ${share} of its length, whatever the rate.`,
  parts: (of: { parts: string }) => `The batch is that of the whole update, ${of.parts} micro-batches of equal weight.`,
  parabolaMeaning: 'Dotted: the parabola with the slope and the curvature that the batch’s loss has here.',
  whyShare: {
    schedule: 'The schedule sets the rate of each step, so the axis is the share of the update.',
    rule: 'This rule reads the rate before its first step and never again, so the axis is the share of the update.',
  },

  save: 'Save this picture (SVG)',
  saved: (name: string) => `Your browser saves it as ${name}.`,
  notSaved: 'The frame around this page may stop downloads.',
};
