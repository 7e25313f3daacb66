import { expect, test } from 'vitest';
import { experiments } from '../../training/studies/experiments.ts';
import { parseLink } from '../url.ts';
import { lesson } from './theNextPoint.ts';

test('the step goes a fifth of the way to the mean of the batch', () => {
  const truth = lesson.truth(experiments, parseLink(`#${lesson.settings}`));
  expect(lesson.claim.holds(truth)).toBe(true);
  expect(truth.gradient.map((value) => value.toFixed(3))).toEqual(['-4.144', '3.560']);
  expect(truth.next.map((value) => value.toFixed(3))).toEqual(['-1.986', '1.444']);
  expect(lesson.features(truth.next, truth)).toEqual({ direction: true, length: true, nearIt: true });
  expect(lesson.features(truth.mean, truth)).toEqual({ direction: true, length: false, nearIt: false });
  expect(lesson.observations(truth)).toEqual({ part: true, whole: false, nothing: false });
});
