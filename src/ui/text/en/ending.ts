// English words about how a run ends.

export interface PlaceNumbers {
  readonly largest: string;
  readonly smallest: string;
  readonly gradient: string;
  readonly period: string;
}

export const ending = {
  diverged: (of: { step: string }) => `The run diverged at step ${of.step}.`,
  /** Why; `rate` is the learning rate of its last steps. */
  reason: {
    aboveLimit: (of: { rate: string; limit: string }) =>
      `Its learning rate ${of.rate} is above the limit ${of.limit}, so the steps overshoot the valley more and more.`,
    aboveBatchLimit: (of: { rate: string; limit: string; size: string }) =>
      `Its learning rate ${of.rate} is above ${of.limit}, the limit for these mini-batches of ${of.size} in their order.`,
    aboveDrawLimit: (of: { rate: string; limit: string; size: string }) =>
      `Its learning rate ${of.rate} is above ${of.limit}, the limit for mini-batches of ${of.size} drawn with replacement.`,
    tooFast: (of: { rate: string }) => `With the learning rate ${of.rate} its steps carried a weight beyond a million.`,
    stepSizes: () =>
      'The step sizes, which grow while the sign of the gradient holds, carried a weight beyond a million.',
    decay: (of: { product: string }) =>
      `Its learning rate times its weight decay is ${of.product}, above 2: the decay alone throws the weights farther beyond zero with every step.`,
    climbing: () => 'It was told to climb, and here the loss climbs without end.',
    climbingAgainstDecay: () => 'It was told to climb, and the loss climbs faster than the weight decay pulls back.',
    lowFarOut: (of: { loss: string; first: string }) =>
      `A weight is beyond a million, yet the loss of all data is ${of.loss}, after ${of.first} at the start: here the loss is low far out.`,
    overflow: (of: { rate: string }) =>
      `With the learning rate ${of.rate} its steps led to weights where the loss, or a gradient, is too large a number to compute with.`,
    overflowAtStart: () =>
      'At its start the loss, or a gradient, is too large a number to compute with, whatever the learning rate. Begin nearer to the minimum.',
    zeroByZero: () =>
      'The next update is not a number, because the rule divides 0 by 0. An epsilon above 0 prevents that.',
  },
  /** Of a network: where numbers first stopped being finite. */
  overflowIn: (of: { layer: string; layers: string }) => `The numbers overflow in layer ${of.layer} of ${of.layers}.`,
  converged: (of: { step: string; loss: string }) =>
    `By step ${of.step} the run has converged: over 500 steps and two epochs at least, no gradient as the rule was given it (with its weight decay) and no update was longer than 0.000001, and the weights have at most 0.0001 to go. The loss of all data is ${of.loss}.`,
  limitReached: (of: { step: string }) =>
    `The run stopped at its limit of ${of.step} steps. Nothing is wrong; it can go on.`,
  tryRate: (rate: string) => `Try ${rate} from the start`,
  /** Beside the button: the rate was tried. */
  rateHolds: (of: { rate: string; steps: string }) => `A run with ${of.rate} held for ${of.steps} steps.`,
  noRateHolds: (of: { steps: string }) => `No smaller learning rate that was tried held for ${of.steps} steps.`,
  wholePath: 'Zoom out to the whole path',
  logarithmicLoss: 'Loss on a logarithmic axis',
  keepGoing: 'Keep going',

  /** What kind of place it has ended at; `largest` and `smallest` are curvatures, `gradient` the length of all examples'. */
  place: {
    minimum: (of: PlaceNumbers) =>
      `It stands in a minimum: the loss curves upward all around, by ${of.smallest} to ${of.largest}.`,
    floor: (of: PlaceNumbers) =>
      `It stands on the floor of a valley: the loss curves upward across it, by ${of.largest}, and hardly along it.`,
    saddle: (of: PlaceNumbers) =>
      `It stands at a saddle: the loss curves upward one way, by ${of.largest}, and downward another, by ${of.smallest}.`,
    maximum: (of: PlaceNumbers) =>
      `It stands on a maximum or a ridge: nothing curves upward, and the loss curves downward by ${of.smallest}.`,
    plateau: (of: PlaceNumbers) =>
      `It stands on a plateau: the gradient is ${of.gradient} long, and the loss hardly curves.`,
    slope: (of: PlaceNumbers) =>
      `It stands on a slope: the gradient of all examples is ${of.gradient} long. Batches that disagree, a large rate, weight decay, or a kink of the loss can hold a run on one.`,
    cycle: (of: PlaceNumbers) =>
      `It goes round in a cycle: after every ${of.period} steps the weights are the same again.`,
    unknown: (of: PlaceNumbers) =>
      `How the loss curves there could not be found; the gradient of all examples is ${of.gradient} long.`,
  },
  placeWithDecay: 'Gradient and curvature are those of the loss with the weight decay.',
  placeOfNetwork:
    'Curvatures of a network are found by search, to a few percent; those below a thousandth of the largest count as none.',
  placeNames: {
    minimum: 'minimum',
    floor: 'valley floor',
    saddle: 'saddle',
    maximum: 'maximum',
    plateau: 'plateau',
    slope: 'slope',
    cycle: 'cycle',
    unknown: '',
  },

  /** What another optimizer or problem has done to the run. */
  replaced: {
    optimizer: (name: string) => `The run began anew with ${name}.`,
    problem: (name: string) => `A new run began: ${name}.`,
    /** Where there was no run yet. */
    chosen: (name: string) => `${name} was chosen.`,
    rate: (of: { from: string; to: string }) => `The learning rate was set from ${of.from} to ${of.to}.`,
    /** @param why a sentence that says what the problem takes */
    dataLost: (why: string) => `Your own data could not be kept (Undo brings them back): ${why}`,
    backTo: (name: string) => `Back to ${name}`,
    backToStep: (of: { name: string; step: string }) => `Back to step ${of.step} of ${of.name}`,
  },
};
