// What the loss plot and weight space show of a race, against the runs themselves.

import { afterEach, describe, expect, it } from 'vitest';
import { lossScales } from '../../drawing/lossPicture.ts';
import { numbersOf, shapes, texts } from '../../drawing/testMarks.ts';
import { tracingOf } from '../../drawing/tracing/tracing.ts';
import { Race } from '../../lab/compare/race.ts';
import { pointAt } from '../../lab/compare/raceState.ts';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import { Lab } from '../../lab/lab.ts';
import type { RemoteTrainer } from '../../training/run/remoteTrainer.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { runAfter, testPlot } from '../plots/testSource.ts';
import { compare } from '../text/en/compare.ts';
import { english } from '../text/language.ts';
import { contenderMarks } from './ContenderMarks.tsx';
import { raceLosses } from './raceLosses.ts';

const hyperparameters = defaultHyperparameters('line-fit', 'sgd');

let open: { readonly lab: Lab; readonly race: Race } | null = null;
afterEach(() => {
  open?.race.dispose();
  open?.lab.dispose();
});

async function raceAfter(steps: number, rates: readonly number[]) {
  const connect = async (): Promise<RemoteTrainer> => {
    const trainer = new Trainer();
    const answers = ['start', 'rewind', 'preview', 'surface', 'plane', 'losses', 'advance'] as const;
    const remote = answers.map((name) => [
      name,
      async (...request: unknown[]) => (trainer[name] as (...all: unknown[]) => unknown).apply(trainer, request),
    ]);
    const trace: RemoteTrainer['trace'] = async (surface) => tracingOf(surface);
    return { ...Object.fromEntries(remote), trace, place: 'worker', dispose: () => {} } as RemoteTrainer;
  };
  const lab = new Lab({ initial: { config: defaultConfig('line-fit', 'sgd'), hyperparameters }, connect });
  const race = new Race(lab);
  open = { lab, race };
  for (const learningRate of rates)
    race.add({ optimizer: 'sgd', hyperparameters: { ...hyperparameters, learningRate } });
  lab.takeSteps(steps);
  const isDone = (): boolean =>
    race.runs.every(({ history, end }) => (history.count >= steps || end !== null) && history.fullLoss.count > 0);
  for (let task = 0; task < 2000 && !isDone(); task++) await new Promise((resolve) => setTimeout(resolve, 0));
  const source = raceLosses({
    ...{ lab, race, studies: race.studies, words: compare, plots: english.text.plots, format: english.format },
    clock: 'step',
  });
  const scales = lossScales(source.domain(false), testPlot, false);
  return { lab, race, source, scales };
}

describe('the losses of a race', () => {
  it('are a curve for each run, the own one over the others, in its colour and with its letter', async () => {
    const { race, source, scales } = await raceAfter(20, [0.05, 0.2]);
    const { curves } = source.picture(scales);
    expect(curves.map(({ name }) => name)).toEqual(['C', 'B', 'A']);
    expect(new Set(curves.map(({ colour }) => colour)).size).toBe(3);
    for (const { name, points } of curves) {
      const run = race.runs.find(({ letter }) => letter === name);
      expect(points.loss[points.loss.length - 1]).toBe(run?.history.fullLoss.loss.at(-1));
    }
  });

  it('fit the axes, except for a run that climbs far above its beginning', async () => {
    const { race, scales, source } = await raceAfter(15, [0.05, 1.2]);
    const wild = race.runs.find(({ letter }) => letter === 'C');
    expect(Math.max(...(wild?.history.fullLoss.loss ?? []))).toBeGreaterThan(scales.domain.high);
    const [own] = race.runs;
    expect(own.history.fullLoss.loss[0]).toBeLessThanOrEqual(scales.domain.high);
    expect(scales.domain.span).toBeGreaterThanOrEqual(source.newest());
  });

  it('are read together at one clock', async () => {
    const { source, race } = await raceAfter(20, [0.05]);
    const reading = source.reading(20);
    expect(reading?.words).toMatch(/^step 20 · A [\d.]+ · B [\d.]+$/);
    expect(reading?.dots.map(({ loss }) => loss)).toEqual(race.runs.map(({ history }) => history.fullLoss.loss.at(-1)));
    expect(source.moved(10, -1000)).toBe(0);
    expect(source.moved(10, 1000)).toBe(source.newest());
  });

  it('lead the own run to the step at that clock', async () => {
    const { source, lab } = await raceAfter(20, [0.05]);
    source.goTo(7.4);
    expect(lab.store.getState().cursor).toBe(7);
    expect(source.cursor()).toBe(7);
  });
});

describe('the contenders in weight space', () => {
  it('have a letter each beside their weights, and the last stretch of their path', async () => {
    const { race } = await raceAfter(3, [0.02, 0.3]);
    const { frame, source } = runAfter(3);
    const marks = contenderMarks(frame, source(), race, compare);
    expect(texts(marks).map(({ text }) => text)).toEqual(['A', 'B', 'C']);
    expect(shapes(marks).filter(({ id }) => id === 'contender-path-end')).toHaveLength(2);
    for (const run of race.runs) {
      const ring = shapes(marks).find(({ id }) => id === `contender-${run.letter}`);
      const [right, y] = ring === undefined ? [0, 0] : numbersOf(ring);
      const [w1, w2] = pointAt(run) ?? [Number.NaN, Number.NaN];
      expect(Math.hypot(right - 7.5 - frame.viewport.x(w1), y - frame.viewport.y(w2))).toBeLessThan(100);
    }
  });

  it('say where they diverged, and have no letter where a run is alone', async () => {
    const { race } = await raceAfter(60, [1.5]);
    const { frame, source } = runAfter(3);
    expect(texts(contenderMarks(frame, source(), race, compare)).map(({ text }) => text)).toContain(
      compare.divergedMark('B'),
    );
    const alone = await raceAfter(3, []);
    expect(contenderMarks(frame, source(), alone.race, compare)).toEqual([]);
  });
});
