// The code of the panel is the code of the scripts: its JavaScript is run here, and every variable it computes must be
// the number that would be shown beside it.

import { describe, expect, it } from 'vitest';
import type { OptimizerId } from '../training/optimizers/index.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { Trainer } from '../training/run/trainer.ts';
import { codeLanguagesOf, codeOf, codeValues } from './code.ts';
import { recordRun } from './runRecord.ts';
import { scripts } from './scripts/index.ts';
import { javascriptListing } from './scripts/javascript.ts';
import { programOf } from './scripts/program.ts';
import { type Case, caseOf, optimizerCases, optionCases, problemCases } from './scripts/scriptCases.ts';

const codeLanguages = codeLanguagesOf(caseOf('', 'line-fit', 'sgd').config);

/** What a line made of one of its variables: `place` is its line, `key` what stands beside it. */
interface Seen {
  readonly step: number;
  readonly place: number;
  readonly key: string;
  readonly value: number | readonly number[];
}

/** Runs the code of `one` and looks, after every statement, at every variable that has a value beside it. */
function runCode({ config, edits, steps }: Case): readonly Seen[] {
  const record = recordRun(config, edits, steps);
  const lines = codeOf('javascript', config, edits[0].hyperparameters);
  let pending: string[] = [];
  const text = lines.flatMap(({ text: line, values }, place) => {
    for (const { variable: named, key } of values) {
      // After a loop over the weights that is done within its line there is all of it to look at.
      const variable = /^for \(let j.*;$/.test(line.trim()) ? named.replace('[j]', '') : named;
      const isLoop = line.trim().startsWith('for ');
      const copy = `Array.isArray(${variable}) ? [...${variable}] : ${variable}`;
      pending.push(
        `seen.push({ step: ${isLoop || line.startsWith(' ') ? 'step' : -1}, place: ${place}, key: '${key}', value: ${copy} });`,
      );
    }
    const counted = line.replace(/const (\w+) of batches\)/, 'const [step, $1] of batches.entries())');
    // A statement that goes on over more lines is looked at when it is done.
    if (line.trim().endsWith('[') || line.trim().endsWith(',')) return [counted];
    const now = pending;
    pending = [];
    return [counted, ...now];
  });
  const seen: Seen[] = [];
  const { accumulate = 1, batchSize } = edits[0].hyperparameters;
  const batches = Array.from({ length: steps }, (_, step) => {
    const batch = [...record.batch(step)];
    const starts = Array.from({ length: Math.ceil(batch.length / batchSize) }, (_, part) => part * batchSize);
    return accumulate === 1 ? batch : starts.map((start) => batch.slice(start, start + batchSize));
  });
  const { x1, x2, y } = record.examples;
  const { definitions } = javascriptListing(programOf(record));
  new Function('dataX', 'dataX1', 'dataX2', 'dataY', 'batches', 'seen', [...definitions, ...text].join('\n'))(
    ...[x1, x1, x2, y, batches, seen],
  );
  expect(pending).toEqual([]);
  return seen;
}

const sumCases = (['sgd', 'momentum', 'adam'] as const).flatMap((optimizer) =>
  [{ clipNorm: 0.5 }, { accumulate: 2 }, { forgetZeroGrad: true }, { accumulate: 3, clipNorm: 0.2 }].map((first) =>
    caseOf(`${optimizer} ${JSON.stringify(first)}`, 'line-fit', optimizer, { first: { learningRate: 0.01, ...first } }),
  ),
);

const cases = [...optimizerCases, ...problemCases, ...optionCases, ...sumCases];

describe('the numbers beside the code are those it computes', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const { config, edits } = one;
    const { hyperparameters } = edits[0];
    const trainer = new Trainer();
    const { examples } = trainer.start(config);
    const steps = 12;
    const seen = runCode({ ...one, steps });
    expect(new Set(seen.map(({ key }) => key))).toContain('first:weights');
    for (let step = 0; step < steps; step++) {
      const shown = codeValues(config, hyperparameters, trainer.preview(step, hyperparameters), examples);
      // Before the loop the same numbers stand at every step.
      const those = seen.filter((look) => look.step === step || look.step === -1);
      for (const place of new Set(those.map((look) => look.place))) {
        const looks = those.filter((look) => look.place === place);
        for (const key of new Set(looks.map((look) => look.key))) {
          const expected = shown.get(key);
          if (expected === undefined) continue;
          // A line in a loop counts as it was gone through last; one in a loop over the weights was so twice.
          const values = looks.filter((look) => look.key === key).map(({ value }) => value);
          const last = values.at(-1) ?? [];
          const numbers = Array.isArray(last) || expected.length === 1 ? [last].flat() : values.slice(-2).flat();
          expect(numbers.length, `${key} of step ${step}`).toBe(expected.length);
          for (const [i, number] of numbers.entries())
            expect(number, `${key} of step ${step}`).toBeCloseTo(expected[i], 9);
        }
      }
      trainer.advance({
        ...{ steps: 1, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 99, beyondConvergence: true },
        hyperparameters,
      });
    }
  });

  it('the start stands beside the start, wherever the run is by now', () => {
    const { config, edits } = caseOf('', 'line-fit', 'momentum');
    const { hyperparameters } = edits[0];
    const trainer = new Trainer();
    const { examples } = trainer.start(config);
    const limits = { steps: 30, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 99, hyperparameters };
    const shown = codeValues(config, hyperparameters, trainer.advance(limits).detail, examples);
    for (const language of codeLanguages) {
      const beside = codeOf(language, config, hyperparameters)
        .filter(({ phase }) => phase === null)
        .flatMap(({ values }) => values.map(({ key }) => shown.get(key)));
      expect(beside).toContainEqual(config.start);
      if (language === 'numpy') expect(beside).toContainEqual([0, 0]);
    }
  });

  it('a constructor shows the rate it is given, not that of the pending step', () => {
    const schedule = { kind: 'cosine', values: { tMax: 20 } } as const;
    const { config, edits } = caseOf('', 'line-fit', 'sgd', { first: { learningRate: 0.05, schedule } });
    const { hyperparameters } = edits[0];
    const trainer = new Trainer();
    const { examples } = trainer.start(config);
    const limits = { steps: 10, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 99, hyperparameters };
    const shown = codeValues(config, hyperparameters, trainer.advance(limits).detail, examples);
    const line = codeOf('pytorch', config, hyperparameters).find(({ text }) => text.includes('torch.optim.SGD'));
    expect(line?.text).toContain('lr=0.05');
    expect(line?.values.map(({ key }) => shown.get(key))).toEqual([[0.05]]);
  });
});

describe.each(codeLanguages)('%s', (language) => {
  it.each(Object.keys(optimizers) as OptimizerId[])(
    '%s: short, with every phase in order, and no variable that is not there',
    (optimizer) => {
      const { config, edits } = caseOf('', 'line-fit', optimizer);
      const lines = codeOf(language, config, edits[0].hyperparameters);
      const phases = ['sample', 'forward', 'loss', 'backward', 'update'];
      const inLoop = lines.map(({ phase }) => phase).filter((phase) => phase !== null);
      expect([...new Set(inLoop)]).toEqual(phases);
      const places = inLoop.map((phase) => phases.indexOf(phase));
      expect(places).toEqual(places.toSorted());
      expect(lines.length).toBeLessThanOrEqual(29);
      const changed: Readonly<Record<string, string>> = { 'loss.backward()': 'w.grad', 'optimizer.step()': 'w' };
      for (const { text, values } of lines)
        for (const { variable } of values) expect(changed[text.trim()] ?? text).toContain(variable);
    },
  );

  it('stands as it is in the script', () => {
    const { config, edits, steps } = caseOf('', 'logistic-regression', 'adam');
    const script = scripts[language].write(recordRun(config, edits, steps));
    // The script counts the steps it prints, so the head of its loop may say more.
    const lines = codeOf(language, config, edits[0].hyperparameters).filter(({ text }) => !text.startsWith('for '));
    for (const { text } of lines) expect(script).toContain(`${text}\n`);
  });

  it('reads the rate of each step where there is a schedule', () => {
    const { config, edits } = caseOf('', 'line-fit', 'rmsprop', { first: { schedule: { kind: 'cosine', warmup: 3 } } });
    const text = codeOf(language, config, edits[0].hyperparameters)
      .map((line) => line.text)
      .join('\n');
    expect(text).toMatch(/learning_?rate_?of_?step\[step\]/i);
  });
});

it('says each step in the words of its library', () => {
  const { config, edits } = caseOf('', 'line-fit', 'sgd', { first: { schedule: { kind: 'exponential' } } });
  const written = (language: (typeof codeLanguages)[number]): string =>
    codeOf(language, config, edits[0].hyperparameters)
      .map(({ text }) => text)
      .join('\n');
  for (const word of [
    'zero_grad()',
    'mse_loss(',
    'loss.backward()',
    'optimizer.step()',
    'scheduler.step()',
    'torch.optim.SGD(',
  ])
    expect(written('pytorch')).toContain(word);
  for (const word of ['GradientTape()', 'tape.gradient(', 'apply_gradients(', 'keras.optimizers.SGD('])
    expect(written('tensorflow')).toContain(word);
  expect(written('numpy')).toContain('gradient = np.array([np.mean(by_prediction * x), np.mean(by_prediction)])');
});
