import { afterEach, expect, it, vi } from 'vitest';
import { networkObjective } from '../training/objective/networkObjective.ts';
import { directionOf, pointOf } from '../training/plane.ts';
import type { RemoteTrainer } from '../training/run/remoteTrainer.ts';
import { lengthOf, type Vector } from '../training/vector.ts';
import { createPageTrainer } from '../worker/pageTrainer.ts';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';
import { Lab } from './lab.ts';
import { networkIn } from './network.ts';
import { startIn } from './planes.ts';
import type { LabState } from './store.ts';

let lab: Lab;
afterEach(() => lab.dispose());

/** A lab that trains circles, once all that it asks for has come. */
async function circles(initial: Partial<LabState> = {}): Promise<void> {
  const config = { ...defaultConfig('circles', 'sgd'), examples: 40 };
  const hyperparameters = defaultHyperparameters('circles', 'sgd');
  lab = new Lab({ connect: async () => countedTrainer(), initial: { config, hyperparameters, ...initial } });
  await rest();
}

/** Requests under way. */
let open = 0;

function countedTrainer(): RemoteTrainer {
  const trainer = createPageTrainer();
  return new Proxy(trainer, {
    get(target, name: keyof RemoteTrainer) {
      const member = target[name];
      if (typeof member !== 'function' || name === 'dispose') return member;
      return async (...request: unknown[]) => {
        open++;
        try {
          // As by a worker, nothing that comes back is what was sent.
          return structuredClone(await (member as (...request: unknown[]) => unknown)(...request));
        } finally {
          open--;
        }
      };
    },
  });
}

/** Until the lab asks for nothing more: its plane and its surface are those of the present step. */
async function rest(): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet = open === 0 ? quiet + 1 : 0) {
    // What finds planes comes with the first run of a network.
    await vi.dynamicImportSettled();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

const state = (): LabState => lab.store.getState();
const isNear = (a: number, b: number): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(b)));
const weightsOf = (): Vector => state().detail?.weights ?? new Float64Array();

/** The step in the picture is the step in numbers, seen in the plane. */
function expectTrue(): void {
  const { plane, detail } = state();
  if (plane === null || detail === null) throw new Error('There is no plane.');
  const { seen, weights } = detail;
  expect(seen.plane).toEqual(plane);
  const { point, distance } = pointOf(plane, weights);
  expect([seen.weights, seen.distance]).toEqual([point, distance]);
  expect(seen.update).toEqual(directionOf(plane, detail.update));
  expect(seen.gradient).toEqual(directionOf(plane, detail.gradient));
  expect(lab.history.path.pointOf(weights)).toEqual(point);
  const mean = seen.alongX.reduce((sum, slope) => sum + slope, 0) / seen.alongX.length;
  isNear(mean, seen.gradient[0]);
}

it('of the watched weights tells the weights themselves', async () => {
  await circles();
  expect(state().shownPlane).toMatchObject({ kind: 'weights', anchor: 'start', weights: [0, 1], missing: null });
  lab.takeSteps(5);
  await rest();
  expectTrue();
  expect(state().detail?.seen.weights).toEqual([weightsOf()[0], weightsOf()[1]]);
  lab.watch(0);
  lab.watch(6);
  await rest();
  expectTrue();
  expect(state().detail?.seen.weights).toEqual([weightsOf()[1], weightsOf()[6]]);
  lab.watch(1);
  await rest();
  expect(state().shownPlane?.weights).toEqual([6, 0]);
});

it('of the step holds a plain step whole, and is the usual one in slow motion', async () => {
  await circles();
  lab.setSlowMotion(true);
  await rest();
  expect(state().shownPlane?.kind).toBe('step');
  expect(state().detail?.seen.outside).toBeLessThan(1e-7);
  lab.walk(3);
  await rest();
  expectTrue();
  expect(state().shownPlane).toMatchObject({ kind: 'step', step: 3, base: null });
  expect(state().detail?.seen.outside).toBeLessThan(1e-7);
  expect(state().detail?.seen.weights).toEqual([0, 0]);
  lab.setSlowMotion(false);
  await rest();
  expect(state().shownPlane).toMatchObject({ kind: 'weights', step: 0 });
});

it('that does not exist is replaced by that of the watched weights', async () => {
  await circles();
  lab.setHyperparameters({ batchSize: state().config.examples });
  lab.setPlane({ kind: 'step' });
  await rest();
  expect(state().shownPlane).toMatchObject({ kind: 'weights', missing: 'step' });
  lab.setPlane({ kind: 'principal' });
  await rest();
  expect(state().shownPlane).toMatchObject({ kind: 'weights', missing: 'principal' });
  lab.takeSteps(10);
  await rest();
  expect(state().shownPlane).toMatchObject({ kind: 'principal', missing: null, step: 10 });
  expect(state().shownPlane?.share).toBeGreaterThan(0.5);
  expectTrue();
  lab.configure({ settings: { initial: 'zero' } });
  lab.setPlane({ kind: 'random' });
  await rest();
  expect(state().shownPlane).toMatchObject({ kind: 'weights', missing: 'random' });
});

it('goes through the weights of its anchor', async () => {
  await circles();
  lab.takeSteps(20);
  await rest();
  lab.setPlane({ kind: 'random', anchor: 12, seed: 3 });
  await rest();
  const there = lab.history.weightsAt(12) ?? new Float64Array();
  expect(pointOf(state().plane, there).distance).toBeLessThan(1e-12);
  expect(state().shownPlane?.step).toBe(12);
  const { retractions } = lab.history;
  lab.setPlane({ anchor: 'along' });
  await rest();
  // What was drawn of the path no longer holds.
  expect(lab.history.retractions).toBeGreaterThan(retractions);
  expect(state().detail?.seen).toMatchObject({ weights: [0, 0], distance: 0 });
  lab.setPlane({ kind: 'weights', anchor: 'start' });
  await rest();
  expectTrue();
  expect(lengthOf(Float64Array.of(state().detail?.seen.distance ?? 0))).toBeGreaterThan(0);
});

it('shows the loss that is there', async () => {
  await circles();
  lab.takeSteps(7);
  lab.setPlane({ kind: 'random' });
  await rest();
  const { plane, surface, examples, config } = state();
  const network = networkIn(config);
  if (plane === null || surface === null || examples === null || network === null) throw new Error('Nothing is shown.');
  expect([surface.columns, surface.rows]).toEqual([64, 64]);
  const objective = networkObjective(network.spec);
  const { domain, columns, rows, values } = surface;
  for (const [column, row] of [
    [0, 0],
    [40, 17],
    [63, 63],
  ]) {
    const x = domain.x[0] + ((column + 0.5) / columns) * (domain.x[1] - domain.x[0]);
    const y = domain.y[0] + ((row + 0.5) / rows) * (domain.y[1] - domain.y[0]);
    const weights = plane.origin.map((weight, i) => weight + x * plane.across[i] + y * plane.up[i]);
    isNear(values[row * columns + column], objective.meanLoss(weights, examples));
  }
});

it('changes nothing of the run, whatever is looked at', async () => {
  const steps = (): string => {
    const { history } = lab;
    return JSON.stringify(Array.from({ length: history.count + 1 }, (_, step) => [...(history.weightsAt(step) ?? [])]));
  };
  await circles();
  lab.takeSteps(30);
  await rest();
  const alone = steps();
  lab.dispose();
  await circles();
  for (const kind of ['random', 'principal', 'step', 'weights'] as const) {
    lab.setPlane({ kind, anchor: kind === 'weights' ? 'along' : null });
    lab.takeSteps(5);
    await rest();
    lab.watch(7);
  }
  lab.setSlowMotion(true);
  lab.walk(10);
  await rest();
  expect(steps()).toBe(alone);
});

it('lets the start be moved where it lies along weights or at random, and nowhere else', async () => {
  await circles();
  const [first, second] = weightsOf();
  lab.placeStart([1, -2]);
  expect(state().config).toMatchObject({ startPlane: { weights: [0, 1] }, start: [1 - first, -2 - second] });
  await rest();
  expect(state().detail?.seen).toMatchObject({ distance: 0 });
  expect(state().detail?.seen.weights[0]).toBeCloseTo(1, 14);
  lab.setPlane({ kind: 'random', seed: 5 });
  await rest();
  lab.placeStart([0.5, 0.25]);
  await rest();
  expect(state().config).toMatchObject({ startPlane: { random: 5 }, start: [0.5, 0.25] });
  expect(state().detail?.seen.distance).toBeLessThan(1e-12);
  expect(state().detail?.seen.weights[1]).toBeCloseTo(0.25, 12);
  const { config } = state();
  for (const kind of ['step', 'principal'] as const) {
    lab.setPlane({ kind });
    await rest();
    if (state().shownPlane?.kind === kind) lab.placeStart([1, 1]);
  }
  lab.setPlane({ kind: 'random', anchor: 'along' });
  await rest();
  lab.placeStart([1, 1]);
  expect(state().config).toBe(config);
});

it('of weights lets the start be moved wherever it is anchored, to the values that its axes tell', async () => {
  for (const anchor of ['along', 9] as const) {
    await circles({ watched: [2, 7] });
    const first = weightsOf();
    lab.takeSteps(12);
    lab.setPlane({ kind: 'weights', anchor });
    await rest();
    lab.placeStart([0.5, -0.25]);
    expect(state().config).toMatchObject({
      startPlane: { weights: [2, 7] },
      start: [0.5 - first[2], -0.25 - first[7]],
    });
    await rest();
    const moved = first.slice();
    moved[2] += state().config.start[0];
    moved[7] += state().config.start[1];
    expect(weightsOf()).toEqual(moved);
    expectTrue();
    expect(state().detail?.seen.weights).toEqual([moved[2], moved[7]]);
    expect(startIn(state())).toEqual([moved[2], moved[7]]);
    lab.dispose();
  }
});

const spanOf = ({ x, y }: LabState['view']): number => Math.max(x[1] - x[0], y[1] - y[0]);
const holds = ({ view }: LabState, [x, y]: readonly [number, number]): boolean =>
  x > view.x[0] && x < view.x[1] && y > view.y[0] && y < view.y[1];

it('is seen where the run is, and shows more of it in few steps', async () => {
  await circles();
  const views = new Set([state().view]);
  expect(spanOf(state().view)).toBe(0.5);
  for (let stretch = 0; stretch < 40; stretch++) {
    lab.takeSteps(20);
    await rest();
    views.add(state().view);
    const { detail } = state();
    if (detail === null) throw new Error('There is no step.');
    const { weights, update } = detail.seen;
    expect(holds(state(), weights)).toBe(true);
    expect(holds(state(), [weights[0] + update[0], weights[1] + update[1]])).toBe(true);
  }
  const { x, y } = lab.history.path;
  for (const row of x.keys()) expect(holds(state(), [x[row], y[row]])).toBe(true);
  expect(views.size).toBeLessThan(8);
  const path = Math.max(...[x, y].map((column) => Math.max(...column) - Math.min(...column)));
  expect(spanOf(state().view)).toBeLessThan(4 * Math.max(path, 0.5));
  // Going back to the start changes nothing of it: the same is looked at.
  const { view } = state();
  lab.seek(3);
  await rest();
  lab.reset();
  await rest();
  expect(state().view).toBe(view);
  // A path that is short against what is shown is seen large again.
  lab.setHyperparameters({ learningRate: 1e-4 });
  lab.takeSteps(2);
  await rest();
  if (spanOf(view) > 4) expect(spanOf(state().view)).toBe(0.5);
});

it('of a step is seen as large as the step', async () => {
  await circles();
  lab.setPlane({ kind: 'step' });
  await rest();
  const length = Math.hypot(...(state().detail?.seen.update ?? [0]));
  expect(spanOf(state().view) / length).toBeGreaterThan(2);
  expect(spanOf(state().view)).toBeLessThan(Math.max(1 / 32, 16 * length));
});

it('stays as the reader zoomed it, until it is put back or is another plane', async () => {
  await circles();
  const own = { x: [-3, 3], y: [-3, 3] } as const;
  lab.setView(own);
  lab.takeSteps(5);
  await rest();
  expect(state().view).toBe(own);
  lab.setPlane({ anchor: 'along' });
  await rest();
  expect(state().view).toBe(own);
  lab.resetView();
  await rest();
  expect(spanOf(state().view)).toBe(0.5);
  lab.setView(own);
  lab.setPlane({ kind: 'random' });
  await rest();
  expect(state().view).not.toBe(own);
  lab.setView(own);
  lab.configure({ seed: 5 });
  await rest();
  expect(state().view).not.toBe(own);
});

it('does not flee from the start that is moved in it, nor follow a run that flies off', async () => {
  await circles();
  const { view } = state();
  lab.placeStart([view.x[1], view.y[0]]);
  await rest();
  expect(state().view).toBe(view);
  lab.configure({ settings: { loss: 'mse', activation: 'linear' } });
  lab.setHyperparameters({ learningRate: 1000 });
  lab.takeSteps(60);
  await rest();
  expect(state().status).toBe('diverged');
  expect(spanOf(state().view)).toBe(64);
});
