// A host page in miniature: a window that receives, and a parent that is spoken to.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tracingOf } from '../drawing/tracing/tracing.ts';
import { defaultConfig, defaultHyperparameters } from '../lab/defaults.ts';
import { Lab } from '../lab/lab.ts';
import type { InitialState } from '../lab/store.ts';
import { networkObjective } from '../training/objective/networkObjective.ts';
import { present } from '../training/present.ts';
import { giveNetworks } from '../training/run/networks.ts';
import type { RemoteTrainer } from '../training/run/remoteTrainer.ts';
import { Trainer } from '../training/run/trainer.ts';
import { parseHost } from './host.ts';
import { connectHost, type HostChannel } from './messages.ts';
import { namespace, parseMessage, RequestError, requestTypes } from './protocol.ts';
import { createHostStore } from './wishes.ts';

interface Said {
  readonly type?: string;
  readonly id?: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: whatever a message carries.
  readonly payload?: any;
}

/** A window that notes what is posted to it. */
function createWindow() {
  const said: Said[] = [];
  const targets: unknown[] = [];
  return {
    said,
    targets,
    closed: false,
    postMessage(message: unknown, options: unknown) {
      said.push(structuredClone(message) as Said);
      targets.push(typeof options === 'string' ? options : (options as { targetOrigin: string }).targetOrigin);
    },
  };
}
type FakeWindow = ReturnType<typeof createWindow>;

async function createTrainer(): Promise<RemoteTrainer> {
  const trainer = new Trainer();
  const names = ['start', 'advance', 'rewind', 'preview', 'surface', 'losses', 'plane', 'maps'] as const;
  giveNetworks(networkObjective);
  const methods = names.map((name) => [
    name,
    async (...given: never[]) => (trainer[name] as (...all: never[]) => unknown)(...given),
  ]);
  const trace: RemoteTrainer['trace'] = async (surface) => tracingOf(surface);
  return { ...Object.fromEntries(methods), trace, place: 'page', dispose: () => {} } as RemoteTrainer;
}

const config = defaultConfig('line-fit', 'sgd');
const initial: InitialState = {
  config,
  hyperparameters: defaultHyperparameters('line-fit', 'sgd'),
};

let lab: Lab;
let host: ReturnType<typeof createHostStore>;
let parent: FakeWindow;
let page: EventTarget & { parent: FakeWindow; matchMedia: () => { matches: boolean } };
let channel: HostChannel;

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => {});
  lab = new Lab({ initial, connect: createTrainer });
  host = createHostStore(parseHost('').wishes);
  parent = createWindow();
  const document = { hasFocus: () => false };
  page = Object.assign(new EventTarget(), { parent, document, matchMedia: () => ({ matches: false }) });
  channel = connectHost({
    page: page as unknown as Window,
    lab,
    host,
    exportRun: async (format) => (format === 'csv' ? { name: 'run.csv', type: 'text/csv', text: 'step\n' } : null),
    onListener: () => {},
  });
});

afterEach(() => {
  channel.dispose();
  lab.dispose();
  vi.unstubAllGlobals();
});

function send(data: unknown, source: FakeWindow | null = parent, origin = 'https://course.example'): void {
  page.dispatchEvent(Object.assign(new Event('message'), { data, source, origin }));
}

let lastId = 0;

/** Sends a request and waits for its answer. */
async function ask(type: string, payload?: unknown, source = parent, origin?: string): Promise<Said> {
  const id = ++lastId;
  send({ ns: namespace, v: 1, type, id, ...(payload !== undefined && { payload }) }, source, origin);
  return vi.waitFor(() => {
    const answer = source.said.find((message) => message.id === id);
    expect(answer).toBeDefined();
    return present(answer);
  });
}

const eventsOf = (window: FakeWindow, type: string) =>
  window.said.filter((message) => message.type === type && message.id === undefined);

describe('requests', () => {
  it('begin with ready, said to the page around this one without the state', () => {
    expect(parent.said[0]).toMatchObject({ ns: namespace, v: 1, type: 'ready', payload: { version: 1, state: null } });
  });

  it('hello is answered by ready with the state', async () => {
    const { type, payload } = await ask('hello');
    expect(type).toBe('ready');
    expect(payload.requests).toEqual(requestTypes);
    expect(payload.state).toMatchObject({ status: 'ready', step: 0, link: '#v=1&problem=line-fit' });
    expect(payload.state.settings).toMatchObject({ problem: 'line-fit', learningRate: 0.1, batchSize: 8 });
  });

  it('are read in any capitals, and asked about where there is a slip', async () => {
    const { payload } = await ask('setState', {
      Problem: 'SineFit',
      optimizer: 'Adam',
      'Learning-Rate': 0.2,
      Phase: 'Forward',
    });
    expect(payload).toMatchObject({
      ...{ phase: 'forward', settings: { problem: 'sine-fit', optimizer: 'adam', learningRate: 0.2 } },
    });
    const refusal = async (type: string, given: unknown) => (await ask(type, given)).payload.message as string;
    expect(await refusal('setState', { optimiser: 'sgd' })).toBe(
      'There is no setting named optimiser here. Did you mean optimizer?',
    );
    expect(await refusal('setState', { optimizer: 'adma' })).toContain(' Did you mean adam?');
    expect(await refusal('setState', { phase: 'bakward' })).toContain(' Did you mean backward?');
    expect(await refusal('getStat', {})).toContain(' Did you mean getState?');
    expect(await refusal('setHost', { thme: 'dark' })).toContain(' Did you mean theme?');
    expect(await refusal('setHost', { theme: 'drak' })).toContain(' Did you mean dark?');
    expect(await refusal('step', { cuont: 5 })).toContain(' Did you mean count?');
    expect(await refusal('export', { format: 'csw' })).toContain(' Did you mean csv?');
    expect((await ask('Step', { Count: 2 })).payload.step).toBe(2);
    expect((await ask('export', { format: 'CSV' })).payload.text).toBe('step\n');
    expect((await ask('step', { reason: 'a key of the host’s own' })).payload.step).toBe(3);
  });

  it('take numbers as text, as attributes have them', async () => {
    expect(
      (await ask('setState', { step: '7', speed: '30', 'learning-rate': '0.2', seed: ' 4 ' })).payload,
    ).toMatchObject({
      ...{ step: 7, speed: 30, settings: { learningRate: 0.2, seed: 4 } },
    });
    for (const step of ['', ' ', '7 steps', '1e9'])
      expect((await ask('setState', { step })).payload.message).toContain('step is a whole number from 0 to');
  });

  it('are answered to the sender alone, at its origin', async () => {
    const other = createWindow();
    const before = parent.said.length;
    await ask('getState', undefined, other, 'https://other.example');
    expect(other.targets).toEqual(['https://other.example']);
    const opaque = createWindow();
    await ask('getState', undefined, opaque, 'null');
    expect(opaque.targets).toEqual(['*']);
    expect(parent.said.length).toBe(before);
  });

  it('step, seek, stepPhase, and reset lead where they say', async () => {
    expect((await ask('step')).payload).toMatchObject({ step: 1, stepCount: 1, status: 'paused' });
    expect((await ask('step', { count: 9 })).payload).toMatchObject({ step: 10, stepCount: 10, pending: { step: 10 } });
    expect((await ask('seek', { step: 4 })).payload).toMatchObject({ step: 4, stepCount: 10 });
    expect((await ask('step', { count: 2 })).payload).toMatchObject({ step: 6, stepCount: 10 });
    expect((await ask('seek', { step: 25 })).payload).toMatchObject({ step: 25, stepCount: 25 });
    expect((await ask('stepPhase')).payload).toMatchObject({ step: 25, phase: 'sample' });
    for (const phase of ['forward', 'loss', 'backward', 'update'])
      expect((await ask('stepPhase')).payload).toMatchObject({ step: 25, phase });
    expect((await ask('stepPhase')).payload).toMatchObject({ step: 26, phase: 'sample' });
    expect((await ask('reset')).payload).toMatchObject({ step: 0, stepCount: 0, status: 'ready' });
  });

  it('play and pause', async () => {
    expect((await ask('play')).payload.status).toBe('running');
    expect((await ask('pause')).payload.status).toBe('ready');
  });

  it('setState changes what is given and leaves the rest', async () => {
    await ask('step', { count: 5 });
    const rate = await ask('setState', { learningRate: 0.05 });
    expect(rate.payload).toMatchObject({ step: 5, settings: { learningRate: 0.05, batchSize: 8 } });
    const other = await ask('setState', { problem: 'sine-fit', batchSize: 4, step: 12 });
    expect(other.payload).toMatchObject({ step: 12, settings: { problem: 'sine-fit', batchSize: 4 } });
    const spelt = await ask('setState', { 'learning-rate': '0.07', start: '-1,2', droplast: '1', speed: null });
    expect(spelt.payload).toMatchObject({
      speed: null,
      settings: { learningRate: 0.07, start1: -1, start2: 2, dropLast: true },
    });
    const whole = (await ask('getState')).payload.settings;
    await ask('setState', { problem: 'tug-of-war', optimizer: 'adam' });
    expect((await ask('setState', whole)).payload.settings).toEqual(whole);
  });

  it('data in place of the problem’s examples, which the state and the link say again', async () => {
    const data = { x: [[150], [160], [172], [181]], y: [51, 57, 70, 82], names: ['height (cm)', 'weight (kg)'] };
    const { type, payload } = await ask('setState', { data, step: 2 });
    expect([type, payload]).toMatchObject(['result', { step: 2, settings: { data, examples: 4, batchSize: 4 } }]);
    expect(payload.link).toContain('data=');
    // What is not said stays, the data too, and all of it said again is the same run.
    expect((await ask('setState', { learningRate: 0.2 })).payload).toMatchObject({ step: 2, settings: { data } });
    const raw = await ask('setState', { standardise: false, arrangement: 'sorted' });
    expect(raw.payload.settings).toMatchObject({ data, standardise: false, arrangement: 'sorted' });
    const whole = raw.payload.settings;
    await ask('setState', { problem: 'tug-of-war' });
    expect((await ask('setState', whole)).payload.settings).toEqual(whole);
    // Null takes them away.
    const drawn = (await ask('setState', { data: null })).payload;
    expect(drawn.settings).toMatchObject({ examples: 100 });
    expect(drawn.settings.data).toBeUndefined();
    expect(drawn.settings.standardise).toBeUndefined();
    const refusal = await ask('setState', { data: { x: [[1], [Number.NaN]], y: [1, 2] } });
    expect(refusal).toMatchObject({ type: 'error', payload: { code: 'setting' } });
    expect(lab.store.getState().config.data).toBeUndefined();
    const network = {
      x: [
        [1, 2],
        [2, 3],
        [4, 1],
        [5, 5],
      ],
      y: [0, 1, 2, 3],
    };
    expect((await ask('setState', { problem: 'three-clusters', data: network })).payload.settings).toMatchObject({
      data: network,
    });
  });

  it('set all that is a network’s own, and say it again', async () => {
    const network = {
      ...{ problem: 'moons', layers: [4, 3], activation: 'gelu', initial: 'he', inputs: ['x1', 'x1 x2'], loss: 'mse' },
      ...{ clipNorm: 0.5, accumulate: 3, forgetZeroGrad: true, startPlane: '3,9', start1: 0.25, start2: -0.5 },
      testShare: 0.25,
    };
    const look = { watch: 'W2[1,2]+b1[3]', plane: 'random+7+along' };
    const { type, payload } = await ask('setState', { ...network, ...look, step: 2 });
    expect([type, payload]).toMatchObject(['result', { step: 2, settings: network, ...look }]);
    expect(payload.pending.weights).toHaveLength(4 * 2 + 4 + 3 * 4 + 3 + 3 + 1);
    for (const said of ['layers=4,3', 'clipNorm=0.5', 'accumulate=3', 'startPlane=3,9', 'watch=', 'plane=random'])
      expect(payload.link).toContain(said);
    const asText = await ask('setState', { layers: '4,3', inputs: 'x1,x1 x2', forgetZeroGrad: '1', clipNorm: '0.5' });
    expect(asText.payload).toEqual({ ...payload, status: asText.payload.status });
    // An offset along weights that are drawn anew, or not there, means nothing.
    const smaller = await ask('setState', { layers: [2] });
    expect(smaller.payload.settings).toMatchObject({ layers: [2], start1: 0, start2: 0, startPlane: '0,1' });
    await ask('setState', { ...network, ...look, step: 2 });
    expect(await ask('setState', { watch: ['W1[1,1]'], plane: 'step' })).toMatchObject({
      payload: { watch: 'W1[1,1]', plane: 'step', step: 2, settings: network },
    });
    expect((await ask('setState', { watch: [] })).payload.watch).toBe('none');
    // Another network has other weights to watch, and the same words lead back.
    await ask('setState', { problem: 'xor' });
    const { settings, watch, plane } = payload;
    expect((await ask('setState', { ...settings, watch, plane, step: 2 })).payload).toMatchObject({
      settings,
      watch,
      plane,
    });
    expect((await ask('setState', { problem: 'line-fit' })).payload).toMatchObject({ watch: null, plane: null });
  });

  it.each([
    [{ layers: [9, 2] }],
    [{ layers: [2, 2, 2, 2, 2, 2] }],
    [{ layers: 'x' }],
    [{ inputs: [] }],
    [{ inputs: 'none' }],
    [{ activation: 'swish' }],
    [{ clipNorm: -1 }],
    [{ accumulate: 0 }],
    [{ accumulate: 21 }],
    [{ startPlane: '3,300' }],
    [{ startPlane: '3,3' }],
    [{ watch: 'W9[1,1]' }],
    [{ watch: 7 }],
    [{ plane: 'round' }],
    [{ problem: 'line-fit', watch: 'none' }],
    [{ problem: 'line-fit', clipNorm: -1 }],
  ])('of a network that mean nothing get one sentence and change nothing: %j', async (given) => {
    const before = (await ask('setState', { problem: 'circles', step: 3 })).payload;
    const { type, payload } = await ask('setState', { ...given, seed: 9 });
    expect([type, payload.code]).toEqual(['error', 'setting']);
    expect(payload.message).toMatch(/^\S.*\.$/);
    expect((await ask('getState')).payload).toEqual(before);
  });

  it('data of another shape leave a network its other settings, and bad ones leave everything as it was', async () => {
    const two = {
      x: [
        [1, 2],
        [2, 1],
        [3, 4],
      ],
      y: [0, 1, 1],
    };
    const set = (payload: Said['payload']) => ask('setState', payload);
    await set({ problem: 'circles', inputs: ['x1', 'x2'], layers: [3], start: [1, 1], data: two });
    const one = { x: [[1], [2], [3]], y: [0, 1, 1], classes: ['no', 'yes'] };
    const { payload } = await set({ data: one });
    expect(payload.settings).toMatchObject({ data: one, inputs: ['x1'], layers: [3], examples: 3 });
    const before = (await ask('getState')).payload;
    for (const [data, sentence] of [
      [{ x: [[1], [2]], y: [0] }, 'as many rows of features'],
      [{ x: [[1], [1e300]], y: [0, 1] }, 'Row 2 of the own data'],
      [{ x: [['1'], ['2']], y: [0, 1] }, 'Row 1 of the own data'],
      [{ x: [[1], [2]], y: [0, 7] }, 'two classes'],
      [
        {
          x: [
            [1, 2, 3],
            [1, 2, 3],
          ],
          y: [0, 1],
        },
        'one or two features',
      ],
      [{ x: [], y: [] }, '2 to 1000 examples'],
      [{ ...one, names: [1] }, 'names of own data'],
      [{ ...one, classes: 'no' }, 'classes of own data'],
      ['AAAA', 'cannot be read'],
      [7, 'an object'],
      [[], 'as many rows'],
    ] as const) {
      const refusal = await set({ data, learningRate: 0.7 });
      expect(refusal).toMatchObject({ type: 'error', payload: { code: 'setting' } });
      expect(refusal.payload.message).toContain(sentence);
      expect((await ask('getState')).payload).toEqual(before);
    }
  });

  it('a smaller data set brings the batch within it', async () => {
    await ask('setState', { batchSize: 90 });
    expect((await ask('setState', { examples: 50 })).payload.settings).toMatchObject({ examples: 50, batchSize: 50 });
  });

  it('setHost changes what the host wishes', async () => {
    await ask('setHost', { hide: ['speed'], lock: 'learning-rate', theme: 'dark', lang: 'de', keys: false });
    expect(host.getState()).toMatchObject({ theme: 'dark', language: 'de', hasShortcuts: false });
    await ask('setHost', { keys: '1' });
    expect(host.getState()).toMatchObject({ theme: 'dark', hasShortcuts: true });
    expect([...host.getState().locked]).toEqual(['learningRate']);
  });

  it('export answers with a file, or with an error where there is none', async () => {
    expect((await ask('export', { format: 'csv' })).payload).toMatchObject({ name: 'run.csv', text: 'step\n' });
    expect(await ask('export', { format: 'png' })).toMatchObject({ type: 'error', payload: { code: 'export' } });
  });

  it.each([
    ['nonsense', undefined, 'type'],
    ['constructor', undefined, 'type'],
    ['seek', { step: -1 }, 'payload'],
    ['seek', { step: Number.NaN }, 'payload'],
    ['seek', undefined, 'payload'],
    ['step', { count: 1e9 }, 'payload'],
    ['step', 'two', 'payload'],
    ['setState', { learningRate: 'banana' }, 'setting'],
    ['setState', { learningRate: 0.2, batchSize: 5000 }, 'setting'],
    ['setState', { learningRate: 0.2, nonsense: 1 }, 'setting'],
    ['setState', { learningRate: 0.2, step: -1 }, 'setting'],
    ['setState', { learningRate: 0.2, phase: 'lunch' }, 'setting'],
    ['setState', { learningRate: 0.2, speed: Number.NaN }, 'setting'],
    ['setState', JSON.parse('{"__proto__":{"learningRate":1}}'), 'setting'],
    ['setState', { start: [1] }, 'setting'],
    ['setHost', { theme: 'pink', hide: ['speed'] }, 'payload'],
    ['setHost', { hide: ['<b>'] }, 'payload'],
    ['setHost', { keys: 'some' }, 'payload'],
    ['export', { format: 'exe' }, 'payload'],
  ])('that mean nothing get an error and change nothing: %s %j', async (type, payload, code) => {
    await ask('step', { count: 3 });
    const before = (await ask('getState')).payload;
    const wishes = host.getState();
    const answer = await ask(type, payload);
    expect(answer).toMatchObject({ type: 'error', payload: { code } });
    expect((await ask('getState')).payload).toEqual(before);
    expect(host.getState()).toBe(wishes);
  });

  it('of another version get an error', () => {
    send({ ns: namespace, v: 2, type: 'play', id: 'x' });
    expect(parent.said.at(-1)).toMatchObject({ type: 'error', id: 'x', payload: { code: 'version' } });
  });

  it('that are none of our business get no answer, and answers get none either', () => {
    const before = parent.said.length;
    for (const data of [
      null,
      'text',
      7,
      [],
      {},
      { type: 'play' },
      { ns: 'other', type: 'play' },
      JSON.stringify({ ns: namespace }),
    ])
      send(data);
    for (const type of ['ready', 'result', 'error', 'change', 'steps', 'height', 'diverged', 'converged', 'limit'])
      send({ ns: namespace, v: 1, type, id: 1 });
    send({ ns: namespace, v: 1, type: 'play' }, null);
    expect(parent.said.length).toBe(before);
    expect(lab.store.getState().status).toBe('ready');
  });

  it('survive a window that has gone', async () => {
    const gone = {
      ...createWindow(),
      postMessage: () => {
        throw new Error('closed');
      },
    };
    send({ ns: namespace, v: 1, type: 'hello' }, gone as FakeWindow);
    expect((await ask('step')).payload.step).toBe(1);
  });
});

describe('events', () => {
  it('go to those who said hello, steps in batches', async () => {
    const stranger = createWindow();
    await ask('hello');
    for (let step = 0; step < 20; step++) await ask('step');
    await vi.waitFor(() => {
      const rows = eventsOf(parent, 'steps').flatMap(({ payload }) => payload.rows);
      expect(rows.map(({ step }: { step: number }) => step)).toEqual(Array.from({ length: 20 }, (_, step) => step));
      expect(rows[0]).toEqual({ step: 0, weights: [-1.8, 1.2], batchLoss: expect.any(Number) });
    });
    expect(eventsOf(parent, 'steps').length).toBeLessThan(20);
    expect(eventsOf(parent, 'change').length).toBeGreaterThan(0);
    expect(stranger.said).toEqual([]);
  });

  it('tell every stage of a lesson with its answer, and a step that has to wait is answered without one', async () => {
    await ask('hello');
    lab.beginLesson('the-next-point', null);
    lab.changeLesson({ run: { config: initial.config, hyperparameters: initial.hyperparameters } });
    const { payload } = await ask('step');
    expect(payload).toMatchObject({ step: 0, pending: null, link: '#v=1&lesson=the-next-point' });
    lab.changeLesson({ phase: 'committed', prediction: [-2, 1], guess: '-2,1', askedAt: 1000, committedAt: 3500 });
    lab.changeLesson({ phase: 'revealed', truth: { next: [3, 4] }, features: { length: true } });
    lab.changeLesson({ phase: 'done', observations: ['part'], reasons: ['rate'] });
    const [committed, revealed, done] = ['committed', 'revealed', 'done'].map((stage) =>
      eventsOf(parent, `lesson:${stage}`).map((message) => message.payload),
    );
    const given = { lesson: 'the-next-point', answer: [-2, 1], guess: '-2,1', seconds: 2.5 };
    const answer = { ...given, features: null, observations: [], reasons: [] };
    expect(committed).toEqual([answer]);
    expect(revealed).toEqual([{ ...answer, features: { length: true } }]);
    expect(done).toEqual([{ ...answer, features: { length: true }, observations: ['part'], reasons: ['rate'] }]);
  });

  it.each([
    ['that have been closed', true],
    ['that have gone elsewhere', false],
  ])('reach the page around this one after forty windows %s', async (_, closed) => {
    const hello = (window: FakeWindow): void => send({ ns: namespace, v: 1, type: 'hello' }, window);
    const others = Array.from({ length: 40 }, createWindow);
    for (const other of others) {
      hello(other);
      other.closed = closed;
    }
    hello(parent);
    const more = Array.from({ length: 20 }, createWindow);
    for (const other of more) hello(other);
    await ask('step');
    await vi.waitFor(() => expect(eventsOf(parent, 'steps')).toHaveLength(1));
    expect(eventsOf(present(more.at(-1)), 'steps')).toHaveLength(1);
    const told = [...others, ...more].filter((other) => eventsOf(other, 'steps').length > 0);
    expect(told.length).toBeLessThanOrEqual(16);
  });

  it('tell that a run diverged, with numbers that JSON can hold', async () => {
    await ask('hello');
    await ask('setState', { learningRate: 500 });
    const { payload } = await ask('step', { count: 1000 });
    expect(payload.status).toBe('diverged');
    await vi.waitFor(() => expect(eventsOf(parent, 'diverged')).toHaveLength(1));
    expect(JSON.parse(JSON.stringify(parent.said))).toEqual(parent.said);
  });
});

describe('Reveal.js', () => {
  it('starts nothing that was not to play by itself', () => {
    send('slide:start');
    expect(lab.store.getState().status).toBe('ready');
    lab.play();
    send('slide:stop');
    expect(lab.store.getState().status).toBe('ready');
  });

  it('starts and stops the run of its slide where it is to play', () => {
    host.setState({ autoplay: true });
    send('slide:start');
    expect(lab.store.getState().status).toBe('running');
    send('slide:stop');
    expect(lab.store.getState().status).toBe('ready');
    send('slide:start', createWindow());
    expect(lab.store.getState().status).toBe('ready');
  });

  it('starts nothing for readers who asked for little motion', () => {
    host.setState({ autoplay: true });
    page.matchMedia = () => ({ matches: true });
    send('slide:start');
    expect(lab.store.getState().status).toBe('ready');
  });
});

describe('at random', () => {
  const odd = fc.oneof(
    fc.anything({ withDate: true, withMap: true, withSet: true, withTypedArray: true, withBigInt: true }),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e308, -0, null, '__proto__', 'constructor', [[[[]]]]),
    fc.json().map((json) => JSON.parse(json) as unknown),
  );
  const type = fc.oneof(fc.constantFrom(...requestTypes), odd);
  const name = fc.constantFrom(
    'learningRate',
    'step',
    'count',
    'problem',
    'hide',
    'lock',
    'theme',
    'format',
    'scale',
    '__proto__',
    'constructor',
    'toString',
  );
  const payload = fc.oneof(
    odd,
    fc.array(fc.tuple(name, odd), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
  );
  const message = fc.oneof(
    odd,
    fc.record(
      { ns: fc.constant(namespace), v: fc.oneof(fc.constant(1), odd), type, id: odd, payload },
      { requiredKeys: ['ns'] },
    ),
  );

  it('any message is read as a request, a refusal, or none of our business', () => {
    fc.assert(
      fc.property(message, (data) => {
        const envelope = parseMessage(data);
        if (envelope === null) return;
        const { request, id } = envelope;
        expect(request instanceof RequestError || requestTypes.includes(request.type)).toBe(true);
        expect(id === undefined || typeof id === 'string' || Number.isFinite(id)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('no message breaks the page or lets a number in that is not finite', async () => {
    fc.assert(
      fc.property(message, (data) => {
        send(data);
        const { config: now, hyperparameters } = lab.store.getState();
        expect(JSON.stringify([now, hyperparameters])).not.toContain('null');
      }),
      { numRuns: 10_000 },
    );
    await ask('setState', { problem: 'line-fit' });
    expect((await ask('step')).type).toBe('result');
  }, 60_000);
});
