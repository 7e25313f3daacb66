// Commands that come before the last one is answered, and how often the store is written for each.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { stateLength } from '../training/optimizer.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { Trainer } from '../training/run/trainer.ts';
import { createPageTrainer } from '../worker/pageTrainer.ts';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';
import { Lab } from './lab.ts';
import { drawCount } from './pictures.ts';
import type { LabState } from './store.ts';
import { formatLink, parseLink } from './url.ts';
import { shownView } from './view.ts';

let lab: Lab;

async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Until nothing more is asked for. */
const rest = (): Promise<void> =>
  until(() => lab.isCurrent && lab.wantedStep === lab.store.getState().cursor && lab.store.getState().surface !== null);

async function open(hash: string): Promise<void> {
  const { config, hyperparameters, step } = parseLink(hash);
  lab = new Lab({ initial: { config, hyperparameters }, connect: async () => createPageTrainer() });
  lab.takeSteps(step);
  await rest();
}

const cursor = (): number => lab.store.getState().cursor;

afterEach(() => lab.dispose());

describe('Next epoch', () => {
  it('twice at once is two epochs', async () => {
    await open('#problem=line-fit&seed=3&step=1');
    lab.nextEpoch();
    lab.nextEpoch();
    await rest();
    expect(cursor()).toBe(26);
  });

  it('right after a reset is the first epoch of the new run', async () => {
    await open('#problem=line-fit&seed=4&step=7');
    lab.reset();
    lab.nextEpoch();
    await rest();
    expect(cursor()).toBe(13);
  });

  it('right after another batch size, data, or steps by hand goes by what holds then', async () => {
    await open('#problem=line-fit&step=3');
    lab.setHyperparameters({ batchSize: 1 });
    lab.nextEpoch();
    await rest();
    expect(cursor()).toBe(3 + 76);
    lab.configure({ examples: 40 });
    lab.takeSteps(5);
    lab.nextEpoch();
    await rest();
    expect(cursor()).toBe(40);
  });

  it('in the past goes through the log as it is', async () => {
    await open('#problem=line-fit&step=10');
    lab.setHyperparameters({ batchSize: 10 });
    lab.takeSteps(30);
    await rest();
    lab.seek(4);
    lab.nextEpoch();
    await rest();
    // After ten batches of 8 there is room for two of 10.
    expect([cursor(), lab.store.getState().stepCount]).toEqual([12, 40]);
  });
});

describe('Step and Back', () => {
  it('pressed quickly end where they would one by one', async () => {
    await open('#problem=line-fit&step=5');
    lab.step();
    lab.stepBack();
    await rest();
    expect(cursor()).toBe(5);
    lab.stepBack();
    lab.stepBack();
    lab.step();
    await rest();
    expect([cursor(), lab.store.getState().stepCount]).toEqual([4, 5]);
  });
});

describe('one gesture', () => {
  /** Writes of the store at once, and with all that follows until the page rests, without the surface and its losses. */
  async function writesOf(gesture: () => void): Promise<[atOnce: number, inAll: number]> {
    let [count, isTold] = [0, true];
    const end = lab.store.subscribe((state, before) => {
      if (state.surface === before.surface && state.fullLossCount === before.fullLossCount && isTold) count++;
    });
    gesture();
    const atOnce = count;
    await rest();
    isTold = false;
    end();
    return [atOnce, count];
  }

  it.each([
    ['step', () => lab.step(), [0, 1]],
    ['next epoch', () => lab.nextEpoch(), [0, 1]],
    ['back', () => lab.stepBack(), [1, 2]],
    ['seek', () => lab.seek(1), [1, 2]],
    ['reset', () => lab.reset(), [1, 2]],
    ['a start', () => lab.setStart([1, 1]), [1, 2]],
    ['another problem', () => lab.configure({ problem: 'sine-fit' }), [1, 2]],
    ['another optimizer', () => lab.configure({ optimizer: 'adam' }), [1, 2]],
    [
      'a link',
      () =>
        lab.load(
          { config: defaultConfig('sine-fit', 'adam'), hyperparameters: defaultHyperparameters('sine-fit', 'adam') },
          9,
        ),
      [1, 2],
    ],
    ['a learning rate', () => lab.setHyperparameters({ learningRate: 0.2 }), [1, 2]],
    ['the learning rate that holds', () => lab.setHyperparameters({ ...lab.store.getState().hyperparameters }), [0, 0]],
    ['a learning rate from the start', () => lab.restartAt(0.2), [1, 2]],
    ['slow motion', () => lab.setSlowMotion(true), [1, 1]],
  ] as const)('is one write of the store, and one for each answer: %s', async (_, gesture, expected) => {
    await open('#problem=line-fit&step=5');
    expect(await writesOf(gesture)).toEqual(expected);
  });

  it('says how the run stands in the same write', async () => {
    vi.stubGlobal('requestAnimationFrame', () => 1);
    vi.stubGlobal('cancelAnimationFrame', () => {});
    await open('#problem=line-fit&step=5');
    const seen: string[] = [];
    lab.store.subscribe(({ status, cursor: at }) => seen.push(`${status} ${at}`));
    lab.play();
    lab.pause();
    lab.seek(2);
    lab.reset();
    expect(seen).toEqual(['running 5', 'paused 5', 'paused 2', 'ready 0']);
    vi.unstubAllGlobals();
  });
});

describe('the numbers in the state', () => {
  const isWhole = ({ detail, examples, config }: LabState): boolean =>
    detail === null ||
    (detail.order.length === examples?.count &&
      detail.state.length === stateLength(optimizers[config.optimizer], 2) &&
      optimizers[config.optimizer].fields.every(({ name }) => Object.hasOwn(detail.optimizerValues, name)));

  it('are never those of another problem or optimizer', async () => {
    await open('#problem=line-fit&step=5');
    const broken: LabState[] = [];
    lab.store.subscribe((state) => isWhole(state) || broken.push(state));
    lab.configure({ problem: 'sine-fit' });
    expect(lab.store.getState().detail).toBe(null);
    await rest();
    for (const optimizer of ['adam', 'lion', 'sgd'] as const) {
      lab.configure({ optimizer });
      expect(lab.store.getState().detail).toBe(null);
      await rest();
    }
    lab.configure({ problem: 'two-layer-product', optimizer: 'adam', examples: 20 });
    lab.takeSteps(3);
    await rest();
    expect(broken).toEqual([]);
    expect(lab.store.getState().detail).not.toBe(null);
  });

  it('stay until the next ones come where only the start or the data are dragged, with the data they are of', async () => {
    await open('#problem=line-fit&step=5');
    const broken: LabState[] = [];
    lab.store.subscribe((state) => (isWhole(state) && state.detail !== null) || broken.push(state));
    const { examples } = lab.store.getState();
    for (let drag = 0; drag < 20; drag++) {
      lab.setStart([drag / 10, 1]);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    expect(lab.store.getState().examples).toBe(examples);
    for (let drag = 10; drag < 30; drag++) {
      lab.configure({ examples: drag, noise: drag / 100 });
      if (drag % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    }
    await rest();
    expect(broken).toEqual([]);
    expect(lab.store.getState().examples?.count).toBe(29);
  });
});

it('a start that is dragged out of all bounds is one that its link leads back to', async () => {
  await open('#problem=line-fit');
  lab.setStart([4e4, -1e9]);
  const { config, hyperparameters } = lab.store.getState();
  expect(parseLink(formatLink({ config, hyperparameters })).config.start).toEqual(config.start);
});

it('a batch size that the data have no examples for is refused, and nothing changes', async () => {
  await open('#problem=line-fit&step=3');
  const before = lab.store.getState().hyperparameters;
  lab.setHyperparameters({ batchSize: 101 });
  const { hyperparameters, notices } = lab.store.getState();
  expect([hyperparameters, notices.length]).toEqual([before, 1]);
});

describe('the surface of the mini-batch alone', () => {
  const surfaceOf = (
    batch: Int32Array | undefined,
    { config, view, aspect }: LabState,
    columns: number,
    rows: number,
  ) => {
    const trainer = new Trainer();
    trainer.start(config);
    return trainer.surface({ domain: shownView(view, aspect), columns, rows, batch }).values;
  };

  it('comes from the trainer while a layer shows it, and goes with it', async () => {
    await open('#problem=line-fit&step=5');
    lab.setLayers({ batchSurface: 'over' });
    await until(() => lab.store.getState().batchSurface !== null);
    const state = lab.store.getState();
    expect(state.batchSurface?.values).toEqual(surfaceOf(state.detail?.batch, state, 96, 72));
    lab.step();
    await rest();
    await until(() => lab.store.getState().batchSurface !== state.batchSurface);
    const next = lab.store.getState();
    expect(next.batchSurface?.values).toEqual(surfaceOf(next.detail?.batch, next, 96, 72));
    lab.configure({ problem: 'sine-fit' });
    expect(lab.store.getState().batchSurface).toBe(null);
    await until(() => lab.store.getState().batchSurface !== null);
    lab.setLayers({ batchSurface: 'off' });
    expect(lab.store.getState().batchSurface).toBe(null);
    lab.setLayers({ batchSurface: 'instead' });
    await until(() => lab.store.getState().batchSurface !== null);
  });

  it('and the curvature are not asked for where nothing shows them', async () => {
    await open('#problem=line-fit&optimizer=adam&step=5');
    expect(lab.store.getState()).toMatchObject({ batchSurface: null, detail: { largestEigenvalue: null } });
    lab.configure({ optimizer: 'momentum' });
    await rest();
    expect(lab.store.getState().detail?.largestEigenvalue).toBeGreaterThan(0);
  });
});

it('other batches are drawn at the weights of every step, while a view shows them and once they were asked for', async () => {
  await open('#problem=line-fit&step=5');
  lab.setLayers({ resampleSeed: 3 });
  await rest();
  expect(lab.store.getState().draws).toBe(null);
  lab.wantDraws(true);
  await until(() => lab.store.getState().draws !== null);
  const isThere = (): boolean =>
    lab.store.getState().draws?.weights.join() === lab.store.getState().detail?.weights.join();
  expect(isThere()).toBe(true);
  lab.step();
  await rest();
  await until(isThere);
  const { draws, detail, config } = lab.store.getState();
  const trainer = new Trainer();
  trainer.start(config);
  const request = { batchSize: 8, count: drawCount, seed: 3, sampling: config.sampling };
  expect(draws?.sample).toEqual(trainer.noise({ weights: detail?.weights ?? new Float64Array(2), ...request }));
});
