// The listings beside the table of the lesson by hand: the numbers typed, the rule of the trainer and of the scripts, and
// of the outcome nothing before it is there.

import { describe, expect, it } from 'vitest';
import { lesson } from '../../lab/lessons/byHand.ts';
import type { LessonRun } from '../../lab/lessons/lesson.ts';
import { experiments } from '../../training/studies/experiments.ts';
import { codeOf } from '../code.ts';
import { oneStepLanguages, oneStepListing } from './oneStep.ts';
import { caseOf } from './scriptCases.ts';

const typed = { weights: [0.25, -3, 1e-7], gradients: [0.75, 0, -2.5], rate: [0.125] };

const truthOf = (rows: typeof typed | undefined) => lesson.truth(experiments, undefined as never as LessonRun, rows);
const textOf = (...given: Parameters<typeof oneStepListing>): string =>
  oneStepListing(...given)
    .map(({ text }) => text)
    .join('\n');

describe.each(oneStepLanguages)('one step in %s', (language) => {
  for (const rows of [undefined, typed]) {
    const { next, ...step } = truthOf(rows);

    it(`has the ${rows === undefined ? 'first' : 'typed'} numbers, and what comes of them only where it is given`, () => {
      const asked = textOf(language, { ...step, next: null });
      for (const value of [...step.weights, ...step.gradients, step.rate]) expect(asked).toContain(String(value));
      const moved = next.filter((value, index) => value !== step.weights[index]);
      expect(moved.length).toBeGreaterThan(0);
      for (const value of moved) expect(asked).not.toContain(String(Number(value.toPrecision(12))));
      expect(asked).not.toMatch(/#|\/\/|≈/);
      const told = textOf(language, { ...step, next });
      expect(told.startsWith(`${asked}\n`)).toBe(true);
      for (const value of moved) expect(told).toContain(String(Number(value.toPrecision(12))));
    });
  }
});

it('takes the step as the exported code does', () => {
  const { config, edits } = caseOf('', 'line-fit', 'sgd');
  const step =
    textOf('numpy', { ...truthOf(undefined), next: null })
      .split('\n')
      .at(-1) ?? '';
  const exported = codeOf('numpy', config, edits[0].hyperparameters).map(({ text }) => text.trim());
  expect(exported).toContain(step);
});
