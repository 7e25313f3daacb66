// The lines that the page shows make the very update that the optimizer makes, and its parts add up to it.

import { describe, expect, test } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import type { FieldValues } from '../../training/field.ts';
import { type OptimizerId, optimizers } from '../../training/optimizers/index.ts';
import { present } from '../../training/present.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { programOfConfiguration } from './program.ts';
import { axisRates, memoryPart, ruleLines } from './ruleLines.ts';

function stepOf(optimizer: OptimizerId, values: FieldValues, step: number) {
  const config = defaultConfig('line-fit', optimizer);
  const hyperparameters = { ...defaultHyperparameters('line-fit', optimizer), optimizer: values };
  const trainer = new Trainer(() => 0);
  trainer.start(config);
  const { detail } = trainer.advance({
    steps: step,
    milliseconds: 1000,
    stepLimit: step,
    hyperparameters,
    beyondConvergence: true,
  });
  return { program: programOfConfiguration(config, hyperparameters), detail };
}

const expectClose = (actual: number, wanted: number): void =>
  expect(Math.abs(actual - wanted)).toBeLessThan(1e-12 * Math.max(1, Math.abs(wanted)));

const cases: readonly (readonly [OptimizerId, FieldValues])[] = [
  ...(Object.keys(optimizers) as OptimizerId[]).map((id) => [id, {}] as const),
  ['sgd', { momentum: 0.9, dampening: 0.5, weightDecay: 0.01 }],
  ['sgd', { momentum: 0.9, nesterov: true, maximize: true }],
  ['adagrad', { learningRateDecay: 0.1, initialAccumulatorValue: 0.5 }],
  ['rmsprop', { centered: true, momentum: 0.5 }],
  ['rmsprop', { epsInside: true, eps: 0.01 }],
  ['adam', { amsgrad: true, weightDecay: 0.1, decoupledWeightDecay: true }],
  ['lion', { weightDecay: 0.1 }],
  ['rprop', { stepMin: 0.04, stepMax: 0.06 }],
];

describe.each(cases)('%s %j', (optimizer, values) => {
  test.each([1, 2, 7, 15])('step %i', (step) => {
    const { program, detail } = stepOf(optimizer, values, step);
    expect(detail.step).toBe(step);
    const lines = ruleLines(program, detail);
    const last = present(lines.findLast(({ name }) => name === 'w'));
    for (const place of [0, 1] as const) {
      expectClose(last.result[place], detail.weights[place] + detail.update[place]);
      for (const { name, place: at, isVector } of program.state)
        expectClose(
          present(lines.findLast((line) => line.name === name)).result[place],
          nextOf(detail, at, isVector, place),
        );
    }
  });
});

const nextOf = ({ nextState }: StepDetail, at: number, isVector: boolean, place: 0 | 1): number =>
  nextState[at + (isVector ? place : 0)];

test('with momentum the part of the memory is what is left of the velocity', () => {
  const { program, detail } = stepOf('momentum', {}, 5);
  const part = memoryPart(program, detail, optimizers.momentum.marks.divisors);
  for (const place of [0, 1] as const) {
    expectClose(part[place], -detail.learningRate * 0.9 * detail.state[1 + place]);
    expectClose(detail.update[place] - part[place], -detail.learningRate * detail.gradient[place]);
  }
});

test('without memory nothing is left of the update when there is no gradient', () => {
  const { program, detail } = stepOf('adagrad', {}, 5);
  for (const part of memoryPart(program, detail, optimizers.adagrad.marks.divisors)) expectClose(part, 0);
});

test('with Adagrad the rate of an axis is the learning rate over the root of its sum', () => {
  const { program, detail } = stepOf('adagrad', {}, 5);
  const rates = axisRates(program, detail, optimizers.adagrad.marks.divisors, optimizers.adagrad.marks.memory);
  for (const place of [0, 1] as const)
    expectClose(rates[place], detail.learningRate / (Math.sqrt(detail.nextState[1 + place]) + 1e-10));
});

test('with Adam the memory and the gradient share the update', () => {
  const { program, detail } = stepOf('adam', {}, 5);
  const part = memoryPart(program, detail, optimizers.adam.marks.divisors);
  for (const place of [0, 1] as const)
    expectClose(part[place] / detail.update[place], (0.9 * detail.state[1 + place]) / detail.nextState[1 + place]);
});
