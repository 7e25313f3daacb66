// Own data on their way through a link, flat values, and a file: back to the last bit, or refused in a sentence.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OwnData, readOwnData } from '../../training/ownData/ownData.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { defaultConfig, defaultHyperparameters } from '../defaults.ts';
import { settingsOfFile, valuesOf } from '../settingsCodec.ts';
import { formatLink, longestLink, parseLink } from '../url.ts';
import { ownPart } from './ownPart.ts';
import { idOf, needsOwnPart } from './ownSlot.ts';

const number = fc.oneof(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), fc.integer({ min: -9, max: 9 }));
const rowsOf = (features: number, most: number) =>
  fc.array(fc.tuple(number, number, number), { minLength: 2, maxLength: most }).map((rows) => ({
    x: rows.map((row) => row.slice(0, features)),
    y: rows.map((row) => row[2]),
  }));
const names = fc.option(fc.tuple(fc.string(), fc.string(), fc.string()), { nil: undefined });
const data = fc
  .tuple(fc.constantFrom(1, 2), names)
  .chain(([features, given]) =>
    fc
      .tuple(rowsOf(features, 40), fc.option(fc.array(fc.string(), { maxLength: 6 }), { nil: undefined }))
      .map(([own, classes]) => ({
        ...{ ...own, ...(given && { names: given.slice(0, features + 1) }) },
        ...(classes && { classes }),
      })),
  )
  .map(readOwnData);

const run = (own: OwnData, change: Partial<RunConfig> = {}) => ({
  config: { ...defaultConfig(own.x[0].length === 1 ? 'line-fit' : 'tug-of-war', 'sgd', own), ...change },
  hyperparameters: { ...defaultHyperparameters('line-fit', 'sgd'), batchSize: 1 },
});

test('whatever the data, they come back to the last bit: in a link, in flat values, in a file', () => {
  fc.assert(
    fc.property(data, (own) => {
      const settings = run(own);
      expect(ownPart.read(ownPart.textOf(own))).toEqual(own);
      const link = formatLink(settings);
      if (link.includes('&data=')) {
        const read = parseLink(link);
        expect(read.refused).toEqual([]);
        expect(read.config).toEqual(settings.config);
        expect(formatLink(read)).toBe(link);
      } else expect(link).toContain(`dataMark=${ownPart.markOf(own)}`);
      expect(valuesOf(settings)).toMatchObject({ data: own, examples: own.y.length });
      const file = JSON.parse(JSON.stringify(settings));
      expect(settingsOfFile(file.config, file.hyperparameters).config).toEqual(settings.config);
    }),
    { numRuns: 300 },
  );
});

const measured = (count: number): OwnData =>
  readOwnData({
    x: Array.from({ length: count }, (_, row) => [Math.round(1000 * Math.sin(row)) / 100]),
    y: Array.from({ length: count }, (_, row) => Math.round(1000 * Math.cos(3 * row)) / 10),
    names: ['height (cm)', 'weight (kg)'],
  });

describe('a link', () => {
  test('holds the measurements of a class', () => {
    expect(formatLink(run(measured(100))).length).toBeLessThan(1500);
  });

  test('has no room for too many, and says by which mark they are known', () => {
    const own = readOwnData({
      x: Array.from({ length: 900 }, (_, row) => [Math.sin(row)]),
      y: Array.from({ length: 900 }, (_, row) => Math.cos(row)),
    });
    const link = formatLink(run(own));
    expect(link.length).toBeLessThan(longestLink);
    expect(link).not.toContain('data=');
    const read = parseLink(link);
    expect(read.dataMark).toBe(ownPart.markOf(own));
    expect(read.config.data).toBeUndefined();
    expect(read.refused.join(' ')).toContain(`This link is about data that it has no room for (${read.dataMark})`);
  });

  test('says arrangement and scale only where they are not as usual', () => {
    expect(formatLink(run(measured(20)))).not.toMatch(/arrangement|standardise/);
    const link = formatLink(run(measured(20), { arrangement: 'sorted', standardise: false }));
    expect(link).toMatch(/arrangement=sorted.*standardise=0/);
    expect(parseLink(link)).toMatchObject({ refused: [], config: { arrangement: 'sorted', standardise: false } });
    const drawn = parseLink('#problem=logistic-regression&arrangement=one-class-rare');
    expect(drawn).toMatchObject({ refused: [], config: { arrangement: 'one-class-rare', examples: 100 } });
    expect(parseLink('#problem=line-fit&arrangement=one-class-rare')).toMatchObject({
      refused: ['One class can be rare only where the targets are classes.'],
    });
  });

  test.each([
    ['AAAA', 'cannot be read'],
    ['!!!', 'cannot be read'],
    ['x'.repeat(9000), 'cannot be read'],
    [ownPart.textOf({ x: [[1], [2]], y: [1, 2] }).slice(0, -3), 'cannot be read'],
    [
      ownPart.textOf({
        x: [
          [1, 2],
          [2, 3],
        ],
        y: [1, 2],
      }),
      'Line fit takes one feature, not 2.',
    ],
    [
      ownPart.textOf({ x: [[1], [1e300]], y: [1, 2] }),
      'Row 2 of the own data is not made of 2 numbers of at most 1e15.',
    ],
  ])('%# refuses data that are none in a sentence', (text, sentence) => {
    const { config, refused } = parseLink(`#problem=line-fit&data=${text}`);
    expect(config.data).toBeUndefined();
    expect(refused.join(' ')).toContain(sentence);
  });

  test('old links need nothing more', () => {
    expect(needsOwnPart('#v=1&problem=line-fit')).toBe(false);
  });
});

test('whoever calls classes otherwise has other data', () => {
  const own = readOwnData({ x: [[1], [2]], y: [0, 1], classes: ['no', 'yes'] });
  expect(ownPart.markOf(own)).not.toBe(ownPart.markOf({ ...own, classes: ['yes', 'no'] }));
  expect(() => ownPart.read({ ...own, classes: [1, 2] })).toThrow('a list of at most six texts');
  expect(() => ownPart.read({ ...own, classes: Array.from({ length: 7 }, String) })).toThrow(RangeError);
});

test('data that were read once stay the same to those who ask whether they are others', () => {
  const own = measured(5);
  const link = formatLink(run(own));
  expect(parseLink(link).config.data).toBe(parseLink(link).config.data);
  expect(idOf(own)).toBe(idOf(own));
  expect(idOf(own)).not.toBe(idOf({ ...own }));
  expect(ownPart.markOf(own)).toBe(ownPart.markOf({ ...own }));
  expect(ownPart.markOf(own)).not.toBe(ownPart.markOf({ ...own, y: [...own.y.slice(1), 0] }));
});
