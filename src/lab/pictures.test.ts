// Surfaces of a network's plane, of all examples and of the batch: coarse at once, then fine, band by band, and in a run that
// both go along with neither keeps the other from coming.

import { expect, it } from 'vitest';
import type { SurfaceRequest } from '../training/run/surfaceBand.ts';
import { Trainer } from '../training/run/trainer.ts';
import { weightsPlane } from '../training/spannedPlanes.ts';
import { createPageTrainer } from '../worker/pageTrainer.ts';
import { defaultConfig, defaultHyperparameters, defaultView } from './defaults.ts';
import { Pictures } from './pictures.ts';
import { createLabStore, initialLayers, type LabState } from './store.ts';

const config = { ...defaultConfig('circles', 'sgd'), examples: 60 };
const hyperparameters = defaultHyperparameters('circles', 'sgd');

/** A trainer that gives one row to a band, and keeps what it was asked for. */
function slowTrainer() {
  const trainer = createPageTrainer();
  const asked: SurfaceRequest[] = [];
  const surface = (request: SurfaceRequest) => {
    asked.push(request);
    return trainer.surface({ ...request, milliseconds: 0 });
  };
  return { asked, trainer: { ...trainer, surface } };
}

function stateOf(change: Partial<LabState> = {}): LabState {
  const trainer = new Trainer(() => 0);
  trainer.start(config);
  const detail = trainer.preview(0, hyperparameters);
  const plane = weightsPlane(detail.weights, 0, 1);
  const layers = { ...initialLayers, batchSurface: 'over' as const };
  const initial = { config, hyperparameters, detail, plane, layers, view: defaultView(config), aspect: 1.5 };
  return createLabStore({ ...initial, ...change }).getState();
}

it('of a network are there coarse at once and then fine, that of the batch as well', async () => {
  const { asked, trainer } = slowTrainer();
  await trainer.start(config);
  const pictures = new Pictures();
  let state = stateOf();
  const seen: string[] = [];
  for (let next = pictures.next(state); next !== null; next = pictures.next(state)) {
    state = { ...state, ...(await next(trainer))(state) };
    const grid = (surface: LabState['batchSurface']): string => (surface === null ? '-' : String(surface.rows));
    const now = `${grid(state.surface)} ${grid(state.batchSurface)}`;
    if (now !== seen.at(-1)) seen.push(now);
  }
  expect(seen).toEqual(['- -', '20 -', '20 32', '64 32', '64 64']);
  const whole = new Trainer(() => 0);
  whole.start(config);
  const { domain, columns, rows, values } = state.batchSurface ?? {
    columns: 0,
    rows: 0,
    domain: state.view,
    values: [],
  };
  expect(values).toEqual(
    whole.surface({ domain, columns, rows, batch: state.detail?.batch, view: state.plane }).values,
  );
  // Whatever is more urgent comes between two bands.
  expect(asked.every(({ milliseconds }) => milliseconds !== undefined)).toBe(true);
});

it('come both in a run that goes along with its plane', async () => {
  const { trainer } = slowTrainer();
  await trainer.start(config);
  const pictures = new Pictures();
  let state = stateOf({ status: 'running', planeChoice: { kind: 'weights', anchor: 'along', seed: 1 } });
  const steps = { whole: new Set<number>(), batch: new Set<number>() };
  for (let turn = 0; turn < 300; turn++) {
    const { detail } = state;
    if (detail === null) throw new Error('There is no step.');
    const cursor = state.cursor + 1;
    const plane = weightsPlane(detail.weights.slice(), 0, 1);
    const batch = detail.batch.slice();
    state = { ...state, cursor, plane, detail: { ...detail, batch, step: cursor } };
    // The loss on the plane, and then one band, before the next step comes.
    for (let request = 0; request < 2; request++) {
      const change = await pictures.next(state)?.(trainer);
      state = { ...state, ...change?.(state) };
    }
    steps.whole.add(state.surfaceStep);
    steps.batch.add(state.batchSurfaceStep);
  }
  expect(Math.min(steps.whole.size, steps.batch.size)).toBeGreaterThan(4);
});

it('of a network are asked for once its plane is known, and not before', () => {
  const quiet = { layers: { ...initialLayers, batchSurface: 'off' as const }, detail: null };
  expect(new Pictures().next(stateOf({ ...quiet, plane: null }))).toBeNull();
  expect(new Pictures().next(stateOf(quiet))).not.toBeNull();
});

it('of the batch have half the grid in a run on a device that sheds detail, and all of it at rest', async () => {
  const { trainer } = slowTrainer();
  await trainer.start(config);
  let isShed = true;
  const pictures = new Pictures({ sheds: (detail) => isShed && detail === 'surface' });
  const gridOf = async (from: LabState): Promise<readonly number[]> => {
    let state = from;
    for (let next = pictures.next(state); next !== null; next = pictures.next(state))
      state = { ...state, ...(await next(trainer))(state) };
    const { columns, rows } = state.batchSurface ?? { columns: 0, rows: 0 };
    return [columns, rows];
  };
  // A moving plane stays at the first of its grids.
  const running = stateOf({ status: 'running' });
  const shed = await gridOf(running);
  isShed = false;
  const { detail } = running;
  const next = { ...running, detail: detail && { ...detail, batch: detail.batch.slice() } };
  const whole = await gridOf(next);
  for (const [side, most] of whole.entries()) expect(Math.abs(shed[side] - most / 2)).toBeLessThanOrEqual(0.5);
});
