import { describe, expect, it } from 'vitest';
import { planeAtFirst } from '../../lab/planeChoice.ts';
import { initialLayers, type LabState } from '../../lab/store.ts';
import { network as german } from '../text/de/network.ts';
import { network as english } from '../text/en/network.ts';
import { createFormats } from '../text/format.ts';
import { planeSentences } from './planeSentences.ts';

const weights = Float64Array.of(3, 4, 0);
const plane = { origin: weights, across: weights, up: weights };

function said(change: object, seen: object = {}, words = english): string {
  const detail = { weights, update: weights, fullLoss: 0.5, seen: { distance: 0.25, outside: 0.4, ...seen } };
  const state = {
    ...{ planeChoice: planeAtFirst, watched: [0, 1], phase: null, status: 'paused', plane, detail, planeLoss: null },
    ...{ surface: {}, surfaceStep: 0, batchSurface: null, batchSurfaceStep: 0, cursor: 0, layers: initialLayers },
    shownPlane: { kind: 'weights', missing: null, share: null },
    ...change,
  } as unknown as LabState;
  return planeSentences(state, words, createFormats('en')).join(' ');
}

describe('what is said of the plane', () => {
  it('is the loss here, the loss on it, and the share of the update outside it', () => {
    expect(said({ planeLoss: { plane, weights, loss: 0.75 } })).toBe(
      'Loss here 0.500, on the plane 0.750, 0.250 away. 40 % of the update’s length points out of it.',
    );
    expect(said({ planeLoss: { plane: null, weights, loss: 0.75 } })).toContain('0.250 off the plane');
    expect(said({}, { distance: 1e-13, outside: 1e-16 })).toBe(
      'Loss here 0.500, in the plane. 0 % of the update’s length points out of it.',
    );
    expect(said({}, { outside: 0.9999 })).toContain('99.9 %');
    expect(said({}, { outside: 1 })).toContain('100 %');
  });

  it('is why it is not the one that was chosen', () => {
    for (const missing of ['step', 'random', 'principal'] as const) {
      expect(said({ shownPlane: { kind: 'weights', missing, share: null } })).toContain('the watched weights serve');
      expect(said({ shownPlane: { kind: 'weights', missing, share: null } }, {}, german)).toContain('es dienen');
    }
    expect(said({ watched: [7] })).toContain('Fewer than two');
    expect(said({ watched: [7], shownPlane: { kind: 'random', missing: null, share: null } })).not.toContain('Fewer');
  });

  it('is why the start cannot be moved in it, and that its step is still to come', () => {
    const random = { kind: 'random', missing: null, share: null };
    expect(said({ shownPlane: { ...random, base: null } })).toContain('here the weights are a mark');
    expect(said({ shownPlane: { ...random, base: [0, 0] } })).not.toContain('mark');
    const through = { kind: 'weights', missing: null, share: null, anchor: 120 };
    expect(said({ shownPlane: { ...through, step: 3 } })).toContain('not come to step 120');
    expect(said({ shownPlane: { ...through, step: 3 } }, {}, german)).toContain('durch Schritt 3');
    expect(said({ shownPlane: { ...through, step: 120 } })).not.toContain('not come');
  });

  it('is the step of a surface that is behind, and the share of the path', () => {
    const along = { ...planeAtFirst, anchor: 'along' };
    expect(said({ planeChoice: along, surfaceStep: 7, cursor: 9 })).toContain('Surface of step 7.');
    expect(said({ planeChoice: along, surfaceStep: 9, cursor: 9 })).not.toContain('Surface');
    const batch = { batchSurface: {}, batchSurfaceStep: 8, cursor: 9 };
    expect(said(batch)).toContain('Surface of the mini-batch of step 8.');
    const instead = { ...initialLayers, batchSurface: 'instead' };
    const both = { ...batch, planeChoice: along, surfaceStep: 7 };
    expect(said(both)).toContain('Surface of step 7. Surface of the mini-batch of step 8.');
    expect(said({ ...both, layers: instead })).not.toContain('Surface of step 7.');
    expect(said({ shownPlane: { kind: 'principal', missing: null, share: 0.97 } })).toContain('97 % of the path');
  });
});
