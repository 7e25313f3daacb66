// From the place of a slider's handle to its value and back.

import type { NumberField } from '../../training/field.ts';

/** `value` to three significant figures: what a slider sets. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** Powers of ten at the ends of the learning rate's slider, and what of a power one step of it is. */
export const rateScale = { lowest: -4, highest: 1, step: 0.01 } as const;

/**
 * The batch sizes that the slider stops at, from 1 to `count`: every one up to 16, then eight to each doubling, so
 * that powers of two are among them and both ends are near.
 */
export function batchSizeStops(count: number): readonly number[] {
  const stops = new Set<number>();
  for (let size = 1; size <= Math.min(16, count); size++) stops.add(size);
  for (let eighth = 1; ; eighth++) {
    const size = Math.round(16 * 2 ** (eighth / 8));
    if (size >= count) break;
    stops.add(size);
  }
  return [...stops.add(count)];
}

/** Index of the stop nearest to `value`, by ratio. */
export function nearestStop(stops: readonly number[], value: number): number {
  let nearest = 0;
  const distance = (stop: number): number => Math.abs(Math.log(stop / value));
  stops.forEach((stop, index) => {
    if (distance(stop) < distance(stops[nearest])) nearest = index;
  });
  return nearest;
}

/** The scale of a slider: `min`, `max`, and `step` of its handle's place, and the way between place and value. */
export interface SliderScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  toPlace(value: number): number;
  toValue(place: number): number;
}

/** The scale of a field that declares both of its ends; whole numbers go one by one unless the scale is logarithmic. */
export function fieldScale(field: NumberField): SliderScale {
  const { min, max, integer = false } = field;
  if (min === 0 && max === 1 && field.maxOpen) return shareScale(field.minOpen ? 0.01 : 0);
  if (!field.logarithmic) {
    const step = integer ? 1 : 10 ** Math.floor(Math.log10((max - min) / 100));
    const low = field.minOpen ? min + step : min;
    const high = field.maxOpen ? max - step : max;
    return { min: low, max: high, step, toPlace: (value) => value, toValue: (place) => clampTo(field, place) };
  }
  const smallest = min > 0 ? min : (field.smallest ?? 1e-6);
  // Left of the smallest value above 0 there is 0 itself.
  const bottom = min > 0 || field.minOpen ? Math.log10(smallest) : Math.log10(smallest) - 0.25;
  const toPlace = (value: number): number => (value < smallest ? bottom : Math.log10(value));
  const toValue = (place: number): number => {
    if (place < Math.log10(smallest) - 1e-9) return min;
    const value = 10 ** place;
    return clampTo(field, integer ? Math.round(value) : Number(value.toPrecision(2)));
  };
  return { min: bottom, max: Math.log10(max), step: 0.01, toPlace, toValue };
}

/**
 * The scale of a share of the past, from `lowest` to just below 1: logarithmic in what is left of 1, since 0.9, 0.99,
 * and 0.999 remember ten, a hundred, and a thousand steps.
 */
function shareScale(lowest: number): SliderScale {
  const toPlace = (share: number): number => Math.max(0, -Math.log10(1 - share));
  const toValue = (place: number): number => Number((1 - Number((10 ** -place).toPrecision(2))).toPrecision(6));
  return { min: toPlace(lowest), max: 4, step: 0.01, toPlace, toValue };
}

const clampTo = ({ min, max }: NumberField, value: number): number => Math.min(max, Math.max(min, value));
