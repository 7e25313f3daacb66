// What is often said of mini-batches and does not hold here: each is run over 20 seeds, and stands nowhere on the page.

import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Hyperparameters, RunConfig } from '../../training/run/run.ts';
import { experiments } from '../../training/studies/experiments.ts';
import type { LessonText } from '../../ui/lesson/lessonText.ts';
import { parseLink } from '../url.ts';
import { after, meanOf } from './asked.ts';
import { lessons } from './index.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

const course = (link: string, seed: number, steps: number) => {
  const { config, hyperparameters } = parseLink(`#${link}`);
  return experiments.course({ config: { ...config, seed }, hyperparameters, steps });
};

/** How far the loss of all examples lies above its lowest, as a mean over steps 200 to 1,000. */
function floorAt(learningRate: number, seed: number): number {
  const lowest = course('problem=line-fit&batchSize=100', seed, 600).fullLoss[600];
  const { fullLoss } = course(`problem=line-fit&batchSize=4&learningRate=${learningRate}`, seed, 1000);
  return meanOf(fullLoss.slice(200)) - lowest;
}

const restOf = (sampling: RunConfig['sampling'], seed: number): number =>
  meanOf(course(`problem=line-fit&sampling=${sampling}`, seed, 600).fullLoss.slice(200));

function leavesWell(change: Partial<Hyperparameters>, seed: number): boolean {
  const { config, hyperparameters } = parseLink('#problem=gaussian-wells');
  return after(experiments, { ...config, seed }, { ...hyperparameters, ...change }, 400).weights[0] < 0;
}

interface FalseClaim {
  readonly name: string;
  /** Whether what is claimed is contradicted by the run of this seed. */
  isContradicted(seed: number): boolean;
  /** Sentences that say it, in both languages. */
  readonly said: RegExp;
  readonly examples: readonly string[];
}

const falseClaims: readonly FalseClaim[] = [
  {
    name: 'shuffling matters on these data',
    isContradicted: (seed) =>
      Math.abs(restOf('fixed', seed) / restOf('reshuffle', seed) - 1) < 0.1 &&
      Math.abs(restOf('replacement', seed) / restOf('reshuffle', seed) - 1) < 0.1,
    said: /(shuffl\w*|gemischt\w*|Mischen)[^.]*\b(matters?|helps?|faster|better|lower|wichtig\w*|schneller|besser\w*|hilft)\b/i,
    examples: ['Shuffling matters.', 'Reshuffled examples train faster.', 'Neu gemischt lernt es schneller.'],
  },
  {
    name: 'half the rate is half the floor, whatever way examples are drawn',
    isContradicted: (seed) => floorAt(0.1, seed) / floorAt(0.05, seed) > 2.2,
    said: /(half|halv\w*) (of )?(the )?(learning )?rate[^.]*\b(half|halves)\b|halbe Lernrate[^.]*halb(e|er|iert)\b|Halbieren der Lernrate[^.]*halbiert/i,
    examples: [
      'Half the rate, half the floor.',
      'Halving the rate halves the noise.',
      'Die halbe Lernrate halbiert die Wolke.',
    ],
  },
  {
    name: 'batches of 4 leave a well at any rate',
    isContradicted: (seed) => !leavesWell({ batchSize: 4, learningRate: 0.35 }, seed),
    said: /\b(small|mini)[- ]?batch\w* (always|will|do) (leave|escape|free)|\bkleine (Mini-)?Batches (verlassen|befreien)/i,
    examples: [
      'Small batches always escape.',
      'Mini-batches will leave a local minimum.',
      'Kleine Batches verlassen lokale Minima.',
    ],
  },
  {
    name: 'small batches are slower step for step',
    isContradicted: (seed) => {
      const [eight, all] = [8, 100].map((size) => course(`problem=line-fit&batchSize=${size}`, seed, 20).fullLoss[20]);
      return Math.abs(eight / all - 1) < 0.2;
    },
    said: /\b(small\w*|mini)[- ]?batch\w*[^.]*\b(slower|worse)\b[^.]*\bstep|\bkleine\w* (Mini-)?Batches(?=[^.]*\b(langsamer|schlechter)\b)(?=[^.]*Schritt)/i,
    examples: ['Small batches are slower per step.', 'Kleine Batches sind je Schritt langsamer.'],
  },
  {
    name: 'just above the limit a run diverges at once',
    isContradicted: (seed) => {
      const { end, fullLoss } = course('problem=line-fit&batchSize=100&learningRate=0.3896', seed, 200);
      return end === null && fullLoss[200] > 1e6;
    },
    said: /diverge\w* (at once|immediately|right away)|(at once|immediately) diverge|divergiert\w* (\w+ )?sofort|sofort divergier/i,
    examples: ['Above the limit it diverges at once.', 'Darüber divergiert er sofort.'],
  },
  {
    name: 'each step lowers the loss of all examples',
    isContradicted: (seed) => {
      const { fullLoss } = course('problem=line-fit', seed, 200);
      return fullLoss.some((loss, step) => step > 0 && loss > fullLoss[step - 1]);
    },
    said: /\b(each|every) step lowers the loss(?! of its)|\bjeder Schritt senkt den Verlust(?! seines)/i,
    examples: ['Every step lowers the loss.', 'Jeder Schritt senkt den Verlust.'],
  },
  {
    name: 'small batches find minima that generalise better',
    // Nothing here measures it, so nothing here may say it.
    isContradicted: () => true,
    said: /\bgenerali[sz]e\w*\b|\bverallgemeiner/i,
    examples: ['Small batches generalize better.', 'Flache Minima verallgemeinern besser.'],
  },
];

/** Everything in it that is text. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(textsIn);
}

/** The words of a lesson but for what it offers as a wrong answer: options, and reasons that are none. */
async function taught(language: string, key: string): Promise<readonly string[]> {
  const file = key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const words: LessonText = (await import(`../../ui/text/${language}/lessons/${file}.ts`)).words;
  const replies = Object.values(words.reasons).map(({ reply }) => reply);
  return [...textsIn({ ...words, options: {}, reasons: {} }), ...replies];
}

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?])\s|\n\s*\n|['`],?\n/);

/** What the page says, as it stands in the files of its words, the problems' sentences, and the first page of the project. */
async function everySentence(): Promise<readonly string[]> {
  const page = ['en', 'de'].flatMap((language) => {
    const folder = new URL(`../../ui/text/${language}/`, import.meta.url);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  });
  const sources = [
    '../../training/problems/',
    '../../training/network/datasets/',
    '../../training/optimizers/',
  ].flatMap((path) => {
    const folder = new URL(path, import.meta.url);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  });
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const ofLessons = await Promise.all(
    ['en', 'de'].flatMap((language) => lessons.map(({ key }) => taught(language, key))),
  );
  return [...page, ...sources, readme, ...ofLessons.flat()].flatMap(sentencesOf);
}

describe.each(falseClaims)('that $name', ({ isContradicted, said, examples }) => {
  let sentences: readonly string[];
  beforeAll(async () => {
    sentences = await everySentence();
  });

  it('does not hold here', () => {
    expect(seeds.filter(isContradicted).length).toBeGreaterThanOrEqual(18);
  });

  it('would be found', () => {
    for (const example of examples) expect(example).toMatch(said);
  });

  it('is said nowhere', () => {
    expect(sentences.length).toBeGreaterThan(1000);
    expect(sentences.filter((sentence) => said.test(sentence))).toEqual([]);
  });
});
