// The exported scripts are run, and must reprint the weights of the run they were made from.

import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { losses } from '../../training/losses/index.ts';
import { models } from '../../training/models/index.ts';
import { present } from '../../training/present.ts';
import { schedules } from '../../training/schedules/index.ts';
import { type RunRecord, recordRun } from '../runRecord.ts';
import { javascriptScript } from './javascript.ts';
import { numpyScript } from './numpy.ts';
import { programOf } from './program.ts';
import { pytorchScript, pytorchTensorsScript } from './pytorch.ts';
import { allCases, editCases, gradientCases, optimizerCases, ownCases, problemCases } from './scriptCases.ts';
import { extremeCases } from './scriptExtremes.ts';
import {
  folder,
  has,
  hasPython,
  python,
  recordOf,
  runJavascript,
  runNode,
  runPython,
  torchCanRun,
} from './scriptRunner.ts';
import { tensorflowScript } from './tensorflow.ts';
import { tfjsScript } from './tfjs.ts';

/** Compares the lines `step w1 w2` that a script printed with the run, and its last line with them. */
function expectWeights(lines: readonly string[], record: RunRecord, tolerance: number): void {
  const { columns, count, finalWeights } = record;
  expect(count, 'steps of the run').toBeGreaterThan(0);
  if (lines.length !== count + 2) expect.fail(lines.slice(-3).join('\n'));
  for (let step = 0; step <= count; step++) {
    const [printed, w1, w2] = lines[step].split(' ').map(Number) as [number, number, number];
    expect(printed).toBe(step);
    const expected = step < count ? [columns.w1[step], columns.w2[step]] : finalWeights;
    for (const [found, value] of [
      [w1, expected[0]],
      [w2, expected[1]],
    ] as const) {
      const difference = Math.abs(found - value);
      // Written so that a difference that is not a number fails too.
      if (!(difference <= tolerance * Math.max(1, Math.abs(value))))
        expect.fail(`after step ${step} the script has ${found} and the run ${value}`);
    }
  }
  const said = Number(/^largest difference from Minibatch Lab: (.*)$/.exec(present(lines.at(-1)))?.[1]);
  expect(said).toBeLessThanOrEqual(tolerance * Math.max(1, ...finalWeights.map(Math.abs)));
}

it('cover every model, loss, and schedule', () => {
  const programs = allCases.map((one) => programOf(recordOf(one)));
  const seen = (name: 'model' | 'loss'): string[] => [...new Set(programs.map((program) => program[name]))].sort();
  expect(seen('model')).toEqual(Object.keys(models).sort());
  expect(seen('loss')).toEqual(Object.keys(losses).sort());
  const kinds = new Set(
    allCases.flatMap(({ edits }) => edits.map(({ hyperparameters }) => hyperparameters.schedule.kind)),
  );
  expect([...kinds].sort()).toEqual(Object.keys(schedules).sort());
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('JavaScript', () => {
  it.each(allCases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const record = recordOf(one);
    expectWeights(await runJavascript(javascriptScript(record)), record, 1e-9);
  });
});

it.each([
  ['JavaScript', javascriptScript, 1e-9],
  ['TensorFlow.js', tfjsScript, 1e-4],
] as const)('the %s script runs as a file under Node', (_language, script, tolerance) => {
  const record = recordOf(optimizerCases[5]);
  const lines = runNode(script(record));
  expectWeights(lines.slice(lines.findIndex((line) => line.startsWith('0 '))), record, tolerance);
});

it('a script of part of a run says so, and one of no steps is the start', async () => {
  const { config, edits } = optimizerCases[0];
  expect(javascriptScript(recordRun(config, edits, 3, 900))).toContain('the first 3 of 900 steps');
  const lines = await runJavascript(javascriptScript(recordRun(config, edits, 0)));
  expect(lines).toEqual([`0 ${config.start.join(' ')}`, 'largest difference from Minibatch Lab: 0']);
});

/** The reach of float32: rules that step by the sign of the gradient, or by its size over itself, may turn at rounding. */
const floatCases = [
  ...optimizerCases,
  ...problemCases,
  ...gradientCases.filter(({ name }) => /(sgd|adam)$/.test(name)),
  ...editCases.filter(({ name }) => name === 'momentum switched on and off'),
];

it('a script names the options that the line of its rule leaves out', () => {
  const script = numpyScript(
    recordOf(present(allCases.find(({ name }) => name === 'rmsprop {"centered":true,"weightDecay":0.1}'))),
  );
  expect(script).toMatch(/Rule: .*; besides: .*Weight decay/);
  expect(script).toMatch(/Rule: .*; besides: .*Centered/);
  expect(numpyScript(recordOf(present(allCases.find(({ name }) => name === 'step'))))).not.toContain('besides');
});

describe('at the ends of what may be set', () => {
  it.each(extremeCases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const record = recordRun(one.config, one.edits, one.steps);
    for (const write of [numpyScript, pytorchScript, tensorflowScript, tfjsScript, javascriptScript])
      expect(write(record)).not.toMatch(/\(\s*,|,\s*,|\[w\], \)|NaN|undefined|Infinity/);
    expect(pytorchScript(record)).toMatch(/optimizer = torch\.optim\.\w+\(\[w\], lr=|rule is written out/);
    if (record.count > 0) expectWeights(await runJavascript(javascriptScript(record)), record, 1e-9);
  });
});

describe('PyTorch', () => {
  const scriptOf = (name: string): string =>
    pytorchScript(recordOf(present(allCases.find((one) => one.name === name))));

  it('writes the rates in where a factor of 0 would be divided by', () => {
    const script = scriptOf('constant factor of 0');
    expect(script).not.toContain('ConstantLR');
    expect(script).toContain('optimizer.param_groups[0]["lr"] = learning_rate_of_step[step]');
    expect(scriptOf('constant factor')).toContain('ConstantLR');
  });

  it('says where its numbers may be others, and only there', () => {
    expect(scriptOf('line-fit with rprop')).toContain('PyTorch may go another way');
    expect(scriptOf('rmsprop {"centered":true,"weightDecay":0.1}')).toContain('a root that is not a number');
    for (const name of ['line-fit with rmsprop', 'line-fit with adam', 'line-fit with sgd'])
      expect(scriptOf(name)).not.toMatch(/another way|not a number/);
  });

  it('has one over time as a function of the count', () => {
    expect(scriptOf('inverse time')).toContain(
      'scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda t: 1 / (1 + 0.2 * t))',
    );
    expect(scriptOf('inverse time by epoch')).not.toContain('LambdaLR');
  });

  it('writes RMSprop out where epsilon is inside the root, and says why', () => {
    const script = scriptOf('rmsprop {"epsInside":true,"eps":0.001,"weightDecay":0.1}');
    expect(script).toContain('adds epsilon outside the root, so its rule is written out');
    expect(script).not.toContain('torch.optim.RMSprop(');
    expect(script).not.toContain('eps_inside');
    expect(scriptOf('line-fit with rmsprop')).toContain('torch.optim.RMSprop([w], lr=');
  });

  it('gives the learning rate though a schedule begins with 0', () => {
    expect(scriptOf('constant factor of 0')).toContain('torch.optim.SGD([w], lr=0)');
  });

  it('has no whole numbers in a tuple, which torch refuses', () => {
    expect(scriptOf('adam {"beta1":0,"beta2":0}')).toContain('betas=(0.0, 0.0)');
  });
});

describe('Keras', () => {
  const scriptOf = (name: string): string =>
    tensorflowScript(recordOf(present(allCases.find((one) => one.name === name))));

  it('is given RMSprop as it is where epsilon is inside the root, and only there', () => {
    expect(scriptOf('rmsprop {"epsInside":true,"eps":0.001,"weightDecay":0.1}')).toContain(
      'tf.keras.optimizers.RMSprop(learning_rate=0.05, rho=0.99, epsilon=0.001)',
    );
    expect(scriptOf('rmsprop {"epsInside":true,"centered":true,"momentum":0.5,"eps":0.01}')).toContain(
      'epsilon=0.01, momentum=0.5, centered=True)',
    );
    expect(scriptOf('inverse time')).toContain(
      'learning_rate=tf.keras.optimizers.schedules.InverseTimeDecay(np.float64(0.07), decay_steps=1, decay_rate=np.float64(0.2))',
    );
    expect(scriptOf('inverse time')).not.toContain('learning_rate_of_step');
    for (const name of ['line-fit with rmsprop', 'epsilon moved into the root on the way'])
      expect(scriptOf(name)).toContain('Keras’s RMSprop adds epsilon inside the root');
  });
});

describe('TensorFlow.js', () => {
  beforeAll(async () => {
    (globalThis as { tf?: typeof tf }).tf = tf;
    await tf.setBackend('cpu');
  });
  afterAll(() => {
    delete (globalThis as { tf?: typeof tf }).tf;
  });
  it.each(floatCases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const record = recordOf(one);
    expectWeights(await runJavascript(tfjsScript(record)), record, 1e-4);
  });
});

describe.skipIf(!has.numpy)('NumPy', () => {
  let printed: string[][] = [];
  beforeAll(() => {
    printed = runPython('numpy', allCases, numpyScript);
  }, 120_000);
  it.each(allCases.map((one, i) => [one.name, one, i] as const))('%s', (_name, one, i) => {
    expectWeights(printed[i], recordOf(one), 1e-9);
  });
});

describe.skipIf(!has.torch)('PyTorch', () => {
  let printed: string[][] = [];
  beforeAll(() => {
    printed = runPython('torch', allCases, pytorchScript);
  }, 300_000);
  it.each(allCases.map((one, i) => [one.name, one, i] as const))('%s', (_name, one, i) => {
    if (torchCanRun(pytorchScript(recordOf(one)))) expectWeights(printed[i], recordOf(one), 1e-9);
  });
});

describe.skipIf(!has.torch)('PyTorch in tensors', () => {
  let printed: string[][] = [];
  beforeAll(() => {
    printed = runPython('torch', allCases, pytorchTensorsScript);
  }, 300_000);
  it.each(allCases.map((one, i) => [one.name, one, i] as const))('%s', (_name, one, i) => {
    if (torchCanRun(pytorchTensorsScript(recordOf(one)))) expectWeights(printed[i], recordOf(one), 1e-9);
  });
});

describe.skipIf(!has.tensorflow)('TensorFlow', () => {
  let printed: string[][] = [];
  beforeAll(() => {
    printed = runPython('tensorflow', allCases, tensorflowScript);
  }, 300_000);
  it.each(allCases.map((one, i) => [one.name, one, i] as const))('%s', (_name, one, i) => {
    expectWeights(printed[i], recordOf(one), 1e-9);
  });
});

it('own data stand in the scripts as they were measured, with what is done to them', () => {
  const record = recordOf(present(ownCases.find(({ name }) => name === 'own data on line-fit')));
  const scaling = present(record.measured?.scaling);
  for (const script of [numpyScript, pytorchScript, pytorchTensorsScript, tensorflowScript]) {
    expect(script(record)).toContain('# x is b, standardised by mean and standard deviation');
    expect(script(record)).toContain('measured_b = [\n    170.0, ');
    expect(script(record)).toContain(`*((value - ${scaling.x1.shift}) / ${scaling.x1.scale} for value in measured_b),`);
  }
  for (const script of [javascriptScript, tfjsScript])
    expect(script(record)).toContain(
      `const dataX = measuredB.map((value) => (value - ${scaling.x1.shift}) / ${scaling.x1.scale});`,
    );
});

it.skipIf(!hasPython)(
  'the PyTorch and TensorFlow scripts are Python',
  () => {
    const files = allCases.flatMap((one, i) =>
      [pytorchScript, pytorchTensorsScript, tensorflowScript].map((script, j) => {
        const file = join(folder, `syntax${i}${j}.py`);
        writeFileSync(file, script(recordOf(one)));
        return file;
      }),
    );
    const { status, stderr } = spawnSync(python, ['-m', 'py_compile', ...files], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  },
  120_000,
);
