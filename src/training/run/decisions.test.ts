import { describe, expect, it } from 'vitest';
import { allocateExamples } from '../examples.ts';
import type { NetworkSpec } from '../network/network.ts';
import { networkObjective } from '../objective/networkObjective.ts';
import { decisionsAt } from './decisions.ts';
import { setUp } from './setup.ts';

const plain: NetworkSpec = { inputs: ['x1', 'x2'], hidden: [], activation: 'tanh', loss: 'bce', classes: 2 };

describe('wrong decisions', () => {
  const objective = networkObjective({ ...plain, inputs: ['x1'] });
  const examples = allocateExamples(4);
  examples.x1.set([-1, -1, 1, 1]);
  examples.y.set([0, 1, 0, 1]);
  const setup = setUp({
    ...{ problem: 'circles', settings: {}, examples: 10, noise: 0, seed: 1, start: [0, 0] },
    ...{ optimizer: 'sgd', sampling: 'reshuffle', dropLast: false },
  });

  it('are those of another class than the example has', () => {
    const decisions = decisionsAt({ ...setup, objective, examples, test: null }, Float64Array.of(1, 0));
    expect(decisions).toEqual({ wrong: Uint8Array.of(0, 1, 1, 0), wrongTest: null });
    const held = { ...examples, count: 2 };
    const other = decisionsAt({ ...setup, objective, examples, test: held }, Float64Array.of(-1, 0));
    expect(other).toEqual({ wrong: Uint8Array.of(1, 0, 0, 1), wrongTest: Uint8Array.of(1, 0) });
  });

  it('are not told of numbers, nor of two weights', () => {
    const numbers = networkObjective({ ...plain, inputs: ['x1'], loss: 'mse', classes: 0 });
    expect(decisionsAt({ ...setup, objective: numbers }, Float64Array.of(1, 0))).toBeNull();
  });
});
