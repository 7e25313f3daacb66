// A new optimizer is one file and one line of the registry: here is one, and every place that must find it.

import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { codeOf } from './export/code.ts';
import { recordRun } from './export/runRecord.ts';
import { numpyScript } from './export/scripts/numpy.ts';
import { programOfConfiguration } from './export/scripts/program.ts';
import { pytorchScript } from './export/scripts/pytorch.ts';
import { ruleLines } from './export/scripts/ruleLines.ts';
import { defaultConfig, defaultHyperparameters } from './lab/defaults.ts';
import { Lab } from './lab/lab.ts';
import { formatLink, parseLink } from './lab/url.ts';
import type { Optimizer } from './training/optimizer.ts';
import type { OptimizerId } from './training/optimizers/index.ts';
import { Trainer } from './training/run/trainer.ts';
import { OptimizerSelect } from './ui/controls/OptimizerSelect.tsx';
import { LabContext } from './ui/LabContext.tsx';
import { english } from './ui/text/language.ts';
import { LanguageContext } from './ui/text/TextContext.tsx';

const { key } = vi.hoisted(() => ({ key: 'sign-descent' as OptimizerId }));

vi.mock('./training/optimizers/index.ts', async (original) => {
  const { slotVariable } = await import('./training/notation.ts');
  const signDescent: Optimizer = {
    title: 'Sign descent',
    family: 'other',
    equation: 'w = w − learning rate × sign(m),  m = m + g',
    source: 'Bernstein et al. 2018',
    defaultLearningRate: 0.01,
    suggestedRate: 0.02,
    fields: [],
    slots: [{ symbol: 'm', name: 'sum of gradients' }],
    formula: (_use, g) => ({
      state: [slotVariable('m', 0)],
      scalars: [],
      vectors: [`m = m + ${g}`, 'w = w - learningRate * sign(m)'],
    }),
    marks: { memory: [], divisors: [], hasRates: false },
    keras: { differs: 'Keras has no sign descent' },
    update(weights, gradient, state, learningRate, _values, nextState, update) {
      nextState[0] = state[0] + 1;
      for (let i = 0; i < weights.length; i++) {
        nextState[1 + i] = state[1 + i] + gradient[i];
        update[i] = -learningRate * Math.sign(nextState[1 + i]);
      }
    },
  };
  const { optimizers } = await original<typeof import('./training/optimizers/index.ts')>();
  return { optimizers: { ...optimizers, [key]: signDescent } };
});

const config = defaultConfig('line-fit', key);
const hyperparameters = defaultHyperparameters('line-fit', key);

test('the rate is the suggested one', () => {
  expect(hyperparameters.learningRate).toBe(0.02);
});

test('the select offers it', () => {
  const lab = new Lab({ initial: { config, hyperparameters }, connect: () => new Promise(() => undefined) });
  const page = createElement(
    LanguageContext,
    { value: english },
    createElement(LabContext, { value: lab }, createElement(OptimizerSelect)),
  );
  expect(renderToStaticMarkup(page)).toContain(`<option value="${key}" selected="">Sign descent</option>`);
  lab.dispose();
});

test('the link takes it there and back', () => {
  const link = formatLink({ config, hyperparameters });
  expect(link).toContain(`optimizer=${key}`);
  expect(parseLink(link)).toMatchObject({ config, hyperparameters, refused: [] });
});

test('the formula view shows its lines, and they make its update', () => {
  const trainer = new Trainer();
  trainer.start(config);
  const request = { steps: 3, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 3, hyperparameters };
  const { detail } = trainer.advance(request);
  const lines = ruleLines(programOfConfiguration(config, hyperparameters), detail);
  expect(lines.map(({ name }) => name)).toEqual(['m', 'w']);
  for (const place of [0, 1] as const)
    expect(lines[1].result[place]).toBeCloseTo(detail.weights[place] + detail.update[place], 14);
});

test('the code tab writes it out', () => {
  const text = codeOf('numpy', config, hyperparameters).map((line) => line.text);
  expect(text).toContain('    w = w - learning_rate * np.sign(m)');
});

test('the scripts repeat its run', () => {
  const record = recordRun(config, [{ step: 0, hyperparameters }], 5);
  expect(numpyScript(record)).toContain('w = w - learning_rate * np.sign(m)');
  expect(pytorchScript(record)).toContain('torch.optim has no Sign descent, so its rule is written out.');
});
