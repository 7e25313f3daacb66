// RMSprop divides by the root of a running mean of squared gradients; there is no bias correction, so the first step is long:
//   s = α s + (1 − α) g²;   w = w − learning rate × g / (√s + ε)
//   centered: √(s − ḡ²) for √s, ḡ the running mean of g;   momentum: b = μ b + g / (√s + ε), w = w − learning rate × b
//   ε inside the root: √(s + ε) for √s + ε, as TensorFlow and Keras have it
// Sources: torch.optim.RMSprop; keras.optimizers.RMSprop; Hinton, lecture 6e of Neural Networks for Machine Learning, 2012;
// centered: Graves 2013.

import { slotVariable } from '../notation.ts';
import type { Optimizer } from '../optimizer.ts';
import { canShrink, slotOf } from './divisor.ts';
import { epsField, maximizeField, momentumField, weightDecayField } from './fields.ts';
import { lerp } from './lerp.ts';

type RmspropValues = {
  readonly alpha: number;
  readonly eps: number;
  readonly weightDecay: number;
  readonly momentum: number;
  readonly centered: boolean;
  readonly epsInside: boolean;
  readonly maximize: boolean;
};

export const rmsprop: Optimizer = {
  title: 'RMSprop',
  family: 'adaptive',
  equation: 's = α s + (1 − α) g²,  w = w − learning rate × g / (√s + ε)',
  source: 'torch.optim.RMSprop (Hinton, lecture 6e, 2012)',
  defaultLearningRate: 1e-2,
  suggestedRate: 0.05,
  fields: [
    {
      kind: 'number',
      name: 'alpha',
      label: 'alpha (share of the past in the mean square)',
      default: 0.99,
      min: 0,
      max: 1,
      why: 'it is the share of the past in a running mean',
    },
    epsField(1e-8),
    weightDecayField(0),
    momentumField(0),
    { kind: 'switch', name: 'centered', label: 'Centered (divide by the spread of the gradient)', default: false },
    {
      kind: 'switch',
      name: 'epsInside',
      label: 'Epsilon inside the root (as in TensorFlow and Keras)',
      default: false,
    },
    maximizeField,
  ],
  momentumField: 'momentum',
  slots: [
    { symbol: 's', name: 'mean squared gradient' },
    { symbol: 'ḡ', name: 'mean gradient (when centered)' },
    { symbol: 'b', name: 'velocity (with momentum)' },
  ],
  // Inside the root ε is the square of what it is outside.
  canQuicken: (state, { alpha, eps, epsInside }: RmspropValues) =>
    alpha < 1 && canShrink(slotOf(rmsprop, state, 0), epsInside ? Math.sqrt(eps) : eps),
  formula(use, g) {
    const isCentered = use.some('centered');
    const hasMomentum = use.some('momentum');
    const spread = use.choose('centered', 'max(s - meanGradient ** 2, 0)', 's');
    const divisor = use.choose('epsInside', `sqrt(${spread} + eps)`, `(sqrt(${spread}) + eps)`);
    const nextMean = use.choose('centered', `meanGradient + (1 - alpha) * (${g} - meanGradient)`, 'meanGradient');
    return {
      state: [
        slotVariable('s', 0),
        ...(isCentered ? [slotVariable('meanGradient', 1)] : []),
        ...(hasMomentum ? [slotVariable('b', 2)] : []),
      ],
      scalars: [],
      vectors: [
        `s = alpha * s + (1 - alpha) * ${g} ** 2`,
        ...(isCentered ? [`meanGradient = ${nextMean}`] : []),
        `scaled = ${g} / ${divisor}`,
        ...(hasMomentum ? [`b = ${use.choose('momentum', 'momentum * b + scaled', 'b')}`] : []),
        `w = w - learningRate * ${use.choose('momentum', 'b', 'scaled')}`,
      ],
    };
  },
  marks: { memory: ['b'], divisors: ['s', 'meanGradient'], hasRates: true },
  torch: {
    name: 'RMSprop',
    fixed: ['momentum', 'centered'],
    lacks: {
      field: 'epsInside',
      sentence: 'torch.optim.RMSprop adds epsilon outside the root, so its rule is written out.',
    },
    caveat: {
      field: 'centered',
      sentence:
        'Centered, RMSprop takes the root of a mean square less a squared mean. Where rounding takes their difference below 0, PyTorch has a root that is not a number, and Minibatch Lab takes 0.',
    },
  },
  keras: {
    differs: 'Keras’s RMSprop adds epsilon inside the root, and its velocity holds the learning rate',
    form(use, number) {
      if (!use.every('epsInside') || !use.isConstant('alpha', 'eps', 'momentum', 'centered')) return null;
      if (use.some('momentum') && !use.isConstant('learningRate')) return null;
      return [
        ...(['RMSprop', `rho=${number('alpha')}`, `epsilon=${number('eps')}`] as const),
        ...(use.some('momentum') ? [`momentum=${number('momentum')}`] : []),
        ...(use.some('centered') ? ['centered=True'] : []),
      ];
    },
  },
  update(weights, gradient, state, learningRate, values: RmspropValues, nextState, update) {
    const { alpha, eps, weightDecay, momentum, centered, epsInside } = values;
    const sign = values.maximize ? -1 : 1;
    const dimension = weights.length;
    const [second, third] = [1 + dimension, 1 + 2 * dimension];
    nextState[0] = state[0] + 1;
    for (let i = 0; i < dimension; i++) {
      const g = sign * gradient[i] + weightDecay * weights[i];
      const s = alpha * state[1 + i] + (1 - alpha) * (g * g);
      let mean = state[second + i];
      let spread = s;
      if (centered) {
        mean = lerp(mean, g, 1 - alpha);
        // Rounding can take a spread of zero just below it, where torch's root is not a number; zero is what is meant.
        spread = Math.max(0, s - mean * mean);
      }
      const scaled = g / (epsInside ? Math.sqrt(spread + eps) : Math.sqrt(spread) + eps);
      const velocity = momentum > 0 ? momentum * state[third + i] + scaled : state[third + i];
      nextState[1 + i] = s;
      nextState[second + i] = mean;
      nextState[third + i] = velocity;
      update[i] = -learningRate * (momentum > 0 ? velocity : scaled);
    }
  },
};
