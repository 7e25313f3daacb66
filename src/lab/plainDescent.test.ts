import { describe, expect, it } from 'vitest';
import type { FieldValues } from '../training/field.ts';
import { Rule } from '../training/run/rule.ts';
import type { StepDetail } from '../training/run/run.ts';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';
import { isPlainDescent } from './plainDescent.ts';

function isPlain(optimizer: 'sgd' | 'adam', values: FieldValues): boolean {
  const hyperparameters = { ...defaultHyperparameters('line-fit', optimizer), optimizer: values };
  const detail = { optimizerValues: new Rule(optimizer, hyperparameters).values } as StepDetail;
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

  it('leaves out what acts on the velocity alone', () => {
    expect(isPlain('sgd', { dampening: 0.5 })).toBe(true);
  });
});
