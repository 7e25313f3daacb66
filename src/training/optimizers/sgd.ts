// Stochastic gradient descent, with momentum (heavy ball) and Nesterov's variant:
//   v = μ v + (1 − dampening) g, except that the first velocity is g itself;   w = w − learning rate × v
//   Nesterov: w = w − learning rate × (g + μ v), with the new v
// Sources: torch.optim.SGD; Polyak 1964; Nesterov 1983 in the form of Sutskever et al. 2013.

import type { NumberField, SwitchField } from '../field.ts';
import { type RuleFormula, type RuleMarks, type RuleUse, slotVariable } from '../notation.ts';
import type { KerasRule, Optimizer, StateSlot } from '../optimizer.ts';
import { maximizeField, momentumField, weightDecayField } from './fields.ts';

type SgdValues = {
  readonly momentum: number;
  readonly dampening: number;
  readonly weightDecay: number;
  readonly nesterov: boolean;
  readonly maximize: boolean;
};

const dampeningField: NumberField = {
  kind: 'number',
  name: 'dampening',
  label: 'Dampening (share of the new gradient left out of the velocity)',
  default: 0,
  min: 0,
  max: 1,
  why: 'it is the share of each new gradient that is left out of the velocity',
};

const nesterovField: SwitchField = { kind: 'switch', name: 'nesterov', label: 'Nesterov momentum', default: false };

const velocity: readonly StateSlot[] = [{ symbol: 'v', name: 'velocity' }];
// The first step with momentum is another rule than the later ones, and momentum may be switched on in mid-run.
const stepsWithMomentum: readonly StateSlot[] = [{ symbol: 'k', name: 'steps with momentum' }];

/** With a momentum of 1 the velocity forgets nothing, and the weights swing for ever. */
const canQuicken: Optimizer['canQuicken'] = (_state, { momentum }) => momentum === 1;
/** The rule's formula; `nesterov` says whether it looks ahead. */
function formulaOf(use: RuleUse, g: string, nesterov: 'never' | 'always' | 'switch'): RuleFormula {
  if (!use.some('momentum')) return { state: [], scalars: [], vectors: [`w = w - learningRate * ${g}`] };
  const isAlwaysOn = use.every('momentum');
  const isDampened = use.some('dampening');
  const share = isDampened ? `(1 - dampening) * ${g}` : g;
  // The first velocity is the gradient itself, whatever the dampening; without dampening v = 0 before it says the same.
  const isFirst = isAlwaysOn ? 'step == 0' : 'velocitySteps == 1';
  const next = isDampened ? `(${isFirst} ? ${g} : momentum * v + ${share})` : `momentum * v + ${share}`;
  const ahead = `${g} + momentum * v`;
  const direction =
    nesterov === 'always' ? ahead : nesterov === 'never' ? 'v' : use.choose('nesterov', `(${ahead})`, 'v');
  const isCounted = isDampened && !isAlwaysOn;
  return {
    state: [
      slotVariable('v', 0),
      ...(isCounted ? [{ name: 'velocitySteps', initial: '0', isVector: false, slot: 0 }] : []),
    ],
    scalars: isCounted ? ['velocitySteps = velocitySteps + (momentum > 0 ? 1 : 0)'] : [],
    vectors: [
      `v = ${use.choose('momentum', next, 'v')}`,
      `w = w - learningRate * (${use.choose('momentum', direction, g)})`,
    ],
  };
}

const marks: RuleMarks = { memory: ['v'], divisors: [], hasRates: false };

/** Keras has the same velocity while nothing of it changes; its velocity holds the learning rate. */
const kerasOf = (differs: string, isAlwaysAhead: boolean): KerasRule => ({
  differs,
  form(use, _number, double) {
    if (!use.some('momentum')) return ['SGD'];
    if (!use.every('momentum') || use.some('dampening')) return null;
    if (!use.isConstant('learningRate', 'momentum', 'nesterov')) return null;
    const momentum = `momentum=${double('momentum')}`;
    return isAlwaysAhead || use.every('nesterov') ? ['SGD', momentum, 'nesterov=True'] : ['SGD', momentum];
  },
});
const kerasDampening =
  'Keras’s SGD has no dampening, and its velocity holds the learning rate, so a change of rate acts on past gradients too';

function step(
  weights: Float64Array,
  gradient: Float64Array,
  state: Float64Array,
  learningRate: number,
  momentum: number,
  dampening: number,
  weightDecay: number,
  nesterov: boolean,
  maximize: boolean,
  nextState: Float64Array,
  update: Float64Array,
): void {
  const dimension = weights.length;
  const sign = maximize ? -1 : 1;
  // How many steps with momentum there were.
  const last = 1 + dimension;
  nextState[0] = state[0] + 1;
  if (momentum === 0) {
    for (let i = 0; i < dimension; i++) {
      nextState[1 + i] = state[1 + i];
      update[i] = -learningRate * (sign * gradient[i] + weightDecay * weights[i]);
    }
    nextState[last] = state[last];
    return;
  }
  const isFirst = state[last] === 0;
  const share = 1 - dampening;
  for (let i = 0; i < dimension; i++) {
    const g = sign * gradient[i] + weightDecay * weights[i];
    const v = isFirst ? g : momentum * state[1 + i] + share * g;
    nextState[1 + i] = v;
    update[i] = -learningRate * (nesterov ? g + momentum * v : v);
  }
  nextState[last] = state[last] + 1;
}

export const sgd: Optimizer = {
  title: 'SGD',
  family: 'basic',
  equation: 'w = w − learning rate × v,  v = momentum × v + g',
  source: 'torch.optim.SGD',
  defaultLearningRate: 1e-3,
  suggestedRate: { share: 1 },
  fields: [momentumField(0), dampeningField, weightDecayField(0), nesterovField, maximizeField],
  momentumField: 'momentum',
  slots: velocity,
  formula: (use, g) => formulaOf(use, g, 'switch'),
  marks,
  linear: 'plain',
  torch: { name: 'SGD' },
  keras: kerasOf(kerasDampening, false),
  shared: stepsWithMomentum,
  check({ nesterov, momentum, dampening }) {
    if (nesterov && !((momentum as number) > 0))
      throw new RangeError(
        'Nesterov needs a momentum above 0: without momentum there is no velocity to look ahead along.',
      );
    if (nesterov && dampening !== 0)
      throw new RangeError('Nesterov needs a dampening of 0: it looks ahead along the whole velocity.');
  },
  canQuicken,
  update(weights, gradient, state, learningRate, values: SgdValues, nextState, update) {
    const { momentum, dampening, weightDecay, nesterov, maximize } = values;
    step(
      weights,
      gradient,
      state,
      learningRate,
      momentum,
      dampening,
      weightDecay,
      nesterov,
      maximize,
      nextState,
      update,
    );
  },
};

export const momentum: Optimizer = {
  title: 'Momentum',
  family: 'basic',
  equation: 'v = momentum × v + g,  w = w − learning rate × v',
  source: 'torch.optim.SGD with momentum (Polyak 1964)',
  defaultLearningRate: 1e-3,
  suggestedRate: { share: 0.25 },
  fields: [momentumField(0.9), dampeningField, weightDecayField(0), maximizeField],
  momentumField: 'momentum',
  slots: velocity,
  formula: (use, g) => formulaOf(use, g, 'never'),
  marks,
  linear: 'plain',
  torch: { name: 'SGD' },
  keras: kerasOf(kerasDampening, false),
  shared: stepsWithMomentum,
  canQuicken,
  update(weights, gradient, state, learningRate, values: SgdValues, nextState, update) {
    const { momentum, dampening, weightDecay, maximize } = values;
    step(weights, gradient, state, learningRate, momentum, dampening, weightDecay, false, maximize, nextState, update);
  },
};

export const nesterov: Optimizer = {
  title: 'Nesterov momentum',
  family: 'basic',
  equation: 'v = momentum × v + g,  w = w − learning rate × (g + momentum × v)',
  source: 'torch.optim.SGD with nesterov=True (Sutskever et al. 2013)',
  defaultLearningRate: 1e-3,
  suggestedRate: { share: 0.25 },
  fields: [
    { ...momentumField(0.9), minOpen: true, why: 'without momentum there is no velocity to look ahead along' },
    weightDecayField(0),
    maximizeField,
  ],
  momentumField: 'momentum',
  slots: velocity,
  formula: (use, g) => formulaOf(use, g, 'always'),
  marks,
  linear: 'ahead',
  torch: { name: 'SGD', extra: ['nesterov=True'] },
  keras: kerasOf(
    'the velocity of Keras’s SGD holds the learning rate, so a change of rate acts on past gradients too',
    true,
  ),
  shared: stepsWithMomentum,
  canQuicken,
  update(weights, gradient, state, learningRate, values: SgdValues, nextState, update) {
    const { momentum, weightDecay, maximize } = values;
    step(weights, gradient, state, learningRate, momentum, 0, weightDecay, true, maximize, nextState, update);
  },
};
