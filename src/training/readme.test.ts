// What README.md here states is executed: its code runs, and its map names the folders that are there.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../lab/defaults.ts';
import { type ProblemId, problems } from './problems/index.ts';
import { Trainer } from './run/trainer.ts';

const text = readFileSync(new URL('README.md', import.meta.url), 'utf8');

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const equal = (actual: unknown, wanted: unknown): void => {
  if (typeof actual === 'number') expect(actual).toBeCloseTo(wanted as number, 14);
  else expect(actual).toEqual(wanted);
};

test.each(Object.keys(problems) as ProblemId[])('the code holds on %s', (problem) => {
  const code = /```ts\n(.*?)```/s.exec(text)?.[1] ?? '';
  expect(code).toContain('trainer.advance');
  const run = new Function('Trainer', 'config', 'hyperparameters', 'mean', 'equal', code);
  run(Trainer, defaultConfig(problem, 'sgd'), defaultHyperparameters(problem, 'sgd'), mean, equal);
});

test('the map names every folder, and no other', () => {
  const named = [...text.matchAll(/^\| `([a-zA-Z]+)\/`/gm)].map(([, folder]) => folder);
  const there = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(named.toSorted()).toEqual(there.toSorted());
});
