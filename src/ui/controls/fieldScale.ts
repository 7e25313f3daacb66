// From the place of a field's slider to its value and back.

import type { NumberField } from '../../training/field.ts';

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
