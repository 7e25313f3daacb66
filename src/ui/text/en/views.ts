// English words of the views beside weight space, and of what is said and printed of them.

export const views = {
  tabs: 'Views',
  tabCompare: 'Compare',
  tabGuide: 'Guide',
  tabNumbers: 'Numbers',
  tabData: 'Data',
  tabLoss: 'Loss',
  rule: (of: { optimizer: string; equation: string; options: string }) =>
    `${of.optimizer}: ${of.equation}${of.options === '' ? '' : `; besides: ${of.options}`}`,
  shareRight: (of: { share: string; count: string; test: { share: string; count: string } | null }) =>
    `Decided rightly: ${of.share}% of ${of.count}${of.test === null ? '' : `, of the test ${of.test.share}% of ${of.test.count}`}.`,
  /** What a screen reader says when the run has moved. */
  at: (of: { step: string; epoch: string; w1: string; w2: string; loss: string }) =>
    `Step ${of.step}, epoch ${of.epoch}. w1 ${of.w1}, w2 ${of.w2}. Loss of all data ${of.loss}.`,
  atNetwork: (of: { step: string; epoch: string; loss: string; test: string | null }) =>
    `Step ${of.step}, epoch ${of.epoch}. Loss of all data ${of.loss}${of.test === null ? '' : `, of the test ${of.test}`}.`,
  /** Of more than two weights, seen in a plane. */
  summaryPlane: (of: {
    weights: string;
    nameX: string;
    nameY: string;
    x: string;
    y: string;
    distance: string;
    fullLoss: string;
    steps: string;
    left: string;
    right: string;
    bottom: string;
    top: string;
  }) =>
    `The loss of all data as contours over a plane through the space of all ${of.weights} weights: ${of.nameX} from ${of.left} to ${of.right} and ${of.nameY} from ${of.bottom} to ${of.top}. After ${of.steps} steps the weights are seen at ${of.x}, ${of.y}, ${of.distance} off the plane; their loss is ${of.fullLoss}.`,
  summaryTest: (of: { loss: string; count: string }) =>
    `The loss on the ${of.count} examples that are held out is ${of.loss}.`,
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
    `${of.count} examples with the prediction of the model. The mini-batch holds ${of.size}, by number: ${of.examples}. Their predictions lie between ${of.lowest} and ${of.highest}, and the loss of the mini-batch is ${of.loss}.`,
  summaryLoss: (of: { steps: string; first: string; last: string; lowest: string; lowestStep: string }) =>
    `The loss of the mini-batch over ${of.steps} steps: ${of.first} at the first, ${of.last} at the last, lowest ${of.lowest} at step ${of.lowestStep}.`,
  summaryLossNone: 'No step has been taken, so there is no curve yet.',
  tabSteps: 'Steps',
  tabSchedule: 'Schedule',
  printed: {
    settings: 'Settings',
    formula: 'Formulas',
    link: 'Link to this run',
    accumulate: 'Micro-batches to an update',
    clipNorm: 'Gradients clipped to length',
    forgetZeroGrad: 'zero_grad forgotten',
    startOffset: 'Start, as an offset from the drawn weights',
    startPlane: 'That offset lies along',
    ownData: 'Examples of one’s own',
    standardise: 'Standardised',
    arrangement: 'Arrangement',
    arrangements: {
      'as-drawn': 'as drawn',
      sorted: 'sorted',
      'one-class-rare': 'one class rare',
      outlier: 'one outlier',
      unscaled: 'a feature on another scale',
      duplicates: 'a quarter, repeated',
    },
  },
  tabBatch: 'Batch',
  tabGradients: 'Gradients',
  tabLayers: 'Layers',
  tabNoise: 'Noise',
  tabSection: 'Section',
  tabDepth: 'Depth',
  tabOptimizer: 'Optimizer',
  tabCode: 'Code',
  tabGlossary: 'Glossary',
};
