// The German catalogue covers every word that the registries of training show to a reader.

import { describe, expect, it } from 'vitest';
import { type Field, withDefaults } from '../../training/field.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { commonFields, type Problem } from '../../training/problem.ts';
import { problems } from '../../training/problems/index.ts';
import type { Schedule } from '../../training/schedule.ts';
import { schedules } from '../../training/schedules/index.ts';
import { registry } from './de/registry.ts';

const sameInGerman =
  /^(SGD|Momentum|Adagrad|RMSprop|Adam|Adadelta|AdamW|Adamax|NAdam|RAdam|Rprop|Lion|Linear|Huber|tanh|ReLU|Leaky ReLU|Sigmoid|Softplus|GELU|Xavier|He|XOR|Hinge)$/;

const wordsOfFields = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => [
    field.label,
    ...(field.kind === 'choice' ? field.choices.map((choice) => choice.label) : []),
  ]);

const noiseMeanings = (problem: Problem): string[] =>
  problem.network === undefined ? [problem.noiseMeaning({})] : Object.values(problem.data.noiseMeaning);

const shown: string[] = [
  ...wordsOfFields(commonFields),
  ...Object.values(problems).flatMap((problem: Problem) => [
    problem.title,
    problem.lesson,
    ...noiseMeanings(problem),
    ...wordsOfFields(problem.fields),
  ]),
  ...Object.values(optimizers).flatMap((optimizer: Optimizer) => [
    optimizer.title,
    optimizer.equation,
    ...wordsOfFields(optimizer.fields),
    ...[...optimizer.slots, ...(optimizer.shared ?? [])].map(({ name }) => name),
  ]),
  ...Object.values(schedules).flatMap((schedule: Schedule) => [
    schedule.title,
    schedule.equation,
    ...[schedule.shortEquation?.(withDefaults(schedule.fields, {})) ?? []].flat(),
    ...wordsOfFields(schedule.fields),
  ]),
];

describe('German words for the registries', () => {
  it('has every title, lesson, rule, and label', () => {
    const missing = [...new Set(shown)].filter((words) => !sameInGerman.test(words) && !Object.hasOwn(registry, words));
    expect(missing).toEqual([]);
  });

  it('translates nothing that no registry says', () => {
    expect(Object.keys(registry).filter((words) => !shown.includes(words))).toEqual([]);
  });
});
