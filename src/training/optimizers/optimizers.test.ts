import { describe, expect, it } from 'vitest';
import { powerInteger } from '../elementary.ts';
import { checkFields, type FieldValues, withDefaults } from '../field.ts';
import { initialState, type Optimizer, stateLength } from '../optimizer.ts';
import { biasCorrection } from './biasCorrection.ts';
import { type OptimizerId, optimizers } from './index.ts';
import { lerp } from './lerp.ts';

const all = Object.entries(optimizers) as [OptimizerId, Optimizer][];

/** Default values, then each switch thrown and each usual number moved, one at a time. */
function variants(optimizer: Optimizer): Record<string, FieldValues> {
  const result: Record<string, FieldValues> = { defaults: {} };
  for (const field of optimizer.fields) {
    if (field.kind === 'switch') result[`${field.name} on`] = { [field.name]: true };
    if (field.name === 'momentum' || field.name === 'beta1') result[`${field.name} 0.5`] = { [field.name]: 0.5 };
    if (field.name === 'weightDecay') result['weight decay'] = { weightDecay: 0.01 };
  }
  return result;
}

const everyVariant = all.flatMap(([id, optimizer]) =>
  Object.entries(variants(optimizer)).map(([name, values]) => [`${id}, ${name}`, optimizer, values] as const),
);

interface Outcome {
  readonly update: Float64Array;
  readonly nextState: Float64Array;
}

function take(
  optimizer: Optimizer,
  weights: readonly number[],
  gradient: readonly number[],
  state: Float64Array,
  learningRate: number,
  values: FieldValues,
  garbage = Number.NaN,
): Outcome {
  const update = new Float64Array(weights.length).fill(garbage);
  const nextState = new Float64Array(state.length).fill(garbage);
  const complete = withDefaults(optimizer.fields, values);
  optimizer.update(
    Float64Array.from(weights),
    Float64Array.from(gradient),
    state,
    learningRate,
    complete,
    nextState,
    update,
  );
  return { update, nextState };
}

/** Updates of the first weight along a stream of its gradients; the weight starts at 0 and moves. */
function follow(
  optimizer: Optimizer,
  gradients: readonly number[],
  learningRate: number,
  values: FieldValues,
): number[] {
  let state = start(optimizer, values, learningRate);
  let weight = 0;
  return gradients.map((gradient) => {
    const { update, nextState } = take(optimizer, [weight, 0], [gradient, 0], state, learningRate, values);
    state = nextState;
    weight += update[0];
    return update[0];
  });
}

const start = (optimizer: Optimizer, values: FieldValues = {}, learningRate = 0.1, dimension = 2): Float64Array =>
  initialState(optimizer, dimension, withDefaults(optimizer.fields, values), learningRate);

/** State after three steps of unequal gradients, so that nothing in it is at its start. */
function wornState(optimizer: Optimizer, values: FieldValues): Float64Array {
  let state = start(optimizer, values);
  for (const gradient of [
    [1.5, -0.3],
    [-0.7, -0.4],
    [-0.2, 2.5],
  ])
    state = take(optimizer, [0.4, -1.2], gradient, state, 0.1, values).nextState;
  return state;
}

const expectClose = (actual: ArrayLike<number>, expected: readonly number[]): void => {
  expect(actual.length).toBe(expected.length);
  for (const [i, value] of expected.entries())
    expect(Math.abs(actual[i] - value)).toBeLessThan(1e-15 + 1e-14 * Math.abs(value));
};

it('puts the six of the first choice first', () => {
  expect(Object.keys(optimizers)).toEqual(
    'sgd momentum nesterov adagrad rmsprop adam adadelta adamw adamax nadam radam rprop lion'.split(' '),
  );
});

it('moves two parameters of a network by hand: w = w − learning rate × gradient', () => {
  const weights = [0.5, -0.2, 1, 0.2, 0.7];
  const { update } = take(
    optimizers.sgd,
    weights,
    [0.1, -0.05, 0.2, -0.03, 0.12],
    start(optimizers.sgd, {}, 0.01, 5),
    0.01,
    {},
  );
  const next = weights.map((weight, place) => Number((weight + update[place]).toFixed(12)));
  expect(next).toEqual([0.499, -0.1995, 0.998, 0.2003, 0.6988]);
});

describe.each(everyVariant)('%s', (_name, optimizer, values) => {
  it('is pure and writes all of the next state and the update', () => {
    const state = wornState(optimizer, values);
    const before = state.slice();
    const weights = Float64Array.of(0.4, -1.2);
    const gradient = Float64Array.of(-0.6, 0.9);
    const complete = withDefaults(optimizer.fields, values);
    const results = [Number.NaN, 7].map((garbage) => {
      const update = new Float64Array(2).fill(garbage);
      const nextState = new Float64Array(state.length).fill(garbage);
      optimizer.update(weights, gradient, state, 0.1, complete, nextState, update);
      return { update, nextState };
    });
    expect(results[1]).toEqual(results[0]);
    expect([...results[0].nextState, ...results[0].update].every(Number.isFinite)).toBe(true);
    expect([state, [...weights], [...gradient]]).toEqual([before, [0.4, -1.2], [-0.6, 0.9]]);
    expect(complete).toEqual(withDefaults(optimizer.fields, values));
  });

  it('has a state of the length it declares, whose first number counts the steps', () => {
    expect(start(optimizer, values)).toHaveLength(stateLength(optimizer, 2));
    expect(start(optimizer, values)[0]).toBe(0);
    expect(wornState(optimizer, values)[0]).toBe(3);
  });

  it('treats every weight alike, however many there are', () => {
    const complete = withDefaults(optimizer.fields, values);
    const weights = [0.4, -1.2, 0, 2.5, -0.01];
    const gradients = [
      [1.5, -0.3, 0, 1e-3, -7],
      [-0.7, -0.4, 0.2, -1e-3, -8],
      [-0.2, 2.5, 0, 0, -9],
    ];
    const rows = (chosen: readonly number[]) => {
      let state = initialState(optimizer, chosen.length, complete, 0.1);
      return gradients.map((gradient) => {
        const pick = (all: readonly number[]) => chosen.map((weight) => all[weight]);
        const { update, nextState } = take(optimizer, pick(weights), pick(gradient), state, 0.1, values);
        state = nextState;
        const slots = optimizer.slots.map((_, slot) =>
          state.subarray(1 + slot * chosen.length).slice(0, chosen.length),
        );
        return chosen.map((_, place) => [update[place], ...slots.map((slot) => slot[place])]);
      });
    };
    const [all, first, last] = [rows([0, 1, 2, 3, 4]), rows([0, 1]), rows([2, 3, 4])];
    for (const t of gradients.keys()) expect(all[t]).toEqual([...first[t], ...last[t]]);
  });

  it('stays finite through zeros, tiny gradients, and turns of sign for 10,000 steps', () => {
    const stream = [0, 0, 1e-9, -1e-9, 3, -3, 3, 1e-300, 0, -1e4];
    let state = start(optimizer, values);
    for (let t = 0; t < 10_000; t++) {
      const gradient = [stream[t % stream.length], t < 9_000 ? 0 : 1e-9];
      const { update, nextState } = take(optimizer, [0.4, -1.2], gradient, state, 0.01, values);
      state = nextState;
      if (![...update, ...nextState].every(Number.isFinite))
        expect.fail(`not finite at step ${t}: ${[...update]}, ${[...nextState]}`);
    }
    expect(state[0]).toBe(10_000);
  });

  it('negates the gradient before anything else when it maximizes', () => {
    if (!optimizer.fields.some((field) => field.name === 'maximize')) return;
    const state = wornState(optimizer, values);
    const climbing = take(optimizer, [0.4, -1.2], [-0.6, 0.9], state, 0.1, { ...values, maximize: true });
    const mirrored = take(optimizer, [0.4, -1.2], [0.6, -0.9], state, 0.1, { ...values, maximize: false });
    expect(climbing).toEqual(mirrored);
  });
});

describe.each(all)('%s', (id, optimizer) => {
  it('rests where the gradient is zero', () => {
    const values = optimizer.fields.some((field) => field.name === 'weightDecay') ? { weightDecay: 0 } : {};
    const { update } = take(optimizer, [0.4, -1.2], [0, 0], start(optimizer, values), 0.1, values);
    expect([...update].map(Math.abs)).toEqual([0, 0]);
  });

  it('descends a bowl, and treats both weights alike', () => {
    const learningRate = id === 'adadelta' ? 1 : 0.05;
    const descend = (first: number, second: number): [number, number] => {
      let state = start(optimizer, {}, learningRate);
      const weights: [number, number] = [1.5, 1.5];
      for (let t = 0; t < 2000; t++) {
        const { update, nextState } = take(
          optimizer,
          weights,
          [first * weights[0], second * weights[1]],
          state,
          learningRate,
          {},
        );
        state = nextState;
        weights[0] += update[0];
        weights[1] += update[1];
      }
      return weights;
    };
    const [w1, w2] = descend(1, 4);
    expect(w1 * w1 + 4 * w2 * w2).toBeLessThan(0.1 * 5 * 1.5 ** 2);
    expect(descend(4, 1)).toEqual([w2, w1]);
  });

  it('refuses every number outside its range with a sentence that names it', () => {
    for (const field of optimizer.fields) {
      if (field.kind !== 'number') continue;
      const bad = [Number.NaN, field.min - 1, field.max + 1];
      if (field.minOpen) bad.push(field.min);
      if (field.maxOpen) bad.push(field.max);
      for (const value of bad) {
        expect(() => checkFields(optimizer.fields, { [field.name]: value })).toThrow(RangeError);
        expect(() => checkFields(optimizer.fields, { [field.name]: value })).toThrow(/^.{10,}\.$/);
        expect(() => checkFields(optimizer.fields, { [field.name]: value })).toThrow(field.label);
      }
    }
    expect(() => checkFields(optimizer.fields, withDefaults(optimizer.fields, {}))).not.toThrow();
    expect(() => optimizer.check?.(withDefaults(optimizer.fields, {}))).not.toThrow();
  });

  it('lets a schedule cycle a momentum that it has', () => {
    const names = optimizer.fields.map((field) => field.name).filter((name) => name === 'momentum' || name === 'beta1');
    expect(optimizer.momentumField).toBe(names[0]);
  });

  it('adds coupled decay to the gradient, and takes decoupled decay off the weights', () => {
    if (!optimizer.fields.some((field) => field.name === 'weightDecay')) return;
    const state = wornState(optimizer, { weightDecay: 0 });
    const decayed = (values: FieldValues): Float64Array =>
      take(optimizer, [0.4, -1.2], [-0.6, 0.9], state, 0.1, { weightDecay: 0.5, ...values }).update;
    const isCoupled = !optimizer.isDecayDecoupled;
    const plain = take(optimizer, [0.4, -1.2], [-0.6, 0.9], state, 0.1, { weightDecay: 0 }).update;
    const decoupled = [plain[0] - 0.1 * 0.5 * 0.4, plain[1] + 0.1 * 0.5 * 1.2];
    const coupled = take(optimizer, [0, 0], [-0.6 + 0.5 * 0.4, 0.9 - 0.5 * 1.2], state, 0.1, { weightDecay: 0 }).update;
    expectClose(decayed({}), isCoupled ? [...coupled] : decoupled);
    if (optimizer.fields.some((field) => field.name === 'decoupledWeightDecay'))
      expectClose(decayed({ decoupledWeightDecay: true }), decoupled);
  });
});

it('interpolates exactly at both ends, in torch’s two forms', () => {
  expect([lerp(2, 10, 0), lerp(2, 10, 0.25), lerp(2, 10, 0.75), lerp(0.1, 0.7, 1)]).toEqual([2, 4, 8, 0.7]);
  // The two forms differ in the last bit, and 0.5 belongs to the second.
  expect(lerp(0.1, 0.7, 0.49)).toBe(0.1 + 0.49 * (0.7 - 0.1));
  expect(lerp(0.1, -0.7, 0.5)).toBe(-0.7 - (-0.7 - 0.1) * 0.5);
  expect(lerp(0.1, -0.7, 0.5)).not.toBe(0.1 + 0.5 * (-0.7 - 0.1));
});

it('leaves the power out of the bias correction only where it is lost anyway', () => {
  for (const beta of [0, 0.1, 0.5, 0.85, 0.9, 0.95, 0.99, 0.999, 0.9999])
    for (let t = 1; t < 1e6; t = Math.ceil(t * 1.05)) expect(biasCorrection(beta, t)).toBe(1 - powerInteger(beta, t));
});

describe('the first step, for a gradient of 3', () => {
  it.each([
    ['sgd', -3, 1e-12],
    ['adam', -1, 1e-6],
    ['adamw', -1, 1e-6],
    ['nadam', -1.056, 1e-3],
    ['adagrad', -1, 1e-6],
    ['rmsprop', -10, 1e-6],
    ['adadelta', -0.00316, 1e-5],
    ['adamax', -1, 1e-6],
    ['radam', -3, 1e-12],
    ['rprop', -1, 1e-12],
    ['lion', -1, 1e-12],
  ] as const)('%s moves %d learning rates', (id, size, tolerance) => {
    expect(Math.abs(follow(optimizers[id], [3], 1, {})[0] - size)).toBeLessThan(tolerance);
  });
});

describe('sgd', () => {
  const { sgd, momentum, nesterov } = optimizers;

  it('does not dampen the first velocity', () => {
    // v: 2, then 0.5 × 2 + 0.25 × 4 = 2, then 0.5 × 2 + 0.25 × −4 = 0
    expectClose(follow(sgd, [2, 4, -4], 0.1, { momentum: 0.5, dampening: 0.75 }), [-0.2, -0.2, 0]);
  });

  it('takes the first gradient whole when momentum is switched on in mid-run', () => {
    const plain = take(sgd, [0, 0], [2, 2], start(sgd), 0.1, { momentum: 0, dampening: 0.5 }).nextState;
    expectClose(take(sgd, [0, 0], [4, 6], plain, 0.1, { momentum: 0.9, dampening: 0.5 }).update, [-0.4, -0.6]);
  });

  it('keeps its velocity while momentum is switched off', () => {
    const moving = take(sgd, [0, 0], [2, 2], start(sgd), 0.1, { momentum: 0.5 }).nextState;
    const paused = take(sgd, [0, 0], [8, 8], moving, 0.1, { momentum: 0 }).nextState;
    expectClose(take(sgd, [0, 0], [1, 1], paused, 0.1, { momentum: 0.5 }).update, [-0.2, -0.2]);
  });

  it('looks ahead along the new velocity with Nesterov', () => {
    // v: 2, then 0.5 × 2 + 4 = 5; step along g + 0.5 v: 3, then 6.5
    expectClose(follow(sgd, [2, 4], 0.1, { momentum: 0.5, nesterov: true }), [-0.3, -0.65]);
  });

  it('is what momentum and nesterov are with their switches set', () => {
    const gradients = [2, -1, 0.5, 3];
    expect(follow(momentum, gradients, 0.1, {})).toEqual(follow(sgd, gradients, 0.1, { momentum: 0.9 }));
    expect(follow(nesterov, gradients, 0.1, {})).toEqual(
      follow(sgd, gradients, 0.1, { momentum: 0.9, nesterov: true }),
    );
    expect(follow(nesterov, gradients, 0.1, {})).not.toEqual(follow(momentum, gradients, 0.1, {}));
  });

  it('refuses Nesterov without momentum or with dampening, and says why', () => {
    const check = (values: FieldValues): void => sgd.check?.(withDefaults(sgd.fields, values));
    expect(() => check({ nesterov: true })).toThrow(
      new RangeError('Nesterov needs a momentum above 0: without momentum there is no velocity to look ahead along.'),
    );
    expect(() => check({ nesterov: true, momentum: 0.9, dampening: 0.1 })).toThrow(
      new RangeError('Nesterov needs a dampening of 0: it looks ahead along the whole velocity.'),
    );
    expect(() => check({ nesterov: true, momentum: 0.9 })).not.toThrow();
    expect(() => checkFields(nesterov.fields, { momentum: 0 })).toThrow('without momentum there is no velocity');
  });
});

it('adagrad starts its sum where it is told and lets the rate decay with the steps taken', () => {
  const values = { initialAccumulatorValue: 16, learningRateDecay: 0.5, eps: 0 };
  expectClose(follow(optimizers.adagrad, [3, 12], 0.1, values), [(-0.1 * 3) / 5, ((-0.1 / 1.5) * 12) / 13]);
});

describe('rmsprop', () => {
  it('adds ε outside the root', () => {
    expectClose(follow(optimizers.rmsprop, [3], 0.1, { alpha: 0.75, eps: 0.5 }), [(-0.1 * 3) / (1.5 + 0.5)]);
  });

  it('adds it inside the root where told so, as TensorFlow and Keras do', () => {
    const inside = { alpha: 0.75, eps: 0.5, epsInside: true };
    expectClose(follow(optimizers.rmsprop, [3], 0.1, inside), [(-0.1 * 3) / Math.sqrt(2.25 + 0.5)]);
  });

  it('inside the root follows Keras over many steps, centered and with momentum', () => {
    const [alpha, eps, momentum, rate] = [0.9, 1e-3, 0.8, 0.05];
    const gradients = Array.from({ length: 200 }, (_, step) => Math.sin(step) + 0.3 * Math.cos(2.7 * step));
    const found = follow(optimizers.rmsprop, gradients, rate, {
      alpha,
      eps,
      momentum,
      centered: true,
      epsInside: true,
    });
    // keras.optimizers.RMSprop.update_step, whose velocity holds the learning rate.
    let [square, mean, velocity] = [0, 0, 0];
    const expected = gradients.map((gradient) => {
      square = alpha * square + (1 - alpha) * gradient * gradient;
      mean = alpha * mean + (1 - alpha) * gradient;
      velocity = momentum * velocity + (rate * gradient) / Math.sqrt(square - mean * mean + eps);
      return -velocity;
    });
    found.forEach((update, step) => {
      expect(Math.abs(update - expected[step])).toBeLessThanOrEqual(1e-12);
    });
  });

  it('divides by the spread when centered', () => {
    // s = 0.75 × 16 = 12, mean = 3, spread 12 − 9 = 3
    expectClose(follow(optimizers.rmsprop, [4], 0.1, { alpha: 0.25, eps: 0, centered: true }), [-0.4 / Math.sqrt(3)]);
  });

  it('takes a spread below zero, which only rounding makes, for zero', () => {
    const { rmsprop } = optimizers;
    const state = Float64Array.of(5, 0.01, 0, 0.1 + 1e-12, 0, 0, 0);
    const { update } = take(rmsprop, [0, 0], [0.1, 0], state, 0.1, { alpha: 1, centered: true });
    expect(update[0]).toBeCloseTo(-0.1 * (0.1 / 1e-8), 3);
  });
});

describe('adam', () => {
  it('corrects by the powers of the betas in force', () => {
    const { adam } = optimizers;
    const first = take(adam, [0, 0], [2, 2], start(adam), 0.1, { beta1: 0.5, beta2: 0.5, eps: 0 }).nextState;
    const { update } = take(adam, [0, 0], [4, 4], first, 0.1, { beta1: 0.8, beta2: 0.9, eps: 0 });
    const m = 0.8 * 1 + 0.2 * 4;
    const v = 0.9 * 2 + 0.1 * 16;
    const step = ((-0.1 / (1 - 0.8 ** 2)) * m) / Math.sqrt(v / (1 - 0.9 ** 2));
    expectClose(update, [step, step]);
  });

  it('takes AMSGrad’s maximum before the correction', () => {
    const values = { beta1: 0, beta2: 0.5, eps: 0, amsgrad: true };
    // v: 8, then 4.5; its largest 8 is divided by the second correction, 0.75
    expectClose(follow(optimizers.adam, [4, 1], 0.1, values), [-0.1 * (4 / 4), -0.1 / Math.sqrt(8 / 0.75)]);
  });
});

it('adamax adds ε inside the maximum', () => {
  const values = { beta1: 0, beta2: 0.5, eps: 1 };
  expectClose(follow(optimizers.adamax, [3, 0.5], 0.1, values), [-0.1 * (3 / 4), -0.1 * (0.5 / 2)]);
});

it('nadam warms its first-moment share up at the pace of the momentum decay', () => {
  const share = (t: number): number => 0.5 * (1 - 0.5 * 0.96 ** (t * 2));
  const [mu, next] = [share(1), share(2)];
  const step = -0.1 * (((1 - mu) / (1 - mu)) * 3 + (next / (1 - mu * next)) * 1.5);
  expectClose(follow(optimizers.nadam, [3], 0.1, { beta1: 0.5, momentumDecay: 2, eps: 0 }), [step / 3]);
});

it('radam divides by the second moment from step 6 on', () => {
  const updates = follow(optimizers.radam, [3, 3, 3, 3, 3, 3], 1, {});
  for (const update of updates.slice(0, 5)) expect(update).toBeCloseTo(-3, 12);
  expect(Math.abs(updates[5])).toBeLessThan(0.1);
});

describe('rprop', () => {
  const { rprop } = optimizers;

  it('grows its step while the sign holds, and after a turn shrinks it and waits', () => {
    expectClose(follow(rprop, [3, 1, -2, -2, -1], 0.1, {}), [-0.1, -0.12, 0, 0.06, 0.072]);
  });

  it('keeps its step within bounds', () => {
    expectClose(follow(rprop, [1, 1, 1], 0.1, { stepMax: 0.13 }), [-0.1, -0.12, -0.13]);
    expectClose(follow(rprop, [1, -1, 1], 0.1, { stepMin: 0.08 }), [-0.1, 0, -0.08]);
  });

  it('refuses a smallest step above the largest', () => {
    expect(() => rprop.check?.(withDefaults(rprop.fields, { stepMin: 1, stepMax: 0.5 }))).toThrow(RangeError);
  });
});

it('lion steps by the sign of a mix it does not keep', () => {
  // m: 0.01, then 0.99 × 0.01 − 0.01 × 0.05: the second mix is 0.9 × 0.01 − 0.1 × 0.05 = 0.004, still positive
  expectClose(follow(optimizers.lion, [1, -0.05, -1], 0.1, {}), [-0.1, -0.1, 0.1]);
});
