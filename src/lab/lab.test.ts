// Commands that come before the last one is answered, and how often the store is written for each.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPageTrainer } from '../worker/pageTrainer.ts';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';
import { Lab } from './lab.ts';
import { parseLink } from './url.ts';

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
    ['reset', () => lab.reset(), [1, 3]],
    ['a start', () => lab.setStart([1, 1]), [1, 3]],
    ['another problem', () => lab.configure({ problem: 'sine-fit' }), [1, 3]],
    ['another optimizer', () => lab.configure({ optimizer: 'adam' }), [1, 3]],
    [
      'a link',
      () =>
        lab.load(
          { config: defaultConfig('sine-fit', 'adam'), hyperparameters: defaultHyperparameters('sine-fit', 'adam') },
          9,
        ),
      [1, 3],
    ],
    ['a learning rate', () => lab.setHyperparameters({ learningRate: 0.2 }), [1, 2]],
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
