// What the loss plot shows of the page's own run, against its log.

import { describe, expect, it } from 'vitest';
import { lossScales } from '../../drawing/lossPicture.ts';
import { english } from '../text/language.ts';
import { ownLosses } from './ownLosses.ts';
import { runAfter, testPlot } from './testSource.ts';

function lossesAfter(count: number, change: Parameters<ReturnType<typeof runAfter>['store']>[0] = {}) {
  const { history, store } = runAfter(count);
  const run = { store: store(change), history, seek: (step: number) => sought.push(step) };
  const sought: number[] = [];
  const source = ownLosses(run, english.text.plots, english.format);
  const scales = lossScales(source.domain(false), testPlot, false);
  return { history, source, sought, scales, picture: source.picture(scales) };
}

describe('the losses of a run', () => {
  it('are those of the log, with the step about to be taken at their end', () => {
    const { history, picture } = lossesAfter(30);
    const [batch, full] = picture.curves;
    expect(batch.points.loss).toEqual(history.column('batchLoss'));
    expect(full.points.loss).toEqual(history.fullLoss.loss);
    expect(batch.next).toMatchObject({ clock: 30, isJoined: true });
    expect([batch.past, batch.end.clock]).toEqual([30, 30]);
  });

  it('before the first step are the two that come, on axes that have room for them', () => {
    const { picture, scales } = lossesAfter(0);
    const [batch, full] = picture.curves;
    expect(batch.points.loss).toHaveLength(0);
    for (const { next, end } of [batch, full]) {
      expect(next?.loss).toBeLessThanOrEqual(scales.domain.high);
      expect(end).toMatchObject({ clock: 0, loss: next?.loss });
    }
    expect(scales.domain.span).toBe(20);
  });

  it('have a curve of the test where examples are held out, and a name for it', () => {
    const { history, store } = runAfter(30);
    const { detail } = store().getState();
    if (detail === null) throw new Error('There is no step.');
    const steps = [0, 10, 20];
    history.fullLoss.missing(history);
    history.fullLoss.append(steps, Float64Array.of(3, 2, 1), Float64Array.of(4, 5, 6));
    const test = { count: 1, x1: Float64Array.of(0), x2: Float64Array.of(0), y: Float64Array.of(0) };
    const curves = (change: Parameters<typeof store>[0]) => {
      const source = ownLosses({ store: store(change), history, seek: () => {} }, english.text.plots, english.format);
      const domain = source.domain(false);
      return { domain, curves: source.picture(lossScales(domain, testPlot, false)).curves };
    };
    const held = curves({ test, detail: { ...detail, testLoss: 6.5 } });
    expect(held.curves.map(({ name }) => name)).toEqual(['mini-batch loss', 'full loss', 'test loss']);
    expect(held.curves[2]).toMatchObject({ end: { loss: 6 }, next: { clock: 30, loss: 6.5 } });
    expect([...held.curves[2].points.loss]).toEqual([4, 5, 6]);
    expect(held.domain.high).toBeGreaterThanOrEqual(6);
    expect(curves({ test: null }).curves).toHaveLength(2);
  });

  it('after an earlier step lie in the future, which no dot is joined to', () => {
    const { picture } = lossesAfter(30, { cursor: 12 });
    expect(picture.curves[0].past).toBe(12);
    // The detail at hand is that of another step.
    expect(picture.curves[0].next).toBeUndefined();
  });

  it('have the epochs where the log has them', () => {
    const { history, picture } = lossesAfter(60);
    const epoch = history.column('epoch');
    const begins = [...epoch.keys()].filter((step) => step > 0 && epoch[step] !== epoch[step - 1]);
    expect(picture.epochs.map(({ clock }) => clock)).toEqual(begins);
    expect(picture.epochs.some(({ name }) => name === 'epoch 2')).toBe(true);
  });

  it('are read at whole steps, within the run, in words', () => {
    const { history, source } = lossesAfter(30);
    const reading = source.reading(11.4);
    expect(reading).toMatchObject({ clock: 11, dots: [{ loss: history.at('batchLoss', 11), colour: 'batch' }] });
    expect(reading?.words).toBe(`step 11 · epoch 1 · loss ${english.format.number(history.at('batchLoss', 11))}`);
    expect([source.reading(-5)?.clock, source.reading(999)?.clock]).toEqual([0, 29]);
    expect(lossesAfter(0).source.reading(3)).toBeNull();
  });

  it('lead to the step that is asked for', () => {
    const { source, sought } = lossesAfter(30);
    source.goTo(source.moved(11, -10));
    expect(sought).toEqual([1]);
    expect([source.newest(), source.cursor()]).toEqual([29, 30]);
  });

  it('are drawn anew while a long run plays only where that can be seen', () => {
    const { source, scales } = lossesAfter(30, { status: 'running' });
    // Thirty steps over twenty have more than a pixel each.
    expect(source.isTooSoon(scales, 29)).toBe(false);
    const narrow = lossScales({ ...scales.domain, span: 1e6 }, testPlot, false);
    expect(source.isTooSoon(narrow, 29)).toBe(true);
    expect(lossesAfter(30).source.isTooSoon(narrow, 29)).toBe(false);
  });
});
