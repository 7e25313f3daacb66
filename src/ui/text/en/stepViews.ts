// English words of the views that take one update apart.

export const stepViews = {
  /** The batch of an update, in parts. */
  captionParts: (parts: string) =>
    `It is cut in order into ${parts} micro-batches, whose gradients add up to one update.`,
  /** What becomes of the gradient before the optimizer sees it; absent where it stays as it is. */
  captionSum: (of: { isForgotten: boolean; norm: string; most: string | null }) => {
    const kept = of.isForgotten ? 'zero_grad was forgotten, so the gradient joins what was left in the sum. ' : '';
    if (of.most === null) return kept.trim();
    return `${kept}${of.isForgotten ? 'The sum' : 'The gradient'} is ${of.norm} long and clipped to ${of.most}.`;
  },
  captionSample: (of: { epoch: string; size: string; count: string; all: boolean; isDrawn: boolean }) => {
    if (of.all) return `Epoch ${of.epoch}: the batch is all ${of.count} examples.`;
    return of.isDrawn
      ? `Epoch ${of.epoch}: the mini-batch is ${of.size} of ${of.count} examples, drawn with replacement, so some may be in it twice.`
      : `Epoch ${of.epoch}: the mini-batch is these ${of.size} of ${of.count} examples, the next in the order of this epoch.`;
  },
  captionForward: (of: { w1: string; w2: string; lowest: string; highest: string; single: boolean }) =>
    of.single
      ? `With w1 = ${of.w1} and w2 = ${of.w2} the model predicts ${of.lowest} for the example.`
      : `With w1 = ${of.w1} and w2 = ${of.w2} the model predicts a number for each example of the batch, from ${of.lowest} to ${of.highest}.`,
  captionLoss: (of: { size: string; loss: string; largest: string; single: boolean; parts: string | null }) => {
    if (of.single) return `The loss says how bad this prediction is: ${of.loss}.`;
    return of.parts !== null
      ? `Each prediction has a loss, at most ${of.largest} here. Each micro-batch has the mean of its own; all ${of.parts} count alike, and the mean of these is ${of.loss}.`
      : `Each prediction has a loss, at most ${of.largest} here. The mean of the ${of.size} losses is the loss of the mini-batch: ${of.loss}.`;
  },
  captionBackward: (of: {
    size: string;
    gradient1: string;
    gradient2: string;
    single: boolean;
    flat: boolean;
    parts: string | null;
  }) => {
    const mean =
      of.parts === null
        ? `The mean of the ${of.size} is the mini-batch gradient`
        : `Each micro-batch has their mean; all ${of.parts} count alike, and the mean of these is the gradient`;
    if (of.flat)
      return of.single
        ? 'By the chain rule the gradient of the example is (0, 0): here its loss is level, and there is no arrow.'
        : `By the chain rule each example has a gradient. ${mean} (0, 0), which has no arrow.`;
    return of.single
      ? `By the chain rule the example has a gradient, the way its loss rises fastest: (${of.gradient1}, ${of.gradient2}). The arrow points the other way, downhill.`
      : `By the chain rule each example has a gradient. ${mean} (${of.gradient1}, ${of.gradient2}); the arrows point the other way, downhill.`;
  },
  captionUpdate: (of: {
    optimizer: string;
    /** Whether the gradient is clipped, and earlier steps and weight decay have a part in the update. */
    clipped: boolean;
    remembers: boolean;
    decays: boolean;
    update1: string;
    update2: string;
    w1: string;
    w2: string;
    nextW1: string;
    nextW2: string;
  }) => {
    const parts = [
      of.clipped ? 'the clipped gradient' : 'the gradient',
      ...(of.remembers ? ['what it remembers'] : []),
      ...(of.decays ? ['the decay'] : []),
    ];
    const sources = parts.length < 3 ? parts.join(' and ') : `${parts[0]}, ${parts[1]}, and ${parts[2]}`;
    return `From ${sources} ${of.optimizer} makes the update (${of.update1}, ${of.update2}): w1 goes from ${of.w1} to ${of.nextW1}, w2 from ${of.w2} to ${of.nextW2}.`;
  },

  batchTable: 'Every example of the mini-batch, and the mean',
  columns: 'Columns',
  columnsBefore: 'Columns before',
  columnsAfter: 'Columns after',
  batchTableHelp: 'Arrow keys go from row to row.',
  example: 'no.',
  target: 'y',
  prediction: 'prediction p',
  loss: 'loss ℓ',
  byPrediction: '∂ℓ/∂p',
  byW1: '∂p/∂w1',
  byW2: '∂p/∂w2',
  gradient1: 'gradient 1',
  gradient2: 'gradient 2',
  mean: 'mean',
  /** Of micro-batches that are not of one size. */
  meanOfParts: (parts: string) => `mean of the ${parts} means`,
  timesRate: '× −learning rate',
  updateByRule: 'update',
  notYet: 'not yet computed in this phase',

  showGradients: 'Draw the gradient of each example in every phase',
  gradientsInBackward: 'They are always drawn in the backward phase of slow motion.',
  gradientView: 'Drawn as',
  gradientViews: { fan: 'fan', chain: 'tip to tail', cloud: 'cloud' },
  gradientViewHelp: {
    fan: 'All arrows start at the weights. The mean of their tips is the tip of the mini-batch arrow.',
    chain:
      'Each arrow is divided by the size of the batch and starts where the last one ended: the chain ends on the mean.',
    cloud: 'Only the tips. The mini-batch arrow ends at their mean.',
  },
  /** Of micro-batches that are not of one size. */
  gradientsUneven: 'Examples of a smaller micro-batch count for more, and their arrows are drawn so much longer.',
  exampleGradients: 'gradients of the examples',
  angle: 'angle between mini-batch and full gradient',
  degrees: (angle: string) => `${angle}°`,
  relativeError: 'length of their difference, as a share of the full gradient',
  gradientLength: 'length',
  batchSurfaces: { off: 'not drawn', over: 'over the full loss', instead: 'instead of it' },
  batchSurfaceUneven:
    'Here every example counts alike. Where micro-batches differ in size, the arrow may point a little past straight downhill.',
  batchSurfaceHelp:
    'The mini-batch arrow points straight downhill on this surface, wherever the full one slopes. A rule with a memory may step another way.',

  noiseIntro: (of: { draws: string; size: string }) =>
    `Holds the weights and draws ${of.draws} other mini-batches of ${of.size}. Each would give another gradient, and so another update.`,
  noiseIntroOfParts: (of: { draws: string; parts: string; size: string; last: string | null }) =>
    `Holds the weights and draws ${of.draws} other batches as an update takes them: ${of.parts} micro-batches of ${of.size} examples${of.last === null ? '' : `, the last of ${of.last}`}, whose mean gradients count alike. Each would give another gradient, and so another update.`,
  resample: 'Resample',
  resampleAgain: 'Resample again',
  noiseCaption:
    'Each dot is the tip that the arrow of one of those mini-batches would have; times the learning rate it is the step of plain gradient descent. The ellipses hold 95 % of a normal cloud.',
  measured: 'measured',
  predicted: 'predicted',
  deviation: 'Standard deviation of the mini-batch gradient',
  alongW1: 'of w1',
  alongW2: 'of w2',
  alongX: 'in x',
  alongY: 'in y',
  totalVariance: ({ measured, predicted }: { measured: string; predicted: string }) =>
    `Variance of the mini-batch gradient, added up over all weights: predicted ${predicted}, the sum for single gradients times the factor; measured ${measured}. The table and the cloud are what of it is seen in the plane of the picture.`,
  correlation: 'correlation',
  factor: 'Factor of the covariance of the single gradients',
  factorWithout: (of: { size: string; count: string; value: string }) =>
    `1/${of.size} × (${of.count} − ${of.size})/(${of.count} − 1) = ${of.value}, drawn without replacement`,
  factorWith: (of: { size: string; value: string }) => `1/${of.size} = ${of.value}, drawn with replacement`,
  /** Of micro-batches that are not of one size. */
  factorUnevenWith: (of: { parts: string; square: string }) =>
    `the sum of 1/size over the micro-batches, over ${of.parts}² = ${of.square}, drawn with replacement`,
  factorUnevenWithout: (of: { parts: string; square: string; count: string; value: string }) =>
    `with s = the sum of 1/size over the micro-batches, over ${of.parts}² = ${of.square}: (${of.count} × s − 1)/(${of.count} − 1) = ${of.value}, drawn without replacement`,
  noNoise: 'The batch is all of the data, so there is no noise: every draw gives the same gradient.',

  state: 'State',
  stateEmpty: 'This rule remembers nothing from step to step.',
  before: 'before',
  after: 'after',
  stepsTaken: (count: string) => `Steps taken: ${count}.`,
  lines: 'The rule, line by line, with the numbers of this step',
  forWeight: (place: string) => `w${place}`,
  otherwise: 'otherwise',
  updateFromLines: 'update',
  /** How much of an update is memory; shares are written with their sign of percent. */
  memoryShare: (of: { share: string; rest: string; kind: 'part' | 'beyond' | 'against' }) =>
    of.kind === 'part'
      ? `${of.share} of the update is memory, ${of.rest} this gradient.`
      : of.kind === 'beyond'
        ? `Memory alone is ${of.share} of the update; this gradient takes ${of.rest} back.`
        : `Memory takes ${of.share} of the update back; this gradient is ${of.rest} of it.`,
  markMemory: 'from memory',
  markGradient: 'from this gradient',
  markScale: 'rate per axis',
  markScaleOfPlane: 'rate per direction',
  partsOutside: (of: { memory: string; gradient: string }) =>
    `In the plane of the picture: ${of.memory} % of the length of the part from memory points out of it, and ${of.gradient} % of that of the part from this gradient.`,
  ratesOutside: (share: string) =>
    `The bars lie along the two directions of the plane that a gradient of one is followed in without turning aside, as far as the plane shows it; up to ${share} % of the length of the way points out of the plane.`,
  optimizerNotes: {
    sgd: 'With no option on, the update is the gradient times the learning rate, turned round. With momentum a velocity remembers past gradients.',
    momentum:
      'The velocity is made of this gradient and what is left of all past ones; the weights move against it, not against the gradient.',
    nesterov:
      'Momentum that looks ahead: the step is made of the gradient and the velocity as this gradient has just made it.',
    adagrad:
      'The gradient of each weight is divided by the root of the sum of all its squares so far, so the divisor of each weight only grows.',
    rmsprop:
      'The gradient of each weight is divided by the root of a running mean of its squares, which is large where an axis is steep. Centered, their spread stands for it.',
    adam: 'A running mean of the gradient over the root of a running mean of its square, both corrected for having started at zero. With AMSGrad the largest such mean so far stands in the divisor.',
    adadelta: 'The step is measured in past steps: the root of their mean square over that of the gradients.',
    adamw: 'Adam, with the weight decay taken off the weights directly instead of joining the gradient.',
    adamax: 'Adam with the largest recent gradient for a divisor instead of a root mean square.',
    nadam: 'Adam that looks ahead along its first moment, as Nesterov does along the velocity.',
    radam: 'Adam that leaves its divisor out until enough squared gradients have been seen to trust it.',
    rprop:
      'Only the sign of the gradient counts: each weight has its own step size, which within its bounds grows while the sign holds and shrinks when it turns.',
    lion: 'But for weight decay every weight moves by the learning rate; only the sign of a mean of the gradient says which way, and only where that mean is 0 the weight stays.',
  },

  library: 'Language',
  valueList: (values: readonly string[]) => `[${values.join(', ')}]`,
  codeNote: 'Beside a line stands what it computes: before the loop at the start, in the loop at the pending step.',
  codeNoteOfParts: 'What each micro-batch goes through stands as the last of them makes it.',
  codeLanguages: {
    numpy: 'NumPy',
    pytorch: 'PyTorch',
    'pytorch-tensors': 'PyTorch, tensors only',
    tensorflow: 'TensorFlow',
    keras: 'Keras',
    javascript: 'JavaScript',
  },
};
