// The settings that every run has and that controls show: each with its range.

import type { NumberField, SwitchField } from '../training/field.ts';
import type { Weights } from '../training/vector.ts';

/** Wider than the sliders, which show 1e-4 to 10 and 1e-3 to 1e3 around the middle of the view. */
export const learningRateField: NumberField = {
  kind: 'number',
  name: 'learningRate',
  label: 'Learning rate',
  default: 0.1,
  min: 1e-6,
  max: 1e3,
  logarithmic: true,
};
export const batchSizeField: NumberField = {
  kind: 'number',
  name: 'batchSize',
  label: 'Batch size',
  default: 8,
  min: 1,
  max: 1000,
  integer: true,
};
export const warmupField: NumberField = {
  kind: 'number',
  name: 'warmup',
  label: 'Warm-up',
  default: 0,
  min: 0,
  max: 100_000,
  integer: true,
};
/** The length to which gradients are clipped; 0 does not clip them. */
export const clipNormField: NumberField = {
  kind: 'number',
  name: 'clipNorm',
  label: 'Clip norm',
  default: 0,
  min: 0,
  max: 1e6,
  logarithmic: true,
  smallest: 1e-3,
};
export const accumulateField: NumberField = {
  kind: 'number',
  name: 'accumulate',
  label: 'Micro-batches to an update',
  default: 1,
  min: 1,
  max: 1000,
  integer: true,
};
export const forgetZeroGradField: SwitchField = {
  kind: 'switch',
  name: 'forgetZeroGrad',
  label: 'Forget zero_grad',
  default: false,
};
/** No start is farther out along a weight. */
export const farthestStart = 1e3;

/** The nearest start that a link can say. */
export const withinStart = ([w1, w2]: Weights): Weights => {
  const within = (weight: number): number => Math.max(-farthestStart, Math.min(farthestStart, weight));
  return [within(w1), within(w2)];
};

export const weightField = (name: 'start1' | 'start2', label: string): NumberField => ({
  kind: 'number',
  name,
  label,
  default: 0,
  min: -farthestStart,
  max: farthestStart,
});
