// The scales of the sliders reach their ends, and a handle's place gives its value back.

import { describe, expect, it } from 'vitest';
import type { NumberField } from '../../training/field.ts';
import { fieldProblem } from '../../training/field.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { commonFields } from '../../training/problem.ts';
import { problems } from '../../training/problems/index.ts';
import { schedules } from '../../training/schedules/index.ts';
import { fieldScale } from './fieldScale.ts';
import { batchSizeStops, nearestStop } from './scales.ts';

describe('the stops of the batch size', () => {
  it.each([10, 16, 17, 60, 1000])('go up from 1 to %i, every size up to 16 among them', (count) => {
    const stops = batchSizeStops(count);
    expect(stops.slice(0, Math.min(16, count))).toEqual(Array.from({ length: Math.min(16, count) }, (_, i) => i + 1));
    expect(stops.at(-1)).toBe(count);
    expect(stops.every((stop, index) => index === 0 || stop > stops[index - 1])).toBe(true);
  });

  it('hold the powers of two', () => {
    expect(batchSizeStops(1000)).toEqual(expect.arrayContaining([32, 64, 128, 256, 512]));
  });

  it('are few enough to reach either end by hand', () => {
    expect(batchSizeStops(1000).length).toBeLessThan(80);
  });

  it('give the nearest one by ratio', () => {
    expect(nearestStop([1, 10, 100], 31)).toBe(1);
    expect(nearestStop([1, 10, 100], 33)).toBe(2);
  });
});

const registries = [problems, optimizers, schedules] as const;
const numberFields = [
  ...commonFields.filter(({ name }) => name !== 'seed'),
  ...registries.flatMap((registry) => Object.values(registry).flatMap(({ fields }) => [...fields])),
].filter((field): field is NumberField => field.kind === 'number');

describe('the scale of every declared number', () => {
  it.each(numberFields)('$name: $label', (field) => {
    const scale = fieldScale(field);
    expect(scale.max).toBeGreaterThan(scale.min);
    for (const place of [scale.min, scale.max]) expect(fieldProblem(field, scale.toValue(place))).toBeNull();
    const shown = scale.toPlace(field.default);
    expect(shown).toBeGreaterThanOrEqual(scale.min);
    expect(shown).toBeLessThanOrEqual(scale.max);
    const back = scale.toValue(shown);
    expect(Math.abs(back - field.default)).toBeLessThanOrEqual(0.06 * Math.abs(field.default));
  });
});
