// What the log keeps of a step of more than two weights, which stand in layers.

import { layerQuantities, lengths, type StepWriter, scalars } from './log.ts';

/**
 * Goes through the vectors once, layer by layer: every sum waits for its own last term alone, so that all of them together
 * take little longer than one.
 */
export const writeLayers: StepWriter = (loop, { firstStep, buffer, capacity }) => {
  const { weights, gradient, update, layers, size } = loop;
  const { squares } = loop.sum;
  const row = loop.step - firstStep;
  const scalarsAt = row + weights.length * capacity;
  let at = scalarsAt + (scalars.length + lengths.length) * capacity;
  let place = row;
  let allOfGradient = 0;
  let allOfUpdate = 0;
  for (let layer = 0; layer < layers.length; layer++) {
    const { weights: from, end: to } = layers[layer];
    let ofGradient = 0;
    let ofUpdate = 0;
    let ofWeights = 0;
    for (let i = from; i < to; i++) {
      const weight = weights[i];
      const slope = gradient[i];
      const change = update[i];
      buffer[place] = weight;
      place += capacity;
      allOfGradient += slope * slope;
      allOfUpdate += change * change;
      ofGradient += slope * slope;
      ofUpdate += change * change;
      ofWeights += weight * weight;
    }
    const examplesOfUnits = layers[layer].units * size;
    buffer[at] = Math.sqrt(squares[2 * layer] / examplesOfUnits);
    buffer[at + capacity] = Math.sqrt(squares[2 * layer + 1] / examplesOfUnits);
    buffer[at + 2 * capacity] = Math.sqrt(ofGradient / (to - from));
    buffer[at + 3 * capacity] = Math.sqrt(ofUpdate / (to - from));
    buffer[at + 4 * capacity] = Math.sqrt(ofWeights / (to - from));
    at += layerQuantities.length * capacity;
  }
  buffer[scalarsAt] = loop.batchLoss;
  buffer[scalarsAt + capacity] = loop.learningRate;
  buffer[scalarsAt + 2 * capacity] = size;
  buffer[scalarsAt + 3 * capacity] = loop.epoch;
  buffer[scalarsAt + 4 * capacity] = Math.sqrt(allOfGradient);
  buffer[scalarsAt + 5 * capacity] = Math.sqrt(allOfUpdate);
};
