// The optimizers in the notation of expression.ts, each with no more than the features in use:
// no velocity where momentum is 0, no second branch where a switch never changes.

import type { FieldValue } from '../../training/field.ts';
import type { OptimizerId } from '../../training/optimizers/index.ts';

/** Which values an optimizer's argument takes in the steps at hand. */
export type ArgumentUse = ReadonlyMap<string, readonly FieldValue[]>;

export interface StateVariable {
  readonly name: string;
  /** Its first value, in the notation; the same for both weights. */
  readonly initial: string;
  /** A pair like the weights, or one number. */
  readonly isPair: boolean;
  /** Where the optimizer's own state holds it. */
  readonly place: number;
}

export interface OptimizerFormulas {
  readonly state: readonly StateVariable[];
  /** Assignments of single numbers, before those of pairs. */
  readonly scalars: readonly string[];
  /** Assignments of pairs; the last one to `w` ends the step. */
  readonly pairs: readonly string[];
}

class Use {
  private readonly values: ArgumentUse;

  constructor(values: ArgumentUse) {
    this.values = values;
  }

  /** Whether the argument is on, or not 0, in some step. */
  some(name: string): boolean {
    return (this.values.get(name) ?? []).some(Boolean);
  }

  every(name: string): boolean {
    return this.some(name) && this.values.get(name)!.every(Boolean);
  }

  /** `on` or `off`, whichever the argument asks for; a choice between them where it changes on the way. */
  choose(name: string, on: string, off: string): string {
    if (!this.some(name)) return off;
    return this.every(name) ? on : `(${name}${this.isNumber(name) ? ' > 0' : ''} ? ${on} : ${off})`;
  }

  private isNumber(name: string): boolean {
    return typeof this.values.get(name)?.[0] === 'number';
  }
}

type Formulas = (use: Use, gradient: string) => OptimizerFormulas;

const pair = (name: string, place: number, initial = '0'): StateVariable => ({ name, initial, isPair: true, place });
const none = '0';

/** The gradient the rule works with: negated to climb, and with the pull of weight decay where it is coupled. */
function gradientOf(use: Use, decay: string): { readonly name: string; readonly lines: readonly string[] } {
  const signed = use.choose('maximize', '-gradient', 'gradient');
  if (decay === none && signed === 'gradient') return { name: 'gradient', lines: [] };
  return { name: 'g', lines: [`g = ${signed}${decay === none ? '' : ` + ${decay} * w`}`] };
}

function sgd(nesterov: 'never' | 'always' | 'switch'): Formulas {
  return (use, g) => {
    if (!use.some('momentum')) return { state: [], scalars: [], pairs: [`w = w - learningRate * ${g}`] };
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
      state: [pair('v', 1), ...(isCounted ? [{ name: 'velocitySteps', initial: '0', isPair: false, place: 3 }] : [])],
      scalars: isCounted ? ['velocitySteps = velocitySteps + (momentum > 0 ? 1 : 0)'] : [],
      pairs: [
        `v = ${use.choose('momentum', next, 'v')}`,
        `w = w - learningRate * (${use.choose('momentum', direction, g)})`,
      ],
    };
  };
}

const adagrad: Formulas = (use, g) => {
  const fades = use.some('learningRateDecay');
  return {
    state: [pair('s', 1, 'initialAccumulatorValue')],
    scalars: fades ? ['rate = learningRate / (1 + step * learningRateDecay)'] : [],
    pairs: [`s = s + ${g} ** 2`, `w = w - ${fades ? 'rate' : 'learningRate'} * ${g} / (sqrt(s) + eps)`],
  };
};

const rmsprop: Formulas = (use, g) => {
  const isCentered = use.some('centered');
  const hasMomentum = use.some('momentum');
  const spread = use.choose('centered', 'max(s - meanGradient ** 2, 0)', 's');
  return {
    state: [pair('s', 1), ...(isCentered ? [pair('meanGradient', 3)] : []), ...(hasMomentum ? [pair('b', 5)] : [])],
    scalars: [],
    pairs: [
      `s = alpha * s + (1 - alpha) * ${g} ** 2`,
      ...(isCentered
        ? [
            `meanGradient = ${use.choose('centered', `meanGradient + (1 - alpha) * (${g} - meanGradient)`, 'meanGradient')}`,
          ]
        : []),
      `scaled = ${g} / (sqrt(${spread}) + eps)`,
      ...(hasMomentum ? [`b = ${use.choose('momentum', 'momentum * b + scaled', 'b')}`] : []),
      `w = w - learningRate * ${use.choose('momentum', 'b', 'scaled')}`,
    ],
  };
};

const adadelta: Formulas = (_use, g) => ({
  state: [pair('s', 1), pair('u', 3)],
  scalars: [],
  pairs: [
    `s = rho * s + (1 - rho) * ${g} ** 2`,
    `delta = sqrt(u + eps) / sqrt(s + eps) * ${g}`,
    'u = rho * u + (1 - rho) * delta ** 2',
    'w = w - learningRate * delta',
  ],
});

const count = 't = step + 1';
const firstMoment = (g: string) => `m = beta1 * m + (1 - beta1) * ${g}`;
const secondMoment = (g: string) => `v = beta2 * v + (1 - beta2) * ${g} ** 2`;

const adam: Formulas = (use, g) => {
  const hasLargest = use.some('amsgrad');
  return {
    state: [pair('m', 1), pair('v', 3), ...(hasLargest ? [pair('largest', 5)] : [])],
    scalars: [count],
    pairs: [
      firstMoment(g),
      secondMoment(g),
      ...(hasLargest ? [`largest = ${use.choose('amsgrad', 'max(largest, v)', 'largest')}`] : []),
      'mHat = m / (1 - beta1 ** t)',
      `vHat = ${use.choose('amsgrad', 'largest', 'v')} / (1 - beta2 ** t)`,
      'w = w - learningRate * mHat / (sqrt(vHat) + eps)',
    ],
  };
};

const adamax: Formulas = (_use, g) => ({
  state: [pair('m', 1), pair('u', 3)],
  scalars: [count],
  pairs: [firstMoment(g), `u = max(beta2 * u, abs(${g}) + eps)`, 'w = w - learningRate / (1 - beta1 ** t) * m / u'],
});

const nadam: Formulas = (_use, g) => ({
  state: [pair('m', 1), pair('v', 3), { name: 'product', initial: '1', isPair: false, place: 5 }],
  scalars: [
    count,
    'share = beta1 * (1 - 0.5 * 0.96 ** (t * momentumDecay))',
    'nextShare = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * momentumDecay))',
    'product = product * share',
  ],
  pairs: [
    firstMoment(g),
    secondMoment(g),
    'divisor = sqrt(v / (1 - beta2 ** t)) + eps',
    `w = w - learningRate * (1 - share) / (1 - product) * ${g} / divisor`,
    'w = w - learningRate * nextShare / (1 - product * nextShare) * m / divisor',
  ],
});

const radam: Formulas = (_use, g) => ({
  state: [pair('m', 1), pair('v', 3)],
  scalars: [
    count,
    'rhoLimit = 2 / (1 - beta2) - 1',
    'rho = rhoLimit - 2 * t * beta2 ** t / (1 - beta2 ** t)',
    'ratio = rho > 5 ? (rho - 4) * (rho - 2) * rhoLimit / ((rhoLimit - 4) * (rhoLimit - 2) * rho) : 1',
  ],
  pairs: [
    firstMoment(g),
    secondMoment(g),
    'mHat = m / (1 - beta1 ** t)',
    'direction = rho > 5 ? sqrt(ratio * (1 - beta2 ** t)) * mHat / (sqrt(v) + eps) : mHat',
    'w = w - learningRate * direction',
  ],
});

const rprop: Formulas = (_use, g) => ({
  state: [pair('previous', 1), pair('stepSize', 3, 'learningRate')],
  scalars: [],
  pairs: [
    `agreement = ${g} * previous`,
    'scaled = where(agreement > 0, stepSize * etaPlus, where(agreement < 0, stepSize * etaMinus, stepSize))',
    'stepSize = clip(scaled, stepMin, stepMax)',
    `previous = where(agreement < 0, zeros(${g}), ${g})`,
    'w = w - sign(previous) * stepSize',
  ],
});

const lion: Formulas = (_use, g) => ({
  state: [pair('m', 1)],
  scalars: [],
  pairs: [`w = w - learningRate * sign(beta1 * m + (1 - beta1) * ${g})`, `m = beta2 * m + (1 - beta2) * ${g}`],
});

const formulas: Readonly<Record<OptimizerId, Formulas>> = {
  sgd: sgd('switch'),
  momentum: sgd('never'),
  nesterov: sgd('always'),
  adagrad,
  rmsprop,
  adam,
  adadelta,
  adamw: adam,
  adamax,
  nadam,
  radam,
  rprop,
  lion,
};

/** The optimizers whose weight decay shrinks the weights directly instead of joining the gradient. */
const alwaysDecoupled: ReadonlySet<OptimizerId> = new Set(['adamw', 'lion']);

/** The rule of one step, for arguments that take the values of `use`. */
export function formulasOf(optimizer: OptimizerId, argumentUse: ArgumentUse): OptimizerFormulas {
  const use = new Use(argumentUse);
  const decays = use.some('weightDecay');
  const decoupled = !decays
    ? none
    : alwaysDecoupled.has(optimizer)
      ? 'weightDecay'
      : use.choose('decoupledWeightDecay', 'weightDecay', none);
  const coupled =
    !decays || alwaysDecoupled.has(optimizer) ? none : use.choose('decoupledWeightDecay', none, 'weightDecay');
  const gradient = gradientOf(use, coupled);
  const rule = formulas[optimizer](use, gradient.name);
  const shrink = decoupled === none ? [] : [`w = w * (1 - learningRate * ${decoupled})`];
  return { ...rule, pairs: [...gradient.lines, ...shrink, ...rule.pairs] };
}
