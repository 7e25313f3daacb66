// Slow motion: the phase is a value, going through it takes no step, and only the last phase takes one.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { tracingOf } from '../drawing/tracing/tracing.ts';
import { present } from '../training/present.ts';
import type { RemoteTrainer } from '../training/run/remoteTrainer.ts';
import { Trainer } from '../training/run/trainer.ts';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';
import { Lab } from './lab.ts';
import { phases } from './store.ts';

function trainerOnThePage(): RemoteTrainer {
  const trainer = new Trainer(() => 0);
  return {
    place: 'page',
    start: async (config) => trainer.start(config),
    advance: async (request) => trainer.advance(request),
    rewind: async (step) => trainer.rewind(step),
    preview: async (step, hyperparameters) => trainer.preview(step, hyperparameters),
    surface: async (request) => trainer.surface(request),
    plane: async (request) => trainer.plane(request),
    maps: async (request) => trainer.maps(request),
    noise: async (request) => trainer.noise(request),
    curvature: async (request) => trainer.curvature(request),
    trace: async (surface) => tracingOf(surface),
    losses: async (weights) => trainer.losses(weights),
    dispose: () => {},
  };
}

async function createLab(): Promise<Lab> {
  const config = defaultConfig('line-fit', 'momentum');
  const lab = new Lab({
    connect: async () => trainerOnThePage(),
    initial: {
      config,
      hyperparameters: defaultHyperparameters('line-fit', 'momentum'),
    },
  });
  await settled();
  return lab;
}

/** Until every request that is due has been answered. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

let lab: Lab;
let frames: ((time: number) => void)[] = [];
const place = () => {
  const { cursor, phase, stepCount } = lab.store.getState();
  return [cursor, phase, stepCount];
};

beforeEach(async () => {
  vi.stubGlobal('requestAnimationFrame', (call: (time: number) => void) => frames.push(call));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
  lab = await createLab();
});

afterEach(() => {
  lab.dispose();
  frames = [];
  vi.unstubAllGlobals();
});

describe('slow motion', () => {
  test('goes through five phases before the step is taken', async () => {
    lab.setSlowMotion(true);
    const seen = [];
    for (let press = 0; press < 6; press++) {
      seen.push(place());
      lab.step();
      await settled();
    }
    expect(seen).toEqual([...phases.map((phase) => [0, phase, 0]), [1, 'sample', 1]]);
  });

  test('goes back through them, into the update of the step before, and not past the start', async () => {
    lab.setSlowMotion(true);
    for (let press = 0; press < 6; press++) {
      lab.step();
      await settled();
    }
    expect(place()).toEqual([1, 'forward', 1]);
    const seen = [];
    for (let press = 0; press < 8; press++) {
      lab.stepBack();
      await settled();
      seen.push(place());
    }
    expect(seen).toEqual([
      [1, 'sample', 1],
      [0, 'update', 1],
      [0, 'backward', 1],
      [0, 'loss', 1],
      [0, 'forward', 1],
      [0, 'sample', 1],
      [0, 'sample', 1],
      [0, 'sample', 1],
    ]);
  });

  test('shows a step that was taken before again, with the same numbers', async () => {
    lab.setSlowMotion(true);
    lab.setPhase('update');
    lab.step();
    await settled();
    const before = lab.store.getState().detail;
    lab.stepBack();
    await settled();
    lab.step();
    await settled();
    expect(place()).toEqual([1, 'sample', 1]);
    expect(lab.store.getState().detail).toEqual(before);
  });

  test('plays one phase per turn of the clock, at the chosen speed', async () => {
    lab.setSlowMotion(true);
    lab.setSpeed(10);
    lab.play();
    const seen = [];
    // A frame every 50 ms, so two frames to a phase; the first frame only starts the clock.
    for (let time = 1000; time <= 1000 + 50 * 12; time += 50) {
      frames.shift()?.(time);
      await settled();
      seen.push(place());
    }
    expect(seen.filter((_, i) => i % 2 === 0)).toEqual([
      [0, 'sample', 0],
      [0, 'forward', 0],
      [0, 'loss', 0],
      [0, 'backward', 0],
      [0, 'update', 0],
      [1, 'sample', 1],
      [1, 'forward', 1],
    ]);
  });

  test('however fast, it never takes a step without going through its phases', async () => {
    lab.setSlowMotion(true);
    lab.setSpeed(Number.POSITIVE_INFINITY);
    lab.play();
    for (let time = 1000; time <= 1000 + 16 * 11; time += 16) {
      frames.shift()?.(time);
      await settled();
    }
    expect(place()).toEqual([2, 'loss', 2]);
  });
});

test('no phase, layer, or lit example adds a step or touches the one to be taken', async () => {
  lab.step();
  await settled();
  const { detail, stepCount } = lab.store.getState();
  lab.setSlowMotion(true);
  for (const phase of phases) lab.setPhase(phase);
  lab.setSlowMotion(false);
  lab.setLayers({ gradients: true, gradientView: 'chain' });
  lab.setLayers({ batchSurface: 'instead', resampleSeed: 3 });
  lab.lightExample(5);
  await settled();
  const after = lab.store.getState();
  expect([after.stepCount, after.detail, after.phase, after.litExample]).toEqual([stepCount, detail, null, 5]);
  expect(after.layers).toMatchObject({
    gradients: true,
    gradientView: 'chain',
    batchSurface: 'instead',
    resampleSeed: 3,
  });
});

test('in the update phase the update leads to the weights of the next step', async () => {
  lab.setSlowMotion(true);
  lab.setPhase('update');
  const { weights, update } = present(lab.store.getState().detail);
  lab.step();
  await settled();
  const next = present(lab.store.getState().detail).weights;
  expect([...next]).toEqual([weights[0] + update[0], weights[1] + update[1]]);
});
