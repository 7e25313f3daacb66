// Requests that overlap: each has its own target, counted from the step that is wanted when it comes, and is answered
// with the numbers of that step, or at once as superseded. What is answered never belongs to another run.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tracingOf } from '../drawing/tracing/tracing.ts';
import { defaultConfig, defaultHyperparameters } from '../lab/defaults.ts';
import { Lab } from '../lab/lab.ts';
import type { InitialState } from '../lab/store.ts';
import { type RemoteTrainer, TrainerLostError } from '../training/run/remoteTrainer.ts';
import { Trainer } from '../training/run/trainer.ts';
import { carryOut } from './commands.ts';
import { parseHost } from './host.ts';
import type { Request } from './protocol.ts';
import type { LabSnapshot } from './told.ts';
import { createHostStore } from './wishes.ts';

const config = defaultConfig('line-fit', 'sgd');
const hyperparameters = defaultHyperparameters('line-fit', 'sgd');

/** Requests that trainers have been sent, and those whose trainer is lost instead of answering. */
let sent: string[] = [];
let isLost: (name: string) => boolean;

/** A trainer that answers in a later task, whatever it is asked, and takes at most 64 steps at a time. */
async function connect(): Promise<RemoteTrainer> {
  let time = 0;
  const trainer = new Trainer(() => {
    time += 1000;
    return time;
  });
  const names = ['start', 'advance', 'rewind', 'preview', 'surface', 'losses'] as const;
  const later = (name: (typeof names)[number]) => {
    const method = trainer[name] as (...all: unknown[]) => unknown;
    return async (...given: unknown[]) => {
      sent.push(name);
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (isLost(name)) throw new TrainerLostError(`lost at ${name}`);
      return method.apply(trainer, given);
    };
  };
  return {
    ...Object.fromEntries(names.map((name) => [name, later(name)])),
    trace: async (surface) => tracingOf(surface),
    place: 'page',
    dispose: () => {},
  } as RemoteTrainer;
}

let frames: ((time: number) => void)[] = [];
let lab: Lab;
const host = createHostStore(parseHost('').wishes);
const exportRun = async () => null;
const ask = (request: Request): Promise<LabSnapshot> =>
  carryOut({ lab, host, exportRun }, request) as Promise<LabSnapshot>;
const step = (count = 1): Promise<LabSnapshot> => ask({ type: 'step', count });
const seek = (to: number): Promise<LabSnapshot> => ask({ type: 'seek', step: to });
const setState = (values: Readonly<Record<string, unknown>>): Promise<LabSnapshot> => ask({ type: 'setState', values });

function begin(more: Partial<InitialState> = {}): void {
  lab?.dispose();
  lab = new Lab({ initial: { config, hyperparameters, ...more }, connect });
}

async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Answers by what they say: the step they stand at, or the code of their refusal. */
async function outcomes(requests: readonly Promise<LabSnapshot>[]): Promise<(number | string)[]> {
  const settled = await Promise.allSettled(requests);
  return settled.map((answer) => (answer.status === 'fulfilled' ? answer.value.step : answer.reason.code));
}

/** The answer belongs to one step: its number, its weights, and the settings are of the same run. */
function isWhole({ step: at, pending, settings }: LabSnapshot): void {
  expect(pending?.step).toBe(at);
  if (at === 0) expect(pending?.weights).toEqual([settings.start1, settings.start2]);
}

beforeEach(async () => {
  sent = [];
  isLost = () => false;
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (call: (time: number) => void) => frames.push(call));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
  begin();
  await ask({ type: 'getState' });
});

afterEach(() => {
  lab.dispose();
  vi.unstubAllGlobals();
});

describe('requests that overlap', () => {
  it('count from the step that is wanted, and are each answered with their own', async () => {
    const answers = await Promise.all([step(), step(), step(2), step(200)]);
    expect(answers.map(({ step: at }) => at)).toEqual([1, 2, 4, 204]);
    answers.forEach(isWhole);
    expect(lab.store.getState()).toMatchObject({ cursor: 204, stepCount: 204 });
  });

  it.each([
    ['reset', () => ask({ type: 'reset' }), 0],
    ['seek', () => seek(3), 3],
    ['pause', () => ask({ type: 'pause' }), null],
    ['another problem', () => setState({ problem: 'sine-fit' }), 0],
    ['another run with steps', () => setState({ seed: 3, step: 80 }), 80],
  ] as const)('are superseded at once by %s', async (_, other, at) => {
    const pending = [step(500), step()];
    await until(() => lab.store.getState().stepCount > 3);
    const answer = other();
    expect(await outcomes(pending)).toEqual(['superseded', 'superseded']);
    const snapshot = await answer;
    isWhole(snapshot);
    if (at !== null) expect(snapshot.step).toBe(at);
    expect(lab.store.getState().cursor).toBe(snapshot.step);
    // Nothing of what was under way comes after.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(lab.store.getState().cursor).toBe(snapshot.step);
  });

  it('are superseded when the link loads another run', async () => {
    const pending = step(500);
    lab.load({ config: { ...config, seed: 9 }, hyperparameters }, 5);
    expect(await outcomes([pending])).toEqual(['superseded']);
    expect(await outcomes([step(2)])).toEqual([7]);
  });

  it('are all answered where the run ends before', async () => {
    await setState({ learningRate: 500 });
    const answers = await Promise.all([step(900), step(), step(50)]);
    expect(answers.map(({ status }) => status)).toEqual(['diverged', 'diverged', 'diverged']);
    answers.forEach(isWhole);
  });

  it('are refused beyond the limit of steps, counted from the step that is wanted', async () => {
    begin({ stepLimit: 50 });
    expect(await outcomes([step(30), step(21), step(20)])).toEqual([30, 'payload', 50]);
  });

  it('reach their steps although a trainer is lost on the way', async () => {
    let count = 0;
    isLost = (name) => name === 'advance' && ++count === 2;
    expect(await outcomes([step(150), step(), step(100)])).toEqual([150, 151, 251]);
    expect(count).toBeGreaterThan(4);
  });

  it('go through the log where nothing was changed, and leave it whole', async () => {
    await step(10);
    expect(await outcomes([seek(4), step(), step(2)])).toEqual([4, 5, 7]);
    expect(lab.store.getState().stepCount).toBe(10);
    expect(await outcomes([step(5)])).toEqual([12]);
  });

  it('leave the log as it was where another way from the past was given up', async () => {
    await step(100);
    const last = await ask({ type: 'getState' });
    await seek(40);
    await setState({ learningRate: 0.02 });
    const given = outcomes([step(50)]);
    await until(() => sent.includes('rewind'));
    // As the scrubber does: back to the run that was.
    lab.seek(100);
    expect(await given).toEqual(['superseded']);
    expect((await ask({ type: 'getState' })).pending).toEqual(last.pending);
    expect(await outcomes([step(3)])).toEqual([103]);
  });

  it('stop a run that plays at the step that is shown', async () => {
    // So fast that it sleeps between no two steps.
    lab.setSpeed(10);
    await ask({ type: 'play' });
    for (let time = 1000; time < 3000; time += 100) {
      frames.shift()?.(time);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    const shown = lab.store.getState().cursor;
    expect(shown).toBeGreaterThan(3);
    frames.shift()?.(9000);
    expect(await outcomes([step(), ask({ type: 'getState' })])).toEqual([shown + 1, expect.any(Number)]);
    lab.play();
    frames.shift()?.(10_000);
    frames.shift()?.(10_400);
    expect(await outcomes([ask({ type: 'pause' })])).toEqual([shown + 1]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(lab.store.getState().cursor).toBe(shown + 1);
  });

  it('stop a run that sleeps between two steps, and wake it no more', async () => {
    await ask({ type: 'play' });
    while (frames.length > 0) frames.shift()?.(1000);
    const shown = lab.store.getState().cursor;
    expect(await outcomes([step(), ask({ type: 'getState' })])).toEqual([shown + 1, expect.any(Number)]);
    // Longer than it would have slept.
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(frames).toEqual([]);
    expect(lab.store.getState().cursor).toBe(shown + 1);
  });

  it('go on in steps by hand through a run that has converged', async () => {
    const found = await setState({ problem: 'line-fit', noise: 0, batchSize: 100, learningRate: 0.3, step: 0 });
    isWhole(found);
    expect(await outcomes([step(3000), step()])).toEqual([3000, 3001]);
    expect(lab.store.getState().status).toBe('converged');
  });

  it('go through the phases one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask({ type: 'stepPhase' })));
    expect(answers.map(({ step: at, phase }) => [at, phase])).toEqual([
      [0, 'sample'],
      [0, 'forward'],
      [0, 'loss'],
      [0, 'backward'],
      [0, 'update'],
      [1, 'sample'],
      [1, 'forward'],
      [1, 'loss'],
    ]);
    answers.forEach(isWhole);
  });
});

describe('an answer has the numbers of its own run', () => {
  it.each([
    { problem: 'sine-fit' },
    { optimizer: 'adam' },
    { seed: 3 },
    { start: '-1,0.5' },
    { examples: 30 },
    { batchSize: 3 },
  ])('after setState %j at step 0, and for getState at the same time', async (values) => {
    const [set, got] = await Promise.all([setState(values), ask({ type: 'getState' })]);
    isWhole(set);
    expect(got).toEqual(set);
    expect(set.pending?.batch.length).toBe(set.settings.batchSize);
    const { pending } = await ask({ type: 'getState' });
    lab.reset();
    expect((await ask({ type: 'getState' })).pending).toEqual(pending);
  });

  it('after one setState on top of another: both hold, and none is refused', async () => {
    const [first, second] = await Promise.all([setState({ problem: 'sine-fit' }), setState({ seed: 4 })]);
    expect(second.settings).toMatchObject({ problem: 'sine-fit', seed: 4 });
    expect(first).toEqual(second);
    isWhole(second);
  });

  it('also while it is reset and stepped at once', async () => {
    await step(20);
    const answers = await Promise.all([ask({ type: 'reset' }), step(), ask({ type: 'getState' })]);
    expect(answers.map(({ step: at }) => at).slice(0, 2)).toEqual([0, 1]);
    answers.forEach(isWhole);
  });

  it('and none where nothing is computed yet', async () => {
    lab.dispose();
    lab = new Lab({ initial: { config, hyperparameters }, connect, isAsleep: true });
    expect((await ask({ type: 'reset' })).pending).toBe(null);
    const set = await setState({ problem: 'sine-fit' });
    expect([set.settings.problem, set.pending, lab.place]).toEqual(['sine-fit', null, null]);
    expect(await outcomes([step(2)])).toEqual([2]);
  });
});
