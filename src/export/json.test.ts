// What is written must come back as it was, and what was not written so must be refused in a sentence.

import { describe, expect, it } from 'vitest';
import type { Edit } from '../training/run/run.ts';
import { parseRunFile, runJson } from './json.ts';
import { mostIndices, recordRun } from './runRecord.ts';
import { networkCases } from './scripts/network/networkCases.ts';
import { allCases, caseOf } from './scripts/scriptCases.ts';

/** What is not clipped, not accumulated, and not forgotten may be said or not. */
function withoutDefaults({ step, hyperparameters }: Edit): Edit {
  const { clipNorm, accumulate = 1, forgetZeroGrad, ...own } = hyperparameters;
  const summing = {
    ...(clipNorm != null && { clipNorm }),
    ...(accumulate > 1 && { accumulate }),
    ...(forgetZeroGrad === true && { forgetZeroGrad }),
  };
  return { step, hyperparameters: { ...own, ...summing } };
}

describe('configuration and edits come back', () => {
  it.each([...allCases, ...networkCases].map((one) => [one.name, one] as const))(
    '%s',
    (_name, { config, edits, steps }) => {
      const file = parseRunFile(runJson(recordRun(config, edits, steps, 123)));
      expect(file).toEqual({ config, edits: edits.map(withoutDefaults), stepsTaken: 123 });
    },
  );
});

const { config, edits, steps } = caseOf('', 'line-fit', 'adam', { later: { 4: { batchSize: 3 } } });
const record = recordRun(config, edits, steps);
const content = JSON.parse(runJson(record)) as Record<string, unknown>;

it('holds the data, every step, and its batch', () => {
  expect(content.steps).toMatchObject({ w1: [...record.columns.w1], batchLoss: [...record.columns.batchLoss] });
  expect((content.batches as number[][]).map((batch) => batch.length)).toEqual([...record.columns.batchSize]);
  expect((content.examples as Record<string, number[]>).y).toEqual([...record.examples.y]);
  expect(content.finalWeights).toEqual(record.finalWeights);
});

it('leaves the batches of a very long run out', () => {
  const batchSize = record.columns.batchSize.slice().fill(mostIndices);
  const text = runJson({ ...record, columns: { ...record.columns, batchSize } });
  expect((JSON.parse(text) as Record<string, unknown>).batches).toBeNull();
  expect(parseRunFile(text).config).toEqual(config);
});

const refused = (change: Record<string, unknown>): (() => unknown) => {
  const text = JSON.stringify({ ...content, ...change });
  return () => parseRunFile(text);
};
const hyperparameters = edits[0].hyperparameters;

it('refuses what is not such a file', () => {
  expect(() => parseRunFile('{')).toThrow('This file is not JSON.');
  expect(() => parseRunFile('null')).toThrow('not a run');
  expect(refused({ format: 'other' })).toThrow('not a run');
  expect(refused({ version: 2 })).toThrow('version 2');
  expect(refused({ edits: [] })).toThrow('no edits');
  expect(refused({ config: { ...config, problem: 'none' } })).toThrow('Problem is one of');
  expect(refused({ config: { ...config, start: [1] } })).toThrow('Start w1');
});

it('refuses values out of their range', () => {
  expect(refused({ config: { ...config, examples: 5 } })).toThrow('Number of examples');
  expect(refused({ config: { ...config, settings: { offset: 99 } } })).toThrow(RangeError);
  const edit = (change: object, step = 0) => [{ step, hyperparameters: { ...hyperparameters, ...change } }];
  expect(refused({ edits: edit({ batchSize: 31 }) })).toThrow('batch size');
  expect(refused({ edits: edit({ learningRate: -1 }) })).toThrow('Learning rate');
  expect(refused({ edits: edit({ optimizer: { beta1: 2 } }) })).toThrow(RangeError);
  expect(refused({ edits: edit({}, 3) })).toThrow('begin at step 0');
  expect(refused({ edits: [...edit({}), ...edit({})] })).toThrow('order of their steps');
});
