// English words of the views of a network.

export const network = {
  figure: 'Network',
  layersFigure: 'Layers',

  shown: 'Show',
  meanOfBatch: (size: string) => (size === '1' ? 'the one of the batch' : `mean of the batch (${size})`),
  /** Of micro-batches that are not of one size. */
  meanOfParts: (parts: string) => `mean of the ${parts} micro-batches’ means`,
  oneExample: (number: string) => `example ${number}`,
  asTable: 'As a table',
  asPicture: 'As a picture',

  titles: { inputs: 'inputs', outputs: 'outputs', output: 'output', layer: (number: string) => `layer ${number}` },
  target: (value: string) => `y ${value}`,
  loss: (value: string) => `loss ${value}`,
  delta: (value: string) => `δ ${value}`,

  parts: 'Units and weights',
  partsHelp:
    'Arrow keys go from unit to weight to unit, up and down within a layer. Enter watches a weight, or the bias of a unit.',
  input: (name: string) => `input ${name}`,
  unit: (of: { unit: string; layer: string }) => `unit ${of.unit} of layer ${of.layer}`,
  output: (number: string) => `output ${number}`,
  onlyOutput: 'output',
  weight: (of: { name: string; from: string; to: string }) => `${of.name}, weight from ${of.from} to ${of.to}`,
  bias: (of: { name: string; to: string }) => `${of.name}, bias of ${of.to}`,
  watched: 'watched',

  weightIs: (value: string) => `weight ${value}`,
  biasIs: (value: string) => `bias ${value}`,
  gradientIs: (value: string) => `gradient ${value}`,
  updateIs: (value: string) => `update ${value}`,
  sumIs: (value: string) => `sum ${value}`,
  valueIs: (value: string) => `value ${value}`,
  deltaIs: (value: string) => `delta ${value}`,
  isDead: 'dead: its slope is 0 on all data',
  isSaturated: 'saturated: its slope is next to 0 on all data',

  key: 'Key',
  keyWeights: (widest: string) => `weight ${widest}`,
  keyNegative: 'below 0',
  keyUpdate: (factor: string) => `halo: the update × ${factor}`,
  keyMaps: 'maps: below 0, 0, above 0, each over its own largest size',
  keyCurves: 'curves: what each unit says from left to right, each over its own largest size',
  keyDead: 'dead',
  keySaturated: 'saturated',

  summary: (of: {
    inputs: string;
    hidden: string;
    outputs: string;
    weights: string;
    step: string;
    activation: string;
  }) =>
    `Inputs ${of.inputs}; ${of.hidden === '' ? 'no hidden layer' : `hidden layers of ${of.hidden} units, ${of.activation}`}; ${of.outputs} ${of.outputs === '1' ? 'output' : 'outputs'}; ${of.weights} weights and biases. Step ${of.step}.`,
  summaryLayer: (of: { name: string; values: string; deltas: string }) =>
    `${of.name}: values ${of.values}, deltas ${of.deltas}.`,
  summaryValues: (of: { name: string; values: string }) => `${of.name}: values ${of.values}.`,
  summaryStates: (of: { dead: string; saturated: string }) =>
    `On all data ${of.dead} of the hidden units ${of.dead === '1' ? 'is' : 'are'} dead and ${of.saturated} saturated.`,
  summaryOf: (shown: string) => `Shown: ${shown}.`,

  table: 'All weights and biases',
  columns: { name: 'name', from: 'from', to: 'to', weight: 'weight', gradient: 'gradient', update: 'update' },
  watch: 'watch',
  watchWeight: (name: string) => `Watch ${name}`,

  captionForward: (of: { layer: string; layers: string; formula: string; isBent: boolean }) =>
    `Forward, layer ${of.layer} of ${of.layers}: each unit adds up its inputs times its weights, and its bias${of.isBent ? ', and bends the sum' : ''}: ${of.formula}.`,
  captionOutput: (of: { layer: string; layers: string; formula: string; lowest: string; highest: string }) =>
    `Forward, layer ${of.layer} of ${of.layers}, the outputs: a sum that is not bent, ${of.formula}. Over the batch from ${of.lowest} to ${of.highest}.`,
  captionDelta: (of: { layer: string; layers: string }) =>
    `Backward, layer ${of.layer} of ${of.layers}: delta is how fast the loss of an example rises with an output. Delta times the value at its input is the example’s gradient of a weight; delta itself is that of the bias.`,
  captionBackward: (of: { layer: string; layers: string; next: string }) =>
    `Backward, layer ${of.layer} of ${of.layers}: the deltas of layer ${of.next} come back through its weights and are multiplied by the slope of each unit. Delta times the value at its input is the example’s gradient of a weight.`,
  captionUpdate: (of: { optimizer: string; count: string; name: string; from: string; to: string }) =>
    `One update by ${of.optimizer} for all ${of.count} weights and biases at once. The one that moves most is ${of.name}, from ${of.from} to ${of.to}.`,
  captionNoUpdate: (of: { optimizer: string; count: string }) =>
    `The update by ${of.optimizer} leaves all ${of.count} weights and biases where they are.`,

  strips: {
    activation: 'activation',
    delta: 'delta',
    gradient: 'gradient',
    update: 'update',
    ratio: 'update : weight',
  },
  stripsHelp:
    'Root of the mean square over each layer’s units on the examples of the batch, or over its weights and biases, step by step, on a logarithmic axis.',
  noSteps: 'No step has been taken yet.',
  layerLabel: (number: string) => `layer ${number}`,
  outputLabel: 'output',
  beforeStep: (step: string) => `Sizes before step ${step}`,
  dead: 'dead',
  saturated: 'saturated',
  unitsOf: (of: { count: string; all: string }) => `${of.count} of ${of.all}`,

  plane: {
    kind: 'Plane',
    kinds: {
      usual: 'usual',
      weights: 'watched weights',
      step: 'of the step',
      random: 'random',
      principal: 'of the path',
    },
    another: 'Another',
    anchor: 'Through',
    anchors: {
      start: 'the start',
      here: 'here',
      there: (step: string) => `step ${step}`,
      along: 'the present weights',
    },
    missing: {
      step: 'The two gradients span no plane here, as with a full batch; the watched weights serve.',
      random: 'Weights of 0 give a random direction no length; the watched weights serve.',
      principal: 'The path so far has no plane of its own; the watched weights serve.',
    },
    whole: 'All that is said of the plane',
    fewWatched: 'Fewer than two weights are watched; the first ones make up for them.',
    lossHere: (of: { here: string; away: string }) => `Loss here ${of.here}, ${of.away} off the plane.`,
    losses: (of: { here: string; away: string; there: string }) =>
      `Loss here ${of.here}, on the plane ${of.there}, ${of.away} away.`,
    lossInPlane: (here: string) => `Loss here ${here}, in the plane.`,
    outside: (percent: string) => `${percent} % of the update’s length points out of it.`,
    share: (percent: string) => `${percent} % of the path’s variance lies in it.`,
    notYet: (of: { wanted: string; shown: string }) =>
      `The run has not come to step ${of.wanted}: until then the plane goes through step ${of.shown}.`,
    fixed:
      'The start is moved in a plane of weights, or in a random one through the start; here the weights are a mark.',
    surfaceOf: (step: string) => `Surface of step ${step}.`,
    batchSurfaceOf: (step: string) => `Surface of the mini-batch of step ${step}.`,
  },
  limit: {
    figure: 'Live limit',
    show: 'Show the live limit',
    help: 'How sharply the loss of all data curves along the run: the largest eigenvalue of its Hessian, and with SGD, momentum, and Nesterov the limit up to which the rule settles with all examples in the batch. Measured where the run rests and, while it goes on, at most four times a second, apart from the page’s own thread where the browser has workers; each time takes up to 50 products of the Hessian with a direction, and each of these as long as about two gradients of all data.',
    preset: 'A run that rises to its limit: Circles, 16 tanh units, mse, rate 0.2, full batch.',
    sharpness: 'sharpness',
    limit: 'limit',
    measuring: 'Not measured yet.',
    now: (of: { step: string; largest: string; limit: string | null }) =>
      of.limit === null
        ? `Step ${of.step}: sharpness ${of.largest}; the rule as it is set has no such limit.`
        : `Step ${of.step}: sharpness ${of.largest}, limit ${of.limit}.`,
    clipped: 'Clipping keeps a run beyond the limit from flying off, not from bouncing.',
  },
};
