// What happens when trainers are lost: another one takes over and the run goes on as if nothing had been.

import { describe, expect, it } from 'vitest';
import { tracingOf } from '../drawing/tracing/tracing.ts';
import { networkObjective } from '../training/objective/networkObjective.ts';
import { giveNetworks } from '../training/run/networks.ts';
import { type Connect, type RemoteTrainer, TrainerLostError } from '../training/run/remoteTrainer.ts';
import { type AdvanceRequest, Trainer } from '../training/run/trainer.ts';
import { Breakdowns } from './breakdowns.ts';
import { defaultConfig, defaultHyperparameters, defaultView } from './defaults.ts';
import { Lab } from './lab.ts';
import { planeAtFirst } from './planeChoice.ts';
import { createLabStore, type InitialState } from './store.ts';
import { parseLink } from './url.ts';

const config = defaultConfig('sine-fit', 'adam');
const initial: InitialState = {
  config,
  hyperparameters: defaultHyperparameters('sine-fit', 'adam'),
};

/** Trainers in this thread, each of which is lost at the request that `isLostAt` says. */
function fakeTrainers(isLostAt: (trainer: number, request: number, name: string) => boolean) {
  const trainers: { disposed: boolean }[] = [];
  const connect = async (): Promise<RemoteTrainer> => {
    const trainer = new Trainer();
    const state = { disposed: false };
    const index = trainers.push(state) - 1;
    let requests = 0;
    const answer =
      <Request extends unknown[], Answer>(name: string, method: (...request: Request) => Answer) =>
      async (...request: Request): Promise<Answer> => {
        if (isLostAt(index, requests++, name)) {
          // A worker that is lost does not give back the buffer it was sent.
          const { buffer } = (name === 'advance' ? request[0] : {}) as Partial<AdvanceRequest>;
          if (buffer !== undefined) structuredClone(buffer, { transfer: [buffer.buffer] });
          throw new TrainerLostError(`lost at ${name}`);
        }
        return method.apply(trainer, request);
      };
    const advance = (request: AdvanceRequest) =>
      // As a worker takes the buffer with it.
      trainer.advance(
        request.buffer === undefined
          ? request
          : { ...request, buffer: structuredClone(request.buffer, { transfer: [request.buffer.buffer] }) },
      );
    return {
      place: 'worker',
      start: answer('start', trainer.start),
      rewind: answer('rewind', trainer.rewind),
      preview: answer('preview', trainer.preview),
      surface: answer('surface', trainer.surface),
      trace: answer('trace', tracingOf),
      losses: answer('losses', trainer.losses),
      plane: answer('plane', trainer.plane),
      maps: answer('maps', trainer.maps),
      curvature: answer('curvature', trainer.curvature),
      advance: answer('advance', advance),
      dispose: () => {
        state.disposed = true;
      },
    } as RemoteTrainer;
  };
  return { trainers, connect };
}

async function until(isDone: () => boolean): Promise<void> {
  for (let turn = 0; turn < 5000 && !isDone(); turn++) await new Promise((resolve) => setTimeout(resolve, 0));
  expect(isDone()).toBe(true);
}

/** A run with edits on the way: 300 steps, back to 250 and another rate, 100 more steps, another batch size, 50 more. */
async function takeRun(lab: Lab): Promise<void> {
  const at = (step: number) => () => lab.store.getState().detail?.step === step && lab.store.getState().cursor === step;
  lab.takeSteps(300);
  await until(at(300));
  lab.seek(250);
  lab.setHyperparameters({ learningRate: 0.02 });
  lab.takeSteps(100);
  await until(at(350));
  lab.setHyperparameters({ batchSize: 3 });
  lab.takeSteps(50);
  await until(at(400));
}

const trajectoryOf = ({ history }: Lab) => [
  ...history.column('w1'),
  ...history.column('w2'),
  ...history.column('batchLoss'),
];

async function undisturbed(): Promise<readonly number[]> {
  const lab = new Lab({ initial, connect: fakeTrainers(() => false).connect });
  await takeRun(lab);
  return trajectoryOf(lab);
}

describe('a trainer that is lost', () => {
  it.each([
    ['start', 1],
    ['advance', 1],
    ['advance', 2],
    ['advance', 3],
    ['rewind', 1],
    ['preview', 2],
    ['surface', 1],
    ['losses', 2],
  ])('at the request %s, time %i, is replaced, and the run is the same', async (lostName, time) => {
    let count = 0;
    const { trainers, connect } = fakeTrainers(
      (trainer, _, name) => trainer === 0 && name === lostName && ++count === time,
    );
    const lab = new Lab({ initial, connect });
    await takeRun(lab);
    expect(trainers.map(({ disposed }) => disposed)).toEqual([true, false]);
    expect(trajectoryOf(lab)).toEqual(await undisturbed());
    expect(lab.store.getState()).toMatchObject({ failure: null, notices: [], stepCount: 400 });
  });

  it('is replaced again when the next one is lost while it catches up', async () => {
    const { trainers, connect } = fakeTrainers(
      (trainer, request, name) => (trainer === 0 && request === 8) || (trainer === 1 && name === 'advance'),
    );
    const lab = new Lab({ initial, connect });
    await takeRun(lab);
    expect(trainers).toHaveLength(3);
    expect(trajectoryOf(lab)).toEqual(await undisturbed());
  });

  it('three times in a short while ends the attempts, with an account; a reset tries again', async () => {
    let isBroken = true;
    const { trainers, connect } = fakeTrainers((_, request) => isBroken && request >= 2);
    const lab = new Lab({ initial, connect });
    lab.takeSteps(10);
    await until(() => lab.store.getState().failure !== null);
    expect(trainers).toHaveLength(3);
    expect(lab.store.getState().failure).toMatch(/3 workers.*\n.*lost at.*\n.*\n.*\n\{"config":\{"problem":"sine-fit"/);
    expect(lab.store.getState().status).toBe('paused');
    lab.takeSteps(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(trainers).toHaveLength(3);
    isBroken = false;
    lab.reset();
    lab.takeSteps(5);
    await until(() => lab.store.getState().cursor === 5);
    expect(lab.store.getState().failure).toBe(null);
  });

  it('once in a while is no reason to stop', () => {
    let time = 0;
    const state = createLabStore({ ...initial, view: defaultView(config) }).getState();
    const breakdowns = new Breakdowns(() => time);
    for (let loss = 0; loss < 10; loss++) {
      expect(breakdowns.add(new TrainerLostError('gone'), state)).toBe(null);
      time += 15_001;
    }
  });
});

describe('a network', () => {
  giveNetworks(networkObjective);
  const { config, hyperparameters } = parseLink(
    '#problem=moons&layers=4,3&activation=gelu&initial=he&inputs=x1,x2,x1%20x2&loss=mse&clipNorm=0.5&accumulate=3' +
      '&forgetZeroGrad=1&startPlane=3,9&start=0.2,-0.3&optimizer=momentum&learningRate=0.01&examples=60&batchSize=5',
  );
  const network = { config, hyperparameters, planeChoice: { ...planeAtFirst, kind: 'principal' } } as const;

  /** Where the run went: the kept weights, and what is seen of it. */
  const wentTo = ({ history, store }: Lab) => {
    const { detail, plane, shownPlane } = store.getState();
    const rows = Array.from({ length: 401 }, (_, step) => [...(history.weightsAt(step) ?? [])]);
    const own = { weights: detail?.weights, sum: detail?.sum, state: detail?.state };
    return structuredClone({ rows, own, plane, shownPlane, losses: [...history.column('batchLoss')] });
  };
  const isSeen = (lab: Lab) => () => {
    const { shownPlane, surface, plane } = lab.store.getState();
    return shownPlane?.kind === 'principal' && shownPlane.step === 400 && surface !== null && plane !== null;
  };
  async function taken(connect: Connect): Promise<ReturnType<typeof wentTo>> {
    const lab = new Lab({ initial: network, connect });
    await takeRun(lab);
    await until(isSeen(lab));
    const went = wentTo(lab);
    lab.dispose();
    return went;
  }

  let whole: Promise<ReturnType<typeof wentTo>> | null = null;
  const undisturbedNetwork = (): Promise<ReturnType<typeof wentTo>> => {
    whole ??= taken(fakeTrainers(() => false).connect);
    return whole;
  };

  it.each([
    ['start', 1],
    ['advance', 2],
    ['advance', 3],
    ['rewind', 1],
    ['plane', 1],
    ['plane', 2],
    ['surface', 3],
    ['losses', 1],
  ])('whose trainer is lost at the request %s, time %i, goes on as if nothing had been', async (lostName, time) => {
    const alone = await undisturbedNetwork();
    expect(alone.rows[400]).toHaveLength(alone.own.weights?.length ?? 0);
    let count = 0;
    const { trainers, connect } = fakeTrainers(
      (trainer, _, name) => trainer === 0 && name === lostName && ++count === time,
    );
    expect(await taken(connect)).toEqual(alone);
    expect(trainers).toHaveLength(2);
  });

  it('beside another on the same page is trained as it is alone', async () => {
    const alone = await undisturbedNetwork();
    const { connect } = fakeTrainers(() => false);
    const other = new Lab({ initial: { ...parseLink('#problem=xor&layers=3') }, connect });
    other.setSpeed(Number.POSITIVE_INFINITY);
    const both = taken(connect);
    for (let step = 0; step < 20; step++) {
      other.step();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    expect(await both).toEqual(alone);
    await until(() => other.store.getState().cursor === 20);
    other.dispose();
  });
});

describe('a session', () => {
  it('that was ended while it connected ends the trainer it gets', async () => {
    const { trainers, connect } = fakeTrainers(() => false);
    const lab = new Lab({ initial, connect });
    lab.dispose();
    await until(() => trainers[0]?.disposed === true);
  });

  it('takes steps that were asked for before there was a trainer', async () => {
    let open!: () => void;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { connect } = fakeTrainers(() => false);
    const lab = new Lab({ initial, connect: () => gate.then(connect) });
    lab.step();
    open();
    await until(() => lab.store.getState().cursor === 1);
  });
});
