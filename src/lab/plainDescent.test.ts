import { describe, expect, it } from 'vitest';
import type { FieldValues } from '../training/field.ts';
import { Rule } from '../training/run/rule.ts';
import type { StepDetail } from '../training/run/run.ts';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';
import { isPlainDescent } from './plainDescent.ts';

function isPlain(optimizer: 'sgd' | 'adam', values: FieldValues, factor = 1): boolean {
  const hyperparameters = { ...defaultHyperparameters('line-fit', optimizer), optimizer: values };
  const gradient = Float64Array.of(3, -4);
  const detail = {
    optimizerValues: new Rule(optimizer, hyperparameters).values,
    gradient,
    sum: { applied: gradient.map((entry) => factor * entry) },
  } as unknown as StepDetail;
  return isPlainDescent({ config: defaultConfig('line-fit', optimizer), detail });
}

describe('plain gradient descent', () => {
  it('is SGD without anything added', () => {
    expect(isPlain('sgd', {})).toBe(true);
    expect(isPlain('adam', {})).toBe(false);
  });

  it.each([{ momentum: 0.9 }, { weightDecay: 0.1 }, { maximize: true }])('is not SGD with %j', (values) => {
    expect(isPlain('sgd', values)).toBe(false);
  });

  it('is not SGD with a gradient that is clipped or kept, and is where it might have been', () => {
    expect(isPlain('sgd', {}, 0.5)).toBe(false);
    expect(isPlain('sgd', {}, 1)).toBe(true);
  });

  it('leaves out what acts on the velocity alone', () => {
    expect(isPlain('sgd', { dampening: 0.5 })).toBe(true);
  });
});
