// The code of the panel is the code of the scripts: its JavaScript is run here, and every variable it computes must be
// the number that would be shown beside it.

import { describe, expect, it } from 'vitest';
import type { OptimizerId } from '../training/optimizers/index.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { Trainer } from '../training/run/trainer.ts';
import { codeLanguages, codeOf, codeValues } from './code.ts';
import { recordRun } from './runRecord.ts';
import { scripts } from './scripts/index.ts';
import { javascriptListing } from './scripts/javascript.ts';
import { programOf } from './scripts/program.ts';
import { type Case, caseOf, optimizerCases, optionCases, problemCases } from './scripts/scriptCases.ts';

/** Runs the loop of `one` and returns what its variables held at the end of each step. */
function runLoop({ config, edits, steps }: Case): Record<string, number | number[]>[] {
  const record = recordRun(config, edits, steps);
  const program = programOf(record);
  const lines = codeOf('javascript', config, edits[0].hyperparameters).map(({ text }) => text);
  const names = [
    ...program.columns,
    'prediction',
    'byPrediction',
    'loss',
    'gradient',
    'w',
    ...program.state.map(({ name }) => name),
  ];
  const copies = names.map((name) => `${name}: Array.isArray(${name}) ? [...${name}] : ${name}`);
  expect(lines.pop()).toBe('}');
  const text = [
    ...javascriptListing(program).definitions,
    ...lines.map((line) =>
      line.replace('const batch of', 'const [step, batch] of').replace('of batches)', 'of batches.entries())'),
    ),
    `seen.push({ ${copies.join(', ')} });`,
    '}',
  ].join('\n');
  const seen: Record<string, number | number[]>[] = [];
  const batches = Array.from({ length: steps }, (_, step) => [...record.batch(step)]);
  const { x1, x2, y } = record.examples;
  new Function('dataX', 'dataX1', 'dataX2', 'dataY', 'batches', 'seen', text)(x1, x1, x2, y, batches, seen);
  return seen;
}

/** The key under which a variable's number after the step is shown. */
const keyOf = (name: string): string => (name === 'w' ? 'nextWeights' : name);

const cases = [...optimizerCases, ...problemCases, ...optionCases];

describe('the numbers beside the code are those it computes', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const { config, edits } = one;
    const { hyperparameters } = edits[0];
    const trainer = new Trainer();
    const { examples } = trainer.start(config);
    for (const [step, variables] of runLoop({ ...one, steps: 12 }).entries()) {
      const shown = codeValues(config, hyperparameters, trainer.preview(step, hyperparameters), examples);
      for (const [name, value] of Object.entries(variables)) {
        const expected = shown.get(keyOf(name))!;
        for (const [i, number] of [value].flat().entries())
          expect(number, `${name} of step ${step}`).toBeCloseTo(expected[i], 9);
      }
      trainer.advance({
        steps: 1,
        milliseconds: Number.POSITIVE_INFINITY,
        stepLimit: 99,
        hyperparameters,
        beyondConvergence: true,
      });
    }
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
