// A change of the optimizer or problem replaces the run, and can be taken back.

import { afterEach, describe, expect, it } from 'vitest';
import { createPageTrainer } from '../worker/pageTrainer.ts';
import { raceOf } from './compare/race.ts';
import { Lab } from './lab.ts';
import { linkTo } from './linkTo.ts';
import { parseLink } from './url.ts';

let lab: Lab;

afterEach(() => lab.dispose());

async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 0));
}

const rest = (): Promise<void> => until(() => lab.isCurrent && lab.wantedStep === lab.store.getState().cursor);

async function open(hash: string): Promise<void> {
  const { config, hyperparameters, step, beside = {} } = parseLink(hash);
  lab = new Lab({ initial: { config, hyperparameters, beside }, connect: async () => createPageTrainer() });
  lab.takeSteps(step);
  await rest();
}

/** All that tells one run from another, as far as the page shows it. */
function whole(): unknown {
  const { config, hyperparameters, stepCount, cursor, detail, view, status } = lab.store.getState();
  const { history } = lab;
  const columns = (['w1', 'w2', 'batchLoss', 'update1', 'update2'] as const).map((name) => [...history.column(name)]);
  return structuredClone({
    ...{ config, hyperparameters, stepCount, cursor, view, status, columns },
    ...{ edits: history.edits, head: history.head, weights: detail?.weights, update: detail?.update },
    link: linkTo(lab),
  });
}

describe('taking back another optimizer', () => {
  it('restores the run with its edits, its step, and what follows', async () => {
    await open('#problem=sine-fit&optimizer=momentum&learningRate=0.03&momentum=0.8&batchSize=4&seed=3&step=30');
    lab.setHyperparameters({ learningRate: 0.05 });
    lab.takeSteps(20);
    await rest();
    lab.seek(40);
    await rest();
    const before = whole();
    lab.configure({ optimizer: 'adam' });
    await rest();
    expect(lab.store.getState()).toMatchObject({
      stepCount: 0,
      hyperparameters: { learningRate: 0.1, optimizer: {} },
    });
    lab.takeSteps(7);
    await rest();
    lab.takeBack();
    await rest();
    expect(whole()).toEqual(before);
    expect(lab.store.getState().former).toBeNull();
    // The trainer stands where the log ends: the next step is the one that the run would have taken.
    lab.takeSteps(20);
    await rest();
    const after = whole();
    await open('#problem=sine-fit&optimizer=momentum&learningRate=0.03&momentum=0.8&batchSize=4&seed=3&step=30');
    lab.setHyperparameters({ learningRate: 0.05 });
    lab.takeSteps(30);
    await rest();
    const { detail } = lab.store.getState();
    expect(after).toMatchObject({ stepCount: 60, weights: structuredClone(detail?.weights) });
  });

  it('leads past every other one that was tried at once, to the run that was lost', async () => {
    await open('#step=12&learningRate=0.02');
    const before = whole();
    for (const optimizer of ['momentum', 'adam', 'lion'] as const) lab.configure({ optimizer });
    await rest();
    lab.takeBack();
    await rest();
    expect(whole()).toEqual(before);
  });

  it('restores a run at its end as ended', async () => {
    await open('#learningRate=500&step=1000');
    const { status, stepCount } = lab.store.getState();
    expect(status).toBe('diverged');
    lab.configure({ optimizer: 'adam' });
    lab.takeBack();
    await rest();
    expect(lab.store.getState()).toMatchObject({ status, stepCount });
  });

  it('works across problems, whose examples are others', async () => {
    await open('#problem=sine-fit&seed=5&step=9');
    const before = whole();
    const examples = lab.store.getState().examples;
    lab.configure({ problem: 'tug-of-war' });
    await rest();
    lab.takeBack();
    await rest();
    expect(whole()).toEqual(before);
    expect(lab.store.getState().examples).toEqual(examples);
  });

  it('brings those beside it along', async () => {
    await open('#step=10&contenders=momentum,0.03,8');
    const race = raceOf(lab);
    const heads = (): readonly number[] => race.runs.map(({ head }) => head);
    await until(() => heads().every((head) => head === 10));
    lab.configure({ optimizer: 'adam' });
    await until(() => heads().every((head) => head === 0));
    lab.takeBack();
    await until(() => heads().every((head) => head === 10));
    expect(race.runs.map(({ optimizer }) => optimizer)).toEqual(['sgd', 'momentum']);
  });
});

describe('nothing is kept', () => {
  it('where nothing of the reader’s is lost', async () => {
    await open('');
    lab.configure({ optimizer: 'adam' });
    expect(lab.store.getState().former).toBeNull();
    lab.setHyperparameters({ learningRate: 0.3 });
    lab.configure({ optimizer: 'sgd' });
    expect(lab.store.getState().former?.state.hyperparameters.learningRate).toBe(0.3);
  });

  it('once it is let go, or a run begins for another reason', async () => {
    for (const act of [
      () => lab.forgetFormer(),
      () => lab.reset(),
      () => lab.configure({ seed: 9 }),
      () => lab.setStart([0, 0]),
      () => lab.load(parseLink('#problem=sine-fit')),
    ]) {
      await open('#step=3');
      lab.configure({ optimizer: 'adam' });
      expect(lab.store.getState().former).not.toBeNull();
      act();
      expect(lab.store.getState().former).toBeNull();
      const { config } = lab.store.getState();
      lab.takeBack();
      expect(lab.store.getState().config).toBe(config);
    }
  });
});
