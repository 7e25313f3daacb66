// The loss that a run trains, as the problem calls it.

import { type ChoiceField, type Field, withDefaults } from '../../training/field.ts';
import type { Problem } from '../../training/problem.ts';
import { problems } from '../../training/problems/index.ts';
import type { RunConfig } from '../../training/run/run.ts';

/** The label of its choice in English; null where the problem offers none. */
export function trainedLoss({ problem, settings }: Pick<RunConfig, 'problem' | 'settings'>): string | null {
  const { fields }: Problem = problems[problem];
  const field = fields.find((each: Field): each is ChoiceField => each.kind === 'choice' && each.name === 'loss');
  const { loss } = withDefaults(fields, settings);
  return field?.choices.find(({ value }) => value === loss)?.label ?? null;
}
