import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optimizers } from '../training/optimizers/index.ts';
import { problems } from '../training/problems/index.ts';
import { schedules } from '../training/schedules/index.ts';
import { didYouMean, nearestName, plainName, sameName } from './nearMiss.ts';
import { settingNames } from './settings.ts';

const choices = [Object.keys(problems), Object.keys(optimizers), Object.keys(schedules)];
const names = [...choices.flat(), ...settingNames];

describe('names', () => {
  it('are told apart without their capitals and separators', () => {
    for (const list of [...choices, settingNames]) expect(new Set(list.map(plainName)).size).toBe(list.length);
  });

  it.each([
    ['Sine_Fit', 'sine-fit'],
    ['LINE FIT', 'line-fit'],
    ['twolayerproduct', 'two-layer-product'],
    ['LearningRate', 'learningRate'],
    ['banana', undefined],
    ['', undefined],
  ])('%s is the same as %s', (written, name) => {
    expect(sameName(written, names)).toBe(name);
  });

  it.each([
    ['optimiser', 'optimizer'],
    ['learningrat', 'learningRate'],
    ['adma', 'adam'],
    ['logistic', 'logistic-regression'],
    ['batch', 'batchSize'],
    ['momentun', 'momentum'],
    ['sede', 'seed'],
    ['banana', undefined],
    ['foo', undefined],
    ['x', undefined],
    ['', undefined],
  ])('%s probably means %s', (written, name) => {
    expect(nearestName(written, names)).toBe(name);
  });

  it('are found again whatever slips once in five letters', () => {
    const long = names.filter((name) => name.length >= 5);
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), fc.constantFrom('drop', 'double', 'swap'), (name, place, way) => {
        const at = place % (name.length - 1);
        const [first, second] = name.slice(at, at + 2);
        const slip = { drop: second, double: first + first + second, swap: second + first }[way] as string;
        const written = name.slice(0, at) + slip + name.slice(at + 2);
        const meant = nearestName(written, [name]) ?? sameName(written, [name]);
        expect(meant).toBe(name);
      }),
    );
  });

  it('are asked for in one question', () => {
    expect(didYouMean(['sede', 'banana', 'nosie', 'seeed'], names)).toBe(' Did you mean seed, noise?');
    expect(didYouMean(['banana'], names)).toBe('');
  });
});
