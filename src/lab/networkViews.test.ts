// What the views of a network ask of the lab: slow motion layer by layer, weights that are watched, an example that is
// chosen, and maps of the present weights.

import { afterEach, describe, expect, it } from 'vitest';
import { createPageTrainer } from '../worker/pageTrainer.ts';
import { Lab } from './lab.ts';
import type { LabState } from './store.ts';
import { parseLink } from './url.ts';

let lab: Lab;

async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 0));
}

const state = (): LabState => lab.store.getState();
const hasArrived = (): boolean => lab.isCurrent && lab.wantedStep === state().cursor;

async function open(hash: string): Promise<void> {
  const { config, hyperparameters, phase, watched, step } = parseLink(hash);
  const initial = { config, hyperparameters, phase, ...(watched !== undefined && { watched }) };
  lab = new Lab({ initial, connect: async () => createPageTrainer() });
  lab.takeSteps(step);
  await until(hasArrived);
}

afterEach(() => lab.dispose());

const place = (): string => {
  const { cursor, phase, phaseLayer } = state();
  return `${cursor} ${phase}${phaseLayer === null ? '' : ` ${phaseLayer}`}`;
};

describe('slow motion in a network', () => {
  it('goes up through its layers and down again before the step is taken', async () => {
    await open('#problem=xor&layers=3,2&phase=sample');
    const seen: string[] = [];
    for (let press = 0; press < 10; press++) {
      seen.push(place());
      lab.step();
      await until(hasArrived);
    }
    expect(seen).toEqual([
      '0 sample',
      ...['0 forward 0', '0 forward 1', '0 forward 2'],
      '0 loss',
      ...['0 backward 2', '0 backward 1', '0 backward 0'],
      '0 update',
      '1 sample',
    ]);
    lab.stepBack();
    lab.stepBack();
    await until(hasArrived);
    expect(place()).toBe('0 update');
    lab.stepBack();
    expect(place()).toBe('0 backward 0');
  });

  it('stands at the whole of a phase that was chosen or linked, and begins anew with another network', async () => {
    await open('#problem=xor&layers=3,2&phase=backward');
    expect(place()).toBe('0 backward');
    lab.stepBack();
    expect(place()).toBe('0 backward 1');
    lab.setPhase('forward');
    lab.step();
    expect(place()).toBe('0 loss');
    lab.setPhase('forward');
    lab.stepBack();
    expect(place()).toBe('0 forward 1');
    lab.configure({ settings: { layers: [] } });
    await until(hasArrived);
    expect(place()).toBe('0 sample');
  });
});

describe('the weights that are watched', () => {
  it('come and go one by one, whatever the run does', async () => {
    await open('#problem=circles&watch=b1[2]');
    expect(state().watched).toEqual([9]);
    lab.watch(3);
    lab.takeSteps(2);
    await until(hasArrived);
    lab.watch(9);
    lab.reset();
    lab.configure({ seed: 5 });
    await until(hasArrived);
    expect(state().watched).toEqual([3]);
  });

  it('are the first two of a network whose weights are others', async () => {
    await open('#problem=circles&watch=b1[2]');
    lab.configure({ settings: { activation: 'relu' } });
    expect(state().watched).toEqual([9]);
    lab.configure({ settings: { layers: [3] } });
    expect(state().watched).toEqual([0, 1]);
    lab.watch(5);
    lab.configure({ problem: 'line-fit' });
    expect(state().watched).toEqual([0, 1]);
  });
});

it('an example stays chosen through a run, and is none of other data', async () => {
  await open('#problem=circles');
  lab.chooseExample(17);
  lab.takeSteps(3);
  await until(hasArrived);
  lab.reset();
  expect(state().chosenExample).toBe(17);
  lab.configure({ seed: 5 });
  expect(state().chosenExample).toBeNull();
});

describe('maps', () => {
  const grid = { view: { x: [-3, 3], y: [-3, 3] }, columns: 4, rows: 4 } as const;

  it('come while they are wanted, and are those of the present weights', async () => {
    await open('#problem=circles&layers=3');
    expect(state().maps).toEqual({});
    lab.wantMaps('units', grid);
    await until(() => state().maps.units !== undefined);
    const first = state().maps.units;
    expect(first?.layers.map(({ length }) => length)).toEqual([32, 48, 16]);
    lab.takeSteps(5);
    await until(() => hasArrived() && state().maps.units !== first);
    expect(state().maps.units?.layers[0]).toEqual(first?.layers[0]);
    expect(state().maps.units?.layers[2]).not.toEqual(first?.layers[2]);
  });

  it('of another network are forgotten at once, and asked for anew', async () => {
    await open('#problem=circles&layers=3');
    lab.wantMaps('units', grid);
    await until(() => state().maps.units !== undefined);
    lab.configure({ settings: { layers: [2] } });
    expect(state().maps).toEqual({});
    await until(() => state().maps.units !== undefined);
    expect(state().maps.units?.layers.map(({ length }) => length)).toEqual([32, 32, 16]);
  });

  it('are none of a model without units', async () => {
    await open('#problem=line-fit');
    lab.wantMaps('units', grid);
    lab.takeSteps(1);
    await until(() => hasArrived() && state().surface !== null);
    expect(state().maps).toEqual({});
  });
});
