// English words about how a run ends.

export const ending = {
  divergence: {
    aboveLimit: (of: { step: string; rate: string; limit: string }) =>
      `The run diverged at step ${of.step}: the learning rate ${of.rate} is above the limit ${of.limit}, so the steps overshoot the valley more and more.`,
    tooFast: (of: { step: string; rate: string }) =>
      `The run diverged at step ${of.step}: with the learning rate ${of.rate} the steps carried the weights away faster than the gradient could bring them back.`,
    climbing: (of: { step: string }) =>
      `The run left the map at step ${of.step}: it was told to climb, and here the loss climbs without end.`,
    carriedOff: (of: { step: string; rate: string }) =>
      `The run left the map at step ${of.step}: with the learning rate ${of.rate} its steps are so long that they carried the weights off.`,
    notANumber: (of: { step: string }) =>
      `The run ended at step ${of.step}: the next update is not a number, because the rule divides 0 by 0. An epsilon above 0 prevents that.`,
  },
  converged: (of: { step: string; loss: string }) =>
    `By step ${of.step} the run has converged: over 500 steps and two epochs at least, no gradient (with its weight decay) or update was longer than 0.000001, and the weights have at most 0.0001 to go. The loss of all data is ${of.loss}.`,
  limitReached: (of: { step: string }) =>
    `The run stopped at its limit of ${of.step} steps. Nothing is wrong; it can go on.`,
  tryRate: (rate: string) => `Try ${rate} from the start`,
  keepGoing: 'Keep going',
};
