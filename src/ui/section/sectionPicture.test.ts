// The section's picture and its sentences are those of its numbers, in every state a step can be in.

import { describe, expect, it } from 'vitest';
import type { Mark } from '../../drawing/marks.ts';
import { sectionLayers, sectionScales } from '../../drawing/sceneSection.ts';
import { numbersOf, plot, shapeCalled, shapes, texts } from '../../drawing/testMarks.ts';
import { pictureRoom } from '../../export/picture.ts';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import { sectionQuestion, shareReason } from '../../lab/section.ts';
import { present } from '../../training/present.ts';
import type { ProblemId } from '../../training/problems/index.ts';
import type { Hyperparameters, RunConfig } from '../../training/run/run.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { section as sectionTask } from '../../training/studies/section.ts';
import { palette } from '../plots/testSource.ts';
import { section as german } from '../text/de/section.ts';
import { section as english } from '../text/en/section.ts';
import { createFormats } from '../text/format.ts';
import { sectionAspect, sectionNames, sectionSvg } from './sectionFile.ts';
import { type SectionOf, sectionSentences } from './sectionWords.ts';

const format = createFormats('en');
const measure = (text: string): number => 7 * text.length;

interface Change {
  readonly problem?: ProblemId;
  readonly steps?: number;
  readonly config?: Partial<RunConfig>;
  readonly rule?: Partial<Hyperparameters>;
}

function sectionAfter({ problem = 'line-fit', steps = 2, config: change = {}, rule = {} }: Change): SectionOf {
  const config = { ...defaultConfig(problem, change.optimizer ?? 'sgd'), ...change };
  const hyperparameters = { ...defaultHyperparameters(problem, config.optimizer), ...rule };
  const trainer = new Trainer();
  trainer.start(config);
  const { detail } = trainer.advance({
    ...{ steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e6, hyperparameters, beyondConvergence: true },
  });
  const reason = shareReason(config, hyperparameters.schedule);
  const axis = reason === null ? 'rate' : 'share';
  const question = sectionQuestion(config, detail, axis);
  if (question.kind !== 'cut') throw new Error(`There is no section: ${question.kind}.`);
  return { section: sectionTask(question.request).compute(0), axis, reason, config, detail, hyperparameters };
}

const said = (change: Change, words = english): string =>
  sectionSentences(sectionAfter(change), words, format).join(' ');

function drawn({ section, axis }: SectionOf): readonly Mark[] {
  const names = sectionNames(english, axis);
  const look = { plot, names, measure, marks: format.marks, offset: 0 };
  return sectionLayers(section, sectionScales(section, plot), look).flatMap((layer) => layer.marks);
}

/** The middle of a dot. */
function middleOf(marks: readonly Mark[], id: string): readonly [number, number] {
  const [x, y, , , , , , right] = numbersOf(shapeCalled(marks, id));
  return [(x + right) / 2, y];
}

describe('the picture of a section', () => {
  const of = sectionAfter({});
  const { section } = of;
  const { x, y } = sectionScales(section, plot);
  const marks = drawn(of);

  it('has its dots where the step begins, lands, would land best, and breaks even', () => {
    const { batch, all, landing } = section;
    const dots: readonly (readonly [string, number | undefined, number | undefined])[] = [
      ['section-before-batch', 0, of.detail.batchLoss],
      ['section-before-all', 0, of.detail.fullLoss],
      ['section-after-batch', landing, of.detail.nextBatchLoss],
      ['section-after-all', landing, of.detail.nextFullLoss],
      ['section-best-batch', batch.best?.at, batch.best?.value],
      ['section-best-all', all.best?.at, all.best?.value],
      ['section-break-even', batch.breakEven ?? undefined, of.detail.batchLoss],
    ];
    for (const [id, at = Number.NaN, loss = Number.NaN] of dots) {
      const [left, top] = middleOf(marks, id);
      expect(Math.abs(left - x(at)), id).toBeLessThan(0.02);
      expect(Math.abs(top - y(loss)), id).toBeLessThan(0.02);
    }
  });

  it('names what it marks, inside the plot', () => {
    const names = texts(marks).filter(({ isTick }) => isTick !== true);
    const words = names.map(({ text }) => text);
    for (const word of ['here', 'landing', 'bestBatch', 'bestAll', 'breakEven', 'batch', 'all'] as const)
      expect(words).toContain(english[word]);
    expect(words).toContain('learning rate');
  });

  it('leaves the plot nowhere, however steep the loss is', () => {
    const steep = sectionAfter({ rule: { learningRate: 5 } });
    for (const each of [marks, drawn(steep)])
      for (const mark of shapes(each).filter(({ id }) => /-(batch|all|parabola)$/.test(id ?? '')))
        numbersOf(mark).forEach((value, index) => {
          if (/after|before|best/.test(mark.id ?? '')) return;
          const [low, high] = index % 2 === 0 ? [plot.left, plot.right] : [plot.top, plot.bottom];
          expect(value).toBeGreaterThanOrEqual(low - 0.01);
          expect(value).toBeLessThanOrEqual(high + 0.01);
        });
  });

  it('has one curve where the batch is all examples', () => {
    const whole = drawn(sectionAfter({ rule: { batchSize: 100 } }));
    expect(shapes(whole).filter(({ id }) => id === 'section-batch')).toEqual([]);
    expect(shapes(whole).filter(({ id }) => id === 'section-all')).toHaveLength(1);
  });
});

it('as a file has every outline and every text of the page', () => {
  const { section } = sectionAfter({});
  const of = { section, axis: 'rate', palette, title: 'Line fit', words: english, format, measure } as const;
  const svg = sectionSvg(of);
  const room = pictureRoom(sectionAspect).plot;
  const look = { plot: room, names: sectionNames(english, 'rate'), measure, marks: format.marks, offset: 0 };
  const marks = sectionLayers(section, sectionScales(section, room), look).flatMap((layer) => layer.marks);
  expect(marks.length).toBeGreaterThan(12);
  for (const mark of marks) {
    if (mark.kind === 'shape') expect(svg).toContain(`d="${mark.shape}"`);
    if (mark.kind === 'text') expect(svg).toContain(`>${mark.text}</text>`);
  }
  expect(svg).toContain('Line fit');
});

describe('what is said of a section', () => {
  it('is where the step lands, and where it had better', () => {
    const { detail, section } = sectionAfter({});
    const words = said({});
    for (const loss of [detail.batchLoss, detail.nextBatchLoss, detail.fullLoss, detail.nextFullLoss])
      expect(words).toContain(format.number(loss));
    expect(words).toContain(`back where it began`);
    expect(words).toContain(`at a rate of ${format.number(section.batch.breakEven ?? 0)}`);
    expect(words).toContain(english.evenIsOneStep);
  });

  it('tells losses apart that three figures would not', () => {
    const words = said({ rule: { learningRate: 1e-5 } });
    const [, batchFrom, batchTo, from, to] = present(
      /this batch from (\S+) to (\S+), and that of all examples from (\S+) to (\S+)\./.exec(words) ?? undefined,
    );
    expect(Number(batchTo)).toBeLessThan(Number(batchFrom));
    expect(Number(to)).toBeLessThan(Number(from));
  });

  it('speaks of a limit only where the rule has one', () => {
    const adam = said({ config: { optimizer: 'adam' } });
    expect(adam).not.toContain(english.evenIsOneStep);
    expect(said({ rule: { forgetZeroGrad: true } })).not.toContain(english.evenIsOneStep);
  });

  it('says why the axis is the share of the update', () => {
    const schedule = { kind: 'cosine', unit: 'step', warmup: 0, values: {} } as const;
    expect(said({ rule: { schedule } })).toContain(english.whyShare.schedule);
    expect(said({ config: { optimizer: 'rprop' } })).toContain(english.whyShare.rule);
    expect(said({})).not.toContain('share of the update');
  });

  it('says that a velocity leads uphill only where it does', () => {
    const rule = { batchSize: 100, learningRate: 0.1, optimizer: { momentum: 0.95 } };
    const steps = [...Array(40).keys()];
    const all = steps.map((count) => ({ steps: count, config: { optimizer: 'momentum' } as const, rule }));
    const uphill = all.filter((each) => said(each).includes(english.uphill));
    expect(uphill.length).toBeGreaterThan(0);
    expect(uphill.length).toBeLessThan(all.length);
    for (const each of all) {
      const { section, detail } = sectionAfter(each);
      const slope = detail.gradient.reduce((sum, value, i) => sum + value * detail.update[i], 0);
      expect(said(each).includes(english.uphill)).toBe(slope > 0);
      if (slope > 0 && section.batch.best === null) expect(said(each)).toMatch(/where it begins|at the edge/);
    }
  });

  it('says that the gradient is clipped, and of how many micro-batches the batch is', () => {
    expect(said({ rule: { clipNorm: 0.5 } })).toMatch(/clipped to \d+%/);
    expect(said({ rule: { clipNorm: 1e6 } })).not.toContain('clipped');
    expect(said({ rule: { batchSize: 5, accumulate: 3 } })).toContain('3 micro-batches');
  });

  it('names one loss where the batch is all examples', () => {
    expect(said({ rule: { batchSize: 100 } })).toContain('The batch has the loss of all examples');
  });

  it('is a full sentence in German too', () => {
    for (const change of [{}, { rule: { clipNorm: 0.5 } }, { config: { optimizer: 'rprop' } as const }])
      expect(said(change, german)).not.toMatch(/undefined|NaN/);
  });
});

describe('a step without a section', () => {
  const config = defaultConfig('line-fit', 'sgd');
  const trainer = new Trainer();
  trainer.start(config);
  const detail = trainer.preview(0, defaultHyperparameters('line-fit', 'sgd'));
  const nothing = new Float64Array(2);

  it('is one that moves nothing, or is no number', () => {
    expect(sectionQuestion(config, { ...detail, update: nothing }, 'rate').kind).toBe('still');
    expect(sectionQuestion(config, { ...detail, update: Float64Array.of(0, Infinity) }, 'rate').kind).toBe('overflow');
    expect(sectionQuestion(config, { ...detail, batchLoss: Infinity }, 'rate').kind).toBe('overflow');
    expect(sectionQuestion(config, detail, 'rate').kind).toBe('cut');
  });
});
