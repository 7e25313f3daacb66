// The glossary: few terms, one sentence each, and whatever paper a rule or a schedule names.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { farOut } from '../../training/run/takeUpdate.ts';
import { glossary as german } from './de/glossary.ts';
import { glossary as english } from './en/glossary.ts';

/** First authors and years as they stand at the top of the files that cite them. */
function cited(folder: string): readonly (readonly [author: string, year: string])[] {
  const here = new URL(`../../training/${folder}/`, import.meta.url);
  return readdirSync(here)
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .flatMap((name) => /^\/\/ Sources?: .*$/m.exec(readFileSync(new URL(name, here), 'utf8'))?.[0] ?? [])
    .flatMap((line) => [...line.matchAll(/\b([A-Z][a-z]+)\b[^;:]*?\b((?:19|20)\d\d)\b/g)])
    .map(([, author, year]) => [author, year] as const);
}

describe.each([
  ['en', english],
  ['de', german],
] as const)('the glossary in %s', (_language, { terms, reading }) => {
  it('has at most 25 terms, each said in one sentence', () => {
    expect(Object.keys(terms).length).toBeLessThanOrEqual(25);
    for (const { meaning } of Object.values(terms)) expect(meaning).toMatch(/^[^.]+\.$/);
  });

  it('names each term once', () => {
    const names = Object.values(terms).map(({ term }) => term);
    expect(new Set(names).size).toBe(names.length);
  });

  it('names whom the rules and schedules name, with the year', () => {
    const all = [...cited('optimizers'), ...cited('schedules')];
    expect(all.length).toBeGreaterThan(10);
    const missing = all.filter(
      ([author, year]) => !reading.papers.some((paper) => paper.includes(author) && paper.includes(year)),
    );
    expect(missing).toEqual([]);
  });
});

it('says of divergence what the loop does', () => {
  expect(farOut).toBe(1e6);
});
