import { describe, expect, it } from 'vitest';
import {
  type ChoiceField,
  checkFields,
  fieldProblem,
  type ListField,
  type NumberField,
  type SwitchField,
  withDefaults,
} from './field.ts';

const share: NumberField = {
  kind: 'number',
  name: 'share',
  label: 'Share',
  default: 0.5,
  min: 0,
  minOpen: true,
  max: 1,
  why: 'it is a share of a whole',
};
const count: NumberField = { kind: 'number', name: 'count', label: 'Count', default: 3, min: 1, max: 9, integer: true };
const flag: SwitchField = { kind: 'switch', name: 'flag', label: 'Flag', default: false };
const shape: ChoiceField = {
  kind: 'choice',
  name: 'shape',
  label: 'Shape',
  default: 'cos',
  choices: [
    { value: 'cos', label: 'cosine' },
    { value: 'linear', label: 'straight' },
  ],
};
const marks: ListField = { kind: 'list', name: 'marks', label: 'Marks', default: [1, 2], min: 0, max: 10 };
const fields = [share, count, flag, shape, marks];

describe('withDefaults', () => {
  it('fills in what is absent and keeps the order of the fields', () => {
    const values = withDefaults(fields, { flag: true, count: 4 });
    expect(Object.entries(values)).toEqual([
      ['share', 0.5],
      ['count', 4],
      ['flag', true],
      ['shape', 'cos'],
      ['marks', [1, 2]],
    ]);
  });

  it('takes nothing from the prototype of the values', () => {
    const inherited = Object.create({ count: 4 });
    expect(withDefaults([count], inherited)).toEqual({ count: 3 });
  });
});

describe('fieldProblem', () => {
  it.each([
    [share, 1e-9],
    [share, 1],
    [count, 1],
    [count, 9],
    [flag, false],
    [shape, 'linear'],
    [marks, []],
    [marks, [0, 4, 4, 10]],
  ])('accepts %#', (field, value) => {
    expect(fieldProblem(field, value)).toBeNull();
  });

  it.each([
    [share, 0, 'Share must be above 0, not 0: it is a share of a whole.'],
    [share, -0.1, 'Share must be above 0, not −0.1: it is a share of a whole.'],
    [share, 1.5, 'Share must be at most 1, not 1.5: it is a share of a whole.'],
    [{ ...share, maxOpen: true }, 1, 'Share must be below 1, not 1: it is a share of a whole.'],
    [share, Number.NaN, 'Share is a number, not NaN.'],
    [share, Number.POSITIVE_INFINITY, 'Share is a number, not Infinity.'],
    [share, '0.5', 'Share is a number, not 0.5.'],
    [count, 2.5, 'Count is a whole number, not 2.5.'],
    [count, 0, 'Count must be at least 1, not 0.'],
    [flag, 1, 'Flag is on or off, not 1.'],
    [shape, 'sine', 'Shape is one of cos, linear, not sine.'],
    [marks, 3, 'Marks is a list of whole numbers, not 3.'],
    [marks, [1, 11], 'Marks takes whole numbers from 0 to 10, not 11.'],
    [marks, [1.5], 'Marks takes whole numbers from 0 to 10, not 1.5.'],
    [marks, [4, 2], 'Marks must stand in ascending order, but 2 comes after 4.'],
  ])('refuses %#', (field, value, sentence) => {
    expect(fieldProblem(field, value)).toBe(sentence);
  });
});

describe('checkFields', () => {
  it('lets good values pass', () => {
    expect(() => checkFields(fields, { share: 0.2, marks: [3] })).not.toThrow();
  });

  it('throws the sentence of the first bad value', () => {
    expect(() => checkFields(fields, { share: 0.2, count: 0 })).toThrow(
      new RangeError('Count must be at least 1, not 0.'),
    );
  });

  it('refuses a name that no field has', () => {
    expect(() => checkFields(fields, { shares: 0.2 })).toThrow(
      new RangeError('There is no setting named shares here.'),
    );
  });
});
