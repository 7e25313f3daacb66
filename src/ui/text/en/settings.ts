// English words of the settings, which come when these are opened.

export const settings = {
  network: 'Network',
  hiddenLayers: 'Hidden layers',
  noLayers: 'none: from the inputs straight to the output',
  unitsOfLayer: (layer: string) => `Units of hidden layer ${layer}`,
  addLayer: 'Add a layer',
  removeLayer: 'Remove the last',
  layersHelp: 'Units of each, 1 to 8; a single layer may have 16.',
  weightsInAll: (count: string) => `${count} weights in all, biases among them`,
  /** What the outputs are compared with; the classes of the data, or 0 where targets are numbers. */
  targets: {
    bce: () => 'Behind a sigmoid the output is the probability of class 1; the targets are 0 and 1.',
    'cross-entropy': () => 'Every class has an output; softmax makes probabilities of them.',
    mse: (classes: number): string => {
      if (classes === 0) return 'The output is compared with the target.';
      return classes > 2
        ? 'Every class has an output, compared with +1 for its own examples and with −1 for the others.'
        : 'The output is compared with −1 for class 0 and +1 for class 1.';
    },
    'sigmoid-mse': (classes: number) =>
      `${classes > 2 ? 'Every class has an output, whose' : 'The'} sigmoid is compared with 0 and 1. Where it is surely wrong, the gradient dies: there the sigmoid is level.`,
    hinge: () => 'The classes are −1 and +1. There is no loss once the output is beyond the number of its class.',
    huber: () => 'Half the squared error up to a distance of 1 from the target, beyond it only linear.',
  },
  heldOut: (of: { hasClasses: boolean }) =>
    `Held out as a test (in percent${of.hasClasses ? ', the same share of each class' : ''})`,
  startOffset: 'Start, as an offset from the drawn weights',
  offsetOf: (weight: string) => `Offset of ${weight}`,
  offsetAlong: { first: 'Offset along the first direction', second: 'Offset along the second direction' },

  gradients: 'Gradients',
  accumulate: 'Micro-batches to an update',
  accumulateHelp:
    'They are cut in order and each counts alike, however small, as with loss / k. The last update of an epoch takes what is left and divides by their number.',
  clipNorm: 'Clip to length (0: not at all)',
  clipNormHelp:
    'A longer gradient is made this long before the optimizer sees it. That keeps a run from flying off, not from bouncing.',
  forgetZeroGrad: 'Forget zero_grad',
  forgetZeroGradHelp:
    'The sum is never cleared: every update is made of all gradients since this was set. Where clipping shortens the sum, it goes on shortened.',
};
