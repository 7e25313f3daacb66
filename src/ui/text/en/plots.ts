// English words in and around the plots.
export const plots = {
  weightSpace: 'Weight space',
  dataSpace: 'Data space',
  lossCurve: 'Loss curve',
  epochStrip: 'Epoch',

  w1: 'w1',
  w2: 'w2',
  /** What the axes of a plane through more than two weights are: x, y. */
  planeAxes: {
    step: ['along the batch gradient', 'towards the full gradient'],
    random: ['random direction 1', 'random direction 2'],
    principal: ['principal direction 1', 'principal direction 2'],
  },
  weights: 'weights',
  weightsHandle: 'Weights',
  weightsHandleKind: 'point to drag',
  weightsHandleHelp: 'Arrow keys move the start by a hundredth of the view, with Shift by a tenth.',
  weightsAt: (at: { x: string; y: string; nameX: string; nameY: string }) => `${at.nameX} ${at.x}, ${at.nameY} ${at.y}`,
  weightsOutside: (at: { w1: string; w2: string }) => `weights (${at.w1}, ${at.w2})`,
  update: 'update',
  batchGradientArrow: '−mini-batch gradient',
  fullGradientArrow: '−full gradient',
  /** What a gradient is multiplied by to be drawn as an arrow; the update is drawn as it is. */
  arrowScale: (factor: string) => `gradients drawn × ${factor}`,
  /** Where the axes have different scales, at the foot of the plot: the lower line first. */
  axesDiffer: (of: { name: string; factor: string }) => [
    'the marked angle is a right angle',
    `${of.name} is stretched × ${of.factor}:`,
  ],
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomHint: 'Ctrl + wheel zooms',
  resetView: 'Reset view',
  surface: 'Loss of all data',

  x: 'x',
  y: 'y',
  x1: 'x1',
  x2: 'x2',
  miniBatch: 'mini-batch',
  otherExamples: 'other examples',
  prediction: 'prediction',
  predicts: (own: string) => `predicts ${own}`,
  classNumber: (own: string) => `class ${own}`,
  wrongClass: 'taken for another',
  heldOut: 'test',
  aboveMean: 'above the mean',
  belowMean: 'below the mean',
  tooLow: 'too low',
  tooHigh: 'too high',

  step: 'step',
  fullLoss: 'full loss',
  batchLoss: 'mini-batch loss',
  testLoss: 'test loss',
  logarithmic: 'log',
  logarithmicHelp: 'Logarithmic loss axis',
  epochTick: (at: { epoch: string }) => `epoch ${at.epoch}`,
  stepToRead: 'Step to read',
  stepReadout: (at: { step: string; epoch: string; loss: string }) =>
    `step ${at.step} · epoch ${at.epoch} · loss ${at.loss}`,
  stepReadoutHelp: 'Arrow keys choose a step, Enter goes to it.',
  noSteps: 'No step taken yet.',

  /** `batches`: null where a question asks for it; `parts`: of how many micro-batches it is made, null where it is one. */
  batchOfEpoch: (at: {
    epoch: string;
    batch: string;
    batches: string | null;
    size: string;
    single: boolean;
    parts: string | null;
  }) =>
    `epoch ${at.epoch} · ${at.parts === null ? 'batch' : 'update'} ${at.batch}${at.batches === null ? '' : ` of ${at.batches}`} · ${
      at.parts === null ? '' : `${at.parts} micro-batches · `
    }${at.size} ${at.single ? 'example' : 'examples'}`,
  lastBatch: (of: { size: string }) => `last: ${of.size}`,
};
