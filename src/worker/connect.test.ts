// Workers that are late, silent, or forbidden: the page computes by itself meanwhile, and the run moves over.

import { resolveObjectURL } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tracingOf } from '../drawing/tracing/tracing.ts';
import { defaultConfig, defaultHyperparameters } from '../lab/defaults.ts';
import { Lab } from '../lab/lab.ts';
import { Trainer } from '../training/run/trainer.ts';
import { type Endpoint, expose } from './calls.ts';
import { connectTrainer } from './connect.ts';

vi.mock('./training.worker.ts?source', () => ({ source: 'training' }));
vi.mock('./whole.worker.ts?source', () => ({ source: 'all of two weights' }));
vi.mock('./network.worker.ts?source', () => ({ source: 'training and networks' }));

interface Fake {
  /** What it was made from. */
  readonly script: Promise<string> | undefined;
  /** Lets it answer from now on, what it was sent before included. */
  serve(): void;
  fail(): void;
  isTerminated: boolean;
}
let fakes: Fake[] = [];
/** Workers from this one on answer at once. */
let servesFrom: number;

/** In place of a worker one end of a channel, at whose other end a trainer answers once `serve` is called. */
class FakeWorker {
  constructor(address: string) {
    const { port1, port2 } = new MessageChannel();
    const trainer = new Trainer();
    const names = ['start', 'rewind', 'preview', 'surface', 'plane', 'maps', 'losses', 'advance'] as const;
    const methods = names.map((name) => [name, (trainer[name] as (...all: never[]) => unknown).bind(trainer)]);
    const fake: Fake = {
      script: resolveObjectURL(address)?.text(),
      serve: () =>
        expose({ ...Object.fromEntries(methods), trace: tracingOf, hello: () => true }, port2 as unknown as Endpoint),
      fail: () => port1.dispatchEvent(new Event('error')),
      isTerminated: false,
    };
    if (fakes.push(fake) > servesFrom) fake.serve();
    const terminate = (): void => {
      fake.isTerminated = true;
      port1.close();
      port2.close();
    };
    // biome-ignore lint/correctness/noConstructorReturn: a stand-in for a class of the browser.
    return Object.assign(port1, { terminate }) as unknown as FakeWorker;
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await turn();
}

let lab: Lab;
const at = (step: number) => () => lab.isCurrent && lab.store.getState().cursor === step;
const config = defaultConfig('sine-fit', 'adam');
const hyperparameters = defaultHyperparameters('sine-fit', 'adam');
const path = (of: Lab) => [...of.history.column('w1'), ...of.history.column('w2')];

function open(interval: number): Lab {
  lab = new Lab({
    initial: { config, hyperparameters },
    connect: (config, least) => connectTrainer(config, least, interval),
  });
  return lab;
}

/** A run with an edit on the way, `during` done at step 100. */
async function takeRun(during: () => Promise<void> = async () => {}): Promise<void> {
  lab.takeSteps(60);
  await until(at(60));
  lab.setHyperparameters({ learningRate: 0.02 });
  lab.takeSteps(40);
  await until(at(100));
  await during();
  lab.setHyperparameters({ batchSize: 3 });
  lab.takeSteps(30);
  await until(at(130));
}

beforeEach(() => {
  fakes = [];
  servesFrom = Number.POSITIVE_INFINITY;
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  lab.dispose();
  vi.unstubAllGlobals();
});

describe('a worker', () => {
  it('that answers is used', async () => {
    servesFrom = 0;
    open(1000);
    await takeRun();
    expect([lab.place, fakes.length]).toEqual(['worker', 1]);
  });

  it('that is late takes the run over', async () => {
    open(25);
    await until(() => lab.place === 'page');
    servesFrom = 1;
    fakes[0].serve();
    await until(() => lab.place === 'worker');
    await takeRun();
    expect(fakes.filter(({ isTerminated }) => !isTerminated)).toHaveLength(1);
  });

  it('that is started after silent ones takes the run over without a jump', async () => {
    open(20);
    const seen = new Set<unknown>();
    await takeRun(async () => {
      expect(lab.place).toBe('page');
      const { detail, examples } = lab.store.getState();
      const end = lab.store.subscribe((state) => {
        seen
          .add(state.cursor)
          .add(state.detail === detail)
          .add(state.examples === examples);
      });
      servesFrom = fakes.length;
      await until(() => lab.place === 'worker');
      end();
    });
    expect([...seen].every((value) => value === 100 || value === true)).toBe(true);
    expect(fakes.map(({ isTerminated }) => isTerminated)).toEqual(fakes.map((_, index) => index < fakes.length - 1));
    const moved = path(lab);
    lab.dispose();
    open(1000);
    await takeRun();
    expect([path(lab), lab.place]).toEqual([moved, 'worker']);
  });

  it('that lacks the arithmetic of networks gives way to one that has it, and that one stays', async () => {
    servesFrom = 0;
    open(1000);
    await takeRun();
    lab.configure({ problem: 'circles', settings: {} });
    lab.takeSteps(5);
    await until(at(5));
    lab.configure({ problem: 'line-fit', settings: {} });
    lab.takeSteps(7);
    await until(at(7));
    expect(await Promise.all(fakes.map(({ script }) => script))).toEqual([
      'all of two weights',
      'training and networks',
    ]);
    expect(fakes.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    expect([lab.place, lab.store.getState().failure]).toEqual(['worker', null]);
  });

  it('that fails is not tried again', async () => {
    open(1000);
    await until(() => fakes.length === 1);
    fakes[0].fail();
    await takeRun();
    expect([lab.place, fakes.length, fakes[0].isTerminated]).toEqual(['page', 1, true]);
  });

  it('that is waited for is ended with the lab', async () => {
    open(2);
    await takeRun();
    lab.dispose();
    await until(() => fakes.every(({ isTerminated }) => isTerminated));
  });
});
