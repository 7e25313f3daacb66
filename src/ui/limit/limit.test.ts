// What explains the limit: its formula, the halving of a run, the question about the mini-batch, and the directions.

import { describe, expect, it } from 'vitest';
import { limitDirectionMarks } from '../../drawing/sceneLimit.ts';
import { frame, numbersOf, shapeCalled, texts } from '../../drawing/testMarks.ts';
import { batchKind, batchLimitQuestion } from '../../lab/batchLimit.ts';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import { ruleStabilityLimit } from '../../lab/stability.ts';
import { withDefaults } from '../../training/field.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { type LinearRule, linearRule } from '../../training/optimizers/linearRule.ts';
import { present } from '../../training/present.ts';
import { Random } from '../../training/random.ts';
import { figuresNeeded } from './figuresNeeded.ts';
import { lastHalving } from './halving.ts';
import { limitFormula } from './limitFormula.ts';

const names = { curvature: 'curvature', momentum: 'momentum', decay: 'decay', dampening: 'dampening' };

describe('the formula of the limit', () => {
  it('has no more in it than what acts', () => {
    const plain: LinearRule = { momentum: 0, share: 1, weightDecay: 0, isNesterov: true };
    expect(limitFormula(plain, names)).toBe('2 / curvature');
    expect(limitFormula({ ...plain, weightDecay: 0.1 }, names)).toBe('2 / (curvature + decay)');
    expect(limitFormula({ ...plain, momentum: 0.9, isNesterov: false }, names)).toBe('(2 + 2 × momentum) / curvature');
    expect(limitFormula({ ...plain, momentum: 0.9 }, names)).toBe(
      '(2 + 2 × momentum) / ((1 + 2 × momentum) × curvature)',
    );
  });

  it.each([
    ['sgd', {}],
    ['sgd', { weightDecay: 0.25 }],
    ['momentum', { momentum: 0.75 }],
    ['momentum', { momentum: 0.75, dampening: 0.5, weightDecay: 0.125 }],
    ['nesterov', { momentum: 0.5 }],
  ] as const)('is, as numbers, the limit of %s with %o', (optimizer, given) => {
    const values = withDefaults(optimizers[optimizer].fields, given);
    const rule = present(linearRule(optimizers[optimizer], values) ?? undefined);
    const text = limitFormula(rule, {
      ...{ curvature: '5', momentum: String(rule.momentum), decay: String(rule.weightDecay) },
      dampening: String(1 - rule.share),
    });
    expect(/^[\d\s.()+/×−]+$/.test(text)).toBe(true);
    expect(worth(text)).toBeCloseTo(present(ruleStabilityLimit(optimizer, values, 5) ?? undefined), 12);
  });
});

/** The value of sums, products, and quotients with parentheses. */
function worth(text: string): number {
  const inner = /\(([^()]*)\)/.exec(text);
  if (inner !== null) return worth(text.replace(inner[0], String(worth(inner[1]))));
  const split = (signs: RegExp): [number, string, string] | null => {
    const at = [...text.matchAll(signs)].at(-1);
    return at === undefined ? null : [at.index, at[0].trim(), text];
  };
  const found = split(/ [+−] /g) ?? split(/ [×/] /g);
  if (found === null) return Number(text);
  const [left, right] = [worth(text.slice(0, found[0])), worth(text.slice(found[0] + 3))];
  return { '+': left + right, '−': left - right, '×': left * right, '/': left / right }[found[1]] ?? Number.NaN;
}

describe('the numbers of the formula', () => {
  it('have as many figures as their result needs to follow from them', () => {
    const half = ([curvature]: readonly number[]): number => 2 / curvature;
    expect(figuresNeeded([5.24], half)).toBe(3);
    // 2 / 1.23 would be 1.63.
    expect((2 / 1.2349).toPrecision(3)).toBe('1.62');
    expect(figuresNeeded([1.2349], half)).toBe(4);
    const left = ([rate, curvature]: readonly number[]): number => Math.abs(1 - rate * curvature);
    const random = new Random(3);
    for (let trial = 0; trial < 300; trial++) {
      const numbers = [random.uniform(0.01, 0.5), random.uniform(1, 9)];
      const figures = figuresNeeded(numbers, left);
      const worked = left(numbers.map((value) => Number(value.toPrecision(figures))));
      expect(figures === 7 || worked.toPrecision(3) === left(numbers).toPrecision(3)).toBe(true);
    }
  });
});

describe('the halving of a run', () => {
  const path = { stride: 2, x: [8, 4, 2, 1], y: [0, 0, 0, 0] };

  it('is counted from the last step that was twice as far', () => {
    expect(lastHalving(path, 4, 8, [1, 0], [0, 0])).toBe(4);
    expect(lastHalving(path, 4, 8, [0.5, 0], [0, 0])).toBe(2);
    expect(lastHalving(path, 4, 8, [5, 0], [0, 0])).toBe(null);
    expect(lastHalving(path, 4, 8, [0, 0], [0, 0])).toBe(null);
  });
});

describe('the question about the mini-batch', () => {
  const config = { ...defaultConfig('line-fit', 'sgd') };
  const rule = defaultHyperparameters('line-fit', 'sgd');

  it('is the same while the rate moves, and another for another batch size', () => {
    const asked = batchLimitQuestion(config, rule);
    expect(asked).not.toBe(null);
    expect(batchLimitQuestion(config, { ...rule, learningRate: 0.3 })).toBe(asked);
    expect(batchLimitQuestion({ ...config, start: [3, 1] }, rule)).toBe(asked);
    expect(batchLimitQuestion(config, { ...rule, batchSize: 3 })).not.toBe(asked);
  });

  it('is asked neither of adaptive rules, nor of networks, nor where the batch is all examples', () => {
    expect(batchLimitQuestion({ ...config, optimizer: 'adam' }, rule)).toBe(null);
    expect(batchLimitQuestion(defaultConfig('circles', 'sgd'), rule)).toBe(null);
    const whole = { ...rule, batchSize: config.examples };
    expect(batchLimitQuestion(config, whole)).toBe(null);
    expect(batchKind(config, whole)).toBe('whole');
    // In micro-batches that weigh alike, of one size, every update takes all examples too.
    const inParts = { ...rule, batchSize: config.examples / 5, accumulate: 5 };
    expect(batchKind(config, inParts)).toBe('whole');
    expect(batchKind(config, { ...inParts, accumulate: 4 })).toBe('reshuffle');
    expect(batchLimitQuestion({ ...config, sampling: 'replacement' }, whole)).not.toBe(null);
    expect(batchKind({ ...config, sampling: 'fixed' }, rule)).toBe('repeated');
  });
});

describe('the directions on the map', () => {
  it('go through the weights, named at their ends', () => {
    const directions = [
      { direction: [0.6, 0.8], name: 'steepest' },
      { direction: [-0.8, 0.6], name: 'flattest' },
    ] as const;
    const marks = limitDirectionMarks(frame, [0, 0.5], directions, []);
    const [x1, y1, x2, y2] = numbersOf(shapeCalled(marks, 'limit-steepest'));
    expect((x1 + x2) / 2).toBeCloseTo(frame.viewport.x(0), 1);
    expect((y1 + y2) / 2).toBeCloseTo(frame.viewport.y(0.5), 1);
    expect((y1 - y2) / (x2 - x1)).toBeCloseTo(0.8 / 0.6, 2);
    expect(texts(marks).map(({ text }) => text)).toEqual(['steepest', 'flattest']);
    expect(limitDirectionMarks(frame, [9, 9], directions, [])).toEqual([]);
  });
});
