// The exported scripts of networks are run, and must reprint the losses and the last weights of the run they were made from.

import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunRecord } from '../../runRecord.ts';
import type { Case } from '../scriptCases.ts';
import { folder, has, hasPython, python, recordOf, runJavascript, runPython, torchCanRun } from '../scriptRunner.ts';
import { javascriptNetworkScript } from './javascriptNetwork.ts';
import { networkCases } from './networkCases.ts';
import { numpyNetworkScript } from './numpyNetwork.ts';
import { sequentialScript, tensorsScript } from './pytorchNetwork.ts';
import { kerasScript, tapeScript } from './tensorflowNetwork.ts';
import { tfjsNetworkScript } from './tfjsNetwork.ts';

afterAll(() => rmSync(folder, { recursive: true }));

function expectClose(what: string, found: number, value: number, tolerance: number): void {
  // Written so that a difference that is not a number fails too.
  if (!(Math.abs(found - value) <= tolerance * Math.max(1, Math.abs(value))))
    expect.fail(`${what}: the script has ${found} and the run ${value}`);
}

/** Compares the lines `step loss`, the weights, and the last line with the run. */
function expectRun(lines: readonly string[], record: RunRecord, tolerance: number): void {
  const { columns, count, finalWeights } = record;
  expect(count, 'steps of the run').toBeGreaterThan(0);
  if (lines.length !== count + 2) expect.fail(lines.slice(-3).join('\n'));
  for (let step = 0; step < count; step++) {
    const [printed, loss] = lines[step].split(' ').map(Number);
    expect(printed).toBe(step);
    expectClose(`the loss of step ${step}`, loss, columns.batchLoss[step], tolerance);
  }
  const weights = lines[count].replace('weights: ', '').split(' ').map(Number);
  expect(weights).toHaveLength(finalWeights.length);
  for (const [i, weight] of weights.entries()) expectClose(`weight ${i}`, weight, finalWeights[i], tolerance);
  const said = Number(/^largest difference from Minibatch Lab: (.*)$/.exec(lines[count + 1])?.[1]);
  expect(said).toBeLessThanOrEqual(tolerance * Math.max(1, ...finalWeights.map(Math.abs)));
}

const named = networkCases.map((one) => [one.name, one] as const);

describe('JavaScript', () => {
  it.each(named)('%s', async (_name, one) => {
    const record = recordOf(one);
    expectRun(await runJavascript(javascriptNetworkScript(record)), record, 1e-9);
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
  it.each(named)('%s', async (_name, one) => {
    const record = recordOf(one);
    expectRun(await runJavascript(tfjsNetworkScript(record)), record, 1e-4);
  });
});

const pythonScripts: readonly (readonly [string, keyof typeof has, (record: RunRecord) => string])[] = [
  ['NumPy', 'numpy', numpyNetworkScript],
  ['PyTorch as nn.Sequential', 'torch', sequentialScript],
  ['PyTorch in tensors', 'torch', tensorsScript],
  ['TensorFlow under GradientTape', 'tensorflow', tapeScript],
  ['Keras', 'tensorflow', kerasScript],
];

describe.each(pythonScripts)('%s', (_title, library, script) => {
  describe.skipIf(!has[library])(library, () => {
    let printed = new Map<Case, string[]>();
    beforeAll(() => {
      const outputs = runPython(library, networkCases, script);
      printed = new Map(networkCases.map((one, i) => [one, outputs[i]]));
    }, 300_000);
    it.each(named)('%s', (_name, one) => {
      if (torchCanRun(script(recordOf(one)))) expectRun(printed.get(one) ?? [], recordOf(one), 1e-9);
    });
  });
});

it.skipIf(!hasPython)(
  'every script for Python is Python',
  () => {
    const files = networkCases.flatMap((one, i) =>
      pythonScripts.map(([, , script], j) => {
        const file = join(folder, `network${i}of${j}.py`);
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
