import { afterEach, describe, expect, it } from 'vitest';
import { tracingOf } from '../../drawing/tracing/tracing.ts';
import { present } from '../../training/present.ts';
import { pairLayout, stepColumns } from '../../training/run/log.ts';
import type { RemoteTrainer } from '../../training/run/remoteTrainer.ts';
import type { Hyperparameters } from '../../training/run/run.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { createTask, type TaskId, type TaskRequest } from '../../training/studies/tasks.ts';
import type { ComputePool } from '../computePool.ts';
import { defaultConfig, defaultHyperparameters } from '../defaults.ts';
import type { History } from '../history.ts';
import { Lab } from '../lab.ts';
import type { InitialState } from '../store.ts';
import { formatLink, parseLink } from '../url.ts';
import { parseBeside } from './beside.ts';
import { formatContenders, parseContenders, type Rival } from './contender.ts';
import { Race } from './race.ts';
import { pointAt, type RunView, weightsAt } from './raceState.ts';
import { setIds } from './setIds.ts';
import { comparisonSet } from './sets.ts';

const config = defaultConfig('line-fit', 'sgd');
const usual = defaultHyperparameters('line-fit', 'sgd');
const rival = (change: Partial<Hyperparameters>): Rival => ({
  optimizer: 'sgd',
  hyperparameters: { ...usual, ...change },
});

const initial: InitialState = { config, hyperparameters: usual };

let open: { readonly lab: Lab; readonly race: Race } | null = null;
afterEach(() => {
  open?.race.dispose();
  open?.lab.dispose();
  open = null;
});

/** A lab and its comparison; every answer of the n-th trainer comes `delays[n]` tasks late. */
function begin(
  change: Partial<InitialState> = {},
  delays: readonly number[] = [],
): { lab: Lab; race: Race; disposed: Set<number> } {
  let trainers = 0;
  const disposed = new Set<number>();
  const connect = async (): Promise<RemoteTrainer> => {
    const trainer = new Trainer();
    const number = trainers++;
    const late = async () => {
      for (let task = 0; task < (delays[number] ?? 0); task++) await new Promise((resolve) => setTimeout(resolve, 0));
    };
    const answer =
      <Request extends unknown[], Answer>(method: (...request: Request) => Answer) =>
      async (...request: Request): Promise<Answer> => {
        await late();
        return method.apply(trainer, request);
      };
    return {
      ...{ place: 'worker', start: answer(trainer.start), rewind: answer(trainer.rewind) },
      ...{ preview: answer(trainer.preview), surface: answer(trainer.surface), plane: answer(trainer.plane) },
      ...{ maps: answer(trainer.maps), noise: answer(trainer.noise), curvature: answer(trainer.curvature) },
      ...{
        trace: answer(tracingOf),
        losses: answer(trainer.losses),
        advance: answer(trainer.advance),
        dispose: () => disposed.add(number),
      },
    } as RemoteTrainer;
  };
  const pool = {
    run: async (id: TaskId, request: TaskRequest) => {
      const task = createTask(id, request);
      return task.conclude(Array.from({ length: task.count }, (_, part) => task.compute(part)));
    },
    dispose() {},
  } as unknown as ComputePool;
  const lab = new Lab({ initial: { ...initial, ...change }, connect, openPool: async () => pool });
  const race = new Race(lab);
  open = { lab, race };
  return { lab, race, disposed };
}

async function until(isDone: () => boolean): Promise<void> {
  for (let turn = 0; turn < 20_000 && !isDone(); turn++) await new Promise((resolve) => setTimeout(resolve, 0));
  expect(isDone()).toBe(true);
}

const settled = ({ lab, race }: { lab: Lab; race: Race }, step: number) =>
  until(() => lab.store.getState().stepCount === step && !race.isBehind);

const logOf = (history: History): number[][] => stepColumns(pairLayout).map((name) => [...history.column(name)]);

const letters = (runs: readonly RunView[]): string => runs.map(({ letter }) => letter).join('');

describe('contenders', () => {
  it('of equal settings take the own run bit by bit, whoever is late', async () => {
    const logs: number[][][] = [];
    for (const delays of [[], [0, 3, 1, 7], [4, 0, 2, 1]]) {
      const both = begin({}, delays);
      for (let count = 0; count < 3; count++) both.race.add();
      both.lab.takeSteps(700);
      await settled(both, 700);
      const { runs } = both.race;
      expect(letters(runs)).toBe('ABCD');
      for (const { history } of runs) logs.push(logOf(history));
      both.race.dispose();
    }
    expect(logs[0][0].length).toBe(700);
    for (const log of logs) expect(log).toEqual(logs[0]);
  });

  it('see the same orders of the examples whatever their batch size', async () => {
    const both = begin();
    both.race.add(rival({ batchSize: 1 }));
    both.race.add(rival({ batchSize: config.examples }));
    both.race.setClock({ clock: 'epoch' });
    const perEpoch = Math.ceil(config.examples / usual.batchSize);
    both.lab.takeSteps(5 * perEpoch);
    await settled(both, 5 * perEpoch);
    expect(both.race.runs.map(({ history }) => history.count)).toEqual([5 * perEpoch, 5 * config.examples, 5]);
  });

  it('stop alone when they diverge', async () => {
    const both = begin();
    both.race.add(rival({ learningRate: 30 }));
    both.race.add();
    both.lab.takeSteps(400);
    await settled(both, 400);
    const [own, wild, calm] = both.race.runs;
    expect([own.end, wild.end, calm.end]).toEqual([null, 'diverged', null]);
    expect(wild.history.count).toBeLessThan(100);
    expect(calm.history.count).toBe(400);
  });

  it('go on when the own run has diverged', async () => {
    const both = begin({ hyperparameters: { ...usual, learningRate: 30 } });
    both.race.add(rival({}));
    both.lab.takeSteps(1000);
    await until(() => both.lab.store.getState().status === 'diverged' && !both.race.isBehind);
    const stopped = both.lab.store.getState().stepCount;
    expect(both.race.runs[1].history.count).toBe(stopped);
    both.lab.takeSteps(25);
    await until(() => both.race.runs[1].history.count === stopped + 25);
    expect(both.lab.store.getState().stepCount).toBe(stopped);
  });

  it('catch up with their new settings when these are changed', async () => {
    const both = begin();
    both.race.add(rival({ batchSize: 1 }));
    both.lab.takeSteps(50);
    await settled(both, 50);
    both.race.change(1, { hyperparameters: usual });
    await settled(both, 50);
    const [own, other] = both.race.runs;
    expect(logOf(other.history)).toEqual(logOf(own.history));
  });

  it('end with the lab', async () => {
    const both = begin();
    both.race.add();
    both.lab.takeSteps(5);
    await settled(both, 5);
    both.lab.dispose();
    expect(both.disposed.size).toBe(2);
  });

  it('end their trainers when they are removed', async () => {
    const both = begin();
    both.race.add();
    both.lab.takeSteps(20);
    await settled(both, 20);
    expect(both.disposed.size).toBe(0);
    both.race.remove(1);
    expect(both.disposed.size).toBe(1);
    expect(letters(both.race.runs)).toBe('A');
  });

  it('are shown alone when one is singled out, until it is removed', () => {
    const { race, lab } = begin();
    race.add();
    race.add();
    const shown = (): string => letters(race.runs.filter(({ isShown }) => isShown));
    race.setSolo(2);
    expect(shown()).toBe('C');
    expect(lab.store.getState().layers.hidesRun).toBe(true);
    race.setSolo(0);
    expect(shown()).toBe('A');
    expect(lab.store.getState().layers.hidesRun).toBe(false);
    race.setSolo(2);
    race.remove(2);
    expect(shown()).toBe('AB');
    expect(lab.store.getState().layers.hidesRun).toBe(false);
  });

  it('keep the ratio of their rate to the usual one on another problem, and fit its data', () => {
    const { race, lab } = begin();
    race.add(rival({ learningRate: usual.learningRate / 2, batchSize: config.examples }));
    lab.configure({ problem: 'rotated-valley' });
    const [{ hyperparameters }] = race.store.getState().contenders;
    const there = defaultHyperparameters('rotated-valley', 'sgd');
    expect(hyperparameters.learningRate).toBeCloseTo(there.learningRate / 2, 6);
    expect(hyperparameters.batchSize).toBe(lab.store.getState().config.examples);
  });

  it('show the past where the page looks at the past', async () => {
    const both = begin();
    both.race.add(rival({ batchSize: 1 }));
    both.lab.takeSteps(60);
    await settled(both, 60);
    both.lab.seek(13);
    expect(both.race.runs.map(({ cursor, head }) => [cursor, head])).toEqual([
      [13, 60],
      [13, 60],
    ]);
  });
});

describe('a branch', () => {
  it('shares the past to the last bit and keeps the old future', async () => {
    const both = begin();
    both.lab.takeSteps(120);
    await settled(both, 120);
    const before = logOf(both.lab.history);
    both.lab.seek(40);
    both.race.branch();
    both.lab.setHyperparameters({ learningRate: usual.learningRate / 3 });
    both.lab.takeSteps(80);
    await until(() => both.lab.store.getState().stepCount === 120 && !both.race.isBehind);
    const [own, ghost] = both.race.runs;
    expect(logOf(ghost.history)).toEqual(before);
    const [w1] = logOf(own.history);
    expect(w1.slice(0, 41)).toEqual(before[0].slice(0, 41));
    expect(w1[60]).not.toBe(before[0][60]);
  });
});

describe('the link', () => {
  const rivals: readonly Rival[] = [
    { optimizer: 'adam', hyperparameters: { ...usual, learningRate: 0.05, optimizer: { beta1: 0.8 } } },
    rival({
      learningRate: 1e-5,
      batchSize: config.examples,
      schedule: { kind: 'multistep', unit: 'epoch', warmup: 3, values: { milestones: [2, 5], gamma: 0.5 } },
    }),
    { optimizer: 'momentum', hyperparameters: { ...usual, optimizer: { momentum: 0.5 } } },
  ];

  it('restores all contenders', () => {
    expect(parseContenders(formatContenders(rivals, config), config)).toEqual({ rivals, refused: [] });
  });

  it('restores them beside own data, of which there may be few, and says of these only once how they are', () => {
    const data = { x: [[1], [2], [4], [8]], y: [1, 2, 3, 5] };
    const few = { ...defaultConfig('line-fit', 'sgd', data), arrangement: 'sorted', standardise: false } as const;
    const own = [rival({ batchSize: 4 })];
    const text = formatContenders(own, few);
    expect(text).not.toMatch(/arrangement|standardise/);
    expect(parseContenders(text, few)).toEqual({ rivals: own, refused: [] });
  });

  it('restores them with the clock and the target through the address', async () => {
    const { race, lab } = begin();
    race.compare([rival({}), ...rivals]);
    race.setClock({ clock: 'time', hardware: { overhead: 3, parallelWidth: 64 }, targetLoss: 0.25 });
    const { config: own, hyperparameters, beside } = lab.store.getState();
    const link = formatLink({ config: own, hyperparameters }, { step: 0, phase: null, beside });
    expect(link).toMatch(/^#v=1(&[a-zA-Z0-9]+=[-+.,\w%]*)+$/);
    const read = parseLink(link);
    expect(read.refused).toEqual([]);
    race.dispose();
    const again = begin({ beside: present(read.beside) });
    const { contenders, clock, hardware, targetLoss } = again.race.store.getState();
    expect(contenders.map(({ slot: _, ...rest }) => rest)).toEqual(rivals);
    expect({ clock, hardware, targetLoss }).toEqual({
      ...{ clock: 'time', hardware: { overhead: 3, parallelWidth: 64 }, targetLoss: 0.25 },
    });
  });

  it('reads what is wrong as the defaults, and no more than three contenders', () => {
    expect(parseContenders('nonsense', config).rivals).toEqual([]);
    expect(parseContenders('sgd,-4,x,schedule,none,__proto__,1', config).rivals).toEqual([rival({})]);
    expect(parseContenders('sgd+sgd+sgd+sgd+sgd', config).rivals).toHaveLength(3);
  });

  it.each([
    ['foo', ['Run 1 beside this one: Optimizer is one of']],
    ['adam,0.1+admaw,0.1', ['Run 2 beside this one: Optimizer is one of', ' Did you mean adamw?']],
    ['adam,x,8', ['Run 1 beside this one: Learning rate is a number, not x.']],
    ['adam,0.1,5000', ['Run 1 beside this one: Batch size must be at most 1000, not 5000.']],
    ['adam,0.1,8,beta1', ['Run 1 beside this one: beta 1 (first moment) is a number, not .']],
    ['adam,0.1,8,bata1,0.5', ['Of it the link also says bata1, which means nothing there. Did you mean beta1?']],
    ['adam,0.1,8,momentum,0.5', ['Of it the link also says momentum, which means nothing there.']],
    ['sgd,0.1,8,schedule,cosin', ['Schedule is one of', ' Did you mean cosine?']],
    ['sgd+sgd+sgd+sgd', ['Only the first 3 runs beside this one were read.']],
  ])('says what is wrong with %s', (text, sentences) => {
    const { refused } = parseContenders(text, config);
    expect(refused).toHaveLength(1);
    for (const sentence of sentences) expect(refused[0]).toContain(sentence);
  });

  it('reads them without their capitals, and with spaces for the plus between them', () => {
    const { rivals, refused } = parseContenders('AdamW,0.1,8,WeightDecay,0.5 rms_prop,0.1', config);
    expect(rivals.map(({ optimizer }) => optimizer)).toEqual(['adamw', 'rmsprop']);
    expect(rivals[0].hyperparameters.optimizer).toEqual({ weightDecay: 0.5 });
    expect(refused).toEqual([]);
  });

  it('says what is wrong with the clock', () => {
    const beside = { clock: 'epohc', overhead: '-1', parallelWidth: 'x', targetLoss: '0' };
    const { refused, ...read } = parseBeside(beside, config);
    expect(read).toEqual({
      rivals: [],
      clock: 'step',
      hardware: { overhead: 10, parallelWidth: 32 },
      targetLoss: null,
    });
    expect(refused).toEqual([
      'Clock is one of step, epoch, example, time, not epohc. Did you mean epoch?',
      'Overhead must be at least 0, not −1.',
      'Parallel width is a number, not x.',
      'Target loss must be at least 1e−12, not 0.',
    ]);
  });
});

describe('contenders of a network', () => {
  const network = {
    config: defaultConfig('circles', 'sgd'),
    hyperparameters: defaultHyperparameters('circles', 'sgd'),
  };

  it('of equal settings take the own run bit by bit, begin where it does, and are seen in its plane', async () => {
    const both = begin(network, [0, 3]);
    const { lab, race } = both;
    race.compare([
      { optimizer: 'sgd', hyperparameters: network.hyperparameters },
      { optimizer: 'sgd', hyperparameters: network.hyperparameters },
      { optimizer: 'adam', hyperparameters: { ...network.hyperparameters, learningRate: 0.01 } },
    ]);
    await until(() => lab.store.getState().detail !== null);
    const { detail, plane } = lab.store.getState();
    for (const run of race.runs) expect(weightsAt(run, 0)).toEqual(detail?.weights);
    lab.takeSteps(25);
    await settled(both, 25);
    const [own, same, other] = race.runs;
    for (const step of [0, 7, 25]) expect(weightsAt(same, step)).toEqual(weightsAt(own, step));
    expect(weightsAt(other, 25)).not.toEqual(weightsAt(own, 25));
    expect(weightsAt(own, 0)).toEqual(detail?.weights);
    for (const { history } of race.runs) expect(history.path.plane).toBe(plane);
    expect(pointAt(same)).toEqual(pointAt(own));
    expect([...same.history.path.x]).toEqual([...own.history.path.x]);
  });

  it('have the network and its start in common, which the link of a contender leaves out', () => {
    const moved = { ...network.config, start: [0.5, 1] as const, startPlane: { random: 3 } };
    const link = formatContenders([{ optimizer: 'sgd', hyperparameters: network.hyperparameters }], moved);
    expect(link).toBe('sgd,0.1,10');
    for (const name of ['layers,8', 'startPlane,random 3'])
      expect(parseContenders(`${link},${name}`, moved).refused.join()).toContain('which means nothing there');
  });

  it('branch, and are in the link', async () => {
    const both = begin(network);
    const { lab, race } = both;
    race.add({ optimizer: 'adam', hyperparameters: { ...network.hyperparameters, learningRate: 0.02 } });
    lab.takeSteps(8);
    await settled(both, 8);
    race.branch();
    await until(() => race.runs.length === 3 && !race.isBehind);
    const [own, , ghost] = race.runs;
    expect(weightsAt(ghost, 8)).toEqual(weightsAt(own, 8));
    const { config: linked, hyperparameters, beside } = lab.store.getState();
    const read = parseLink(formatLink({ config: linked, hyperparameters }, { step: 8, phase: null, beside }));
    expect(read.refused).toEqual([]);
    expect(parseBeside(read.beside ?? {}, linked).rivals).toHaveLength(1);
  });

  it('each set starts from the run before any of them, until the run is changed by hand', async () => {
    const both = begin(initial);
    const { lab, race } = both;
    await until(() => lab.store.getState().detail !== null);
    const settingsOf = () => race.runs.map(({ optimizer, hyperparameters }) => ({ optimizer, hyperparameters }));
    const alone = setIds.map((id) =>
      comparisonSet(id, lab.store.getState()).rivals.map(({ loss: _, ...rival }) => rival),
    );
    for (const [place, id] of [...setIds.entries(), ...setIds.entries()]) {
      race.compareSet(id);
      expect(race.store.getState().set).toBe(id);
      expect(settingsOf(), id).toEqual(alone[place]);
    }
    expect(lab.store.getState().config.problem).toBe('sigmoid-neuron');
    race.compareSet('adaptive');
    expect(lab.store.getState().config).toEqual({ ...config, optimizer: 'adagrad' });
    lab.setHyperparameters({ batchSize: 3 });
    expect(race.store.getState().set).toBeNull();
    race.compareSet('decay');
    expect(settingsOf().map(({ hyperparameters }) => hyperparameters.batchSize)).toEqual([3, 3]);
    await settled(both, 0);
  });

  it('runs that train different losses are measured by the own run’s', async () => {
    const both = begin(initial);
    const { lab, race } = both;
    await until(() => lab.store.getState().detail !== null);
    race.compareSet('losses');
    lab.takeSteps(20);
    await settled(both, 20);
    const [own, other] = race.runs;
    expect(other.config.settings.loss).toBe('bce');
    await until(() => other.history.fullLoss.count > 1);
    const trainer = new Trainer();
    trainer.start(own.config);
    const start = trainer.losses(Float64Array.from(own.config.start))[0];
    expect(other.history.fullLoss.loss[0]).toBeCloseTo(start, 9);
    const link = formatContenders([{ ...other, loss: 'bce' }], own.config);
    expect(link).toContain('loss,bce');
    expect(parseContenders(link, own.config).rivals[0].loss).toBe('bce');
    expect(parseContenders(link.replace('bce', 'best'), own.config).refused).toHaveLength(1);
  });

  it.each([{}, { accumulate: 4, clipNorm: 0.5, forgetZeroGrad: true }])(
    'sets of one click are taken by the trainer with %j',
    async (own) => {
      for (const id of setIds) {
        const both = begin({ ...network, hyperparameters: { ...network.hyperparameters, ...own } });
        const { lab, race } = both;
        await until(() => lab.store.getState().detail !== null);
        const { rivals, config: trained } = comparisonSet(id, lab.store.getState());
        race.compareSet(id);
        // An epoch of batches of one example.
        lab.takeSteps(200);
        await settled(both, 200);
        expect(race.runs).toHaveLength(rivals.length);
        for (const run of race.runs) {
          expect(run.cursor, id).toBeGreaterThan(0);
          expect(run.hyperparameters.clipNorm, id).toBe(id === 'valley' || id === 'losses' ? undefined : own.clipNorm);
        }
        const link = formatContenders(rivals, trained);
        expect(parseContenders(link, trained)).toEqual({ rivals, refused: [] });
        race.dispose();
        lab.dispose();
      }
    },
  );
});
