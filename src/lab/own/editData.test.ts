// Examples changed by hand and by text, and the one history of what was set up.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { tracingOf } from '../../drawing/tracing/tracing.ts';
import type { OwnData } from '../../training/ownData/ownData.ts';
import { type ProblemId, problems } from '../../training/problems/index.ts';
import { generateExamples, resolveProblem } from '../../training/run/configuration.ts';
import type { RemoteTrainer } from '../../training/run/remoteTrainer.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { problemsFor } from '../../training/theory/ownRun.ts';
import { defaultConfig, defaultHyperparameters, defaultView } from '../defaults.ts';
import { keepingData } from '../keptData.ts';
import { Lab } from '../lab.ts';
import { parseLink } from '../url.ts';
import {
  arrange,
  dataIn,
  edit,
  learnWith,
  letGoOfData,
  standardise,
  takeData,
  withNew,
  without,
  withRow,
} from './editData.ts';
import { SetupHistory } from './setupHistory.ts';

/** A trainer that answers at once. */
const connect = async (): Promise<RemoteTrainer> => {
  const trainer = new Trainer();
  const names = ['start', 'advance', 'rewind', 'preview', 'surface', 'losses', 'plane', 'maps'] as const;
  const methods = names.map((name) => [
    name,
    async (...given: never[]) => (trainer[name] as (...all: never[]) => unknown)(...given),
  ]);
  const trace: RemoteTrainer['trace'] = async (surface) => tracingOf(surface);
  return { ...Object.fromEntries(methods), trace, place: 'page', dispose: () => {} } as RemoteTrainer;
};

const labOn = (problem: ProblemId): Lab =>
  new Lab({
    connect,
    initial: { config: defaultConfig(problem, 'sgd'), hyperparameters: defaultHyperparameters(problem, 'sgd') },
  });

let lab: Lab;
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => {});
  lab = labOn('line-fit');
});
afterEach(() => {
  lab.dispose();
  vi.unstubAllGlobals();
});

const state = () => lab.store.getState();
const settled = () => vi.waitFor(() => expect(lab.isCurrent).toBe(true));
const classes: OwnData = {
  x: [
    [1, 2],
    [2, 1],
    [3, 5],
    [4, 4],
    [6, 1],
  ],
  y: [0, 0, 1, 1, 2],
};

describe('by hand', () => {
  test('the problem’s own examples become data that stay on their scale, of which one is moved', async () => {
    const drawn = generateExamples(state().config);
    const data = dataIn(state().config);
    expect(data.x.map(([x]) => x)).toEqual([...drawn.x1]);
    expect(edit(lab, withRow(data, 3, [9], -2))).toBe(true);
    await settled();
    const { config, examples, view } = state();
    expect(config).toMatchObject({ examples: 100, standardise: false });
    expect(config.data?.x[3]).toEqual([9]);
    expect(examples?.x1[3]).toBe(9);
    expect(examples?.x1[4]).toBe(drawn.x1[4]);
    // The picture holds still.
    expect(view).toEqual(defaultView(defaultConfig('line-fit', 'sgd')));
  });

  test('the path that was stays as a ghost', async () => {
    lab.takeSteps(5);
    await vi.waitFor(() => expect(state().stepCount).toBe(5));
    const path = [...lab.history.path.x];
    edit(lab, withRow(dataIn(state().config), 0, [1], 1));
    expect(state()).toMatchObject({ stepCount: 0, cursor: 0 });
    expect([...(state().ghostPath?.x ?? [])]).toEqual(path);
    edit(lab, withRow(dataIn(state().config), 0, [1.5], 1));
    expect([...(state().ghostPath?.x ?? [])]).toEqual(path);
    lab.reset();
    expect(state().ghostPath).toBeNull();
  });

  test('examples are added and deleted, the batch keeps within them', async () => {
    const few: OwnData = { x: [[1], [2], [4]], y: [1, 2, 3] };
    takeData(lab, few, 'line-fit');
    expect(state().hyperparameters.batchSize).toBe(3);
    edit(lab, withNew(dataIn(state().config), [7], 7));
    expect(state().config).toMatchObject({ examples: 4, data: { x: [[1], [2], [4], [7]], y: [1, 2, 3, 7] } });
    for (const _ of [0, 1]) edit(lab, without(dataIn(state().config), 0));
    expect(state().config).toMatchObject({ examples: 2, data: { x: [[4], [7]] } });
    expect(state().hyperparameters.batchSize).toBe(2);
    await settled();
    const full = { x: Array.from({ length: 1000 }, (_, row) => [row]), y: Array.from({ length: 1000 }, () => 1) };
    expect(withNew(full, [1], 1)).toBe(full);
  });

  test('what a problem cannot learn from is refused in a sentence, and nothing changes', () => {
    lab.dispose();
    lab = labOn('three-clusters');
    expect(takeData(lab, classes, 'three-clusters')).toBe(true);
    const before = state().config;
    expect(edit(lab, without(classes, 4))).toBe(false);
    expect(state().config).toBe(before);
    expect(
      state()
        .notices.map(({ sentence }) => sentence)
        .join(),
    ).toContain('three to six classes');
    expect(takeData(lab, { x: [[1], [2]], y: [0.5, 1] }, 'logistic-regression')).toBe(false);
    expect(state().config).toBe(before);
  });
});

test('data from elsewhere are standardised, on the problem that is named; letting go of them draws the problem’s again', async () => {
  expect(takeData(lab, classes, 'three-clusters')).toBe(true);
  expect(state().config).toMatchObject({ problem: 'three-clusters', examples: 5, data: classes });
  await settled();
  expect(state().scaling?.x1.shift).toBeCloseTo(3.2, 12);
  letGoOfData(lab);
  await settled();
  expect(state()).toMatchObject({ scaling: null, config: { problem: 'three-clusters', examples: 150 } });
  expect(state().config.data).toBeUndefined();
});

test('data of another number of classes begin where the weights of their network are drawn', () => {
  lab.dispose();
  lab = labOn('three-clusters');
  lab.configure({ settings: { layers: [3] } });
  lab.setStart([1, 1]);
  const three: OwnData = { ...classes, y: [0, 0, 1, 2, 2] };
  takeData(lab, three, 'three-clusters');
  expect(state().config).toMatchObject({ settings: { layers: [3] }, start: [1, 1] });
  takeData(lab, { ...classes, y: [0, 1, 2, 3, 3] }, 'three-clusters');
  expect(state().config).toMatchObject({ settings: { layers: [3] }, start: [0, 0] });
});

test('data with one feature leave a network the inputs that there are, and it starts where its weights are drawn', () => {
  lab.dispose();
  lab = labOn('three-clusters');
  lab.configure({ settings: { layers: [3], inputs: ['x1', 'x2', 'x1 x1'] } });
  lab.setStart([1, 1]);
  const one: OwnData = { x: [[1], [2], [3], [4]], y: [0, 1, 2, 2] };
  expect(takeData(lab, one, 'three-clusters')).toBe(true);
  expect(state().config).toMatchObject({ settings: { layers: [3] }, start: [0, 0], data: one });
  expect(resolveProblem(state().config).settings.inputs).toEqual(['x1']);
  // Where all of the inputs are there, they stay.
  lab.configure({ settings: { layers: [3], inputs: ['x1', 'sin x1'] } });
  takeData(lab, { ...one, y: [0, 0, 1, 2] }, 'three-clusters');
  expect(state().config.settings).toEqual({ layers: [3], inputs: ['x1', 'sin x1'] });
});

test('own data are learned with another problem as they are scaled, and the rate that suits it', () => {
  const two: OwnData = { ...classes, y: [0, 0, 1, 1, 0] };
  takeData(lab, two, 'logistic-regression');
  standardise(lab, false);
  learnWith(lab, 'circles');
  expect(state().config).toMatchObject({ problem: 'circles', data: two, standardise: false, examples: 5 });
  expect(state().hyperparameters.learningRate).toBe(defaultHyperparameters('circles', 'sgd').learningRate);
  const before = state().config;
  learnWith(lab, 'line-fit');
  expect(state().config).toBe(before);
});

/** As the page's select of problems does. */
const choose = (problem: ProblemId): void => lab.configure(keepingData(state(), problem));

describe('another problem', () => {
  const kinds: readonly OwnData[] = [
    { x: [[1], [2], [4]], y: [1.5, 2, 3] },
    { x: [[1], [2], [4]], y: [0, 1, 1] },
    classes,
    { ...classes, y: [0, 0, 1, 1, 0] },
    { ...classes, y: [0.5, 2, 3, 4, 5] },
  ];

  test('keeps own data wherever it can learn from them, in the units they are in', () => {
    let [kept, left] = [0, 0];
    for (const data of kinds)
      for (const from of problemsFor(data))
        for (const to of (Object.keys(problems) as ProblemId[]).filter((each) => each !== from)) {
          lab.load({
            config: { ...defaultConfig(from, 'sgd', data), standardise: false },
            hyperparameters: defaultHyperparameters(from, 'sgd'),
          });
          choose(to);
          const isKept = problemsFor(data).includes(to);
          expect(state().config).toMatchObject({ problem: to, ...(isKept && { data, standardise: false }) });
          expect('data' in state().config).toBe(isKept);
          expect('standardise' in state().config).toBe(isKept);
          expect(state().former === null).toBe(isKept);
          if (isKept) kept++;
          else left++;
        }
    expect(Math.min(kept, left)).toBeGreaterThan(20);
  });

  test('that cannot learn from them leaves a way back to them, also by the next one that can', async () => {
    const [data] = kinds;
    takeData(lab, data, 'line-fit');
    choose('circles');
    expect(state().config.data).toBeUndefined();
    expect(state().former?.state.config.data).toBe(data);
    // As one goes through the problems by the arrow keys.
    choose('sine-fit');
    choose('curve');
    expect(state().config).toMatchObject({ problem: 'curve', data });
    choose('circles');
    lab.takeBack();
    expect(state().config).toMatchObject({ problem: 'line-fit', data });
    // Once the other run has steps, it is the one that is kept.
    choose('circles');
    lab.takeSteps(2);
    await vi.waitFor(() => expect(state().stepCount).toBe(2));
    choose('curve');
    expect(state().config.data).toBeUndefined();
    expect(state().former?.state.config.problem).toBe('circles');
  });

  test('keeps none where there are none, nor those that were let go of', () => {
    choose('circles');
    expect(state().config.data).toBeUndefined();
    takeData(lab, classes, 'three-clusters');
    letGoOfData(lab);
    choose('spirals');
    expect(state().config.data).toBeUndefined();
    // Nor where a link names the problem without any.
    takeData(lab, kinds[0], 'line-fit');
    lab.load(parseLink('#problem=curve'));
    expect(state().config.data).toBeUndefined();
  });
});

test('a link that awaits data says when other ones are opened', () => {
  lab.load({ ...state(), awaitedData: 'deadbeef' });
  takeData(lab, { x: [[1], [2]], y: [1, 2] }, 'line-fit');
  expect(state().notices.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(/^These data \([0-9a-f]{8}\) are not those that the link is about \(deadbeef\)\.$/),
  ]);
});

test('an arrangement, and the scale, are switched', async () => {
  arrange(lab, 'outlier');
  expect(state().config.arrangement).toBe('outlier');
  const arranged = dataIn(state().config);
  arrange(lab, 'as-drawn');
  expect(state().config.arrangement).toBeUndefined();
  expect(dataIn(state().config)).not.toEqual(arranged);
  takeData(lab, { x: [[1], [2], [9]], y: [1, 2, 3] }, 'line-fit');
  standardise(lab, false);
  await settled();
  expect(state().examples?.x1[2]).toBe(9);
  standardise(lab, true);
  await settled();
  expect(state().examples?.x1[2]).not.toBe(9);
});

describe('one history of what was set up', () => {
  let now = 0;
  let setup: SetupHistory;
  let end = () => {};
  beforeEach(() => {
    now = 0;
    setup = new SetupHistory(lab, () => now);
    end = setup.follow();
  });
  afterEach(() => end());
  const later = () => {
    now += 10_000;
  };

  test('data, a dragged start, and settings are taken back one by one, and made again', () => {
    const all = [state().config];
    const did = (change: () => void): void => {
      later();
      change();
      all.push(state().config);
    };
    did(() => lab.setStart([1, 1]));
    did(() => lab.configure({ noise: 1 }));
    did(() => edit(lab, withRow(dataIn(state().config), 0, [3], 3)));
    did(() => lab.configure({ optimizer: 'adam' }));
    expect(setup.store.getState()).toEqual({ undo: 4, redo: 0 });
    for (const config of all.slice(0, -1).toReversed()) {
      setup.undo();
      expect(state().config).toEqual(config);
    }
    expect(setup.store.getState()).toEqual({ undo: 0, redo: 4 });
    setup.undo();
    for (const config of all.slice(1)) {
      setup.redo();
      expect(state().config).toEqual(config);
    }
    later();
    setup.undo();
    lab.configure({ seed: 5 });
    expect(setup.store.getState()).toEqual({ undo: 4, redo: 0 });
  });

  test('a setting that acts from the next step on does not begin the run anew', async () => {
    lab.takeSteps(4);
    await vi.waitFor(() => expect(state().stepCount).toBe(4));
    lab.setHyperparameters({ learningRate: 0.03 });
    expect(setup.store.getState().undo).toBe(1);
    setup.undo();
    expect(state()).toMatchObject({ stepCount: 4, hyperparameters: { learningRate: 0.1 } });
  });

  test('another step at which another rate held is no edit', async () => {
    lab.takeSteps(4);
    await vi.waitFor(() => expect(state().stepCount).toBe(4));
    lab.setHyperparameters({ learningRate: 0.03 });
    lab.takeSteps(2);
    await vi.waitFor(() => expect(state().stepCount).toBe(6));
    lab.seek(1);
    lab.seek(6);
    expect(setup.store.getState().undo).toBe(1);
  });

  test('to standardise the problem’s own examples is one edit', () => {
    const before = state().config;
    standardise(lab, true);
    expect(state().config.data).toBeDefined();
    expect(state().config.standardise).toBeUndefined();
    expect(setup.store.getState().undo).toBe(1);
    setup.undo();
    expect(state().config).toEqual(before);
  });

  test('what happens while something is dragged is one edit', () => {
    lab.store.setState({ dataEditing: 'drag' });
    for (let place = 0; place < 20; place++) {
      later();
      edit(lab, withRow(dataIn(state().config), 0, [place], 0));
    }
    lab.store.setState({ dataEditing: 'open' });
    later();
    edit(lab, withRow(dataIn(state().config), 1, [0], 0));
    expect(setup.store.getState().undo).toBe(2);
  });
});
