// What is asked about the place where a run has ended, what is said of it, and its mark.

import { describe, expect, it } from 'vitest';
import { endedMarks } from '../../drawing/sceneEnded.ts';
import { frame, numbersOf, shapeCalled, texts } from '../../drawing/testMarks.ts';
import { present } from '../../training/present.ts';
import type { PointKind } from '../../training/studies/pointKind.ts';
import { runAfter } from '../plots/testSource.ts';
import { ending as german } from '../text/de/ending.ts';
import { ending as english } from '../text/en/ending.ts';
import { createFormats } from '../text/format.ts';
import { placeNumbers, pointRequest } from './WhereItEnded.tsx';

describe('the question about the place', () => {
  it('has the weights of the steps before, the last one last', () => {
    const run = runAfter(30);
    const { recent, stride, weights } = present(pointRequest(run.store().getState(), run.history) ?? undefined);
    expect(stride).toBe(1);
    expect(recent).toHaveLength(2 * 30);
    for (const step of [0, 7, 29]) expect(recent.slice(2 * step, 2 * step + 2)).toEqual(run.history.weightsAt(step));
    expect(weights).toEqual(run.history.weightsAt(30));
  });

  it('is not asked at weights that are no numbers, and has no steps before the first', () => {
    const run = runAfter(0);
    const state = run.store().getState();
    expect(present(pointRequest(state, run.history) ?? undefined).recent).toHaveLength(0);
    const detail = { ...present(state.detail ?? undefined), weights: Float64Array.of(1, Number.NaN) };
    expect(pointRequest({ ...state, detail }, run.history)).toBe(null);
  });

  it('knows the decay that joins the gradient, and no other', () => {
    const run = runAfter(3);
    const { hyperparameters } = run.store().getState();
    const optimizer = { weightDecay: 0.25 };
    const state = run.store({ hyperparameters: { ...hyperparameters, optimizer } }).getState();
    expect(pointRequest(state, run.history)?.decay).toBe(0.25);
    const adamw = runAfter(3, 'line-fit', 'adamw');
    expect(pointRequest(adamw.store().getState(), adamw.history)?.decay).toBe(0);
  });
});

describe('each kind of place', () => {
  const kinds = Object.keys(english.place) as PointKind[];

  it.each(kinds)('%s is said with its numbers, in both languages', (kind) => {
    const numbers = { largest: '5.24', smallest: '0.764', gradient: '0.001', period: '13' };
    for (const words of [english, german]) expect(words.place[kind](numbers)).toMatch(/5\.24|0\.764|0\.001|13/);
  });

  it.each([
    ['saddle', 'upward one way, by 2.00, and downward another, by 0.500.'],
    ['maximum', 'downward by 0.500.'],
  ] as const)('%s curves downward by how much it does', (kind, end) => {
    const account = { kind, weights: new Float64Array(2), gradient: 0, largest: 2, smallest: -0.5, period: null };
    expect(english.place[kind](placeNumbers(account, createFormats('en')))).toContain(end);
  });

  it.each(kinds.filter((kind) => kind !== 'unknown'))('%s has a ring round the weights, and its name', (kind) => {
    const marks = endedMarks(frame, [0.5, 0.5], kind, english.placeNames[kind]);
    const ring = shapeCalled(marks, `ended-${kind}`);
    const [right, y, radius] = numbersOf(ring);
    expect(right - radius).toBeCloseTo(frame.viewport.x(0.5), 1);
    expect(y).toBeCloseTo(frame.viewport.y(0.5), 1);
    expect(texts(marks).map(({ text }) => text)).toEqual([english.placeNames[kind]]);
    expect(ring.dash === undefined).toBe(kind === 'minimum' || kind === 'floor');
    expect(endedMarks(frame, [50, 50], kind, 'x')).toEqual([]);
  });
});
