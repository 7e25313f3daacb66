// Runs at the ends of what may be set, for the tests of the scripts: every argument of every rule and schedule at the ends
// of its range, a rate of 0 at first, the smallest and largest rates and batches, and a gradient that is 0.

import { ruleProblem } from '../../lab/refusals.ts';
import type { Field, FieldValue } from '../../training/field.ts';
import { type OptimizerId, optimizers } from '../../training/optimizers/index.ts';
import type { Schedule } from '../../training/schedule.ts';
import { type ScheduleId, schedules } from '../../training/schedules/index.ts';
import { type Case, caseOf } from './scriptCases.ts';

const optimizerIds = Object.keys(optimizers) as OptimizerId[];

function ends(field: Field): readonly FieldValue[] {
  switch (field.kind) {
    case 'number':
      return [...(field.minOpen ? [] : [field.min]), ...(field.maxOpen ? [] : [field.max])];
    case 'switch':
      return [!field.default];
    case 'choice':
      return field.choices.map(({ value }) => value);
    default:
      return [[], [0], [3, 3]];
  }
}

const argumentCases = optimizerIds.flatMap((optimizer) =>
  (optimizers[optimizer].fields as readonly Field[]).flatMap((field) =>
    ends(field).map((value) =>
      caseOf(`${optimizer} with ${field.name} ${value}`, 'line-fit', optimizer, {
        first: { optimizer: { [field.name]: value } },
        steps: 6,
      }),
    ),
  ),
);

const scheduleCases = (Object.entries(schedules) as [ScheduleId, Schedule][]).flatMap(([kind, { fields }]) =>
  fields.flatMap((field) =>
    ends(field).flatMap((value) =>
      (['sgd', 'adam', 'rprop'] as const).map((optimizer) =>
        caseOf(`${optimizer}, ${kind} with ${field.name} ${value}`, 'line-fit', optimizer, {
          first: { schedule: { kind, values: { [field.name]: value } } },
          steps: 12,
        }),
      ),
    ),
  ),
);

const edgeCases = optimizerIds.flatMap((optimizer) => [
  caseOf(`${optimizer} with one example a batch`, 'tug-of-war', optimizer, { first: { batchSize: 1 }, steps: 6 }),
  caseOf(`${optimizer} at the smallest rate`, 'line-fit', optimizer, { first: { learningRate: 1e-6 }, steps: 6 }),
  caseOf(`${optimizer} at the largest rate`, 'line-fit', optimizer, { first: { learningRate: 1000 }, steps: 2 }),
  caseOf(`${optimizer} with no gradient`, 'relu-neuron', optimizer, { config: { start: [0, -50] }, steps: 6 }),
]);

/** What a rule itself refuses (Nesterov without momentum, a smallest step above the largest) has no run. */
const isRefused = ({ config, edits }: Case): boolean => ruleProblem(config, edits[0].hyperparameters) !== null;

export const extremeCases: readonly Case[] = [...argumentCases, ...scheduleCases, ...edgeCases].filter(
  (one) => !isRefused(one),
);
