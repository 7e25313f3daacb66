// Rprop uses the sign of the gradient alone; each weight has a step size that grows while the sign holds and shrinks when it turns:
//   step = clamp(step × η⁺ if g g′ > 0, × η⁻ if g g′ < 0, × 1 if 0);   after a turn g = 0;   w = w − sign(g) × step
// The first step size is the learning rate, which has no say after that. Made for full batches: the sign of one mini-batch is mostly noise.
// Sources: torch.optim.Rprop; Riedmiller, Braun 1993.

import { slotVariable } from '../notation.ts';
import type { Optimizer } from '../optimizer.ts';
import { maximizeField } from './fields.ts';

type RpropValues = {
  readonly etaMinus: number;
  readonly etaPlus: number;
  readonly stepMin: number;
  readonly stepMax: number;
  readonly maximize: boolean;
};

export const rprop: Optimizer = {
  title: 'Rprop',
  family: 'other',
  equation: 'w = w − sign(g) × step,  step × η⁺ while the sign holds, × η⁻ when it turns',
  source: 'torch.optim.Rprop (Riedmiller, Braun 1993)',
  defaultLearningRate: 1e-2,
  suggestedRate: 0.05,
  fields: [
    {
      kind: 'number',
      name: 'etaMinus',
      label: 'eta minus (shrink after a turn)',
      default: 0.5,
      min: 0,
      minOpen: true,
      max: 1,
      maxOpen: true,
      why: 'it is the factor by which a step shrinks',
    },
    {
      kind: 'number',
      name: 'etaPlus',
      label: 'eta plus (growth while the sign holds)',
      default: 1.2,
      min: 1,
      minOpen: true,
      max: 10,
      why: 'it is the factor by which a step grows, and above 10 two steps leave any picture',
    },
    {
      kind: 'number',
      name: 'stepMin',
      label: 'Smallest step',
      default: 1e-6,
      min: 0,
      max: 1000,
      logarithmic: true,
      smallest: 1e-12,
      why: 'a step size is a length',
    },
    {
      kind: 'number',
      name: 'stepMax',
      label: 'Largest step',
      default: 50,
      min: 0,
      minOpen: true,
      max: 1000,
      logarithmic: true,
      smallest: 1e-6,
      why: 'a step size is a length, and a largest step of 0 would stop every weight',
    },
    maximizeField,
  ],
  slots: [
    { symbol: 'g′', name: 'previous gradient' },
    { symbol: 'step', name: 'step size' },
  ],
  formula: (_use, g) => ({
    state: [slotVariable('previous', 0), slotVariable('stepSize', 1, 'learningRate')],
    scalars: [],
    vectors: [
      `agreement = ${g} * previous`,
      'scaled = where(agreement > 0, stepSize * etaPlus, where(agreement < 0, stepSize * etaMinus, stepSize))',
      'stepSize = clip(scaled, stepMin, stepMax)',
      `previous = where(agreement < 0, zeros(${g}), ${g})`,
      'w = w - sign(previous) * stepSize',
    ],
  }),
  marks: { memory: [], divisors: ['agreement', 'scaled', 'stepSize'], hasRates: true },
  torch: {
    name: 'Rprop',
    caveat: {
      sentence:
        'Rprop goes by the sign of the gradient. Where a gradient cancels to 0 but for rounding, the order of a sum decides that sign, and from there on PyTorch may go another way.',
    },
  },
  keras: { differs: 'Keras has no Rprop' },
  readsRateOnce: true,
  check({ stepMin, stepMax }) {
    if ((stepMin as number) > (stepMax as number))
      throw new RangeError('The smallest step of Rprop must not be larger than its largest step.');
  },
  // A step size grows while the sign of the gradient holds, however small the gradient.
  canQuicken: () => true,
  fillState(state, dimension, _values, learningRate) {
    state.fill(learningRate, 1 + dimension, 1 + 2 * dimension);
  },
  update(weights, gradient, state, _learningRate, values: RpropValues, nextState, update) {
    const { etaMinus, etaPlus, stepMin, stepMax } = values;
    const sign = values.maximize ? -1 : 1;
    const dimension = weights.length;
    nextState[0] = state[0] + 1;
    for (let i = 0; i < dimension; i++) {
      const g = sign * gradient[i];
      const agreement = g * state[1 + i];
      const factor = agreement > 0 ? etaPlus : agreement < 0 ? etaMinus : 1;
      const step = Math.min(Math.max(state[1 + dimension + i] * factor, stepMin), stepMax);
      const kept = agreement < 0 ? 0 : g;
      nextState[1 + i] = kept;
      nextState[1 + dimension + i] = step;
      update[i] = -Math.sign(kept) * step;
    }
  },
};
