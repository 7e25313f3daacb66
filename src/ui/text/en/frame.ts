// English words of what surrounds the lab: the menu, what a host page fixed, and what is said instead of shown.

export const frame = {
  locked: 'Fixed by the page around this lab.',
  /** The names are the host's own words, in the order in which it said them. */
  unknownNames: (of: { names: string; single: boolean }) =>
    of.single
      ? `Nothing here is called ${of.names}, which the page around this lab hides or fixes.`
      : `Nothing here goes by these names, which the page around this lab hides or fixes: ${of.names}.`,
  failure: 'Training broke down three times in a short while and was stopped. The steps so far are still here.',
  tryAgain: 'Try again from the start',
  menu: 'Menu',
  export: 'Export …',
  share: 'Share …',
  about: 'About the numbers',
  keyboard: 'Keyboard',
  print: 'Print …',
  printRefused: 'This page cannot be printed from here. The menu of your browser may be able to.',

  /** What a screen reader says when the run has moved. */
  at: (of: { step: string; epoch: string; w1: string; w2: string; loss: string }) =>
    `Step ${of.step}, epoch ${of.epoch}. w1 ${of.w1}, w2 ${of.w2}. Loss of all data ${of.loss}.`,
  summaryWeights: (of: {
    w1: string;
    w2: string;
    nextW1: string;
    nextW2: string;
    fullLoss: string;
    steps: string;
    left: string;
    right: string;
    bottom: string;
    top: string;
  }) =>
    `The loss of all data as contours over w1 from ${of.left} to ${of.right} and w2 from ${of.bottom} to ${of.top}. After ${of.steps} steps the weights are at ${of.w1}, ${of.w2}, where the loss is ${of.fullLoss}. The pending update would bring them to ${of.nextW1}, ${of.nextW2}.`,
  summaryData: (of: { count: string; size: string; lowest: string; highest: string; loss: string; examples: string }) =>
    `${of.count} examples with the prediction of the model. ${of.size} of them are in the mini-batch: ${of.examples}. Their predictions lie between ${of.lowest} and ${of.highest}, and their mean loss is ${of.loss}.`,
  summaryLoss: (of: { steps: string; first: string; last: string; lowest: string; lowestStep: string }) =>
    `The loss of the mini-batch over ${of.steps} steps: ${of.first} at the first, ${of.last} at the last, lowest ${of.lowest} at step ${of.lowestStep}.`,
  summaryLossNone: 'No step has been taken, so there is no curve yet.',

  tabSteps: 'Steps',
  stepsCaption: (of: { first: string; last: string }) => `Steps ${of.first} to ${of.last}, the newest first`,
  stepsNone: 'No step has been taken yet.',
  columns: {
    step: 'step',
    epoch: 'epoch',
    w1: 'w1',
    w2: 'w2',
    gradient1: 'gradient 1',
    gradient2: 'gradient 2',
    update1: 'update 1',
    update2: 'update 2',
    batchLoss: 'mini-batch loss',
    learningRate: 'learning rate',
  },

  tabSchedule: 'Schedule',
  printed: {
    settings: 'Settings',
    formula: 'Formulas',
    link: 'Link to this run',
  },
};
