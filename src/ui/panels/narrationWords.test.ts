// Every sentence about the pending step is held against the step's numbers, over all problems, rules, and samplings.

import { describe, expect, it } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import { samplings } from '../../training/batches.ts';
import type { FieldValues } from '../../training/field.ts';
import { type OptimizerId, optimizers } from '../../training/optimizers/index.ts';
import { type PairProblemId, type ProblemId, pairProblems } from '../../training/problems/index.ts';
import type { Hyperparameters, RunConfig } from '../../training/run/run.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { en } from '../text/catalogue.ts';
import { run as runWords } from '../text/en/run.ts';
import { createFormats } from '../text/format.ts';
import { german } from '../text/german.ts';
import { longestIn, pendingWords, readyWords, restingWords, type Words } from './narrationWords.ts';

const english: Words = { run: runWords, format: createFormats('en'), word: (said) => said };
const deutsch: Words = {
  run: german.run,
  format: createFormats('de'),
  word: (said) => german.registry[said] ?? said,
};

function shownAt(step: number, config: RunConfig, hyperparameters: Hyperparameters) {
  const trainer = new Trainer();
  trainer.start(config);
  const limits = { steps: step, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9 };
  return { config, detail: trainer.advance({ ...limits, hyperparameters }).detail };
}

const settingsOf = (problem: ProblemId, optimizer: OptimizerId, change: Partial<Hyperparameters> = {}) =>
  [defaultConfig(problem, optimizer), { ...defaultHyperparameters(problem, optimizer), ...change }] as const;

const problemIds = Object.keys(pairProblems) as PairProblemId[];
/** Every rule on every problem of two weights, where all have sentences of their own; the networks share theirs. */
const combinations: readonly (readonly [ProblemId, OptimizerId])[] = [
  ...problemIds.flatMap((problem) =>
    (Object.keys(optimizers) as OptimizerId[]).map((optimizer) => [problem, optimizer] as const),
  ),
  ['circles', 'sgd'],
  ['three-clusters', 'adam'],
  ['curve', 'momentum'],
];

describe.each(samplings)('with the order %s', (sampling) => {
  it('all examples are said to pull only where all of them are in the batch', () => {
    // How the examples pull does not depend on the rule.
    for (const [problem, optimizer] of problemIds.map((each) => [each, 'adam'] as const)) {
      const [base, usual] = settingsOf(problem, optimizer);
      for (const batchSize of [1, 7, base.examples]) {
        const shown = shownAt(3, { ...base, sampling }, { ...usual, batchSize });
        const distinct = new Set(shown.detail.batch).size;
        const text = pendingWords(english, shown);
        expect(text.includes('all '), text).toBe(true);
        expect(/^Next, all \d/.test(text), text).toBe(distinct === base.examples && sampling !== 'replacement');
        if (distinct < shown.detail.batch.length) expect(text).toMatch(/^Next, \d+ draws from/);
        expect(pendingWords(deutsch, shown).includes(`alle ${base.examples} Beispiele`)).toBe(
          /^Next, all \d/.test(text),
        );
      }
    }
  });
});

it('a loss that falls is said to go to a smaller number, and one that rises to a larger', () => {
  for (const [problem, optimizer] of combinations) {
    const [config, hyperparameters] = settingsOf(problem, optimizer);
    for (const step of [1, 40]) {
      const shown = shownAt(step, config, hyperparameters);
      const text = pendingWords(english, shown);
      const { batchLoss, nextBatchLoss, fullLoss, nextFullLoss } = shown.detail;
      const [batch, full] = text.replace(/\.$/, '').split(' and ').slice(-2);
      for (const [clause, from, to] of [
        [batch, batchLoss, nextBatchLoss],
        [full, fullLoss, nextFullLoss],
      ] as const) {
        const said = / from (\S+(?: × 10\S+)?) to (\S+(?: × 10\S+)?)$/.exec(clause);
        if (said === null) {
          expect(clause, text).toContain('leave');
          expect(Math.abs(to - from), text).toBeLessThanOrEqual(1e-6 * Math.abs(from));
        } else if (!said[0].includes('×')) {
          const [before, after] = said.slice(1, 3).map((number) => Number(number.replaceAll(',', '')));
          expect(Math.sign(after - before), text).toBe(Math.sign(to - from));
        }
      }
    }
  }
});

it('a step that way is offered only where the step goes that way', () => {
  const options: readonly FieldValues[] = [{}, { maximize: true }, { weightDecay: 3 }, { momentum: 0.5 }];
  for (const problem of problemIds)
    for (const optimizer of options) {
      const shown = shownAt(0, ...settingsOf(problem, 'sgd', { optimizer }));
      const { gradient, update } = shown.detail;
      const [along, across] = [
        gradient[0] * update[0] + gradient[1] * update[1],
        gradient[0] * update[1] - gradient[1] * update[0],
      ];
      const isThatWay = Math.abs(across) <= -1e-12 * along;
      if (readyWords(english, shown, true).includes('that way')) expect(isThatWay).toBe(true);
    }
  const dead = { ...defaultConfig('relu-neuron', 'sgd'), start: [0, -50] as const };
  const text = readyWords(english, shownAt(0, dead, defaultHyperparameters('relu-neuron', 'sgd')), true);
  expect(text).toBe(
    'Here, 8 of 60 examples together pull nowhere. Press Step to draw the next batch, or Play to keep going.',
  );
});

it('one example pulls, eight pull, in both languages', () => {
  const [config, usual] = settingsOf('line-fit', 'sgd');
  const one = shownAt(0, config, { ...usual, batchSize: 1 });
  expect(readyWords(english, one, false)).toMatch(/^Here, 1 of 100 examples pulls (to|up|down)/);
  expect(readyWords(deutsch, one, false)).toMatch(/^Hier zieht 1 von 100 Beispielen nach /);
  const eight = shownAt(0, config, usual);
  expect(readyWords(english, eight, false)).toMatch(/^Here, 8 of 100 examples together pull /);
  expect(readyWords(deutsch, eight, false)).toMatch(/^Hier ziehen 8 von 100 Beispielen zusammen nach /);
});

it('rest is said to be for now, and of a rule whose steps may grow that they may', () => {
  const [config, usual] = settingsOf('line-fit', 'rmsprop', { batchSize: 100 });
  const text = restingWords(english, shownAt(159, config, usual));
  expect(text).toMatch(/^Resting for now: .* But RMSprop can answer/);
  expect(restingWords(deutsch, shownAt(159, config, usual))).toMatch(/^Ruht vorerst: .* Doch RMSprop kann/);
  const [plain, rate] = settingsOf('line-fit', 'sgd', { batchSize: 100, learningRate: 0.3 });
  expect(restingWords(english, shownAt(400, plain, rate))).toMatch(/It counts as converged once/);
  expect(restingWords(english, shownAt(2, plain, rate))).toBeNull();
});

it('room is kept for the longest of it', () => {
  expect(en.page.longest).toBe(longestIn(en, false));
  expect(german.page.longest).toBe(longestIn(german, false));
});
